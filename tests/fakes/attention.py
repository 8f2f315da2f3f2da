# SPDX-License-Identifier: MIT
"""What is sensed of the desktop, as a test says."""

from collections.abc import Callable
from typing import Any

from rideau.domain.attention import Signals
from rideau.domain.probe import Fitness, Probe
from rideau.domain.text import Text


class FakeAttention:
    """Sense what it is told (``ports.attention.Attention``); what is told before ``start`` is known from then on."""

    def __init__(self, post: Callable[[Callable[[], None]], None] | None = None, **known: Any) -> None:
        """Begin with ``known`` fields of ``Signals``; ``post`` has something called later, at once where it is None."""
        self._post = post or (lambda act: act())
        self._changed: Callable[[Signals], None] | None = None
        self.present = Signals()._replace(**known)
        self.on_look: dict[str, Any] = {}
        """Fields of ``Signals`` that only a look finds."""
        self.looks = 0

    @property
    def is_sensing(self) -> bool:
        """Tell whether it was started and not stopped."""
        return self._changed is not None

    def senses(self, **changes: Any) -> None:
        """Have these fields of ``Signals`` come; they are told where they differ."""
        before, self.present = self.present, self.present._replace(**changes)
        if self.present != before:
            self._tell_later()

    def start(self, changed: Callable[[Signals], None]) -> None:
        """Begin to tell."""
        if self._changed is None:
            self._changed = changed
            self._tell_later()

    def signals(self) -> Signals:
        """Return what the test said."""
        return self.present if self.is_sensing else Signals()

    def look(self) -> Signals:
        """Take over what only a look finds."""
        self.looks += 1
        if self.is_sensing:
            self.senses(**self.on_look)
        return self.signals()

    def probes(self) -> tuple[Probe, ...]:
        """Say that all is well."""
        return (Probe("x11", Text("Calls and presentations"), Fitness.WORKS, Text("A test tells.")),)

    def stop(self) -> None:
        """Tell nothing any more."""
        self._changed = None

    def _tell_later(self) -> None:
        changed = self._changed
        if changed is not None:
            self._post(lambda: self._tell(changed))

    def _tell(self, changed: Callable[[Signals], None]) -> None:
        if self._changed is changed:
            changed(self.present)
