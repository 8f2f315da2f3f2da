# SPDX-License-Identifier: MIT
"""What does the lock level let a hand do now? (SPEC E8, CONTRACT "Commands")."""

from datetime import datetime, timedelta

from rideau.domain.error import RefusedError
from rideau.domain.override import OverrideKind
from rideau.domain.settings import LockLevel
from rideau.domain.text import Text
from rideau.services.status import Status

LONGEST_KEY = timedelta(minutes=30)
"""At the firm level a key is for a few minutes, and the curtain comes back by itself."""


def open_refusal(status: Status, duration: timedelta | None = None) -> RefusedError | None:
    """Return why the shop can't be opened by hand now, or None when it can (or is open already)."""
    if status.interval.phase.is_open or status.lock_level is LockLevel.GENTLE:
        return None
    if status.lock_level is LockLevel.LOCKED:
        return RefusedError(Text("The lock is on: nothing opens before the next opening."))
    if duration is not None and duration > LONGEST_KEY:
        return RefusedError(
            Text("At the firm level the key is for at most {minutes} minutes.", minutes=_minutes(LONGEST_KEY)),
            Text("Ask for less; it can be used again."),
        )
    return None


def resume_refusal(status: Status) -> RefusedError | None:
    """Return why the schedule can't be resumed now, or None: only an early closing under the lock holds."""
    is_closed_early = status.override is not None and status.override.kind is OverrideKind.CLOSE
    if is_closed_early and status.lock_level is LockLevel.LOCKED:
        return RefusedError(Text("You closed early with the lock on: it holds until the next opening."))
    return None


def closing_refusal(status: Status, end: datetime | None) -> RefusedError | None:
    """Return why the shop can't be closed until ``end`` (None: for good) now, or None: no early closing gets shorter.

    A shorter one under the lock would be a way to resume.
    """
    held = status.override
    if held is None or end is None or (held.end is not None and held.end <= end):
        return None
    return resume_refusal(status)


def _minutes(duration: timedelta) -> int:
    return int(duration.total_seconds() // 60)
