# SPDX-License-Identifier: MIT
"""How is the supervisor woken at one instant of wall time, through sleep and clock changes?"""

import ctypes
import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from errno import ECANCELED
from time import monotonic

from PySide6.QtCore import QSocketNotifier, QTimer

from rideau.ports.clock import Clock

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_CLOCK_REALTIME = 0
_NONBLOCK_CLOEXEC = 0o4000 | 0o2000000
_ABSTIME_CANCEL_ON_SET = 1 | 2
_AT_ONCE_US = 1
"""The first microsecond of 1970; 0 would switch the timer off."""
_FAR_AWAY_US = 2**33 * 1_000_000
"""The year 2242, as good as never; an armed timer is what hears of clock changes."""

_STEP = timedelta(minutes=5)
_JUMP_SECONDS = 2.0


def new_wake_up(clock: Clock, on_wake: Callable[[], None]) -> "TimerfdWakeUp | QtWakeUp":
    """Return what wakes best on this system; ``on_wake`` is called on the main thread."""
    return TimerfdWakeUp(on_wake) if sys.platform == "linux" else QtWakeUp(clock, on_wake)


class TimerfdWakeUp:
    """Wake through Linux's timerfd, armed on wall time (man 2 timerfd_create); asleep in between, no polling.

    The standard library knows timerfd from Python 3.13 on only, hence ctypes; it can go when 3.13 is the oldest.
    """

    def __init__(self, on_wake: Callable[[], None]) -> None:
        """Call ``on_wake`` on the main thread at the deadline and whenever the clock is set, from now on."""
        self._on_wake = on_wake
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._descriptor = self._libc.timerfd_create(_CLOCK_REALTIME, _NONBLOCK_CLOEXEC)
        if self._descriptor < 0:
            raise OSError(ctypes.get_errno(), "timerfd_create")
        self._notifier = QSocketNotifier(self._descriptor, QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._fire)
        self.arm(None)

    def arm(self, at: datetime | None) -> None:
        """Wake at ``at`` (aware UTC), at once when it is past; None wakes only for clock changes."""
        at_us = _FAR_AWAY_US if at is None else (at - _EPOCH) // timedelta(microseconds=1)
        if not self._set(at_us):  # the clock was set since the last look, and this call swallowed the news
            self._set(_AT_ONCE_US)

    def close(self) -> None:
        """Stop waking and give the descriptor back. Idempotent."""
        if self._descriptor >= 0:
            self._notifier.setEnabled(False)
            os.close(self._descriptor)
            self._descriptor = -1

    def _set(self, at_us: int) -> bool:
        seconds, rest_us = divmod(min(max(at_us, _AT_ONCE_US), _FAR_AWAY_US), 1_000_000)
        times = (ctypes.c_long * 4)(0, 0, seconds, rest_us * 1000)  # struct itimerspec: no interval, then the value
        if self._libc.timerfd_settime(self._descriptor, _ABSTIME_CANCEL_ON_SET, times, None) == 0:
            return True
        if ctypes.get_errno() == ECANCELED:
            return False
        raise OSError(ctypes.get_errno(), "timerfd_settime")

    def _fire(self) -> None:
        try:
            os.read(self._descriptor, 8)
        except BlockingIOError:  # armed anew between the event and this call: nothing is due
            return
        except OSError as error:
            if error.errno != ECANCELED:  # ECANCELED is the news that the clock was set
                raise
        self.arm(None)
        self._on_wake()


class QtWakeUp:
    """Wake through Qt's own timer, where there is no timerfd.

    Qt counts running time and not sleep, so a far deadline is walked to in steps of five minutes, each of which looks
    at the wall clock. A clock that was set is therefore noticed within a step, not at once; a sleep likewise.
    """

    def __init__(self, clock: Clock, on_wake: Callable[[], None]) -> None:
        """Read wall time from ``clock``; call ``on_wake`` on the main thread."""
        self._clock = clock
        self._on_wake = on_wake
        self._at: datetime | None = None
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        from PySide6.QtCore import Qt  # noqa: PLC0415 - loading its enumerations takes 24 ms

        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._step)
        self.arm(None)

    def arm(self, at: datetime | None) -> None:
        """Wake at ``at`` (aware UTC), at once when it is past; None wakes only for clock changes."""
        self._at = at
        now = self._clock.now()
        self._armed_at, self._armed_s = now, monotonic()
        left = _STEP if at is None else min(max(at - now, timedelta(0)), _STEP)
        self._timer.start(-(-left // timedelta(milliseconds=1)))  # rounded up: never before the deadline

    def close(self) -> None:
        """Stop waking. Idempotent."""
        self._timer.stop()

    def _step(self) -> None:
        now = self._clock.now()
        passed_s = (now - self._armed_at).total_seconds()
        is_due = self._at is not None and now >= self._at
        if is_due or abs(passed_s - (monotonic() - self._armed_s)) > _JUMP_SECONDS:
            self.arm(None)
            self._on_wake()
        else:
            self.arm(self._at)
