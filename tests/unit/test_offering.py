# SPDX-License-Identifier: MIT
"""Does what is due wait for a pause, keep away from calls, and go silently (gentleness, rules 1 to 3)?"""

from datetime import timedelta

import pytest

from fakes.attention import FakeAttention
from fakes.clock import FakeClock
from fakes.delay import FakeDelay
from fakes.reminding import MONDAY_9
from rideau.domain.app import Window
from rideau.domain.attention import Presence
from rideau.domain.phase import Phase
from rideau.domain.right_moment import Blocker, Pace
from rideau.domain.tip import Moment
from rideau.services.interrupting import Interrupting
from rideau.services.offering import Ends, Offer, Offering, State, Surroundings
from rideau.services.sensing import Sensing

OFFER = Offer(frozenset({Moment.LONG_STRETCH}))


class Desk:
    """Hold somebody at work, and what becomes of what is due."""

    def __init__(self) -> None:
        self.clock = FakeClock(MONDAY_9)
        self.delay = FakeDelay(self.clock)
        self.attention = FakeAttention(presence=Presence.ACTIVE)
        self.phase = Phase.WORK
        self.sensing = Sensing(lambda: self.attention)
        self.around = Surroundings(self.clock, self.delay, self.attention.look, lambda: self.phase, Pace())
        self.ends: list[str] = []
        self.offering = Offering(
            self.around, Ends(lambda _: self.ends.append("spoken"), lambda _: self.ends.append("dropped"))
        )
        self.attention.start(self.offering.attend)

    def pause(self) -> None:
        """Have the person turn to another window."""
        self.attention.senses(active=Window("x11:0x1"))
        self.attention.senses(active=Window(f"x11:{self.clock.now().timestamp()}"))

    def after(self, **length: float) -> list[str]:
        """Let time pass; return what became of what is due."""
        self.delay.pass_by(timedelta(**length))
        return self.ends


@pytest.fixture(name="desk")
def fixture_desk() -> Desk:
    return Desk()


def test_it_waits_for_a_pause_and_then_for_two_seconds(desk: Desk) -> None:
    assert desk.offering.state is State.IDLE
    assert desk.offering.due(OFFER)
    assert desk.offering.state is State.WAITING
    assert desk.after(minutes=5) == []
    desk.pause()
    assert desk.offering.state is State.SETTLING
    assert desk.after(seconds=1.9) == []
    assert desk.after(seconds=0.2) == ["spoken"]
    assert desk.offering.state is State.IDLE
    assert desk.delay.is_idle


def test_without_a_pause_it_is_dropped_after_ten_minutes(desk: Desk) -> None:
    desk.offering.due(OFFER)
    assert desk.after(minutes=9.9) == []
    assert desk.after(minutes=0.2) == ["dropped"]
    desk.pause()
    assert desk.after(minutes=1) == ["dropped"]


def test_there_is_never_a_queue(desk: Desk) -> None:
    assert desk.offering.due(OFFER)
    assert not desk.offering.due(OFFER)
    assert desk.offering.drop() == OFFER
    assert desk.after(minutes=20) == []
    assert desk.offering.due(OFFER)


@pytest.mark.parametrize("blocker", ["microphone", "camera", "meeting", "sharing", "full_screen", "do_not_disturb"])
def test_a_blocker_holds_it_and_its_end_gives_it_one_chance(desk: Desk, blocker: str) -> None:
    desk.offering.due(OFFER)
    desk.attention.senses(**{blocker: True})
    assert desk.offering.state is State.HELD
    assert desk.after(hours=2) == []
    desk.attention.senses(**{blocker: False})
    assert desk.after(seconds=13) == ["spoken"]


def test_after_a_call_ten_seconds_are_left_in_peace_and_after_a_full_screen_two(desk: Desk) -> None:
    for blocker, seconds in (("microphone", 12), ("full_screen", 4)):
        desk.attention.senses(**{blocker: True})
        desk.offering.due(OFFER)
        desk.attention.senses(**{blocker: False})
        desk.ends.clear()
        assert desk.after(seconds=seconds - 0.1) == []
        assert desk.after(seconds=0.2) == ["spoken"]


def test_what_is_due_right_after_a_call_is_held_as_if_it_went_on(desk: Desk) -> None:
    desk.attention.senses(microphone=True)
    desk.attention.senses(microphone=False)
    desk.offering.due(OFFER)
    assert desk.offering.state is State.HELD
    assert desk.after(seconds=13) == ["spoken"]


def test_whoever_types_on_after_a_call_is_left_alone_and_within_a_minute_it_is_dropped(desk: Desk) -> None:
    desk.offering.due(OFFER)
    desk.attention.senses(camera=True)
    desk.attention.senses(camera=False, typing=True)
    assert desk.after(seconds=69) == []
    assert desk.after(seconds=2) == ["dropped"]


