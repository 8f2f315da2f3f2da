# SPDX-License-Identifier: MIT
"""What time is it, and where? The one place that reads the system's clock and its time zone."""

import logging
import os
import struct
import sys
import time
import warnings
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from rideau.domain.trusted_time import Reading

if TYPE_CHECKING:
    from ctypes import CDLL

_TIMEX_BYTES = 512
"""More than ``struct timex`` takes; all noughts, it asks and sets nothing."""
_TIMEX_STATUS = 5 * struct.calcsize("l")
"""Where ``status`` is: behind ``modes``, which is filled up to a long, and four longs."""
_STA_UNSYNC = 0x40

_log = logging.getLogger(__name__)


class SystemClock:
    """Tell the system's time and zone, anew at every call. Implements ``ports.clock.Clock``; any thread."""

    def now(self) -> datetime:
        """Return the present instant, aware UTC."""
        return datetime.now(UTC)

    def zone(self) -> ZoneInfo:
        """Return the zone that ``TZ`` names, else the system's own; UTC where neither names one that is known."""
        if linked := _linked_zone():
            return linked
        import tzlocal  # noqa: PLC0415 - 10 ms, for the systems that name their zone in another way

        if hasattr(time, "tzset"):
            time.tzset()  # the C library keeps the old zone, and tzlocal would warn that they differ
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # each caller would hear the same of a system without a zone
                return tzlocal.reload_localzone()
        except (LookupError, ValueError, OSError) as error:
            _log.warning("The system's time zone is unknown, so UTC is used: %s", str(error).strip())
            return ZoneInfo("UTC")


class SystemTime:
    """Read the system's clocks, and whether the kernel says that a time server leads them. A ``TimeSource``."""

    def read(self) -> Reading:
        """Return what they show right now."""
        return Reading(_boot(), since_boot(), datetime.now(UTC), _is_synchronised())


@cache
def _boot() -> str:
    """Return the random name that Linux gives to each of its starts (man 4 random)."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return ""


@cache
def _libc() -> "CDLL":
    import ctypes  # noqa: PLC0415 - as below

    return ctypes.CDLL(None)


def _is_synchronised() -> bool:
    """Tell what ``STA_UNSYNC`` says (man 2 adjtimex): setting the clock by hand sets it, a time server clears it."""
    status = _STA_UNSYNC
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 - 3 ms, which the commands need not spend

        state = ctypes.create_string_buffer(_TIMEX_BYTES)
        if _libc().adjtimex(state) >= 0:
            (status,) = struct.unpack_from("i", state, _TIMEX_STATUS)
    return not status & _STA_UNSYNC


def since_boot() -> timedelta:
    """Return how long this machine has been on, sleep included where the system counts it: nobody can set that."""
    if sys.platform == "linux":
        seconds = time.clock_gettime(time.CLOCK_BOOTTIME)
    else:
        seconds = time.monotonic()
    return timedelta(seconds=seconds)


def awake() -> timedelta:
    """Return how long this machine has been awake: nobody can set that, and it stands still in sleep."""
    return timedelta(seconds=time.monotonic())


def asleep() -> timedelta:
    """Return how much of the time since boot was sleep; none where the system does not tell."""
    return max(since_boot() - awake(), timedelta(0))


def _linked_zone() -> ZoneInfo | None:
    """Return the zone that ``/etc/localtime`` links to (man 5 localtime), the usual way; None where it is another."""
    if "TZ" in os.environ:
        return None
    try:
        _, _, name = str(Path("/etc/localtime").readlink()).partition("/zoneinfo/")
        return ZoneInfo(name)
    except (OSError, LookupError, ValueError):
        return None
