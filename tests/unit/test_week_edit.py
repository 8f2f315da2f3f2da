# SPDX-License-Identifier: MIT
"""Do opening hours stay whole whatever a hand does to them?"""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rideau.domain import week_edit
from rideau.domain.settings import MINUTES_PER_DAY, OFFICE_WEEK, ClockRange, Week
from rideau.domain.week_edit import Edited, Place, Weeks, at, origin

OFFICE = (OFFICE_WEEK,)
MORNING, AFTERNOON = Place(0, 0, 0), Place(0, 0, 1)
DAY_OFF: tuple[ClockRange, ...] = ()


def hm(text: str) -> ClockRange:
    start, end = (int(part[:2]) * 60 + int(part[3:]) for part in text.split("-"))
    return ClockRange(start, end if end > start else end + MINUTES_PER_DAY)


def a_week(**days: str) -> Weeks:
    names = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    return (Week(tuple(tuple(hm(each) for each in days.get(name, "").split()) for name in names)),)


def said(weeks: Weeks, day: int = 0, week: int = 0) -> str:
    return " ".join(map(str, weeks[week].days[day]))


def spans(weeks: Weeks) -> list[tuple[int, int]]:
    return sorted(
        (origin(Place(number, day, 0)) + each.start, origin(Place(number, day, 0)) + each.end)
        for number, week in enumerate(weeks)
        for day, ranges in enumerate(week.days)
        for each in ranges
    )


def is_apart(weeks: Weeks) -> bool:
    found = spans(weeks)
    turn = len(weeks) * 7 * MINUTES_PER_DAY
    again = [*found, *((start + turn, end + turn) for start, end in found[:1])]
    return all(earlier[1] <= later[0] for earlier, later in pairwise(again))


def holds(weeks: Weeks) -> bool:
    """Tell whether the settings reader would take these weeks."""
    for week in weeks:
        for ranges in week.days:
            if list(ranges) != sorted(ranges) or any(a.end > b.start for a, b in pairwise(ranges)):
                return False
            for start, end in ranges:
                is_short = start < end < start + MINUTES_PER_DAY or (start, end) == (0, MINUTES_PER_DAY)
                if not (0 <= start < MINUTES_PER_DAY and is_short):
                    return False
    return True


def test_a_stretch_moves_to_the_nearest_quarter_and_keeps_its_length() -> None:
    moved = week_edit.moved(OFFICE, MORNING, 0, 8 * 60 + 7)
    assert said(moved.weeks) == "08:00-11:30 14:00-18:00"
    assert moved.place == MORNING


def test_a_stretch_moves_to_another_day_and_finds_its_place_there() -> None:
    moved = week_edit.moved(OFFICE, MORNING, 5, 9 * 60)
    assert said(moved.weeks, 5) == "09:00-12:30"
    assert said(moved.weeks, 0) == "14:00-18:00"
    assert moved.place == Place(0, 5, 0)


def test_a_stretch_past_midnight_begins_on_its_own_day_whatever_is_asked() -> None:
    night = (Week(((ClockRange(20, 1455),), *((),) * 6)),)
    assert said(week_edit.with_start(night, MORNING, 1433).weeks) == "23:45-00:15"


def test_a_stretch_off_the_grid_keeps_its_minutes_on_another_day() -> None:
    weeks = a_week(mon="09:07-12:00")
    assert said(week_edit.moved(weeks, MORNING, 2, 9 * 60 + 7).weeks, 2) == "09:07-12:00"


def test_a_stretch_stops_at_its_neighbour_and_jumps_over_it_when_pulled_further() -> None:
    assert said(week_edit.moved(OFFICE, MORNING, 0, 11 * 60).weeks) == "10:30-14:00 14:00-18:00"
    jumped = week_edit.moved(OFFICE, MORNING, 0, 17 * 60)
    assert said(jumped.weeks) == "14:00-18:00 18:00-21:30"
    assert jumped.place == AFTERNOON


def test_a_stretch_stays_where_another_day_has_no_room() -> None:
    weeks = a_week(mon="09:00-12:00", tue="00:00-24:00")
    assert week_edit.moved(weeks, MORNING, 1, 540) == Edited(weeks, MORNING)


