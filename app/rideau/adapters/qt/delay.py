# SPDX-License-Identifier: MIT
"""How does something happen a while later, though the clock is set or the machine sleeps meanwhile?"""

import ctypes
import os
import sys
from collections.abc import Callable
from datetime import timedelta
from functools import cached_property

from PySide6.QtCore import QSocketNotifier, QTimer

_CLOCK_BOOTTIME = 7
_NONBLOCK_CLOEXEC = 0o4000 | 0o2000000
_MILLISECOND = timedelta(milliseconds=1)


def new_delay() -> "TimerfdDelay | QtDelay":
    """Return what waits best on this system."""
    return TimerfdDelay() if sys.platform == "linux" else QtDelay()


class TimerfdDelay:
    """Wait by Linux's timerfd on the time since boot, sleep included (man 2 timerfd_create). The ``Delay``.

    One descriptor for each wait; few wait at a time, and none costs a wake-up before it is due.
    """

    def __init__(self) -> None:
        """Wait for nothing."""
        self._waits: dict[int, QSocketNotifier] = {}

    @cached_property
    def _libc(self) -> ctypes.CDLL:
        return ctypes.CDLL(None, use_errno=True)

    def after(self, length: timedelta, act: Callable[[], None]) -> Callable[[], None]:
        """Call ``act`` once, ``length`` from now; see the port."""
        descriptor = self._libc.timerfd_create(_CLOCK_BOOTTIME, _NONBLOCK_CLOEXEC)
        if descriptor < 0:
            raise OSError(ctypes.get_errno(), "timerfd_create")
        length_us = max(length // timedelta(microseconds=1), 1)  # 0 would switch the timer off
        seconds, rest_us = divmod(length_us, 1_000_000)
        times = (ctypes.c_long * 4)(0, 0, seconds, rest_us * 1000)  # struct itimerspec: no interval, then the value
        self._libc.timerfd_settime(descriptor, 0, times, None)
        notifier = QSocketNotifier(descriptor, QSocketNotifier.Type.Read)

        def fire() -> None:
            if self._stop(descriptor, notifier):
                act()

        notifier.activated.connect(fire)
        self._waits[descriptor] = notifier

        def call_off() -> None:
            self._stop(descriptor, notifier)

        return call_off

    def _stop(self, descriptor: int, notifier: QSocketNotifier) -> bool:
        """End one wait; tell whether it was one still. The number may be another wait's by now."""
        if self._waits.get(descriptor) is not notifier:
            return False
        del self._waits[descriptor]
        notifier.setEnabled(False)
        notifier.deleteLater()
        os.close(descriptor)
        return True


class QtDelay:
    """Wait by Qt's own timer, where there is no timerfd: its clock cannot be set, but sleep is not counted."""

    def __init__(self) -> None:
        """Wait for nothing."""
        self._waits: set[QTimer] = set()

    def after(self, length: timedelta, act: Callable[[], None]) -> Callable[[], None]:
        """Call ``act`` once, ``length`` from now; see the port."""
        timer = QTimer(singleShot=True)

        def fire() -> None:
            self._waits.discard(timer)
            act()

        timer.timeout.connect(fire)
        timer.start(-(-length // _MILLISECOND))
        self._waits.add(timer)

        def call_off() -> None:
            timer.stop()
            self._waits.discard(timer)

        return call_off
