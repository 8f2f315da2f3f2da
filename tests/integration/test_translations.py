# SPDX-License-Identifier: MIT
"""Is everything Rideau says said in French too, with the same blanks and the typography of the house?"""

import ast
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
QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\{\w*(?::[^}]*)?\}|--\w+|\[\w+\]")
"""What is not said but shown: commands, options, names of others' buttons, and what is filled in."""
END_MARK = re.compile(r"([.:;?…]?)[”»\s\u202f]*$")
NAMES_OF_DAYS_AND_MONTHS = 3
"""How long their short forms are in English; French ends them in a point."""
GLOSSARY = {
    "administrators?": "administration",
    "allowance": "temps du jour",
    "away message": "message d’absence",
    "batch(?:es)?": "groupée",
    "breath": "souffl",
    "browser extension": "extension",
    "cards?": "carte",
    "check-ins?": "point",
    "curtain": "rideau",
    "emergency exit": "issue de secours",
    "exceptions?": "exception",
    "focus": "concentration",
    "friendly page": "page aimable",
    "gate": "porte",
    "journal": "journal",
    "(?<!-)keyring": "trousseau",
    "launchers?": "lanceur",
    "mixed": "mixte",
    "mute[sd]?": "sourdine",
    "needs? mending": "valable",
    "networks?": "réseau|celui-là",
    "notebook": "carnet",
    "passphrase": "phrase secrète",
    "places to turn to": "à qui parler",
    "private life": "vie privée",
    "public holidays?": "férié",
    "reminders?": "ra&?ppel",
    "sandbox": "bac à sable",
    "the log": "journal technique",
    "thoughts?": "pensée",
    "time zones?": "fuseau horaire",
    "tips?": "carte",
    "went well": "bien marché",
    "wind-down": "fin de journée",
    "wins?": "victoire",
}
"""One name per thing: the English one (as a whole word) and what French has to say wherever it stands."""
NEVER_IN_FRENCH = (
    "applis?|apps|focus|administrateurs?|utilisateurs?|phrase de passe|sortie de secours|réseaux à vous|vie personnelle"
    "|conseils?"
)
"""Other names of the same things, franglais, and persons who are men only."""
SPOKEN_BY = {f"{words}.{how}" for words in ("words", "self.words", "self._words") for how in ("text", "plural")}
ORDERS = r"you (?:should|must|need to|have to)|must|should(?! Rideau)|vous dev(?:ez|riez|rez)|il (?:vous )?faut que"
BUTTONS = {"button", "Way", "addAction"}
LONGER_BY = 12
"""How many letters a short button may be longer in French, beyond the 1.6 times that a longer one may."""


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


def sides(french: tuple[Any, ...]) -> Iterator[tuple[str, str]]:
    """Yield what is said in English and in French, each plural form beside its own."""
    for each in french:
        yield from zip((each.ids * len(each.forms))[: len(each.forms)], each.forms, strict=True)


def test_french_is_written_with_typographic_apostrophes_and_english_with_plain_ones(french: tuple[Any, ...]) -> None:
    assert not [form for form in translated(french) if re.search(r"\w'\w", form)]
    assert not [said for each in french for said in each.ids if "\u2019" in said]


def test_blanks_stand_alone_and_edges_are_as_in_english(french: tuple[Any, ...]) -> None:
    assert not [said for each in french for said in (*each.ids, *each.forms) if re.search(r"\s{2}", said)]
    assert not [
        pair
        for pair in sides(french)
        if pair[0].endswith(" ") != pair[1].endswith(" ") or pair[0].startswith(" ") != pair[1].startswith(" ")
    ]


def test_a_sentence_ends_in_french_as_it_ends_in_english(french: tuple[Any, ...]) -> None:
    def mark(said: str) -> str:
        found = END_MARK.search(said)
        return found[1] if found else ""

    wrong = [
        pair for pair in sides(french) if len(pair[0]) > NAMES_OF_DAYS_AND_MONTHS and mark(pair[0]) != mark(pair[1])
    ]
    assert not wrong