def test_a_whole_day_moves_only_to_another_day() -> None:
    weeks = a_week(mon="00:00-24:00")
    assert said(week_edit.moved(weeks, MORNING, 0, 300).weeks) == "00:00-24:00"
    assert said(week_edit.moved(weeks, MORNING, 3, 300).weeks, 3) == "00:00-24:00"


def test_sunday_night_stops_at_monday_morning() -> None:
    weeks = a_week(mon="01:00-05:00", sun="18:00-22:00")
    assert said(week_edit.moved(weeks, Place(0, 6, 0), 6, 23 * 60).weeks, 6) == "21:00-01:00"
    assert said(week_edit.with_end(weeks, Place(0, 6, 0), 1440 + 180).weeks, 6) == "18:00-01:00"
    assert said(week_edit.with_start(weeks, MORNING, -100).weeks) == "00:00-05:00"


def test_monday_morning_stops_at_what_runs_over_from_sunday() -> None:
    weeks = a_week(mon="04:00-05:00", sun="20:00-02:00")
    assert said(week_edit.with_start(weeks, MORNING, 0).weeks) == "02:00-05:00"
    assert said(week_edit.moved(weeks, MORNING, 0, 0).weeks) == "02:00-03:00"


def test_an_arrow_moves_by_a_quarter_and_from_off_the_grid_onto_it() -> None:
    assert said(week_edit.nudged(OFFICE, MORNING, 1).weeks) == "09:15-12:45 14:00-18:00"
    weeks = a_week(mon="09:07-12:00")
    assert said(week_edit.nudged(weeks, MORNING, 1).weeks) == "09:15-12:08"
    assert said(week_edit.nudged(weeks, MORNING, -1).weeks) == "09:00-11:53"


def test_an_arrow_touches_a_neighbour_and_jumps_over_it_next_time() -> None:
    weeks = a_week(mon="09:00-12:00 12:10-13:00")
    touching = week_edit.nudged(weeks, MORNING, 1)
    assert said(touching.weeks) == "09:10-12:10 12:10-13:00"
    jumped = week_edit.nudged(touching.weeks, touching.place, 1)
    assert said(jumped.weeks) == "12:10-13:00 13:00-16:00"
    assert jumped.place == AFTERNOON
    assert said(week_edit.nudged(jumped.weeks, jumped.place, -1).weeks) == "09:10-12:10 12:10-13:00"


def test_an_arrow_stops_at_the_ends_of_the_day() -> None:
    weeks = a_week(mon="00:00-03:00", tue="23:45-02:00")
    assert week_edit.nudged(weeks, MORNING, -1) == Edited(weeks, MORNING)
    late = week_edit.nudged(weeks, Place(0, 1, 0), 1)
    assert late == Edited(weeks, Place(0, 1, 0))


def test_ends_move_by_themselves() -> None:
    assert said(week_edit.start_nudged(OFFICE, MORNING, -1).weeks) == "08:45-12:30 14:00-18:00"
    assert said(week_edit.end_nudged(OFFICE, MORNING, -1).weeks) == "09:00-12:15 14:00-18:00"
    assert said(week_edit.end_nudged(OFFICE, AFTERNOON, 1).weeks) == "09:00-12:30 14:00-18:15"


def test_ends_stop_at_neighbours_and_leave_a_quarter() -> None:
    assert said(week_edit.with_end(OFFICE, MORNING, 20 * 60).weeks) == "09:00-14:00 14:00-18:00"
    assert said(week_edit.with_start(OFFICE, AFTERNOON, 0).weeks) == "09:00-12:30 12:30-18:00"
    assert said(week_edit.with_end(OFFICE, MORNING, 0).weeks) == "09:00-09:15 14:00-18:00"
    assert said(week_edit.with_start(OFFICE, MORNING, 1440).weeks) == "12:15-12:30 14:00-18:00"


