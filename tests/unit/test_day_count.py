# SPDX-License-Identifier: MIT
"""Is what a leave takes counted as the person would count it, and is the middle of a day where lunch is?"""

from datetime import UTC, date, datetime, timedelta

import pytest

from rideau.domain.day_count import DaysTaken, days_outside, days_taken, hours_on, midday_of, next_wind_down
from rideau.domain.phase import Interval, Phase, Reason, Rule
from rideau.domain.settings import (
    OFFICE_DAY,
    OFFICE_WEEK,
    ClockRange,
    ExceptionalDay,
    FocusStretch,
    Hours,
    Leave,
    Rotation,
    Week,
)

MONDAY, FRIDAY = date(2026, 8, 3), date(2026, 8, 21)
NIGHTS = Week(((ClockRange(22 * 60, 30 * 60),),) * 7)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute)  # noqa: DTZ001 - leave is in local time


def test_three_weeks_of_summer_take_fifteen_days() -> None:
    assert days_taken(Hours(), {}, Leave(MONDAY, FRIDAY)) == DaysTaken(15, 0)


def test_a_holiday_inside_takes_none() -> None:
    assert days_taken(Hours(), {date(2026, 8, 14): "A holiday"}, Leave(MONDAY, FRIDAY)) == DaysTaken(14, 0)


def test_a_weekend_takes_none() -> None:
    assert days_taken(Hours(), {}, Leave(date(2026, 8, 8), date(2026, 8, 9))) == DaysTaken(0, 0)


def test_an_afternoon_takes_a_part() -> None:
    assert days_taken(Hours(), {}, Leave(at(MONDAY, 12, 30), MONDAY)) == DaysTaken(0, 1)
    assert days_taken(Hours(), {}, Leave(at(MONDAY, 9), at(MONDAY, 18))) == DaysTaken(1, 0)


def test_an_exception_counts_with_its_own_hours() -> None:
    hours = Hours(exceptions=(ExceptionalDay(MONDAY, ()), ExceptionalDay(date(2026, 8, 8), OFFICE_DAY)))
    assert days_taken(hours, {}, Leave(MONDAY, date(2026, 8, 8))) == DaysTaken(5, 0)
    assert hours_on(hours, {}, MONDAY) == ()


def test_a_night_belongs_to_the_evening_it_starts_on() -> None:
    hours = Hours(week=NIGHTS)
    assert days_taken(hours, {}, Leave(MONDAY, MONDAY)) == DaysTaken(0, 2)
    assert days_taken(hours, {}, Leave(at(MONDAY, 12), at(date(2026, 8, 4), 12))) == DaysTaken(1, 0)


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_time_are_counted(day: date) -> None:
    assert days_taken(Hours(), {}, Leave(day, day)).part == 0


@pytest.mark.parametrize(
    ("ranges", "minutes"),
    [
        ((), 720),
        (OFFICE_DAY, 750),
        ((ClockRange(540, 1020),), 780),
        ((ClockRange(540, 600), ClockRange(610, 700), ClockRange(760, 1000)), 700),
        ((ClockRange(540, 600), ClockRange(660, 700), ClockRange(760, 1000)), 600),
        ((ClockRange(1320, 1800),), 720),
        ((ClockRange(0, 30),), 720),
    ],
)
def test_a_day_has_its_middle_at_its_longest_break(ranges: tuple[ClockRange, ...], minutes: int) -> None:
    assert midday_of(ranges) == minutes


def test_strong_hours_outside_work_are_named() -> None:
    stretch = FocusStretch((0, 5), ClockRange(540, 660))
    assert days_outside(Hours(), stretch) == (5,)
    assert days_outside(Hours(), FocusStretch((0,), ClockRange(720, 900))) == (0,)
    assert days_outside(Hours(week=NIGHTS), FocusStretch((6, 0), ClockRange(60, 120))) == ()


def test_strong_hours_inside_one_week_of_a_rotation_are_inside() -> None:
    hours = Hours(rotation=Rotation(date(2026, 1, 5), (OFFICE_WEEK, Week(((),) * 7))))
    assert days_outside(hours, FocusStretch((0,), ClockRange(540, 660))) == ()


def test_wind_down_next_begins_after_now() -> None:
    now = datetime(2026, 8, 3, 15, tzinfo=UTC)
    reason = Reason(Rule.WIND_DOWN)
    intervals = [
        Interval(None, now, Phase.WIND_DOWN, reason),
        Interval(now, None, Phase.WIND_DOWN, reason),
        Interval(now + timedelta(hours=1), None, Phase.WORK, reason),
        Interval(now + timedelta(hours=2), None, Phase.WIND_DOWN, reason),
    ]
    assert next_wind_down(intervals, now) == now + timedelta(hours=2)
    assert next_wind_down(intervals[:3], now) is None
