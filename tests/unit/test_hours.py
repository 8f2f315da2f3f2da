# SPDX-License-Identifier: MIT
"""Does each rule of CONTRACT, "Time", hold in an example that a person would give?"""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from rideau.domain.override import Override, OverrideKind
from rideau.domain.phase import Interval, Phase, Reason, Rule
from rideau.domain.schedule import Calendar, Schedule, compile_timeline
from rideau.domain.settings import (
    ClockRange,
    ExceptionalDay,
    FocusStretch,
    Holidays,
    Hours,
    Leave,
    Rotation,
    Week,
    WindDown,
)

PARIS = ZoneInfo("Europe/Paris")
OFF = WindDown(minutes=0)
QUIET = Reason(Rule.OUTSIDE_HOURS)
ENDLESS = Week(((ClockRange(0, 1440),),) * 7)
NEVER = Week(((),) * 7)
MONDAY = date(2026, 6, 1)
FIRST, LAST = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59)  # noqa: DTZ001 - local time


def hours(text: str) -> tuple[ClockRange, ...]:
    """Return the ranges that ``text`` lists as the settings write them."""
    ranges = []
    for each in text.split():
        start, end = (int(clock[:2]) * 60 + int(clock[3:]) for clock in each.split("-"))
        ranges.append(ClockRange(start, end if end > start else end + 1440))
    return tuple(ranges)


def week(**days: str) -> Week:
    """Return a week with ``monday="09:00-12:00"`` and so on; days that are not named are off."""
    names = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    return Week(tuple(hours(days.get(name, "")) for name in names))


def calendar(
    wanted: Hours,
    *,
    wind_down: WindDown = OFF,
    focus: tuple[FocusStretch, ...] = (),
    zone: ZoneInfo = PARIS,
    holidays: Mapping[date, str] | None = None,
) -> Calendar:
    return Calendar(wanted, wind_down, focus, zone, holidays or {})


def at(day: date, clock: str, zone: ZoneInfo = PARIS) -> datetime:
    """Return the instant of a wall clock's time that occurs once."""
    return datetime.combine(day, datetime.strptime(clock, "%H:%M").time(), zone).astimezone(UTC)  # noqa: DTZ007 - a time


def told(asked: Calendar | Schedule, day: date, days: int = 1) -> list[str]:
    """Return what is told of a date and those after it: ``09:00 work``; what begins before is told at ``00:00``."""
    schedule = asked if isinstance(asked, Schedule) else Schedule(asked)
    found = schedule.intervals(at(day, "00:00"), at(day + timedelta(days=days), "00:00"))
    return [f"{_shown(each):%H:%M} {each.phase}" for each in found]


def _shown(interval: Interval) -> datetime:
    assert interval.start
    return interval.start.astimezone(PARIS)


OFFICE = Hours(week=week(monday="09:00-12:30 14:00-18:00", friday="22:00-02:00"))


def test_a_range_contains_its_start_and_not_its_end() -> None:
    schedule = Schedule(calendar(OFFICE))
    moment = timedelta(microseconds=1)
    start, end = at(MONDAY, "09:00"), at(MONDAY, "12:30")
    phases = [schedule.phase_at(each) for each in (start - moment, start, end - moment, end)]
    assert phases == [Phase.QUIET, Phase.WORK, Phase.WORK, Phase.QUIET]


def test_any_number_of_ranges_a_day() -> None:
    assert told(calendar(OFFICE), MONDAY) == ["00:00 quiet", "09:00 work", "12:30 quiet", "14:00 work", "18:00 quiet"]


def test_a_range_over_midnight_belongs_to_the_day_it_starts_on() -> None:
    friday = MONDAY + timedelta(days=4)
    assert told(calendar(OFFICE), friday, 2) == ["00:00 quiet", "22:00 work", "02:00 quiet"]
    reason = Schedule(calendar(OFFICE)).interval_at(at(friday + timedelta(days=1), "01:00")).reason
    assert reason == Reason(Rule.WORK_HOURS, on=friday, hours="22:00-02:00")


