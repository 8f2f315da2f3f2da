# SPDX-License-Identifier: MIT
"""Is the time worked since a real pause told rightly: films, calls, sleep?"""

from datetime import timedelta

import pytest

from fakes.clock import FakeSinceBoot
from rideau.domain.attention import Presence, Signals
from rideau.services.activity import Activity

ACTIVE = Signals(presence=Presence.ACTIVE)
MINUTE = timedelta(minutes=1)


class Desk:
    """Hold somebody's activity, and the clocks it is told by."""

    def __init__(self) -> None:
        self.since_boot = FakeSinceBoot()
        self.slept = timedelta(0)
        self.activity = Activity(self.since_boot, lambda: self.slept)

    def after(self, minutes: float, signals: Signals) -> timedelta:
        """Let time pass, sense ``signals``, and return the stretch."""
        self.since_boot.advance(timedelta(minutes=minutes))
        self.activity.note(signals)
        return self.activity.stretch


@pytest.fixture(name="desk")
def fixture_desk() -> Desk:
    desk = Desk()
    desk.after(0, ACTIVE)
    return desk


def test_work_goes_on_through_a_moment_of_rest(desk: Desk) -> None:
    assert desk.after(20, Signals(presence=Presence.RESTING)) == 20 * MINUTE
    assert desk.after(4, ACTIVE) == 24 * MINUTE


def test_five_minutes_away_are_a_pause(desk: Desk) -> None:
    assert desk.after(30, Signals(presence=Presence.AWAY)) == timedelta(0)
    assert not desk.activity.is_working
    assert desk.after(10, ACTIVE) == timedelta(0)
    assert desk.after(10, ACTIVE) == 10 * MINUTE


def test_a_film_is_neither_idleness_nor_work(desk: Desk) -> None:
    film = Signals(presence=Presence.AWAY, playing=True, full_screen=True)
    assert desk.after(30, film) == 30 * MINUTE
    assert desk.after(90, film) == 30 * MINUTE
    assert not desk.activity.is_working
    assert desk.after(0, ACTIVE) == 30 * MINUTE


def test_a_call_and_a_slide_show_are_work_though_nothing_is_typed(desk: Desk) -> None:
    for signals in (Signals(presence=Presence.AWAY, microphone=True), Signals(presenting=True)):
        before = desk.after(0, signals)
        assert desk.after(30, signals) == before + 30 * MINUTE


def test_a_locked_screen_is_no_work_and_unknown_presence_none(desk: Desk) -> None:
    desk.after(10, Signals(presence=Presence.ACTIVE, locked=True))
    assert desk.after(3, ACTIVE) == 10 * MINUTE
    desk.after(0, Signals())
    assert desk.after(30, Signals()) == 10 * MINUTE


def test_a_sleep_is_a_pause_and_a_nap_is_not_counted(desk: Desk) -> None:
    desk.since_boot.advance(10 * MINUTE)
    desk.slept += 4 * MINUTE
    assert desk.activity.stretch == 6 * MINUTE
    desk.since_boot.advance(60 * MINUTE)
    desk.slept += 55 * MINUTE
    assert desk.activity.stretch == timedelta(0)
