# SPDX-License-Identifier: MIT
"""Are the windows of sway told and moved?"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from contracts.window_source import WindowSourceContract, settled, shown, start_app, until
from rideau.adapters.linux.sway_windows import SwayWindows
from rideau.adapters.linux.window_source import WindowSource
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


@pytest.fixture
def another(home: Home) -> Callable[[], WindowSource]:
    return lambda: SwayWindows(home.environment)


@pytest.fixture
def source(another: Callable[[], WindowSource]) -> Iterator[WindowSource]:
    opened = another()
    yield opened
    opened.close()


class TestSwayWindows(WindowSourceContract):
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


def _focused(home: Home) -> str:
    tree = json.loads(home.run(["swaymsg", "-t", "get_tree"]).stdout)
    waiting = [tree]
    while waiting:
        each = waiting.pop()
        if each["focused"]:
            return f"sway:{each['id']}"
        waiting += [*each["nodes"], *each["floating_nodes"]]
    return ""
