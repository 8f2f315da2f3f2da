# SPDX-License-Identifier: MIT
"""What stands where nothing of the desktop can be sensed yet? Something that says so, and never guesses."""

from collections.abc import Callable

from rideau.domain.attention import Signals
from rideau.domain.probe import Fitness, Probe
from rideau.domain.text import Text


class NullAttention:
    """Know nothing of the moment. Implements ``ports.attention.Attention``."""

    def __init__(self, post: Callable[[Callable[[], None]], None]) -> None:
        """Have ``post`` call something on the main thread."""
        self._post = post
        self._changed: Callable[[Signals], None] | None = None

    def start(self, changed: Callable[[Signals], None]) -> None:
        """Say once that nothing is known."""
        if self._changed is None:
            self._changed = changed
            self._post(self._tell)

    def signals(self) -> Signals:
        """Return that nothing is known."""
        return Signals()

    def look(self) -> Signals:
        """Return that nothing is known."""
        return Signals()

    def probes(self) -> tuple[Probe, ...]:
        """Say that this is not here."""
        why = Text("Rideau can't tell calls and presentations on this system yet.")
        return (Probe("attention", Text("Calls and presentations"), Fitness.NOT_HERE, why),)

    def stop(self) -> None:
        """Say nothing any more."""
        self._changed = None

    def _tell(self) -> None:
        if self._changed is not None:
            self._changed(Signals())
