# SPDX-License-Identifier: MIT
"""Is everything Rideau says said in French too, with the same blanks and the typography of the house?"""

import re
import string
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from stage.translations import translations_script, words_in

LINGUIST = Path(sys.executable).parent
NO_BREAK = "\u00a0\u202f"
PERCENT_FIELD = re.compile(r"%(?:\(\w+\))?[sr]")


@pytest.fixture(scope="module", name="script")
def fixture_script() -> Any:
    return translations_script()


@pytest.fixture(scope="module", name="file")
def fixture_file(script: Any) -> Path:
    file: Path = script.FOLDER / "rideau_fr.ts"
    return file


@pytest.fixture(scope="module", name="french")
def fixture_french(script: Any, file: Path) -> tuple[Any, ...]:
    french: tuple[Any, ...] = script.read(file)
    return french


@pytest.fixture(scope="module", name="code")
def fixture_code(script: Any) -> tuple[Any, ...]:
    code: tuple[Any, ...] = script.said_by_code()
    return code


def fields(said: str) -> set[str]:
    if found := PERCENT_FIELD.findall(said):
        return set(found)
    return {name for _, name, _, _ in string.Formatter().parse(said) if name is not None}


def translated(french: tuple[Any, ...]) -> Iterator[str]:
    return (form for each in french for form in each.forms)


def test_every_sentence_of_the_code_is_said_in_french(code: tuple[Any, ...], french: tuple[Any, ...]) -> None:
    missing = {each.ids for each in code} - {each.ids for each in french if each.forms}
    assert not missing, f"“python installers/translations.py update” adds what is to be translated: {sorted(missing)}"
    assert len(code) > 1000


def test_no_translation_is_left_of_a_sentence_that_is_gone(code: tuple[Any, ...], french: tuple[Any, ...]) -> None:
    stale = {each.ids for each in french} - {each.ids for each in code}
    assert not stale, f"“python installers/translations.py update” takes them out: {sorted(stale)}"


def test_bringing_the_file_up_to_date_changes_nothing_but_what_changed(
    script: Any, file: Path, code: tuple[Any, ...], french: tuple[Any, ...], tmp_path: Path
) -> None:
    """So that translators see in a difference what they did, and nothing else."""
    again = tmp_path / file.name
    script.write(again, "fr", script.brought_up_to(code, french))
    assert again.read_text(encoding="utf-8") == file.read_text(encoding="utf-8")


def test_a_sentence_said_anew_waits_for_its_translator_and_the_others_keep_theirs(script: Any, tmp_path: Path) -> None:
    known = (
        script.Said("ui", "Stay", forms=("Reste",), comment="Imperative."),
        script.Said("ui", "Gone", forms=("Parti",)),
        script.Said("ui", "One key", "{count} keys", ("Une clé", "{count} clés")),
    )
    code = (
        script.Said("ui", "New one", "{count} new"),
        script.Said("ui", "One key", "{count} keys"),
        script.Said("wording", "Stay"),
    )
    script.write(tmp_path / "rideau_fr.ts", "fr", script.brought_up_to(code, known))
    read = script.read(tmp_path / "rideau_fr.ts")
    assert read == (code[0], known[2], script.Said("wording", "Stay", forms=("Reste",), comment="Imperative."))
    assert [message.id for message in script.catalog("fr", read) if message.id] == [("One key", "{count} keys"), "Stay"]


def test_qt_linguist_takes_the_file_and_finds_nothing_unfinished(file: Path, tmp_path: Path) -> None:
    made = tmp_path / "rideau_fr.qm"
    ran = subprocess.run(
        [LINGUIST / "pyside6-lrelease", file, "-qm", made], capture_output=True, text=True, check=True, timeout=60
    )
    count = len(list(ET.parse(file).getroot().iter("message")))  # noqa: S314 - a file of our own repository
    assert f"({count} finished and 0 unfinished)" in ran.stdout
    assert made.stat().st_size > 0


def test_every_translation_has_the_blanks_of_its_sentence(french: tuple[Any, ...]) -> None:
    wrong = [
        (each.ids, form)
        for each in french
        for form in each.forms
        if fields(form) != fields(each.ids[-1])
        and fields(form) | {"count"} != fields(each.ids[-1])  # a singular may say "one" in words
    ]
    assert not wrong


def test_french_has_no_break_spaces_where_its_typography_wants_them(french: tuple[Any, ...]) -> None:
    wrong = [
        form for form in translated(french) if re.search(r" [;:!?»]|« |«[^\u202f]|[^\u202f]»", form) or "“" in form
    ]
    assert not wrong


def test_a_mnemonic_of_the_menu_is_translated_to_one(french: tuple[Any, ...]) -> None:
    wrong = [form for each in french for form in each.forms if form.count("&") != each.source.count("&")]
    assert not wrong


def test_a_number_and_its_unit_stay_on_one_line() -> None:
    clock = words_in("fr").template("{hour}:{minute:02}")
    assert clock == "{hour}\u00a0h\u00a0{minute:02}"
    assert all(mark in NO_BREAK for mark in re.findall(r"\}([^\w{])h", clock))
