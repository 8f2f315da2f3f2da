# SPDX-License-Identifier: MIT
"""Do the recurring jobs and what stands in for them in tests hold to the same contract?"""

from collections.abc import Callable
from datetime import timedelta

import pytest

from contracts.recurring import HOURLY, RecurringContract
from fakes.clock import FakeClock
from fakes.recurring import FakeRecurring
from fakes.wake_up import FakeWakeUp
from rideau.adapters.recurring_jobs import RecurringJobs


class Bell(FakeWakeUp):
    """Be the one timer; a test rings it."""

    def __init__(self) -> None:
        super().__init__()
        self.wake: Callable[[], None] = lambda: None

    def made(self, wake: Callable[[], None]) -> "Bell":
        """Wake whoever asks for a timer."""
        self.wake = wake
        return self


@pytest.fixture(name="bell")
def fixture_bell() -> Bell:
    return Bell()


class TestFakeRecurring(RecurringContract):
    """The fake holds to the contract."""

    @pytest.fixture
    def recurring(self, clock: FakeClock) -> FakeRecurring:
        return FakeRecurring(clock)

    @pytest.fixture
    def look(self, recurring: FakeRecurring) -> Callable[[], None]:
        return recurring.look


class TestRecurringJobs(RecurringContract):
    """The jobs of the library hold to it, woken by one timer."""

    @pytest.fixture
    def recurring(self, clock: FakeClock, bell: Bell) -> RecurringJobs:
        return RecurringJobs(clock, bell.made)

    @pytest.fixture
    def look(self, bell: Bell) -> Callable[[], None]:
        return lambda: bell.wake()  # noqa: PLW0108 - it is given later

    def test_one_timer_is_armed_for_the_next_run_and_for_none(
        self, recurring: RecurringJobs, clock: FakeClock, bell: Bell
    ) -> None:
        recurring.set({"move": HOURLY, "eyes": HOURLY._replace(every=timedelta(minutes=75))}, lambda _: None)
        assert bell.armed_at == clock.now() + timedelta(hours=1)
        clock.advance(timedelta(hours=1))
        bell.wake()
        assert bell.armed_at == clock.now() + timedelta(minutes=15)
        recurring.set({}, lambda _: None)
        assert bell.armed_at is None
