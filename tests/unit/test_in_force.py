# SPDX-License-Identifier: MIT
"""Does nothing open early, whatever is edited, set, swapped, forged or killed, and does nothing wait in work hours?"""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from fakes.house import House
from rideau.domain.error import StorageError
from rideau.domain.network import Account, Action, Side, Use
from rideau.domain.override import Override, OverrideKind
from rideau.domain.phase import Phase, Rule
from rideau.domain.settings import (
    AppSettings,
    Breath,
    Browsers,
    ClockRange,
    Holidays,
    Hours,
    Leave,
    Limits,
    LockLevel,
    NetworkSettings,
    PolicySettings,
    Reminders,
    Settings,
    Week,
    WindDown,
)
from rideau.ports.state import EventKind

EVENING = datetime(2026, 11, 23, 20, tzinfo=UTC)
MORNING = datetime(2026, 11, 24, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
ALWAYS = Hours(week=Week(((ClockRange(0, 1440),),) * 7))
NEVER = Hours(week=Week(((),) * 7))
LATE = Hours(week=Week(((ClockRange(11 * 60, 18 * 60),),) * 7))


@pytest.fixture(name="house")
def fixture_house() -> House:
    """A Monday evening at the firm level, with the usual hours."""
    house = House()
    house.supervisor.wake()
    house.at(EVENING)
    return house


def evening_under(settings: Settings) -> House:
    house = House()
    house.follow(settings)
    house.at(EVENING)
    return house


def noticed(house: House) -> list[str | int]:
    return [told["what"] for told in house.told(EventKind.TAMPERED)]


def said(house: House) -> list[str]:
    return [text.template.split(";")[0] for text in house.supervisor.status().held]


def phase(house: House) -> Phase:
    return house.supervisor.wake().interval.phase


# --- settings ------------------------------------------------------------------------------------------------------


def test_hours_that_would_open_now_hold_from_the_opening_and_say_so_once(house: House) -> None:
    house.follow(Settings(hours=ALWAYS, wind_down=WindDown(minutes=0)))
    status = house.supervisor.wake()
    assert (status.interval.phase, status.interval.end, status.next_opening) == (Phase.QUIET, MORNING, MORNING)
    assert [each.phase for each in status.upcoming] == [Phase.WORK]
    assert status.upcoming[0].start == MORNING
    assert said(house) == ["Your new hours hold from {when}"]
    assert house.told(EventKind.HELD) == [{"what": "hours", "until": MORNING.isoformat()}]
    assert [each.network.id for each in status.plan.treatments] == ["slack"]
    house.at(MORNING)
    assert (phase(house), said(house)) == (Phase.WORK, [])
    house.at(MORNING + 12 * HOUR)
    assert phase(house) is Phase.WORK


def test_hours_that_open_later_hold_at_once(house: House) -> None:
    house.follow(Settings(hours=LATE))
    assert house.supervisor.status().next_opening == datetime(2026, 11, 24, 11, tzinfo=UTC)
    assert house.supervisor.next_start_of_work() == datetime(2026, 11, 24, 11, tzinfo=UTC)
    assert said(house) == []
    house.at(MORNING)
    assert phase(house) is Phase.QUIET


def test_what_new_hours_add_that_evening_ends_no_sooner_and_wakes_in_time(house: House) -> None:
    house.follow(Settings(hours=Hours(week=Week(((ClockRange(21 * 60, 22 * 60),),) * 7))))
    assert house.wake_up.armed_at == EVENING + HOUR
    house.at(EVENING + HOUR)
    status = house.supervisor.status()
    assert (status.interval.phase, house.supervisor.next_start_of_work()) == (Phase.QUIET, MORNING + 12 * HOUR)
    assert status.next_opening == MORNING + 12 * HOUR
    assert house.wake_up.armed_at == EVENING + timedelta(hours=1, minutes=45)  # their wind-down


def test_a_milder_lock_waits_and_a_firmer_one_does_not(house: House) -> None:
    house.follow(Settings(lock_level=LockLevel.GENTLE))
    assert house.supervisor.status().lock_level is LockLevel.FIRM
    assert house.supervisor.rules.settings.lock_level is LockLevel.FIRM
    assert said(house) == ["Your new lock level holds from {when}"]
    assert [each.action for each in house.supervisor.status().plan.treatments] == [Action.BLOCK]
    house.follow(Settings(lock_level=LockLevel.LOCKED))
    assert (house.supervisor.status().lock_level, said(house)) == (LockLevel.LOCKED, [])
    house.follow(Settings())
    assert house.supervisor.status().lock_level is LockLevel.LOCKED, "a lock that an edit takes off would be none"
    house.open_shop()
    assert house.supervisor.wake().lock_level is LockLevel.LOCKED
    house.at(MORNING)
    assert house.supervisor.status().lock_level is LockLevel.FIRM


@pytest.mark.parametrize(
    "settings",
    [
        Settings(policy=PolicySettings(networks={"slack": {Phase.QUIET: Action.ALLOW}})),
        Settings(policy=PolicySettings(phases={Phase.QUIET: {Side.WORK: Action.MUTE}})),
        Settings(networks={"slack": NetworkSettings(accounts=(Account("me", Use.PERSONAL),))}),
        Settings(networks={"slack": NetworkSettings(side=Side.PERSONAL)}),
        Settings(networks={"slack": NetworkSettings(side=Side.MIXED)}),
        Settings(networks={"slack": NetworkSettings(sites=())}),
        Settings(networks={"mine": NetworkSettings(sites=("slack.com",))}),
    ],
)
def test_what_weakens_policy_or_partition_waits(house: House, settings: Settings) -> None:
    house.follow(settings)
    plan = house.supervisor.status().plan
    assert [(each.network.id, each.network.sites, each.action) for each in plan.treatments] == [
        ("slack", ("slack.com",), Action.BLOCK)
    ]
    assert said(house) == ["What you changed about networks opens from {when}"]
    house.at(MORNING)
    house.at(EVENING + 24 * HOUR)
    assert house.supervisor.status().plan.networks == house.supervisor.networks


def test_launchers_that_lead_through_rideau_do_so_until_the_opening_and_new_ones_at_once() -> None:
    house = evening_under(Settings(browsers=Browsers(launchers=True)))
    house.follow(Settings())
    assert house.supervisor.rules.settings.browsers.launchers
    assert said(house) == ["Your browsers' launchers go on leading through Rideau until {when}."]
    house.at(MORNING)
    assert (house.supervisor.rules.settings.browsers.launchers, said(house)) == (False, [])
    house.at(EVENING + 24 * HOUR)
    house.follow(Settings(browsers=Browsers(launchers=True)))
    assert (house.supervisor.rules.settings.browsers.launchers, said(house)) == (True, [])


def test_the_side_of_the_browsers_own_profile_waits_for_the_opening() -> None:
    house = evening_under(Settings(browsers=Browsers(Side.WORK)))
    house.follow(Settings())
    assert house.supervisor.rules.settings.browsers.own_profile is Side.WORK
    assert said(house) == ["Your browsers' own profile changes sides from {when}."]
    house.at(MORNING)
    assert (house.supervisor.rules.settings.browsers.own_profile, said(house)) == (Side.PERSONAL, [])


def test_a_longer_countdown_waits_and_a_shorter_one_does_not(house: House) -> None:
    house.follow(Settings(apps=AppSettings(countdown_s=600)))
    assert house.supervisor.rules.settings.apps.countdown_s == AppSettings().countdown_s
    assert said(house) == ["The longer time to save holds from {when}."]
    house.follow(Settings(apps=AppSettings(countdown_s=20)))
    assert (house.supervisor.rules.settings.apps.countdown_s, said(house)) == (20, [])


def test_a_larger_allowance_waits_and_a_smaller_one_does_not(house: House) -> None:
    house.follow(Settings(limits=Limits(60)))
    assert house.supervisor.rules.settings.limits == Limits()
    assert said(house) == ["The larger allowance holds from {when}."]
    house.follow(Settings(limits=Limits(5)))
    assert (house.supervisor.rules.settings.limits, said(house)) == (Limits(5), [])


def test_a_lighter_breath_waits_and_a_deeper_one_does_not(house: House) -> None:
    house.follow(Settings(breath=Breath(seconds=3, minutes=5)))
    assert house.supervisor.rules.settings.breath == Breath(seconds=5, minutes=5)
    assert said(house) == ["The lighter breath before entering holds from {when}."]
    house.follow(Settings(breath=Breath(seconds=8, minutes=10)))
    assert (house.supervisor.rules.settings.breath, said(house)) == (Breath(8, 10), [])


def test_reminders_are_no_lock_and_change_at_once(house: House) -> None:
    house.follow(Settings(reminders=Reminders(is_on=False)))
    assert (house.supervisor.rules.settings.reminders.is_on, said(house)) == (False, [])


def test_what_is_closed_in_addition_is_closed_at_once(house: House) -> None:
    house.follow(Settings(policy=PolicySettings(networks={"tiktok": {Phase.QUIET: Action.BLOCK}})))
    assert [each.id for each in house.supervisor.status().plan.blocked] == ["slack", "tiktok"]
    assert (said(house), house.told(EventKind.HELD)) == ([], [])


def test_in_work_hours_and_at_the_gentle_level_everything_holds_at_once() -> None:
    house = House()
    house.supervisor.wake()
    house.follow(Settings(hours=LATE))
    assert phase(house) is Phase.QUIET
    gentle = evening_under(Settings(lock_level=LockLevel.GENTLE))
    gentle.follow(Settings(hours=ALWAYS, lock_level=LockLevel.LOCKED))
    assert phase(gentle) is not Phase.QUIET


def test_the_language_changes_at_any_hour(house: House) -> None:
    house.follow(Settings(language="fr"))
    assert house.supervisor.rules.settings.language == "fr"
    assert said(house) == []


def test_hours_that_never_open_can_be_changed_within_a_day() -> None:
    house = evening_under(Settings(hours=NEVER))
    house.follow(Settings(hours=ALWAYS))
    assert house.supervisor.status().next_opening == EVENING + 24 * HOUR
    assert house.supervisor.next_start_of_work() is not None
    house.at(EVENING + 23 * HOUR)
    assert phase(house) is Phase.QUIET
    house.at(EVENING + 24 * HOUR)
    assert phase(house) is Phase.WORK


def test_another_edit_waits_anew(house: House) -> None:
    house.follow(Settings(hours=ALWAYS))
    house.clock.set(MORNING + 12 * HOUR)
    house.open_shop()
    assert phase(house) is Phase.WORK, "its opening came and went"
    other = evening_under(Settings())
    other.follow(Settings(hours=ALWAYS))
    other.clock.set(MORNING + 12 * HOUR)
    other.settings.replace(Settings(hours=ALWAYS, language="fr"))
    other.open_shop()
    assert phase(other) is Phase.QUIET, "nobody saw it before"


def test_an_early_closing_taken_back_lets_new_settings_hold() -> None:
    house = House()
    house.supervisor.wake()
    house.control.close()
    house.follow(Settings(hours=ALWAYS))
    assert len(said(house)) == 0
    assert house.control.resume().interval.phase is Phase.WORK
    house.at(EVENING)
    assert phase(house) is Phase.WORK


def test_a_key_opens_and_is_no_moment_to_weaken_anything(house: House) -> None:
    assert house.use_key().interval.reason.rule is Rule.OPENED_BY_HAND
    house.follow(Settings(hours=ALWAYS, lock_level=LockLevel.GENTLE))
    assert house.supervisor.status().next_opening == MORNING
    house.at(EVENING + HOUR)
    assert phase(house) is Phase.QUIET


def test_settings_swapped_while_nothing_ran_wait_as_well(house: House) -> None:
    house.supervisor.release()
    house.settings.replace(Settings(hours=ALWAYS, lock_level=LockLevel.GENTLE))
    house.open_shop()
    assert house.supervisor.status().interval.phase is Phase.QUIET, "before the first wake, too"
    assert phase(house) is Phase.QUIET
    assert said(house) == ["Your new hours hold from {when}", "Your new lock level holds from {when}"]
    assert noticed(house) == []


def test_settings_that_do_not_hold_change_nothing_of_it(house: House) -> None:
    house.settings.remember()
    house.settings.spoil()
    house.supervisor.settings_changed()
    house.open_shop()
    assert (phase(house), said(house)) == (Phase.QUIET, [])


def test_a_full_disk_keeps_what_is_in_force_in_memory(house: House) -> None:
    house.in_force_store.is_full = True
    house.follow(Settings(hours=ALWAYS))
    assert phase(house) is Phase.QUIET
    house.in_force_store.is_full = False
    house.at(MORNING)
    assert house.in_force_store.kept is not None
    assert house.in_force_store.kept.settings.hours == ALWAYS


def test_settings_in_force_that_hold_no_more_give_way(house: House) -> None:
    kept = house.in_force_store.kept
    assert kept is not None
    strange = kept.settings.hours._replace(holidays=Holidays("XX"))
    house.in_force_store.kept = kept._replace(settings=kept.settings._replace(hours=strange))
    house.open_shop()
    assert phase(house) is Phase.QUIET
    assert house.in_force_store.kept.settings == Settings()


def test_what_is_in_force_is_worked_out_anew_in_another_year() -> None:
    leave = Leave(datetime(2026, 11, 1).date(), datetime(2027, 2, 1).date())  # noqa: DTZ001 - a local date
    house = evening_under(Settings(hours=Hours(leave=(leave,))))
    house.follow(Settings(hours=ALWAYS))
    house.at(datetime(2027, 1, 5, tzinfo=UTC))
    assert house.supervisor.status().interval.phase is Phase.AWAY


def test_it_is_written_only_where_something_changed(house: House) -> None:
    before = house.in_force_store.saves
    for minutes in range(5):
        house.at(EVENING + timedelta(minutes=minutes))
    assert house.in_force_store.saves == before
    house.at(MORNING)
    assert house.in_force_store.saves == before + 1


def test_until_when_it_stays_closed_is_kept_for_those_who_do_not_run_python(house: House) -> None:
    assert house.in_force_store.kept is not None
    assert house.in_force_store.kept.closed_until == int(MORNING.timestamp())
    house.at(MORNING)
    assert house.in_force_store.kept.closed_until == 0
    never = evening_under(Settings(hours=NEVER))
    assert never.in_force_store.kept is not None
    assert never.in_force_store.kept.closed_until > EVENING.timestamp() * 2


# --- clock and zone ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ahead", [13 * HOUR, 100 * HOUR, -3 * HOUR, -240 * HOUR])
def test_a_clock_set_by_hand_opens_nothing_before_its_time(house: House, ahead: timedelta) -> None:
    house.time.ahead = ahead
    status = house.supervisor.wake()
    assert (status.interval.phase, status.next_opening, status.at) == (Phase.QUIET, MORNING, EVENING)
    assert said(house) == ["The clock was moved by {length}"]
    assert house.wake_up.armed_at == MORNING + ahead
    house.supervisor.wake()
    house.supervisor.release()
    house.open_shop()
    house.supervisor.wake()
    assert noticed(house) == ["clock"]
    house.at(MORNING - timedelta(minutes=1))
    assert phase(house) is Phase.QUIET
    house.clock.set(MORNING)
    house.supervisor.wake()
    assert house.supervisor.status().at == MORNING + ahead, "from the opening on the clock is believed"
    assert said(house) == []


def test_a_clock_set_twice_is_told_twice(house: House) -> None:
    for ahead in (HOUR, HOUR, 3 * HOUR):
        house.time.ahead = ahead
        house.supervisor.wake()
    assert noticed(house) == ["clock", "clock"]


def test_a_time_server_is_believed_at_any_hour(house: House) -> None:
    house.time.ahead, house.time.is_synchronised = 13 * HOUR, True
    assert phase(house) is Phase.WORK
    assert noticed(house) == []


def test_in_work_hours_every_clock_is_believed() -> None:
    house = House()
    house.supervisor.wake()
    house.time.ahead = 9 * HOUR
    assert phase(house) is Phase.QUIET
    assert noticed(house) == []


def test_a_reboot_with_a_clock_set_back_goes_on_from_what_was_seen(house: House) -> None:
    house.time.reboot()
    house.time.ahead = -6 * HOUR
    house.open_shop()
    assert phase(house) is Phase.QUIET
    assert noticed(house) == ["clock"], "and nobody was killed: the machine went down"
    house.time.is_synchronised = True
    assert house.supervisor.wake().at == EVENING - 6 * HOUR


def test_hours_of_the_devices_zone_follow_it_from_the_next_opening(house: House) -> None:
    house.clock.set_zone(ZoneInfo("Asia/Tokyo"))
    status = house.supervisor.wake()
    assert (status.zone.key, status.interval.end) == ("UTC", MORNING)
    assert status.next_opening == MORNING + 15 * HOUR, "at that moment the day is over in Tokyo"
    assert house.supervisor.rules.zone.key == "UTC"
    house.clock.set_zone(ZoneInfo("America/Los_Angeles"))
    house.supervisor.wake()
    assert said(house) == ["You are in another time zone now"]
    assert noticed(house) == ["zone"]
    house.at(MORNING)
    assert house.supervisor.status().zone.key == "America/Los_Angeles"


# --- keys, kills and forgery ---------------------------------------------------------------------------------------


def test_an_opening_that_rideau_did_not_write_is_none(house: House) -> None:
    house.overrides.save((Override(OverrideKind.OPEN, EVENING, MORNING, "mine"),))
    house.open_shop()
    house.supervisor.settings_changed()
    assert phase(house) is Phase.QUIET
    assert noticed(house) == ["settings", "killed"]


def test_an_opening_of_its_own_and_a_closing_by_any_hand_survive_a_crash(house: House) -> None:
    house.use_key()
    house.open_shop()
    assert phase(house) is Phase.WORK
    house.overrides.save((Override(OverrideKind.CLOSE, EVENING, MORNING + HOUR),))
    house.open_shop()
    assert phase(house) is Phase.QUIET


def test_an_opening_of_its_own_that_a_hand_made_longer_is_none(house: House) -> None:
    house.use_key()
    (opened,) = house.overrides.load()
    house.overrides.save((opened._replace(end=MORNING),))
    house.supervisor.settings_changed()
    assert (phase(house), noticed(house)) == (Phase.QUIET, ["settings"])


def test_an_opening_of_its_own_that_is_over_does_not_come_back(house: House) -> None:
    house.use_key()
    (opened,) = house.overrides.load()
    house.control.resume()
    house.overrides.save((opened,))
    house.supervisor.settings_changed()
    assert (phase(house), noticed(house)) == (Phase.QUIET, ["settings"])


def test_a_focus_session_by_another_hand_opens_nothing(house: House) -> None:
    house.overrides.save((Override(OverrideKind.FOCUS, EVENING, MORNING),))
    house.supervisor.settings_changed()
    assert (phase(house), noticed(house)) == (Phase.QUIET, ["settings"])


def test_an_early_closing_holds_when_its_file_is_gone_until_it_is_taken_back() -> None:
    house = House()
    house.follow(Settings(lock_level=LockLevel.LOCKED))
    house.control.close(MORNING)
    house.overrides.save(())
    house.open_shop()
    assert (phase(house), noticed(house)) == (Phase.QUIET, ["settings", "killed"])
    house.at(MORNING + HOUR)
    house.open_shop()
    assert phase(house) is Phase.WORK
    assert noticed(house) == ["settings", "killed"], "a closing that is over is missed by nobody"


def test_a_closing_that_could_not_be_kept_closes_nothing_later() -> None:
    house = House()
    house.overrides.is_full = True
    with pytest.raises(StorageError):
        house.control.close()
    house.open_shop()
    assert phase(house) is Phase.WORK


def test_hours_that_wait_do_not_let_leave_for_nothing(house: House) -> None:
    house.follow(Settings(hours=ALWAYS))
    assert house.control.leave().key is not None


def test_at_the_gentle_level_the_file_of_openings_is_believed() -> None:
    house = evening_under(Settings(lock_level=LockLevel.GENTLE))
    house.overrides.save((Override(OverrideKind.OPEN, EVENING, MORNING, "mine"),))
    house.open_shop()
    assert (phase(house), noticed(house)) == (Phase.WORK, [])


def test_an_opening_from_before_the_first_look_is_taken_as_it_is() -> None:
    house = House()
    house.clock.set(EVENING)
    house.overrides.save((Override(OverrideKind.OPEN, EVENING, MORNING, "why"),))
    house.open_shop()
    assert phase(house) is Phase.WORK
    house.open_shop()
    assert phase(house) is Phase.WORK


def test_who_was_killed_while_closed_says_so_once(house: House) -> None:
    house.open_shop()
    house.supervisor.wake()
    house.supervisor.wake()
    assert (phase(house), noticed(house)) == (Phase.QUIET, ["killed"])


def test_who_ended_by_itself_or_with_the_machine_or_in_work_hours_was_not_killed(house: House) -> None:
    house.supervisor.release()
    house.open_shop()
    house.supervisor.wake()
    house.time.reboot()
    house.open_shop()
    house.supervisor.wake()
    house.at(MORNING)
    house.open_shop()
    house.supervisor.wake()
    assert noticed(house) == []


def test_an_autostart_that_goes_while_closed_is_noticed_and_in_work_hours_it_is_the_persons(house: House) -> None:
    house.autostart.switch(on=False)
    house.supervisor.wake()
    house.supervisor.wake()
    assert noticed(house) == ["autostart"]
    house.autostart.switch(on=True)
    house.at(MORNING)
    house.autostart.switch(on=False)
    house.supervisor.wake()
    house.at(EVENING + 24 * HOUR)
    assert noticed(house) == ["autostart"]


def test_switching_by_hand_before_the_first_wake_needs_nothing_kept() -> None:
    house = House()
    house.supervisor.release()
    assert house.in_force_store.kept is None
    assert house.supervisor.switch((Override(OverrideKind.CLOSE, EVENING, MORNING),)).interval.phase is Phase.QUIET
