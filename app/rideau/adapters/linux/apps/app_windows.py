# SPDX-License-Identifier: MIT
"""Which windows do apps have now, and how are they put away and brought back? One source, asked by two threads."""

import logging
import threading
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TypeVar

from rideau.adapters.linux.windowing.window_source import WindowSource, WindowSourceError, open_window_source
from rideau.domain.app import Window

T = TypeVar("T")

log = logging.getLogger(__name__)


class AppWindows:
    """Hold the windows of this desktop while it is open; closed, or where nothing tells of them, there are none.

    Any thread; a source of the lookout. A window system that goes away is joined again with the next ``open``.
    """

    def __init__(self, environment: Mapping[str, str], changed: Callable[[], None]) -> None:
        """Begin closed; ``changed`` is called on whatever thread notices."""
        self._environment = environment
        self._changed = changed
        self._lock = threading.RLock()
        self._source: WindowSource | None = None
        self._hidden: dict[str, tuple[str, ...]] = {}

    def open(self) -> bool:
        """See windows from now on; return whether it is a source that was not there before."""
        with self._lock:
            if self._source is not None:
                return False
            self._source = open_window_source(self._environment)
            return self._source is not None

    def close(self) -> None:
        """See windows no more. Idempotent; what is hidden is remembered, and what was asked before is heard."""
        with self._lock:
            for window in self.known()[:1]:
                self.title(window)  # its answer comes after all that was asked: hanging up at once would lose it
            self._hang_up()

    def tells_all(self) -> bool:
        """Tell whether the windows of every kind of app are seen now: an X server under Wayland knows some alone."""
        with self._lock:
            return self._source is not None and not (
                self._source.name == "x11" and bool(self._environment.get("WAYLAND_DISPLAY"))
            )

    def fileno(self) -> int:
        """Return the source's descriptor; -1 for none."""
        with self._lock:
            return -1 if self._source is None else self._source.fileno()

    def look(self) -> None:
        """Take in what came, and tell of it."""
        if self._read():
            self._changed()

    def now(self) -> tuple[Window, ...]:
        """Return the windows of this moment; where that is news, it is told."""
        self.look()
        return self.known()

    def known(self) -> tuple[Window, ...]:
        """Return the windows as last told."""
        with self._lock:
            return () if self._source is None else self._source.windows()

    def title(self, window: Window) -> str:
        """Return the title that a window has now; the one it came with where that may not be known."""
        return self._ask(lambda source: source.window_title(window.id), window.title)

    def ask_to_close(self, window: Window) -> None:
        """Ask a window to close, if it is still the same app's."""
        if any((each.id, each.pid) == (window.id, window.pid) for each in self.now()):
            self._ask(lambda source: source.ask_to_close(window.id), None)

    def hide(self, run_id: str, windows: Iterable[Window]) -> None:
        """Put the windows of a run away, and remember which."""
        ids = tuple(window.id for window in windows)
        with self._lock:
            before = self._hidden.get(run_id, ())
            self._hidden[run_id] = (*before, *(each for each in ids if each not in before))
        for each in ids:
            self._ask(partial(_hide, each), None)

    def show_again(self, run_id: str) -> None:
        """Bring back what was put away of a run. Idempotent."""
        with self._lock:
            ids = self._hidden.pop(run_id, ())
            is_passing = bool(ids) and self.open()
            for each in ids:
                self._ask(partial(_show, each), None)
            if is_passing:
                self.close()

    def show_all_again(self) -> None:
        """Bring back everything that was put away."""
        with self._lock:
            for run_id in tuple(self._hidden):
                self.show_again(run_id)

    def placement(self, window: Window) -> str:
        """Return where a window stands; empty where that may not be known."""
        return self._ask(lambda source: source.placement(window.id), "")

    def place(self, window: Window, placement: str) -> None:
        """Put a window where it was."""
        self._ask(lambda source: source.place(window.id, placement), None)

    def _read(self) -> bool:
        return self._ask(lambda source: source.read(), default=False)

    def _ask(self, act: Callable[[WindowSource], T], default: T) -> T:
        with self._lock:
            if self._source is None:
                return default
            try:
                return act(self._source)
            except WindowSourceError as error:
                log.warning("Windows are not seen any more: %s", error)
                self._hang_up()
                return default

    def _hang_up(self) -> None:
        source, self._source = self._source, None
        if source is not None:
            source.close()


def _hide(window_id: str, source: WindowSource) -> None:
    source.hide(window_id)


def _show(window_id: str, source: WindowSource) -> None:
    source.show(window_id)
