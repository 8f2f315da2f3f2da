# SPDX-License-Identifier: MIT
"""What does every journal hold to?"""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rideau.domain.waiting import Waiting
from rideau.ports.state import Event, EventKind, Journal

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)

INSTANTS = st.datetimes(datetime(1971, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - made aware
TITLES = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
DETAILS = st.dictionaries(st.text(max_size=8), st.text(max_size=20) | st.integers(), max_size=4)

ONE_JOURNAL_MANY_CLASSES = [HealthCheck.function_scoped_fixture, HealthCheck.differing_executors]
"""The examples share a journal, which only grows, and the fake and the real one run the same properties."""


class JournalContract:
    """Inherit this and give a ``journal`` fixture: a fresh, empty one, closed afterwards."""

    @pytest.fixture
    def journal(self) -> Journal:
        raise NotImplementedError

    def test_nothing_happened_at_first(self, journal: Journal) -> None:
        assert journal.events() == ()
        assert journal.waiting() == ()
        assert journal.handed_over(NOON) == ()

    def test_events_come_back_oldest_first_and_since_contains_its_start(self, journal: Journal) -> None:
        late, early = Event(NOON, EventKind.PHASE, {"phase": "quiet"}), Event(NOON - MINUTE, EventKind.STARTED, {})
        journal.record(late)
        journal.record(early)
        assert journal.events() == (early, late)
        assert journal.events(NOON) == (late,)
        assert journal.events(NOON + MINUTE) == ()

    def test_only_the_kinds_that_are_asked_for_come_back(self, journal: Journal) -> None:
        first, second = Event(NOON, EventKind.PHASE, {}), Event(NOON + MINUTE, EventKind.TIP, {})
        journal.record(first)
        journal.record(second)
        assert journal.events(None, (EventKind.TIP,)) == (second,)
        assert journal.events(NOON, (EventKind.TIP, EventKind.PHASE)) == (first, second)
        assert journal.events(NOON, ()) == ()

    def test_what_waits_is_handed_over_once_and_stays_readable(self, journal: Journal) -> None:
        for number in range(3):
            journal.hold(Waiting("slack", f"{number}", NOON + number * MINUTE))
        first, second, third = journal.waiting()
        assert [each.title for each in (first, second, third)] == ["0", "1", "2"]
        ids = [each.id for each in (first, second) if each.id is not None]
        assert len(set(ids)) == 2
        journal.hand_over(ids, NOON + 5 * MINUTE)
        assert journal.waiting() == (third,)
        assert journal.handed_over(NOON + 5 * MINUTE) == (first, second)
        assert journal.handed_over(NOON + 6 * MINUTE) == ()

    def test_handing_over_again_keeps_the_first_moment(self, journal: Journal) -> None:
        journal.hold(Waiting("slack", "Hello", NOON))
        ids = [each.id for each in journal.waiting() if each.id is not None]
        journal.hand_over(ids, NOON)
        journal.hand_over([*ids, 99], NOON + MINUTE)
        assert journal.handed_over(NOON + MINUTE) == ()
        assert len(journal.handed_over(NOON)) == 1

    def test_closing_twice_is_fine(self, journal: Journal) -> None:
        journal.record(Event(NOON, EventKind.STARTED, {}))
        journal.close()
        journal.close()

    @settings(suppress_health_check=ONE_JOURNAL_MANY_CLASSES, max_examples=25, deadline=None)
    @given(at=INSTANTS, kind=st.sampled_from(EventKind), details=DETAILS)
    def test_an_event_comes_back_as_it_was(
        self, journal: Journal, at: datetime, kind: EventKind, details: dict[str, str | int]
    ) -> None:
        event = Event(at, kind, details)
        journal.record(event)
        assert event in journal.events(at)

    @settings(suppress_health_check=ONE_JOURNAL_MANY_CLASSES, max_examples=25, deadline=None)
    @given(at=INSTANTS, title=TITLES)
    def test_a_waiting_notification_comes_back_as_it_was(self, journal: Journal, at: datetime, title: str) -> None:
        journal.hold(Waiting("slack", title, at))
        newest = max(journal.waiting(), key=lambda each: each.id or 0)
        assert (newest.network, newest.title, newest.received_at) == ("slack", title, at)
