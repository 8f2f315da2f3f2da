# SPDX-License-Identifier: MIT
"""How do the windows of an app that was started again get back to their places? Each as it appears, for a while."""

import os
import threading
import time
from collections.abc import Callable
from contextlib import suppress

from rideau.adapters.linux.apps.app_windows import AppWindows
from rideau.domain.app import Window
from rideau.keeper.proc import ancestors_of

PLACED_WITHIN_S = 30.0


class _Returning:
    """Hold one app whose windows are waited for."""

    def __init__(self, pid: int, session: int, places: list[str], until: float) -> None:
        self.pid = pid
        self.session = session
        self.places = places
        self.until = until
        self.seen: set[str] = set()


class WindowReturn:
    """Place windows of apps that were started again. Any thread."""

    def __init__(self, windows: AppWindows) -> None:
        """Wait for none."""
        self._windows = windows
        self._lock = threading.Lock()
        self._returning: list[_Returning] = []

    def expect(self, pid: int, places: tuple[str, ...]) -> None:
        """Place the first windows of process ``pid``, and of those that it starts, at ``places``."""
        with suppress(OSError), self._lock:
            until = time.monotonic() + PLACED_WITHIN_S
            self._returning.append(_Returning(pid, _session_of(pid), [each for each in places if each], until))

    def is_waiting(self) -> bool:
        """Tell whether windows are still waited for."""
        with self._lock:
            now = time.monotonic()
            self._returning = [each for each in self._returning if each.places and each.until > now]
            return bool(self._returning)

    def give_up(self) -> None:
        """Wait for none any more."""
        with self._lock:
            self._returning.clear()

    def look(self) -> None:
        """Place what has come."""
        if self.is_waiting():
            for window in self._windows.known():
                self._place(window)

    def _place(self, window: Window) -> None:
        with self._lock:
            place = next(filter(None, (_take(each, window) for each in self._returning)), "")
        if place:
            self._windows.place(window, place)


def _take(returning: _Returning, window: Window) -> str:
    """Return the place of ``window`` if it is one that is waited for."""
    if window.is_dialog or window.id in returning.seen or not returning.places or not _is_of(window.pid, returning):
        return ""
    returning.seen.add(window.id)
    return returning.places.pop(0)


def _is_of(pid: int, returning: _Returning) -> bool:
    return pid > 1 and (_session_of(pid) == returning.session or returning.pid in ancestors_of(pid))


def _session_of(pid: int) -> int:
    found: Callable[[int], int] | None = getattr(os, "getsid", None)
    try:
        return found(pid) if found else -1
    except OSError:
        return -1