def test_what_touches_is_one_stretch_with_the_reason_of_its_first_range() -> None:
    joined = Hours(week=week(monday="09:00-24:00", tuesday="00:00-03:00 03:00-05:00"))
    assert told(calendar(joined), MONDAY, 2) == ["00:00 quiet", "09:00 work", "05:00 quiet"]
    assert Schedule(calendar(joined)).interval_at(at(MONDAY + timedelta(days=1), "04:00")) == Interval(
        at(MONDAY, "09:00"),
        at(MONDAY + timedelta(days=1), "05:00"),
        Phase.WORK,
        Reason(Rule.WORK_HOURS, on=MONDAY, hours="09:00-24:00"),
    )


def test_what_runs_over_into_the_next_days_hours_is_joined_with_them() -> None:
    joined = Hours(week=week(monday="22:00-10:00", tuesday="09:00-09:30 11:00-12:00"))
    assert told(calendar(joined), MONDAY, 2) == [
        "00:00 quiet",
        "22:00 work",
        "10:00 quiet",
        "11:00 work",
        "12:00 quiet",
    ]


def test_weeks_take_turns_from_the_anchor_in_both_directions() -> None:
    rotation = Rotation(MONDAY, (week(monday="09:00-17:00"), week(monday="10:00-11:00"), NEVER))
    turns = Hours(rotation=rotation)
    found = [told(calendar(turns), MONDAY + timedelta(weeks=number))[1:2] for number in range(-3, 4)]
    first, second = ["09:00 work"], ["10:00 work"]
    assert found == [first, second, [], first, second, [], first]


def test_an_exception_replaces_the_hours_of_its_date() -> None:
    open_day = OFFICE._replace(exceptions=(ExceptionalDay(MONDAY, hours("10:00-16:00"), "Open day"),))
    assert told(calendar(open_day), MONDAY) == ["00:00 quiet", "10:00 work", "16:00 quiet"]
    reason = Schedule(calendar(open_day)).interval_at(at(MONDAY, "10:00")).reason
    assert reason == Reason(Rule.EXCEPTION, "Open day", MONDAY, "10:00-16:00")
    closed = OFFICE._replace(exceptions=(ExceptionalDay(MONDAY, ()),))
    assert told(calendar(closed), MONDAY) == ["00:00 quiet"]


def test_a_holiday_removes_what_starts_on_it_and_is_away_from_midnight_to_midnight() -> None:
    off = calendar(OFFICE, holidays={MONDAY: "Whit Monday"})
    assert told(off, MONDAY - timedelta(days=1), 3) == ["00:00 quiet", "00:00 away", "00:00 quiet"]
    assert Schedule(off).interval_at(at(MONDAY, "10:00")) == Interval(
        at(MONDAY, "00:00"),
        at(MONDAY + timedelta(days=1), "00:00"),
        Phase.AWAY,
        Reason(Rule.HOLIDAY, "Whit Monday", MONDAY),
    )


def test_work_that_runs_over_into_a_holiday_goes_on() -> None:
    saturday = MONDAY + timedelta(days=5)
    off = calendar(OFFICE, holidays={saturday: "All Saints"})
    assert told(off, saturday, 2) == ["00:00 work", "02:00 away", "00:00 quiet"]


def test_two_holidays_in_a_row_are_told_apart() -> None:
    off = calendar(OFFICE, holidays={MONDAY: "One", MONDAY + timedelta(days=1): "Two"})
    assert told(off, MONDAY, 3) == ["00:00 away", "00:00 away", "00:00 quiet"]


def test_a_holiday_that_is_worked_is_none() -> None:
    worked = OFFICE._replace(holidays=Holidays("FR", worked=frozenset({MONDAY})))
    assert told(calendar(worked, holidays={MONDAY: "Whit Monday"}), MONDAY) == told(calendar(OFFICE), MONDAY)
    unworked = OFFICE._replace(holidays=Holidays("FR"))
    assert told(calendar(unworked, holidays={MONDAY: "Whit Monday"}), MONDAY) == ["00:00 away"]


