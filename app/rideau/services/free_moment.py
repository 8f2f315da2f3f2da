# SPDX-License-Identifier: MIT
"""When may something come by itself? At the next pause, or, after some patience, whenever nothing stands in the way."""

from collections.abc import Callable
from datetime import timedelta
from typing import NamedTuple

from rideau.ports.clock import Delay

WhenFree = Callable[[Callable[[], None]], Callable[[], None]]
"""Calls what it is given at the next moment that is free, and returns what calls that off."""


class Moments(NamedTuple):
    """Hold how free moments are known."""

    when_free: WhenFree
    is_free: Callable[[], bool]
    """Tells whether nothing stands in the way right now."""
    delay: Delay
    patience: timedelta = timedelta(minutes=5)
    """How long a pause in what they do is waited for."""


class FreeMoment:
    """Wait for one, for one thing at a time. Main thread; nothing polls while somebody may be spoken to."""

    def __init__(self, moments: Moments) -> None:
        """Wait for nothing."""
        self._moments = moments
        self._act: Callable[[], None] | None = None
        self._waits: Callable[[], None] = _nothing
        self._patience: Callable[[], None] = _nothing

    def wait(self, act: Callable[[], None]) -> None:
        """Call ``act`` once, at the next one; what was waited for before is dropped."""
        self.stop()
        self._act = act
        self._waits = self._moments.when_free(self._now)
        if self._act is not None:  # it may have been free at once
            self._patience = self._moments.delay.after(self._moments.patience, self._any)

    def stop(self) -> None:
        """Wait for nothing any more. Idempotent."""
        self._waits()
        self._patience()
        self._waits = self._patience = _nothing
        self._act = None

    def _any(self) -> None:
        if self._moments.is_free():
            self._now()
        else:
            self._patience = self._moments.delay.after(self._moments.patience, self._any)

    def _now(self) -> None:
        act = self._act
        self.stop()
        if act is not None:
            act()


def _nothing() -> None:
    """Wait for nothing."""
