# SPDX-License-Identifier: MIT
"""What time is it, when a test says so?"""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from rideau.domain.trusted_time import Reading


class FakeClock:
    """Stand still until a test moves it. Implements ``ports.clock.Clock``."""

    def __init__(self, now: datetime, zone: ZoneInfo | None = None) -> None:
        """Show ``now`` (aware) in ``zone``, UTC where none is given."""
        self._now = now.astimezone(UTC)
        self._zone = zone or ZoneInfo("UTC")

    def now(self) -> datetime:
        """Return the instant it was set to."""
        return self._now

    def zone(self) -> ZoneInfo:
        """Return the zone it was set to."""
        return self._zone

    def set(self, now: datetime) -> None:
        """Show ``now`` (aware), earlier or later."""
        self._now = now.astimezone(UTC)

    def advance(self, by: timedelta) -> None:
        """Let ``by`` pass."""
        self._now += by

    def set_zone(self, zone: ZoneInfo) -> None:
        """Take the device to another zone."""
        self._zone = zone


class FakeSinceBoot:
    """Count since boot as a test lets time pass, whatever the clock on the wall is set to."""

    def __init__(self) -> None:
        """Begin an hour after boot."""
        self.now = timedelta(hours=1)

    def __call__(self) -> timedelta:
        """Return how long the machine has been on."""
        return self.now

    def advance(self, by: timedelta) -> None:
        """Let ``by`` pass."""
        self.now += by


class FakeTime:
    """Show the clocks of a device whose wall clock is a ``FakeClock``: time that passes there has passed.

    ``ahead`` is by how much a hand has set the device's clock ahead. Implements ``ports.clock.TimeSource``.
    """

    def __init__(self, clock: FakeClock, boot: str = "first") -> None:
        """Begin as nobody set the clock."""
        self._clock = clock
        self.boot = boot
        self.booted = clock.now()
        self.ahead = timedelta()
        self.is_synchronised = False

    def read(self) -> Reading:
        """Return what the clocks show."""
        now = self._clock.now()
        return Reading(self.boot, now - self.booted, now + self.ahead, self.is_synchronised)

    def reboot(self, boot: str = "second") -> None:
        """Start the machine anew."""
        self.boot, self.booted = boot, self._clock.now()
