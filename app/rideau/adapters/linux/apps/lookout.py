# SPDX-License-Identifier: MIT
"""Who waits for launches, windows and ends? One thread for all of them, asleep in the kernel while nothing comes."""

import logging
import selectors
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Protocol

from rideau.adapters.alarm import Alarm

log = logging.getLogger(__name__)

ENDING_WITHIN_S = 2.0


class Source(Protocol):
    """Be something that is told of by a descriptor."""

    def fileno(self) -> int:
        """Return what becomes readable when something came; the same from ``add`` to ``drop``."""
        ...

    def look(self) -> None:
        """Take in what came. On the lookout's thread."""
        ...


class Lookout:
    """Look at sources when they call, and do what it is handed, on one thread. Any thread.

    The thread begins with the first thing to do, and ends with ``stop``.
    """

    def __init__(self) -> None:
        """Begin with nothing to look at, and no thread."""
        self._alarm = Alarm()
        self._lock = threading.Lock()
        self._to_do: deque[Callable[[], None]] = deque()
        self._later: list[tuple[float, Callable[[], None]]] = []
        self._sources: dict[int, Source] = {}
        self._selector: selectors.BaseSelector | None = None
        self._thread: threading.Thread | None = None
        self._is_ending = False

    @property
    def is_running(self) -> bool:
        """Tell whether there is a thread."""
        return self._thread is not None

    def do(self, act: Callable[[], None]) -> None:
        """Have ``act`` called on the lookout's thread, in the order of calls; a thread that was to end goes on."""
        with self._lock:
            self._to_do.append(act)
            if self._thread is not threading.current_thread():
                self._is_ending = False
            if self._thread is None:
                self._alarm.set_up()
                self._thread = threading.Thread(target=self._run, name="apps", daemon=True)
                self._thread.start()
        self._alarm.ring()

    def after(self, seconds: float, act: Callable[[], None]) -> None:
        """Have ``act`` called on the lookout's thread once, after a while; never where it is stopped before."""
        at = time.monotonic() + seconds
        self.do(lambda: self._later.append((at, act)))

    def add(self, source: Source) -> None:
        """Look at ``source`` from now on. On the lookout's thread."""
        descriptor = source.fileno()
        self.drop(source)
        self._forget(descriptor)  # of a source that was closed without a word, its number used again
        if self._selector is not None and descriptor >= 0:
            self._selector.register(descriptor, selectors.EVENT_READ)
            self._sources[descriptor] = source

    def drop(self, source: Source) -> None:
        """Look at ``source`` no more. Idempotent; on the lookout's thread."""
        for descriptor, each in tuple(self._sources.items()):
            if each is source:
                self._forget(descriptor)

    def stop(self) -> None:
        """Do what was handed over before, then end the thread; wait for it, unless it is the caller's. Idempotent."""
        with self._lock:
            thread, self._is_ending = self._thread, True
        self._alarm.ring()
        if thread is not None and thread is not threading.current_thread():
            thread.join(ENDING_WITHIN_S)

    def _forget(self, descriptor: int) -> None:
        if self._sources.pop(descriptor, None) is not None and self._selector is not None:
            self._selector.unregister(descriptor)

    def _run(self) -> None:
        with selectors.DefaultSelector() as selector:
            self._selector = selector
            selector.register(self._alarm, selectors.EVENT_READ)
            while self._goes_on():
                self._look(selector.select(self._patience()))
                self._do_what_is_due()
            self._selector = None

    def _goes_on(self) -> bool:
        """Tell whether there is more to come; if not, leave nothing behind, for this thread ends."""
        with self._lock:
            if not self._is_ending or self._to_do:
                return True
            self._sources.clear()
            self._later.clear()
            self._alarm.put_away()
            self._thread = None
            return False

    def _patience(self) -> float | None:
        if self._to_do:
            return 0
        if not self._later:
            return None
        return max(min(at for at, _ in self._later) - time.monotonic(), 0)

    def _look(self, events: list[tuple[selectors.SelectorKey, int]]) -> None:
        for key, _ in events:
            source = self._sources.get(key.fd)
            if source is None:
                self._alarm.stop()
            else:
                source.look()

    def _do_what_is_due(self) -> None:
        while self._to_do:
            self._to_do.popleft()()
        now = time.monotonic()
        due = [act for at, act in self._later if at <= now]
        self._later = [(at, act) for at, act in self._later if at > now]
        for act in due:
            act()