def test_an_exception_beats_a_holiday() -> None:
    sale = OFFICE._replace(exceptions=(ExceptionalDay(MONDAY, hours("10:00-12:00")),))
    assert told(calendar(sale, holidays={MONDAY: "Whit Monday"}), MONDAY) == ["00:00 away", "10:00 work", "12:00 away"]


def test_leave_by_dates_is_whole_days() -> None:
    summer = OFFICE._replace(leave=(Leave(MONDAY, MONDAY + timedelta(days=6), "Summer"),))
    assert Schedule(calendar(summer)).interval_at(at(MONDAY, "10:00")) == Interval(
        at(MONDAY, "00:00"), at(MONDAY + timedelta(days=7), "00:00"), Phase.AWAY, Reason(Rule.LEAVE, "Summer")
    )


def test_leave_by_date_times_cuts_work_where_it_says() -> None:
    half = OFFICE._replace(
        leave=(
            Leave(datetime(2026, 6, 1, 10, 30), datetime(2026, 6, 1, 11), "Dentist"),  # noqa: DTZ001 - local time
            Leave(datetime(2026, 6, 1, 15), MONDAY, "Half a day"),  # noqa: DTZ001 - local time
        ),
    )
    assert told(calendar(half), MONDAY, 2) == [
        "00:00 quiet",
        "09:00 work",
        "10:30 away",
        "11:00 work",
        "12:30 quiet",
        "14:00 work",
        "15:00 away",
        "00:00 quiet",
    ]


def test_of_overlapping_leaves_the_first_holds_until_it_ends() -> None:
    tuesday, wednesday = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)
    both = OFFICE._replace(leave=(Leave(tuesday, wednesday, "Second"), Leave(MONDAY, tuesday, "First")))
    found = Schedule(calendar(both)).intervals(at(MONDAY, "00:00"), at(MONDAY + timedelta(days=3), "00:00"))
    assert [(each.start, each.reason.label) for each in found] == [
        (at(MONDAY, "00:00"), "First"),
        (at(wednesday, "00:00"), "Second"),
    ]
    within = OFFICE._replace(leave=(Leave(MONDAY, wednesday, "Long"), Leave(tuesday, tuesday, "Short")))
    assert Schedule(calendar(within)).interval_at(at(tuesday, "10:00")).reason.label == "Long"


def test_leave_that_began_years_ago_holds_still() -> None:
    long = OFFICE._replace(leave=(Leave(date(2020, 1, 1), date(2030, 1, 1), "Sabbatical"),))
    schedule = Schedule(calendar(long))
    assert schedule.interval_at(at(MONDAY, "10:00")) == Interval(
        None, None, Phase.AWAY, Reason(Rule.LEAVE, "Sabbatical")
    )
    assert schedule.next_opening(at(MONDAY, "10:00")) is None


def test_the_last_minutes_before_a_real_closing_wind_down() -> None:
    ending = calendar(OFFICE, wind_down=WindDown(minutes=15, min_gap_hours=4))
    assert told(ending, MONDAY) == [
        "00:00 quiet",
        "09:00 work",
        "12:30 quiet",
        "14:00 work",
        "17:45 wind-down",
        "18:00 quiet",
    ]
    assert Schedule(ending).interval_at(at(MONDAY, "17:50")).reason == Reason(Rule.WIND_DOWN)


@pytest.mark.parametrize(("gap", "winds_down"), [(1.5, True), (1.51, False), (0, True), (10**9, False)])
def test_a_closing_counts_from_so_many_hours_on(gap: float, *, winds_down: bool) -> None:
    ending = calendar(OFFICE, wind_down=WindDown(15, gap))
    assert ("12:15 wind-down" in told(ending, MONDAY)) is winds_down


