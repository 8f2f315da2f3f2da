# SPDX-License-Identifier: MIT
"""Is the week in miniature the week that the schedule gives? Bars, sentences, and days of 23 and 25 hours."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from fakes.moment import A_CALENDAR, PARIS, a_status
from rideau.domain.override import Override, OverrideKind
from rideau.domain.phase import Phase
from rideau.domain.schedule import Calendar, Schedule
from rideau.domain.settings import ClockRange, Hours, Week, WindDown
from rideau.services.status import Status
from rideau.ui.present_week import Bar, WeekView, week_bounds, week_view
from rideau.wording.words import Words

ALL_DAY = ((ClockRange(0, 24 * 60),),) * 7
NIGHTS = ((ClockRange(20 * 60, 26 * 60),),) * 7


def a_week(status: Status, words: Words, calendar: Calendar = A_CALENDAR, hand: Sequence[Override] = ()) -> WeekView:
    intervals = Schedule(calendar, hand).intervals(*week_bounds(status.at, status.zone))
    return week_view(intervals, status, words)


def at(instant: datetime, zone: ZoneInfo = PARIS) -> Status:
    return a_status()._replace(at=instant, zone=zone)


def hours(week: WeekView, day: int) -> list[tuple[Phase, float, float]]:
    return [(bar.phase, round(bar.start * 24, 2), round(bar.end * 24, 2)) for bar in week.days[day].bars]


def test_the_week_is_monday_to_sunday_and_today_is_marked(words: Words) -> None:
    week = a_week(a_status(), words)
    assert [each.name for each in week.days] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert [each.is_today for each in week.days] == [False] * 4 + [True] + [False] * 2
    assert week.now == pytest.approx(19.5 / 24)
    assert week.hours == ((0.25, "6:00"), (0.5, "12:00"), (0.75, "18:00"))


def test_a_day_shows_work_focus_and_wind_down(words: Words) -> None:
    assert hours(a_week(a_status(), words), 0) == [
        (Phase.WORK, 9, 9.5),
        (Phase.FOCUS, 9.5, 11),
        (Phase.WORK, 11, 12.5),
        (Phase.WORK, 14, 17.75),
        (Phase.WIND_DOWN, 17.75, 18),
    ]


def test_each_day_is_said_in_a_sentence(words: Words) -> None:
    said = [each.said for each in a_week(a_status(), words).days]
    assert said[0] == "Monday: 9:00–12:30, 14:00–18:00. Focus: 9:30–11:00. Wind-down: 17:45–18:00."  # noqa: RUF001 - times
    assert said[2] == "Wednesday: closed. Leave: “Garden”."
    assert said[3] == "Thursday: closed. Public holiday: Founders' Day."
    assert said[5] == "Saturday: closed."
    assert a_week(a_status(), words).said == " ".join(said)


def test_leave_fills_its_day(words: Words) -> None:
    assert hours(a_week(a_status(), words), 2) == [(Phase.AWAY, 0, 24)]


def test_what_the_hand_did_shows(words: Words) -> None:
    closing = Override(OverrideKind.CLOSE, datetime(2026, 11, 20, 13, 30, tzinfo=UTC), None)
    week = a_week(a_status(), words, hand=(closing,))
    assert hours(week, 4) == [(Phase.WORK, 9, 12.5), (Phase.WORK, 14, 14.5)]
    assert week.days[4].said.endswith("Closed by hand.")


def test_a_range_over_midnight_is_drawn_on_both_days(words: Words) -> None:
    calendar = Calendar(Hours(week=Week(NIGHTS)), WindDown(minutes=0), (), PARIS, {})
    week = a_week(a_status(), words, calendar)
    assert hours(week, 1) == [(Phase.WORK, 0, 2), (Phase.WORK, 20, 24)]
    assert week.days[1].said == "Tuesday: 0:00–2:00, 20:00–0:00."  # noqa: RUF001 - times


@pytest.mark.parametrize(("sunday", "length"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25)])
def test_a_day_that_the_clock_makes_longer_or_shorter_is_whole(sunday: date, length: int, words: Words) -> None:
    calendar = Calendar(Hours(week=Week(ALL_DAY)), WindDown(minutes=0), (), PARIS, {})
    noon = datetime(sunday.year, sunday.month, sunday.day, 12, tzinfo=PARIS)
    start, end = week_bounds(noon, PARIS)
    assert end - start == timedelta(hours=6 * 24 + length)
    assert [each.bars for each in a_week(at(noon), words, calendar).days] == [(Bar(Phase.WORK, 0, 1),)] * 7


def test_nine_stands_below_nine_whatever_the_clock_did(words: Words) -> None:
    calendar = Calendar(Hours(week=Week(((ClockRange(9 * 60, 17 * 60),),) * 7)), WindDown(minutes=0), (), PARIS, {})
    week = a_week(at(datetime(2026, 10, 25, 11, tzinfo=UTC)), words, calendar)
    assert {tuple(hours(week, day)) for day in range(7)} == {((Phase.WORK, 9, 17),)}


def test_a_stretch_within_the_hour_that_comes_twice_is_seen(words: Words) -> None:
    """From 2:30 the first time to 2:15 the second: the wall clock ends before it began."""
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    opened = Override(OverrideKind.OPEN, first, first + timedelta(minutes=45), "Night")
    calendar = Calendar(Hours(week=Week(((),) * 7)), WindDown(minutes=0), (), PARIS, {})
    assert hours(a_week(at(first), words, calendar, (opened,)), 6) == [(Phase.WORK, 2.5, 3.25)]


def test_a_schedule_that_nobody_knows_is_no_week(words: Words) -> None:
    assert week_view((), a_status(), words) == WeekView((), 0, ())
