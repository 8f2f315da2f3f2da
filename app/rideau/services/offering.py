# SPDX-License-Identifier: MIT
"""When is the right moment for what is due? A state machine of one offer at a time (gentleness, rules 1 to 3).

::

    idle ──due──> waiting ──a pause in what they do──> settling ──2 s later, a last look──> spoken
                     │  └─ten minutes─> dropped           │ not so quiet after all: back
                     │a call, a full screen ...           │
                     └──────────────────────> held <──────┘
                                               └─its end─> waiting, for a minute at most

Nothing is ever queued: what comes due while something waits is not taken up.
"""

from collections.abc import Callable
from datetime import timedelta
from enum import StrEnum
from typing import NamedTuple

from rideau.domain.attention import Signals
from rideau.domain.phase import Phase
from rideau.domain.right_moment import Blocker, Pace, Watch, blockers, breakpoint_between, watched
from rideau.domain.settings import Asked
from rideau.domain.tip import Moment
from rideau.ports.clock import Clock, Delay


class Offer(NamedTuple):
    """Hold what is due."""

    moments: frozenset[Moment]
    """The moments that made it due; once none of them holds it is stale."""
    asked: Asked | None = None
    """Which recurring reminder it is, if one."""


class State(StrEnum):
    """Name where an offer stands."""

    IDLE = "idle"
    WAITING = "waiting"
    HELD = "held"
    SETTLING = "settling"


class Surroundings(NamedTuple):
    """Hold what an offer is held against."""

    clock: Clock
    delay: Delay
    look: Callable[[], Signals]
    """The last look right before it is said."""
    phase: Callable[[], Phase]
    pace: Pace


class Ends(NamedTuple):
    """Hold who is told how an offer ends."""

    spoken: Callable[[Offer], None]
    """Now is the moment."""
    dropped: Callable[[Offer], None]
    """It did not come."""


class Offering:
    """Follow one offer, and what stands in its way. Main thread; woken by what is sensed and by its own few waits."""

    def __init__(self, around: Surroundings, ends: Ends) -> None:
        """Begin with nothing due."""
        self._around = around
        self._ends = ends
        self._offer: Offer | None = None
        self._is_held = False
        self._signals = Signals()
        self._watch = Watch()
        self._call_off_deadline = _nothing
        self._call_off_settling = _nothing
        self._is_settling = False

    @property
    def state(self) -> State:
        """Return where the offer stands."""
        if self._offer is None:
            return State.IDLE
        if self._is_held:
            return State.HELD
        return State.SETTLING if self._is_settling else State.WAITING

    @property
    def holding(self) -> frozenset[Blocker]:
        """Return what stands in the way of any card, and takes away one that is there."""
        return self._watch.holding

    def due(self, offer: Offer) -> bool:
        """Take up ``offer``; False where one waits already."""
        if self._offer is not None:
            return False
        self._offer = offer
        self._update(self._signals)
        if self._watch.holding or self._is_lingering():
            self._hold()
        else:
            self._await(self._around.pace.wait)
        return True

    def attend(self, signals: Signals) -> None:
        """Take note of what is sensed now."""
        before, was_free = self._signals, self._is_free()
        self._update(signals)
        if self._offer is None:
            return
        if self._watch.holding:
            self._hold()
        elif self._is_held:
            self._release_soon()
        elif self._watch.standing:
            self._stop_settling()
        elif breakpoint_between(before, signals) is not None or not was_free:
            self._settle()

    def phase_changed(self) -> None:
        """Take note that another phase may hold."""
        self.attend(self._signals)

    def drop(self) -> Offer:
        """Let go of what is due, without a word to anybody, and return it."""
        return self._forget()

    def _update(self, signals: Signals) -> None:
        self._signals = signals
        found = blockers(signals, self._around.phase())
        self._watch = watched(self._watch, found, self._around.clock.now(), self._around.pace)

    def _is_free(self) -> bool:
        return not self._watch.standing

    def _is_lingering(self) -> bool:
        now = self._around.clock.now()
        return self._watch.calm_at(now) > now

    def _hold(self) -> None:
        self._is_held = True
        self._stop_settling()
        self._call_off_deadline()
        self._call_off_deadline = _nothing
        if not self._watch.holding:
            self._release_soon()

    def _release_soon(self) -> None:
        """Go on once what stood in the way is over for long enough."""
        now = self._around.clock.now()
        calm_at = self._watch.calm_at(now)
        self._call_off_deadline()
        if calm_at > now:
            self._call_off_deadline = self._around.delay.after(calm_at - now, self._release)
        else:
            self._release()

    def _release(self) -> None:
        """Offer it once, within a minute: the end of what held it is a pause by itself."""
        self._update(self._signals)
        if self._watch.holding or self._is_lingering():
            self._hold()
            return
        self._is_held = False
        self._await(self._around.pace.offered_within)
        if self._is_free():
            self._settle()

    def _await(self, length: timedelta) -> None:
        self._call_off_deadline()
        self._call_off_deadline = self._around.delay.after(length, self._too_late)

    def _settle(self) -> None:
        self._call_off_settling()
        self._is_settling = True
        self._call_off_settling = self._around.delay.after(self._around.pace.settle, self._last_look)

    def _stop_settling(self) -> None:
        self._call_off_settling()
        self._is_settling = False

    def _last_look(self) -> None:
        self._is_settling = False
        self._update(self._around.look())
        if self._watch.holding or self._is_lingering():
            self._hold()
        elif self._is_free() and self._offer is not None:
            offer = self._forget()
            self._ends.spoken(offer)

    def _too_late(self) -> None:
        self._ends.dropped(self._forget())

    def _forget(self) -> Offer:
        offer, self._offer = self._offer, None
        self._is_held = False
        self._stop_settling()
        self._call_off_deadline()
        self._call_off_deadline = _nothing
        return offer or Offer(frozenset())


def _nothing() -> None:
    """Do nothing."""
