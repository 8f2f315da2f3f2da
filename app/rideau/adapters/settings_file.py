# SPDX-License-Identifier: MIT
"""How are the settings read from, and written to, the files a person edits by hand?"""

import errno
import logging
import stat
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from rideau.adapters.atomic_file import make_private_folder, read_limited, replace_file, storage_error
from rideau.adapters.file_lock import taking_turns
from rideau.adapters.migrations import is_outdated, of_today, version_of
from rideau.adapters.settings_reader import RawFile, read_settings
from rideau.adapters.settings_toml import TomlError, parse_shared, parse_toml, read_text
from rideau.domain.error import StorageError
from rideau.domain.settings import CURRENT_VERSION, Settings
from rideau.domain.text import Text
from rideau.ports.settings_store import SettingsError, SettingsProblem

_log = logging.getLogger(__name__)

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_TRIES = 20
"""How often a change is made anew because a hand saved the file at the same moment."""
BARE_STARTER = f"version = {CURRENT_VERSION}\n"


class SettingsFile:
    """Keep the settings in ``file`` and the person's own networks in ``networks_folder``; the ``SettingsStore``.

    What writes them is loaded when something is written: the tray only reads.
    """

    def __init__(
        self,
        file: Path,
        networks_folder: Path | None = None,
        memory: Path | None = None,
        starter: Path | None = None,
        known_networks: Callable[[], Iterable[str]] | None = None,
    ) -> None:
        """Read nothing yet.

        ``memory`` is the folder for the settings that last held, ``starter`` what a new file begins as, in the
        person's language, ``known_networks`` gives the ids of the catalogue: without it every id is known.
        """
        self.file = file
        self.networks_folder = networks_folder
        self.memory = memory
        self.starter = starter
        self.known_networks = known_networks
        self._held: list[tuple[Mapping[str, object], list[RawFile], Settings]] = []
        """What was read last and held, with the very tables that it was read from."""

    def load(self) -> Settings:
        """Return what the files say; see the port."""
        return self._read(None)

    def remember(self) -> None:
        """Keep a copy of the files in ``memory``; see the port."""
        if self.memory is None:
            return
        try:
            self._copy_to(self.memory)
        except (OSError, StorageError) as error:
            _log.warning("the settings that hold could not be kept for later: %s", error)

    def last_good(self) -> Settings:
        """Return what was last remembered; see the port."""
        if self.memory is None:
            return Settings()
        try:
            return SettingsFile(self.memory / self.file.name, self.memory / "networks.d").load()
        except SettingsError as error:
            _log.warning("the settings that held last can't be read: %s", error)
            return Settings()

    def plain(self) -> dict[str, object]:
        """Return the file's tables; see the port."""
        from rideau.adapters.settings_week import with_its_week  # noqa: PLC0415 - the tray only reads

        return with_its_week(of_today(self._parsed(self._text() or self._starter_text())))

    def tried(self, edits: Mapping[str, object]) -> Settings:
        """Return what writing would make of it; see the port."""
        return self._read(self._edited(self._text() or self._starter_text(), edits))

    def write(self, edits: Mapping[str, object]) -> Settings:
        """Set each key path; see the port."""
        with taking_turns(self.file):
            for _ in range(_TRIES):
                settings = self._written(edits)
                if settings is not None:
                    return settings
        message = Text("“{file}” is being changed by another program all the time.", file=str(self.file))
        raise StorageError(message, Text("Try again in a moment."))

    def _written(self, edits: Mapping[str, object]) -> Settings | None:
        """Write the file with ``edits``; None where a hand changed it meanwhile, which no lock keeps out."""
        self._heed_protection()
        before = self._text()
        text = before or self._starter_text()
        result = self._edited(text, edits)
        settings = self._read(result)
        if is_outdated(self._parsed(text)):
            self._keep_old(text)
        return settings if replace_file(self.file, result.encode(), lambda: self._text() == before) else None

    def migrate_file(self) -> Path | None:
        """Rewrite a file of an older version as today's and return where the old one is kept; None where it is current.

        Raises:
            SettingsError: the result would not hold; the file is untouched.
            StorageError: the file could not be written; the old one is whole.

        """
        text = self._text()
        if text is None or not is_outdated(self._parsed(text)):
            return None
        with taking_turns(self.file):
            return self._migrated()

    def _migrated(self) -> Path | None:
        from rideau.adapters.settings_writer import migrated  # noqa: PLC0415 - once in a file's life

        text = self._text()
        if text is None or not is_outdated(self._parsed(text)):
            return None
        self._heed_protection()
        result = migrated(text)
        self._read(result)
        kept = self._keep_old(text)
        replace_file(self.file, result.encode())
        return kept

    def _heed_protection(self) -> None:
        """Write no file that somebody has taken the right to write away from, though putting another there would work.

        Raises:
            StorageError: it is so.

        """
        try:
            is_protected = not self.file.stat().st_mode & _WRITABLE
        except OSError:
            return
        if is_protected:
            raise storage_error(self.file, PermissionError(errno.EACCES, "protected"))

    def _edited(self, text: str, edits: Mapping[str, object]) -> str:
        from rideau.adapters.settings_paths import UnwritableError  # noqa: PLC0415 - as above
        from rideau.adapters.settings_week import within_a_week  # noqa: PLC0415 - the tray only reads
        from rideau.adapters.settings_writer import edited, migrated  # noqa: PLC0415 - as above

        try:
            current = migrated(text)
            return edited(current, within_a_week(self._parsed(current), edits))
        except UnwritableError as error:
            message = Text("“{place}” could not be changed without touching what you wrote.", place=str(error))
            raise StorageError(message, Text("Change it in “{file}” by hand.", file=str(self.file))) from error

    def _read(self, text: str | None) -> Settings:
        """Return the settings with ``text`` in place of the file's own where it is not None."""
        problems: list[SettingsProblem] = []
        raw: Mapping[str, object] = {}
        try:
            raw = self._parsed(text) if text is not None else self._raw(self.file, parse_shared)
        except SettingsError as error:
            problems += error.problems
        own = self._own_networks(problems)
        for seen, seen_own, settings in self._held:
            if seen is raw and seen_own == own and not problems:
                return settings
        settings, found = read_settings(RawFile(str(self.file), of_today(raw)), own, self.known_networks)
        problems += found
        if problems:
            raise SettingsError(tuple(problems))
        self._held[:] = [(raw, own, settings)]
        return settings

    def _own_networks(self, problems: list[SettingsProblem]) -> list[RawFile]:
        files: list[RawFile] = []
        for file in self._network_files(problems):
            try:
                files.append(RawFile(str(file), self._raw(file)))
            except SettingsError as error:
                problems += error.problems
        return files

    def _network_files(self, problems: list[SettingsProblem]) -> list[Path]:
        """Return the files of the folder by name; hidden ones (an editor's own) are left out."""
        folder = self.networks_folder
        try:
            names = sorted(folder.iterdir()) if folder is not None else []
        except FileNotFoundError:
            return []
        except OSError as error:
            reason = error.strerror or str(error)
            message = Text("This folder can't be read; the system says “{reason}”.", reason=reason)
            problems.append(SettingsProblem(str(folder), "", message))
            return []
        return [file for file in names if file.suffix == ".toml" and not file.name.startswith(".")]

    @staticmethod
    def _raw(file: Path, parse: Callable[[Path, str], Mapping[str, object]] = parse_toml) -> Mapping[str, object]:
        try:
            text = read_text(file)
            return {} if text is None else parse(file, text)
        except TomlError as error:
            raise SettingsError((error.problem,)) from error

    def _text(self) -> str | None:
        try:
            text = read_text(self.file)
            if text is not None:
                parse_shared(self.file, text)
        except TomlError as error:
            raise SettingsError((error.problem,)) from error
        return text

    def _parsed(self, text: str) -> Mapping[str, object]:
        try:
            return parse_shared(self.file, text)
        except TomlError as error:
            raise SettingsError((error.problem,)) from error

    def _starter_text(self) -> str:
        if self.starter is None:
            return BARE_STARTER
        try:
            return self.starter.read_text(encoding="utf-8")
        except OSError as error:
            _log.warning("the starter settings can't be read, so the new file begins bare: %s", error)
            return BARE_STARTER

    def _keep_old(self, text: str) -> Path:
        """Keep ``text`` beside the file as ``config.toml.v0``, or the next free name where another is kept already."""
        base = f"{self.file.name}.v{version_of(self._parsed(text))}"
        content = text.encode()
        kept, number = self.file.with_name(base), 1
        try:
            while kept.exists() and read_limited(kept) != content:
                number += 1
                kept = self.file.with_name(f"{base}-{number}")
        except OSError as error:
            raise storage_error(kept, error) from error
        replace_file(kept, content)
        return kept

    def _copy_to(self, memory: Path) -> None:
        problems: list[SettingsProblem] = []
        sources = {memory / self.file.name: self.file}
        sources |= {memory / "networks.d" / file.name: file for file in self._network_files(problems)}
        make_private_folder(memory / "networks.d")
        for stale in (memory / "networks.d").iterdir():
            if stale not in sources:
                stale.unlink()
        for copy, source in sources.items():
            self._copy_one(source, copy)

    @staticmethod
    def _copy_one(source: Path, copy: Path) -> None:
        """Copy one file where it differs; a missing one means defaults, also later."""
        try:
            content = read_limited(source)
        except FileNotFoundError:
            copy.unlink(missing_ok=True)
            return
        if not copy.exists() or read_limited(copy) != content:
            replace_file(copy, content)
