# SPDX-License-Identifier: MIT
"""Are the windows of sway told and moved, by its socket and by the protocol that other compositors share with it?"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from contracts.window_source import HidingContract, WindowSourceContract, settled, shown, start_app, until
from rideau.adapters.linux.windowing.sway_windows import SwayWindows
from rideau.adapters.linux.windowing.window_source import WindowSource, open_window_source, window_probe
from rideau.adapters.linux.windowing.wlr_windows import WlrWindows
from rideau.domain.app import Window
from rideau.domain.probe import Fitness
from stage.desktop import Home
from stage.large import MAKO, Sway

pytestmark = pytest.mark.desktop


@pytest.fixture
def home() -> Iterator[Home]:
    with Sway(MAKO) as sway:
        (socket,) = Path(sway.environment["XDG_RUNTIME_DIR"]).glob("sway-ipc.*.sock")
        sway.environment |= {"SWAYSOCK": str(socket), "QT_QPA_PLATFORM": "wayland"}
        yield sway


@pytest.fixture
def end_desktop(home: Home) -> Callable[[], None]:
    def end() -> None:
        home.run(["swaymsg", "exit"])

    return end


def test_sway_tells_most_here(home: Home) -> None:
    source = open_window_source(home.environment)
    assert source is not None
    assert source.name == "sway"
    source.close()
    assert window_probe(home.environment).fitness is Fitness.WORKS
    without = {name: value for name, value in home.environment.items() if name != "SWAYSOCK"}
    source = open_window_source(without)
    assert source is not None
    assert source.name == "wlr"
    source.close()


class TestSwayWindows(HidingContract):
    @pytest.fixture
    def another(self, home: Home) -> Callable[[], WindowSource]:
        return lambda: SwayWindows(home.environment)

    @pytest.fixture
    def source(self, another: Callable[[], WindowSource]) -> Iterator[WindowSource]:
        opened = another()
        yield opened
        opened.close()

    def test_a_window_comes_back_without_the_keyboard(self, home: Home, source: WindowSource) -> None:
        start_app(home)
        first = shown(source)
        start_app(home, "Typing here")
        second = shown(source, "Typing here")
        until(source, lambda: _focused(home) == second.id)
        before = settled(source, first)
        source.hide(first.id)
        source.show(first.id)
        until(source, lambda: settled(source, first) == before)
        assert _focused(home) == second.id

    def test_a_window_floats_where_it_did_and_fills_the_screen_as_it_did(
        self, home: Home, source: WindowSource
    ) -> None:
        start_app(home)
        window = shown(source)
        tiled = settled(source, window)
        floating = json.dumps({**json.loads(tiled), "at": [100, 150, 500, 400]})
        filling = json.dumps({**json.loads(tiled), "is_fullscreen": True})
        for wanted in (floating, filling, tiled, floating):
            _place(source, window, wanted)
        source.hide(window.id)
        until(source, lambda: source.placement(window.id) != floating)
        source.show(window.id)
        until(source, lambda: source.placement(window.id) == floating)
        assert not shown(source).is_dialog


class TestWlrWindows(WindowSourceContract):
    """sway has the protocol for taskbars as well, but minimises nothing."""

    tells_pid = False

    @pytest.fixture
    def another(self, home: Home) -> Callable[[], WindowSource]:
        return lambda: WlrWindows(home.environment)

    @pytest.fixture
    def source(self, another: Callable[[], WindowSource]) -> Iterator[WindowSource]:
        opened = another()
        yield opened
        opened.close()

    def test_a_window_fills_the_screen_as_it_did(self, home: Home, source: WindowSource) -> None:
        start_app(home)
        window = shown(source)
        before = source.placement(window.id)
        source.place(window.id, before.replace('"states": [', '"states": ["fullscreen"'))
        until(source, lambda: "fullscreen" in source.placement(window.id))
        source.place(window.id, before)
        until(source, lambda: source.placement(window.id) == before)


def _place(source: WindowSource, window: Window, wanted: str) -> None:
    source.place(window.id, wanted)
    until(source, lambda: settled(source, window) == wanted)


def _focused(home: Home) -> str:
    tree = json.loads(home.run(["swaymsg", "-t", "get_tree"]).stdout)
    waiting = [tree]
    while waiting:
        each = waiting.pop()
        if each["focused"]:
            return f"sway:{each['id']}"
        waiting += [*each["nodes"], *each["floating_nodes"]]
    return ""
