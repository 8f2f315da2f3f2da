# SPDX-License-Identifier: MIT
"""What do the tray and the card's process say to each other? One line each way at a time, every byte of it checked.

The first line tells the card, as JSON. ``withdraw`` takes it off the screen at once, ``close`` lets it leave. It
answers ``seen`` with its first frame, and to ``there`` as long as it hears; then how it ended: ``followed "…"`` with
the line that was written on it, ``dismissed`` or ``expired``. The end of the pipe ends it.
"""

import json
from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeVar

from rideau.domain.tip import Gesture, Outcome, Picture
from rideau.ports.card import Card

T = TypeVar("T")
WITHDRAW, CLOSE, THERE, SEEN = b"withdraw\n", b"close\n", b"there\n", b"seen\n"
LONGEST = 32_768
"""Bytes of a line; a card says 25 words."""
LONGEST_TEXT, LONGEST_STAY_S = 1000, 86_400
ANSWERED = (Outcome.FOLLOWED, Outcome.DISMISSED, Outcome.EXPIRED)


class CardLetter(NamedTuple):
    """Hold a card and how it is to be shown."""

    card: Card
    language: str = "en"
    is_dark: bool = False
    is_motion_reduced: bool = False
    is_right_to_left: bool = False
    is_unmanaged: bool = False
    """Whether the window goes past the window manager (wlroots gives a managed one the keyboard)."""


class CardAnswer(NamedTuple):
    """Hold what a card's process said."""

    outcome: Outcome | None
    """None for ``seen``."""
    line: str = ""


def letter_line(letter: CardLetter) -> bytes:
    """Return the line that tells ``letter``."""
    return json.dumps(letter._replace(card=letter.card._asdict())._asdict()).encode() + b"\n"  # type: ignore[arg-type] # written, never read


def letter_from(line: bytes) -> CardLetter | None:
    """Return what ``letter_line`` told; None for anything else."""
    try:
        said = _Said(_mapping(json.loads(line)))
        letter = CardLetter(
            _card(_Said(_mapping(said.of("card", dict)))),
            language=said.line("language"),
            is_dark=said.of("is_dark", bool),
            is_motion_reduced=said.of("is_motion_reduced", bool),
            is_right_to_left=said.of("is_right_to_left", bool),
            is_unmanaged=said.of("is_unmanaged", bool),
        )
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    return letter if letter.language.isalpha() and len(letter.language) < 9 else None  # noqa: PLR2004 - "fr"


def answer_line(outcome: Outcome, line: str = "") -> bytes:
    """Return the line that tells how a card ended."""
    return f"{outcome} {json.dumps(line[:LONGEST_TEXT])}\n".encode()


def answer_from(line: bytes) -> CardAnswer | None:
    """Return what a line of a card's process says; None where it says nothing that we know."""
    if line + b"\n" == SEEN:
        return CardAnswer(None)
    word, _, rest = line.partition(b" ")
    outcome = next((each for each in ANSWERED if each.encode() == word), None)
    if outcome is None:
        return None
    try:
        written = json.loads(rest)
    except (ValueError, RecursionError):
        return None
    return CardAnswer(outcome, clean(written)) if isinstance(written, str) else None


def clean(text: str) -> str:
    """Return ``text`` as one line that can be shown and kept: no control characters, no half ones, not endless."""
    whole = text[:LONGEST_TEXT].encode("utf-8", "ignore").decode("utf-8")
    return " ".join(
        "".join(" " if ord(each) < ord(" ") or each == "\x7f" else each for each in whole).split(" ")
    ).strip()


def read_line(read: Callable[[int], bytes]) -> tuple[bytes, bytes]:
    """Return the first line that ``read`` gives, and what came after it; none where it is missing or endless."""
    received = b""
    while b"\n" not in received and len(received) < LONGEST:
        piece = read(LONGEST)
        if not piece:
            return b"", b""
        received += piece
    line, _, rest = received.partition(b"\n")
    return (line, rest) if len(line) < LONGEST else (b"", b"")


class _Said:
    """Take values of one type each out of a mapping that somebody sent."""

    def __init__(self, values: Mapping[str, object]) -> None:
        self._values = values

    def of(self, name: str, kind: type[T]) -> T:
        value = self._values[name]
        if type(value) is not kind:  # a truth is an ``int`` to Python
            raise TypeError(name)
        return value

    def line(self, name: str) -> str:
        return clean(self.of(name, str))


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise TypeError
    return value


def _card(said: _Said) -> Card:
    seconds = said.of("seconds", int)
    return Card(
        id=said.line("id"),
        picture=Picture(said.line("picture")),
        gesture=Gesture(said.line("gesture")),
        sentence=said.line("sentence"),
        body=said.line("body"),
        yes=said.line("yes"),
        no=said.line("no"),
        seconds=min(max(seconds, 0), LONGEST_STAY_S),
        note=said.line("note"),
        is_silent=said.of("is_silent", bool),
        is_asked_for=said.of("is_asked_for", bool),
    )
