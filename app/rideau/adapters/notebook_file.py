# SPDX-License-Identifier: MIT
"""How does what a person put down survive, whoever of Rideau's processes writes it?"""

import logging
from collections.abc import Callable
from pathlib import Path

from rideau.adapters.atomic_file import read_limited, replace_file, set_aside, storage_error
from rideau.adapters.file_lock import taking_turns
from rideau.adapters.notebook_json import UnreadableNotesError, notes_from_json, notes_to_json
from rideau.domain.error import StorageError
from rideau.domain.notebook import Notes
from rideau.domain.text import Text

_log = logging.getLogger(__name__)


class NotebookFile:
    """Keep the notebook in one JSON file, for its owner alone to read; the ``Notebook``."""

    def __init__(self, path: Path) -> None:
        """Keep it at ``path``; nothing is created before the first change."""
        self._path = path

    def load(self) -> Notes:
        """Return what is kept; see the port."""
        try:
            return self._read()
        except (OSError, UnreadableNotesError):
            return self._mended()

    def change(self, how: Callable[[Notes], Notes]) -> Notes:
        """Keep what ``how`` makes of it; see the port."""
        with taking_turns(self._path):
            before = self._read_or_aside()
            after = how(before)
            if after != before:
                replace_file(self._path, self._written(after))
        return after

    def _mended(self) -> Notes:
        """Look again while nobody writes, and set aside what still can't be read."""
        try:
            with taking_turns(self._path):
                return self._read_or_aside()
        except StorageError as error:
            _log.warning("the notebook can't be read, nor set aside: %s", error)
            return Notes()

    def _read(self) -> Notes:
        try:
            return notes_from_json(read_limited(self._path))
        except FileNotFoundError:
            return Notes()

    def _read_or_aside(self) -> Notes:
        try:
            return self._read()
        except (OSError, UnreadableNotesError):
            try:
                aside = set_aside(self._path)
            except OSError as error:
                raise storage_error(self._path, error) from error
        _log.warning("the notebook can't be read and is set aside as “%s”", aside.name)
        return Notes()

    def _written(self, notes: Notes) -> bytes:
        try:
            return notes_to_json(notes)
        except UnreadableNotesError as error:
            raise StorageError(
                Text("This is more than the notebook keeps."),
                Text("Make it shorter, or let go of some of what is in it."),
            ) from error