def test_hours_that_never_open_again_wind_down_whatever_the_gap() -> None:
    last = calendar(
        Hours(week=NEVER, exceptions=(ExceptionalDay(MONDAY, hours("09:00-10:00")),)), wind_down=WindDown(15, 10**9)
    )
    assert told(last, MONDAY) == ["00:00 quiet", "09:00 work", "09:45 wind-down", "10:00 quiet"]


def test_a_stretch_that_is_shorter_winds_down_whole() -> None:
    short = calendar(Hours(week=week(monday="09:00-09:10")), wind_down=WindDown(15))
    assert told(short, MONDAY) == ["00:00 quiet", "09:00 wind-down", "09:10 quiet"]


def test_leave_makes_a_closing_too() -> None:
    half = OFFICE._replace(leave=(Leave(datetime(2026, 6, 1, 13), MONDAY),))  # noqa: DTZ001 - local time
    assert "12:15 wind-down" in told(calendar(half, wind_down=WindDown()), MONDAY)


def test_the_focus_plan_holds_inside_work_and_before_wind_down() -> None:
    plan = (FocusStretch((0,), hours("08:00-10:00")[0]), FocusStretch((0, 1), hours("12:00-18:00")[0]))
    found = told(calendar(OFFICE, wind_down=WindDown(), focus=plan), MONDAY, 2)
    assert found == [
        "00:00 quiet",
        "09:00 focus",
        "10:00 work",
        "12:00 focus",
        "12:30 quiet",
        "14:00 focus",
        "17:45 wind-down",
        "18:00 quiet",
    ]
    reason = Schedule(calendar(OFFICE, focus=plan)).interval_at(at(MONDAY, "09:00")).reason
    assert reason == Reason(Rule.FOCUS_PLAN, hours="08:00-10:00")


def test_a_focus_stretch_runs_over_midnight_as_work_does() -> None:
    friday = MONDAY + timedelta(days=4)
    plan = (FocusStretch((4,), hours("23:00-01:00")[0]),)
    assert told(calendar(OFFICE, focus=plan), friday, 2) == [
        "00:00 quiet",
        "22:00 work",
        "23:00 focus",
        "01:00 work",
        "02:00 quiet",
    ]


def by_hand(kind: OverrideKind, start: str, end: str | None, reason: str = "") -> Override:
    return Override(kind, at(MONDAY, start), at(MONDAY, end) if end else None, reason)


def test_the_hand_beats_everything() -> None:
    away = OFFICE._replace(leave=(Leave(MONDAY, MONDAY),))
    opened = Schedule(calendar(away), (by_hand(OverrideKind.OPEN, "10:00", "10:10", "client"),))
    assert told(opened, MONDAY) == ["00:00 away", "10:00 work", "10:10 away"]
    assert opened.interval_at(at(MONDAY, "10:00")).reason == Reason(Rule.OPENED_BY_HAND, "client")


def test_of_switches_that_overlap_the_latest_holds() -> None:
    switches = (
        by_hand(OverrideKind.CLOSE, "10:00", None),
        by_hand(OverrideKind.OPEN, "09:30", "11:00"),
        by_hand(OverrideKind.FOCUS, "11:00", "11:30"),
        by_hand(OverrideKind.FOCUS, "20:00", "19:00"),
    )
    assert told(Schedule(calendar(OFFICE), switches), MONDAY) == [
        "00:00 quiet",
        "09:00 work",
        "09:30 work",
        "10:00 quiet",
        "11:00 focus",
        "11:30 quiet",
    ]


def test_of_switches_made_at_once_the_last_holds() -> None:
    switches = (by_hand(OverrideKind.OPEN, "10:00", "11:00"), by_hand(OverrideKind.CLOSE, "10:00", "11:00"))
    assert Schedule(calendar(OFFICE), switches).phase_at(at(MONDAY, "10:30")) is Phase.QUIET


def test_switches_that_follow_each_other_and_say_the_same_are_one_interval() -> None:
    """Nothing changes between them, so there is no transition."""
    switches = (by_hand(OverrideKind.OPEN, "20:00", "20:10"), by_hand(OverrideKind.OPEN, "20:10", "20:30"))
    assert told(Schedule(calendar(OFFICE), switches), MONDAY)[-2:] == ["20:00 work", "20:30 quiet"]


