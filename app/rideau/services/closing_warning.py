# SPDX-License-Identifier: MIT
"""When is it said that something is about to close? Ten minutes before, and two (gentleness, rule 9)."""

from collections.abc import Callable
from datetime import datetime, timedelta

from rideau.domain.phase import Interval, Phase
from rideau.ports.clock import Clock, Delay

LEADS = (timedelta(minutes=10), timedelta(minutes=2))
WORTH_IT = timedelta(minutes=3)
"""Who is told so late that the last warning follows within a minute is told once."""


class ClosingWarning:
    """Warn before the present phase ends; who is told looks whether anything closes then. Main thread, no polling."""

    def __init__(self, clock: Clock, delay: Delay, warn: Callable[[datetime], None]) -> None:
        """Call ``warn`` with the end that is near."""
        self._clock = clock
        self._delay = delay
        self._warn = warn
        self._end: datetime | None = None
        self._call_off: Callable[[], None] = _nothing

    def look(self, interval: Interval) -> None:
        """Wait for the end of ``interval``, where it is open; one that was looked at before goes on."""
        end = interval.end if interval.phase.is_open else None
        if end == self._end:
            return
        self.stop()
        self._end = end
        if end is not None:
            self._wait(end)
            left = end - self._clock.now()
            if interval.phase is Phase.WIND_DOWN and WORTH_IT < left < LEADS[0]:
                self._warn(end)

    def stop(self) -> None:
        """Warn of nothing any more, until ``look``."""
        self._call_off()
        self._call_off, self._end = _nothing, None

    def _wait(self, end: datetime) -> None:
        left = end - self._clock.now()
        ahead = [left - lead for lead in LEADS if left > lead]
        if ahead:
            self._call_off = self._delay.after(ahead[0], lambda: self._due(end))

    def _due(self, end: datetime) -> None:
        self._call_off = _nothing
        self._wait(end)
        if self._clock.now() < end:
            self._warn(end)


def _nothing() -> None:
    """Wait for nothing."""
