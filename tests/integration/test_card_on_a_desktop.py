# SPDX-License-Identifier: MIT
"""Does a card on a real X screen leave the keyboard, the pointer and the other screen alone?"""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from contracts.card import A_CARD
from rideau.adapters.card_lines import CLOSE, WITHDRAW, CardLetter, answer_from, letter_line, read_line
from rideau.domain.tip import Gesture, Outcome, Picture
from rideau.ports.card import Card
from stage.desktop import Desktop
from stage.program import Program
from stage.small_desktop import MANAGERS, PATIENCE_S, small_desktop, wait_until

DOOR = Path(__file__).parents[1] / "ui/door_alone.py"
TYPIST = "Typist"
FIRST, SECOND = (0.25, 0.908), (0.72, 0.908)
"""Where the answers are on a card of two lines each, as shares of its size."""


class Shape(NamedTuple):
    """Hold where a window is on the screen."""

    x: int
    y: int
    width: int
    height: int


@pytest.fixture(params=MANAGERS)
def desktop(request: pytest.FixtureRequest) -> Iterator[Desktop]:
    """Stand on a small desktop, under one window manager after the other."""
    with small_desktop(request.param) as made:
        yield made


class Shown:
    """Hold a card in its process."""

    def __init__(self, desktop: Desktop, card: Card, **how: bool) -> None:
        self._desktop = desktop
        argv = [sys.executable, "-P", "-m", "rideau", "card", "--led"]
        environment = {**desktop.environment, "QT_QPA_PLATFORM": "xcb"}
        self.process = subprocess.Popen(argv, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.say(letter_line(CardLetter(card, is_motion_reduced=True, **how)))  # it stands where it is to stand
        assert self.answer() is None

    def say(self, line: bytes) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line)
        self.process.stdin.flush()

    def answer(self) -> Outcome | None:
        """Wait for its next answer."""
        assert self.process.stdout is not None
        line, _ = read_line(lambda _size: self.process.stdout.readline() if self.process.stdout else b"")
        said = answer_from(line)
        assert said is not None, line
        self.line = said.line
        return said.outcome

    def shape(self) -> Shape:
        found = self._desktop.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)]).stdout.split()
        told = self._desktop.run(["xdotool", "getwindowgeometry", "--shell", found[-1]]).stdout
        place = dict(line.split("=") for line in told.splitlines() if "=" in line)
        return Shape(*(int(place[name]) for name in ("X", "Y", "WIDTH", "HEIGHT")))

    def end(self) -> int:
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()
        return self.process.wait(PATIENCE_S)


@pytest.fixture
def show(desktop: Desktop) -> Iterator[Callable[..., Shown]]:
    """Show cards; they are gone afterwards."""
    made: list[Shown] = []

    def build(card: Card = A_CARD, **how: bool) -> Shown:
        made.append(Shown(desktop, card._replace(seconds=0), **how))
        return made[-1]

    yield build
    for each in made:
        each.end()


def typist(desktop: Desktop) -> Program:
    program = desktop.start(
        [sys.executable, str(DOOR), "typist", "en"], log="typist.log", QT_QPA_PLATFORMTHEME="generic"
    )
    wait_until(lambda: active(desktop) == TYPIST)
    return program


def active(desktop: Desktop) -> str:
    return desktop.run(["xdotool", "getactivewindow", "getwindowname"]).stdout.strip()


def has_keyboard(desktop: Desktop) -> str:
    return desktop.run(["xdotool", "getwindowfocus", "getwindowname"]).stdout.strip()


def focus(desktop: Desktop) -> tuple[str, str]:
    """Return the active window, and the one that has the keyboard."""
    run = desktop.run
    return run(["xdotool", "getactivewindow"]).stdout, run(["xdotool", "getwindowfocus"]).stdout


def click(desktop: Desktop, shape: Shape, share: tuple[float, float]) -> None:
    x, y = round(shape.x + shape.width * share[0]), round(shape.y + shape.height * share[1])
    desktop.run(["xdotool", "mousemove", str(x), str(y), "click", "1"])


