# SPDX-License-Identifier: MIT
"""Are the windows of Plasma under Wayland told and moved?"""

import contextlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from contracts.window_source import HidingContract, settled, shown, start_app, until
from rideau.adapters.linux.windowing.kde_windows import KdeWindows
from rideau.adapters.linux.windowing.window_source import WindowSource, open_window_source, window_probe
from rideau.domain.probe import Fitness
from stage.kwin import KWin

pytestmark = pytest.mark.desktop

SCRIPTING = ("org.kde.KWin", "/Scripting", "org.kde.kwin.Scripting")
LEAVE = """
import os, signal
from rideau.adapters.linux.windowing.kde_windows import KdeWindows
KdeWindows(os.environ)
os.kill(os.getpid(), signal.SIGKILL)
"""


class TestKdeWindows(HidingContract):
    @pytest.fixture
    def home(self) -> Iterator[KWin]:
        with KWin() as kwin:
            yield kwin

    @pytest.fixture
    def another(self, home: KWin) -> Callable[[], WindowSource]:
        return lambda: KdeWindows(home.environment)

    @pytest.fixture
    def source(self, another: Callable[[], WindowSource]) -> Iterator[WindowSource]:
        opened = another()
        yield opened
        opened.close()

    @pytest.fixture
    def end_desktop(self, home: KWin) -> Callable[[], None]:
        return home.compositor.stop

    def test_a_window_is_put_back_to_its_place(self, home: KWin, source: WindowSource) -> None:
        app = start_app(home)
        window = shown(source)
        before = settled(source, window)
        app.obey("maximise")
        until(source, lambda: '"is_maximized": true' in source.placement(window.id))
        source.place(window.id, before)
        until(source, lambda: source.placement(window.id) == before)
        moved = before.replace('"x": ', '"x": 1')
        source.place(window.id, moved)
        until(source, lambda: source.placement(window.id) == moved)

    def test_kwin_tells_most_here(self, home: KWin) -> None:
        source = open_window_source(home.environment)
        assert source is not None
        assert source.name == "kde"
        source.close()
        assert window_probe(home.environment).fitness is Fitness.WORKS

    def test_no_script_is_left_in_kwin(self, home: KWin) -> None:
        """Neither by closing, nor by a process that was killed."""
        runtime = Path(home.environment["XDG_RUNTIME_DIR"])
        environment = {**home.environment, "PYTHONPATH": os.pathsep.join(sys.path)}
        subprocess.run([sys.executable, "-c", LEAVE], env=environment, check=False)
        (left,) = runtime.glob("rideau-windows-*.js")
        assert home.bus.call(SCRIPTING, "isScriptLoaded", "s", left.stem) == (True,)
        with contextlib.closing(KdeWindows(home.environment)):
            assert home.bus.call(SCRIPTING, "isScriptLoaded", "s", left.stem) == (False,)
            (own,) = runtime.glob("rideau-windows-*.js")
            assert home.bus.call(SCRIPTING, "isScriptLoaded", "s", own.stem) == (True,)
        assert home.bus.call(SCRIPTING, "isScriptLoaded", "s", own.stem) == (False,)
        assert list(runtime.glob("rideau-windows-*.js")) == []
