# SPDX-License-Identifier: MIT
"""What can a hand switch? The use cases behind the tray's toggles and the commands (CONTRACT "Commands")."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from rideau.domain.error import RefusedError, UsageError
from rideau.domain.override import Override, OverrideKind
from rideau.domain.phase import Phase, Rule
from rideau.domain.text import Text
from rideau.ports.state import Event, EventKind, Journal
from rideau.services.lock import closing_refusal, open_refusal, resume_refusal
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

    def switch(self, overrides: tuple[Override, ...]) -> Status:
        """Put ``overrides`` in place of those in force, on disk first, and return what is so then."""
        ...


@dataclass(frozen=True, slots=True)
class Control:
    """Open, close, resume and focus by hand, as far as the lock level lets. Main thread."""

    schedule: ScheduleInForce
    journal: Journal

    def open(self, duration: timedelta | None, reason: str) -> Status:
        """Give phase ``work`` for ``duration`` (10 minutes when None), for a typed ``reason``.

        Then what held before comes back by itself. Already open: nothing changes.

        Raises:
            UsageError: no reason, or a duration that is not more than nothing and at most a day.
            RefusedError: the lock level does not let it.

        """
        wanted = _checked(DEFAULT_OPENING if duration is None else duration)
        if not reason.strip():
            raise UsageError(
                Text("A reason is needed to open outside your hours."), Text("Say in a few words what it is for.")
            )
        status = self.schedule.status()
        if status.interval.phase.is_open:
            return status
        if refusal := open_refusal(status, wanted):
            raise self._refused(status, refusal)
        override = Override(OverrideKind.OPEN, status.at, status.at + wanted, reason.strip())
        self._record(EventKind.OPENED, status, {"minutes": _minutes(wanted), "reason": override.reason})
        return self.schedule.switch((*status.overrides, override))

    def close(self, until: datetime | None = None) -> Status:
        """Give phase ``quiet`` until ``until`` (aware), or the next opening by the schedule.

        Raises:
            UsageError: ``until`` is not in the future.
            RefusedError: closed early with the lock on, and for longer than that.

        """
        status = self.schedule.status()
        if until is not None and until <= status.at:
            raise UsageError(Text("That time is already past."), Text("Name a time to come."))
        end = until or self.schedule.next_start_of_work()
        if refusal := closing_refusal(status, end):
            raise self._refused(status, refusal)
        self._record(EventKind.CLOSED, status, {"until": end.isoformat() if end else ""})
        return self.schedule.switch((Override(OverrideKind.CLOSE, status.at, end),))

    def resume(self) -> Status:
        """Go back to the schedule.

        Raises:
            RefusedError: closed early with the lock on.

        """
        status = self.schedule.status()
        if refusal := resume_refusal(status):
            raise self._refused(status, refusal)
        if status.override is not None:
            self._record(EventKind.RESUMED, status, {})
        return self.schedule.switch(())

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
        """End a focus session, or the planned one that holds now; without one, nothing changes."""
        status = self.schedule.status()
        if status.interval.phase is not Phase.FOCUS:
            return status
        kept = _without_focus(status)
        if status.interval.reason.rule is Rule.FOCUS_PLAN:
            kept = (*kept, Override(OverrideKind.OPEN, status.at, status.interval.end))
        self._record(EventKind.RESUMED, status, {"from": Phase.FOCUS.value})
        return self.schedule.switch(kept)

    def _refused(self, status: Status, refusal: RefusedError) -> RefusedError:
        self._record(EventKind.REFUSED, status, {"why": str(refusal.message), "level": status.lock_level.value})
        return refusal

    def _record(self, kind: EventKind, status: Status, details: Mapping[str, str | int]) -> None:
        self.journal.record(Event(status.at, kind, details))


def _checked(duration: timedelta) -> timedelta:
    if not timedelta(0) < duration <= LONGEST:
        raise UsageError(
            Text("That is not a length of time that can be asked for."), Text("Write it as 10m or 1h30m, up to a day.")
        )
    return duration


def _without_focus(status: Status) -> tuple[Override, ...]:
    return tuple(each for each in status.overrides if each.kind is not OverrideKind.FOCUS)


def _minutes(duration: timedelta) -> int:
    return round(duration.total_seconds() / 60)
