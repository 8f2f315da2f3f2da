# SPDX-License-Identifier: MIT
"""Is everything put right when the tray is gone, in whatever order things happen, and within bounds?"""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rideau.keeper.dead_man import MOST_IN_A_ROW, PAUSES_S, STAYED_S, Action, DeadMan, Event, State

TRIED_IN_VAIN = [Event.TIME_UP, Event.CHILD_FAILED]


def after(*events: Event) -> tuple[DeadMan, list[Action]]:
    """Return a machine that was fed ``events``, and all it said."""
    machine = DeadMan()
    return machine, fed(machine, events)


def fed(machine: DeadMan, events: Iterable[Event]) -> list[Action]:
    return [action for event in events for action in machine.feed(event)]


def test_while_a_tray_is_there_nothing_is_done() -> None:
    machine, actions = after(Event.TRAY_CAME, Event.ORDERED, Event.TRAY_CAME, Event.TIME_UP, Event.ORDERED)
    assert machine.state is State.WATCHED
    assert actions == []


def test_a_keeper_that_no_tray_comes_to_ends() -> None:
    machine, actions = after(Event.TIME_UP)
    assert (machine.state, actions) == (State.ENDED, [Action.END])
    assert machine.patience_s is None


def test_frozen_apps_run_at_once_when_the_tray_is_gone() -> None:
    machine, actions = after(Event.TRAY_CAME, Event.ORDERED, Event.TRAY_LEFT)
    assert (machine.state, actions) == (State.PAUSING, [Action.CONTINUE_LEASED])


def test_the_tray_is_started_again_three_times_ever_later() -> None:
    machine, _ = after(Event.TRAY_CAME, Event.ORDERED, Event.TRAY_LEFT)
    for pause_s in PAUSES_S:
        assert (machine.state, machine.patience_s) == (State.PAUSING, pause_s)
        assert machine.feed(Event.TIME_UP) == (Action.START_TRAY,)
        machine.feed(Event.CHILD_FAILED)
    assert (machine.state, machine.patience_s) == (State.RESTORING, 60)


def test_a_tray_that_starts_and_says_nothing_is_stopped_before_the_next_is_started() -> None:
    machine, _ = after(Event.TRAY_CAME, Event.TRAY_LEFT, Event.TIME_UP)
    assert machine.feed(Event.TIME_UP) == (Action.STOP_CHILD,)
    assert machine.state is State.PAUSING


def test_when_no_start_is_good_everything_is_opened_and_restored() -> None:
    machine, actions = after(Event.TRAY_CAME, Event.TRAY_LEFT, *(TRIED_IN_VAIN * 3))
    assert actions[-2:] == [Action.OPEN_DOORS, Action.RESTORE]
    assert machine.feed(Event.CHILD_DONE) == (Action.END,)


@pytest.mark.parametrize(
    ("how", "upon"),
    [(Event.CHILD_FAILED, (Action.UNDO,)), (Event.TIME_UP, (Action.STOP_CHILD, Action.UNDO))],
)
def test_where_the_restore_cannot_the_undo_script_does(how: Event, upon: tuple[Action, ...]) -> None:
    machine, _ = after(Event.TRAY_CAME, Event.TRAY_LEFT, *(TRIED_IN_VAIN * 3))
    assert machine.feed(how) == upon
    assert machine.feed(Event.CHILD_DONE) == (Action.END,)


@pytest.mark.parametrize(
    ("events", "upon"),
    [
        ([Event.TIME_UP], ()),
        ([Event.TIME_UP, Event.TIME_UP], ()),
        (TRIED_IN_VAIN * 3, (Action.STOP_CHILD,)),
        ([*(TRIED_IN_VAIN * 3), Event.TIME_UP], (Action.STOP_CHILD,)),
    ],
)
def test_a_tray_may_come_back_at_any_time_and_ends_a_restore(events: list[Event], upon: tuple[Action, ...]) -> None:
    machine, _ = after(Event.TRAY_CAME, Event.TRAY_LEFT, *events)
    assert machine.feed(Event.TRAY_CAME) == upon
    assert machine.state is State.WATCHED
    assert fed(machine, [Event.CHILD_FAILED, Event.CHILD_DONE]) == []


def test_only_orders_wipe_out_what_failed_before() -> None:
    machine, _ = after(Event.TRAY_CAME, Event.TRAY_LEFT, Event.TIME_UP, Event.TRAY_CAME, Event.TRAY_LEFT)
    assert machine.patience_s == PAUSES_S[1]
    fed(machine, [Event.TIME_UP, Event.TRAY_CAME, Event.ORDERED, Event.TRAY_LEFT])
    assert machine.patience_s == PAUSES_S[0]


def test_a_tray_that_always_comes_and_goes_is_not_started_for_ever() -> None:
    machine, _ = after(Event.TRAY_CAME)
    round_trip = [Event.ORDERED, Event.TRAY_LEFT, Event.TIME_UP, Event.TRAY_CAME]
    for _ in range(MOST_IN_A_ROW):
        assert Action.START_TRAY in fed(machine, round_trip)
    assert Action.RESTORE in fed(machine, round_trip)


def test_a_tray_that_stayed_may_fail_anew() -> None:
    machine, _ = after(Event.TRAY_CAME)
    assert machine.patience_s == STAYED_S
    for _ in range(MOST_IN_A_ROW * 2):
        actions = fed(machine, [Event.ORDERED, Event.TIME_UP, Event.TRAY_LEFT, Event.TIME_UP, Event.TRAY_CAME])
        assert actions == [Action.CONTINUE_LEASED, Action.START_TRAY]


def test_after_a_goodbye_nothing_is_started_and_browsers_hear_that_all_is_open() -> None:
    machine, actions = after(Event.TRAY_CAME, Event.ORDERED, Event.GOODBYE, *Event)
    assert (machine.state, actions) == (State.ENDED, [Action.CONTINUE_LEASED, Action.OPEN_DOORS, Action.END])


@given(st.lists(st.sampled_from(Event), max_size=60))
def test_whatever_happens_its_end_is_near_and_nothing_stays_frozen(events: list[Event]) -> None:
    machine = DeadMan()
    for event in events:
        was = machine.state
        actions = machine.feed(event)
        if was is State.WATCHED and machine.state is not State.WATCHED:
            assert actions[0] is Action.CONTINUE_LEASED
        if was is State.ENDED:
            assert not actions
        assert (Action.END in actions) == (machine.state is State.ENDED and was is not State.ENDED)
    if machine.state is not State.WATCHED:
        left = fed(machine, TRIED_IN_VAIN * 5)
        assert machine.state is State.ENDED
        assert left.count(Action.START_TRAY) <= len(PAUSES_S)
