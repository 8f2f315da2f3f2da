# SPDX-License-Identifier: MIT
"""What does the lock level let a hand do now? (SPEC E8, CONTRACT "Commands")."""

from datetime import datetime, timedelta

from rideau.domain.error import RefusedError
from rideau.domain.key import EMERGENCY, LONGEST_KEY, SHORTEST_KEY
from rideau.domain.override import Override, OverrideKind
from rideau.domain.phase import Rule
from rideau.domain.plan import Plan
from rideau.domain.settings import LockLevel
from rideau.domain.text import Text
from rideau.ports.in_force import Kept
from rideau.services.status import Status

__all__ = ["EMERGENCY", "LONGEST_KEY"]

LONGEST_LOCK = timedelta(days=14)
"""A lock for longer is asked for twice."""
ERASE_LATER = Text("Erase it when it is open, or end Rideau with “rideau quit” first.")


def level_in_force(level: LockLevel, plan: Plan, now: datetime) -> LockLevel:
    """Return how firmly the curtain holds at ``now``: a lock for more than 14 days that no hand asked for is firm.

    A long leave makes one of a word in the settings. Closed by hand it is asked for twice; see ``Control.close``. Hours
    that never open were written so; what they ask for holds.
    """
    if level is not LockLevel.LOCKED or plan.interval.phase.is_open:
        return level
    is_asked_for = plan.next_opening is None or plan.interval.reason.rule is Rule.CLOSED_BY_HAND
    return level if is_asked_for or not is_long(plan.next_opening, now) else LockLevel.FIRM


def is_long(end: datetime | None, now: datetime) -> bool:
    """Tell whether a lock from ``now`` until ``end`` (None: for good) is one that is asked for twice."""
    return end is None or end - now > LONGEST_LOCK


def open_refusal(status: Status, duration: timedelta | None = None) -> RefusedError | None:
    """Return why the shop can't be opened by hand now, or None when it can (or is open already)."""
    level = level_in_force(status.lock_level, status.plan, status.at)
    if status.interval.phase.is_open or level is LockLevel.GENTLE:
        return None
    if level is LockLevel.LOCKED:
        return _locked(status)
    return None if duration is None else length_refusal(duration)


def length_refusal(duration: timedelta) -> RefusedError | None:
    """Return why a key can't be had for ``duration``, or None when it can."""
    if duration > LONGEST_KEY:
        return RefusedError(
            Text("A key is for at most {minutes} minutes.", minutes=_minutes(LONGEST_KEY)),
            Text("Ask for less; it can be used again."),
        )
    if duration < SHORTEST_KEY:
        return RefusedError(
            Text("A key is for at least {minutes} minutes.", minutes=_minutes(SHORTEST_KEY)),
            Text("Ask for more; “rideau resume” closes again before that."),
        )
    return None


def has_to_wait(status: Status) -> bool:
    """Tell whether leaving costs something now: closed at a level that holds, with something that is kept closed."""
    is_gentle = level_in_force(status.lock_level, status.plan, status.at) is LockLevel.GENTLE
    return not (status.interval.phase.is_open or is_gentle or not status.plan.is_shut)


def erase_refusal(kept: Kept | None, now: datetime) -> RefusedError | None:
    """Return why what a stopped app left can't be erased at ``now`` (aware), or None when it can.

    One that was killed while it kept something closed goes on with that at its next start: ``kept`` is what it wrote.
    """
    if kept is None or not kept.alive or kept.level is LockLevel.GENTLE or kept.closed_until <= now.timestamp():
        return None
    return RefusedError(
        Text("Rideau was stopped while it kept something closed, and goes on with that when it starts."), ERASE_LATER
    )


def leave_refusal(status: Status) -> RefusedError | None:
    """Return why Rideau can't be ended, or made to put everything back, by hand now; None when it can."""
    is_locked = level_in_force(status.lock_level, status.plan, status.at) is LockLevel.LOCKED
    return _locked(status) if is_locked and has_to_wait(status) else None


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
    held = early_closings(status)[-1:]
    if status.lock_level is not LockLevel.LOCKED or not held or end is None:
        return None
    if held[0].end is not None and held[0].end <= end:
        return None
    return RefusedError(Text("You closed early with the lock on: it holds until the next opening."))


def long_lock_refusal(status: Status, end: datetime | None) -> RefusedError | None:
    """Return why the shop isn't locked until ``end`` (None: for good) when that is said once, or None."""
    if status.lock_level is not LockLevel.LOCKED or not is_long(end, status.at):
        return None
    again = Text("Say it again within 10 minutes to confirm.")
    if end is None:
        return RefusedError(Text("The lock is on, and nothing would open for good."), again)
    time = end.astimezone(status.zone)
    return RefusedError(Text("The lock is on, and nothing would open until {time}.", time=time), again)


def early_closings(status: Status) -> tuple[Override, ...]:
    """Return the early closings that hold, beneath a key too."""
    return tuple(each for each in status.overrides if each.kind is OverrideKind.CLOSE and each.holds_at(status.at))


def _locked(status: Status) -> RefusedError:
    if status.next_opening is None:
        return RefusedError(Text("The lock is on."), EMERGENCY)
    time = status.next_opening.astimezone(status.zone)
    return RefusedError(Text("The lock is on until {time}.", time=time), EMERGENCY)


def _minutes(duration: timedelta) -> int:
    return int(duration.total_seconds() // 60)
