# SPDX-License-Identifier: MIT
"""Is everything back after ``kill -9`` at any step of the ledger, and how soon? With every enforcer at work.

Usage: ``python benchmarks/faults.py [--every 1]``. Kills the tray at each step of a whole life (start, closing, launch,
opening, end): with its keeper before ``rideau restore`` and before the next start, and alone before the keeper's.
Prints what did not come back, and the times beside what is promised; ends with 1 where that is missed.
"""

import argparse
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1] / "tests")]

from programs.figures import Table  # noqa: E402 - after the path

from stage.doomed_life import AtRest, Lived, clear, die, learn  # noqa: E402 - as above
from stage.faults import House  # noqa: E402 - as above
from stage.recovery import (  # noqa: E402 - as above
    Way,
    is_kept_at,
    restored,
    restores_killed,
    started_by_the_keeper,
    started_in_the_morning,
)

MOST_MS = 2000


class Sweep:
    """Kill at step after step, and keep count."""

    def __init__(self, house: House, lived: Lived) -> None:
        """Begin with nothing counted."""
        self._house = house
        self._lived = lived
        self.table = Table()
        self.problems: list[str] = []
        self.deaths = 0

    def kill(self, step: str, way: Way) -> None:
        """Kill at ``step``, and see what comes after in one of the ways."""
        self.deaths += 1
        try:
            assert die(self._house, step, is_alone=way is started_by_the_keeper), "it never came to that"
            name = way.__name__.replace("_", " ")
            self.table.add(f"{name}, to everything as before", way(self._house, self._lived) * 1000, most=MOST_MS)
            if self._house.pending():
                self.problems.append(f"{step}, {way.__name__}: {self._house.pending()} are still in the ledger")
        except AssertionError as error:
            self.problems.append(f"{step}, {way.__name__}: {str(error)[:2000]}")
            self._house.rideau.command("restore")
        clear(self._house)


def restored_at_last(house: House, lived: Lived) -> float:
    """Kill the restores too, and return how long the last one took."""
    print(f"{restores_killed(house)} restores killed in turn")
    return restored(house, lived)


def main() -> int:
    """Kill, look, print, and say whether everything promised is kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="take every so manieth step only")
    options = parser.parse_args()
    with House() as house:
        lived = learn(house)
        print(f"{len(lived.steps)} steps of the ledger, {len(AtRest)} moments at rest")
        sweep = Sweep(house, lived)
        for step in [*lived.steps, *AtRest][:: options.every]:
            sweep.kill(step, restored)
            sweep.kill(step, started_in_the_morning)
            if is_kept_at(step):
                sweep.kill(step, started_by_the_keeper)
        sweep.kill(AtRest.FROZEN, restored_at_last)
    print(*sweep.problems, sep="\n")
    all_of = 100 * (1 - len(sweep.problems) / sweep.deaths)
    sweep.table.add_as("%", f"of {sweep.deaths} deaths, everything as before", all_of, least=100)
    return 0 if sweep.table.print() else 1


if __name__ == "__main__":
    sys.exit(main())
