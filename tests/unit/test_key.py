# SPDX-License-Identifier: MIT
"""What does a key cost, who may leave, and what does the lock leave?"""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, strategies

from fakes.house import SLACK, TIKTOK, House
from rideau.domain.error import RefusedError, UsageError
from rideau.domain.key import EMERGENCY, LONGEST_WAIT, Exit, KeyTurn, wait_before
from rideau.domain.network import Action, Side
from rideau.domain.phase import Interval, Phase, Reason, Rule
from rideau.domain.policy import closable_networks, plan_for
from rideau.domain.settings import OFFICE_DAY, Hours, Leave, LockLevel, PolicySettings, Settings, Week
from rideau.ports.state import EventKind

MORNING = datetime(2026, 11, 23, 10, tzinfo=UTC)
EVENING = datetime(2026, 11, 23, 20, tzinfo=UTC)
NEXT_EVENING = EVENING + timedelta(days=1)
OPENING = datetime(2026, 11, 24, 9, tzinfo=UTC)
SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
WORD = "a buddy's word"


@pytest.fixture
def house() -> House:
    """A Monday evening at the firm level, with Slack closed."""
    return evening(Settings())


def evening(settings: Settings) -> House:
    """Return the evening of a Monday on which ``settings`` held."""
    house = House()
    house.follow(settings)
    house.at(EVENING)
    return house


def at_level(level: LockLevel) -> House:
    return evening(Settings(lock_level=level))


def lock(house: House) -> None:
    house.follow(house.supervisor.rules.settings._replace(lock_level=LockLevel.LOCKED))


def asked(house: House, duration: timedelta | None = None) -> KeyTurn:
    key = house.control.open(duration, "why").key
    assert key is not None
    return key


def close_again(house: House) -> None:
    house.control.resume()
    assert not house.supervisor.status().interval.phase.is_open


@given(strategies.integers(0, 10**9))
def test_the_wait_starts_at_ten_seconds_and_doubles_up_to_an_hour(used: int) -> None:
    assert wait_before(0) == 10 * SECOND
    assert wait_before(used + 1) == min(2 * wait_before(used), LONGEST_WAIT)


def test_a_key_that_is_asked_for_opens_nothing_before_its_wait_is_over(house: House) -> None:
    status = house.control.open(20 * MINUTE, " why ")
    key = status.key
    assert key is not None
    assert (status.interval.phase, key.wait, key.duration, key.reason) == (
        Phase.QUIET,
        10 * SECOND,
        20 * MINUTE,
        "why",
    )
    assert key.due == EVENING + 10 * SECOND
    house.since_boot.advance(9 * SECOND)
    with pytest.raises(RefusedError, match="1 s are left"):
        house.control.open(None, "", key.id)
    house.since_boot.advance(1 * SECOND)
    opened = house.control.open(None, "", key.id)
    assert (opened.interval.phase, opened.interval.end) == (Phase.WORK, EVENING + 20 * MINUTE)
    assert (opened.key, opened.keys_used) == (None, 1)


def test_no_clock_on_the_wall_makes_a_key_turn_sooner(house: House) -> None:
    key = asked(house)
    house.at(EVENING + timedelta(hours=1))
    with pytest.raises(RefusedError):
        house.control.open(None, "", key.id)
    waiting = house.supervisor.status().key
    assert waiting is not None
    assert waiting.due == EVENING + timedelta(hours=1, seconds=10)


def test_each_key_of_an_evening_waits_twice_as_long_and_a_restart_forgets_none(house: House) -> None:
    for wait in (10, 20, 40):
        assert asked(house).wait == wait * SECOND
        house.use_key()
        close_again(house)
    house.open_shop()
    house.supervisor.wake()
    assert house.supervisor.status().keys_used == 3
    assert asked(house).wait == 80 * SECOND


def test_the_next_evening_begins_with_ten_seconds_again(house: House) -> None:
    house.use_key()
    house.at(OPENING)
    assert house.supervisor.status().keys_used == 0
    house.at(NEXT_EVENING)
    assert asked(house).wait == 10 * SECOND


def test_midnight_and_a_holiday_within_a_closed_stretch_begin_no_new_one() -> None:
    week = Week((OFFICE_DAY, *((),) * 6))
    leave = Leave(datetime(2026, 11, 25, 12), datetime(2026, 11, 26, 12))  # noqa: DTZ001 - settings hold wall-clock time
    house = evening(Settings(hours=Hours(week=week, leave=(leave,))))
    house.use_key()
    house.at(EVENING + timedelta(days=4))
    assert asked(house).wait == 20 * SECOND