@pytest.mark.parametrize("is_unmanaged", [False, True])
@pytest.mark.parametrize(("share", "outcome"), [(FIRST, Outcome.FOLLOWED), (SECOND, Outcome.DISMISSED)])
def test_the_keyboard_stays_where_it_is(
    desktop: Desktop, show: Callable[..., Shown], share: tuple[float, float], outcome: Outcome, *, is_unmanaged: bool
) -> None:
    writer = typist(desktop)
    before = focus(desktop)
    card = show(is_unmanaged=is_unmanaged)
    wait_until(lambda: card.shape().width < 400)
    assert focus(desktop) == before
    desktop.run(["xdotool", "type", "--delay", "20", "on with it"])
    desktop.run(["xdotool", "key", "Return", "Escape", "space"])
    click(desktop, card.shape(), share)
    assert card.answer() is outcome
    assert focus(desktop) == before
    assert card.process.wait(PATIENCE_S) == 0
    assert focus(desktop) == before
    desktop.run(["xdotool", "type", "--delay", "20", "and on"])
    wait_until(lambda: "typed on with it and on" in writer.output())


def test_it_stands_in_the_corner_that_the_pointer_is_not_in(desktop: Desktop, show: Callable[..., Shown]) -> None:
    corners = []
    for pointer in (("10", "10"), ("1200", "700")):
        desktop.run(["xdotool", "mousemove", *pointer])
        shape = show().shape()
        corners.append((shape.x > 640, shape.y + shape.height > 700))
        assert not (
            shape.x <= int(pointer[0]) < shape.x + shape.width and shape.y <= int(pointer[1]) <= shape.y + shape.height
        )
    assert corners == [(True, True), (True, False)]


def test_a_click_beside_it_reaches_what_is_there(desktop: Desktop, show: Callable[..., Shown]) -> None:
    shape = show().shape()
    found = []
    for x in (shape.x + shape.width // 2, shape.x + shape.width - 5):  # its window goes on to the screen's edge
        desktop.run(["xdotool", "mousemove", str(x), str(shape.y + shape.height // 2)])
        told = desktop.run(["xdotool", "getmouselocation", "--shell"]).stdout
        found.append(dict(line.split("=") for line in told.splitlines())["WINDOW"])
    assert found[0] != found[1]


def test_it_comes_to_the_screen_of_the_window_in_use(desktop: Desktop, show: Callable[..., Shown]) -> None:
    for name, shape, output in (("LEFT", "640/160x800/200+0+0", "screen"), ("RIGHT", "640/160x800/200+640+0", "none")):
        assert desktop.run(["xrandr", "--setmonitor", name, shape, output]).returncode == 0
    typist(desktop)
    desktop.run(["xdotool", "mousemove", "1000", "100"])
    for left, is_right in (("50", False), ("800", True)):
        desktop.run(["xdotool", "search", "--onlyvisible", "--name", TYPIST, "windowmove", "--sync", left, "100"])
        shape = show().shape()
        assert (shape.x >= 640) is is_right
        assert is_right or shape.x + shape.width <= 640


def test_a_word_takes_it_off_the_screen_and_so_does_the_end_of_the_pipe(
    desktop: Desktop, show: Callable[..., Shown]
) -> None:
    del desktop
    for line in (WITHDRAW, CLOSE, b"what\n" + WITHDRAW):
        card = show()
        card.say(line)
        assert card.process.wait(PATIENCE_S) == 0
    assert show().end() == 0


def test_one_that_was_asked_for_takes_the_keyboard_and_is_answered_by_it(
    desktop: Desktop, show: Callable[..., Shown]
) -> None:
    typist(desktop)
    for keys, outcome in ((["Escape"], Outcome.DISMISSED), (["Return"], Outcome.FOLLOWED)):
        card = show(A_CARD._replace(is_asked_for=True))
        wait_until(lambda: has_keyboard(desktop) == active(desktop) == "Rideau")
        desktop.run(["xdotool", "key", *keys])
        assert card.answer() is outcome
        wait_until(lambda: active(desktop) == TYPIST)


def test_a_line_takes_the_keyboard_only_once_somebody_clicks_into_it(
    desktop: Desktop, show: Callable[..., Shown]
) -> None:
    typist(desktop)
    card = show(A_CARD._replace(gesture=Gesture.WRITE, picture=Picture.FEATHER))
    wait_until(lambda: card.shape().width < 400)
    click(desktop, card.shape(), FIRST)
    assert active(desktop) == TYPIST
    for height in range(60, 80, 2):  # down to the line, and to the way on below it, which waits for one
        click(desktop, card.shape(), (0.5, height / 100))
    wait_until(lambda: has_keyboard(desktop) == active(desktop) == "Rideau")
    desktop.run(["xdotool", "type", "--delay", "20", "Call Ana"])
    desktop.run(["xdotool", "key", "Return"])
    assert card.answer() is Outcome.FOLLOWED
    assert card.line == "Call Ana"
    wait_until(lambda: active(desktop) == TYPIST)
