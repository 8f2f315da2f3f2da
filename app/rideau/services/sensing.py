# SPDX-License-Identifier: MIT
"""Who shares what is sensed of the desktop? Whoever listens; while nobody does, nothing is sensed."""

from collections.abc import Callable

from rideau.domain.attention import Signals
from rideau.domain.probe import Probe
from rideau.ports.attention import Attention

Heard = Callable[[Signals], None]


class Sensing:
    """Let several parts of the app listen to one ``Attention``. Main thread."""

    def __init__(self, new_attention: Callable[[], Attention]) -> None:
        """Make one with the first who listens."""
        self._new_attention = new_attention
        self._attention: Attention | None = None
        self._listeners: dict[int, Heard] = {}
        self._number = 0

    @property
    def is_on(self) -> bool:
        """Tell whether anything is sensed."""
        return self._attention is not None

    def listen(self, changed: Heard) -> Callable[[], None]:
        """Call ``changed`` with whatever differs, and soon with what is known; return what ends that (idempotent)."""
        self._number += 1
        number = self._number
        self._listeners[number] = changed
        if self._attention is None:
            self._attention = self._new_attention()
            self._attention.start(self._changed)
        else:
            changed(self._attention.signals())

        def leave() -> None:
            self._listeners.pop(number, None)
            if not self._listeners:
                self.stop()

        return leave

    def signals(self) -> Signals:
        """Return what is known; nothing while nobody listens."""
        return Signals() if self._attention is None else self._attention.signals()

    def look(self) -> Signals:
        """Ask for what is known only when asked, too."""
        return Signals() if self._attention is None else self._attention.look()

    def probes(self) -> tuple[Probe, ...]:
        """Say what can be sensed here."""
        return (self._attention or self._new_attention()).probes()

    def stop(self) -> None:
        """Sense nothing any more, whoever listens."""
        self._listeners.clear()
        attention, self._attention = self._attention, None
        if attention is not None:
            attention.stop()

    def _changed(self, signals: Signals) -> None:
        for each in tuple(self._listeners.values()):
            each(signals)