def test_hours_that_never_open_are_one_closed_stretch() -> None:
    house = evening(Settings(hours=Hours(week=Week(((),) * 7))))
    house.use_key()
    house.at(EVENING + timedelta(days=2))
    assert asked(house).wait == 20 * SECOND


def test_keys_of_an_early_closing_count_from_that_closing_on() -> None:
    house = House()
    house.control.close()
    house.use_key()
    assert house.supervisor.status().keys_used == 1
    house.control.resume()
    assert house.supervisor.status().keys_used == 0


def test_a_key_never_turned_counts_nothing_and_lapses_after_a_minute(house: House) -> None:
    key = asked(house)
    house.since_boot.advance(10 * SECOND + MINUTE)
    assert house.supervisor.status().key is not None
    house.since_boot.advance(SECOND)
    with pytest.raises(UsageError):
        house.control.open(None, "", key.id)
    assert house.supervisor.status().key is None
    assert asked(house).wait == 10 * SECOND
    house.since_boot.advance(10 * SECOND + MINUTE + SECOND)
    assert house.supervisor.status().key is None
    assert house.told(EventKind.KEY) == []


def test_asking_again_waits_anew_and_the_earlier_key_opens_nothing(house: House) -> None:
    first = asked(house)
    house.since_boot.advance(9 * SECOND)
    second = asked(house)
    house.since_boot.advance(9 * SECOND)
    with pytest.raises(UsageError):
        house.control.open(None, "", first.id)
    with pytest.raises(RefusedError):
        house.control.open(None, "", second.id)
    house.since_boot.advance(SECOND)
    assert house.control.open(None, "", second.id).interval.phase is Phase.WORK


def test_a_key_is_turned_once(house: House) -> None:
    key = asked(house)
    house.since_boot.advance(key.wait)
    house.control.open(None, "", key.id)
    close_again(house)
    with pytest.raises(UsageError):
        house.control.open(None, "", key.id)


def test_a_key_called_off_opens_nothing_and_counts_nothing(house: House) -> None:
    key = asked(house)
    assert house.control.call_off("another").key is not None
    assert house.control.call_off(key.id).key is None
    assert house.control.call_off(key.id).keys_used == 0
    with pytest.raises(UsageError):
        house.control.open(None, "", key.id)


def test_a_key_that_is_through_when_the_shop_opens_counts_nothing(house: House) -> None:
    key = asked(house)
    house.since_boot.advance(key.wait)
    house.at(OPENING)
    assert house.supervisor.status().key is None
    assert house.control.open(None, "", key.id).interval.reason.rule is Rule.WORK_HOURS
    assert house.told(EventKind.KEY) == []


def test_a_lock_that_comes_on_meanwhile_keeps_the_key_from_opening(house: House) -> None:
    key = asked(house)
    lock(house)
    house.since_boot.advance(key.wait)
    with pytest.raises(RefusedError):
        house.control.open(None, "", key.id)
    assert house.supervisor.status().interval.phase is Phase.QUIET


# --- the lock ------------------------------------------------------------------------------------------------------


def test_the_lock_says_until_when_it_holds_and_names_the_emergency_exit(house: House) -> None:
    lock(house)
    with pytest.raises(RefusedError) as refused:
        house.control.open(None, "why")
    assert "until 2026-11-24 09:00" in str(refused.value.message)
    assert refused.value.remedy == EMERGENCY


@pytest.mark.parametrize("level", [LockLevel.FIRM, LockLevel.LOCKED])
def test_an_emergency_opens_for_half_an_hour_after_ten_minutes_and_is_written_down(level: LockLevel) -> None:
    house = at_level(level)
    status = house.control.emergency("  the site is down ")
    assert status.key is not None
    assert (status.key.wait, status.key.exit) == (10 * MINUTE, Exit.EMERGENCY)
    house.since_boot.advance(10 * MINUTE - SECOND)
    with pytest.raises(RefusedError):
        house.control.emergency("", status.key.id)
    house.since_boot.advance(SECOND)
    opened = house.control.emergency("", status.key.id)
    assert (opened.interval.phase, opened.interval.end) == (Phase.WORK, EVENING + 30 * MINUTE)
    used = {"minutes": 30, "reason": "the site is down", "wait_s": 600, "exit": "emergency"}
    assert house.told(EventKind.KEY) == [used]


@pytest.mark.parametrize("level", LockLevel)
def test_nobody_is_asked_why_in_an_emergency(level: LockLevel) -> None:
    house = at_level(level)
    house.control.emergency(" ")
    house.turned(house.control.emergency(" "))
    override = house.supervisor.status().override
    assert override is not None
    assert override.reason == ""


