# SPDX-License-Identifier: MIT
"""Are the windows of an X screen told and moved, whatever window manager keeps them?"""

from collections.abc import Callable, Iterator

import pytest

from contracts.window_source import HidingContract
from rideau.adapters.linux.window_source import WindowSource
from rideau.adapters.linux.x11_windows import X11Windows
from stage.bus import SessionBus
from stage.desktop import Home
from stage.screen import Screen
from stage.windows import wait_for_root_property


class _OnX(HidingContract):
    manager = ""

    @pytest.fixture
    def screen(self) -> Iterator[tuple[Home, Screen]]:
        with Home() as home, Screen(home.environment, home.folder) as screen:
            home.environment["DISPLAY"] = screen.display
            with SessionBus(home.environment, home.folder) as bus:
                home.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.address
                if self.manager:
                    home.start([self.manager])
                    wait_for_root_property(home.environment, "_NET_SUPPORTING_WM_CHECK")
                yield home, screen

    @pytest.fixture
    def home(self, screen: tuple[Home, Screen]) -> Home:
        return screen[0]

    @pytest.fixture
    def another(self, home: Home) -> Callable[[], WindowSource]:
        return lambda: X11Windows(home.environment)

    @pytest.fixture
    def source(self, another: Callable[[], WindowSource]) -> Iterator[WindowSource]:
        opened = another()
        yield opened
        opened.close()

    @pytest.fixture
    def end_desktop(self, screen: tuple[Home, Screen]) -> Callable[[], None]:
        return lambda: screen[1].__exit__(None, None, None)


class TestUnderOpenbox(_OnX):
    manager = "openbox"


class TestUnderXfwm4(_OnX):
    manager = "xfwm4"


class TestWithoutAWindowManager(_OnX):
    pass
