# SPDX-License-Identifier: MIT
"""How is everything that is the person's carried away, brought in and erased, as files?

An archive holds the settings, the files of own networks, tips and protocol, the journal and the notebook. Switches by
hand, the settings in force, the ledgers and the keyring are never read for one nor touched by one: an import is an edit
like any other, and what it would open early is held until the opening.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

from rideau.adapters.archive_journal import Lines, UnreadableLineError, add_to_journal, journal_text, parse_journal
from rideau.adapters.archive_zip import (
    CONFIG,
    FOLDERS,
    JOURNAL,
    NOTEBOOK,
    Packed,
    is_file_name,
    read_archive,
    refused,
    unreadable,
    write_archive,
)
from rideau.adapters.atomic_file import read_limited, replace_file, storage_error
from rideau.adapters.file_lock import taking_turns
from rideau.adapters.migrations import migrate
from rideau.adapters.notebook_file import NotebookFile
from rideau.adapters.notebook_json import UnreadableNotesError, notes_from_json, notes_to_json
from rideau.adapters.paths import Paths
from rideau.adapters.settings_reader import RawFile, read_settings
from rideau.adapters.settings_toml import TomlError, decoded, parse_toml
from rideau.domain.error import StorageError
from rideau.domain.notebook import Notes, count_of
from rideau.domain.text import Text
from rideau.ports.archive import Contents, Imported
from rideau.ports.clock import Clock
from rideau.ports.settings_store import SettingsError, SettingsProblem

_NETWORKS, _TIPS, _PROTOCOL = FOLDERS
_NOT_SETTINGS = frozenset({JOURNAL, NOTEBOOK})


@dataclass(frozen=True, slots=True)
class ArchiveFiles:
    """Keep archives as zip files; the ``Archive``."""

    paths: Paths
    settings_file: Path
    known_networks: Callable[[], Iterable[str]]
    clock: Clock
    eraser: Callable[[], tuple[Text, ...]]
    """Does what ``erase`` is to do."""

    def export_to(self, path: Path) -> Contents:
        """Write an archive; see the port."""
        packed = self._packed()
        write_archive(path, packed, _made_by())
        return self._contents(path, packed)[0]

    def read(self, path: Path) -> Contents:
        """Return what an archive holds; see the port."""
        return self._contents(path, read_archive(path))[0]

    def import_from(self, path: Path) -> Imported:
        """Put an archive in place; see the port."""
        packed = read_archive(path)
        contents, lines = self._contents(path, packed)
        if contents.problems:
            raise SettingsError(contents.problems)
        with ExitStack() as turns:
            for file in _one_for_each_folder(self.settings_file, self.paths.notebook_file):
                turns.enter_context(taking_turns(file))
            kept = self._exchange(packed, lines)
        return Imported(contents, kept)

    def erase(self) -> tuple[Text, ...]:
        """Erase everything; see the port."""
        return self.eraser()

    def _exchange(self, packed: Packed, lines: Lines) -> Path:
        """Put ``packed`` in place, all or nothing, and return where what was there is kept."""
        before = self._packed()
        kept = self._free_name(before)
        write_archive(kept, before, _made_by())
        self._put(packed.files, before.files)
        try:
            add_to_journal(self.paths.journal_file, lines)
        except StorageError:
            with suppress(StorageError):
                self._put(before.files, packed.files)
            raise
        return kept

    def _packed(self) -> Packed:
        files = {name: content for name, content in self._own_files() if content is not None}
        files[NOTEBOOK] = notes_to_json(NotebookFile(self.paths.notebook_file).load())
        journal = journal_text(self.paths.journal_file)
        if journal:
            files[JOURNAL] = journal.encode()
        return Packed(self.clock.now(), files)

    def _own_files(self) -> Iterator[tuple[str, bytes | None]]:
        yield CONFIG, _read(self.settings_file)
        for folder in FOLDERS:
            for file in _toml_files(self.paths.config / folder):
                name = f"{folder}/{file.name}"
                if not is_file_name(name):
                    why = Text("“{file}” has a name that not every system can keep.", file=str(file))
                    raise StorageError(why, Text("Rename it, then try again."))
                yield name, _read(file)

    def _contents(self, path: Path, packed: Packed) -> tuple[Contents, Lines]:
        """Check everything in ``packed`` and return what it is."""
        lines = Lines()
        if JOURNAL in packed.files:
            try:
                lines = parse_journal(packed.files[JOURNAL])
            except UnreadableLineError as error:
                raise refused(path, JOURNAL, Text("says nothing in line {number}.", number=error.number)) from error
        files = packed.files
        contents = Contents(
            packed.made_at,
            CONFIG in files,
            own_networks=_count(files, _NETWORKS),
            own_tips=_count(files, _TIPS),
            own_protocol=_count(files, _PROTOCOL),
            events=len(lines.events),
            notes=count_of(_checked_notes(path, files)),
            problems=self._problems(path, files),
        )
        return contents, lines

    def _problems(self, path: Path, files: Mapping[str, bytes]) -> tuple[SettingsProblem, ...]:
        problems: list[SettingsProblem] = []
        settings = {name: data for name, data in files.items() if name not in _NOT_SETTINGS}
        tables = {name: _table(path / name, data, problems) for name, data in settings.items()}
        config = tables.get(CONFIG, {})
        migrate(config)
        own = [RawFile(str(path / name), tables[name]) for name in sorted(tables) if name.startswith(_NETWORKS)]
        _, found = read_settings(RawFile(str(path / CONFIG), config), own, self.known_networks)
        return (*problems, *found)

    def _put(self, files: Mapping[str, bytes], before: Mapping[str, bytes]) -> None:
        """Put ``files`` in the place of those ``before``, the settings last; where that fails, bring those back."""
        gone = {name for name in before if name not in files and name != NOTEBOOK}  # an older archive has no notebook
        names = sorted({*files, *gone} - {JOURNAL}, key=lambda name: (name == CONFIG, name))
        try:
            for name in names:
                self._put_one(name, files.get(name))
        except StorageError:
            for name in names:
                with suppress(StorageError):
                    self._put_one(name, before.get(name))
            raise

    def _put_one(self, name: str, content: bytes | None) -> None:
        file = self._place_of(name)
        if content is not None:
            if _read(file) != content:
                replace_file(file, content)
            return
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            raise storage_error(file, error) from error

    def _place_of(self, name: str) -> Path:
        if name == NOTEBOOK:
            return self.paths.notebook_file
        return self.settings_file if name == CONFIG else self.paths.config / name

    def _free_name(self, before: Packed) -> Path:
        base = f"before-import-{before.made_at:%Y-%m-%d-%H%M%S}"
        kept, number = self.paths.state / f"{base}.zip", 1
        while kept.exists():
            number += 1
            kept = self.paths.state / f"{base}-{number}.zip"
        return kept


def _checked_notes(path: Path, files: Mapping[str, bytes]) -> Notes:
    try:
        return notes_from_json(files[NOTEBOOK]) if NOTEBOOK in files else Notes()
    except UnreadableNotesError as error:
        raise refused(path, NOTEBOOK, Text("is no notebook of Rideau's, or it is damaged.")) from error


def _one_for_each_folder(*files: Path) -> tuple[Path, ...]:
    """Return one file of each folder: turns are taken by the folder, and settings and state share one on macOS."""
    return tuple({file.parent.resolve(): file for file in files}.values())


def _read(file: Path) -> bytes | None:
    try:
        return read_limited(file)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise unreadable(file, error) from error


def _toml_files(folder: Path) -> list[Path]:
    try:
        files = sorted(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise storage_error(folder, error) from error
    return [file for file in files if file.suffix == ".toml" and not file.name.startswith(".")]


def _table(file: Path, content: bytes, problems: list[SettingsProblem]) -> dict[str, object]:
    try:
        return parse_toml(file, decoded(file, content))
    except TomlError as error:
        problems.append(error.problem)
        return {}


def _count(files: Mapping[str, bytes], folder: str) -> int:
    return sum(name.startswith(f"{folder}/") for name in files)


def _made_by() -> str:
    from importlib.metadata import version  # noqa: PLC0415 - slow to load, and wanted here alone

    return version("rideau")
