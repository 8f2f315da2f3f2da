# SPDX-License-Identifier: MIT
"""What is one life of Rideau, from its start over a closing and an opening to its end, and what comes after a death?"""

import os
import signal
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from rideau.adapters.control_protocol import Command
from rideau.adapters.linux.apps.frozen_process import is_stopped
from rideau.domain.error import RideauError
from stage.faults import FROZEN, PASSING, STANDING, House, Snapshot
from stage.keeper import eventually
from stage.running import kill_rideau

DOOMED = Path(__file__).with_name("doomed.py")
LIVES = "-"
CLOSED, OPEN = 503, 502


class AtRest(StrEnum):
    """Name the moments of a life in which nothing is under way."""

    OPEN = "open"
    CLOSED = "closed"
    FROZEN = "frozen"
    OPEN_AGAIN = "open again"


class Life:
    """Be one run of Rideau in a house, which may be killed on the way."""

    def __init__(self, house: House, step: str = LIVES, *, is_alone: bool = True) -> None:
        """Start it; it dies at ``step`` of its ledger, or at the moment of rest that is called so.

        Unless it ``is_alone`` in that, its keeper dies with it.
        """
        self._is_alone = is_alone
        self._house = house
        self._step = step
        house.notes.unlink(missing_ok=True)
        how = "alone" if is_alone else "together"
        words = [sys.executable, "-P", str(DOOMED), how, step, str(house.notes), "rideau"]
        self._program = house.start(words, log="rideau.log")

    @property
    def is_over(self) -> bool:
        """Tell whether it has ended."""
        return not self._program.is_running

    @property
    def was_killed(self) -> bool:
        """Tell whether it ended as by ``kill -9``."""
        return self.is_over and self._program.wait() == -signal.SIGKILL

    def steps(self) -> list[str]:
        """Return the steps that it took."""
        return self._house.notes.read_text().splitlines() if self._house.notes.exists() else []

    def run(self, look: Callable[[AtRest], None] = lambda _: None) -> None:
        """Go through a closing, a launch and an opening to the end, or to where it dies; ``look`` at each rest."""
        acts: tuple[tuple[AtRest, Callable[[], None]], ...] = (
            (AtRest.OPEN, self._begin),
            (AtRest.CLOSED, self._close),
            (AtRest.FROZEN, self._launch),
            (AtRest.OPEN_AGAIN, self._open),
        )
        for rest, act in acts:
            act()
            if self.is_over:
                return
            look(rest)
            if rest == self._step:
                self._die()
                return
        self._say(Command.QUIT)
        self._program.wait()

    def _die(self) -> None:
        if self._is_alone:
            os.kill(self._program.pid, signal.SIGKILL)
        else:
            kill_rideau(self._house.mark)
        self._program.wait()

    def _begin(self) -> None:
        house = self._house
        self._until(lambda: house.answers() and set(house.pending()) >= STANDING and house.gate_says() == OPEN)

    def _close(self) -> None:
        house = self._house
        self._say(Command.CLOSE)
        self._until(
            lambda: (
                set(house.pending()) >= PASSING
                and all(each.mute for each in house.streams())
                and house.gate_says() == CLOSED
            )
        )

    def _launch(self) -> None:
        late = self._house.late
        late.start()
        self._until(lambda: late.pids() and all(map(is_stopped, late.processes())) and FROZEN in self._house.pending())

    def _open(self) -> None:
        self._say(Command.RESUME)
        self._until(lambda: set(self._house.pending()) == STANDING)

    def _say(self, command: Command) -> None:
        with suppress(RideauError):  # it may die of it
            self._house.do(command)

    def _until(self, is_so: Callable[[], object]) -> None:
        try:
            eventually(lambda: self.is_over or is_so())
        except AssertionError:
            said = f"{self._step}: {self._house.pending()} {self._program.output()}"
            raise AssertionError(said) from None


class Lived(NamedTuple):
    """Hold what one whole life told, in which nobody was killed."""

    untouched: Snapshot
    """How everything was before Rideau ran."""
    at: Mapping[AtRest, Snapshot]
    steps: tuple[str, ...]

    @property
    def closing(self) -> Snapshot:
        """Return how everything is before Rideau closes: browsers are led to the gate while it runs."""
        return self.at[AtRest.OPEN]


def learn(house: House) -> Lived:
    """Live one whole life."""
    untouched = house.snapshot()
    seen: dict[AtRest, Snapshot] = {}
    life = Life(house)
    life.run(lambda rest: seen.update({rest: house.snapshot()}))
    clear(house)
    house.seconds_until(untouched)
    return Lived(untouched, seen, tuple(life.steps()))


def die(house: House, step: str, *, is_alone: bool) -> bool:
    """Live up to ``step``, see ``Life``; return whether it came to that."""
    life = Life(house, step, is_alone=is_alone)
    life.run()
    if not is_alone:
        kill_rideau(house.mark)
    return life.was_killed


def clear(house: House) -> None:
    """Make ready for the next life, which is to begin as the first one did."""
    kill_rideau(house.mark)
    house.late.kill()
    house.let_a_day_pass()
    if not house.pending():
        house.paths.ledger_file.unlink(missing_ok=True)
