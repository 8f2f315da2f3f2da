# SPDX-License-Identifier: MIT
"""What can a hand switch, and what does the lock level refuse?"""

from datetime import UTC, datetime, timedelta

import pytest

from fakes.house import House
from rideau.domain.error import RefusedError, UsageError
from rideau.domain.phase import Phase, Rule
from rideau.domain.settings import ClockRange, FocusStretch, Hours, LockLevel, Settings, Week
from rideau.ports.state import EventKind

EVENING = datetime(2026, 11, 23, 20, tzinfo=UTC)
NEXT_MORNING = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.fixture
def house() -> House:
    return House()


def set_level(house: House, level: LockLevel) -> None:
    house.follow(house.supervisor.rules.settings._replace(lock_level=level))


def test_opening_in_the_evening_gives_work_for_ten_minutes_and_then_closes_by_itself(house: House) -> None:
    house.at(EVENING)
    status = house.use_key(None, "  the press called ")
    assert status.interval.phase is Phase.WORK
    assert status.interval.end == EVENING + timedelta(minutes=10)
    assert status.interval.reason.label == "the press called"
    used = {"minutes": 10, "reason": "the press called", "wait_s": 10, "exit": "key"}
    assert house.told(EventKind.KEY) == [used]
    assert house.told(EventKind.OPENED) == [{"minutes": 10, "reason": "the press called"}]
    house.at(EVENING + timedelta(minutes=10))
    assert house.supervisor.status().interval.phase is Phase.QUIET
    assert house.supervisor.status().override is None


def test_opening_needs_a_reason_and_a_length_that_makes_sense(house: House) -> None:
    house.at(EVENING)
    with pytest.raises(UsageError):
        house.control.open(None, "   ")
    for length in (timedelta(0), timedelta(seconds=-1), timedelta(hours=25)):
        with pytest.raises(UsageError):
            house.control.open(length, "why")
    assert house.supervisor.status().interval.phase is Phase.QUIET


def test_a_key_that_another_one_was_faster_than_says_that_it_is_open(house: House) -> None:
    house.at(EVENING)
    first = house.control.open(None, "one").key
    status = house.use_key(reason="two")
    assert first is not None
    assert house.control.open(None, "", first.id) == status


def test_opening_what_is_open_changes_nothing(house: House) -> None:
    before = house.supervisor.status()
    assert house.control.open(None, "why").interval == before.interval
    assert house.told(EventKind.OPENED) == []


def test_at_the_firm_level_a_key_is_for_half_an_hour_at_most(house: House) -> None:
    house.at(EVENING)
    with pytest.raises(RefusedError):
        house.control.open(timedelta(minutes=31), "why")
    assert house.told(EventKind.REFUSED)[0]["level"] == "firm"
    assert house.use_key(timedelta(minutes=30)).interval.phase is Phase.WORK


def test_at_the_firm_level_a_key_is_for_five_minutes_at_least(house: House) -> None:
    house.at(EVENING)
    with pytest.raises(RefusedError):
        house.control.open(timedelta(minutes=4, seconds=59), "why")
    assert house.use_key(timedelta(minutes=5)).interval.phase is Phase.WORK


def test_at_the_gentle_level_any_length_up_to_a_day_will_do(house: House) -> None:
    set_level(house, LockLevel.GENTLE)
    house.at(EVENING)
    assert house.control.open(timedelta(hours=3), "why").interval.end == EVENING + timedelta(hours=3)
    assert house.told(EventKind.OPENED) == [{"minutes": 180, "reason": "why"}]
    assert house.told(EventKind.KEY) == []


def test_under_the_lock_nothing_opens_before_the_opening(house: House) -> None:
    set_level(house, LockLevel.LOCKED)
    house.at(EVENING)
    with pytest.raises(RefusedError):
        house.control.open(timedelta(minutes=1), "why")
    assert house.supervisor.status().interval.phase is Phase.QUIET


