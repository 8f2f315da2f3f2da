# SPDX-License-Identifier: MIT
"""How does a person take everything with them, bring it back, or have it gone? (SPEC R1: exportable, erasable)."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple, Protocol

from rideau.domain.error import RideauError
from rideau.domain.text import Text
from rideau.ports.settings_store import SettingsProblem


class Contents(NamedTuple):
    """Hold what an archive has in it."""

    made_at: datetime
    """Aware, UTC."""
    has_settings: bool = False
    own_networks: int = 0
    """How many files of networks, tips and steps the person made themselves."""
    own_tips: int = 0
    own_protocol: int = 0
    events: int = 0
    """How many lines of the journal."""
    notes: int = 0
    """How many entries of the notebook: thoughts, wins, check-ins."""
    problems: tuple[SettingsProblem, ...] = ()
    """Where the settings in it do not hold; such an archive can't be imported."""


class Imported(NamedTuple):
    """Say what was brought in, and where what was here before is kept."""

    contents: Contents
    kept: Path
    """An archive; importing it takes this import back."""


class ArchiveError(RideauError):
    """Say that a file is no archive of Rideau's, or holds what no such archive holds."""

    title = Text("This file can't be imported")


class Archive(Protocol):
    """Keep everything that is the person's in one file: settings, own networks, tips and protocol, journal, notebook.

    Never in it: the passphrase (it stays in the keyring), the switches by hand and the settings in force (they belong
    to this machine and this evening), and the ledger. From any thread, one call at a time; each may take seconds.
    """

    def export_to(self, path: Path) -> Contents:
        """Write an archive to ``path``, for this person alone to read, replacing what is there; return what is in it.

        Raises:
            StorageError: something could not be read or written; what was at ``path`` is whole.

        """
        ...

    def read(self, path: Path) -> Contents:
        """Return what the archive at ``path`` holds, all of it checked; nothing changes.

        Raises:
            ArchiveError: it is none, is damaged, was made by a newer Rideau, or holds what it may not.
            StorageError: it could not be read.

        """
        ...

    def import_from(self, path: Path) -> Imported:
        """Put the settings, notebook and files of ``path`` in place of those here, and add its journal to the one here.

        All or nothing, as far as files can be; what was here is kept in an archive first. A running app takes the new
        settings up as any other edit: outside work hours what weakens the lock waits for the opening.

        Raises:
            ArchiveError: as ``read``; nothing was changed.
            SettingsError: the settings in it do not hold; nothing was changed.
            StorageError: something could not be written; what was here is in place.

        """
        ...

    def erase(self) -> tuple[Text, ...]:
        """Have the app end and put everything back, then erase all there is; return what could not be erased.

        The next start is a first one. Whoever shows settings should close: there are none to change any more.

        Raises:
            RefusedError: it is closed, and may not be left just like that; nothing was changed.
            StorageError: something could not be put back, so it has to be remembered; nothing was erased.

        """
        ...