def test_a_stretch_may_be_a_whole_day_from_midnight_and_less_from_anywhere_else() -> None:
    assert said(week_edit.with_end(a_week(mon="00:00-03:00"), MORNING, 3000).weeks) == "00:00-24:00"
    assert said(week_edit.with_start(a_week(mon="09:00-24:00"), MORNING, 0).weeks) == "00:00-24:00"
    assert said(week_edit.with_end(a_week(mon="09:00-12:00"), MORNING, 3000).weeks) == "09:00-08:45"
    assert said(week_edit.with_start(a_week(mon="20:00-02:00"), MORNING, 0).weeks) == "02:15-02:00"


def test_what_a_file_left_shorter_than_a_quarter_can_be_moved_by_its_ends() -> None:
    weeks = a_week(mon="09:00-09:05 09:05-10:00", tue="08:55-09:00 09:00-09:05")
    assert said(week_edit.with_end(weeks, MORNING, 600).weeks) == "09:00-09:05 09:05-10:00"
    assert said(week_edit.with_start(weeks, Place(0, 1, 1), 0).weeks, 1) == "08:55-09:00 09:00-09:05"


def test_times_can_be_typed_to_the_minute() -> None:
    typed = week_edit.typed(OFFICE, MORNING, 9 * 60 + 7, 11 * 60 + 59)
    assert isinstance(typed, Edited)
    assert said(typed.weeks) == "09:07-11:59 14:00-18:00"
    night = week_edit.typed(OFFICE, AFTERNOON, 22 * 60, 2 * 60)
    assert isinstance(night, Edited)
    assert said(night.weeks) == "09:00-12:30 22:00-02:00"
    whole = week_edit.typed(a_week(mon="09:00-10:00"), MORNING, 0, 1440)
    assert isinstance(whole, Edited)
    assert said(whole.weeks) == "00:00-24:00"


def test_times_that_overlap_another_stretch_name_it_and_empty_ones_are_refused() -> None:
    assert week_edit.typed(OFFICE, MORNING, 9 * 60, 15 * 60) == hm("14:00-18:00")
    assert week_edit.typed(OFFICE, MORNING, 9 * 60, 9 * 60) is None


@pytest.mark.parametrize(
    ("day", "near", "expected"),
    [
        (5, 10 * 60 + 7, "10:00-12:00"),
        (5, 23 * 60 + 50, "22:00-24:00"),
        (0, 13 * 60 + 40, "09:00-12:30 12:30-14:00 14:00-18:00"),
        (0, 10 * 60, "07:15-09:00 09:00-12:30 14:00-18:00"),
    ],
)
def test_a_stretch_is_added_where_asked_as_long_as_there_is_room(day: int, near: int, expected: str) -> None:
    added = week_edit.added(OFFICE, 0, day, near)
    assert added is not None
    if near == 10 * 60:
        assert holds(added.weeks)
        assert is_apart(added.weeks)
    else:
        assert said(added.weeks, day) == expected
        assert str(at(added.weeks, added.place)) in expected


def test_nothing_is_added_to_a_day_that_is_full() -> None:
    assert week_edit.added(a_week(mon="00:00-24:00"), 0, 0, 540) is None


def test_a_stretch_splits_in_its_middle_or_where_asked_with_a_pause_between() -> None:
    weeks = a_week(mon="09:00-17:00", tue="09:00-10:00")
    halves = week_edit.split(weeks, MORNING)
    assert halves is not None
    assert said(halves.weeks) == "09:00-12:30 13:30-17:00"
    early = week_edit.split(weeks, MORNING, 9 * 60)
    assert early is not None
    assert said(early.weeks) == "09:00-09:15 10:15-17:00"
    short = week_edit.split(weeks, Place(0, 1, 0))
    assert short is not None
    assert said(short.weeks, 1) == "09:00-09:30 09:45-10:00"


def test_a_stretch_too_short_does_not_split() -> None:
    assert week_edit.split(a_week(mon="09:00-09:30"), MORNING) is None


def test_a_night_splits_into_what_belongs_to_each_day() -> None:
    weeks = a_week(sun="20:00-06:00")
    halves = week_edit.split(weeks, Place(0, 6, 0), 1440 + 180)
    assert halves is not None
    assert said(halves.weeks, 6) == "20:00-02:30"
    assert said(halves.weeks, 0) == "03:30-06:00"


