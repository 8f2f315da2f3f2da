# SPDX-License-Identifier: MIT
"""Do the cards at the door leave the keyboard to whoever types, and can they be reached all the same?"""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from stage.desktop import Desktop
from stage.program import Program
from stage.small_desktop import MANAGERS, small_desktop, wait_until

DOOR = Path(__file__).parents[1] / "ui/door_alone.py"
GRIP = QColor("#F4C95D")
TITLES = {"curtain": "Slack is closed for today", "countdown": "Slack closes in", "comeback": "Bring back"}


@pytest.fixture(params=MANAGERS)
def desktop(request: pytest.FixtureRequest) -> Iterator[Desktop]:
    """Stand on a small desktop, under one window manager after the other."""
    with small_desktop(request.param) as made:
        yield made


def start(desktop: Desktop, kind: str) -> Program:
    argv = [sys.executable, str(DOOR), kind, "en"]
    program = desktop.start(argv, log=f"{kind}.log", QT_QPA_PLATFORMTHEME="generic")
    wait_until(lambda: "ready" in program.output())
    return program


def active(desktop: Desktop) -> str:
    return desktop.run(["xdotool", "getactivewindow", "getwindowname"]).stdout.strip()


def is_shown(desktop: Desktop, title: str) -> bool:
    return bool(desktop.run(["xdotool", "search", "--onlyvisible", "--name", title]).stdout.split())


def has_come_down(desktop: Desktop, to: Path) -> bool:
    """Tell whether a card is drawn: its grip is a colour that nothing else here has."""
    picture = QImage(str(desktop.screenshot(to)))
    points = ((x, y) for y in range(0, picture.height(), 3) for x in range(0, picture.width(), 5))
    return sum(picture.pixelColor(x, y) == GRIP for x, y in points) > 5


@pytest.mark.parametrize("kind", ["curtain", "countdown", "comeback"])
def test_a_card_that_comes_takes_no_letter_from_whoever_types(desktop: Desktop, kind: str, tmp_path: Path) -> None:
    typist = start(desktop, "typist")
    wait_until(lambda: active(desktop) == "Typist")
    door = start(desktop, kind)
    wait_until(lambda: is_shown(desktop, TITLES[kind]))
    desktop.run(["xdotool", "type", "--delay", "20", "on with it"])
    wait_until(lambda: has_come_down(desktop, tmp_path / "screen.png"))
    desktop.run(["xdotool", "key", "Return", "Escape", "space"])
    desktop.run(["xdotool", "type", "--delay", "20", "and on"])
    wait_until(lambda: "typed on with it and on" in typist.output())
    assert active(desktop) == "Typist"
    assert door.output().split() == ["ready"]


def test_the_curtain_is_reached_with_alt_and_tab_and_answered_with_enter(desktop: Desktop) -> None:
    start(desktop, "typist")
    wait_until(lambda: active(desktop) == "Typist")
    door = start(desktop, "curtain")
    title = TITLES["curtain"]
    wait_until(lambda: is_shown(desktop, title))

    wait_until(lambda: "focus: True" in desktop.run(["xprop", "-name", title, "WM_HINTS"]).stdout)
    desktop.run(["xdotool", "key", "--delay", "200", "alt+Tab"])
    wait_until(lambda: active(desktop) == title)
    desktop.run(["xdotool", "key", "Return"])
    wait_until(lambda: "later slack/1" in door.output())


def test_a_click_answers_and_a_reason_can_be_typed(desktop: Desktop, tmp_path: Path) -> None:
    start(desktop, "typist")
    wait_until(lambda: active(desktop) == "Typist")
    door = start(desktop, "curtain")
    title = TITLES["curtain"]
    wait_until(lambda: has_come_down(desktop, tmp_path / "screen.png"))
    wait_until(lambda: is_shown(desktop, title))
    shape = desktop.run(["xdotool", "search", "--onlyvisible", "--name", title, "getwindowgeometry", "--shell"]).stdout
    place = dict(line.split("=") for line in shape.split() if "=" in line)
    middle = str(int(place["X"]) + int(place["WIDTH"]) // 2)
    low = str(int(place["Y"]) + int(place["HEIGHT"]) * 8 // 10)
    desktop.run(["xdotool", "mousemove", middle, low, "click", "1"])
    wait_until(lambda: "hold slack/1" in door.output())
    wait_until(lambda: active(desktop) == title)


def test_the_countdown_steps_behind_a_question_about_unsaved_work(desktop: Desktop) -> None:
    start(desktop, "saving")
    title = "Slack asks about unsaved work"
    wait_until(lambda: is_shown(desktop, title))

    def state() -> str:
        return desktop.run(["xprop", "-name", f"{title}; it is left in peace.", "_NET_WM_STATE"]).stdout

    wait_until(lambda: "_NET_WM_STATE(ATOM)" in state() and "ABOVE" not in state())
