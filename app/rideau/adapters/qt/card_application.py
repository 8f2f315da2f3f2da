# SPDX-License-Identifier: MIT
"""What does a card's process need of Qt, and of the X screen, besides its window? Little: somebody waits."""

import ctypes
import ctypes.util
import os
import sys
from functools import cached_property

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QNativeInterface
from PySide6.QtWidgets import QApplication

from rideau.adapters.qt.appearance import wear
from rideau.adapters.qt.compositing import is_composited

SHAPE_INPUT, SHAPE_SET, UNSORTED = 2, 0, 0
ANY_PROPERTY, ONE = 0, 1


class CardApplication:
    """Hold Qt's application, and ask the X screen what Qt does not. Main thread."""

    def __init__(self, *, is_dark: bool, is_right_to_left: bool) -> None:
        """Begin, dressed and directed as the tray is."""
        os.environ.setdefault("QT_QPA_PLATFORMTHEME", "generic")  # as every window of ours
        self._application = QApplication([sys.argv[0]])
        self._application.setApplicationName("rideau")
        self._application.setApplicationDisplayName("Rideau")
        self._application.setDesktopFileName("rideau")
        self._application.setQuitOnLastWindowClosed(False)
        if is_dark:
            wear(dark=True)
        if is_right_to_left:
            self._application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    @property
    def is_composited(self) -> bool:
        """Tell whether a window can be see-through."""
        return is_composited()

    def run(self) -> int:
        """Run until ``end``."""
        return self._application.exec()

    def end(self) -> None:
        """End the process once the present event is handled."""
        self._application.exit(0)

    def in_use(self) -> tuple[int, int] | None:
        """Return the middle of the active window, in the screen's own pixels; None where nothing tells."""
        return self._screen.middle_of_active() if self._screen is not None else None

    def keep_hits_to(self, window: int, part: QRect) -> bool:
        """Let clicks outside of ``part`` of ``window`` go through; False where that cannot be."""
        return self._screen is not None and self._screen.keep_hits_to(window, part)

    @cached_property
    def _screen(self) -> "_XScreen | None":
        native = self._application.nativeInterface()
        name = ctypes.util.find_library("X11")
        if not isinstance(native, QNativeInterface.QX11Application) or name is None:
            return None
        display = native.display()  # none where Qt draws without a screen
        return _XScreen(ctypes.CDLL(name), display) if display else None


class _XScreen:
    """Ask over Qt's own connection, whose errors Qt has Xlib ignore: a window may be gone by now."""

    def __init__(self, library: ctypes.CDLL, display: int) -> None:
        self._x, self._display = library, ctypes.c_void_p(display)
        for each in (library.XInternAtom, library.XDefaultRootWindow):
            each.restype = ctypes.c_ulong
        self._root = ctypes.c_ulong(library.XDefaultRootWindow(self._display))

    def middle_of_active(self) -> tuple[int, int] | None:
        window = self._active()
        if not window:
            return None
        size = self._size(window)
        x, y, child = ctypes.c_int(), ctypes.c_int(), ctypes.c_ulong()
        known = self._x.XTranslateCoordinates(
            self._display, ctypes.c_ulong(window), self._root, 0, 0, *map(ctypes.byref, (x, y, child))
        )
        return (x.value + size[0] // 2, y.value + size[1] // 2) if known and size != (0, 0) else None

    def keep_hits_to(self, window: int, part: QRect) -> bool:
        name = ctypes.util.find_library("Xext")
        if name is None:
            return False
        box = (ctypes.c_short * 4)(part.x(), part.y(), part.width(), part.height())  # an XRectangle, made the same way
        shape = ctypes.CDLL(name).XShapeCombineRectangles
        shape(self._display, ctypes.c_ulong(window), SHAPE_INPUT, 0, 0, box, 1, SHAPE_SET, UNSORTED)
        self._x.XFlush(self._display)
        return True

    def _active(self) -> int:
        atom = ctypes.c_ulong(self._x.XInternAtom(self._display, b"_NET_ACTIVE_WINDOW", 0))
        kind, form, count, after = ctypes.c_ulong(), ctypes.c_int(), ctypes.c_ulong(), ctypes.c_ulong()
        found = ctypes.POINTER(ctypes.c_ulong)()
        out = (ctypes.byref(each) for each in (kind, form, count, after, found))
        zero, one = ctypes.c_long(0), ctypes.c_long(ONE)
        self._x.XGetWindowProperty(self._display, self._root, atom, zero, one, 0, ctypes.c_ulong(ANY_PROPERTY), *out)
        is_known = count.value > 0 and form.value == 32  # noqa: PLR2004 - bits of a window's number
        window = int(found[0]) if is_known else 0
        self._x.XFree(found)
        return window

    def _size(self, window: int) -> tuple[int, int]:
        root, x, y = ctypes.c_ulong(), ctypes.c_int(), ctypes.c_int()
        width, height, border, depth = (ctypes.c_uint() for _ in range(4))
        out = (ctypes.byref(each) for each in (root, x, y, width, height, border, depth))
        known = self._x.XGetGeometry(self._display, ctypes.c_ulong(window), *out)
        return (width.value, height.value) if known else (0, 0)
