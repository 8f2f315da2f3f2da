# SPDX-License-Identifier: MIT
"""Does a pause within a focus session rest, go on by itself, and leave the session as long as it was?"""

import gettext
from datetime import UTC, datetime, timedelta

import pytest

from fakes.house import House
from rideau.domain.error import UsageError
from rideau.domain.network import Action, Side
from rideau.domain.phase import Phase, Rule
from rideau.domain.settings import ClockRange, FocusStretch, PolicySettings
from rideau.ports.state import EventKind
from rideau.wording.journal_lines import event_sentence
from rideau.wording.phrases import headline
from rideau.wording.words import Words

ENGLISH = Words("en", gettext.NullTranslations())
PAUSE = timedelta(minutes=5)


@pytest.fixture
def house() -> House:
    return House()


def test_a_pause_is_work_for_five_minutes_and_the_session_is_as_long_as_before(house: House) -> None:
    session = house.control.focus(timedelta(minutes=25)).interval
    now = house.clock.now()
    assert session.end is not None
    house.at(now + timedelta(minutes=10))
    status = house.control.pause_focus()
    assert (status.interval.phase, status.interval.reason.rule) == (Phase.WORK, Rule.FOCUS_PAUSE)
    assert status.interval.end == now + timedelta(minutes=10) + PAUSE
    assert headline(ENGLISH, status).startswith("Pause until")
    house.at(now + timedelta(minutes=15))
    after = house.supervisor.status().interval
    assert (after.phase, after.end) == (Phase.FOCUS, session.end + PAUSE)


def test_going_on_early_takes_off_what_of_the_pause_was_not_taken(house: House) -> None:
    end = house.control.focus(timedelta(minutes=25)).interval.end
    house.control.pause_focus()
    house.at(house.clock.now() + timedelta(minutes=2))
    status = house.control.resume_focus()
    assert end is not None
    assert (status.interval.phase, status.interval.end) == (Phase.FOCUS, end + timedelta(minutes=2))
    assert house.control.resume_focus() == status


def test_a_pause_never_moves_the_session_beyond_the_stretch_of_work(house: House) -> None:
    closing = house.control.focus(timedelta(hours=5)).interval.end
    house.control.pause_focus()
    assert house.control.resume_focus().interval.end == closing


def test_pausing_in_a_pause_changes_nothing(house: House) -> None:
    house.control.focus(None)
    assert house.control.pause_focus().overrides == house.control.pause_focus().overrides
    assert house.told(EventKind.FOCUS) == [{"minutes": 50}, {"pause": 5}]
    said = [event_sentence(ENGLISH, each) for each in house.journal.events() if each.kind is EventKind.FOCUS]
    assert said[-1] == "A pause of 5 minutes in a focus session."


def test_without_a_session_there_is_nothing_to_pause_or_to_go_on_with(house: House) -> None:
    with pytest.raises(UsageError):
        house.control.pause_focus()
    assert house.control.resume_focus().overrides == ()


def test_stopping_in_a_pause_ends_the_session(house: House) -> None:
    house.control.focus(None)
    house.control.pause_focus()
    assert house.control.stop_focus().overrides == ()


def test_a_planned_session_can_rest_and_be_stopped_in_its_rest(house: House) -> None:
    plan = (FocusStretch((0,), ClockRange(9 * 60, 11 * 60)),)
    house.follow(house.supervisor.rules.settings._replace(focus_plan=plan))
    assert house.control.pause_focus().interval.phase is Phase.WORK
    assert house.control.resume_focus().interval.phase is Phase.FOCUS
    house.control.pause_focus()
    status = house.control.stop_focus()
    assert status.interval.phase is Phase.WORK
    assert status.interval.end == datetime(2026, 11, 23, 11, tzinfo=UTC)


def test_a_clock_set_back_makes_no_pause_longer(house: House) -> None:
    house.control.focus(timedelta(minutes=25))
    house.control.pause_focus()
    house.at(house.clock.now() - timedelta(minutes=30))
    assert house.supervisor.status().interval.end == house.clock.now() + PAUSE


def test_what_is_closed_and_muted_follows_the_row_of_focus_and_rests_in_the_pause(house: House) -> None:
    plan = house.control.focus(None).plan
    assert [each.id for each in plan.blocked] == ["tiktok"]
    assert [each.id for each in plan.muted] == ["slack", "tiktok"]
    own = PolicySettings(phases={Phase.FOCUS: {Side.PERSONAL: Action.MUTE, Side.WORK: Action.BLOCK}})
    house.follow(house.supervisor.rules.settings._replace(policy=own))
    plan = house.supervisor.status().plan
    assert [each.id for each in plan.blocked] == ["slack"]
    plan = house.control.pause_focus().plan
    assert (plan.blocked, plan.muted) == ((), ())
