# SPDX-License-Identifier: MIT
"""Does the world hold what the plan for now says, whatever happens?"""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from fakes.house import House
from rideau.domain.phase import Phase, Rule
from rideau.domain.settings import Holidays, Hours, Settings, Week
from rideau.ports.settings_store import SettingsProblem
from rideau.ports.state import EventKind
from rideau.services.status import Status
from rideau.services.waiting_room import Digest

EVENING = datetime(2026, 11, 23, 20, tzinfo=UTC)
MORNING = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.fixture
def house() -> House:
    return House()


def held(house: House) -> list[str]:
    plan = house.enforcer.plan
    return [] if plan is None else [network.id for network in plan.muted]


def test_each_wake_makes_the_plan_hold_and_sleeps_until_the_phase_ends(house: House) -> None:
    house.supervisor.wake()
    assert held(house) == []
    assert house.wake_up.armed_at == datetime(2026, 11, 23, 12, 30, tzinfo=UTC)
    house.at(EVENING)
    assert held(house) == ["slack"]
    assert house.wake_up.armed_at == MORNING


def test_whoever_watches_is_told_the_same_as_whoever_asks(house: House) -> None:
    seen: list[Status] = []
    house.supervisor.observers.status.append(seen.append)
    house.at(EVENING)
    assert seen == [house.supervisor.status()]
    assert seen[0].next_opening == MORNING
    assert [each.phase for each in seen[0].upcoming] == [Phase.WORK, Phase.QUIET, Phase.WORK]
    assert seen[0].reports[0].name == "notifications"


def test_hours_that_never_open_have_nothing_upcoming(house: House) -> None:
    closed = Settings(hours=Hours(week=Week(((),) * 7)))
    house.follow(closed)
    status = house.supervisor.status()
    assert (status.upcoming, status.next_opening, status.interval.end) == ((), None, None)
    assert house.wake_up.armed_at is None


def test_the_journal_tells_each_phase_once(house: House) -> None:
    for _ in range(3):
        house.supervisor.wake()
    house.at(EVENING)
    assert [told["phase"] for told in house.told(EventKind.PHASE)] == ["work", "quiet"]


def test_what_waited_is_given_back_once_at_the_opening(house: House) -> None:
    digests: list[Digest] = []
    house.supervisor.observers.digest.append(digests.append)
    house.at(EVENING)
    house.hold("a")
    house.hold("b")
    house.supervisor.wake()
    assert digests == []
    assert house.supervisor.status().waiting == 2
    house.at(MORNING)
    house.supervisor.wake()
    assert [item.title for digest in digests for item in digest.items] == ["a", "b"]
    assert digests[0].counts == (("slack", 2),)
    assert house.told(EventKind.DIGEST) == [{"slack": 2}]


def test_the_list_stays_readable_until_it_is_cleared_or_the_curtain_falls_again(house: House) -> None:
    house.at(EVENING)
    house.hold("a")
    house.at(MORNING)
    assert house.supervisor.status().waiting == 1
    house.waiting_room.clear(house.clock.now() + timedelta(minutes=1))
    assert house.supervisor.status().waiting == 0
    house.at(EVENING + timedelta(days=1))
    house.hold("b")
    house.at(MORNING + timedelta(days=1))
    assert [item.title for item in house.waiting_room.items()] == ["b"]
    house.at(EVENING + timedelta(days=2))
    assert house.waiting_room.items() == ()


def test_what_waits_can_be_cleared_before_the_opening(house: House) -> None:
    house.at(EVENING)
    house.hold("a")
    house.waiting_room.clear(house.clock.now())
    assert house.supervisor.status().waiting == 0
    digests: list[Digest] = []
    house.supervisor.observers.digest.append(digests.append)
    house.at(MORNING)
    assert digests == []


