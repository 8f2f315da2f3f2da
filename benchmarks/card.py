# SPDX-License-Identifier: MIT
"""What does a card cost? Until its first frame, while it moves, once it is still, until it is hidden, and in the tray.

Usage: ``python benchmarks/card.py [--openings 9] [--cards 50] [--pictures glass star tools]``. Cards open in turn with
a bare window of PySide6, each in a process of its own as the tray starts them, on a virtual screen under openbox.
"""

import argparse
import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(FOLDER / "tests"), str(FOLDER / "benchmarks")]

from contracts.card import A_CARD  # noqa: E402 - after the path
from rideau.adapters.card_lines import SEEN, WITHDRAW, CardLetter, letter_line  # noqa: E402 - after the path
from rideau.domain.tip import Picture  # noqa: E402 - after the path
from stage.desktop import Desktop, Furniture  # noqa: E402 - after the path
from stage.windows import WindowWatch  # noqa: E402 - after the path

PROGRAMS = FOLDER / "benchmarks/programs"
MOST_MS, MOST_HIDING_MS, MOST_MOVING, MOST_MB = 400.0, 250.0, 3.0, 1.0
COMMAND = (sys.executable, "-P", "-m", "rideau", "card", "--led")


def bare_ms(desktop: Desktop) -> float:
    """Return how long a bare window took from its start to its first frame."""
    begun = time.monotonic()
    argv = [sys.executable, str(PROGRAMS / "bare_window.py")]
    with subprocess.Popen(argv, env=desktop.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        return (float(process.stdout.readline()) - begun) * 1000


def card_ms(desktop: Desktop) -> tuple[float, float]:
    """Return how long a card took from its trigger to its first frame, and from its withdrawal until it was hidden."""
    with WindowWatch(desktop.environment) as watch:
        begun = time.monotonic()
        environment = {**desktop.environment, "QT_QPA_PLATFORM": "xcb"}
        with subprocess.Popen(COMMAND, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(letter_line(CardLetter(A_CARD)))
            process.stdin.flush()
            assert process.stdout.readline() == SEEN
            seen = time.monotonic()
            time.sleep(0.5)
            watch.clear()
            called = time.monotonic()
            process.stdin.write(WITHDRAW)
            process.stdin.flush()
            assert watch.wait("unmap")
            hidden = next(each.at for each in watch.events if each.kind == "unmap")
    return (seen - begun) * 1000, (hidden - called) * 1000


def measure_openings(desktop: Desktop, openings: int) -> bool:
    """Open each in turn and print the medians."""
    bare, cards, hiding = list[float](), list[float](), list[float]()
    for turn in range(openings + 1):
        plain, (opened, hidden) = bare_ms(desktop), card_ms(desktop)
        if turn:  # the first time reads everything from the disk
            bare.append(plain)
            cards.append(opened)
            hiding.append(hidden)
    for name, figures, most in (
        ("bare window, first frame", bare, 0.0),
        ("card, first frame", cards, MOST_MS),
        ("card, withdrawn until hidden", hiding, MOST_HIDING_MS),
    ):
        limit = f"  (at most {most:.0f})" if most else ""
        print(f"{name:30} median {statistics.median(figures):5.0f} ms, most {max(figures):5.0f} ms{limit}")
    return statistics.median(cards) <= MOST_MS and max(hiding) <= MOST_HIDING_MS


def measure_moving(desktop: Desktop, pictures: list[str]) -> bool:
    """Let each picture move and print what that took."""
    is_fine = True
    for name in pictures:
        argv = [sys.executable, str(PROGRAMS / "moving_card.py"), name]
        said = subprocess.run(argv, env=desktop.environment, capture_output=True, text=True, timeout=60, check=True)
        fps, moving, _, still = json.loads(said.stdout.splitlines()[-1])
        is_fine &= moving <= MOST_MOVING
        print(f"{name:9} {fps:4.1f} frames/s at {moving:3.1f} % of a core (at most 3), still {still:3.1f} %")
    return is_fine


def measure_memory(desktop: Desktop, cards: int) -> bool:
    """Show many cards and print what they leave in the process that leads them."""
    argv = [sys.executable, str(PROGRAMS / "many_cards.py"), str(cards)]
    said = subprocess.run(argv, env=desktop.environment, capture_output=True, text=True, timeout=600, check=True)
    before, after = map(float, said.stdout.split())
    print(
        f"who leads {cards} cards: {before:.2f} MB before, {after:.2f} MB after: {after - before:+.2f} MB (at most +1)"
    )
    return after - before <= MOST_MB


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--openings", type=int, default=9)
    parser.add_argument("--cards", type=int, default=50)
    parser.add_argument("--pictures", nargs="*", default=[each.value for each in Picture])
    options = parser.parse_args()
    with Desktop(Furniture(notifications=None)) as desktop:
        fine = [
            measure_openings(desktop, options.openings),
            measure_moving(desktop, options.pictures),
            measure_memory(desktop, options.cards),
        ]
    return 0 if all(fine) else 1


if __name__ == "__main__":
    sys.exit(main())
