# SPDX-License-Identifier: MIT
"""What time is it, and where?"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from rideau.domain.trusted_time import Reading


class Clock(Protocol):
    """Tell the instant and the device's zone. Never cached by the implementation; any thread."""

    def now(self) -> datetime:
        """Return the present instant, aware UTC."""
        ...

    def zone(self) -> ZoneInfo:
        """Return the device's own time zone as it is set right now; UTC when the system names none."""
        ...


class TimeSource(Protocol):
    """Read every clock there is at once. Any thread."""

    def read(self) -> Reading:
        """Return what they show right now."""
        ...


class WakeUp(Protocol):
    """Wake the supervisor at one instant of wall time, through sleep and clock changes.

    One deadline at a time; main thread. Besides the deadline it also fires when the clock is set, so whoever is woken
    looks at the clock and never assumes that the deadline has come.
    """

    def arm(self, at: datetime | None) -> None:
        """Wake at ``at`` (aware UTC) instead of whatever was armed before; None wakes only for clock changes."""
        ...


class Delay(Protocol):
    """Call back after a while, on a clock that nobody can set (CLOCK_BOOTTIME; sleep counts). Main thread."""

    def after(self, length: timedelta, act: Callable[[], None]) -> Callable[[], None]:
        """Call ``act`` once, ``length`` from now; return what calls it off (idempotent, also afterwards)."""
        ...