def test_a_restart_in_work_hours_still_shows_this_mornings_list(house: House) -> None:
    house.at(EVENING)
    house.hold("a")
    house.at(MORNING)
    house.clock.set(MORNING + timedelta(hours=1))
    house.open_shop()
    house.supervisor.wake()
    assert [item.title for item in house.waiting_room.items()] == ["a"]


def test_what_waited_through_a_crash_is_given_back_at_the_next_start(house: House) -> None:
    house.at(EVENING)
    house.hold("a")
    house.clock.set(MORNING + timedelta(hours=1))
    house.open_shop()
    digests: list[Digest] = []
    house.supervisor.observers.digest.append(digests.append)
    house.supervisor.wake()
    assert [len(digest.items) for digest in digests] == [1]


def test_settings_that_do_not_hold_change_nothing_and_are_said_once(house: House) -> None:
    said: list[tuple[SettingsProblem, ...]] = []
    house.supervisor.observers.settings_problems.append(said.append)
    before = house.supervisor.status().interval
    house.settings.spoil()
    house.supervisor.settings_changed()
    house.supervisor.settings_changed()
    status = house.supervisor.status()
    problems = house.settings.problems
    assert problems
    assert (status.interval, status.settings_problems) == (before, problems)
    house.follow(Settings())
    assert house.supervisor.status().settings_problems == ()
    assert said == [problems, ()]


def test_a_start_with_broken_settings_goes_on_with_the_last_good_ones(house: House) -> None:
    late = Settings(hours=Hours(timezone="Asia/Tokyo"))
    house.follow(late)
    house.settings.spoil()
    house.open_shop()
    assert house.supervisor.rules.settings == late
    assert house.supervisor.status().settings_problems == house.settings.problems


def test_a_switch_by_hand_survives_a_crash(house: House) -> None:
    house.control.close()
    house.open_shop()
    assert house.supervisor.wake().interval.reason.rule is Rule.CLOSED_BY_HAND


def test_the_devices_zone_is_followed_and_a_fixed_one_stays(house: House) -> None:
    house.supervisor.wake()
    house.clock.set_zone(ZoneInfo("Asia/Seoul"))
    assert house.supervisor.wake().interval.phase is Phase.QUIET
    house.at(datetime(2026, 11, 24, 1, tzinfo=UTC))
    house.follow(Settings(hours=Hours(timezone="Asia/Seoul")))
    house.clock.set_zone(ZoneInfo("America/New_York"))
    assert house.supervisor.wake().interval.phase is Phase.WORK


def test_holidays_are_looked_up_around_the_year_and_again_in_the_next(house: House) -> None:
    new_year = datetime(2027, 1, 1, 10, tzinfo=UTC)
    house.holidays.known = {new_year.date(): "New Year's Day"}
    house.follow(Settings(hours=Hours(holidays=Holidays("FR"))))
    assert house.supervisor.rules.year == 2026
    house.at(new_year)
    assert house.supervisor.rules.year == 2027
    assert house.supervisor.status().interval.reason.label == "New Year's Day"


def test_an_enforcer_that_fails_is_reported_and_the_others_go_on(house: House) -> None:
    house.enforcer.failure = ZeroDivisionError("boom")
    status = house.supervisor.wake()
    assert status.reports[0].problem is not None
    assert house.told(EventKind.PROBLEM) == [{"enforcer": "notifications"}]
    house.enforcer.failure = None
    assert house.supervisor.wake().reports[0].problem is None


def test_quitting_lets_go_of_everything(house: House) -> None:
    house.at(EVENING)
    house.supervisor.release()
    assert house.enforcer.plan is None
    assert house.told(EventKind.STOPPED) == [{}]


def test_what_another_process_takes_care_of_is_not_let_go(house: House) -> None:
    house.at(EVENING)
    house.supervisor.release(spared=("notifications",))
    assert house.enforcer.plan is not None


def test_probes_are_those_of_the_enforcers_once_there_are_any(house: House) -> None:
    assert house.supervisor.probes() == ()
    house.supervisor.wake()
    assert house.supervisor.probes() == (house.enforcer.probe(),)
