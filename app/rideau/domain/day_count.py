# SPDX-License-Identifier: MIT
"""How many days of work does a leave take, where does a day have its middle, and when does work next wind down?"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import NamedTuple

from rideau.domain.day_edit import first_moment, last_moment
from rideau.domain.phase import Interval, Phase
from rideau.domain.settings import MINUTES_PER_DAY, ClockRange, FocusStretch, Hours, Leave, Week
from rideau.domain.work_calendar import usual_hours_on

NOON = 12 * 60
_STEP = 30
_ONE_DAY = timedelta(days=1)
_LONGEST = 400
"""Leaves are counted as far as the schedule looks ahead."""


class DaysTaken(NamedTuple):
    """Hold how many work days a leave takes whole, and how many in part."""

    whole: int
    part: int


def hours_on(hours: Hours, holidays: Mapping[date, str], day: date) -> tuple[ClockRange, ...]:
    """Return the ranges that start on ``day``, whatever leave cuts from them."""
    exception = next((each for each in hours.exceptions if each.on == day), None)
    return exception.hours if exception else usual_hours_on(hours, holidays, day)


def days_taken(hours: Hours, holidays: Mapping[date, str], leave: Leave) -> DaysTaken:
    """Return how many of the days that would be worked ``leave`` takes, on the wall's clock."""
    start, end = first_moment(leave.start), last_moment(leave.until)
    whole = part = 0
    day = start.date() - _ONE_DAY if start.date() > date.min else start.date()
    last = min(end.date(), date.max - _ONE_DAY)
    for _ in range(min((last - day).days + 1, _LONGEST)):
        asked = _minutes_on(day, hours_on(hours, holidays, day))
        lost = sum(max(0, _minutes(min(b, end) - max(a, start))) for a, b in asked)
        due = sum(_minutes(b - a) for a, b in asked)
        whole += 0 < due == lost
        part += 0 < lost < due
        day += _ONE_DAY
    return DaysTaken(whole, part)


def midday_of(ranges: tuple[ClockRange, ...]) -> int:
    """Return where a day has its middle, in minutes: the start of its longest break, half way through one stretch."""
    if not ranges:
        return NOON
    breaks = [(later.start - earlier.end, -earlier.end) for earlier, later in pairwise(ranges)]
    middle = -max(breaks)[1] if breaks else (ranges[0].start + ranges[0].end) // 2 // _STEP * _STEP
    return middle if 0 < middle < 2 * NOON else NOON


def days_outside(hours: Hours, stretch: FocusStretch) -> tuple[int, ...]:
    """Return the weekdays of ``stretch`` on which some of it lies outside work in every week of the rotation."""
    weeks = hours.rotation.weeks if hours.rotation else (hours.week,)
    return tuple(
        day for day in sorted(set(stretch.days)) if not any(_is_inside(week, day, stretch.hours) for week in weeks)
    )


def next_wind_down(intervals: Iterable[Interval], now: datetime) -> datetime | None:
    """Return when work next begins to wind down after ``now``, in sorted ``intervals``."""
    starts = (each.start for each in intervals if each.phase is Phase.WIND_DOWN)
    return next((start for start in starts if start is not None and start > now), None)


def _is_inside(week: Week, day: int, wanted: ClockRange) -> bool:
    """Tell whether the work of ``day``, with what runs over from the days beside it, holds all of ``wanted``."""
    near = [
        (each.start + away * MINUTES_PER_DAY, each.end + away * MINUTES_PER_DAY)
        for away in (-1, 0, 1)
        for each in week.days[(day + away) % len(week.days)]
    ]
    at = wanted.start
    for start, end in sorted(near):
        if start <= at < end:
            at = end
    return at >= wanted.end


def _minutes_on(day: date, ranges: tuple[ClockRange, ...]) -> list[tuple[datetime, datetime]]:
    midnight = datetime.combine(day, time.min)
    return [(midnight + timedelta(minutes=each.start), midnight + timedelta(minutes=each.end)) for each in ranges]


def _minutes(length: timedelta) -> int:
    return length // timedelta(minutes=1)
