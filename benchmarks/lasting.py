# SPDX-License-Identifier: MIT
"""Does the tray grow as the days go by? Its own memory after cards, settings read again, openings and closings.

Usage: ``python benchmarks/lasting.py [--cards 50] [--reloads 50] [--openings 100]``, on the desktop of
``benchmarks/tray.py``: an X screen, a session bus, a sound server, everything guarded and every sense listening.
The first card, opening and twenty readings load what they need and make room; the bar of 1 MB holds for what follows.
"""

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(FOLDER / "tests"), str(FOLDER / "benchmarks")]

from programs.guarded_desktop import SETTINGS, GuardedDesktop, guarded_desktop  # noqa: E402 - after the path
from tray import Figures, start  # noqa: E402 - after the path

from stage.running import RIDEAU  # noqa: E402 - after the path

CARD_S = 0.4
"""How long a card has to come before it is put away."""
RELOAD_S = 0.6
"""Longer than the pause after which an edited file is read."""
SETTLING_S = 3
MOST_MB = 1.0
ALWAYS_OPEN = "".join(
    f'{day} = ["00:00-23:59"]\n'
    for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
)


class Lasting:
    """Hold the tray that is worn."""

    def __init__(self, desktop: GuardedDesktop) -> None:
        """Start it."""
        self._desktop = desktop
        self._file = desktop.config / "rideau/config.toml"
        self._closed = self._file.read_text()
        self._open = self._closed.replace("monday = []\n", ALWAYS_OPEN)
        self._pid = start(desktop, RIDEAU, Figures()).pid
        desktop.check_guarded()

    def grow(self, label: str, count: int, act: Callable[[int], None], most_mb: float | None = MOST_MB) -> None:
        """Act so often, and print what stays."""
        before = self._own_mb()
        for number in range(count):
            act(number)
        after = self._own_mb()
        bar = "" if most_mb is None else f"  (at most {most_mb:.1f})"
        print(f"{count:4} {label:24} {before:6.2f} -> {after:6.2f} MB   {after - before:+.2f} MB{bar}", flush=True)

    def show_card(self, _: int) -> None:
        """Show a card by hand, and put it away."""
        for word in ("now", "dismiss"):
            done = self._desktop.run([*RIDEAU, "tip", word])
            assert done.returncode == 0, done.stderr
            time.sleep(CARD_S)

    def reload(self, number: int) -> None:
        """Have the settings read again."""
        self._write(f"{self._closed}# {number}\n")

    def turn(self, number: int) -> None:
        """Open or close everything."""
        self._write(self._closed if number % 2 else self._open)

    def _write(self, text: str) -> None:
        self._file.write_text(text)
        time.sleep(RELOAD_S)

    def _own_mb(self) -> float:
        """Return its anonymous memory: what it maps from files may be shared with whatever else runs by now."""
        time.sleep(SETTLING_S)
        rollup = Path(f"/proc/{self._pid}/smaps_rollup").read_text()
        return next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Anonymous:")) / 1024


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cards", type=int, default=50)
    parser.add_argument("--reloads", type=int, default=50)
    parser.add_argument("--openings", type=int, default=100)
    options = parser.parse_args()
    with guarded_desktop() as desktop:
        assert "monday = []\n" in SETTINGS
        lasting = Lasting(desktop)
        lasting.grow("first card", 1, lasting.show_card, None)
        lasting.grow("cards more", options.cards, lasting.show_card)
        lasting.grow("first readings", 20, lasting.reload, None)
        lasting.grow("readings more", options.reloads, lasting.reload)
        lasting.grow("first opening, closing", 2, lasting.turn, None)
        lasting.grow("openings and closings", options.openings, lasting.turn)


if __name__ == "__main__":
    main()