def test_closing_early_lasts_until_the_next_opening_by_the_schedule(house: House) -> None:
    status = house.control.close()
    assert status.interval.phase is Phase.QUIET
    assert status.interval.reason.rule is Rule.CLOSED_BY_HAND
    assert status.interval.end == datetime(2026, 11, 23, 14, tzinfo=UTC)


def test_closing_can_last_until_a_time_to_come_but_not_a_past_one(house: House) -> None:
    assert house.control.close(NEXT_MORNING).interval.end == NEXT_MORNING
    with pytest.raises(UsageError):
        house.control.close(house.clock.now())


def test_closing_with_hours_that_never_open_lasts_until_it_is_taken_back() -> None:
    week = Settings().hours.week._replace(days=((),) * 7)
    house = House()
    house.follow(Settings()._replace(hours=Settings().hours._replace(week=week)))
    assert house.control.close().interval.end is None
    assert house.told(EventKind.CLOSED) == [{"until": ""}]
    house.at(NEXT_MORNING)
    assert house.control.resume().interval.reason.rule is Rule.OUTSIDE_HOURS


@pytest.mark.parametrize("level", [LockLevel.GENTLE, LockLevel.FIRM])
def test_an_early_closing_can_be_resumed_at_once(house: House, level: LockLevel) -> None:
    set_level(house, level)
    house.control.close()
    assert house.control.resume().interval.phase is Phase.WORK
    assert house.told(EventKind.RESUMED) == [{}]


def test_going_back_is_for_as_long_as_it_changes_something(house: House) -> None:
    def can_resume() -> bool:
        return house.control.completed(house.supervisor.status()).can_resume

    assert can_resume()
    house.control.close()
    assert can_resume()
    house.at(datetime(2026, 11, 23, 13, tzinfo=UTC))
    assert not can_resume(), "it is lunchtime: the hours open no sooner than the early closing ends"
    house.control.close(NEXT_MORNING + timedelta(hours=1))
    assert can_resume()


def test_an_early_closing_under_the_lock_holds(house: House) -> None:
    set_level(house, LockLevel.LOCKED)
    house.control.close()
    with pytest.raises(RefusedError):
        house.control.resume()
    with pytest.raises(RefusedError):
        house.control.open(None, "why")
    assert house.supervisor.status().interval.phase is Phase.QUIET


def test_an_early_closing_under_the_lock_can_be_made_longer_but_not_shorter(house: House) -> None:
    set_level(house, LockLevel.LOCKED)
    house.control.close(NEXT_MORNING)
    for sooner in (house.clock.now() + timedelta(minutes=1), None):
        with pytest.raises(RefusedError):
            house.control.close(sooner)
    assert house.supervisor.status().interval.end == NEXT_MORNING
    assert len(house.told(EventKind.REFUSED)) == 2
    later = NEXT_MORNING + timedelta(hours=1)
    assert house.control.close(later).interval.end == later


def test_an_early_closing_without_the_lock_can_be_made_shorter(house: House) -> None:
    house.control.close(NEXT_MORNING)
    sooner = house.clock.now() + timedelta(minutes=1)
    assert house.control.close(sooner).interval.end == sooner


def test_resuming_without_a_switch_changes_and_tells_nothing(house: House) -> None:
    assert house.control.resume().interval.phase is Phase.WORK
    assert house.told(EventKind.RESUMED) == []


def test_a_key_used_after_closing_early_ends_in_the_early_closing(house: House) -> None:
    house.control.close()
    house.use_key(timedelta(minutes=5))
    house.at(house.clock.now() + timedelta(minutes=5))
    assert house.supervisor.status().interval.reason.rule is Rule.CLOSED_BY_HAND


