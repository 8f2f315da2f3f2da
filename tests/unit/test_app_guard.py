# SPDX-License-Identifier: MIT
"""Are the apps of closed networks kept closed, and does everything go on at opening?"""

from datetime import timedelta

import pytest

from contracts.enforcer import CLOSED, EnforcerContract
from fakes.app_shop import CLOSING, COUNTDOWN, MAIL, MAIL_APP, SLACK, SLACK_APP, SLACK_WEB, AppShop, closed, interval
from fakes.apps import Answer
from rideau.domain.app import Closing, Doorway, Stage, Window
from rideau.domain.closing import CALL_AGAIN, PATIENCE, STRETCH, UNANSWERED
from rideau.domain.door import Profile
from rideau.domain.phase import Phase
from rideau.domain.plan import Plan
from rideau.domain.settings import HiddenApps, LockLevel, Reopening
from rideau.domain.text import Text
from rideau.ports.state import EventKind
from rideau.services.app_guard import AppGuard, Said, Topic

HOST = Window("x11:7", 7, "Slack", "chromium", "slack.com__client")


@pytest.fixture
def shop() -> AppShop:
    return AppShop()


class TestAppGuard(EnforcerContract):
    @pytest.fixture
    def enforcer(self, shop: AppShop) -> AppGuard:
        return shop.guard


# --- what is started while closed ----------------------------------------------------------------------------------


def test_what_is_started_while_closed_waits_behind_the_curtain(shop: AppShop) -> None:
    shop.close()
    run = shop.apps.start_app(SLACK_APP)
    shop.wait()
    (stopped,) = shop.guard.doorway.stopped
    assert (stopped.run_id, stopped.network, stopped.name, stopped.icon) == (run.id, "slack", "Slack", "slack")
    assert shop.told(EventKind.APP_STOPPED) == [{"network": "slack", "app": "Slack"}]


def test_what_a_breath_opens_is_no_attempt(shop: AppShop) -> None:
    shop.apply(closed()._replace(breath_in={Profile.NONE: frozenset({"slack"})}))
    run = shop.apps.start_app(SLACK_APP)
    shop.wait()
    assert [each.run_id for each in shop.guard.doorway.stopped] == [run.id]
    assert shop.told(EventKind.APP_STOPPED) == []


def test_later_ends_what_never_drew(shop: AppShop) -> None:
    shop.close()
    slack, mail = shop.apps.start_app(SLACK_APP), shop.apps.start_app(MAIL_APP)
    shop.guard.later([slack.id])
    shop.wait()
    assert shop.apps.killed == [slack.id]
    assert [each.run_id for each in shop.guard.doorway.stopped] == [mail.id]


def test_no_answer_is_later(shop: AppShop) -> None:
    shop.close()
    run = shop.apps.start_app(SLACK_APP)
    shop.wait(UNANSWERED - timedelta(seconds=1))
    assert not shop.apps.killed
    shop.wait(timedelta(seconds=2))
    assert shop.apps.killed == [run.id]
    assert shop.guard.doorway.stopped == ()


def test_who_is_answering_is_waited_for(shop: AppShop) -> None:
    shop.close()
    run = shop.apps.start_app(SLACK_APP)
    shop.guard.hold([run.id], timedelta(seconds=5))
    shop.wait(timedelta(seconds=50))
    shop.guard.hold([run.id, "nobody"], timedelta(seconds=40))
    shop.wait(timedelta(seconds=39))
    assert not shop.apps.killed
    shop.wait(timedelta(seconds=2))
    assert shop.apps.killed == [run.id]


def test_the_same_app_again_is_the_same_line(shop: AppShop) -> None:
    shop.close()
    first, second = shop.apps.start_app(SLACK_APP), shop.apps.start_app(SLACK_APP)
    shop.wait()
    assert [each.run_id for each in shop.guard.doorway.stopped] == [first.id]
    assert len(shop.told(EventKind.APP_STOPPED)) == 1
    shop.guard.later([first.id])
    assert shop.apps.killed == [first.id, second.id]
    shop.wait(timedelta(seconds=20))
    shop.apps.start_app(SLACK_APP)
    assert len(shop.told(EventKind.APP_STOPPED)) == 2, "a later attempt counts"