def test_a_pause_in_typing_is_one(desk: Desk) -> None:
    desk.attention.senses(typing=True)
    desk.offering.due(OFFER)
    assert desk.offering.state is State.WAITING
    desk.attention.senses(typing=False)
    assert desk.after(seconds=3) == ["spoken"]


def test_typing_that_begins_while_it_settles_puts_it_off(desk: Desk) -> None:
    desk.offering.due(OFFER)
    desk.pause()
    desk.after(seconds=1)
    desk.attention.senses(typing=True)
    assert desk.offering.state is State.WAITING
    assert desk.after(seconds=30) == []
    desk.attention.senses(typing=False)
    assert desk.after(seconds=3) == ["spoken"]


def test_the_last_look_finds_what_is_told_only_when_asked(desk: Desk) -> None:
    desk.offering.due(OFFER)
    desk.attention.on_look = {"sharing": True}
    desk.pause()
    assert desk.after(seconds=3) == []
    assert desk.offering.state is State.HELD
    assert desk.offering.holding == {Blocker.SHARING}
    desk.attention.on_look = {}
    desk.attention.senses(sharing=False)
    assert desk.after(seconds=13) == ["spoken"]


def test_typing_that_only_the_last_look_finds_puts_it_off(desk: Desk) -> None:
    desk.offering.due(OFFER)
    looks = desk.attention.looks
    desk.pause()
    desk.attention.on_look = {"typing": True}
    assert desk.after(seconds=3) == []
    assert desk.attention.looks == looks + 1
    assert desk.offering.state is State.WAITING


def test_a_second_call_within_the_ten_seconds_holds_it_again(desk: Desk) -> None:
    desk.offering.due(OFFER)
    desk.attention.senses(microphone=True)
    desk.attention.senses(microphone=False)
    desk.after(seconds=9)
    desk.attention.senses(microphone=True)
    assert desk.after(minutes=30) == []
    desk.attention.senses(microphone=False)
    assert desk.after(seconds=13) == ["spoken"]


def test_another_change_within_the_ten_seconds_makes_them_no_shorter(desk: Desk) -> None:
    desk.offering.due(OFFER)
    desk.attention.senses(microphone=True)
    desk.attention.senses(microphone=False)
    desk.after(seconds=6)
    desk.pause()
    assert desk.after(seconds=5.9) == []
    assert desk.after(seconds=0.2) == ["spoken"]


def test_focus_holds_it_until_it_ends(desk: Desk) -> None:
    desk.phase = Phase.FOCUS
    desk.offering.due(OFFER)
    assert desk.offering.state is State.HELD
    assert desk.after(hours=1) == []
    desk.phase = Phase.WORK
    desk.offering.phase_changed()
    assert desk.after(seconds=3) == ["spoken"]


def test_a_clock_set_while_it_waits_after_a_call_does_not_speak_too_soon(desk: Desk) -> None:
    desk.offering.due(OFFER)
    desk.attention.senses(microphone=True)
    desk.attention.senses(microphone=False)
    desk.clock.advance(timedelta(seconds=-5))
    assert desk.after(seconds=10.1) == []
    assert desk.after(seconds=8) == ["spoken"]


class Waiting:
    """Hold a window that wants to come up by itself."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.interrupting = Interrupting(desk.sensing, desk.around._replace(look=desk.sensing.look))
        self.came: list[str] = []
        desk.attention.stop()

    def wait(self) -> None:
        """Have it wait."""
        self.call_off = self.interrupting.when_free(lambda: self.came.append("it"))


def test_a_window_may_come_up_where_nothing_stands_in_the_way(desk: Desk) -> None:
    waiting = Waiting(desk)
    desk.sensing.listen(lambda _: None)
    assert waiting.interrupting.may()
    desk.attention.senses(presenting=True)
    assert not waiting.interrupting.may()


def test_a_window_waits_for_its_moment_as_long_as_it_takes(desk: Desk) -> None:
    waiting = Waiting(desk)
    waiting.wait()
    assert desk.attention.is_sensing
    desk.attention.senses(microphone=True)
    desk.after(hours=3)
    desk.attention.senses(microphone=False, typing=True)
    desk.after(minutes=30)
    assert waiting.came == []
    desk.attention.senses(typing=False)
    desk.after(seconds=3)
    assert waiting.came == ["it"]
    assert not desk.attention.is_sensing
    assert desk.delay.is_idle


def test_a_window_that_is_called_off_never_comes(desk: Desk) -> None:
    waiting = Waiting(desk)
    waiting.wait()
    waiting.call_off()
    waiting.call_off()
    desk.pause()
    desk.after(minutes=30)
    assert waiting.came == []
    assert not desk.attention.is_sensing


def test_a_window_that_is_told_of_something_after_it_came_does_not_come_again(desk: Desk) -> None:
    waiting = Waiting(desk)
    told = desk.sensing.listen(lambda signals: waiting.call_off() if signals.locked else None)
    waiting.wait()
    desk.attention.senses(locked=True)
    desk.attention.senses(locked=False)
    desk.after(minutes=1)
    assert waiting.came == []
    told()
