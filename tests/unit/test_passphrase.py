# SPDX-License-Identifier: MIT
"""Is a passphrase known without being kept, and are wrong tries slowed?"""

import json
from datetime import UTC, datetime, timedelta

import pytest

from fakes.clock import FakeSinceBoot
from fakes.journal import FakeJournal
from fakes.secret import FakeSecret
from rideau.domain.error import RefusedError, SecretsError, UsageError
from rideau.services.passphrase import Passphrase

NIGHT = datetime(2026, 11, 23, 22, tzinfo=UTC)
SINCE = NIGHT - timedelta(hours=4)
PHRASE = "ma belle étoile"
SECOND = timedelta(seconds=1)


class Buddy:
    """Somebody who knows the passphrase, or says so."""

    def __init__(self) -> None:
        self.secret = FakeSecret()
        self.journal = FakeJournal()
        self.since_boot = FakeSinceBoot()
        self.start()

    def start(self) -> None:
        self.passphrase = Passphrase(self.secret, self.journal, self.since_boot)

    def says(self, phrase: str, at: datetime = NIGHT, since: datetime = SINCE) -> None:
        self.passphrase.check(phrase, since, at)

    def is_wrong(self, phrase: str = "wrong", at: datetime = NIGHT) -> str:
        with pytest.raises(RefusedError) as refused:
            self.says(phrase, at)
        return str(refused.value)


@pytest.fixture
def buddy() -> Buddy:
    buddy = Buddy()
    buddy.passphrase.set(PHRASE)
    return buddy


def test_what_is_kept_is_a_salted_hash_that_costs_memory_and_not_the_phrase(buddy: Buddy) -> None:
    kept = json.loads(buddy.secret.secret)
    assert (kept["kdf"], kept["n"] >= 2**15, kept["r"], kept["p"]) == ("scrypt", True, 8, 1)
    assert PHRASE not in buddy.secret.secret
    first = buddy.secret.secret
    buddy.passphrase.set(PHRASE)
    assert buddy.secret.secret != first


def test_the_phrase_fits_however_a_keyboard_writes_its_letters_and_no_other_does(buddy: Buddy) -> None:
    buddy.says(PHRASE)
    buddy.says("ma belle e\u0301toile")
    assert "not the passphrase" in buddy.is_wrong("ma belle etoile")


def test_too_short_a_phrase_is_not_taken(buddy: Buddy) -> None:
    before = buddy.secret.secret
    with pytest.raises(UsageError):
        buddy.passphrase.set(" abc ")
    assert buddy.secret.secret == before


def test_without_one_the_lock_holds_and_nothing_is_counted() -> None:
    buddy = Buddy()
    assert not buddy.passphrase.is_set()
    assert "No passphrase" in buddy.is_wrong(PHRASE)
    assert buddy.journal.events() == ()


def test_a_removed_one_opens_nothing(buddy: Buddy) -> None:
    assert buddy.passphrase.is_set()
    buddy.passphrase.remove()
    assert not buddy.passphrase.is_set()
    assert "No passphrase" in buddy.is_wrong(PHRASE)


def test_each_wrong_try_waits_twice_as_long_even_for_the_right_one(buddy: Buddy) -> None:
    for seconds in (1, 2, 4):
        assert f"in {seconds} s" in buddy.is_wrong()
        buddy.since_boot.advance(seconds * SECOND - SECOND / 2)
        assert "in 1 s" in buddy.is_wrong(PHRASE)
        buddy.since_boot.advance(SECOND / 2)
    buddy.says(PHRASE)


def test_a_restart_forgives_no_wrong_try(buddy: Buddy) -> None:
    for seconds in (1, 2, 4):
        buddy.is_wrong()
        buddy.since_boot.advance(seconds * SECOND)
    buddy.start()
    assert "in 4 s" in buddy.is_wrong(PHRASE)
    buddy.since_boot.advance(4 * SECOND)
    buddy.says(PHRASE)


def test_the_next_evening_begins_with_a_second_again(buddy: Buddy) -> None:
    buddy.is_wrong()
    buddy.says(PHRASE, NIGHT + timedelta(days=1), SINCE + timedelta(days=1))


@pytest.mark.parametrize(
    "kept",
    [
        "words",
        "[]",
        "{}",
        '{"version": 1, "n": 32768, "r": 8, "p": 1, "salt": "no hex", "hash": ""}',
        '{"version": 2, "n": 32768, "r": 8, "p": 1, "salt": "00", "hash": "00"}',
        '{"version": 1, "n": true, "r": 8, "p": 1, "salt": "00", "hash": "00"}',
        '{"version": 1, "n": 1073741824, "r": 8, "p": 1, "salt": "00", "hash": "00"}',
    ],
)
def test_what_somebody_else_put_into_the_keyring_opens_nothing_and_is_said(buddy: Buddy, kept: str) -> None:
    buddy.secret.secret = kept
    with pytest.raises(SecretsError):
        buddy.says(PHRASE)


def test_without_a_keyring_it_is_said_and_nothing_is_kept(buddy: Buddy) -> None:
    buddy.secret.is_there = False
    for act in (buddy.passphrase.is_set, buddy.passphrase.remove, lambda: buddy.passphrase.set(PHRASE)):
        with pytest.raises(SecretsError):
            act()
