# SPDX-License-Identifier: MIT
"""Is the day's allowance used by real use alone, whatever clocks, sleep and midnight do?"""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes.allowance import FakeAllowanceStore
from fakes.clock import FakeClock
from fakes.journal import FakeJournal
from rideau.domain.allowance import DAYS_KEPT, DayBook, InFront, day_of, is_used, next_day, with_use
from rideau.domain.attention import Presence, Signals
from rideau.ports.state import EventKind
from rideau.services.allowance import WARNING, AllowanceCount, AllowanceParts
from rideau.services.status import Allowance

PARIS = ZoneInfo("Europe/Paris")
NOON = datetime(2026, 11, 23, 11, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


class Desk:
    """Hold a count over fakes, with a clock that a test moves."""

    def __init__(self, book: DayBook = DayBook()) -> None:  # noqa: B008 - a value
        self.clock, self.journal, self.store = FakeClock(NOON), FakeJournal(), FakeAllowanceStore(book)
        self.awake = timedelta()
        self.warned: list[timedelta] = []
        self.begin()

    def begin(self) -> None:
        parts = AllowanceParts(
            self.store, self.journal, self.clock, lambda: self.awake, lambda: 30 * MINUTE, lambda: PARIS
        )
        self.count = AllowanceCount(parts)
        self.count.nearly_over.append(self.warned.append)

    def passes(self, length: timedelta, *, asleep: timedelta = timedelta()) -> None:
        self.awake += length
        self.clock.advance(length + asleep)
        now = self.clock.now()
        self.count.look(now, is_held=self.count.is_used_up(now))

    @property
    def left(self) -> timedelta:
        return self.count.allowance(self.clock.now()).left


@pytest.fixture(name="desk")
def fixture_desk() -> Desk:
    return Desk()


def test_only_use_counts(desk: Desk) -> None:
    desk.passes(10 * MINUTE)
    desk.count.run(is_used=True)
    desk.count.run(is_used=True)
    desk.passes(10 * MINUTE)
    desk.count.run(is_used=False)
    desk.passes(10 * MINUTE)
    assert desk.left == 20 * MINUTE
    assert desk.store.book.used_on(day_of(NOON, PARIS)) == 10 * MINUTE


def test_sleep_is_no_use(desk: Desk) -> None:
    desk.count.run(is_used=True)
    desk.passes(MINUTE, asleep=timedelta(hours=3))
    assert desk.left == 29 * MINUTE


def test_a_restart_forgets_nothing_that_was_looked_at(desk: Desk) -> None:
    desk.count.run(is_used=True)
    desk.passes(12 * MINUTE)
    desk.begin()
    assert desk.left == 18 * MINUTE
    desk.count.close()


def test_shortly_before_the_end_it_is_said_once_and_the_end_is_written_down_once(desk: Desk) -> None:
    desk.count.run(is_used=True)
    desk.passes(27 * MINUTE)
    assert desk.count.next_turn(desk.clock.now()) == desk.clock.now() + MINUTE
    desk.passes(MINUTE)
    desk.passes(MINUTE / 2)
    assert desk.warned == [WARNING]
    assert desk.count.next_turn(desk.clock.now()) == desk.clock.now() + MINUTE * 1.5
    desk.passes(2 * MINUTE)
    desk.passes(MINUTE)
    assert desk.count.is_used_up(desk.clock.now())
    limits = [each.details for each in desk.journal.events() if each.kind is EventKind.LIMIT]
    assert limits == [{"side": "personal", "minutes": 30}]


def test_it_is_looked_at_again_when_it_runs_out_and_else_only_when_a_day_begins(desk: Desk) -> None:
    assert desk.count.next_turn(NOON) is None
    desk.count.run(is_used=True)
    assert desk.count.next_turn(NOON) == NOON + 5 * MINUTE
    desk.passes(30 * MINUTE)
    assert desk.count.next_turn(desk.clock.now()) == datetime(2026, 11, 23, 23, tzinfo=UTC)
    desk.count.run(is_used=False)
    desk.clock.set(datetime(2026, 11, 23, 23, tzinfo=UTC))
    assert desk.left == 30 * MINUTE


def test_what_runs_out_while_a_plan_is_made_to_hold_is_looked_at_again_at_once(desk: Desk) -> None:
    desk.count.run(is_used=True)
    desk.passes(29 * MINUTE)
    planned_at = desk.clock.now()
    assert not desk.count.is_used_up(planned_at)
    desk.awake += MINUTE
    desk.count.look(planned_at, is_held=False)
    assert desk.count.next_turn(planned_at) == planned_at
    desk.count.look(planned_at, is_held=True)
    assert desk.count.next_turn(planned_at) == datetime(2026, 11, 23, 23, tzinfo=UTC)


def test_a_disk_that_is_full_counts_on_and_is_logged(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    desk.store.is_full = True
    desk.count.run(is_used=True)
    desk.passes(10 * MINUTE)
    assert desk.left == 20 * MINUTE
    assert "could not be kept" in caplog.text


def test_what_is_left_is_never_less_than_nothing() -> None:
    assert Allowance(MINUTE, 2 * MINUTE).left == timedelta(0)


def test_use_over_midnight_is_parted() -> None:
    end = datetime(2026, 11, 23, 23, 10, tzinfo=UTC)
    book = with_use(DayBook(), 30 * MINUTE, end, PARIS)
    assert dict(book.days)[date(2026, 11, 24)] == 10 * MINUTE
    assert round(dict(book.days)[date(2026, 11, 23)] / MINUTE) == 20


def test_days_are_as_long_as_they_are() -> None:
    spring = datetime(2026, 3, 28, 23, tzinfo=UTC)
    assert next_day(spring, PARIS) - spring == timedelta(hours=23)


@given(st.lists(st.tuples(st.integers(0, 90), st.integers(-2000, 2000)), max_size=20))
def test_whatever_the_clock_does_the_use_adds_up(steps: list[tuple[int, int]]) -> None:
    book, now, total = DayBook(), NOON, timedelta()
    for minutes, jump in steps:
        now += timedelta(minutes=jump)
        book = with_use(book, timedelta(minutes=minutes), now, PARIS)
        total += timedelta(minutes=minutes)
        assert len(book.days) <= DAYS_KEPT
    if len(book.days) < DAYS_KEPT:
        assert sum((used for _, used in book.days), timedelta()) == total
    assert with_use(book, -MINUTE, now, PARIS) == book


LOOKED_AT = frozenset({"tiktok"})


@pytest.mark.parametrize(
    ("front", "signals", "expected"),
    [
        (InFront(), Signals(presence=Presence.ACTIVE), False),
        (InFront(app="tiktok"), Signals(presence=Presence.ACTIVE), True),
        (InFront(app="tiktok"), Signals(), True),
        (InFront(app="tiktok"), Signals(presence=Presence.AWAY), False),
        (InFront(by_tab=LOOKED_AT), Signals(presence=Presence.AWAY, playing=True), True),
        (InFront(by_tab=LOOKED_AT), Signals(presence=Presence.ACTIVE, locked=True), False),
        (InFront(by_gate=LOOKED_AT), Signals(presence=Presence.ACTIVE), False),
        (InFront(by_gate=LOOKED_AT, is_browser=True), Signals(presence=Presence.RESTING), True),
    ],
)
def test_use_is_to_look_at_it_and_be_there(front: InFront, signals: Signals, *, expected: bool) -> None:
    assert is_used(front, signals) is expected
