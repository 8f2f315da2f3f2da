# SPDX-License-Identifier: MIT
"""How are keys said: while they turn, once they were used, in the journal, and to scripts?"""

from datetime import timedelta

import pytest

from fakes.moment import FRIDAY_EVENING, a_status
from rideau.adapters.resources import resources_folder
from rideau.domain.key import Exit, KeyTurn
from rideau.domain.text import Text
from rideau.ports.state import Event, EventKind
from rideau.wording.documents import status_document
from rideau.wording.journal_lines import event_sentence
from rideau.wording.listings import status_lines
from rideau.wording.phrases import keys, opens_in
from rideau.wording.words import load_words

EN = load_words("en", resources_folder() / "translations")
TEN = timedelta(seconds=10)
TURN = KeyTurn("7-1", FRIDAY_EVENING + TEN, TEN, timedelta(minutes=20), "the press called")


def said(details: dict[str, str | int], kind: EventKind = EventKind.KEY) -> str:
    return event_sentence(EN, Event(FRIDAY_EVENING, kind, details))


def test_a_key_that_turns_says_when_it_opens_or_what_else_it_does() -> None:
    assert opens_in(EN, TEN) == "Opens in 10 seconds."
    assert opens_in(EN, timedelta(minutes=10), Exit.EMERGENCY) == "Opens in 10 minutes."
    assert opens_in(EN, 2 * TEN, Exit.QUIT) == "Rideau ends in 20 seconds."
    assert opens_in(EN, 4 * TEN, Exit.RESTORE) == "Everything is put back in 40 seconds."


def test_keys_used_are_counted_with_what_the_next_one_waits_and_without_blame() -> None:
    assert keys(EN, 0) == ""
    assert keys(EN, 1) == "One used since closing; the next one waits 20 seconds."
    assert keys(EN, 3) == "3 used since closing; the next one waits 80 seconds."


@pytest.mark.parametrize(
    ("way", "sentence"),
    [
        ("key", "A key was used, after a wait of 40 seconds."),
        ("emergency", "The emergency exit was used, after a wait of 40 seconds."),
        ("quit", "Ended by hand while closed, after a wait of 40 seconds."),
        ("restore", "Everything was put back by hand while closed, after a wait of 40 seconds."),
        ("of-a-later-version", "A key was used."),
    ],
)
def test_the_journal_tells_each_way_out(way: str, sentence: str) -> None:
    assert said({"minutes": 10, "reason": "x", "wait_s": 40, "exit": way}) == sentence


def test_a_wrong_passphrase_is_told_from_a_lock_that_held() -> None:
    assert said({"why": "passphrase", "wrong": 1}, EventKind.REFUSED) == "A passphrase was tried that is not the one."
    assert said({"why": "The lock is on."}, EventKind.REFUSED) == "Asked for; it stayed as it was."


def test_status_tells_people_and_scripts_of_keys_and_of_what_holds_otherwise() -> None:
    status = a_status(key=TURN, keys_used=2, held=(Text("The lock waits."),))
    lines = "\n".join(" ".join(line.split()) for line in status_lines(EN, status))
    for line in ("Key Opens in 10 seconds.", "Keys 2 used since closing; the next one waits 40 seconds."):
        assert line in lines
    assert "For now The lock waits." in lines
    document = status_document(EN, status, {})
    assert document["key"] == {
        "due": "2026-11-20T19:30:10+01:00",
        "wait_seconds": 10,
        "opens_for_seconds": 1200,
        "reason": "the press called",
        "exit": "key",
    }
    assert (document["keys_used"], document["held"]) == (2, ["The lock waits."])


def test_status_without_keys_says_nothing_of_them() -> None:
    assert not any(line.startswith(("Key", "For now")) for line in status_lines(EN, a_status()))
    document = status_document(EN, a_status(), {})
    assert (document["key"], document["keys_used"], document["held"]) == (None, 0, [])
