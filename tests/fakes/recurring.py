# SPDX-License-Identifier: MIT
"""What recurs, when a test says so: as its clock goes, or rung by hand."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta

from fakes.clock import FakeClock
from rideau.ports.recurring import Rhythm

LATE = timedelta(minutes=1)


class FakeRecurring:
    """Ring as its clock goes, once ``look`` is called, or by hand. Implements ``ports.recurring.Recurring``."""

    def __init__(self, clock: FakeClock) -> None:
        """Begin with nothing set."""
        self._clock = clock
        self._next: dict[str, datetime] = {}
        self.rhythms: Mapping[str, Rhythm] = {}
        self._due: Callable[[str], None] | None = None

    def set(self, rhythms: Mapping[str, Rhythm], due: Callable[[str], None]) -> None:
        """Keep them."""
        self.rhythms = dict(rhythms)
        self._due = due
        self._next = {name: self._after(rhythm) for name, rhythm in self.rhythms.items()}

    def stop(self) -> None:
        """Forget them."""
        self.rhythms, self._next, self._due = {}, {}, None

    def ring(self, name: str) -> None:
        """Say that it is time."""
        if self._due is not None:
            self._due(name)

    def look(self) -> None:
        """Ring whatever is due by the clock; what was missed is not made up for."""
        now = self._clock.now()
        for name, at in sorted(self._next.items(), key=lambda each: each[1]):
            rhythm = self.rhythms[name]
            is_too_far = rhythm.every is None or at - now > rhythm.every
            if now < at and not is_too_far:
                continue
            self._next[name] = self._after(rhythm)
            if timedelta(0) <= now - at <= LATE:
                self.ring(name)

    def _after(self, rhythm: Rhythm) -> datetime:
        now = self._clock.now()
        if rhythm.every is not None:
            return now + rhythm.every
        zone, at = self._clock.zone(), rhythm.at
        assert at is not None, "one of the two"
        local = now.astimezone(zone).replace(hour=at.hour, minute=at.minute, second=at.second, microsecond=0, fold=0)
        days = (local + timedelta(days=day) for day in range(2))
        return next(each.astimezone(UTC) for each in days if each.astimezone(UTC) > now)
