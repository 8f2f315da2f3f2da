# SPDX-License-Identifier: MIT
"""Are the moments of a day found, and when they begin (SPEC G3)?"""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from rideau.domain.contexts import Day, Facts, day_of, moments_at, next_start
from rideau.domain.phase import Interval, Phase, Reason, Rule
from rideau.domain.tip import Moment

PARIS = ZoneInfo("Europe/Paris")
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def at(hour: int, minute: int = 0, day: int = 23) -> datetime:
    """Return a local time in Paris, Monday where no other day is named."""
    return datetime(2026, 11, day, hour, minute, tzinfo=PARIS).astimezone(UTC)


def stretch(start: datetime, end: datetime, phase: Phase = Phase.WORK) -> Interval:
    return Interval(start, end, phase, Reason(Rule.WORK_HOURS))


OFFICE = (
    stretch(at(0), at(9), Phase.QUIET),
    stretch(at(9), at(12, 30)),
    stretch(at(12, 30), at(14), Phase.QUIET),
    stretch(at(14), at(17, 45)),
    stretch(at(17, 45), at(18), Phase.WIND_DOWN),
    stretch(at(18), at(0, day=24), Phase.QUIET),
)
DAY = day_of(OFFICE, PARIS)._replace(closes_at=at(18), reopens_at=at(9, day=24))


def facts(hour: int, minute: int = 0, **more: object) -> Facts:
    return Facts(at(hour, minute), PARIS, is_open=True, day=DAY)._replace(**more)  # type: ignore[arg-type]


def test_a_day_has_its_ends_and_its_midday_before_the_gap() -> None:
    assert (DAY.opens_at, DAY.ends_at) == (at(9), at(18))
    assert DAY.midday == (at(12, 10), at(12, 30))


@pytest.mark.parametrize(
    ("intervals", "midday"),
    [
        ((), None),
        ((stretch(at(9), at(13)),), None),
        ((stretch(at(9), at(17)),), (at(12, 30), at(13, 30))),
        ((stretch(at(6), at(8)), stretch(at(9), at(16))), (at(10, 30), at(11, 30))),
        ((stretch(at(9), at(12)), stretch(at(12, 10), at(15))), (at(11, 30), at(12, 30))),
    ],
)
def test_a_day_without_a_gap_for_lunch_has_its_middle(
    intervals: tuple[Interval, ...], midday: tuple[datetime, datetime] | None
) -> None:
    assert day_of(intervals, PARIS).midday == midday


def test_hours_that_never_end_are_no_day() -> None:
    assert day_of((Interval(None, None, Phase.WORK, Reason(Rule.WORK_HOURS)),), PARIS) == Day()


def test_any_tip_fits_in_work_hours_and_none_outside() -> None:
    assert moments_at(facts(10)) == {Moment.ANY}
    assert moments_at(facts(20, is_open=False)) == frozenset()
    assert next_start(facts(20, is_open=False)) is None


def test_the_day_begins_a_quarter_of_an_hour_after_somebody_came() -> None:
    came = facts(9, 10, begun_at=at(9, 10))
    assert next_start(came) == at(9, 25)
    assert Moment.FIRST_OF_DAY in moments_at(facts(9, 25, begun_at=at(9, 10)))
    assert Moment.FIRST_OF_DAY not in moments_at(facts(10, 10, begun_at=at(9, 10)))
    kept = moments_at(facts(9, 30, begun_at=at(9, 10), is_evening_kept=True))
    assert kept == {Moment.ANY, Moment.FIRST_OF_DAY, Moment.GOOD_EVENING}


def test_midday_is_before_the_gap() -> None:
    assert Moment.MIDDAY in moments_at(facts(12, 15))
    assert Moment.MIDDAY not in moments_at(facts(12, 5))
    assert Moment.MIDDAY not in moments_at(facts(12, 15, day=Day()))


def test_a_long_stretch_is_55_minutes_of_active_work() -> None:
    working = facts(10, stretch=40 * MINUTE, is_working=True)
    assert next_start(working) == at(10, 15)
    assert Moment.LONG_STRETCH in moments_at(facts(10, stretch=55 * MINUTE, is_working=True))
    assert Moment.LONG_STRETCH in moments_at(facts(10, stretch=5 * HOUR, is_working=True))
    assert Moment.LONG_STRETCH not in moments_at(facts(10, stretch=5 * HOUR))


def test_closing_is_spoken_of_in_the_half_hour_before_its_ritual() -> None:
    assert Moment.BEFORE_CLOSING not in moments_at(facts(16, 59))
    assert Moment.BEFORE_CLOSING in moments_at(facts(17))
    assert Moment.BEFORE_CLOSING not in moments_at(facts(17, 30)), "the ritual comes at 17:35"
    assert Moment.BEFORE_CLOSING not in moments_at(facts(17, day=DAY._replace(closes_at=None)))


def test_friday_is_whatever_day_comes_before_days_off() -> None:
    friday = DAY._replace(reopens_at=at(9, day=25))
    assert Moment.FRIDAY in moments_at(facts(16, day=friday))
    assert Moment.FRIDAY not in moments_at(facts(15, day=friday))
    assert Moment.FRIDAY not in moments_at(facts(16))
    assert Moment.FRIDAY not in moments_at(facts(16, day=DAY._replace(reopens_at=None)))


def test_a_focus_session_of_50_minutes_and_a_crisis_echo_when_over() -> None:
    assert Moment.LONG_FOCUS in moments_at(facts(11, 10, focus=(at(10), at(11))))
    assert Moment.LONG_FOCUS not in moments_at(facts(11, 15, focus=(at(10), at(11))))
    assert Moment.LONG_FOCUS not in moments_at(facts(11, focus=(at(10, 15), at(11))))
    assert Moment.AFTER_CRISIS in moments_at(facts(11, crisis_ended_at=at(2)))


def test_the_second_late_attempt_within_the_hour_makes_a_late_moment() -> None:
    late = facts(22, is_open=False, attempts=(at(21, 30), at(21, 58)))
    assert moments_at(late) == {Moment.LATE_ATTEMPT}
    assert moments_at(late._replace(attempts=(at(21, 58),))) == frozenset()
    assert moments_at(late._replace(now=at(22, 8))) == frozenset()
    assert moments_at(late._replace(attempts=(at(20), at(21, 58)))) == frozenset()


def test_two_looks_at_a_closed_door_by_day_make_no_late_moment() -> None:
    """On a day off, or over lunch, nobody is told of tonight."""
    noon = facts(13, is_open=False, attempts=(at(12, 40), at(12, 58)))
    assert moments_at(noon) == frozenset()
    assert moments_at(noon._replace(now=at(2), attempts=(at(1, 40), at(1, 58)))) == {Moment.LATE_ATTEMPT}
