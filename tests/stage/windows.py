# SPDX-License-Identifier: MIT
"""Which windows come and go on an X screen, and when? A watcher of its own on libX11, driven by events."""

import ctypes
import ctypes.util
import select
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from stage.program import PATIENCE_S, MissingProgramError

SUBSTRUCTURE = 1 << 19
PROPERTIES = 1 << 22
UNMAP, MAP, PROPERTY = 18, 19, 28


@dataclass(frozen=True)
class WindowEvent:
    """Hold one event of a top-level window: ``map`` or ``unmap``, and when it was read (monotonic seconds)."""

    kind: str
    window: int
    at: float


class _Xlib:
    """Speak to one display through libX11."""

    def __init__(self, display: str) -> None:
        name = ctypes.util.find_library("X11")
        if name is None:
            raise MissingProgramError("xprop")  # noqa: EM101 - a program's name; the error words the message
        self.lib = ctypes.CDLL(name)
        self.lib.XOpenDisplay.restype = ctypes.c_void_p
        self.lib.XDefaultRootWindow.restype = ctypes.c_ulong
        self.lib.XInternAtom.restype = ctypes.c_ulong
        self.display = ctypes.c_void_p(self.lib.XOpenDisplay(display.encode()))
        assert self.display.value, f"no X server at {display}"
        self.root = ctypes.c_ulong(self.lib.XDefaultRootWindow(self.display))

    def listen(self, mask: int) -> None:
        self.lib.XSelectInput(self.display, self.root, ctypes.c_long(mask))
        self.lib.XSync(self.display, 0)

    def next_event(self, patience_s: float | None) -> tuple[int, int]:
        """Return the type and the window field of the next event; (0, 0) when none came in time."""
        if not self.lib.XPending(self.display):
            ready, _, _ = select.select([self.lib.XConnectionNumber(self.display)], [], [], patience_s)
            if not ready or not self.lib.XPending(self.display):
                return 0, 0
        event = (ctypes.c_long * 24)()
        self.lib.XNextEvent(self.display, ctypes.byref(event))
        return event[0] & 0xFFFFFFFF, event[5]

    def has_property(self, name: str) -> bool:
        atom = ctypes.c_ulong(self.lib.XInternAtom(self.display, name.encode(), 0))
        count = ctypes.c_int(0)
        self.lib.XListProperties.restype = ctypes.POINTER(ctypes.c_ulong)
        atoms = self.lib.XListProperties(self.display, self.root, ctypes.byref(count))
        return atom.value in {atoms[index] for index in range(count.value)}

    def close(self) -> None:
        self.lib.XCloseDisplay(self.display)


def wait_for_root_property(environment: Mapping[str, str], name: str, patience_s: float = PATIENCE_S) -> None:
    """Wait until the root window carries property ``name``: a window manager is there, say. Event-driven."""
    deadline = time.monotonic() + patience_s
    screen = _Xlib(environment["DISPLAY"])
    try:
        screen.listen(PROPERTIES)
        while not screen.has_property(name):
            assert time.monotonic() < deadline, f"the root window had no {name} within {patience_s} s"
            screen.next_event(max(deadline - time.monotonic(), 0))
    finally:
        screen.close()


class WindowWatch:
    """Collect the maps and unmaps of top-level windows while it is entered, in a thread of its own."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Watch the screen of ``environment``."""
        self._screen = _Xlib(environment["DISPLAY"])
        self._stop = threading.Event()
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self.events: list[WindowEvent] = []

    def __enter__(self) -> Self:
        """Begin; every later map and unmap is seen."""
        self._screen.listen(SUBSTRUCTURE)
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End."""
        self._stop.set()
        self._thread.join()
        self._screen.close()

    def wait(self, kind: str, count: int = 1, patience_s: float = PATIENCE_S) -> bool:
        """Wait until ``count`` events of ``kind`` were seen; tell whether they were."""
        with self._changed:
            return self._changed.wait_for(lambda: self._count(kind) >= count, patience_s)

    def settle(self, patience_s: float = PATIENCE_S) -> bool:
        """Wait until no window that came is still mapped; tell whether that is so."""
        with self._changed:
            return self._changed.wait_for(lambda: not self.mapped, patience_s)

    @property
    def mapped(self) -> set[int]:
        """Return the windows that came and did not go."""
        shown: set[int] = set()
        for event in self.events:
            (shown.add if event.kind == "map" else shown.discard)(event.window)
        return shown

    def durations(self) -> list[float]:
        """Return how long each window was mapped, in seconds; one that still is counts up to now."""
        came: dict[int, float] = {}
        lasted: list[float] = []
        for event in self.events:
            if event.kind == "map":
                came[event.window] = event.at
            elif event.window in came:
                lasted.append(event.at - came.pop(event.window))
        return [*lasted, *(time.monotonic() - at for at in came.values())]

    def clear(self) -> None:
        """Forget what was seen."""
        with self._changed:
            self.events.clear()

    def _count(self, kind: str) -> int:
        return sum(event.kind == kind for event in self.events)

    def _watch(self) -> None:
        while not self._stop.is_set():
            kind, window = self._screen.next_event(0.1)
            if kind in {MAP, UNMAP}:
                with self._changed:
                    name = "map" if kind == MAP else "unmap"
                    self.events.append(WindowEvent(name, window, time.monotonic()))
                    self._changed.notify_all()