def test_an_emergency_changes_nothing_where_it_is_open(house: House) -> None:
    house.at(OPENING)
    assert house.control.emergency("why").interval.reason.rule is Rule.WORK_HOURS


def test_at_the_gentle_level_an_emergency_waits_for_nothing() -> None:
    house = at_level(LockLevel.GENTLE)
    assert house.control.emergency("why").interval.end == EVENING + 30 * MINUTE


def test_the_key_of_an_emergency_is_no_other_kind_of_key(house: House) -> None:
    key = house.control.emergency("why").key
    assert key is not None
    house.since_boot.advance(key.wait)
    with pytest.raises(UsageError):
        house.control.open(None, "", key.id)
    with pytest.raises(UsageError):
        house.control.leave(key.id)


def test_after_an_emergency_an_early_closing_under_the_lock_still_holds() -> None:
    house = House()
    lock(house)
    house.control.close(OPENING)
    house.turned(house.control.emergency("why"))
    assert house.supervisor.status().interval.phase is Phase.WORK
    with pytest.raises(RefusedError):
        house.control.close(MORNING + timedelta(hours=1))
    status = house.control.resume()
    assert (status.interval.reason.rule, status.interval.end) == (Rule.CLOSED_BY_HAND, OPENING)


# --- the passphrase ------------------------------------------------------------------------------------------------


def test_with_the_passphrase_the_lock_opens_as_firm_does() -> None:
    house = at_level(LockLevel.GENTLE)
    house.control.set_passphrase(WORD)
    lock(house)
    assert house.control.has_passphrase()
    for length in (4 * MINUTE, 31 * MINUTE):
        with pytest.raises(RefusedError, match="minutes"):
            house.control.open(length, "why", passphrase=WORD)
    status = house.use_key(20 * MINUTE, passphrase=WORD)
    assert (status.interval.phase, status.interval.end) == (Phase.WORK, EVENING + 20 * MINUTE)
    assert house.told(EventKind.KEY)[0]["wait_s"] == 10


def test_a_wrong_passphrase_opens_nothing_and_starts_no_wait() -> None:
    house = at_level(LockLevel.GENTLE)
    house.control.set_passphrase(WORD)
    lock(house)
    with pytest.raises(RefusedError):
        house.control.open(None, "why", passphrase=WORD[1:])
    assert house.supervisor.status().key is None


@pytest.mark.parametrize("level", [LockLevel.FIRM, LockLevel.LOCKED])
def test_a_passphrase_is_set_and_removed_when_it_is_open(level: LockLevel) -> None:
    house = at_level(level)
    for change in (lambda: house.control.set_passphrase("a word"), house.control.remove_passphrase):
        with pytest.raises(RefusedError, match="2026-11-24 09:00"):
            change()
    house.at(OPENING)
    house.control.set_passphrase("a word")
    assert house.control.has_passphrase()
    house.control.remove_passphrase()
    assert not house.control.has_passphrase()


def test_what_a_key_opened_is_no_opening_to_set_a_passphrase_in() -> None:
    house = at_level(LockLevel.LOCKED)
    house.turned(house.control.emergency("why"))
    with pytest.raises(RefusedError, match="2026-11-24 09:00"):
        house.control.set_passphrase(WORD)


def test_where_it_never_opens_a_passphrase_is_refused_without_a_time() -> None:
    house = evening(Settings(hours=Hours(week=Week(((),) * 7))))
    with pytest.raises(RefusedError, match="when it is open"):
        house.control.set_passphrase("a word")


# --- leaving -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("way", [Exit.QUIT, Exit.RESTORE])
def test_leaving_while_something_is_closed_costs_what_a_key_costs(house: House, way: Exit) -> None:
    house.use_key()
    close_again(house)
    status = house.control.leave(way=way)
    assert status.key is not None
    assert (status.key.wait, status.key.exit) == (20 * SECOND, way)
    with pytest.raises(RefusedError):
        house.control.leave(status.key.id, way)
    house.since_boot.advance(20 * SECOND)
    assert house.control.leave(status.key.id, way).key is None
    assert house.told(EventKind.KEY)[1] == {"minutes": 0, "reason": "", "wait_s": 20, "exit": way.value}


def test_who_leaves_again_and_again_waits_as_at_first(house: House) -> None:
    for _ in range(3):
        status = house.control.leave()
        assert status.key is not None
        assert status.key.wait == 10 * SECOND
        house.since_boot.advance(status.key.wait)
        assert house.control.leave(status.key.id).key is None
    assert house.supervisor.status().keys_used == 0


