# SPDX-License-Identifier: MIT  # noqa: INP001 - a script, not a module
"""How do the translations stand with what Rideau says, and how do they get into a build?

The source is a Qt Linguist file per language (``resources/translations/rideau_fr.ts``). What Rideau reads when it runs
is the ``.mo`` made of it, because the command line speaks without Qt.

``python installers/translations.py update`` brings the files up to what the code says: what is new is added as
unfinished, to be translated in Qt Linguist (``pyside6-linguist``), what is said no more is taken out;
``compile`` writes each ``.mo``, as every build does.
"""

import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
CODE = ROOT / "app" / "rideau"
KEYWORDS = {"text": None, "plural": (1, 2), "Text": None}
SPEAKING = [("keeper/**.py", "ignore"), ("adapters/native_messages.py", "ignore"), ("**.py", "python")]
"""What only reads messages says nothing of its own, and names texts by their key there."""
PLURAL = "extra-po-msgid_plural"
"""Where Linguist's files keep the English plural of a sentence that gettext counts by."""


class Said(NamedTuple):
    """Hold one sentence with its translation: one form, or as many as the language counts by."""

    context: str
    """Which part of Rideau says it first: ``ui.settings``, ``wording``."""
    source: str
    plural: str = ""
    forms: tuple[str, ...] = ()
    """Empty while it is unfinished."""
    comment: str = ""
    """What one translator tells the next."""

    @property
    def ids(self) -> tuple[str, ...]:
        """Return what gettext knows it by."""
        return (self.source, self.plural) if self.plural else (self.source,)


def said_by_code(code: Path = CODE) -> tuple[Said, ...]:
    """Return what the code says, by context and sentence; a sentence that several say is its first one's."""
    found: dict[str, Said] = {}
    for file, _, message, _, _ in sorted(
        extract_from_dir(code, method_map=SPEAKING, keywords=KEYWORDS), key=lambda each: (each[0], each[1])
    ):
        source, plural = message if isinstance(message, tuple) else (message, "")
        context = ".".join(Path(file).parent.parts) or "rideau"
        if source not in found or (plural and not found[source].plural):
            found[source] = Said(found[source].context if source in found else context, source, plural)
    return tuple(sorted(found.values()))


def read(file: Path) -> tuple[Said, ...]:
    """Return what stands in a Linguist file; a translation marked as unfinished counts as none."""
    found: list[Said] = []
    for context in ET.parse(file).getroot().iter("context"):  # noqa: S314 - a file of our own repository
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            plural = message.findtext(PLURAL, "")
            found.append(
                Said(
                    name,
                    message.findtext("source", ""),
                    plural,
                    tuple(_forms(translation, is_counted=bool(plural))),
                    message.findtext("translatorcomment", ""),
                )
            )
    return tuple(found)


def _forms(translation: ET.Element | None, *, is_counted: bool) -> Iterator[str]:
    """Yield the forms of a finished translation; none of one that is unfinished, gone or empty."""
    if translation is None or translation.get("type"):
        return
    forms = [each.text or "" for each in translation.iter("numerusform")] if is_counted else [translation.text or ""]
    if all(forms):
        yield from forms


def write(file: Path, language: str, said: Iterable[Said]) -> None:
    """Write a Linguist file as Linguist itself would."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, ET.Element] = {}
    for each in said:
        if each.context not in contexts:
            contexts[each.context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[each.context], "name").text = each.context
        _add(contexts[each.context], each)
    ET.indent(root, "    ")
    text = ET.tostring(root, encoding="unicode")
    file.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")


def _add(context: ET.Element, said: Said) -> None:
    message = ET.SubElement(context, "message", {"numerus": "yes"} if said.plural else {})
    ET.SubElement(message, "source").text = said.source
    if said.comment:
        ET.SubElement(message, "translatorcomment").text = said.comment
    translation = ET.SubElement(message, "translation", {} if said.forms else {"type": "unfinished"})
    if said.plural:
        for form in said.forms or ("", ""):
            ET.SubElement(translation, "numerusform").text = form
        ET.SubElement(message, PLURAL).text = said.plural
    elif said.forms:
        translation.text = said.forms[0]


def brought_up_to(code: Iterable[Said], known: Iterable[Said]) -> tuple[Said, ...]:
    """Return what the code says, with what is translated of it already."""
    by_ids: Mapping[tuple[str, ...], Said] = {each.ids: each for each in known}
    return tuple(
        each._replace(forms=by_ids[each.ids].forms, comment=by_ids[each.ids].comment) if each.ids in by_ids else each
        for each in code
    )


def catalog(language: str, said: Iterable[Said]) -> Catalog:
    """Return what is translated, as gettext's tools know it."""
    made = Catalog(locale=language)
    for each in said:
        if each.forms:
            made.add(each.ids if each.plural else each.source, each.forms if each.plural else each.forms[0])
    return made


def compile_all(folder: Path = FOLDER) -> None:
    """Write ``LANGUAGE/LC_MESSAGES/rideau.mo`` beside every ``rideau_LANGUAGE.ts``."""
    for file in files(folder):
        target = folder / language_of(file) / "LC_MESSAGES" / "rideau.mo"
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as opened:
            write_mo(opened, catalog(language_of(file), read(file)))


def update_all(folder: Path = FOLDER) -> None:
    """Bring every file up to what the code says, and tell how much is unfinished."""
    code = said_by_code()
    for file in files(folder):
        known = read(file)
        said = brought_up_to(code, known)
        write(file, language_of(file), said)
        unfinished = sum(not each.forms for each in said)
        gone = len({each.ids for each in known} - {each.ids for each in said})
        sys.stdout.write(f"{file.name}: {len(said)} sentences, {unfinished} to be translated, {gone} taken out\n")


def files(folder: Path = FOLDER) -> list[Path]:
    """Return the Linguist files."""
    return sorted(folder.glob("rideau_*.ts"))


def language_of(file: Path) -> str:
    """Return the language of a Linguist file: ``fr``."""
    return file.stem.removeprefix("rideau_")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["update"]:
            update_all()
        case ["compile"]:
            compile_all()
        case _:
            sys.exit(f"{__doc__}")
