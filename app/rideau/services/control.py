# SPDX-License-Identifier: MIT
"""What can a hand switch? The use cases behind the tray's toggles and the commands (CONTRACT "Commands")."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Protocol

from rideau.domain.error import RefusedError, UsageError
from rideau.domain.key import EMERGENCY_OPENING, EMERGENCY_WAIT, Exit, KeyTurn, wait_before
from rideau.domain.override import Override, OverrideKind
from rideau.domain.phase import Phase, Rule
from rideau.domain.settings import LockLevel
from rideau.domain.text import Text
from rideau.ports.state import Event, EventKind, Journal
from rideau.services.keys import Keys
from rideau.services.lock import (
    closing_refusal,
    early_closings,
    has_to_wait,
    leave_refusal,
    length_refusal,
    level_in_force,
    long_lock_refusal,
    open_refusal,
    resume_refusal,
)
from rideau.services.passphrase import Passphrase
from rideau.services.status import Status

DEFAULT_OPENING = timedelta(minutes=10)
DEFAULT_FOCUS = timedelta(minutes=50)
LONGEST = timedelta(hours=24)


class ScheduleInForce(Protocol):
    """Hold the schedule with its switches by hand: what ``Supervisor`` offers to this service."""

    def status(self) -> Status:
        """Return what is so right now."""
        ...

    def next_start_of_work(self) -> datetime | None:
        """Return when the schedule alone opens next."""
        ...

    def next_closing(self, overrides: tuple[Override, ...]) -> datetime | None:
        """Return when the shop would close next under ``overrides`` instead of those in force; None for never."""
        ...

    def closed_since(self) -> datetime | None:
        """Return when the present closed stretch began, keys notwithstanding; None where it is open."""
        ...

    def is_open_by_hours(self) -> bool:
        """Tell whether the schedule alone is open now."""
        ...

    def focus_pause(self) -> timedelta:
        """Return how long a pause within a focus session lasts."""
        ...

    def switch(self, overrides: tuple[Override, ...]) -> Status:
        """Put ``overrides`` in place of those in force, on disk first, and return what is so then."""
        ...


class Control:
    """Open, close, resume and focus by hand, as far as the lock level lets. Main thread.

    What costs a wait is asked for twice. The first time it starts one: ``Status.key`` says which and how long. Said
    again with the ``id`` of that key once the wait is over, it is done.
    """

    def __init__(self, schedule: ScheduleInForce, journal: Journal, keys: Keys, passphrase: Passphrase) -> None:
        """Keep what is switched, where it is written down, and what a key costs."""
        self.schedule = schedule
        self.journal = journal
        self.keys = keys
        self.passphrase = passphrase

    def open(self, duration: timedelta | None, reason: str, key: str = "", passphrase: str = "") -> Status:
        """Give phase ``work`` for ``duration`` (10 minutes when None), for a typed ``reason``.

        Then what held before comes back by itself. Already open: nothing changes. At the firm level it costs a wait;
        under the lock it needs the ``passphrase``, too. With ``key``, duration and reason are those it was asked with.

        Raises:
            UsageError: no reason, a duration that is not more than nothing and at most a day, or no such key.
            RefusedError: the lock level does not let it, or not yet.

        """
        status = self.schedule.status()
        if key:
            return self._turned(status, key, Exit.KEY)
        wanted, said = _checked(DEFAULT_OPENING if duration is None else duration), checked_reason(reason)
        if status.interval.phase.is_open:
            return status
        is_locked = self._level(status) is LockLevel.LOCKED
        if refusal := length_refusal(wanted) if is_locked and passphrase else open_refusal(status, wanted):
            raise self._refused(status, refusal)
        if self._level(status) is LockLevel.GENTLE:
            return self._opened(status, wanted, said)
        if is_locked:
            self.passphrase.check(passphrase, self.schedule.closed_since(), status.at)
        wait = wait_before(status.keys_used)
        return self._asked(status, KeyTurn("", status.at + wait, wait, wanted, said), is_unlocked=is_locked)

    def emergency(self, reason: str, key: str = "") -> Status:
        """Give phase ``work`` for half an hour, under the lock too, after ten minutes of wait; see ``open``.

        Nobody is asked for a reason then (gentleness, rule 8).
        """
        status, said = self.schedule.status(), reason.strip()
        if key:
            return self._turned(status, key, Exit.EMERGENCY)
        if status.interval.phase.is_open:
            return status
        if self._level(status) is LockLevel.GENTLE:
            return self._opened(status, EMERGENCY_OPENING, said)
        due = status.at + EMERGENCY_WAIT
        return self._asked(status, KeyTurn("", due, EMERGENCY_WAIT, EMERGENCY_OPENING, said, Exit.EMERGENCY))

    def leave(self, key: str = "", way: Exit = Exit.QUIT) -> Status:
        """Return with no ``Status.key`` where Rideau may be ended, or may put everything back, by hand now.

        Where something is kept closed at the firm level, that costs the wait of a key, and counts as one; but not
        within work hours that were ended early, which can be resumed at once.

        Raises:
            UsageError: no such key.
            RefusedError: the lock holds, or not yet.

        """
        status = self.schedule.status()
        if refusal := leave_refusal(status):
            raise self._refused(status, refusal)
        if not has_to_wait(status) or self.schedule.is_open_by_hours():
            return status._replace(key=None)
        if not key:
            wait = wait_before(status.keys_used)
            return self._asked(status, KeyTurn("", status.at + wait, wait, timedelta(0), "", way))
        self.keys.use(self.keys.turned(key, way, is_locked=False), status.at)
        return status._replace(key=None)

    def call_off(self, key: str) -> Status:
        """Stop turning ``key``: it stays closed, and nothing is counted."""
        self.keys.call_off(key)
        return self.schedule.status()

    def completed(self, status: Status) -> Status:
        """Return ``status`` with what is known here: the key that turns, how many were used, and the way back."""
        turning = None if status.interval.phase.is_open else self.keys.pending(status.at)
        used = self.keys.used(self.schedule.closed_since())
        held = (*status.held, *_held(status))
        return status._replace(key=turning, keys_used=used, held=held, can_resume=self._can_resume(status))

    def has_passphrase(self) -> bool:
        """Tell whether there is a passphrase for the lock; raises SecretsError."""
        return self.passphrase.is_set()

    def set_passphrase(self, phrase: str) -> None:
        """Have ``phrase`` open the lock from now on.

        Raises:
            UsageError: it is too short.
            RefusedError: it is closed, maybe but for a key, and this would be a way in.
            SecretsError: the keyring does not keep it.

        """
        self._check_open_for_passphrase()
        self.passphrase.set(phrase)

    def remove_passphrase(self) -> None:
        """Have no passphrase from now on; raises as ``set_passphrase``."""
        self._check_open_for_passphrase()
        self.passphrase.remove()

    def close(self, until: datetime | None = None) -> Status:
        """Give phase ``quiet`` until ``until`` (aware), or the next opening by the schedule.

        Raises:
            UsageError: ``until`` is not in the future.
            RefusedError: closed early with the lock on, and for longer than that; or this would be a lock of more
                than 14 days, which is said twice.

        """
        status = self.schedule.status()
        if until is not None and until <= status.at:
            raise UsageError(Text("That time is already past."), Text("Name a time to come."))
        end = until or self.schedule.next_start_of_work()
        if refusal := closing_refusal(status, end):
            raise self._refused(status, refusal)
        if (refusal := long_lock_refusal(status, end)) and not self.keys.is_said_again(end):
            raise self._refused(status, refusal)
        self._record(EventKind.CLOSED, status, {"until": end.isoformat() if end else ""})
        return self.schedule.switch((Override(OverrideKind.CLOSE, status.at, end),))

    def resume(self) -> Status:
        """Go back to the schedule; a key within an early closing under the lock goes back to that.

        Raises:
            RefusedError: closed early with the lock on.

        """
        status = self.schedule.status()
        if refusal := resume_refusal(status):
            raise self._refused(status, refusal)
        if status.override is not None:
            self._record(EventKind.RESUMED, status, {})
        is_locked = status.lock_level is LockLevel.LOCKED
        return self.schedule.switch(early_closings(status) if is_locked else ())

    def focus(self, duration: timedelta | None) -> Status:
        """Give phase ``focus`` for ``duration`` (50 minutes when None), at the longest until the shop would close.

        Raises:
            UsageError: outside work hours, or a duration that is not more than nothing and at most a day.

        """
        wanted = _checked(DEFAULT_FOCUS if duration is None else duration)
        status = self.schedule.status()
        if not status.interval.phase.is_open:
            raise UsageError(
                Text("A focus session belongs inside work hours, and the shop is closed."),
                Text("Start it at the next opening."),
            )
        kept = _without_focus(status)
        closing = self.schedule.next_closing(kept)
        end = status.at + wanted if closing is None else min(status.at + wanted, closing)
        self._record(EventKind.FOCUS, status, {"minutes": _minutes(wanted)})
        return self.schedule.switch((*kept, Override(OverrideKind.FOCUS, status.at, end)))

    def stop_focus(self) -> Status:
        """End a focus session, in its pause too, or the planned one that holds now; without one, nothing changes."""
        status = self.schedule.status()
        if status.interval.phase is not Phase.FOCUS and not is_paused(status):
            return status
        kept = _without_focus(status)
        if status.interval.reason.rule is Rule.FOCUS_PLAN:
            kept = (*kept, Override(OverrideKind.OPEN, status.at, status.interval.end))
        self._record(EventKind.RESUMED, status, {"from": Phase.FOCUS.value})
        return self.schedule.switch(kept)

    def pause_focus(self) -> Status:
        """Rest for a moment within the focus session that runs, whose end moves by as much, at the longest to closing.

        In a pause nothing changes.

        Raises:
            UsageError: no session runs.

        """
        status = self.schedule.status()
        if is_paused(status):
            return status
        interval = status.interval
        if interval.phase is not Phase.FOCUS or interval.end is None:
            raise UsageError(Text("No focus session runs now."), Text("Start one first."))
        kept, length = _without_focus(status), self.schedule.focus_pause()
        begun = next((each.start for each in status.overrides if each.kind is OverrideKind.FOCUS), status.at)
        if interval.reason.rule is Rule.FOCUS_PLAN:  # beneath, so that stopping stops the planned one, too
            kept, begun = (*kept, Override(OverrideKind.OPEN, status.at, interval.end)), status.at
        last = self.schedule.next_closing(kept) or interval.end + length
        session = Override(OverrideKind.FOCUS, begun, min(interval.end + length, last))
        pause = Override(OverrideKind.FOCUS_PAUSE, status.at, min(status.at + length, last))
        self._record(EventKind.FOCUS, status, {"pause": _minutes(length)})
        return self.schedule.switch((*kept, session, pause))

    def resume_focus(self) -> Status:
        """Go on with the session that rests; what is left of the pause is not added to it. Else nothing changes."""
        status = self.schedule.status()
        pause = status.override
        if pause is None or pause.end is None or not is_paused(status):
            return status
        unspent, last = pause.end - status.at, self.schedule.next_closing(_without_focus(status))
        kept = tuple(
            _shortened(each, unspent, last, status.at) if each.kind is OverrideKind.FOCUS else each
            for each in status.overrides
            if each.kind is not OverrideKind.FOCUS_PAUSE
        )
        return self.schedule.switch(kept)

    def _can_resume(self, status: Status) -> bool:
        """Tell whether going back would change anything: once an early closing has run into the evening, nothing."""
        override = status.override
        if override is None or override.kind is not OverrideKind.CLOSE or self.schedule.is_open_by_hours():
            return True
        return override.end != self.schedule.next_start_of_work()

    def _level(self, status: Status) -> LockLevel:
        return level_in_force(status.lock_level, status.plan, status.at)

    def _asked(self, status: Status, wish: KeyTurn, *, is_unlocked: bool = False) -> Status:
        return status._replace(key=self.keys.ask(wish, is_unlocked=is_unlocked))

    def _turned(self, status: Status, key: str, way: Exit) -> Status:
        if status.interval.phase.is_open:
            self.keys.drop()
            return status
        turn = self.keys.turned(key, way, is_locked=self._level(status) is LockLevel.LOCKED)
        self.keys.use(turn, status.at)
        return self._opened(status, turn.duration, turn.reason)

    def _opened(self, status: Status, duration: timedelta, reason: str) -> Status:
        self.keys.drop()
        self._record(EventKind.OPENED, status, {"minutes": _minutes(duration), "reason": reason})
        override = Override(OverrideKind.OPEN, status.at, status.at + duration, reason)
        return self.schedule.switch((*status.overrides, override))

    def _check_open_for_passphrase(self) -> None:
        status = self.schedule.status()
        if self.schedule.closed_since() is None or self._level(status) is LockLevel.GENTLE:
            return
        later = Text("The passphrase can be changed when it is open.")
        if status.next_opening is not None:
            time = status.next_opening.astimezone(status.zone)
            later = Text("It is closed until {time}; the passphrase can be changed then.", time=time)
        raise self._refused(status, RefusedError(later))

    def _refused(self, status: Status, refusal: RefusedError) -> RefusedError:
        self._record(EventKind.REFUSED, status, {"why": str(refusal.message), "level": status.lock_level.value})
        return refusal

    def _record(self, kind: EventKind, status: Status, details: Mapping[str, str | int]) -> None:
        self.journal.record(Event(status.at, kind, details))


def checked_reason(typed: str) -> str:
    """Return what an opening is for, as it was typed but for the white space around it; UsageError for nothing."""
    said = typed.strip()
    if not said:
        raise UsageError(
            Text("A reason is needed to open outside your hours."), Text("Say in a few words what it is for.")
        )
    return said


def _held(status: Status) -> tuple[Text, ...]:
    """Return what to say where the settings ask for a lock that is too long to be meant."""
    if level_in_force(status.lock_level, status.plan, status.at) is status.lock_level:
        return ()
    return (
        Text(
            "The lock would last more than 14 days, so it holds as firm does."
            " To have it all the same, close by hand, and say it twice."
        ),
    )


def _checked(duration: timedelta) -> timedelta:
    if not timedelta(0) < duration <= LONGEST:
        raise UsageError(
            Text("That is not a length of time that can be asked for."), Text("Write it as 10m or 1h30m, up to a day.")
        )
    return duration


def is_paused(status: Status) -> bool:
    """Tell whether a focus session rests now."""
    return status.interval.reason.rule is Rule.FOCUS_PAUSE


def _without_focus(status: Status) -> tuple[Override, ...]:
    kinds = {OverrideKind.FOCUS, OverrideKind.FOCUS_PAUSE}
    return tuple(each for each in status.overrides if each.kind not in kinds)


def _shortened(session: Override, unspent: timedelta, last: datetime | None, now: datetime) -> Override:
    """Return ``session`` without the pause that was not taken; one that ends at closing had no room for it anyway."""
    if session.end is None or session.end == last:
        return session
    return session._replace(end=max(session.end - unspent, now))


def _minutes(duration: timedelta) -> int:
    return round(duration.total_seconds() / 60)