def test_an_early_closing_holds_on_when_the_clock_is_set_back(house: House) -> None:
    house.control.close()
    house.at(house.clock.now() - timedelta(minutes=40))
    status = house.supervisor.status()
    assert status.interval.reason.rule is Rule.CLOSED_BY_HAND
    assert status.interval.end == datetime(2026, 11, 23, 14, tzinfo=UTC)
    assert house.control.resume().interval.phase is Phase.WORK


def test_a_closing_for_good_holds_on_when_the_clock_is_set_back() -> None:
    house = House()
    house.follow(Settings(hours=Hours(week=Week(((),) * 7))))
    house.control.close()
    house.at(house.clock.now() - timedelta(minutes=40))
    assert house.supervisor.status().interval.reason.rule is Rule.CLOSED_BY_HAND


def test_a_key_is_not_used_a_second_time_when_the_clock_is_set_back(house: House) -> None:
    house.at(EVENING + timedelta(hours=2))
    house.use_key(timedelta(minutes=10))
    house.at(EVENING)
    assert house.supervisor.status().interval.phase is Phase.WORK
    assert house.supervisor.status().interval.end == EVENING + timedelta(minutes=10)
    house.at(EVENING + timedelta(minutes=10))
    house.at(EVENING + timedelta(hours=2, minutes=1))
    assert house.supervisor.status().interval.phase is Phase.QUIET


def test_a_focus_session_holds_for_fifty_minutes_and_ends_in_work(house: House) -> None:
    status = house.control.focus(None)
    assert (status.interval.phase, status.interval.reason.rule) == (Phase.FOCUS, Rule.FOCUS_BY_HAND)
    assert status.interval.end == house.clock.now() + timedelta(minutes=50)
    house.at(status.interval.end)
    assert house.supervisor.status().interval.phase is Phase.WORK


def test_a_focus_session_never_outlasts_the_stretch_of_work(house: House) -> None:
    assert house.control.focus(timedelta(hours=5)).interval.end == datetime(2026, 11, 23, 12, 30, tzinfo=UTC)


def test_a_focus_session_within_a_key_ends_with_the_key(house: House) -> None:
    house.at(EVENING)
    house.use_key(timedelta(minutes=20))
    assert house.control.focus(None).interval.end == EVENING + timedelta(minutes=20)
    assert house.control.stop_focus().interval.reason.rule is Rule.OPENED_BY_HAND


def test_a_focus_session_within_a_key_after_closing_early_ends_with_the_key(house: House) -> None:
    house.control.close()
    house.use_key(timedelta(minutes=10))
    assert house.control.focus(None).interval.end == house.clock.now() + timedelta(minutes=10)


def test_a_second_focus_session_takes_the_place_of_the_first(house: House) -> None:
    house.control.focus(timedelta(minutes=25))
    status = house.control.focus(timedelta(minutes=10))
    assert len(status.overrides) == 1
    assert status.interval.end == house.clock.now() + timedelta(minutes=10)


def test_focus_belongs_inside_work_hours(house: House) -> None:
    house.at(EVENING)
    with pytest.raises(UsageError):
        house.control.focus(None)


def test_stopping_a_focus_session_goes_back_to_work_and_stopping_none_changes_nothing(house: House) -> None:
    house.control.focus(None)
    assert house.control.stop_focus().interval.reason.rule is Rule.WORK_HOURS
    assert house.told(EventKind.RESUMED) == [{"from": "focus"}]
    assert house.control.stop_focus().overrides == ()
    assert len(house.told(EventKind.RESUMED)) == 1


def test_a_planned_focus_stretch_can_be_stopped_too(house: House) -> None:
    plan = (FocusStretch((0,), ClockRange(9 * 60, 11 * 60)),)
    house.follow(house.supervisor.rules.settings._replace(focus_plan=plan))
    assert house.supervisor.status().interval.phase is Phase.FOCUS
    status = house.control.stop_focus()
    assert status.interval.phase is Phase.WORK
    assert status.interval.end == datetime(2026, 11, 23, 11, tzinfo=UTC)