def test_leaving_is_free_where_it_is_open_or_gentle_or_nothing_is_closed() -> None:
    muted = PolicySettings(phases={Phase.QUIET: {Side.WORK: Action.MUTE}})
    opened = evening(Settings(lock_level=LockLevel.LOCKED))
    opened.at(OPENING)
    for house in (at_level(LockLevel.GENTLE), evening(Settings(lock_level=LockLevel.LOCKED, policy=muted)), opened):
        assert house.control.leave().key is None
        assert house.told(EventKind.KEY) == []


def test_leaving_is_free_where_work_hours_were_ended_early_as_resuming_is() -> None:
    house = House()
    house.control.close()
    assert house.control.leave().key is None
    lock(house)
    with pytest.raises(RefusedError):
        house.control.leave()


def test_under_the_lock_nobody_leaves_before_the_opening_or_the_emergency_exit(house: House) -> None:
    lock(house)
    with pytest.raises(RefusedError) as refused:
        house.control.leave()
    assert refused.value.remedy == EMERGENCY
    assert house.told(EventKind.REFUSED)[-1]["level"] == "locked"
    house.turned(house.control.emergency("why"))
    assert house.control.leave().key is None


# --- a lock for long -----------------------------------------------------------------------------------------------


def test_a_lock_of_more_than_fourteen_days_is_said_twice() -> None:
    house = House()
    lock(house)
    end = MORNING + timedelta(days=14, seconds=1)
    with pytest.raises(RefusedError, match="again"):
        house.control.close(end)
    with pytest.raises(RefusedError, match="again"):
        house.control.close(end + SECOND)  # not the same
    house.since_boot.advance(timedelta(minutes=10, seconds=1))
    with pytest.raises(RefusedError, match="again"):
        house.control.close(end + SECOND)  # too late
    house.since_boot.advance(timedelta(minutes=10))
    assert house.control.close(end + SECOND).interval.end == end + SECOND
    with pytest.raises(RefusedError, match="again"):
        house.control.close(end + 2 * SECOND)


def test_a_lock_of_fourteen_days_and_a_closing_without_a_lock_are_said_once() -> None:
    house = House()
    assert house.control.close(MORNING + timedelta(days=100)).interval.phase is Phase.QUIET
    house = House()
    lock(house)
    assert house.control.close(MORNING + timedelta(days=14)).interval.phase is Phase.QUIET


def test_a_lock_for_good_is_said_twice_and_opens_by_no_key() -> None:
    house = evening(Settings(hours=Hours(week=Week(((),) * 7)), lock_level=LockLevel.LOCKED))
    with pytest.raises(RefusedError, match="for good"):
        house.control.close()
    assert house.control.close().interval.end is None
    with pytest.raises(RefusedError, match="The lock is on"):
        house.control.open(None, "why")


def test_a_lock_that_a_long_leave_would_make_holds_as_firm_until_fourteen_days_before_opening() -> None:
    leave = Leave(datetime(2026, 11, 24), datetime(2026, 12, 20))  # noqa: DTZ001 - settings hold wall-clock time
    house = evening(Settings(lock_level=LockLevel.LOCKED, hours=Hours(leave=(leave,))))
    opening = house.supervisor.status().next_opening
    assert opening is not None
    assert len(house.supervisor.status().held) == 1
    assert house.use_key().interval.phase is Phase.WORK
    house.at(opening - timedelta(days=14))
    assert house.supervisor.status().held == ()
    with pytest.raises(RefusedError):
        house.control.open(None, "why")


def test_a_lock_through_a_long_leave_can_be_had_by_closing_by_hand_twice() -> None:
    leave = Leave(datetime(2026, 11, 24), datetime(2026, 12, 20))  # noqa: DTZ001 - settings hold wall-clock time
    house = evening(Settings(lock_level=LockLevel.LOCKED, hours=Hours(leave=(leave,))))
    with pytest.raises(RefusedError):
        house.control.close()
    assert house.control.close().held == ()
    with pytest.raises(RefusedError):
        house.control.open(None, "why")


# --- gentle blocks nothing -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("phase", list(Phase))
def test_at_the_gentle_level_nothing_is_ever_closed_but_muted(phase: Phase) -> None:
    policy = PolicySettings(
        phases={each: dict.fromkeys(Side, Action.BLOCK) for each in Phase},
        networks={"slack": dict.fromkeys(Phase, Action.BLOCK)},
    )
    settings = Settings(lock_level=LockLevel.GENTLE, policy=policy)
    interval = Interval(EVENING, None, phase, Reason(Rule.OUTSIDE_HOURS))
    plan = plan_for((SLACK, TIKTOK), settings, interval, None)
    assert plan.blocked == ()
    assert [each.id for each in plan.muted] == ["slack", "tiktok"]
    assert not any(plan.closed_in.values())
    assert closable_networks((SLACK, TIKTOK), settings) == ()
