# SPDX-License-Identifier: MIT
"""Is what is paused closed until a breath was taken, and what is limited once the day's allowance is used up?"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from fakes.house import SLACK, TIKTOK, House
from rideau.domain.door import Profile
from rideau.domain.network import Action, Side
from rideau.domain.phase import Phase
from rideau.domain.settings import Breath, LockLevel, PolicySettings
from rideau.domain.standing import Pass, Standing
from rideau.domain.strictness import stricter_plan
from rideau.ports.state import EventKind
from rideau.services.breaths import LEFT_ALONE, UNANSWERED, Breaths
from rideau.services.lock import has_to_wait


def _do(act: Callable[[], object]) -> None:
    act()


def follow(house: House, action: Action, phase: Phase = Phase.WORK, level: LockLevel = LockLevel.FIRM) -> None:
    policy = PolicySettings(phases={phase: {Side.PERSONAL: action, Side.WORK: Action.ALLOW}})
    house.follow(house.supervisor.rules.settings._replace(policy=policy, lock_level=level))


@pytest.fixture(name="house")
def fixture_house() -> House:
    return House()


@pytest.fixture(name="breaths")
def fixture_breaths(house: House) -> Breaths:
    found = Breaths(house.journal, house.clock, lambda: house.supervisor.rules.settings)
    house.supervisor.observers.standing = lambda now: Standing(found.entered(now))
    house.supervisor.observers.turns.append(found.next_end)
    found.changed.append(lambda: _do(house.supervisor.wake))
    return found


def test_a_paused_network_is_closed_and_not_muted_until_somebody_took_the_breath(
    house: House, breaths: Breaths
) -> None:
    follow(house, Action.PAUSE)
    plan = house.supervisor.status().plan
    assert plan.blocked == (TIKTOK,)
    assert plan.muted == ()
    assert plan.breath == {TIKTOK.id}
    assert plan.closed_in[Profile.NONE] == {TIKTOK.id}
    breaths.go_in([TIKTOK.id], "  one\nreply ")
    plan = house.supervisor.status().plan
    assert (plan.blocked, plan.breath) == ((), frozenset())
    assert house.told(EventKind.PAUSED) == [{"network": "tiktok", "went": "in", "reason": "one reply"}]


def test_the_way_in_closes_again_by_itself(house: House, breaths: Breaths) -> None:
    follow(house, Action.PAUSE)
    begun = house.clock.now()
    breaths.go_in([TIKTOK.id])
    assert house.wake_up.armed_at == begun + timedelta(minutes=Breath().minutes)
    house.at(begun + timedelta(minutes=Breath().minutes))
    assert house.supervisor.status().plan.breath == {TIKTOK.id}
    assert breaths.next_end(house.clock.now()) is None


def test_a_turn_that_came_nearer_is_armed_for_at_once(house: House) -> None:
    turns = [house.clock.now() + timedelta(minutes=5)]
    house.supervisor.observers.turns.append(lambda _now: turns[0])
    house.supervisor.rearm()
    assert house.wake_up.armed_at == turns[0]


def test_a_clock_set_back_opens_nothing_again() -> None:
    now = datetime(2026, 11, 23, 10, tzinfo=UTC)
    made = Pass("tiktok", now, now + timedelta(minutes=10))
    assert made.holds_at(now)
    assert not made.holds_at(now - timedelta(seconds=1))


def test_whoever_knocks_is_asked_for_a_minute_and_leaving_is_written_down(house: House, breaths: Breaths) -> None:
    told: list[int] = []
    breaths.asked.append(lambda: told.append(len(breaths.knocks)))
    breaths.knock(TIKTOK.id, TIKTOK.name)
    assert [each.network for each in breaths.knocks] == [TIKTOK.id]
    breaths.stay_out([TIKTOK.id])
    breaths.stay_out([SLACK.id])
    assert told == [1, 0]
    assert [each["went"] for each in house.told(EventKind.PAUSED)] == ["away", "away"]
    house.at(house.clock.now() + LEFT_ALONE)
    breaths.knock(TIKTOK.id, TIKTOK.name)
    assert breaths.knocks
    house.at(house.clock.now() + UNANSWERED)
    assert breaths.knocks == ()


def test_a_tab_that_tries_again_and_again_asks_once(house: House, breaths: Breaths) -> None:
    told: list[int] = []
    breaths.asked.append(lambda: told.append(len(breaths.knocks)))
    for _ in range(1000):
        breaths.knock(TIKTOK.id, TIKTOK.name)
    breaths.stay_out([TIKTOK.id])
    for _ in range(5):
        house.at(house.clock.now() + LEFT_ALONE / 6)
        breaths.knock(TIKTOK.id, TIKTOK.name)
    assert told == [1, 0]
    breaths.go_in([TIKTOK.id])
    breaths.knock(TIKTOK.id, TIKTOK.name)
    assert told[-1] == 1, "whoever went in changed their mind"


def test_leaving_rideau_costs_nothing_where_a_breath_is_all_that_closes(house: House) -> None:
    follow(house, Action.PAUSE, Phase.QUIET)
    house.at(datetime(2026, 11, 23, 20, tzinfo=UTC))
    status = house.supervisor.status()
    assert status.plan.blocked == (TIKTOK,)
    assert not has_to_wait(status)
    follow(house, Action.BLOCK, Phase.QUIET)
    assert has_to_wait(house.supervisor.status())


def test_what_is_used_up_is_closed_and_muted_and_at_the_gentle_level_muted_only(house: House) -> None:
    follow(house, Action.LIMIT)
    plan = house.supervisor.status().plan
    assert (plan.limited, plan.blocked) == ((TIKTOK,), ())
    assert plan.counted_in[Profile.NONE] == {TIKTOK.id}
    house.supervisor.observers.standing = lambda _now: Standing(is_used_up=True)
    plan = house.supervisor.status().plan
    assert (plan.blocked, plan.muted, plan.limited) == ((TIKTOK,), (TIKTOK,), ())
    assert plan.closed_in[Profile.NONE] == plan.used_up == {TIKTOK.id}
    assert not plan.counted_in
    follow(house, Action.LIMIT, level=LockLevel.GENTLE)
    plan = house.supervisor.status().plan
    assert (plan.blocked, plan.muted) == ((), (TIKTOK,))
    assert not plan.closed_in[Profile.NONE]


def test_of_a_breath_and_a_limit_the_breath_is_kept_until_the_opening(house: House) -> None:
    follow(house, Action.LIMIT)
    limited = house.supervisor.status().plan
    follow(house, Action.PAUSE)
    paused = house.supervisor.status().plan._replace(closed_in={}, breath_in={})
    both = stricter_plan(limited, paused)
    assert both.paused_in[Profile.NONE] == {TIKTOK.id}
    assert not both.limited_in[Profile.NONE]


def test_a_breath_is_no_less_for_a_network_that_one_profile_closes_whole(house: House) -> None:
    follow(house, Action.PAUSE)
    plan = house.supervisor.status().plan
    assert not plan.is_shut
    assert plan._replace(breath_in={}).is_shut
