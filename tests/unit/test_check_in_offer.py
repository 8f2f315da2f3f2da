# SPDX-License-Identifier: MIT
"""Is a check-in offered only to whom it is wanted by, once each time, and never outside work?"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from fakes.catalogue import FakeCatalogue
from fakes.clock import FakeClock
from fakes.holidays import FakeHolidays
from fakes.journal import FakeJournal
from fakes.notebook import FakeNotebook
from rideau.domain.notebook import CheckIn, Notes
from rideau.domain.settings import CheckInSettings, Settings
from rideau.ports.state import Event, EventKind
from rideau.services.check_in_offer import CheckInOffer, OfferPorts
from rideau.services.rules import Rules, Sources, build_rules

MONDAY = datetime(2026, 11, 16, 10, 0, tzinfo=UTC)


class House:
    """Hold what the offer acts through, at a clock that stands still."""

    def __init__(self, *, is_on: bool = True, is_free: bool = True) -> None:
        """Begin on a Monday morning, at work."""
        self.clock = FakeClock(MONDAY)
        self.notebook = FakeNotebook()
        self.journal = FakeJournal()
        self.is_free = is_free
        self.is_on = is_on
        self.waiting: list[Callable[[], None]] = []
        self.offered = 0
        ports = OfferPorts(self.rules, self.clock, self.notebook, self.journal, self.when_free, self.offer)
        self.check_in = CheckInOffer(ports)

    def rules(self) -> Rules:
        """Return an office week's rules."""
        settings = Settings(check_in=CheckInSettings(is_on=self.is_on))
        sources = Sources(self.clock, FakeCatalogue(), FakeHolidays(), lambda _: "en")
        return build_rules(settings, sources, (), self.clock.now())

    def when_free(self, act: Callable[[], None]) -> Callable[[], None]:
        """Call ``act`` at once, or keep it for later."""
        if self.is_free:
            act()
        else:
            self.waiting.append(act)
        return self.waiting.clear

    def offer(self) -> None:
        """Count it."""
        self.offered += 1

    def look_at(self, moment: datetime) -> int:
        """Look at ``moment``, and return how often it was offered by then."""
        self.clock.set(moment)
        self.check_in.look()
        return self.offered


def test_it_is_offered_once_and_again_after_four_weeks() -> None:
    house = House()
    days = [house.look_at(MONDAY + timedelta(days=days)) for days in (0, 0, 1, 14, 25, 28, 29, 56)]
    assert days == [1, 1, 1, 1, 1, 2, 2, 3]
    assert [each.kind for each in house.journal.events()] == [EventKind.CHECK_IN] * 3


def test_a_restart_does_not_offer_it_again() -> None:
    house = House()
    house.journal.record(Event(MONDAY - timedelta(days=7), EventKind.PHASE, {}))
    house.journal.record(Event(MONDAY - timedelta(days=7), EventKind.CHECK_IN, {"how": "offered"}))
    assert house.look_at(MONDAY) == 0


def test_who_answered_by_themselves_is_not_asked() -> None:
    house = House()
    house.notebook.notes = Notes(check_ins=(CheckIn((MONDAY - timedelta(days=9)).date(), 3, 3, 3),))
    assert house.look_at(MONDAY) == 0


def test_it_is_never_offered_to_whom_did_not_ask_for_it() -> None:
    assert House(is_on=False).look_at(MONDAY) == 0


def test_outside_work_it_waits_for_work() -> None:
    house = House()
    assert house.look_at(MONDAY.replace(hour=20)) == 0
    assert house.look_at(MONDAY.replace(day=17)) == 1


def test_a_call_holds_it_and_the_closing_calls_it_off_until_the_next_day() -> None:
    house = House(is_free=False)
    assert house.look_at(MONDAY) == 0
    assert len(house.waiting) == 1
    house.check_in.look()
    assert len(house.waiting) == 1
    assert house.look_at(MONDAY.replace(hour=20)) == 0
    assert house.waiting == []
    house.look_at(MONDAY.replace(day=17))
    house.waiting.pop()()
    assert house.offered == 1


def test_the_end_of_the_app_calls_it_off() -> None:
    house = House(is_free=False)
    house.look_at(MONDAY)
    house.check_in.stop()
    assert house.waiting == []
