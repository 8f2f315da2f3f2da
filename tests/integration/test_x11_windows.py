# SPDX-License-Identifier: MIT
"""Are the windows of an X screen told and moved, whatever window manager keeps them?"""

import contextlib
import json
from collections.abc import Callable, Iterator

import pytest

from contracts.window_source import HidingContract, settled, shown, start_app, titled, until
from rideau.adapters.linux.windowing.window_source import WindowSource
from rideau.adapters.linux.windowing.x11_windows import X11Windows
from rideau.domain.app import Window
from stage.bus import SessionBus
from stage.chromium import Chromium
from stage.desktop import Desktop, Furniture, Home
from stage.manager import wait_for_manager
from stage.screen import Screen


class _OnX:
    """A small X desktop with a source of its windows; ``manager`` keeps them, if any."""

    manager = ""

    @pytest.fixture
    def screen(self) -> Iterator[tuple[Home, Screen]]:
        with Home() as home, Screen(home.environment, home.folder) as screen:
            home.environment["DISPLAY"] = screen.display
            with SessionBus(home.environment, home.folder) as bus:
                home.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.address
                if self.manager:
                    home.start([self.manager])
                    wait_for_manager(home.environment)
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


class TestUnderOpenbox(_OnX, HidingContract):
    manager = "openbox"


class TestUnderXfwm4(_OnX, HidingContract):
    manager = "xfwm4"


class TestWithoutAWindowManager(_OnX, HidingContract):
    pass


class _WithAManager(_OnX):
    """What only a window manager gives: places, desktops, the keyboard's focus."""

    def test_a_window_is_put_back_to_its_place(self, home: Home, source: WindowSource) -> None:
        app = start_app(home)
        window = shown(source)
        first = settled(source, window)
        moved = json.loads(first)
        moved["at"] = [moved["at"][0] + 40, moved["at"][1] + 30, 500, 360]
        source.place(window.id, json.dumps(moved))
        until(source, lambda: json.loads(source.placement(window.id)) == moved)
        app.obey("maximise")
        until(source, lambda: len(json.loads(source.placement(window.id))["states"]) == 2)
        maximised = settled(source, window)
        source.place(window.id, first)
        until(source, lambda: source.placement(window.id) == first)
        source.place(window.id, maximised)
        until(source, lambda: source.placement(window.id) == maximised)

    def test_a_window_goes_back_to_its_desktop(self, home: Home, source: WindowSource) -> None:
        home.run(["wmctrl", "-n", "3"])
        start_app(home)
        window = shown(source)
        elsewhere = {**json.loads(settled(source, window)), "desktop": 2}
        source.place(window.id, json.dumps(elsewhere))
        until(source, lambda: json.loads(source.placement(window.id))["desktop"] == 2)

    def test_a_minimised_window_is_put_back_minimised_and_stays_so(self, home: Home, source: WindowSource) -> None:
        start_app(home)
        window = shown(source)
        away = {**json.loads(settled(source, window)), "is_away": True}
        source.place(window.id, json.dumps(away))
        until(source, lambda: json.loads(source.placement(window.id))["is_away"])
        source.hide(window.id)
        source.show(window.id)
        assert json.loads(settled(source, window))["is_away"]

    def test_a_window_comes_back_without_the_keyboard(self, home: Home, source: WindowSource) -> None:
        start_app(home)
        first = shown(source)
        start_app(home, "Typing here")
        second = shown(source, "Typing here")
        until(source, lambda: _active(home) == second.id)
        before = settled(source, first)
        source.hide(first.id)
        until(source, lambda: source.placement(first.id) != before)
        source.show(first.id)
        until(source, lambda: source.placement(first.id) == before)
        settled(source, first)
        until(source, lambda: _active(home) == second.id)
        settled(source, first)
        assert _active(home) == second.id


class TestPlacesUnderOpenbox(_WithAManager):
    manager = "openbox"


class TestPlacesUnderXfwm4(_WithAManager):
    manager = "xfwm4"


