# SPDX-License-Identifier: MIT
"""Which of several sockets was just made (again)? Told by inotify(7); nothing looks again and again."""

import ctypes
import os
from collections.abc import Collection, Mapping
from pathlib import Path

from rideau.adapters.linux.inotify import NONBLOCK_CLOEXEC, told

_CREATE, _MOVED_TO = 0x100, 0x80


class Doors:
    """Watch the folders of sockets, each known by a name, of those alone that are waited for."""

    def __init__(self, paths: Mapping[str, Path]) -> None:
        """Keep where the sockets are; nothing is watched yet."""
        self._paths = paths
        self._watches: dict[Path, int] = {}
        self._libc = ctypes.CDLL(None)
        self._descriptor = self._libc.inotify_init1(NONBLOCK_CLOEXEC) if paths else -1

    def watch(self, names: Collection[str]) -> None:
        """Wait for these sockets from now on, and for no other; a folder that is not there is not watched."""
        wanted = {path.parent for name, path in self._paths.items() if name in names}
        for folder in self._watches.keys() - wanted:
            self._libc.inotify_rm_watch(self._descriptor, self._watches.pop(folder))
        for folder in wanted - self._watches.keys():
            watch = self._libc.inotify_add_watch(self._descriptor, os.fsencode(folder), _CREATE | _MOVED_TO)
            if watch >= 0:
                self._watches[folder] = watch

    def fileno(self) -> int:
        """Return what becomes readable when something was made; -1 where nothing is watched."""
        return self._descriptor

    def made(self) -> frozenset[str]:
        """Return the names of the sockets that were made since the last call."""
        folders = {watch: folder for folder, watch in self._watches.items()}
        files = {folders[each.watch] / each.name for each in told(self._descriptor) if each.watch in folders}
        return frozenset(name for name, path in self._paths.items() if path in files)

    def close(self) -> None:
        """Watch nothing any more. Idempotent."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
