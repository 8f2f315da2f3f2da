# SPDX-License-Identifier: MIT
"""Which places to turn to ship with Rideau? Those in ``resources/help/places.toml``."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from pathlib import Path

from rideau.domain.error import StorageError
from rideau.domain.help_place import ELSEWHERE, HelpPlace, HelpPlaces
from rideau.domain.text import Text

LANGUAGES = ("en", "fr")


class HelpFiles:
    """Read the places from one TOML file: a table for each country, with both languages; the ``HelpDirectory``."""

    def __init__(self, file: Path) -> None:
        """Read ``file`` when first asked."""
        self._file = file

    def countries(self) -> tuple[str, ...]:
        """Return the countries with numbers of their own."""
        return tuple(sorted(each for each in self._tables if each != ELSEWHERE))

    def places(self, country: str, language: str) -> HelpPlaces:
        """Return the places of ``country``, or those for everywhere else."""
        found = country if country in self._tables else ELSEWHERE
        said = language if language in LANGUAGES else LANGUAGES[0]
        try:
            lists = {name: _places(self._tables[found].get(name, []), said) for name in ("emergency", "lines")}
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise self._damaged(repr(error)) from error
        return HelpPlaces(found, **lists)

    @cached_property
    def _tables(self) -> Mapping[str, Mapping[str, object]]:
        try:
            tables = tomllib.loads(self._file.read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise self._damaged(str(error)) from error
        if ELSEWHERE not in tables or not all(isinstance(each, dict) for each in tables.values()):
            raise self._damaged(ELSEWHERE)
        return tables

    def _damaged(self, reason: str) -> StorageError:
        message = Text("The places to turn to can't be read: {file}: {reason}", file=str(self._file), reason=reason)
        return StorageError(message, Text("Rideau's own files are damaged; install it again."))


def _places(raw: object, language: str) -> tuple[HelpPlace, ...]:
    if not isinstance(raw, list):
        raise TypeError(raw)
    return tuple(_place(each, language) for each in raw)


def _place(raw: Mapping[str, object], language: str) -> HelpPlace:
    checked = raw["checked"]
    if not isinstance(checked, date):
        raise TypeError(checked)
    return HelpPlace(
        number=_text(raw["number"]),
        name=_said(raw["name"], language),
        hours=_said(raw["hours"], language),
        source=_text(raw["source"]),
        read=_text(raw["read"]),
        checked=checked,
    )


def _said(raw: object, language: str) -> str:
    if not isinstance(raw, dict):
        raise TypeError(raw)
    return _text(raw[language])


def _text(raw: object) -> str:
    if not isinstance(raw, str):
        raise TypeError(raw)
    return raw
