# SPDX-License-Identifier: MIT
"""When did another hand change the settings files? Told by the system (inotify and its kin), never by looking again."""

import logging
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from zlib import crc32

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

from rideau.adapters.atomic_file import read_limited

_log = logging.getLogger(__name__)

QUIET_MS = 100
"""How long nothing more must happen before the files are read: editors write in several steps."""
GONE_MS = 500
"""How long a file that was there must be gone to count as deleted: one that is replaced is gone for a moment."""


class SettingsWatch(QObject):
    """Watch the settings file and the folders beside it; the ``SettingsWatch`` port.

    The folders and the one above them are watched with the files, and all of it anew after every event: an editor that
    replaces the file by renaming, a folder that is moved away, and one that is only created later are all seen.
    """

    def __init__(self, file: Path, folders: Iterable[Path], parent: QObject | None = None) -> None:
        """Watch ``file`` and the ``*.toml`` of ``folders``, which need not exist."""
        super().__init__(parent)
        self._file = file
        self._folders = tuple(folders)
        self._on_change: Callable[[], None] | None = None
        self._seen = 0
        self._was_there = False
        self._watcher = QFileSystemWatcher(self)
        self._pause = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._watcher.fileChanged.connect(self._pause_again)
        self._watcher.directoryChanged.connect(self._pause_again)
        self._pause.timeout.connect(self._look)
        self._absence = QTimer(self, singleShot=True, interval=GONE_MS)
        self._absence.timeout.connect(self._look)

    def start(self, on_change: Callable[[], None]) -> None:
        """Call ``on_change`` after every change of what the files hold, from now on."""
        self._on_change = on_change
        self._watch_anew()
        self._was_there = os.path.lexists(self._file)
        self._seen = self._digest()

    def _pause_again(self) -> None:
        self._pause.start()

    def _look(self) -> None:
        self._watch_anew()
        was_there, self._was_there = self._was_there, os.path.lexists(self._file)
        if was_there and not self._was_there:
            self._absence.start()
            return
        digest = self._digest()
        if digest != self._seen:
            self._seen = digest
            if self._on_change is not None:
                self._on_change()

    def _watch_anew(self) -> None:
        """Watch what is there now. All paths are taken out first, since a path may be another file than it was."""
        old = [*self._watcher.files(), *self._watcher.directories()]
        if old:
            self._watcher.removePaths(old)
        refused = self._watcher.addPaths(sorted({str(path) for path in self._wanted()}))
        present = [path for path in refused if Path(path).exists()]
        if present:
            _log.warning("these settings can't be watched for changes: %s", ", ".join(present))

    def _wanted(self) -> Iterable[Path]:
        for file in self._files():
            yield from _with_target(file)
        for folder in (self._file.parent, *self._folders):
            for path in _with_target(folder):
                yield _nearest_existing(path)
                yield _nearest_existing(path.parent)
        yield _nearest_existing(_target(self._file).parent)

    def _files(self) -> list[Path]:
        """Return the files that count, present or not."""
        found = [self._file]
        for folder in self._folders:
            try:
                found += sorted(file for file in folder.iterdir() if file.suffix == ".toml")
            except OSError:
                continue
        return found

    def _digest(self) -> int:
        """Return a fingerprint of what the files hold; why one can't be read is part of it."""
        digest = 0
        for file in self._files():
            try:
                content = b"+" + read_limited(file)
            except OSError as error:
                content = f"-{error.errno}".encode()
            digest = crc32(f"{file}\0{len(content)}\0".encode(errors="surrogateescape") + content, digest)
        return digest


def _with_target(path: Path) -> Iterable[Path]:
    """Yield ``path`` where it exists, and what it links to where that is another place."""
    if path.exists():
        yield path
        if _target(path) != path:
            yield _target(path)
    else:
        yield _nearest_existing(path)


def _target(path: Path) -> Path:
    """Return where ``path`` leads; a loop of links leads nowhere, and ``Path.resolve`` fails on it (Python < 3.13)."""
    return Path(os.path.realpath(path))


def _nearest_existing(path: Path) -> Path:
    while not path.is_dir() and path.parent != path:
        path = path.parent
    return path