def test_closing_by_hand_outside_of_hours_is_told_apart_from_the_evening() -> None:
    closed = Schedule(calendar(OFFICE), (by_hand(OverrideKind.CLOSE, "19:00", "20:00"),))
    assert told(closed, MONDAY)[-3:] == ["18:00 quiet", "19:00 quiet", "20:00 quiet"]


def test_a_night_in_spring_is_an_hour_shorter() -> None:
    sunday = date(2026, 3, 29)
    spring = calendar(Hours(week=week(sunday="01:00-02:30 02:30-04:00 05:00-06:00")))
    assert told(spring, sunday) == ["00:00 quiet", "01:00 work", "04:00 quiet", "05:00 work", "06:00 quiet"]
    found = Schedule(spring).interval_at(at(sunday, "01:00"))
    assert found.end == at(sunday, "04:00")
    assert found.start == found.end - timedelta(hours=2)


def test_hours_that_do_not_occur_are_dropped_or_moved_by_the_offset_before() -> None:
    sunday = date(2026, 3, 29)
    skipped = calendar(Hours(week=week(sunday="02:30-03:15")))
    assert told(skipped, sunday) == ["00:00 quiet"]
    moved = calendar(Hours(week=week(sunday="02:15-02:45")))
    assert told(moved, sunday) == ["00:00 quiet", "03:15 work", "03:45 quiet"]


def test_an_hour_that_occurs_twice_is_the_first_one() -> None:
    autumn = calendar(Hours(week=week(sunday="02:30-02:45")))
    assert Schedule(autumn).interval_at(datetime(2026, 10, 25, 0, 31, tzinfo=UTC)).phase is Phase.WORK
    assert Schedule(autumn).interval_at(datetime(2026, 10, 25, 1, 31, tzinfo=UTC)).phase is Phase.QUIET


def test_the_hours_of_a_day_that_the_zone_skipped_fall_on_the_next() -> None:
    apia = calendar(Hours(week=week(friday="09:00-10:00", saturday="10:00-11:00")), zone=ZoneInfo("Pacific/Apia"))
    found = Schedule(apia).interval_at(datetime(2011, 12, 30, 19, 0, tzinfo=UTC))
    assert (found.start, found.end) == (
        datetime(2011, 12, 30, 19, tzinfo=UTC),
        datetime(2011, 12, 30, 21, tzinfo=UTC),
    )
    assert found.reason.on == date(2011, 12, 30)


def test_any_zone_may_ask_and_utc_answers() -> None:
    tokyo = at(MONDAY, "10:00").astimezone(ZoneInfo("Asia/Tokyo"))
    schedule = Schedule(calendar(OFFICE))
    assert schedule.next_transition(tokyo) == at(MONDAY, "12:30")
    opening = schedule.next_opening(tokyo)
    assert opening
    assert opening.tzinfo is UTC
    found = schedule.intervals(tokyo, tokyo + timedelta(hours=1))
    assert [each.start for each in found] == [at(MONDAY, "10:00")]
    assert found[0].start
    assert found[0].start.tzinfo is UTC


def test_an_interval_is_told_with_its_true_start_and_end_however_far() -> None:
    rare = Hours(
        week=NEVER, exceptions=tuple(ExceptionalDay(day, hours("09:00-10:00")) for day in (MONDAY, date(2027, 6, 1)))
    )
    schedule = Schedule(calendar(rare))
    halfway = at(date(2026, 12, 1), "12:00")
    assert schedule.interval_at(halfway) == Interval(
        at(MONDAY, "10:00"), at(date(2027, 6, 1), "09:00"), Phase.QUIET, QUIET
    )
    assert schedule.next_transition(halfway) == at(date(2027, 6, 1), "09:00")
    assert schedule.next_opening(halfway) == at(date(2027, 6, 1), "09:00")
    assert schedule.next_opening(at(date(2027, 6, 1), "09:00")) is None


