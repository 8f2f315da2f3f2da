# SPDX-License-Identifier: MIT
"""What time is it, where the device's clock is believed only as far as nobody moved it by hand?"""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from rideau.domain.trusted_time import Anchor, anchor_at, judged
from rideau.ports.clock import Clock, TimeSource


class TrustedClock:
    """Be a ``Clock`` that goes on from an anchor. Without one it is the device's own."""

    def __init__(self, clock: Clock, source: TimeSource) -> None:
        """Tell the zone of ``clock``, and the time of ``source``."""
        self._clock = clock
        self._source = source
        self.anchor: Anchor | None = None
        self.moved = timedelta()
        """By how much the device's clock is ahead, at the last look."""

    @property
    def boot(self) -> str:
        """Return the name of this start of the machine."""
        return self._source.read().boot

    def now(self) -> datetime:
        """Return the instant that is to hold, aware UTC."""
        reading = self._source.read()
        if self.anchor is None:
            return reading.wall
        found = judged(self.anchor, reading)
        self.anchor, self.moved = found.anchor, found.moved
        return found.now

    def zone(self) -> ZoneInfo:
        """Return the device's own time zone."""
        return self._clock.zone()

    def hold(self) -> Anchor:
        """Go on from this moment, and return it: what is kept tells the latest time that was seen."""
        now = self.now()
        reading = self._source.read()
        self.anchor = Anchor(reading.boot, reading.since_boot, now)
        return self.anchor

    def believe(self) -> None:
        """Take the device's clock as it is, and go on from there."""
        self.anchor, self.moved = anchor_at(self._source.read()), timedelta()
