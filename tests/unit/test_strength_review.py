# SPDX-License-Identifier: MIT
"""Is it asked once, after two weeks, whether the curtain holds as one likes?"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from fakes.house import House
from rideau.ports.state import Event, EventKind
from rideau.services.strength_review import ReviewPorts, StrengthReview

FIRST_DAY = datetime(2026, 11, 9, 10, tzinfo=UTC)
TWO_WEEKS_ON = datetime(2026, 11, 23, 10, tzinfo=UTC)


@dataclass
class Shop:
    """Hold what the review acts through; it is in use since ``FIRST_DAY``."""

    house: House = field(default_factory=House)
    is_free: bool = True

    def __post_init__(self) -> None:
        """Begin with an earlier start in the journal."""
        self.proposed = 0
        self.waiting: list[Callable[[], None]] = []
        self.house.journal.record(Event(FIRST_DAY, EventKind.STARTED, {}))
        self.begin()

    def begin(self) -> None:
        """Start, again after a restart."""
        house = self.house
        ports = ReviewPorts(lambda: house.supervisor.rules, house.clock, house.journal, self._when_free, self._propose)
        self.review = StrengthReview(ports)

    def at(self, instant: datetime) -> int:
        """Look at ``instant``, and return how often it was proposed by then."""
        self.house.clock.set(instant)
        self.review.look()
        return self.proposed

    def _propose(self) -> None:
        self.proposed += 1

    def _when_free(self, act: Callable[[], None]) -> Callable[[], None]:
        if self.is_free:
            act()
        else:
            self.waiting.append(act)
        return self.waiting.clear


@pytest.fixture
def shop() -> Shop:
    return Shop()


def test_it_is_proposed_after_two_weeks_and_never_again(shop: Shop) -> None:
    days = [shop.at(TWO_WEEKS_ON + timedelta(days=days)) for days in (-4, -3, 0, 1, 30)]
    assert days == [0, 0, 1, 1, 1]
    shop.begin()
    assert [shop.at(TWO_WEEKS_ON + timedelta(days=days)) for days in (14, 15)] == [1, 1]
    assert shop.house.told(EventKind.REVIEW) == [{}]


def test_it_waits_for_work_which_is_when_one_is_calm(shop: Shop) -> None:
    assert shop.at(TWO_WEEKS_ON.replace(hour=20)) == 0
    assert shop.at(TWO_WEEKS_ON.replace(hour=17, minute=50)) == 0, "winding down"
    assert shop.at(TWO_WEEKS_ON + timedelta(days=1)) == 1


def test_a_call_holds_it_and_the_closing_calls_it_off_until_the_next_day(shop: Shop) -> None:
    shop.is_free = False
    shop.at(TWO_WEEKS_ON)
    shop.at(TWO_WEEKS_ON + timedelta(minutes=1))
    assert len(shop.waiting) == 1
    shop.at(TWO_WEEKS_ON.replace(hour=20))
    assert shop.waiting == []
    shop.at(TWO_WEEKS_ON + timedelta(days=1))
    shop.waiting.pop()()
    assert shop.proposed == 1
    shop.review.stop()
