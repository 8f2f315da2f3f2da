# SPDX-License-Identifier: MIT
"""What do the settings say of each local date, and which spans of time are meant? (CONTRACT, "Time")."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from rideau.domain import span
from rideau.domain.phase import Phase, Rule
from rideau.domain.settings import ClockRange, FocusStretch, Hours, WindDown
from rideau.domain.span import Span, Why
from rideau.domain.wall_clock import LAST_INSTANT, end_of, instant_at, midnights, moved, start_of

REACH = timedelta(days=400)
"""How far a search looks. What is not found within it counts as never."""

_MARGIN_DAYS = 3
"""How many dates around an instant can hold ranges that reach it: over midnight, and over a day the zone skipped."""

_LOOKS_BACK = (5, 42, REACH.days)
"""In how many days' steps the first range of a stretch is looked for; only hours that hardly close need the later."""

_NOTHING = timedelta()
_ONE_DAY = timedelta(days=1)
_WIND_DOWN: Why = (Rule.WIND_DOWN, "", None, "")
_ENDLESS: Why = (Rule.WORK_HOURS, "", None, "")
"""Why hours hold that never closed within reach: no first range can be named."""


class Calendar(NamedTuple):
    """Hold all that decides on phases but the hand."""

    hours: Hours
    wind_down: WindDown
    focus_plan: tuple[FocusStretch, ...]
    zone: ZoneInfo
    holidays: Mapping[date, str]
    """Each holiday's date and name, for the years that matter; those worked all the same may be among them."""


def layers_of(calendar: Calendar, start: datetime, end: datetime) -> tuple[Sequence[Span], ...]:
    """Return the spans that decide in ``[start, end)``, whoever goes first in front: leave, wind-down and so on.

    Each layer is sorted and does not overlap itself.
    """
    leave = _leave(calendar)
    days = midnights(start, end, (_MARGIN_DAYS, _MARGIN_DAYS), calendar.zone)
    work = _work(calendar, leave, start, end)
    return leave, _wind_downs(calendar, work), _focus(calendar, days, work), work, _holidays(calendar, days)


def _leave(calendar: Calendar) -> list[Span]:
    zone = calendar.zone
    return span.first_wins(
        span.by_start(
            (start_of(each.start, zone), end_of(each.until, zone), Phase.AWAY, (Rule.LEAVE, each.label, None, ""))
            for each in calendar.hours.leave
        )
    )


def _work(calendar: Calendar, leave: Sequence[Span], start: datetime, end: datetime) -> list[Span]:
    """Return the stretches of work that matter from ``start`` to ``end``, each with the reason of its first range."""
    end = moved(end, _closing(calendar) + timedelta(minutes=calendar.wind_down.minutes))
    sure = start
    stretches: list[Span] = []
    for days_back in _LOOKS_BACK:
        days = midnights(start, end, (days_back, _MARGIN_DAYS), calendar.zone)
        stretches = span.joined(span.by_start(span.without(span.by_start(_ranges(calendar, days)), leave)))
        sure = moved(start, timedelta(days=_MARGIN_DAYS - days_back))
        if all(begun >= sure for begun, ended, _, _ in stretches if begun < start < ended):
            return stretches
    return [(*each[:3], _ENDLESS) if each[0] < sure else each for each in stretches]


def _closing(calendar: Calendar) -> timedelta:
    return timedelta(hours=min(calendar.wind_down.min_gap_hours, REACH / timedelta(hours=1)))


def _ranges(calendar: Calendar, days: Sequence[datetime]) -> list[Span]:
    exceptions = {each.on: each for each in calendar.hours.exceptions}
    ranges: list[Span] = []
    for midnight in days:
        day = midnight.date()
        exception = exceptions.get(day)
        if exception:
            rule, label, hours = Rule.EXCEPTION, exception.label, exception.hours
        else:
            rule, label, hours = Rule.WORK_HOURS, "", usual_hours_on(calendar.hours, calendar.holidays, day)
        for each in hours:
            start, end, said = _read(each)
            why = (rule, label, day, said)
            ranges.append((instant_at(midnight, start), instant_at(midnight, end), Phase.WORK, why))
    return ranges


@lru_cache(maxsize=256)
def _read(hours: ClockRange) -> tuple[timedelta, timedelta, str]:
    """Return how far past midnight the wall clock shows the range's start and end, and the range as it is written."""
    return timedelta(minutes=hours.start), timedelta(minutes=hours.end), str(hours)


def usual_hours_on(hours: Hours, holidays: Mapping[date, str], day: date) -> tuple[ClockRange, ...]:
    """Return the ranges that start on ``day`` where no exception speaks of it."""
    if _is_holiday(hours, holidays, day):
        return ()
    week, rotation = hours.week, hours.rotation
    if rotation:
        week = rotation.weeks[(day - rotation.anchor).days // 7 % len(rotation.weeks)]
    return week.days[day.weekday()]


def _is_holiday(hours: Hours, holidays: Mapping[date, str], day: date) -> bool:
    return day in holidays and (hours.holidays is None or day not in hours.holidays.worked)


def _wind_downs(calendar: Calendar, work: Sequence[Span]) -> list[Span]:
    minutes = timedelta(minutes=calendar.wind_down.minutes)
    if not minutes:
        return []
    closing = _closing(calendar)
    following = [*(start for start, _, _, _ in work[1:]), LAST_INSTANT]
    return [
        (max(start, end - minutes), end, Phase.WIND_DOWN, _WIND_DOWN)
        for (start, end, _, _), then in zip(work, following, strict=False)
        if then - end >= closing
    ]


def _focus(calendar: Calendar, days: Sequence[datetime], work: Sequence[Span]) -> list[Span]:
    wanted: list[Span] = []
    for each in calendar.focus_plan:
        start, end, said = _read(each.hours)
        why: Why = (Rule.FOCUS_PLAN, "", None, said)
        wanted += [
            (instant_at(midnight, start), instant_at(midnight, end), Phase.FOCUS, why)
            for midnight in days
            if midnight.weekday() in each.days
        ]
    return span.within(span.first_wins(span.by_start(wanted)), work)


def _holidays(calendar: Calendar, days: Sequence[datetime]) -> list[Span]:
    found: list[Span] = []
    for midnight in days:
        day = midnight.date()
        if _is_holiday(calendar.hours, calendar.holidays, day):
            why = (Rule.HOLIDAY, calendar.holidays[day], day, "")
            found.append((instant_at(midnight, _NOTHING), instant_at(midnight, _ONE_DAY), Phase.AWAY, why))
    return span.by_start(found)
