# SPDX-License-Identifier: MIT
"""Is somebody who wants into a closed network told so, calmly, and nobody for a pixel?"""

from datetime import timedelta

import pytest

from fakes.clock import FakeClock
from fakes.house import MONDAY_10
from fakes.journal import FakeJournal
from rideau.ports.state import EventKind
from rideau.services.attempts import Attempt, Attempts, is_front_door

HOSTS = frozenset({"linkedin.com", "lnkd.in"})
AT_GATE = Attempt("linkedin", "www.linkedin.com", "gate", "https")
BY_EXTENSION = Attempt("linkedin", "", "extension", "", has_extension=True)


class Evening:
    """Hold what follows the attempts of one evening."""

    def __init__(self) -> None:
        self.clock = FakeClock(MONDAY_10)
        self.journal = FakeJournal()
        self.attempts = Attempts(self.journal, self.clock)

    def note(self, attempt: Attempt = AT_GATE, *, after: timedelta = timedelta(0)) -> int:
        """Note ``attempt`` some time after the last one."""
        self.clock.set(self.clock.now() + after)
        return self.attempts.note(attempt, "LinkedIn", HOSTS)

    def told(self) -> list[dict[str, str | int]]:
        """Return what the journal tells."""
        return [dict(event.details) for event in self.journal.events() if event.kind is EventKind.ATTEMPT]


@pytest.fixture(name="evening")
def fixture_evening() -> Evening:
    return Evening()


def test_the_first_attempt_is_told_and_said(evening: Evening) -> None:
    assert evening.note() == 1
    assert evening.told() == [{"network": "linkedin", "name": "LinkedIn", "by": "gate"}]


def test_each_attempt_in_the_journal_is_told_to_whoever_wants_to_know(evening: Evening) -> None:
    told: list[str] = []
    evening.attempts.noted.append(lambda: told.append("once"))
    evening.note()
    evening.note(after=timedelta(seconds=3))
    assert told == ["once"]


def test_a_browser_that_asks_over_and_over_is_one_visit(evening: Evening) -> None:
    assert [evening.note(after=timedelta(seconds=3)) for _ in range(5)] == [1, 0, 0, 0, 0]
    assert len(evening.told()) == 1
    evening.note(after=timedelta(seconds=10))
    assert len(evening.told()) == 2


def test_it_is_said_once_in_ten_minutes_and_counted_through_the_evening(evening: Evening) -> None:
    said = [evening.note(after=timedelta(minutes=5)) for _ in range(6)]
    assert said == [1, 0, 2, 0, 3, 0]
    assert len(evening.told()) == 6
    assert evening.note(after=timedelta(hours=5)) == 1, "another evening counts anew"


def test_each_network_is_followed_by_itself(evening: Evening) -> None:
    assert evening.note() == 1
    other = Attempt("slack", "slack.com", "gate", "https")
    assert evening.attempts.note(other, "Slack", {"slack.com"}) == 1


@pytest.mark.parametrize(
    "attempt",
    [BY_EXTENSION, AT_GATE._replace(scheme="http"), AT_GATE._replace(has_extension=True)],
)
def test_what_the_friendly_page_says_is_told_and_not_said_again(evening: Evening, attempt: Attempt) -> None:
    assert evening.note(attempt) == 0
    assert evening.told() == [{"network": "linkedin", "name": "LinkedIn", "by": attempt.by}]


def test_what_other_pages_embed_is_neither_told_nor_said(evening: Evening) -> None:
    assert evening.note(AT_GATE._replace(host="px.ads.linkedin.com")) == 0
    assert evening.told() == []


def test_a_clock_set_back_silences_nothing(evening: Evening) -> None:
    assert evening.note() == 1
    assert evening.note(after=-timedelta(days=1)) == 1


@pytest.mark.parametrize(
    ("host", "is_one"),
    [
        ("linkedin.com", True),
        ("lnkd.in", True),
        ("www.linkedin.com", True),
        ("m.linkedin.com", True),
        ("fr.linkedin.com", True),
        ("login.linkedin.com", True),
        ("mobile.linkedin.com", True),
        ("platform.linkedin.com", False),
        ("www.eu.linkedin.com", False),
        ("notlinkedin.com", False),
        ("com", False),
    ],
)
def test_a_front_door_is_what_a_person_types(host: str, *, is_one: bool) -> None:
    assert is_front_door(host, HOSTS) is is_one