def test_hours_that_never_close_have_no_bounds() -> None:
    schedule = Schedule(calendar(Hours(week=ENDLESS), wind_down=WindDown(15)))
    now = at(MONDAY, "12:00")
    assert schedule.interval_at(now) == Interval(None, None, Phase.WORK, Reason(Rule.WORK_HOURS))
    assert schedule.next_transition(now) is None
    assert schedule.next_opening(now) is None
    assert schedule.next_start_of_work(now) is None
    assert schedule.next_closing(now) is None


def test_hours_that_closed_months_ago_are_told_since_then() -> None:
    closed = date(2026, 2, 2)
    schedule = Schedule(calendar(Hours(week=ENDLESS, exceptions=(ExceptionalDay(closed, ()),))))
    found = schedule.interval_at(at(MONDAY, "12:00"))
    assert found.start == at(closed + timedelta(days=1), "00:00")
    assert found.reason.on == closed + timedelta(days=1)
    assert found.end is None


def test_hours_that_never_open_have_no_bounds() -> None:
    schedule = Schedule(calendar(Hours(week=NEVER)))
    assert schedule.interval_at(at(MONDAY, "12:00")) == Interval(None, None, Phase.QUIET, QUIET)


def test_the_next_opening_is_strictly_later_and_counts_the_hand() -> None:
    plain = Schedule(calendar(OFFICE, wind_down=WindDown(15, 1)))
    assert plain.next_opening(at(MONDAY, "08:00")) == at(MONDAY, "09:00")
    assert plain.next_opening(at(MONDAY, "09:00")) == at(MONDAY, "14:00")
    assert plain.next_opening(at(MONDAY, "14:00")) == at(MONDAY + timedelta(days=4), "22:00")
    opened = plain.with_overrides((by_hand(OverrideKind.OPEN, "13:00", "13:10"),))
    assert opened.next_opening(at(MONDAY, "09:00")) == at(MONDAY, "13:00")
    closed = plain.with_overrides((by_hand(OverrideKind.CLOSE, "10:00", "10:30"),))
    assert closed.next_opening(at(MONDAY, "09:00")) == at(MONDAY, "10:30")


def test_the_next_start_of_work_leaves_the_hand_out() -> None:
    opened = Schedule(calendar(OFFICE), (by_hand(OverrideKind.CLOSE, "08:00", "14:30"),))
    assert opened.next_start_of_work(at(MONDAY, "08:00")) == at(MONDAY, "09:00")
    assert opened.next_start_of_work(at(MONDAY, "09:00")) == at(MONDAY, "14:00")


def test_the_shop_closes_where_a_stretch_ends_or_leave_or_a_hand_cuts_it() -> None:
    half = OFFICE._replace(leave=(Leave(datetime(2026, 6, 1, 17), MONDAY),))  # noqa: DTZ001 - local time
    schedule = Schedule(calendar(half, wind_down=WindDown()))
    assert schedule.next_closing(at(MONDAY, "09:00")) == at(MONDAY, "12:30")
    assert schedule.next_closing(at(MONDAY, "12:30")) == at(MONDAY, "17:00")
    assert schedule.next_closing(at(MONDAY, "16:55")) == at(MONDAY, "17:00")
    by_hand_at_ten = schedule.with_overrides((by_hand(OverrideKind.CLOSE, "10:00", None),))
    assert by_hand_at_ten.next_closing(at(MONDAY, "09:00")) == at(MONDAY, "10:00")


def test_taking_switches_back_goes_back_to_the_schedule() -> None:
    closed = Schedule(calendar(OFFICE), (by_hand(OverrideKind.CLOSE, "10:00", None),))
    assert closed.phase_at(at(MONDAY, "11:00")) is Phase.QUIET
    assert closed.with_overrides(()).phase_at(at(MONDAY, "11:00")) is Phase.WORK