class TestWindowsOfX(_OnX):
    manager = "openbox"

    def test_an_app_that_names_itself_late_is_known_then(
        self, home: Home, source: WindowSource, another: Callable[[], WindowSource]
    ) -> None:
        start_app(home)
        window = shown(source)
        home.run(["xprop", "-id", _number(window), "-remove", "WM_CLASS"])
        with contextlib.closing(another()) as late:
            assert shown(late).app_class == ""
            home.run(["xdotool", "set_window", "--class", "Late", "--classname", "late", _number(window)])
            until(late, lambda: (shown(late).app_class, shown(late).instance) == ("Late", "late"))

    def test_what_an_app_says_of_its_process_is_not_believed(
        self, home: Home, source: WindowSource, another: Callable[[], WindowSource]
    ) -> None:
        """In a sandbox it takes itself for number 2, or so."""
        app = start_app(home)
        window = shown(source)
        home.run(["xprop", "-id", _number(window), "-f", "_NET_WM_PID", "32c", "-set", "_NET_WM_PID", "2"])
        with contextlib.closing(another()) as late:
            assert shown(late).pid == app.program.pid

    def test_an_app_on_another_machine_has_no_process_here(
        self, home: Home, source: WindowSource, another: Callable[[], WindowSource]
    ) -> None:
        start_app(home)
        name = "WM_CLIENT_MACHINE"
        home.run(["xprop", "-id", _number(shown(source)), "-f", name, "8s", "-set", name, "elsewhere.example"])
        with contextlib.closing(another()) as late:
            assert shown(late).pid == 0

    def test_an_app_that_cannot_be_asked_is_not_killed(self, home: Home, source: WindowSource) -> None:
        """A window manager would kill it; what it has open would be lost."""
        app = start_app(home)
        window = shown(source)
        home.run(["xprop", "-id", _number(window), "-remove", "WM_PROTOCOLS"])
        source.ask_to_close(window.id)
        settled(source, window)
        assert app.program.is_running
        assert titled(source, "Accounts")

    def test_titles_wake_nobody(self, home: Home, source: WindowSource) -> None:
        app = start_app(home)
        window = shown(source)
        settled(source, window)
        source.read()
        app.obey("title 1 unread message")
        until(source, lambda: _title_by_xprop(home, window).endswith('"1 unread message"'))
        assert not source.read()

    def test_windows_stay_known_when_the_window_manager_changes(self, home: Home, source: WindowSource) -> None:
        app = start_app(home)
        window = shown(source)
        home.run(["openbox", "--exit"])
        until(source, lambda: not _has_manager(home))
        until(source, lambda: source.windows() == (window,))
        home.start(["xfwm4"])
        wait_for_manager(home.environment)
        until(source, lambda: _has_manager(home) and source.windows() == (window,))
        source.ask_to_close(window.id)
        until(source, lambda: source.windows() == ())
        assert app.program.wait() == 0


def test_a_site_in_a_window_of_its_own_is_closed_as_a_window() -> None:
    """Chromium's ``--app=`` names the site in ``WM_CLASS``; the person's own window and the browser stay."""
    with Desktop(Furniture(notifications=None)) as desktop, Chromium(desktop) as browser:
        source = X11Windows(desktop.environment)
        until(source, lambda: len(source.windows()) == 1)
        (own,) = source.windows()
        desktop.start(browser.command("--app=https://chat.example.org/rooms/today"), log="app.log")
        until(source, lambda: len(source.windows()) == 2)
        _, app = source.windows()
        assert app.instance == "chat.example.org__rooms_today"
        assert own.instance != app.instance
        assert app.pid == own.pid
        assert not app.is_dialog
        source.ask_to_close(app.id)
        until(source, lambda: source.windows() == (own,))
        assert browser.program is not None
        assert browser.program.is_running
        assert browser.open_tab().evaluate("1 + 1") == 2
        source.close()


def _number(window: Window) -> str:
    return window.id.removeprefix("x11:")


def _active(home: Home) -> str:
    """Return the id of the window that has the keyboard."""
    said = home.run(["xprop", "-root", "_NET_ACTIVE_WINDOW"]).stdout
    return f"x11:{said.split('# ')[-1].partition(',')[0].strip()}"  # xfwm4 names two


def _title_by_xprop(home: Home, window: Window) -> str:
    return home.run(["xprop", "-id", _number(window), "_NET_WM_NAME"]).stdout.strip()


def _has_manager(home: Home) -> bool:
    """Tell whether the window that a window manager keeps is there (EWMH "_NET_SUPPORTING_WM_CHECK")."""
    said = home.run(["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"]).stdout
    named = said.split("# ")[-1].strip()
    return named.startswith("0x") and home.run(["xprop", "-id", named, "WM_NAME"]).returncode == 0
