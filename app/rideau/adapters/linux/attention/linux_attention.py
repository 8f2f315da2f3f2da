# SPDX-License-Identifier: MIT
"""How does the tray learn whether this is a moment to speak? A thread of senses tells, the main thread asks."""

from collections.abc import Callable, Mapping

from rideau.adapters.linux.attention.sense import Opener
from rideau.adapters.linux.attention.sensing import Sensing
from rideau.domain.attention import Signals
from rideau.domain.probe import Probe

LOOK_WITHIN_S = 0.1


class LinuxAttention:
    """Be the ``ports.attention.Attention`` of a Linux desktop. Main thread only."""

    def __init__(
        self,
        environment: Mapping[str, str],
        post: Callable[[Callable[[], None]], None],
        openers: tuple[Opener, ...],
    ) -> None:
        """Keep how the senses are opened, the best one for the same thing first; nothing is sensed yet.

        ``post`` has something called on the main thread.
        """
        self._environment = environment
        self._post = post
        self._openers = openers
        self._sensing: Sensing | None = None

    def start(self, changed: Callable[[Signals], None]) -> None:
        """Begin, on a thread of its own; what started already goes on."""
        if self._sensing is not None:
            return

        def tell(signals: Signals) -> None:
            if self._sensing is sensing:  # not stopped meanwhile
                changed(signals)

        sensing = Sensing(self._environment, self._openers, lambda signals: self._post(lambda: tell(signals)))
        self._sensing = sensing
        sensing.start()

    def signals(self) -> Signals:
        """Return what is known."""
        return Signals() if self._sensing is None else self._sensing.known

    def look(self) -> Signals:
        """Have the senses ask; what did not answer within 100 ms is as last known."""
        if self._sensing is not None:
            self._sensing.look(LOOK_WITHIN_S)
        return self.signals()

    def probes(self) -> tuple[Probe, ...]:
        """Ask each kind of sense what it could tell here."""
        return tuple(opener.probe(self._environment) for opener in self._openers)

    def stop(self) -> None:
        """End the thread."""
        sensing, self._sensing = self._sensing, None
        if sensing is not None:
            sensing.stop()