def test_two_stretches_of_a_day_join() -> None:
    joined = week_edit.joined(OFFICE, MORNING)
    assert joined is not None
    assert said(joined.weeks) == "09:00-18:00"
    assert week_edit.joined(OFFICE, AFTERNOON) is None
    assert week_edit.joined(a_week(mon="01:00-02:00 23:00-01:00"), MORNING) is None


def test_stretches_and_days_are_taken_away() -> None:
    assert said(week_edit.removed(OFFICE, MORNING)) == "14:00-18:00"
    assert week_edit.cleared(OFFICE, 0, 0)[0].days[0] == DAY_OFF


def test_a_day_is_copied_to_others_and_not_to_itself() -> None:
    weeks = week_edit.copied(week_edit.removed(OFFICE, MORNING), 0, 0, range(7))
    assert [said(weeks, day) for day in range(7)] == ["14:00-18:00"] * 7


def test_a_copied_night_ends_where_the_next_day_begins() -> None:
    weeks = week_edit.copied(a_week(fri="20:00-03:00", sun="02:00-08:00"), 0, 4, [5])
    assert said(weeks, 5) == "20:00-02:00"


def test_a_copied_morning_begins_where_the_evening_before_ends() -> None:
    weeks = a_week(mon="01:00-02:00 02:00-05:00", fri="20:00-04:00")
    assert said(week_edit.copied(weeks, 0, 0, [5]), 5) == "04:00-05:00"


@st.composite
def some_weeks(draw: st.DrawFn) -> Weeks:
    """Return one to three weeks in which nothing overlaps."""
    count = draw(st.integers(1, 3))
    turn = count * 7 * MINUTES_PER_DAY
    edges = sorted(draw(st.sets(st.integers(0, turn // 5 - 1), max_size=24)))
    edges = edges[: len(edges) // 2 * 2]
    days: list[list[ClockRange]] = [[] for _ in range(count * 7)]
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        day, start = divmod(first * 5, MINUTES_PER_DAY)
        length = min(last * 5 - first * 5, MINUTES_PER_DAY - (start > 0))
        end = start + length
        days[day].append(ClockRange(start, MINUTES_PER_DAY if start == 0 and end > MINUTES_PER_DAY else end))
    return tuple(Week(tuple(tuple(day) for day in days[week * 7 : week * 7 + 7])) for week in range(count))


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(weeks=some_weeks(), data=st.data())
def test_whatever_a_hand_does_hours_hold_and_nothing_overlaps(weeks: Weeks, data: st.DataObject) -> None:
    assert holds(weeks)
    assert is_apart(weeks)
    week, day = data.draw(st.integers(0, len(weeks) - 1)), data.draw(st.integers(0, 6))
    minute = data.draw(st.integers(-200, 3200))
    results = [
        week_edit.copied(weeks, week, day, data.draw(st.sets(st.integers(0, 6)))),
        week_edit.cleared(weeks, week, day),
    ]
    added = week_edit.added(weeks, week, day, min(max(minute, 0), 1439))
    results += [added.weeks] if added else []
    for index in range(len(weeks[week].days[day])):
        place = Place(week, day, index)
        other = data.draw(st.integers(0, 6))
        tried = (
            week_edit.moved(weeks, place, other, minute),
            week_edit.nudged(weeks, place, 1),
            week_edit.nudged(weeks, place, -1),
            week_edit.with_start(weeks, place, minute),
            week_edit.with_end(weeks, place, minute),
            week_edit.start_nudged(weeks, place, 1),
            week_edit.end_nudged(weeks, place, -1),
            week_edit.split(weeks, place, minute),
            week_edit.joined(weeks, place),
            week_edit.typed(weeks, place, min(max(minute, 0), 1439), 700),
        )
        for each in tried:
            if isinstance(each, Edited):
                assert at(each.weeks, each.place)
                results.append(each.weeks)
        results.append(week_edit.removed(weeks, place))
    for each in results:
        assert holds(each)
        assert is_apart(each)
