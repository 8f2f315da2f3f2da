# SPDX-License-Identifier: MIT
"""Is everything Rideau says said in French too, with the same blanks and the typography of the house?"""

import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
KEYWORDS = {"text": None, "plural": (1, 2), "Text": None}
SPEAKING = [("keeper/**.py", "ignore"), ("adapters/native_messages.py", "ignore"), ("**.py", "python")]
"""What only reads messages says nothing of its own, and names texts by their key there."""
PERCENT_FIELD = re.compile(r"%(?:\(\w+\))?[sr]")
NO_BREAK = "\u00a0\u202f"


@pytest.fixture(scope="module", name="french")
def fixture_french() -> Catalog:
    with (ROOT / "resources/translations/fr.po").open("rb") as file:
        return read_po(file, locale="fr")


@pytest.fixture(scope="module", name="said")
def fixture_said() -> dict[str, str | tuple[str, ...]]:
    """Return what the code says, by the message's id; a plural's id is its singular."""
    found: dict[str, str | tuple[str, ...]] = {}
    for _, _, message, _, _ in extract_from_dir(ROOT / "app/rideau", method_map=SPEAKING, keywords=KEYWORDS):
        first = message[0] if isinstance(message, tuple) else message
        if isinstance(message, tuple) or first not in found:
            found[first] = message
    return found


def messages(catalog: Catalog) -> Iterator[Message]:
    return (message for message in catalog if message.id)


def ids(message: Message) -> tuple[str, ...]:
    return tuple(message.id) if isinstance(message.id, list | tuple) else (message.id,)


def strings(message: Message) -> tuple[str, ...]:
    return tuple(message.string) if isinstance(message.string, list | tuple) else (message.string or "",)


def fields(said: str) -> set[str]:
    if found := PERCENT_FIELD.findall(said):
        return set(found)
    return {name for _, name, _, _ in string.Formatter().parse(said) if name is not None}


def test_every_sentence_of_the_code_is_said_in_french(said: dict[str, str | tuple[str, ...]], french: Catalog) -> None:
    known = {ids(message)[0]: ids(message) for message in messages(french) if all(strings(message))}
    wanted = {first: message if isinstance(message, tuple) else (message,) for first, message in said.items()}
    missing = {first for first, forms in wanted.items() if known.get(first) != forms}
    assert not missing, f"to be added to fr.po: {sorted(missing)}"
    assert len(wanted) > 200


def test_no_translation_is_left_of_a_sentence_that_is_gone(
    said: dict[str, str | tuple[str, ...]], french: Catalog
) -> None:
    stale = {ids(message)[0] for message in messages(french)} - set(said)
    assert not stale, f"to be removed from fr.po: {sorted(stale)}"
    assert not french.obsolete


def test_no_translation_is_a_guess(french: Catalog) -> None:
    assert not [ids(message) for message in messages(french) if message.fuzzy]


def test_every_translation_has_the_blanks_of_its_sentence(french: Catalog) -> None:
    wrong = [
        (ids(message), translated)
        for message in messages(french)
        for translated in strings(message)
        if fields(translated) != fields(ids(message)[-1])
        and fields(translated) | {"count"} != fields(ids(message)[-1])  # a singular may say "one" in words
    ]
    assert not wrong


def test_french_has_no_break_spaces_where_its_typography_wants_them(french: Catalog) -> None:
    wrong = [
        translated
        for message in messages(french)
        for translated in strings(message)
        if re.search(r" [;:!?»]|« |«[^\u202f]|[^\u202f]»", translated) or "“" in translated
    ]
    assert not wrong


def test_a_mnemonic_of_the_menu_is_translated_to_one(french: Catalog) -> None:
    wrong = [
        translated
        for message in messages(french)
        for translated in strings(message)
        if translated.count("&") != ids(message)[0].count("&")
    ]
    assert not wrong


def test_a_number_and_its_unit_stay_on_one_line(french: Catalog) -> None:
    clock = french.get("{hour}:{minute:02}")
    assert clock is not None
    assert str(clock.string) == "{hour}\u00a0h\u00a0{minute:02}"
    assert all(mark in NO_BREAK for mark in re.findall(r"\}([^\w{])h", str(clock.string)))
