# SPDX-License-Identifier: MIT
"""What time is it, when a test says so?"""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo


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
