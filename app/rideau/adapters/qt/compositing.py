# SPDX-License-Identifier: MIT
"""Can a window be see-through here? On X11 only where a compositor runs; it owns a selection that says so (EWMH)."""

import ctypes
import ctypes.util

from PySide6.QtGui import QGuiApplication, QNativeInterface


def is_composited() -> bool:
    """Tell whether what is see-through shows what is behind it; else it would be black. Main thread."""
    application = QGuiApplication.instance()
    if QGuiApplication.platformName() != "xcb":
        return True
    if not isinstance(application, QGuiApplication):
        return False
    native = application.nativeInterface()
    name = ctypes.util.find_library("X11")
    if not isinstance(native, QNativeInterface.QX11Application) or name is None:
        return False
    library = ctypes.CDLL(name)
    display = ctypes.c_void_p(native.display())
    library.XInternAtom.restype = library.XGetSelectionOwner.restype = ctypes.c_ulong
    screen = library.XDefaultScreen(display)
    manager = library.XInternAtom(display, f"_NET_WM_CM_S{screen}".encode(), 0)
    return bool(library.XGetSelectionOwner(display, ctypes.c_ulong(manager)))