def test_nobody_is_cheered_at_and_nobody_is_told_what_they_must(french: tuple[Any, ...]) -> None:
    said = [each for pair in sides(french) for each in pair]
    assert not [each for each in said if "!" in each]
    assert not [each for each in said if re.search(rf"\b(?:{ORDERS})\b", QUOTED.sub("", each), re.IGNORECASE)]


def test_a_number_is_never_parted_from_its_unit(french: tuple[Any, ...]) -> None:
    unit = re.compile(r"(?:\d|(?:count|minutes|hours)\}) (?:min|h|s|Mo|minutes?|heures?|secondes?)\b")
    assert not [form for form in translated(french) if unit.search(form) and not form.startswith("+")]


def test_no_name_that_is_filled_in_can_break_the_grammar(french: tuple[Any, ...]) -> None:
    """Before a vowel the article loses its own: such a name comes first, or after a colon."""
    named = r"\{(?:network|networks|name|names|app|apps|browser|browsers|country|desktop|site|label)\}"
    assert not [form for form in translated(french) if re.search(rf"\b(?:de|que|le|la|jusque) {named}", form)]


@pytest.mark.parametrize(("english", "in_french"), GLOSSARY.items())
def test_a_thing_has_one_name(french: tuple[Any, ...], english: str, in_french: str) -> None:
    wrong = [
        (said, form)
        for said, form in sides(french)
        if re.search(rf"\b(?:{english})\b", QUOTED.sub("", said), re.IGNORECASE)
        and not re.search(in_french, form, re.IGNORECASE)
    ]
    assert not wrong


def test_no_second_name_of_a_thing_creeps_in(french: tuple[Any, ...]) -> None:
    other = re.compile(rf"\b(?:{NEVER_IN_FRENCH})\b", re.IGNORECASE)
    assert not [form for form in translated(french) if other.search(QUOTED.sub("", form))]


def said_by_buttons(script: Any) -> set[str]:
    """Return what stands on a button or in a menu: the first sentence that its maker is handed."""
    return {
        sentence.value
        for file in (script.CODE / "ui").rglob("*.py")
        for made in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(made, ast.Call) and _name_of(made) in BUTTONS and made.args
        for said in ast.walk(made.args[0])
        if isinstance(said, ast.Call) and _name_of(said) == "text" and said.args
        for sentence in said.args[:1]
        if isinstance(sentence, ast.Constant) and isinstance(sentence.value, str)
    }


def _name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def test_a_button_is_hardly_longer_in_french(script: Any, french: tuple[Any, ...]) -> None:
    buttons = said_by_buttons(script)
    assert len(buttons) > 40, "buttons are made in another way now"
    wrong = [
        (said, form)
        for said, form in sides(french)
        if said in buttons and len(form) > max(1.6 * len(said), len(said) + LONGER_BY)
    ]
    assert not wrong


def test_a_mnemonic_of_the_menu_is_translated_to_one(french: tuple[Any, ...]) -> None:
    wrong = [form for each in french for form in each.forms if form.count("&") != each.source.count("&")]
    assert not wrong


def test_a_number_and_its_unit_stay_on_one_line() -> None:
    clock = words_in("fr").template("{hour}:{minute:02}")
    assert clock == "{hour}\u00a0h\u00a0{minute:02}"
    assert all(mark in NO_BREAK for mark in re.findall(r"\}([^\w{])h", clock))


def test_no_sentence_hides_within_another_string(script: Any, code: tuple[Any, ...]) -> None:
    """What reads the code for translators does not look into the braces of an f-string."""
    seen = {form for each in code for form in each.ids}
    trees = (ast.parse(file.read_text(encoding="utf-8")) for file in script.CODE.rglob("*.py"))
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args]
    said = {
        str(call.args[0].value)
        for call in calls
        if isinstance(call.args[0], ast.Constant)
        and isinstance(call.func, ast.Attribute)
        and ast.unparse(call.func) in SPOKEN_BY
    }
    assert said <= seen, sorted(said - seen)
