# SPDX-License-Identifier: MIT
"""Is what is shown what is so? The pure half of the windows, moment by moment."""

from datetime import timedelta

import pytest

from fakes.moment import FRIDAY_EVENING, FRIDAY_MORNING, MONDAY_OPENING, a_status
from rideau.domain.override import Override, OverrideKind
from rideau.domain.phase import Interval, Phase, Reason, Rule
from rideau.domain.plan import Batch, Plan
from rideau.domain.probe import Report
from rideau.domain.settings import LockLevel
from rideau.domain.text import Text
from rideau.ports.settings_store import SettingsProblem
from rideau.services.status import Allowance, Status
from rideau.ui.present import LINE, Act, Coming, remaining, view_of
from rideau.wording.words import Words

PROBLEM = SettingsProblem("config.toml", "hours.week.monday[0]", Text("25:00 is no time."))


def with_override(phase: Phase, override: Override, **changed: object) -> Status:
    interval = Interval(override.start, override.end, override.phase, override.why)
    return a_status(phase, overrides=(override,), plan=Plan(interval, MONDAY_OPENING), **changed)


def closed_early(**changed: object) -> Status:
    return with_override(
        Phase.WORK, Override(OverrideKind.CLOSE, FRIDAY_MORNING - timedelta(hours=1), MONDAY_OPENING), **changed
    )


def opened_by_key(reason: str = "The mayor called") -> Status:
    override = Override(OverrideKind.OPEN, FRIDAY_EVENING, FRIDAY_EVENING + timedelta(minutes=10), reason)
    return with_override(Phase.QUIET, override)


@pytest.mark.parametrize("phase", Phase)
def test_every_phase_is_said_with_its_end_and_its_reason(phase: Phase, words: Words) -> None:
    view = view_of(a_status(phase), words)
    assert view.phase is phase
    assert view.headline.endswith("until 11:30" if phase.is_open else "until Mon 9:00")
    assert view.tooltip == f"{view.headline}\n{view.why}"
    assert view.why


def test_a_closed_shop_says_when_it_opens(words: Words) -> None:
    assert view_of(a_status(Phase.QUIET), words).goodbye == "Closed for today. See you Monday at 9:00."
    assert not view_of(a_status(Phase.WORK), words).goodbye
    assert not view_of(a_status(Phase.CRISIS), words).goodbye


def test_an_open_shop_can_be_closed_and_not_opened(words: Words) -> None:
    view = view_of(a_status(Phase.WORK), words)
    assert (view.toggle.act, view.toggle.label, view.toggle.is_enabled) == (Act.CLOSE, "&Close now", True)
    assert (view.open.is_enabled, view.refusal) == (False, "")


def test_a_closed_shop_can_be_opened_and_not_closed(words: Words) -> None:
    view = view_of(a_status(Phase.QUIET), words)
    assert (view.toggle.is_enabled, view.open.is_enabled, view.refusal) == (False, True, "")


def test_in_a_crisis_nothing_is_left_to_open(words: Words) -> None:
    view = view_of(a_status(Phase.CRISIS, lock_level=LockLevel.LOCKED), words)
    assert (view.open.is_enabled, view.refusal) == (False, "")


def test_under_the_lock_opening_is_refused_with_the_reason(words: Words) -> None:
    view = view_of(a_status(Phase.QUIET, lock_level=LockLevel.LOCKED), words)
    assert not view.open.is_enabled
    assert view.refusal.startswith("The lock is on until Mon")
    unlocked = view_of(a_status(Phase.QUIET, lock_level=LockLevel.LOCKED), words, has_passphrase=True)
    assert (unlocked.open.is_enabled, unlocked.refusal) == (True, "")


def test_a_shop_closed_early_goes_back_to_its_hours(words: Words) -> None:
    view = view_of(closed_early(), words)
    assert (view.toggle.act, view.toggle.label, view.toggle.is_enabled) == (Act.RESUME, "&Go back to my hours", True)


def test_under_the_lock_an_early_closing_stays(words: Words) -> None:
    view = view_of(closed_early(lock_level=LockLevel.LOCKED), words)
    assert not view.toggle.is_enabled
    assert not view.open.is_enabled
    said = "You closed early with the lock on: it holds until the next opening."
    assert view.refusal == f"{said} In an emergency: “rideau open --emergency”; it takes ten minutes."


def test_once_the_hours_are_over_an_early_closing_offers_no_way_back_that_changes_nothing(words: Words) -> None:
    view = view_of(closed_early(can_resume=False), words)
    assert (view.toggle.act, view.toggle.is_enabled, view.open.is_enabled) == (Act.CLOSE, False, True)


def test_a_shop_opened_by_key_goes_back_to_its_hours(words: Words) -> None:
    view = view_of(opened_by_key(), words)
    assert (view.toggle.act, view.toggle.is_enabled) == (Act.RESUME, True)
    assert view.why == "Opened by hand: “The mayor called”."


def test_an_opening_that_only_ended_a_planned_focus_can_be_closed(words: Words) -> None:
    assert view_of(opened_by_key(reason=""), words).toggle.act is Act.CLOSE


@pytest.mark.parametrize("phase", Phase)
def test_focus_belongs_inside_work_hours(phase: Phase, words: Words) -> None:
    focus = view_of(a_status(phase), words).focus
    assert focus.is_enabled is phase.is_open
    assert [choice.minutes for choice in focus.choices] == [25, 50, 90]
    assert (focus.stop is not None) is (phase is Phase.FOCUS)