def test_an_app_that_its_own_keeper_starts_again_is_not_ended_over_and_over(shop: AppShop) -> None:
    shop.close()
    first = shop.apps.start_app(SLACK_APP)
    shop.guard.later([first.id])
    again = shop.apps.start_app(SLACK_APP)
    shop.wait(UNANSWERED * 2)
    assert not shop.guard.doorway.stopped
    assert shop.apps.killed == [first.id]
    shop.guard.hold([again.id], UNANSWERED)
    by_hand = shop.apps.start_app(SLACK_APP)
    shop.wait()
    assert len(shop.guard.doorway.stopped) == 1
    shop.wait(UNANSWERED)
    assert shop.apps.killed == [first.id, again.id, by_hand.id]


def test_a_key_lets_it_in_whole(shop: AppShop) -> None:
    shop.close()
    run = shop.apps.start_app(SLACK_APP)
    shop.open()
    thawed = shop.apps.now(run.id)
    assert thawed is not None
    assert not thawed.is_frozen
    assert shop.guard.doorway.stopped == ()
    shop.wait(timedelta(hours=15))
    assert shop.delay.is_idle
    assert shop.apps.killed == []


def test_one_that_comes_as_the_shop_opens_is_let_in(shop: AppShop) -> None:
    shop.close()
    shop.guard.apply(closed(MAIL))
    run = shop.apps.start_app(SLACK_APP)._replace(is_frozen=True)
    shop.apps.freeze(run)
    shop.guard._heard.launched(run)  # told on the way, by a watch that was over
    now = shop.apps.now(run.id)
    assert now is not None
    assert not now.is_frozen


def test_what_somebody_else_ended_or_thawed_stands_there_no_more(shop: AppShop) -> None:
    shop.close()
    gone, thawed = shop.apps.start_app(SLACK_APP), shop.apps.start_app(MAIL_APP)
    shop.apps.end_by_itself(gone.id)
    shop.apps.thaw(thawed)
    shop.close()
    assert shop.guard.doorway.stopped == ()
    assert shop.closing(thawed) is not None, "it is a running app now"


def test_a_browsers_window_for_a_closed_site_is_closed_and_told(shop: AppShop) -> None:
    shop.close()
    run = shop.apps.open_web_window(SLACK_WEB, HOST)
    shop.wait()
    assert shop.apps.asked == [HOST]
    assert [each.run_id for each in shop.guard.doorway.stopped] == [run.id]
    assert shop.closing(run) is None
    assert (len(shop.told(EventKind.APP_STOPPED)), shop.told(EventKind.APP_CLOSED)) == (1, [])
    shop.guard.later([run.id])
    shop.wait()
    assert (shop.guard.doorway.stopped, shop.apps.killed, shop.apps.ended) == ((), [], [])


# --- what runs at closing time -------------------------------------------------------------------------------------


def test_a_running_app_is_counted_down_and_asked(shop: AppShop) -> None:
    run = shop.apps.start_app(SLACK_APP)
    shop.close()
    closing = shop.closing(run)
    assert closing is not None
    assert (closing.stage, closing.stretches_left) == (Stage.COUNTING, 10)
    assert closing.closes_at == CLOSING + COUNTDOWN
    shop.wait(COUNTDOWN)
    assert shop.apps.asked == list(run.windows)
    assert shop.guard.doorway.closing == ()
    assert shop.told(EventKind.APP_CLOSED) == [{"network": "slack", "app": "Slack", "how": "asked"}]


def test_a_browsers_window_that_is_there_at_closing_time_is_counted_down_too(shop: AppShop) -> None:
    run = shop.apps.open_web_window(SLACK_WEB, HOST)
    shop.close()
    closing = shop.closing(run)
    assert closing is not None
    assert closing.stage is Stage.COUNTING
    assert shop.guard.doorway.stopped == ()


def test_five_more_minutes_are_counted(shop: AppShop) -> None:
    run = shop.apps.start_app(SLACK_APP)
    shop.choose(level=LockLevel.LOCKED)
    shop.close()
    shop.guard.stretch(run.id)
    shop.guard.stretch()
    assert shop.told(EventKind.STRETCHED) == [{"network": "slack", "app": "Slack"}]
    shop.wait(COUNTDOWN + STRETCH - timedelta(seconds=1))
    assert shop.apps.asked == []
    shop.wait(timedelta(seconds=1))
    assert shop.apps.asked == list(run.windows)


def test_a_lock_that_nobody_asked_for_counts_as_firm(shop: AppShop) -> None:
    shop.apps.start_app(SLACK_APP)
    shop.choose(level=LockLevel.LOCKED)
    shop.apply(closed()._replace(next_opening=CLOSING + timedelta(days=30)))
    (closing,) = shop.guard.doorway.closing
    assert closing.stretches_left == 10


