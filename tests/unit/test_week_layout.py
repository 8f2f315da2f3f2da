# SPDX-License-Identifier: MIT
"""What is drawn on each day of a week, and which weeks take turns?"""

from datetime import date

import pytest

from rideau.domain.settings import (
    OFFICE_WEEK,
    ClockRange,
    FocusStretch,
    Hours,
    Rotation,
    Week,
    WindDown,
)
from rideau.domain.week_edit import Place
from rideau.domain.week_layout import Piece, gaps_of, rows_of, stretches_of
from rideau.domain.week_rotation import (
    week_now,
    weeks_of,
    with_another,
    with_this_week,
    with_weeks,
    without_week,
)

MONDAY, FRIDAY = date(2026, 11, 16), date(2026, 11, 20)
NIGHT = ClockRange(20 * 60, 26 * 60)
WEEK_MINUTES = 7 * 1440
EMPTY = Week(((),) * 7)


def week_with(day: int, *ranges: ClockRange) -> Week:
    return Week(tuple(ranges if each == day else () for each in range(7)))


def test_an_office_day_is_two_pieces_with_dusk_at_the_end_and_focus_inside() -> None:
    rows = rows_of(Hours(), WindDown(), (FocusStretch((0,), ClockRange(11 * 60, 15 * 60)),))
    monday, tuesday = rows[0], rows[1]
    assert monday.pieces[0] == Piece(Place(0, 0, 0), 540, 750, ClockRange(540, 750), runs_on=False, is_rest=False)
    assert [(piece.start, piece.end) for piece in monday.pieces] == [(540, 750), (840, 1080)]
    assert monday.dusk == ((1065, 1080),)
    assert monday.focus == ((660, 750), (840, 900))
    assert tuesday.focus == ()
    assert rows[5].pieces == ()


def test_a_night_is_drawn_to_midnight_and_on_the_next_day() -> None:
    rows = rows_of(Hours(week=week_with(4, NIGHT)), WindDown(), ())
    assert rows[4].pieces == (Piece(Place(0, 4, 0), 1200, 1440, NIGHT, runs_on=True, is_rest=False),)
    assert rows[5].pieces == (Piece(Place(0, 4, 0), 0, 120, NIGHT, runs_on=False, is_rest=True),)
    assert rows[4].dusk == ()
    assert rows[5].dusk == ((105, 120),)


def test_sunday_night_is_drawn_on_monday_of_the_week_that_follows() -> None:
    hours = Hours(rotation=Rotation(MONDAY, (week_with(6, NIGHT), EMPTY)))
    assert rows_of(hours, WindDown(), (), 0)[0].pieces == ()
    (piece,) = rows_of(hours, WindDown(), (), 1)[0].pieces
    assert piece.place == Place(0, 6, 0)
    assert rows_of(hours, WindDown(), (), 1)[0].dusk == ((105, 120),)
    (alone,) = rows_of(Hours(week=week_with(6, NIGHT)), WindDown(), ())[0].pieces
    assert (alone.start, alone.end) == (0, 120)


def test_focus_over_sunday_night_is_drawn_on_both_days() -> None:
    plan = (FocusStretch((6,), ClockRange(23 * 60, 25 * 60)),)
    rows = rows_of(Hours(week=week_with(6, NIGHT)), WindDown(), plan)
    assert (rows[6].focus, rows[0].focus) == (((1380, 1440),), ((0, 60),))


def test_wind_down_comes_only_before_a_closing_and_is_switched_off_by_nought() -> None:
    rows = rows_of(Hours(), WindDown(15, 1), ())
    assert rows[0].dusk == ((735, 750), (1065, 1080))
    assert rows_of(Hours(), WindDown(0), ())[0].dusk == ()
    short = rows_of(Hours(week=week_with(0, ClockRange(540, 545))), WindDown(), ())
    assert short[0].dusk == ((540, 545),)


@pytest.mark.parametrize(
    ("week", "expected"),
    [
        (EMPTY, ()),
        (week_with(0, ClockRange(540, 600), ClockRange(600, 660), ClockRange(700, 800)), ((540, 660), (700, 800))),
        (
            Week((((ClockRange(0, 60)),), *((),) * 5, (ClockRange(1380, 1440),))),
            ((6 * 1440 + 1380, WEEK_MINUTES + 60),),
        ),
        (Week(((ClockRange(0, 1440),),) * 7), ((0, WEEK_MINUTES),)),
        (Week(((ClockRange(60, 1499),),) * 7), tuple((day * 1440 + 60, day * 1440 + 1499) for day in range(7))),
    ],
)
def test_what_touches_is_one_stretch_round_the_week(week: Week, expected: tuple[tuple[int, int], ...]) -> None:
    assert stretches_of((week,)) == expected


def test_gaps_lie_between_stretches_and_round_the_week() -> None:
    assert gaps_of((EMPTY,)) == ((0, WEEK_MINUTES),)
    assert gaps_of((week_with(0, ClockRange(540, 600)),)) == ((600, WEEK_MINUTES + 540),)
    assert gaps_of((Week(((ClockRange(0, 1440),),) * 7),)) == ()


def test_one_week_becomes_two_that_take_turns_and_one_again() -> None:
    hours = with_another(Hours(), 0, FRIDAY)
    assert hours.rotation == Rotation(MONDAY, (OFFICE_WEEK, OFFICE_WEEK))
    changed = with_weeks(hours, (OFFICE_WEEK, EMPTY))
    assert weeks_of(changed) == (OFFICE_WEEK, EMPTY)
    assert without_week(changed, 0, FRIDAY) == Hours(week=EMPTY)
    assert with_weeks(Hours(), (EMPTY,)) == Hours(week=EMPTY)


def test_the_last_week_is_kept() -> None:
    assert without_week(Hours(), 0, FRIDAY) == Hours()


def test_this_week_stays_what_it_was_when_weeks_come_and_go() -> None:
    three = (OFFICE_WEEK, EMPTY, week_with(0, NIGHT))
    hours = with_this_week(Hours(rotation=Rotation(date(2020, 1, 6), three)), 1, FRIDAY)
    assert week_now(hours, FRIDAY) == 1
    assert week_now(with_another(hours, 0, FRIDAY), FRIDAY) == 1
    assert week_now(without_week(hours, 0, FRIDAY), FRIDAY) == 0
    assert week_now(without_week(hours, 2, FRIDAY), FRIDAY) == 1
    last = with_this_week(hours, 2, FRIDAY)
    assert week_now(without_week(last, 2, FRIDAY), FRIDAY) == 1
    assert week_now(Hours(), FRIDAY) == 0
