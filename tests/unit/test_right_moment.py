# SPDX-License-Identifier: MIT
"""Is it seen that somebody must not be spoken to, and when they pause (gentleness, rules 2 and 3)?"""

from datetime import UTC, datetime, timedelta

import pytest

from rideau.domain.app import Window
from rideau.domain.attention import Presence, Signals
from rideau.domain.phase import Phase
from rideau.domain.right_moment import Blocker, Breakpoint, Pace, Watch, blockers, breakpoint_between, watched

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
PACE = Pace()


@pytest.mark.parametrize(
    ("signals", "blocker"),
    [
        (Signals(locked=True), Blocker.LOCKED),
        (Signals(presence=Presence.AWAY), Blocker.AWAY),
        (Signals(microphone=True), Blocker.MICROPHONE),
        (Signals(camera=True), Blocker.CAMERA),
        (Signals(meeting=True), Blocker.MEETING),
        (Signals(sharing=True), Blocker.SHARING),
        (Signals(full_screen=True), Blocker.FULL_SCREEN),
        (Signals(presenting=True), Blocker.PRESENTING),
        (Signals(mirrored=True), Blocker.MIRRORED),
        (Signals(do_not_disturb=True), Blocker.DO_NOT_DISTURB),
        (Signals(typing=True), Blocker.TYPING),
    ],
)
def test_each_of_these_keeps_a_card_away(signals: Signals, blocker: Blocker) -> None:
    assert blockers(signals, Phase.WORK) == {blocker}


def test_focus_keeps_cards_away_and_music_does_not() -> None:
    assert blockers(Signals(playing=True), Phase.FOCUS) == {Blocker.FOCUS}
    assert blockers(Signals(playing=True), Phase.WIND_DOWN) == frozenset()


def test_what_is_unknown_keeps_no_card_away_and_is_no_pause() -> None:
    assert blockers(Signals(), Phase.WORK) == frozenset()
    assert breakpoint_between(Signals(), Signals()) is None
    assert breakpoint_between(Signals(typing=True), Signals()) is None
    assert breakpoint_between(Signals(), Signals(active=Window("x11:0x1"))) is None


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        (Signals(locked=True), Signals(locked=False), Breakpoint.UNLOCKED),
        (Signals(microphone=True), Signals(microphone=False), Breakpoint.CALL_ENDED),
        (Signals(microphone=True, camera=True), Signals(camera=True), None),
        (Signals(typing=True), Signals(typing=False), Breakpoint.TYPING_PAUSED),
        (Signals(active=Window("x11:0x1")), Signals(active=Window("x11:0x2")), Breakpoint.WINDOW),
        (Signals(active=Window("x11:0x1")), Signals(active=Window("x11:0x1")), None),
        (Signals(presence=Presence.ACTIVE), Signals(presence=Presence.RESTING), Breakpoint.RESTING),
        (Signals(presence=Presence.RESTING), Signals(presence=Presence.ACTIVE), None),
    ],
)
def test_a_pause_lies_between_two_moments(before: Signals, after: Signals, found: Breakpoint | None) -> None:
    assert breakpoint_between(before, after) is found


def test_a_call_counts_ten_seconds_longer_and_a_full_screen_two() -> None:
    for blocker, length in ((Blocker.MEETING, 10), (Blocker.FULL_SCREEN, 2), (Blocker.DO_NOT_DISTURB, 0)):
        watch = watched(Watch(), frozenset({blocker}), NOON, PACE)
        assert watch.calm_at(NOON) == NOON
        after = watched(watch, frozenset(), NOON, PACE)
        assert after.calm_at(NOON) == NOON + length * SECOND
        assert after.calm_at(NOON + 20 * SECOND) == NOON + 20 * SECOND


def test_what_comes_back_stands_and_lingers_anew() -> None:
    call = frozenset({Blocker.MICROPHONE})
    watch = watched(watched(Watch(call), frozenset(), NOON, PACE), call, NOON + SECOND, PACE)
    assert (watch.standing, watch.lingering) == (call, {})
    again = watched(watch, frozenset(), NOON + 2 * SECOND, PACE)
    assert again.calm_at(NOON) == NOON + 12 * SECOND
    assert watched(again, frozenset(), NOON + 12 * SECOND, PACE).lingering == {}


def test_a_clock_that_is_set_back_makes_nothing_linger_for_hours() -> None:
    watch = watched(Watch(frozenset({Blocker.CAMERA})), frozenset(), NOON, PACE)
    assert watched(watch, frozenset(), NOON - timedelta(hours=3), PACE).lingering == {}


def test_typing_keeps_a_card_from_coming_and_takes_none_away() -> None:
    watch = watched(Watch(), frozenset({Blocker.TYPING, Blocker.FOCUS}), NOON, PACE)
    assert watch.holding == {Blocker.FOCUS}
