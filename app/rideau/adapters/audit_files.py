# SPDX-License-Identifier: MIT
"""Which how-tos of the audit ship with Rideau? Those in ``resources/audit/*.toml``."""

import tomllib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from rideau.domain.audit import HowTo
from rideau.domain.error import StorageError
from rideau.domain.settings import AuditQuestion
from rideau.domain.text import Text

GENERAL = "general"
"""The table for the networks that have none of their own; no network has this id."""
LANGUAGES = ("en", "fr")
_REINSTALL = Text("Rideau's own files are damaged; install it again.")

_Guides = Mapping[str, Mapping[AuditQuestion, HowTo]]


class AuditFiles:
    """Read the how-tos from a folder of TOML files: ``[network.question]`` with both languages."""

    def __init__(self, folder: Path) -> None:
        """Read from ``folder`` when first asked."""
        self._folder = folder

    def own(self, network: str, language: str) -> Mapping[AuditQuestion, HowTo]:
        """Return the how-tos written for ``network``."""
        return {} if network == GENERAL else self._guides[_known(language)].get(network, {})

    def general(self, language: str) -> Mapping[AuditQuestion, HowTo]:
        """Return one how-to for every question."""
        return self._guides[_known(language)][GENERAL]

    @cached_property
    def _guides(self) -> Mapping[str, _Guides]:
        tables: dict[str, Mapping[str, object]] = {}
        for file in sorted(self._folder.glob("*.toml")):
            tables |= _read(file)
        try:
            guides = {language: _guides(tables, language) for language in LANGUAGES}
            is_whole = all(set(each[GENERAL]) == set(AuditQuestion) for each in guides.values())
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise _damaged(self._folder, str(error)) from error
        if not is_whole:
            raise _damaged(self._folder, GENERAL)
        return guides


def _known(language: str) -> str:
    return language if language in LANGUAGES else LANGUAGES[0]


def _read(file: Path) -> dict[str, Mapping[str, object]]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise _damaged(file, str(error)) from error


def _guides(tables: Mapping[str, Mapping[str, object]], language: str) -> _Guides:
    return {
        network: {AuditQuestion(question): _how_to(raw, language) for question, raw in table.items()}
        for network, table in tables.items()
    }


def _how_to(raw: object, language: str) -> HowTo:
    """Return what one question's table says in ``language``; anything else than texts is a TypeError."""
    said = raw[language]  # type: ignore[index]  # what is no table is a TypeError, and damaged
    steps, stays = said["steps"], said["stays"]
    if not isinstance(steps, list) or not all(isinstance(each, str) for each in (*steps, stays)):
        raise TypeError(language)
    return HowTo(tuple(steps), stays)


def _damaged(place: Path, reason: str) -> StorageError:
    message = Text("The steps for keeping apart can't be read: {file}: {reason}", file=str(place), reason=reason)
    return StorageError(message, _REINSTALL)
