# SPDX-License-Identifier: MIT
"""May somebody be spoken to right now, and is this a pause in what they do? (gentleness, rules 2 and 3)."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from rideau.domain.attention import Presence, Signals
from rideau.domain.phase import Phase


class Pace(NamedTuple):
    """Hold how long each thing takes; the tests of a whole day have it quicker."""

    wait: timedelta = timedelta(minutes=10)
    """How long what is due waits for a pause; then it is dropped."""
    settle: timedelta = timedelta(seconds=2)
    """How long a pause has to last."""
    after_call: timedelta = timedelta(seconds=10)
    """How long a call counts after its end: people hang up and dial again."""
    after_screen: timedelta = timedelta(seconds=2)
    """The same for what filled the screen."""
    offered_within: timedelta = timedelta(minutes=1)
    """How long after what held it a card may still come."""


class Blocker(StrEnum):
    """Name what keeps a card away."""

    LOCKED = "locked"
    AWAY = "away"
    MICROPHONE = "microphone"
    CAMERA = "camera"
    MEETING = "meeting"
    SHARING = "sharing"
    FULL_SCREEN = "full-screen"
    PRESENTING = "presenting"
    MIRRORED = "mirrored"
    DO_NOT_DISTURB = "do-not-disturb"
    FOCUS = "focus"
    TYPING = "typing"
    """It keeps a card from coming, and does not take one away that is there: people type on beside it."""


CALLS = frozenset({Blocker.MICROPHONE, Blocker.CAMERA, Blocker.MEETING, Blocker.SHARING})
SCREENS = frozenset({Blocker.FULL_SCREEN, Blocker.PRESENTING})


class Breakpoint(StrEnum):
    """Name a pause in what somebody does."""

    WINDOW = "window"
    """They turned to another window."""
    CALL_ENDED = "call-ended"
    UNLOCKED = "unlocked"
    TYPING_PAUSED = "typing-paused"
    RESTING = "resting"


def blockers(signals: Signals, phase: Phase) -> frozenset[Blocker]:
    """Return what keeps a card away; what is unknown keeps none."""
    found = {
        Blocker.LOCKED: signals.locked,
        Blocker.AWAY: signals.presence is Presence.AWAY,
        Blocker.MICROPHONE: signals.microphone,
        Blocker.CAMERA: signals.camera,
        Blocker.MEETING: signals.meeting,
        Blocker.SHARING: signals.sharing,
        Blocker.FULL_SCREEN: signals.full_screen,
        Blocker.PRESENTING: signals.presenting,
        Blocker.MIRRORED: signals.mirrored,
        Blocker.DO_NOT_DISTURB: signals.do_not_disturb,
        Blocker.FOCUS: phase is Phase.FOCUS,
        Blocker.TYPING: signals.typing,
    }
    return frozenset(each for each, is_so in found.items() if is_so)


def is_call(signals: Signals) -> bool:
    """Tell whether somebody is in a call, or shows their screen to others."""
    return bool(signals.microphone or signals.camera or signals.meeting or signals.sharing)


def breakpoint_between(before: Signals, after: Signals) -> Breakpoint | None:
    """Return the pause that lies between two moments, None for none; what was unknown tells of none."""
    found: Breakpoint | None = None
    if before.locked and after.locked is False:
        found = Breakpoint.UNLOCKED
    elif is_call(before) and not is_call(after):
        found = Breakpoint.CALL_ENDED
    elif before.typing and after.typing is False:
        found = Breakpoint.TYPING_PAUSED
    elif before.active is not None and after.active is not None and before.active != after.active:
        found = Breakpoint.WINDOW
    elif before.presence is Presence.ACTIVE and after.presence is Presence.RESTING:
        found = Breakpoint.RESTING
    return found


class Watch(NamedTuple):
    """Hold what stands in the way, and what has just gone and still counts."""

    standing: frozenset[Blocker] = frozenset()
    lingering: Mapping[Blocker, datetime] = MappingProxyType({})
    """Until when each counts."""

    def calm_at(self, now: datetime) -> datetime:
        """Return from when on nothing lingers that has gone, ``now`` at the earliest."""
        return max((now, *self.lingering.values()))

    @property
    def holding(self) -> frozenset[Blocker]:
        """Return what stands in the way and takes a card away; typing does not."""
        return self.standing - {Blocker.TYPING}


def watched(before: Watch, found: frozenset[Blocker], now: datetime, pace: Pace) -> Watch:
    """Return ``before`` as it is at ``now``, when ``found`` stands in the way."""
    lingering = {
        each: until
        for each, until in before.lingering.items()
        if each not in found and now < until <= now + _linger(each, pace)
    }
    for each in before.standing - found:
        if length := _linger(each, pace):
            lingering[each] = now + length
    return Watch(found, lingering)


def _linger(blocker: Blocker, pace: Pace) -> timedelta:
    if blocker in CALLS:
        return pace.after_call
    return pace.after_screen if blocker in SCREENS else timedelta(0)
