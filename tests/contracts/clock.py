# SPDX-License-Identifier: MIT
"""What does every clock hold to?"""

from datetime import UTC
from zoneinfo import ZoneInfo

import pytest

from rideau.ports.clock import Clock


class ClockContract:
    """Run against every clock: a subclass gives the fixture ``clock``."""

    @pytest.fixture
    def clock(self) -> Clock:
        """Return the clock to hold to this."""
        raise NotImplementedError

    def test_the_present_is_said_in_utc(self, clock: Clock) -> None:
        """The present is said in utc."""
        assert clock.now().tzinfo is UTC

    def test_the_zone_is_one_that_has_a_name(self, clock: Clock) -> None:
        """The zone is one that has a name."""
        zone = clock.zone()
        assert isinstance(zone, ZoneInfo)
        assert zone.key