def test_questions_about_many_years_are_all_answered() -> None:
    schedule = Schedule(calendar(OFFICE))
    for year in range(2000, 2040):
        assert schedule.next_transition(datetime(year, 6, 1, tzinfo=UTC))
    assert schedule.phase_at(at(MONDAY, "10:00")) is Phase.WORK


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Etc/GMT+12", "Asia/Tokyo"])
@pytest.mark.parametrize("instant", [FIRST, LAST])
def test_the_ends_of_time_are_answered_too(zone: str, instant: datetime) -> None:
    leave = (Leave(date.min, date.min), Leave(date.max, date.max), Leave(FIRST, FIRST), Leave(LAST, LAST))
    schedule = Schedule(calendar(Hours(leave=leave), zone=ZoneInfo(zone), wind_down=WindDown(600)))
    for aware in (instant.replace(tzinfo=UTC), instant.replace(tzinfo=ZoneInfo(zone))):
        assert schedule.phase_at(aware) in {Phase.QUIET, Phase.AWAY, Phase.WORK}
        assert schedule.interval_at(aware).phase is schedule.phase_at(aware)
        schedule.next_opening(aware)
    assert schedule.intervals(instant.replace(tzinfo=ZoneInfo(zone)), instant.replace(tzinfo=ZoneInfo(zone))) == ()


def test_an_empty_window_has_no_intervals() -> None:
    now = at(MONDAY, "10:00")
    assert compile_timeline(calendar(OFFICE), (), now, now).between(now, now) == ()


def test_leave_is_read_from_the_wall_on_the_nights_that_clocks_change() -> None:
    spring, autumn = date(2026, 3, 29), datetime(2026, 10, 25, 2, 30)  # noqa: DTZ001 - local time
    leave = (Leave(spring, spring, "Spring"), Leave(autumn, autumn + timedelta(hours=10), "Autumn"))
    schedule = Schedule(calendar(OFFICE._replace(leave=leave)))
    found = schedule.interval_at(at(spring, "12:00"))
    assert (found.start, found.end) == (datetime(2026, 3, 28, 23, tzinfo=UTC), datetime(2026, 3, 29, 22, tzinfo=UTC))
    assert schedule.interval_at(at(autumn.date(), "12:00")).start == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def narrow(asked: Calendar, day: date, start: str, end: str) -> Interval:
    """Return what holds at ``start`` by a timeline that knows no more than until ``end``."""
    return compile_timeline(asked, (), at(day, start), at(day, end)).interval_at(at(day, start))


def test_a_narrow_window_names_the_first_range_of_a_long_stretch() -> None:
    closed = MONDAY - timedelta(days=30)
    long = calendar(Hours(week=ENDLESS, exceptions=(ExceptionalDay(closed, ()),)))
    assert narrow(long, MONDAY, "10:00", "11:00").reason.on == closed + timedelta(days=1)


def test_a_narrow_window_knows_the_closing_that_follows() -> None:
    short = Hours(week=week(monday="09:00-10:00", friday="22:00-23:00"))
    for gap, phase in ((107, Phase.WIND_DOWN), (110, Phase.WORK)):
        assert narrow(calendar(short, wind_down=WindDown(15, gap)), MONDAY, "09:50", "09:55").phase is phase


def test_a_narrow_window_knows_what_runs_over_from_the_evening_before() -> None:
    saturday = MONDAY + timedelta(days=5)
    plan = (FocusStretch((4,), hours("23:00-01:00")[0]),)
    assert narrow(calendar(OFFICE, focus=plan), saturday, "00:30", "00:40").phase is Phase.FOCUS


def test_leave_that_began_months_ago_and_ends_tomorrow_is_told_with_its_start() -> None:
    leave = (Leave(date(2026, 1, 5), MONDAY, "Parental"),)
    found = Schedule(calendar(OFFICE._replace(leave=leave))).interval_at(at(MONDAY, "12:00"))
    assert (found.start, found.end) == (at(date(2026, 1, 5), "00:00"), at(MONDAY + timedelta(days=1), "00:00"))
