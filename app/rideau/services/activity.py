# SPDX-License-Identifier: MIT
"""How long has somebody been working since a real pause? By what is sensed; no key is counted (SPEC G3)."""

from collections.abc import Callable
from datetime import timedelta

from rideau.domain.attention import Presence, Signals
from rideau.domain.right_moment import is_call

A_PAUSE = timedelta(minutes=5)
"""As long as what senses it takes to call somebody away."""
NOTHING = timedelta(0)


class Activity:
    """Follow what is sensed. Main thread.

    A call and a slide show are work, though nothing is typed. A film is no work, and no idleness either: the stretch
    stands still. Who is away, or whose machine sleeps, for five minutes has had a pause.
    """

    def __init__(self, since_boot: Callable[[], timedelta], asleep: Callable[[], timedelta]) -> None:
        """Begin with nothing; ``since_boot`` counts sleep, and ``asleep`` is how much of it was sleep."""
        self._since_boot = since_boot
        self._asleep = asleep
        self._worked = NOTHING
        self._at = since_boot()
        self._slept = asleep()
        self.is_working = False

    @property
    def stretch(self) -> timedelta:
        """Return how long the work has lasted since a real pause."""
        self._go_on()
        return self._worked

    def note(self, signals: Signals) -> None:
        """Take note of what is sensed now."""
        self._go_on()
        is_engaged = is_call(signals) or bool(signals.presenting)
        is_film = bool(signals.playing and signals.full_screen)
        if signals.presence is Presence.AWAY and not is_engaged and not is_film:
            self.pause()
        is_there = signals.presence in (Presence.ACTIVE, Presence.RESTING)
        self.is_working = is_engaged or (is_there and not is_film and not signals.locked)

    def pause(self) -> None:
        """Take note of a real pause."""
        self._worked = NOTHING

    def _go_on(self) -> None:
        at, slept = self._since_boot(), self._asleep()
        asleep, passed = slept - self._slept, at - self._at
        self._at, self._slept = at, slept
        if asleep >= A_PAUSE:
            self.pause()
        elif self.is_working:
            self._worked += max(passed - asleep, NOTHING)
