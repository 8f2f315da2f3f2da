# SPDX-License-Identifier: MIT
"""Where does a card stand, and what may be read from its pipe?"""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as some

from contracts.card import A_CARD
from rideau.adapters.card_lines import (
    LONGEST,
    CardLetter,
    answer_from,
    answer_line,
    clean,
    letter_from,
    letter_line,
    read_line,
)
from rideau.domain.tip import Outcome
from rideau.ui.card.card_place import Box, Spot, place, way_into

ROOM = Box(0, 30, 1280, 770)
SIZE, GAP = (270, 480), 24


def test_it_stands_in_the_trailing_corner_at_the_bottom() -> None:
    assert place(ROOM, SIZE, None, GAP) == (Box(986, 296, 270, 480), False)
    assert place(ROOM, SIZE, None, GAP, is_right_to_left=True) == (Box(24, 296, 270, 480), True)


def test_where_the_pointer_is_there_it_goes_up_then_to_the_other_side() -> None:
    assert place(ROOM, SIZE, Spot(1200, 760), GAP).card == Box(986, 54, 270, 480)
    assert place(ROOM, SIZE, Spot(1200, 400), GAP) == (Box(24, 296, 270, 480), True)


@given(some.integers(0, 1279), some.integers(30, 799), some.booleans())
def test_the_pointer_is_never_under_it_and_it_is_wholly_on_the_screen(x: int, y: int, is_right_to_left: bool) -> None:  # noqa: FBT001 - hypothesis names it
    card = place(ROOM, SIZE, Spot(x, y), GAP, is_right_to_left=is_right_to_left).card
    assert not card.holds(Spot(x, y))
    assert card.left >= ROOM.left
    assert card.top >= ROOM.top
    assert card.right <= ROOM.right
    assert card.bottom <= ROOM.bottom


def test_one_as_large_as_the_screen_stands_at_its_beginning() -> None:
    assert place(Box(100, 0, 270, 480), SIZE, Spot(150, 50), GAP).card == Box(100, 0, 270, 480)


def test_a_letter_arrives_as_it_was_written() -> None:
    letter = CardLetter(A_CARD._replace(sentence="Un verre d’eau ?", seconds=0), "fr", is_dark=True)
    assert letter_from(letter_line(letter).strip()) == letter


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"{",
        b"[]",
        b"3",
        b"\xff",
        b"[" * 20_000,
        b'{"card": []}',
        letter_line(CardLetter(A_CARD, language="../..")),
        letter_line(CardLetter(A_CARD)).replace(b'"glass"', b'"cat-video"'),
        letter_line(CardLetter(A_CARD)).replace(b'"is_dark": false', b'"is_dark": 1'),
        letter_line(CardLetter(A_CARD)).replace(b'"seconds": 20', b'"seconds": true'),
        letter_line(CardLetter(A_CARD)).replace(b'"yes"', b'"maybe"'),
    ],
)
def test_nothing_else_is_taken_for_a_letter(broken: bytes) -> None:
    assert letter_from(broken) is None


def test_what_is_told_is_one_line_of_bounded_length() -> None:
    raw = json.loads(letter_line(CardLetter(A_CARD)))
    raw["card"] |= {"sentence": "a\x1b[31m\nb" + "c" * 5000, "seconds": 10**9, "body": "half \ud83d"}
    letter = letter_from(json.dumps(raw).encode())
    assert letter is not None
    assert letter.card.sentence.startswith("a [31m b")
    assert len(letter.card.sentence) <= 1000
    assert letter.card.seconds == 86_400
    assert letter.card.body == "half"
    assert clean(" \t ") == ""


def test_an_answer_arrives_as_it_was_given() -> None:
    assert answer_from(b"seen") == (None, "")
    assert answer_from(answer_line(Outcome.FOLLOWED, "Ana\n").strip()) == (Outcome.FOLLOWED, "Ana")
    assert answer_from(answer_line(Outcome.EXPIRED).strip()) == (Outcome.EXPIRED, "")


@pytest.mark.parametrize("said", [b"", b"followed", b"followed {", b"followed 3", b'withdrawn ""', b"\xff"])
def test_nothing_else_is_taken_for_an_answer(said: bytes) -> None:
    assert answer_from(said) is None


def test_the_first_line_is_read_in_pieces_and_never_without_end() -> None:
    pieces = [b"a", b"b\nc", b"d"]
    assert read_line(lambda _size: pieces.pop(0)) == (b"ab", b"c")
    assert read_line(lambda _size: b"") == (b"", b"")
    assert read_line(lambda _size: b"x" * LONGEST) == (b"", b"")


@given(some.integers(-3000, 3000), some.integers(-3000, 3000), some.integers(1, 900))
def test_a_card_that_is_off_the_screen_comes_into_it_and_stays_there(left: int, top: int, size: int) -> None:
    card = Box(left, top, size, size)
    by = way_into(ROOM, card)
    moved = card._replace(left=card.left + by.x, top=card.top + by.y)
    assert moved.left >= ROOM.left
    assert moved.top >= ROOM.top
    assert size > ROOM.width or moved.right <= ROOM.right
    assert size > ROOM.height or moved.bottom <= ROOM.bottom
    assert way_into(ROOM, moved) == Spot(0, 0)
