# SPDX-License-Identifier: MIT
"""What does a key cost, and how long does it open? (SPEC E8)."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from rideau.domain.override import OverrideKind
from rideau.domain.schedule import Schedule
from rideau.domain.text import Text
from rideau.domain.wall_clock import FIRST_INSTANT

FIRST_WAIT = timedelta(seconds=10)
LONGEST_WAIT = timedelta(hours=1)
"""Doubling ends here: at the tenth key of one evening."""
SHORTEST_KEY = timedelta(minutes=5)
LONGEST_KEY = timedelta(minutes=30)
"""A key is for a few minutes, and the curtain comes back by itself."""
KEY_VALID = timedelta(seconds=60)
"""How long a key waits to be turned once it can be: who walked away meanwhile asks again."""
EMERGENCY_WAIT = timedelta(minutes=10)
EMERGENCY_OPENING = timedelta(minutes=30)
EMERGENCY = Text("In an emergency: “rideau open --emergency”; it takes ten minutes.")
"""What is said wherever the lock refuses."""
_INSTANT = timedelta(microseconds=1)


class Exit(StrEnum):
    """Name a way out of a closed stretch."""

    KEY = "key"
    EMERGENCY = "emergency"
    """Works under the lock, too."""
    QUIT = "quit"
    RESTORE = "restore"


class KeyTurn(NamedTuple):
    """Hold one key that was asked for and is not through yet: the wait before it opens."""

    id: str
    """What is to be said again at ``due``, to open."""
    due: datetime
    """When it can open, aware UTC; on a clock that nobody can set."""
    wait: timedelta
    duration: timedelta
    """How long it opens then; nothing for leaving."""
    reason: str
    exit: Exit = Exit.KEY


def wait_before(keys_used: int) -> timedelta:
    """Return how long the next key waits after so many in the same closed stretch: 10 s, twice that each time."""
    return min(FIRST_WAIT * (1 << min(keys_used, 20)), LONGEST_WAIT)


def closed_since(schedule: Schedule, now: datetime) -> datetime | None:
    """Return when the closed stretch around ``now`` began, aware UTC, whatever keys did meanwhile; None where open.

    The first instant of all where nothing in reach ever opened.
    """
    closings = tuple(each for each in schedule.overrides if each.kind is OverrideKind.CLOSE)
    if closings != schedule.overrides:
        schedule = schedule.with_overrides(closings)
    since, interval = None, schedule.interval_at(now)
    while not interval.phase.is_open:
        if interval.start is None:
            return FIRST_INSTANT
        since = interval.start
        interval = schedule.interval_at(since - _INSTANT)
    return since