def test_killing_rideau_gives_no_stretch_back(shop: AppShop) -> None:
    shop.apps.start_app(SLACK_APP)
    shop.close()
    shop.guard.stretch()
    again = AppShop(apps=shop.apps)
    again.journal.record(shop.journal.events()[-1])
    again.close()
    (closing,) = again.guard.doorway.closing
    assert closing.stretches_left == 9


def test_an_interval_without_a_beginning_counts_no_stretches_from_before(shop: AppShop) -> None:
    shop.apps.start_app(SLACK_APP)
    plan = closed()
    shop.apply(plan._replace(interval=plan.interval._replace(start=None)))
    (closing,) = shop.guard.doorway.closing
    assert closing.stretches_left == 10


def test_close_now_asks_at_once(shop: AppShop) -> None:
    slack, mail = shop.apps.start_app(SLACK_APP), shop.apps.start_app(MAIL_APP)
    shop.close()
    shop.guard.close_now(slack.id)
    assert shop.apps.asked == list(slack.windows)
    shop.guard.close_now()
    assert shop.apps.asked == [*slack.windows, *mail.windows]
    shop.guard.close_now("nobody")
    shop.guard.stretch("nobody")


def test_one_that_is_gone_when_its_time_is_up_is_closed(shop: AppShop) -> None:
    run = shop.apps.start_app(SLACK_APP)
    shop.close()
    shop.apps.rules = ()  # nothing is heard of it
    shop.apps.end_by_itself(run.id)
    shop.wait(COUNTDOWN)
    assert shop.guard.doorway.closing == ()


def test_what_is_left_of_an_app_is_told_of_once(shop: AppShop) -> None:
    run = shop.apps.start_app(SLACK_APP)
    shop.apps.grow(run.id, 4)
    shop.apps.answers[SLACK_APP.id] = Answer.HIDES
    shop.choose(hidden=HiddenApps.FREEZE)
    shop.close()
    shop.guard.close_now()
    shop.apps.lose_first(run.id)
    shop.wait(2 * PATIENCE)
    assert len(shop.guard.doorway.closing) == 3
    assert {each.stage for each in shop.guard.doorway.closing} == {Stage.FROZEN}
    assert shop.told(EventKind.APP_CLOSED) == [{"network": "slack", "app": "Slack", "how": "frozen"}]


def test_what_closed_just_before_the_opening_comes_back_too(shop: AppShop) -> None:
    run = shop.apps.start_app(SLACK_APP)
    shop.choose(reopen=Reopening.ALWAYS)
    shop.close()
    rules, shop.apps.rules = shop.apps.rules, ()
    shop.apps.end_by_itself(run.id)  # nothing is heard of it
    shop.apps.rules = rules
    shop.open()
    assert [each.name for each in shop.apps.started] == ["Slack"]


def test_a_call_is_waited_for_and_that_is_said(shop: AppShop) -> None:
    run = shop.apps.start_app(SLACK_APP)
    shop.apps.in_call.add(run.id)
    shop.close()
    closing = shop.closing(run)
    assert closing is not None
    assert closing.stage is Stage.IN_CALL
    assert shop.not_covered() == ["Slack closes when your call ends."]
    shop.wait(CALL_AGAIN * 3)
    assert shop.apps.asked == []
    shop.apps.in_call.clear()
    shop.apps.show(run.id, *run.windows)
    shop.wait()
    closing = shop.closing(run)
    assert closing is not None
    assert closing.stage is Stage.COUNTING


def test_a_question_about_unsaved_work_is_left_in_peace_and_said(shop: AppShop) -> None:
    run = shop.apps.start_app(SLACK_APP)
    shop.apps.answers[SLACK_APP.id] = Answer.ASKS
    shop.close()
    shop.wait(COUNTDOWN + 3 * PATIENCE)
    assert shop.not_covered() == ["Slack asks about unsaved work; it is left in peace."]
    assert len(shop.apps.asked) == 1
    assert shop.changes, "the report was asked for again"
    shop.apps.end_by_itself(run.id)
    shop.wait()
    assert shop.not_covered() == []
    assert shop.told(EventKind.APP_CLOSED) == [{"network": "slack", "app": "Slack", "how": "asked"}]


def test_a_box_that_stands_open_already_is_not_closed_with_what_was_typed_into_it(shop: AppShop) -> None:
    run = shop.apps.start_app(SLACK_APP)
    main, box = run.windows[0], Window("fake:box", 1, "Find", is_dialog=True)
    shop.apps.answers[SLACK_APP.id] = Answer.IGNORES
    shop.apps.show(run.id, main, box)
    shop.close()
    shop.wait(COUNTDOWN)
    assert shop.apps.asked == [main]


