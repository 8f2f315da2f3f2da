# SPDX-License-Identifier: MIT
"""How does one day of work begin later, so that the rest before it is whole? As a day unlike the others (SPEC H6)."""

from collections.abc import Iterator
from datetime import datetime, timedelta, tzinfo

from rideau.domain.day_edit import added, replaced, with_exceptions
from rideau.domain.rest import Rest
from rideau.domain.schedule import Schedule
from rideau.domain.settings import MINUTES_PER_DAY, ClockRange, ExceptionalDay, Settings

REACH = timedelta(hours=48)
"""What begins on one day ends within this."""


def with_later_day(settings: Settings, schedule: Schedule, rest: Rest, zone: tzinfo, label: str) -> Settings | None:
    """Return ``settings`` with the day after ``rest`` begun so late that the rest is whole; ``label`` says what for.

    None where nothing of that day would be left: nobody is asked to give a whole one away. ``schedule`` is theirs.
    """
    later = _minute(rest.later_opening, rest.end, zone)
    hours = tuple(_cut(_ranges(schedule.with_overrides(()), rest.end, zone), later))
    if not hours:
        return None
    day, before = rest.end.astimezone(zone).date(), settings.hours.exceptions
    for index, each in enumerate(before):
        if each.on == day:
            made = ExceptionalDay(day, hours, each.label or label)
            return with_exceptions(settings, replaced(before, index, made))
    return with_exceptions(settings, added(before, ExceptionalDay(day, hours, label)))


def _ranges(schedule: Schedule, opening: datetime, zone: tzinfo) -> Iterator[ClockRange]:
    """Yield the hours from ``opening`` on, counted from that day's midnight."""
    begun: datetime | None = None
    for each in schedule.intervals(opening, opening + REACH):
        start = each.start or opening
        if each.phase.is_open:
            begun = start if begun is None else begun
        elif begun is not None:
            yield ClockRange(_minute(begun, opening, zone), _minute(start, opening, zone))
            begun = None


def _cut(ranges: Iterator[ClockRange], later: int) -> Iterator[ClockRange]:
    for each in ranges:
        if each.start < MINUTES_PER_DAY and later < min(each.end, MINUTES_PER_DAY):
            yield ClockRange(max(each.start, later), each.end)


def _minute(instant: datetime, opening: datetime, zone: tzinfo) -> int:
    """Return the minutes on the clock since midnight of the day of ``opening``."""
    local = instant.astimezone(zone)
    days = (local.date() - opening.astimezone(zone).date()).days
    return days * MINUTES_PER_DAY + local.hour * 60 + local.minute