@pytest.mark.parametrize(("count", "said"), [(0, ""), (1, "One thing waited"), (3, "3 things waited")])
def test_what_waited_is_counted_in_words(count: int, said: str, words: Words) -> None:
    assert view_of(a_status(waiting=count), words).waiting == said


def test_the_next_changes_are_said_in_order(words: Words) -> None:
    assert view_of(a_status(Phase.WORK), words).coming == (
        Coming("11:30", "Quiet"),
        Coming("14:30", "Work"),
        Coming("16:30", "Wind-down"),
    )


def test_a_change_that_is_far_off_is_said_with_its_time(words: Words) -> None:
    far = Interval(FRIDAY_EVENING + timedelta(days=8), None, Phase.WORK, Reason(Rule.WORK_HOURS))
    assert view_of(a_status(upcoming=(far,)), words).coming == (Coming("28 Nov 19:30", "Work"),)


def test_a_long_reason_is_short_where_nothing_wraps(words: Words) -> None:
    now = a_status().at
    held = Override(OverrideKind.OPEN, now, now + timedelta(minutes=10), "a launch " * 50)
    view = view_of(with_override(Phase.QUIET, held), words)
    assert held.reason.strip() in view.why
    assert all(len(line) <= LINE for line in view.tooltip.split("\n"))
    assert view.tooltip.endswith("…")


def test_settings_that_do_not_hold_are_said_in_tooltip_and_banner(words: Words) -> None:
    view = view_of(a_status(settings_problems=(PROBLEM,)), words)
    assert view.banner.endswith("hours.week.monday[0]: 25:00 is no time.")
    assert view.banner in view.tooltip
    whole = PROBLEM._replace(place="")
    assert view_of(a_status(settings_problems=(whole,)), words).banner.endswith("in force.\n25:00 is no time.")


def test_what_is_not_covered_is_said_in_notes(words: Words) -> None:
    report = Report("x", not_covered=(Text("Firefox is not covered."),), problem=Text("The bus went away."))
    assert view_of(a_status(reports=(report,)), words).notes == ("The bus went away.", "Firefox is not covered.")


def test_hours_that_never_end_are_said_without_an_end(words: Words) -> None:
    interval = Interval(None, None, Phase.QUIET, Reason(Rule.OUTSIDE_HOURS))
    view = view_of(a_status(plan=Plan(interval, None), upcoming=(interval,)), words)
    assert (view.headline, view.goodbye, view.coming) == ("Quiet", "Closed.", ())


@pytest.mark.parametrize("phase", Phase)
def test_only_focus_and_wind_down_count_down(phase: Phase) -> None:
    left = remaining(a_status(phase))
    assert (left is not None) is (phase in {Phase.FOCUS, Phase.WIND_DOWN})


def test_a_count_down_runs_from_whole_to_nothing() -> None:
    status = a_status(Phase.FOCUS)
    start, end = status.interval.start, status.interval.end
    assert start is not None
    assert end is not None
    assert [remaining(status._replace(at=at)) for at in (start, start + (end - start) / 4, end)] == [1, 0.75, 0]
    assert remaining(status._replace(at=end + timedelta(days=3))) == 0
    endless = Interval(start, None, Phase.FOCUS, Reason(Rule.FOCUS_BY_HAND))
    assert remaining(status._replace(plan=Plan(endless, None))) is None


def test_what_waits_for_the_opening_is_said_among_the_notes(words: Words) -> None:
    status = a_status(held=(Text("Your new hours hold from Monday."),))
    assert view_of(status, words).notes == ("Your new hours hold from Monday.",)


def test_a_pause_in_focus_is_counted_down_and_offers_to_go_on(words: Words) -> None:
    status = a_status(Phase.WORK)
    end = status.at + timedelta(minutes=5)
    interval = Interval(status.at - timedelta(minutes=5), end, Phase.WORK, Reason(Rule.FOCUS_PAUSE))
    resting = status._replace(plan=status.plan._replace(interval=interval))
    assert remaining(resting) == 0.5
    view = view_of(resting, words)
    assert view.headline.startswith("Pause until")
    assert view.focus.pause is not None
    assert (view.focus.pause.act, view.focus.pause.label) == (Act.RESUME_FOCUS, "&Resume")
    assert view.focus.stop is not None
    focused = view_of(a_status(Phase.FOCUS), words).focus
    assert focused.pause is not None
    assert focused.pause.act is Act.PAUSE_FOCUS
    assert view_of(status, words).focus.pause is None


def test_the_day_is_said_in_a_line_each(words: Words) -> None:
    status = a_status(Phase.WORK)
    batch = Batch(None, status.at + timedelta(hours=1))
    allowance = Allowance(timedelta(minutes=30), timedelta(minutes=12), is_coarse=True)
    counted = status._replace(plan=status.plan._replace(batch=batch), allowance=allowance)
    view = view_of(counted, words)
    assert view.day == ("Today's allowance: 18 minutes left", "Notifications come together at 11:00")
    assert all(line in view.tooltip for line in view.day)
    assert any("counted roughly" in note for note in view.notes)
    over = counted._replace(
        plan=status.plan._replace(batch=batch._replace(next=None)), allowance=allowance._replace(used=allowance.whole)
    )
    assert view_of(over, words).day == (
        "Today's allowance is used up",
        "Notifications come together at the next opening",
    )
    assert view_of(status, words).day == ()
