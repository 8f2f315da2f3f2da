# SPDX-License-Identifier: MIT
"""In which ways does everything come back after a death, and how soon?"""

import signal
import sys
import time
from collections.abc import Callable

from rideau.adapters.control_protocol import Command
from stage.doomed_life import DOOMED, LIVES, AtRest, Lived
from stage.faults import FROZEN, PASSING, House
from stage.keeper import eventually
from stage.running import RIDEAU, trays_of

Way = Callable[[House, Lived], float]


def restored(house: House, lived: Lived) -> float:
    """With no keeper left, have the person say ``rideau restore``; return how long it took."""
    began = time.monotonic()
    done = house.rideau.command("restore")
    assert done.returncode == 0, done.stdout + done.stderr
    house.seconds_until(lived.untouched)
    return time.monotonic() - began


def started_in_the_morning(house: House, lived: Lived) -> float:
    """With no keeper left, let the closed hours pass, and start; return how long it took."""
    house.let_a_day_pass()
    began = time.monotonic()
    life = house.start([*RIDEAU], log="rideau.log")
    house.seconds_until(lived.closing)
    took = time.monotonic() - began
    eventually(house.answers)
    house.do(Command.QUIT)
    assert life.wait() == 0
    house.seconds_until(lived.untouched)
    return took


def started_by_the_keeper(house: House, lived: Lived) -> float:
    """Have the keeper start it again, closed as it was, and open; return how long it took from then on."""
    eventually(lambda: trays_of(house.mark))
    began = time.monotonic()
    eventually(house.answers)
    house.do(Command.RESUME)
    house.seconds_until(lived.closing)
    took = time.monotonic() - began
    house.do(Command.QUIT)
    house.seconds_until(lived.untouched)
    return took


def is_kept_at(step: str) -> bool:
    """Tell whether a keeper stands by at ``step``, to start what is killed there: between the start and the end."""
    return step in set(AtRest) or any(f" {kind} " in step for kind in PASSING | {FROZEN})


def restores_killed(house: House) -> int:
    """With no keeper left, kill ``rideau restore`` at each change that it puts back, twice; return how many died."""
    kinds = tuple(dict.fromkeys(reversed(house.pending())))
    for kind in kinds:
        for when in ("before", "within"):
            assert is_killed(house, f"{when} settle {kind} 1", "restore"), f"{when} {kind}"
    return 2 * len(kinds)


def steps_of(house: House, *command: str) -> tuple[str, ...]:
    """Run a command that needs no app to its end; return the steps of the ledger that it took."""
    house.notes.unlink(missing_ok=True)
    assert not is_killed(house, LIVES, *command)
    return tuple(house.notes.read_text().splitlines())


def is_killed(house: House, step: str, *command: str) -> bool:
    """Run a command that dies at ``step``; tell whether it did."""
    words = ["alone", step, str(house.notes), "rideau", *command]
    return house.start([sys.executable, "-P", str(DOOMED), *words], log="command.log").wait() == -signal.SIGKILL
