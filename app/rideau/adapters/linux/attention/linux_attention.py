# SPDX-License-Identifier: MIT
"""How does the tray learn whether this is a moment to speak? A thread of senses tells, the main thread asks."""

import threading
from collections.abc import Callable, Mapping

from rideau.adapters.linux.attention.sense import Opener
from rideau.adapters.linux.attention.sense_thread import SenseThread
from rideau.domain.attention import Signals
from rideau.domain.probe import Fitness, Probe
from rideau.domain.text import Text

LOOK_WITHIN_S = 0.1
_DEAD = Probe(
    "attention",
    Text("Calls and presentations"),
    Fitness.MISSING,
    Text("What notices calls and presentations has broken down; it begins anew with the next reminder."),
    Text("If it goes on so, start Rideau again; its log says why."),
)


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
        self._sensing: SenseThread | None = None
        self._changed: Callable[[Signals], None] = _nobody

    def start(self, changed: Callable[[Signals], None]) -> None:
        """Begin, on a thread of its own; what started already goes on."""
        if self._sensing is None:
            self._begin(changed)

    def signals(self) -> Signals:
        """Return what is known."""
        return Signals() if self._sensing is None else self._sensing.known

    def look(self) -> Signals:
        """Have the senses ask; what did not answer within 100 ms is as last known. A thread that died begins anew."""
        if self._sensing is not None:
            if not self._sensing.is_alive:
                self._begin(self._changed)
            self._sensing.look(LOOK_WITHIN_S)
        return self.signals()

    def probes(self) -> tuple[Probe, ...]:
        """Ask each kind of sense what it could tell here."""
        is_dead = self._sensing is not None and not self._sensing.is_alive
        return (*((_DEAD,) if is_dead else ()), *(opener.probe(self._environment) for opener in self._openers))

    def stop(self) -> None:
        """End the thread."""
        sensing, self._sensing = self._sensing, None
        if sensing is not None:
            sensing.stop()

    def _begin(self, changed: Callable[[Signals], None]) -> None:
        """Begin; however often the senses change their mind, one word at a time waits for the main thread."""
        last: Signals | None = None
        is_waiting = threading.Event()

        def tell() -> None:
            nonlocal last
            is_waiting.clear()  # what comes from now on is told of anew
            if self._sensing is sensing and sensing.known != last:  # not stopped meanwhile
                last = sensing.known
                changed(last)

        def told(_: Signals) -> None:
            if not is_waiting.is_set():
                is_waiting.set()
                self._post(tell)

        self._changed = changed
        self._sensing = sensing = SenseThread(self._environment, self._openers, told)
        sensing.start()


def _nobody(_: Signals) -> None:
    """Tell nobody: nothing is listened to yet."""
