# SPDX-License-Identifier: MIT
"""Is a plain week one that a sentence could say?"""

from datetime import date

from rideau.domain.plain_week import ALL_DAY, PlainWeek, in_order, plain_week, range_between
from rideau.domain.settings import OFFICE_DAY, ClockRange, Hours, Rotation, Week

WEEK = PlainWeek(frozenset(range(5)), OFFICE_DAY)


def test_the_usual_hours_are_plain() -> None:
    assert plain_week(Hours()) == WEEK
    assert Hours(week=WEEK.week()) == Hours()


def test_hours_that_differ_from_day_to_day_are_not_plain() -> None:
    days = (OFFICE_DAY, (ClockRange(600, 660),), (), (), (), (), ())
    assert plain_week(Hours(week=Week(days))) is None


def test_a_week_without_work_is_not_plain() -> None:
    assert plain_week(Hours(week=Week(((),) * 7))) is None


def test_weeks_that_take_turns_are_not_plain() -> None:
    hours = Hours(rotation=Rotation(date(2026, 1, 5), (WEEK.week(),)))
    assert plain_week(hours) is None


def test_an_end_that_is_not_later_is_on_the_next_day() -> None:
    assert range_between(540, 1020) == ClockRange(540, 1020)
    assert range_between(22 * 60, 2 * 60) == ClockRange(22 * 60, 26 * 60)
    assert range_between(0, 0) == ClockRange(0, 1440)


def test_ranges_are_sorted() -> None:
    morning, afternoon = OFFICE_DAY
    assert in_order((afternoon, morning)) == OFFICE_DAY
    assert in_order(ALL_DAY) == ALL_DAY


def test_ranges_that_overlap_are_none() -> None:
    assert in_order((ClockRange(540, 720), ClockRange(700, 800))) is None


def test_a_night_that_runs_into_the_next_morning_overlaps() -> None:
    assert in_order((ClockRange(60, 120), ClockRange(22 * 60, 26 * 60))) is None
