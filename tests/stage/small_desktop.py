# SPDX-License-Identifier: MIT
"""Where are windows tried on a real X screen? On a small desktop, under one window manager or another."""

import time
from collections.abc import Callable

from stage.desktop import XFCONF, Desktop, Furniture

MANAGERS = ("openbox", "xfwm4")
PATIENCE_S = 60.0


def small_desktop(manager: str) -> Desktop:
    """Return a desktop under ``manager``, to be entered."""
    return Desktop(Furniture(notifications=None, window_manager=manager, activatable=(XFCONF,)))


def wait_until(happened: Callable[[], object]) -> None:
    """Look until something ``happened`` on the screen: no X server tells of what is painted."""
    deadline = time.monotonic() + PATIENCE_S
    while not happened():
        assert time.monotonic() < deadline, "it never happened"
        time.sleep(0.05)
