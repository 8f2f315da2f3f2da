# SPDX-License-Identifier: MIT
"""What do the settings come to when one day, leave, holiday or focus stretch is added, changed or taken away?

Entries keep their order, and whatever is not touched stays as it is.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import TypeVar

from rideau.domain.settings import ExceptionalDay, FocusStretch, Holidays, Hours, Leave, Settings
from rideau.domain.text import Text

Entry = TypeVar("Entry", bound=ExceptionalDay | Leave | FocusStretch)
_ONE_DAY = timedelta(days=1)


def added(entries: Sequence[Entry], entry: Entry) -> tuple[Entry, ...]:
    """Return ``entries`` with ``entry`` before the first that is later; the others keep their order."""
    at = next((index for index, each in enumerate(entries) if _order(entry) < _order(each)), len(entries))
    return (*entries[:at], entry, *entries[at:])


def replaced(entries: Sequence[Entry], index: int, entry: Entry) -> tuple[Entry, ...]:
    """Return ``entries`` with ``entry`` in the place of another."""
    return (*entries[:index], entry, *entries[index + 1 :])


def removed(entries: Sequence[Entry], index: int) -> tuple[Entry, ...]:
    """Return ``entries`` without the one at ``index``."""
    return (*entries[:index], *entries[index + 1 :])


def with_exceptions(settings: Settings, exceptions: tuple[ExceptionalDay, ...]) -> Settings:
    """Return ``settings`` with these exceptions."""
    return settings._replace(hours=settings.hours._replace(exceptions=exceptions))


def with_leave(settings: Settings, leave: tuple[Leave, ...]) -> Settings:
    """Return ``settings`` with these leaves."""
    return settings._replace(hours=settings.hours._replace(leave=leave))


def with_country(settings: Settings, country: str, subdivision: str = "") -> Settings:
    """Return ``settings`` with the public holidays of ``country``, none where it is empty.

    The days that are worked all the same stay when a subdivision is chosen, and go with their country.
    """
    before = settings.hours.holidays
    worked = before.worked if before and before.country == country else frozenset[date]()
    holidays = Holidays(country, subdivision, worked) if country else None
    return settings._replace(hours=settings.hours._replace(holidays=holidays))


def with_holiday_worked(settings: Settings, day: date, *, is_worked: bool) -> Settings:
    """Return ``settings`` with the holiday on ``day`` worked all the same, or kept; without any nothing changes."""
    before = settings.hours.holidays
    if before is None:
        return settings
    worked = before.worked | {day} if is_worked else before.worked - {day}
    return settings._replace(hours=settings.hours._replace(holidays=before._replace(worked=worked)))


def with_zone(settings: Settings, zone: str) -> Settings:
    """Return ``settings`` on the clock of ``zone``: ``system`` or an IANA name."""
    return settings._replace(hours=settings.hours._replace(timezone=zone))


def exception_problem(hours: Hours, on: date, index: int | None) -> Text | None:
    """Return why the exception at ``index`` (None for a new one) can't be ``on`` that day: another one has it."""
    taken = any(each.on == on and number != index for number, each in enumerate(hours.exceptions))
    return Text("That day has an exception already.") if taken else None


def leave_problem(start: date | datetime, until: date | datetime) -> Text | None:
    """Return what is wrong with a leave from ``start`` until ``until``: it ends before it starts."""
    if first_moment(start) < last_moment(until):
        return None
    return Text("This leave ends before it starts.")


def overlapped(leaves: Sequence[Leave], leave: Leave, index: int | None) -> Leave | None:
    """Return the first other leave that ``leave`` (at ``index``, None for a new one) shares time with."""
    start, end = first_moment(leave.start), last_moment(leave.until)
    for number, each in enumerate(leaves):
        if number != index and first_moment(each.start) < end and start < last_moment(each.until):
            return each
    return None


def first_moment(day: date | datetime) -> datetime:
    """Return where a leave begins that starts on a date or at a local date-time."""
    return day if isinstance(day, datetime) else datetime.combine(day, time.min)


def last_moment(day: date | datetime) -> datetime:
    """Return where a leave ends; a date is included whole."""
    if isinstance(day, datetime):
        return day
    return datetime.combine(day + _ONE_DAY, time.min) if day < date.max else datetime.combine(day, time.max)


def day_of(moment: date | datetime) -> date:
    """Return the date of a date or a date-time."""
    return moment.date() if isinstance(moment, datetime) else moment


def last_day(leave: Leave) -> date:
    """Return the last date that a leave touches."""
    until = leave.until
    if isinstance(until, datetime) and until.time() == time.min and until > first_moment(leave.start):
        return until.date() - _ONE_DAY
    return day_of(until)


def _order(entry: ExceptionalDay | Leave | FocusStretch) -> tuple[object, ...]:
    if isinstance(entry, ExceptionalDay):
        return (entry.on.toordinal(),)
    if isinstance(entry, Leave):
        return (first_moment(entry.start), last_moment(entry.until))
    return (min(entry.days, default=0), entry.hours)
