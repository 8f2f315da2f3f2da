# SPDX-License-Identifier: MIT
"""Who senses whether this is a moment to speak?"""

from collections.abc import Callable
from typing import Protocol

from rideau.domain.attention import Signals
from rideau.domain.probe import Probe


class Attention(Protocol):
    """Sense calls, sharing, full screen, do-not-disturb and presence. Main thread; nothing polls, nothing is kept.

    One thread of its own sleeps until the desktop says something; idle it is woken at most once a minute.
    """

    def start(self, changed: Callable[[Signals], None]) -> None:
        """Begin; ``changed`` is called on the main thread with whatever differs from before, and once at first."""
        ...

    def signals(self) -> Signals:
        """Return what is known; no I/O. Nothing is known before ``start``."""
        ...

    def look(self) -> Signals:
        """Ask for what is known only when asked, too, and return everything; within 100 ms, for the final check."""
        ...

    def probes(self) -> tuple[Probe, ...]:
        """Say what can be sensed here and what cannot; never raises, changes nothing. Also before ``start``."""
        ...

    def stop(self) -> None:
        """Sense nothing any more. Idempotent."""
        ...