def test_one_that_ignores_it_is_left_in_peace_and_said(shop: AppShop) -> None:
    shop.apps.start_app(SLACK_APP)
    shop.apps.answers[SLACK_APP.id] = Answer.IGNORES
    shop.close()
    shop.wait(COUNTDOWN + 3 * PATIENCE)
    assert shop.not_covered() == ["Slack did not close when it was asked to; it is left in peace."]
    assert shop.told(EventKind.APP_CLOSED) == [{"network": "slack", "app": "Slack", "how": "stayed"}]
    assert (shop.apps.ended, shop.apps.killed) == ([], [])


def test_one_that_hides_is_ended(shop: AppShop) -> None:
    run = shop.apps.start_app(SLACK_APP)
    shop.apps.answers[SLACK_APP.id] = Answer.HIDES
    shop.close()
    shop.wait(COUNTDOWN + PATIENCE - timedelta(seconds=1))
    assert shop.apps.ended == []
    shop.wait(timedelta(seconds=2))
    assert shop.apps.ended == [run.id]
    assert shop.told(EventKind.APP_CLOSED) == [{"network": "slack", "app": "Slack", "how": "ended"}]


def test_one_that_hides_is_frozen_until_opening_for_who_wants_that(shop: AppShop) -> None:
    run = shop.apps.start_app(SLACK_APP)
    shop.apps.answers[SLACK_APP.id] = Answer.HIDES
    shop.choose(HiddenApps.FREEZE)
    shop.close()
    shop.wait(COUNTDOWN + 2 * PATIENCE)
    closing = shop.closing(run)
    assert closing is not None
    assert closing.stage is Stage.FROZEN
    assert shop.told(EventKind.APP_CLOSED)[-1]["how"] == "frozen"
    assert SLACK_APP.id not in shop.apps.spared
    shop.open()
    now = shop.apps.now(run.id)
    assert now is not None
    assert not now.is_frozen
    assert shop.guard.doorway.closing == ()


def test_a_frozen_one_that_ends_is_told_no_second_time(shop: AppShop) -> None:
    run = shop.apps.start_app(SLACK_APP)
    shop.apps.answers[SLACK_APP.id] = Answer.HIDES
    shop.choose(HiddenApps.FREEZE)
    shop.close()
    shop.wait(COUNTDOWN + 2 * PATIENCE)
    shop.apps.end_by_itself(run.id)
    shop.wait()
    assert len(shop.told(EventKind.APP_CLOSED)) == 1


def test_a_frozen_one_that_somebody_else_thaws_is_counted_down_again(shop: AppShop) -> None:
    run = shop.apps.start_app(SLACK_APP)
    shop.apps.answers[SLACK_APP.id] = Answer.HIDES
    shop.choose(HiddenApps.FREEZE)
    shop.close()
    shop.wait(COUNTDOWN + 2 * PATIENCE)
    shop.apps.thaw(run)
    shop.close()
    closing = shop.closing(run)
    assert closing is not None
    assert closing.stage is Stage.COUNTING


def test_one_that_cannot_be_frozen_is_said(shop: AppShop) -> None:
    run = shop.apps.start_app(SLACK_APP)
    shop.apps.answers[SLACK_APP.id] = Answer.HIDES
    shop.apps.cannot_freeze.add(run.id)
    shop.choose(HiddenApps.FREEZE)
    shop.close()
    shop.wait(COUNTDOWN + 2 * PATIENCE)
    assert shop.not_covered() == ["Slack did not close when it was asked to; it is left in peace."]
    assert [each["how"] for each in shop.told(EventKind.APP_CLOSED)] == ["stayed"]


def test_where_windows_cannot_be_reached_a_running_app_is_left_in_peace(shop: AppShop) -> None:
    run = shop.apps.start_app(SLACK_APP)
    shop.apps.has_eyes = False
    shop.apps.show(run.id)
    shop.close()
    shop.wait(COUNTDOWN * 3)
    assert shop.not_covered() == [
        "Slack was open already, and this desktop does not let its windows be closed; it is left in peace."
    ]
    assert (shop.apps.asked, shop.apps.ended) == ([], [])


def test_an_app_that_is_being_closed_may_start_its_helpers(shop: AppShop) -> None:
    shop.apps.start_app(SLACK_APP)
    shop.close()
    assert shop.apps.spared == {SLACK_APP.id}
    shop.wait(COUNTDOWN)
    assert shop.apps.spared == frozenset()


