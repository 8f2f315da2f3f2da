# SPDX-License-Identifier: MIT
"""What holds while nobody has said yet what their hours are? The shop is open, for half an hour at most."""

from datetime import datetime, timedelta
from typing import Protocol

from rideau.domain.override import Override, OverrideKind
from rideau.domain.settings import Settings
from rideau.services.status import Status

OPEN_FOR = timedelta(minutes=30)


class Switched(Protocol):
    """Hold the switches beside the schedule: what ``Supervisor`` offers to this service."""

    def status(self) -> Status:
        """Return what is so right now."""
        ...

    def switch(self, overrides: tuple[Override, ...]) -> Status:
        """Put ``overrides`` in place of those in force, on disk first, and return what is so then."""
        ...


def opening_at(now: datetime) -> Override:
    """Return what keeps the shop open from ``now`` on; it ends by itself, and is no key that was used."""
    return Override(OverrideKind.FIRST_START, now, now + OPEN_FOR)


def open_until(status: Status) -> datetime | None:
    """Return until when the first start keeps the shop open; None where it does not."""
    ends = (each.end for each in status.overrides if each.kind is OverrideKind.FIRST_START)
    return next(ends, None)


def end_once_said(schedule: Switched, settings: Settings) -> None:
    """Go over to the hours once ``settings`` are the person's own: other than those that a new file has."""
    if settings != Settings():
        end(schedule)


def end(schedule: Switched) -> None:
    """Go over to the hours: the person is through with the assistant, even where the hours are those of a new file."""
    overrides = schedule.status().overrides
    kept = tuple(each for each in overrides if each.kind is not OverrideKind.FIRST_START)
    if kept != overrides:
        schedule.switch(kept)
