# SPDX-License-Identifier: MIT
"""What does everything that recurs hold to, through sleep, set clocks and daylight saving?"""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from fakes.clock import FakeClock
from rideau.ports.recurring import Recurring, Rhythm

PARIS = ZoneInfo("Europe/Paris")
EVENING_BEFORE_SPRING = datetime(2027, 3, 27, 23, 30, tzinfo=UTC)
"""In Paris half past midnight; at two it becomes three."""
EVENING_BEFORE_AUTUMN = datetime(2026, 10, 24, 22, 30, tzinfo=UTC)
"""In Paris half past midnight; at three it becomes two."""
HOUR = timedelta(hours=1)
HOURLY, AT_NOON = Rhythm(every=HOUR), Rhythm(at=time(12))


class RecurringContract:
    """Inherit this; give ``recurring`` on ``clock``, and ``look``, which wakes it as its timer or a set clock does."""

    @pytest.fixture
    def clock(self) -> FakeClock:
        return FakeClock(EVENING_BEFORE_AUTUMN, PARIS)

    @pytest.fixture
    def recurring(self, clock: FakeClock) -> Recurring:
        raise NotImplementedError

    @pytest.fixture
    def look(self) -> Callable[[], None]:
        raise NotImplementedError

    @pytest.fixture
    def rung(self) -> list[str]:
        return []

    def test_it_rings_again_and_again_and_not_before(
        self, recurring: Recurring, clock: FakeClock, look: Callable[[], None], rung: list[str]
    ) -> None:
        recurring.set({"move": HOURLY}, rung.append)
        look()
        clock.advance(HOUR - timedelta(seconds=1))
        look()
        assert rung == []
        for _ in range(4):  # through the hour that comes twice
            clock.advance(timedelta(seconds=1))
            look()
            clock.advance(HOUR - timedelta(seconds=1))
            look()
        assert rung == ["move"] * 4

    @pytest.mark.parametrize("evening", [EVENING_BEFORE_AUTUMN, EVENING_BEFORE_SPRING])
    def test_noon_is_noon_on_the_wall_on_the_day_the_clocks_change_too(
        self, recurring: Recurring, clock: FakeClock, look: Callable[[], None], rung: list[str], evening: datetime
    ) -> None:
        clock.set(evening)
        recurring.set({"meal": AT_NOON}, rung.append)
        noon = evening.astimezone(PARIS).replace(hour=12, minute=0).astimezone(UTC)
        clock.set(noon - timedelta(seconds=1))
        look()
        assert rung == []
        for day in range(2):
            local = (evening.astimezone(PARIS) + timedelta(days=day)).replace(hour=12, minute=0)
            clock.set(local.astimezone(UTC))
            look()
            assert rung == ["meal"] * (day + 1)

    def test_what_was_slept_through_is_never_made_up_for(
        self, recurring: Recurring, clock: FakeClock, look: Callable[[], None], rung: list[str]
    ) -> None:
        recurring.set({"move": HOURLY, "meal": AT_NOON}, rung.append)
        clock.advance(timedelta(hours=12, minutes=10))
        look()
        assert rung == []
        clock.advance(HOUR)
        look()
        assert rung == ["move"]

    def test_a_clock_that_is_set_back_silences_nothing_for_longer_than_its_rhythm(
        self, recurring: Recurring, clock: FakeClock, look: Callable[[], None], rung: list[str]
    ) -> None:
        recurring.set({"move": HOURLY}, rung.append)
        clock.set(EVENING_BEFORE_AUTUMN - timedelta(days=40))
        look()
        clock.advance(HOUR)
        look()
        assert rung == ["move"]

    def test_what_is_set_takes_the_place_of_what_was_and_stopped_is_stopped(
        self, recurring: Recurring, clock: FakeClock, look: Callable[[], None], rung: list[str]
    ) -> None:
        recurring.set({"move": HOURLY}, rung.append)
        recurring.set({"eyes": HOURLY}, rung.append)
        clock.advance(HOUR)
        look()
        assert rung == ["eyes"]
        recurring.stop()
        recurring.stop()
        clock.advance(HOUR)
        look()
        assert rung == ["eyes"]
