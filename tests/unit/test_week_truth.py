# SPDX-License-Identifier: MIT
"""Does the line of truth tell what the hours come to?"""

import pytest

from rideau.domain.settings import OFFICE_WEEK, ClockRange, Week
from rideau.domain.week_truth import WEEKLY_REST, Rest, short_rests, truth_of

DAY = 1440
OFFICE = (OFFICE_WEEK,)
EMPTY = Week(((),) * 7)
ALWAYS = (Week(((ClockRange(0, DAY),),) * 7),)


def hours(*times: tuple[float, float]) -> tuple[ClockRange, ...]:
    return tuple(ClockRange(round(start * 60), round(end * 60)) for start, end in times)


def test_an_office_week_has_its_rest() -> None:
    truth = truth_of(OFFICE)
    assert truth.work == (37 * 60 + 30,)
    assert truth.average == 37 * 60 + 30
    assert truth.shortest == Rest(18 * 60, DAY + 9 * 60)
    assert truth.shortest.minutes == 15 * 60
    assert truth.weekly == (63 * 60,)
    assert truth.evenings == (7,)
    assert short_rests(OFFICE) == ()


def test_a_late_evening_before_an_early_morning_is_a_short_rest() -> None:
    week = Week((hours((9, 12), (18, 23)), hours((7, 12)), (), (), hours((20, 26)), hours((8, 12)), ()))
    found = short_rests((week,))
    assert [rest.minutes for rest in found] == [6 * 60, 8 * 60]
    truth = truth_of((week,))
    assert truth.shortest == found[0] == Rest(5 * DAY + 2 * 60, 5 * DAY + 8 * 60)
    assert truth.evenings == (5,)


def test_a_pause_within_a_day_is_no_rest_between_days() -> None:
    week = Week((hours((9, 12.5), (22, 26)), *((),) * 6))
    truth = truth_of((week,))
    assert truth.shortest is None or truth.shortest.minutes > 100 * 60
    assert short_rests((week,)) == ()


def test_what_touches_at_midnight_is_one_night() -> None:
    week = Week((hours((22, 24)), hours((0, 6)), *((),) * 5))
    assert short_rests((week,)) == ()


def test_no_work_has_no_shortest_rest_and_every_evening_free() -> None:
    truth = truth_of((EMPTY,))
    assert truth.shortest is None
    assert (truth.work, truth.weekly, truth.evenings) == ((0,), (7 * DAY,), (7,))


def test_work_without_end_has_no_rest_at_all() -> None:
    truth = truth_of(ALWAYS)
    assert truth.shortest == Rest(7 * DAY, 7 * DAY)
    assert (truth.weekly, truth.evenings) == ((0,), (0,))
    assert len(short_rests(ALWAYS)) == 1


def test_weeks_that_take_turns_are_told_each_and_on_average() -> None:
    weekend = Week((hours((9, 12)), (), (), (), (), hours((9, 18)), hours((9, 18))))
    truth = truth_of((OFFICE_WEEK, weekend))
    assert truth.work == (2250, 21 * 60)
    assert truth.average == (2250 + 21 * 60) / 2
    assert truth.weekly[1] == (4 * 24 + 21) * 60
    assert truth.evenings == (7, 7)


def test_a_rest_counts_for_every_week_that_it_reaches_far_into() -> None:
    mornings = Week(((), (), (), (), hours((9, 12)), hours((9, 12)), hours((9, 12))))
    truth = truth_of((OFFICE_WEEK, mornings))
    assert truth.weekly[1] > WEEKLY_REST
    assert truth_of((OFFICE_WEEK, EMPTY)).weekly[1] == 7 * DAY


def test_a_week_without_35_hours_in_one_piece_shows() -> None:
    week = Week((hours((9, 18)),) * 7)
    assert truth_of((week,)).weekly == (15 * 60,)


def same(count: int, *times: tuple[float, float]) -> Week:
    """Return a week with the same hours on its first days."""
    return Week(tuple(hours(*times) if day < count else () for day in range(7)))


NIGHTS = same(4, (21, 31))
SUNDAY_NIGHT = Week((hours((14, 22)), (), (), (), (), (), hours((22, 30))))
LATE_THEN_EARLY = Week((hours((14, 23)), hours((7, 15)), *(hours((9, 17)),) * 3, (), ()))
OFF_THE_GRID = Week((hours((8 + 5 / 6, 12 + 1 / 6)), (), *(hours((8 + 5 / 6, 12 + 1 / 6)), ()) * 2, ()))
ONE_DAY = Week(((), (), hours((9, 17)), *((),) * 4))


@pytest.mark.parametrize(
    ("weeks", "work", "shortest", "weekly", "evenings", "short"),
    [
        ((NIGHTS,), (40,), 14, (86,), (3,), 0),
        ((SUNDAY_NIGHT,), (16,), 8, (144,), (5,), 1),
        ((same(5, (6, 14)), same(5, (14, 22))), (40, 40), 16, (72, 56), (7, 2), 0),
        ((same(5, (22, 30)), same(5, (6, 14))), (40, 40), 16, (48, 80), (2, 7), 0),
        ((same(5, (16, 24)),), (40,), 16, (64,), (2,), 0),
        ((same(2, (0, 24)),), (48,), 120, (120,), (5,), 0),
        ((ONE_DAY,), (8,), 160, (160,), (7,), 0),
        ((same(6, (8, 20)),), (72,), 12, (36,), (1,), 0),
        ((same(7, (9, 17)),), (56,), 16, (16,), (7,), 0),
        ((LATE_THEN_EARLY,), (41,), 8, (69,), (6,), 1),
        ((same(5, (7, 11), (18, 22)),), (40,), 9, (57,), (2,), 4),
        ((OFF_THE_GRID,), (10,), 44 + 2 / 3, (68 + 2 / 3,), (7,), 0),
    ],
)
def test_weeks_worked_out_by_hand_come_to_the_same(  # noqa: PLR0913, PLR0917 - each figure of the line of truth
    weeks: tuple[Week, ...],
    work: tuple[float, ...],
    shortest: float,
    weekly: tuple[float, ...],
    evenings: tuple[int, ...],
    short: int,
) -> None:
    truth = truth_of(weeks)
    assert truth.work == tuple(60 * each for each in work)
    assert truth.shortest is not None
    assert truth.shortest.minutes == round(60 * shortest)
    assert truth.weekly == tuple(round(60 * each) for each in weekly)
    assert truth.evenings == evenings
    assert len(short_rests(weeks)) == short
