# SPDX-License-Identifier: MIT
"""Does the clock that tests use behave as the real one?"""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from contracts.clock import ClockContract
from fakes.clock import FakeClock

PARIS = ZoneInfo("Europe/Paris")


class TestFakeClock(ClockContract):
    """The fake holds to the contract."""

    @pytest.fixture
    def clock(self) -> FakeClock:
        """Return the clock to hold to it."""
        return FakeClock(datetime(2026, 6, 1, 12, tzinfo=PARIS), PARIS)

    def test_it_moves_only_when_told(self, clock: FakeClock) -> None:
        """It moves only when told."""
        clock.advance(timedelta(hours=1))
        assert clock.now() == datetime(2026, 6, 1, 11, tzinfo=UTC)
        clock.set(datetime(2020, 1, 1, tzinfo=UTC))
        assert clock.now() == datetime(2020, 1, 1, tzinfo=UTC)

    def test_it_travels(self, clock: FakeClock) -> None:
        """It travels."""
        clock.set_zone(ZoneInfo("Asia/Tokyo"))
        assert clock.zone().key == "Asia/Tokyo"