def test_one_that_slipped_in_is_counted_down(shop: AppShop) -> None:
    shop.close()
    shop.apps.spared = frozenset({SLACK_APP.id})
    run = shop.apps.start_app(SLACK_APP)
    shop.wait()
    closing = shop.closing(run)
    assert closing is not None
    assert closing.stage is Stage.COUNTING


def test_what_goes_on_without_its_first_process_is_still_the_same_app(shop: AppShop) -> None:
    run = shop.apps.start_app(SLACK_APP)
    run = shop.apps.grow(run.id, 3)
    shop.apps.answers[SLACK_APP.id] = Answer.IGNORES
    shop.close()
    shop.wait(COUNTDOWN)
    left = shop.apps.lose_first(run.id)
    shop.wait()
    assert [each.stage for each in shop.guard.doorway.closing] == [Stage.HIDDEN, Stage.HIDDEN]
    assert shop.told(EventKind.APP_CLOSED) == []
    shop.wait(PATIENCE)
    assert sorted(shop.apps.ended) == sorted(each.id for each in left)
    assert [each["how"] for each in shop.told(EventKind.APP_CLOSED)] == ["ended"]
    assert [each.places for each in shop.saved.load()] == [tuple(f"place of {each.id}" for each in run.windows)]


def test_what_loses_its_first_process_in_the_countdown_is_counted_down_again(shop: AppShop) -> None:
    run = shop.apps.grow(shop.apps.start_app(SLACK_APP).id, 2)
    shop.close()
    shop.wait(timedelta(seconds=30))
    shop.apps.lose_first(run.id)
    shop.wait()
    (closing,) = shop.guard.doorway.closing
    assert (closing.stage, closing.closes_at) == (
        Stage.COUNTING,
        shop.clock.now() - timedelta(milliseconds=50) + COUNTDOWN,
    )


def test_opening_in_the_middle_calls_everything_off(shop: AppShop) -> None:
    run = shop.apps.start_app(SLACK_APP)
    shop.close()
    shop.wait(timedelta(seconds=30))
    shop.open()
    assert shop.guard.doorway.closing == ()
    shop.wait(timedelta(hours=15))
    assert shop.delay.is_idle
    assert shop.apps.asked == []
    shop.wait(COUNTDOWN)
    assert shop.apps.asked == []
    assert shop.apps.now(run.id) == run


def test_opening_as_soon_as_it_closed_leaves_nothing_behind(shop: AppShop) -> None:
    shop.apps.start_app(SLACK_APP)
    shop.guard.apply(closed())
    shop.open()
    assert shop.guard.doorway == Doorway()
    assert shop.saved.load() == ()


def test_a_launch_that_had_to_be_let_through_is_said(shop: AppShop) -> None:
    shop.close()
    shop.apps.refused[SLACK_APP.id] = Text("Slack runs in a terminal.")
    shop.apps.start_app(SLACK_APP)
    shop.wait()
    shop.wait()
    assert [str(each) for each in shop.changes[-1].not_covered] == ["Slack runs in a terminal."]


def test_what_opens_alone_leaves_the_others_closed(shop: AppShop) -> None:
    shop.apps.start_app(SLACK_APP)
    mail = shop.apps.start_app(MAIL_APP)
    shop.close()
    report = shop.close(MAIL)
    assert report.networks == ("mail",)
    assert [each.run_id for each in shop.guard.doorway.closing] == [mail.id]


# --- what is said --------------------------------------------------------------------------------------------------


def test_the_report_names_what_is_refused(shop: AppShop) -> None:
    shop.apps.refused[SLACK_APP.id] = Text("Slack is a shell.")
    report = shop.apply(closed())
    assert report.networks == ("slack", "mail")
    assert [str(each) for each in report.not_covered] == ["Slack is a shell."]


def test_where_nothing_is_closed_nothing_is_watched(shop: AppShop) -> None:
    shop.open()
    assert shop.apps.counts["watch"] == 0
    shop.close()
    shop.open()
    assert shop.apps.rules == ()


def ending_in(minutes: float, phase: Phase = Phase.WORK) -> Plan:
    stretch = interval(phase)._replace(end=CLOSING + timedelta(minutes=minutes))
    return Plan(stretch, None, (), (SLACK, MAIL))


