# SPDX-License-Identifier: MIT
"""Does the delay that tests use behave as the real one?"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from contracts.delay import DelayContract
from fakes.clock import FakeClock
from fakes.delay import FakeDelay

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


class TestFakeDelay(DelayContract):
    """The fake holds to the contract."""

    @pytest.fixture
    def delay(self) -> FakeDelay:
        return FakeDelay()

    @pytest.fixture
    def let_pass(self, delay: FakeDelay) -> Callable[[timedelta], None]:
        return delay.pass_by


def test_its_clock_goes_along() -> None:
    clock = FakeClock(NOON)
    delay, seen = FakeDelay(clock), list[datetime]()
    delay.after(timedelta(seconds=2), lambda: seen.append(clock.now()))
    assert not delay.is_idle
    delay.pass_by(timedelta(seconds=3))
    assert (seen, clock.now()) == ([NOON + timedelta(seconds=2)], NOON + timedelta(seconds=3))
    assert delay.is_idle
