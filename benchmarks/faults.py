# SPDX-License-Identifier: MIT
"""Is everything back after ``kill -9`` at any step of the ledger, and how soon? With every enforcer at work.

Usage: ``python benchmarks/faults.py [--every 1]``, which takes some 15 minutes. In a home with settings of the person's
own and in a new one, the tray is killed at each step of a whole life (start, closing, launch, opening, end): with its
keeper before ``rideau restore`` and before the next start, and alone before the keeper's; and so are installing and
restoring. Prints what did not come back, and the times beside what is promised; ends with 1 where that is missed.
"""

import argparse
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1] / "tests")]

from programs.figures import Table  # noqa: E402 - after the path

from stage.doomed_life import AtRest, Lived, clear, die, learn  # noqa: E402 - as above
from stage.faults import House  # noqa: E402 - as above
from stage.recovery import (  # noqa: E402 - as above
    Way,
    is_kept_at,
    is_killed,
    restored,
    restores_killed,
    started_by_the_keeper,
    started_in_the_morning,
    steps_of,
)

MOST_MS = 2000
INSTALL = ("browsers", "install")


class Sweep:
    """Kill at step after step in a house, and keep count."""

    def __init__(self) -> None:
        """Begin with nothing counted."""
        self.table = Table()
        self.problems = 0
        self.deaths = 0

    def live_in(self, house: House) -> None:
        """Learn there what is killed from now on."""
        self.house, self.lived = house, learn(house)
        print(f"{len(self.lived.steps)} steps of the ledger, {len(AtRest)} moments at rest")

    def kill_lives(self, every: int) -> None:
        """Kill at every step of a life, in every way there is."""
        for step in [*self.lived.steps, *AtRest][::every]:
            for way in (restored, started_in_the_morning, started_by_the_keeper):
                is_alone = way is started_by_the_keeper
                if is_kept_at(step) or not is_alone:
                    self._kill(step, way, partial(die, self.house, step, is_alone=is_alone))
        self._kill(AtRest.FROZEN, restored_at_last, partial(die, self.house, AtRest.FROZEN, is_alone=False))

    def kill_installing(self, every: int) -> None:
        """Kill ``rideau browsers install`` at every step."""
        steps = steps_of(self.house, *INSTALL)
        print(f"{len(steps)} steps of installing")
        assert self.house.rideau.command("restore").returncode == 0
        for step in steps[::every]:
            if not step.startswith("within"):  # of those there are less where the ledger is there already
                self._kill(step, restored, partial(is_killed, self.house, step, *INSTALL))

    def _kill(self, step: str, way: Way, death: Callable[[], bool]) -> None:
        self.deaths += 1
        try:
            assert death(), "it never came to that"
            took_ms = way(self.house, self.lived) * 1000
            self.table.add(f"{way.__name__.replace('_', ' ')}, to everything as before", took_ms, most=MOST_MS)
            assert not self.house.pending(), "not everything is settled"
        except AssertionError as error:
            self.problems += 1
            print(f"{step}, {way.__name__}: {str(error)[:2000]}", flush=True)
            self.house.rideau.command("restore")
        clear(self.house)


def restored_at_last(house: House, lived: Lived) -> float:
    """Kill the restores too, and return how long the last one took."""
    print(f"{restores_killed(house)} restores killed in turn")
    return restored(house, lived)


def main() -> int:
    """Kill, look, print, and say whether everything promised is kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="take every so manieth step only")
    options = parser.parse_args()
    sweep = Sweep()
    for is_new in (False, True):
        with House(is_new=is_new) as house:
            sweep.live_in(house)
            sweep.kill_lives(options.every)
            sweep.kill_installing(options.every)
    all_of = 100 * (1 - sweep.problems / sweep.deaths)
    sweep.table.add_as("%", f"of {sweep.deaths} deaths, everything as before", all_of, least=100)
    return 0 if sweep.table.print() else 1


if __name__ == "__main__":
    sys.exit(main())
