# SPDX-License-Identifier: MIT
"""Archives in memory."""

from pathlib import Path

from fakes.moment import FRIDAY_MORNING
from rideau.domain.error import RefusedError, StorageError
from rideau.domain.text import Text
from rideau.ports.archive import ArchiveError, Contents, Imported
from rideau.ports.settings_store import SettingsError


class FakeArchive:
    """Keep archives by path in ``files``; ``here`` is what there is to export, None once it is erased."""

    def __init__(self) -> None:
        """Begin with settings and three lines of the journal."""
        self.here: Contents | None = Contents(FRIDAY_MORNING, has_settings=True, events=3)
        self.files: dict[Path, Contents] = {}
        self.refusal: RefusedError | None = None
        """Raised instead of erasing, where it is set."""
        self.full_disk = False
        self.left: tuple[Text, ...] = ()
        """What can't be erased."""

    def export_to(self, path: Path) -> Contents:
        """Keep what is here."""
        if self.full_disk:
            raise StorageError(Text("“{file}” could not be written: {why}", file=str(path), why="the disk is full."))
        self.files[path] = self.here or Contents(FRIDAY_MORNING)
        return self.files[path]

    def read(self, path: Path) -> Contents:
        """Return what is kept at ``path``."""
        if path not in self.files:
            raise ArchiveError(Text("“{file}” is no archive of Rideau's.", file=str(path)))
        return self.files[path]

    def import_from(self, path: Path) -> Imported:
        """Take over what is kept at ``path``."""
        found = self.read(path)
        if found.problems:
            raise SettingsError(found.problems)
        kept = path.with_name("before.zip")
        self.export_to(kept)
        self.here = found
        return Imported(found, kept)

    def erase(self) -> tuple[Text, ...]:
        """Forget what is here."""
        if self.refusal is not None:
            raise self.refusal
        self.here = None
        return self.left
