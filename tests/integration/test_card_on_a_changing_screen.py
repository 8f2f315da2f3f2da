# SPDX-License-Identifier: MIT
"""Can a card still be seen, and closed, once the screen it stands on shows less than before?"""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from contracts.card import A_CARD
from rideau.adapters.card_lines import SEEN, CardLetter, letter_line
from stage.desktop import Desktop
from stage.small_desktop import MANAGERS, PATIENCE_S, small_desktop, wait_until

SMALL = ("40", "800", "840", "968", "1056", "600", "601", "605", "628")


@pytest.fixture(name="desktop", scope="module")
def fixture_desktop() -> Iterator[Desktop]:
    with small_desktop(MANAGERS[0]) as made:
        yield made


def corner(desktop: Desktop, card: int) -> tuple[int, int]:
    """Return where a process's window begins."""
    (window,) = desktop.run(["xdotool", "search", "--onlyvisible", "--pid", str(card)]).stdout.split()[-1:]
    told = desktop.run(["xdotool", "getwindowgeometry", "--shell", window]).stdout
    place = dict(line.split("=") for line in told.splitlines() if "=" in line)
    return int(place["X"]), int(place["Y"])


def test_it_comes_along_to_what_is_left_of_the_screen(desktop: Desktop) -> None:
    argv = [sys.executable, "-P", "-m", "rideau", "card", "--led"]
    environment = {**desktop.environment, "QT_QPA_PLATFORM": "xcb"}
    with subprocess.Popen(argv, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as card:
        assert card.stdin is not None
        assert card.stdout is not None
        card.stdin.write(letter_line(CardLetter(A_CARD._replace(seconds=0), is_motion_reduced=True)))
        card.stdin.flush()
        assert card.stdout.readline() == SEEN
        wait_until(lambda: corner(desktop, card.pid) > (800, 0))
        for words in (("--newmode", "small", *SMALL), ("--addmode", "screen", "small")):
            assert desktop.run(["xrandr", *words]).returncode == 0
        assert desktop.run(["xrandr", "--output", "screen", "--mode", "small"]).returncode == 0
        wait_until(lambda: corner(desktop, card.pid)[0] < 600)
        assert min(corner(desktop, card.pid)) >= 0
        card.stdin.close()
        assert card.wait(PATIENCE_S) == 0