@pytest.mark.parametrize("phase", [Phase.WORK, Phase.WIND_DOWN])
def test_ten_and_two_minutes_before_it_is_said_what_closes(shop: AppShop, phase: Phase) -> None:
    shop.apps.start_app(SLACK_APP)
    plan = ending_in(15, phase)
    shop.apply(plan)
    shop.wait(timedelta(minutes=5) - timedelta(seconds=1))
    assert shop.said == []
    shop.wait(timedelta(seconds=1))
    said = Said(Topic.COMING, ("Slack",), plan.interval.end)
    assert shop.said == [said]
    shop.apply(plan)
    shop.wait(timedelta(minutes=8))
    assert shop.said == [said, said]
    shop.wait(timedelta(minutes=3))
    assert len(shop.said) == 2
    assert (shop.apps.rules, shop.guard.doorway.closing) == ((), ())
    assert shop.delay.is_idle


@pytest.mark.parametrize(("minutes", "times"), [(12, 0), (6, 1), (2.5, 0)])
def test_a_wind_down_that_begins_late_warns_at_once_unless_the_last_warning_is_near(
    shop: AppShop, minutes: float, times: int
) -> None:
    shop.apps.start_app(SLACK_APP)
    shop.apply(ending_in(minutes, Phase.WIND_DOWN))
    assert len(shop.said) == times


def test_who_has_just_opened_by_hand_is_warned_near_the_end_alone(shop: AppShop) -> None:
    shop.apps.start_app(SLACK_APP)
    shop.apply(ending_in(10))
    assert shop.said == []
    shop.wait(timedelta(minutes=8))
    assert len(shop.said) == 1


def test_an_end_that_moves_away_or_is_slept_through_is_warned_of_no_more(shop: AppShop) -> None:
    shop.apps.start_app(SLACK_APP)
    shop.apply(ending_in(11))
    shop.apply(ending_in(120))
    shop.wait(timedelta(minutes=20))
    assert shop.said == []
    shop.clock.advance(timedelta(hours=3))
    shop.wait(timedelta(minutes=90))
    assert shop.said == []
    assert shop.delay.is_idle


def test_five_minutes_can_be_had_ten_times(shop: AppShop) -> None:
    shop.apps.start_app(SLACK_APP)
    shop.close()
    for _ in range(12):
        shop.guard.stretch()
    assert len(shop.told(EventKind.STRETCHED)) == 10
    shop.wait(COUNTDOWN + 10 * STRETCH - timedelta(seconds=1))
    assert shop.apps.asked == []


def test_where_nothing_closes_nothing_is_said(shop: AppShop) -> None:
    shop.apps.start_app(SLACK_APP)
    shop.coming = Plan(interval(Phase.QUIET), None)
    before = shop.apps.counts["watch"]
    shop.apply(ending_in(12, Phase.WIND_DOWN))
    shop.wait(timedelta(minutes=12))
    assert (shop.said, shop.apps.counts["watch"]) == ([], before)


def test_who_watches_the_door_is_told_only_of_changes(shop: AppShop) -> None:
    told: list[int] = []
    shop.guard.observers.doorway.append(lambda doorway: told.append(len(doorway.closing)))
    shop.apps.start_app(SLACK_APP)
    shop.close()
    shop.close()
    shop.open()
    assert told == [1, 0]


def test_the_probes_tell_of_launches_first(shop: AppShop) -> None:
    first, *others = shop.apps.probes()
    assert shop.guard.probe() == first
    assert shop.guard.further_probes() == tuple(others)


def test_letting_go_lets_everything_go_on(shop: AppShop) -> None:
    slack = shop.apps.start_app(SLACK_APP)
    shop.close()
    mail = shop.apps.start_app(MAIL_APP)
    shop.guard.release()
    for run in (slack, mail):
        now = shop.apps.now(run.id)
        assert now is not None
        assert not now.is_frozen
    assert shop.guard.doorway == Doorway()
    shop.wait(COUNTDOWN)
    assert shop.apps.asked == []


def test_the_contract_is_held_with_an_app_running(shop: AppShop) -> None:
    shop.apps.start_app(SLACK_APP)
    assert shop.guard.apply(CLOSED) == shop.guard.apply(CLOSED)


def test_networks_in_a_call_are_those_whose_closing_waits_for_one() -> None:
    def closing(network: str, stage: Stage) -> Closing:
        return Closing(f"{network}/app:1:1", network, network, "", stage)

    doorway = Doorway(closing=(closing("meet", Stage.IN_CALL), closing("chat", Stage.COUNTING)))
    assert doorway.in_call == {"meet"}
