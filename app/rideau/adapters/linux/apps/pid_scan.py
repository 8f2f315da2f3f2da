# SPDX-License-Identifier: MIT
"""What is new among the processes? The last resort: a look every 5 seconds, where nothing tells of a launch."""

import ctypes
import os
from collections.abc import Callable
from contextlib import suppress

from rideau.keeper.proc import all_pids

EVERY_S = 5
_CLOCK_MONOTONIC = 1
_NONBLOCK_CLOEXEC = 0o4000 | 0o2000000


class PidScan:
    """Tell of pids that were not there at the look before. One thread; a source of the lookout."""

    def __init__(self, came: Callable[[frozenset[int]], None], every_s: float = EVERY_S) -> None:
        """Look from now on; ``came`` is told the new pids.

        Raises:
            OSError: the system gives no timer.

        """
        self._came = came
        self._known = frozenset(all_pids())
        libc = ctypes.CDLL(None, use_errno=True)
        self._descriptor = libc.timerfd_create(_CLOCK_MONOTONIC, _NONBLOCK_CLOEXEC)
        if self._descriptor < 0:
            raise OSError(ctypes.get_errno(), "timerfd_create")
        seconds, rest_ns = divmod(int(every_s * 1e9), 1_000_000_000)
        libc.timerfd_settime(self._descriptor, 0, (ctypes.c_long * 4)(seconds, rest_ns, seconds, rest_ns), None)

    def fileno(self) -> int:
        """Return the descriptor of its timer."""
        return int(self._descriptor)

    def look(self) -> None:
        """Look once."""
        with suppress(BlockingIOError):
            os.read(self._descriptor, 8)
        now = frozenset(all_pids())
        new, self._known = now - self._known, now
        if new:
            self._came(new)

    def close(self) -> None:
        """Look no more. Idempotent."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
