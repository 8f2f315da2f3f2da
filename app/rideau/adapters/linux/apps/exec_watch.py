# SPDX-License-Identifier: MIT
"""Which of some programs is being started? inotify(7) tells of the opening of its file, before it runs.

The folder of each file is watched too, or the nearest one there is: a package update puts another file in its place,
and the watch on the old one goes dead without a word.
"""

import ctypes
import logging
import os
from collections.abc import Callable, Iterable
from pathlib import Path

from rideau.adapters.linux.inotify import NONBLOCK_CLOEXEC, told

log = logging.getLogger(__name__)

_OPEN, _MOVED_TO, _CREATE, _DELETE_SELF, _MOVE_SELF = 0x20, 0x80, 0x100, 0x400, 0x800
_IGNORED, _OVERFLOW = 0x8000, 0x4000
_ONLY_FOLDERS = 0x01000000
_ADD_TO_WATCH = 0x20000000
_FILE = _OPEN | _DELETE_SELF | _MOVE_SELF
_FOLDER = _MOVED_TO | _CREATE | _DELETE_SELF | _MOVE_SELF | _ONLY_FOLDERS


class ExecWatch:
    """Tell that one of the watched files was opened: it may be on its way to run, or somebody reads it only.

    One thread; a source of the lookout.
    """

    def __init__(self, opened: Callable[[frozenset[str]], None]) -> None:
        """Watch nothing yet; ``opened`` is told the paths."""
        self._opened = opened
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._descriptor = self._libc.inotify_init1(NONBLOCK_CLOEXEC)
        self._wanted: frozenset[str] = frozenset()
        self._files: dict[int, set[str]] = {}
        self._folders: dict[int, set[str]] = {}
        """By watch: which of the wanted paths it is there for. One inode has one watch, whatever leads to it."""
        self.missed: frozenset[str] = frozenset()
        """What cannot be watched: no file yet and no folder, or more watches than the system gives."""

    def fileno(self) -> int:
        """Return the descriptor of inotify; below 0 where the system gave none."""
        return int(self._descriptor)

    def watch(self, paths: Iterable[str]) -> None:
        """Watch the files at ``paths``, and no others. What is not there yet is watched as soon as it is."""
        self._wanted = frozenset(paths)
        self._arm()

    def look(self) -> None:
        """Tell which of the wanted files were opened, and arm anew what was replaced."""
        opened: set[str] = set()
        is_stale = False
        for watch, mask, name in told(self._descriptor):
            if mask & _OPEN and watch in self._files:
                opened |= self._files[watch]
            elif mask & _OVERFLOW:
                opened |= self._wanted
            else:
                is_stale |= self._is_about(watch, mask, name)
        if is_stale:
            opened |= self._arm()
        if opened:
            self._opened(frozenset(opened))

    def close(self) -> None:
        """End. Idempotent."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def _is_about(self, watch: int, mask: int, name: str) -> bool:
        """Tell whether an event of a folder, or the end of a watch, is about a wanted file."""
        if mask & (_IGNORED | _DELETE_SELF | _MOVE_SELF):
            return watch in self._files or watch in self._folders
        return any(_is_on_the_way(name, path) for path in self._folders.get(watch, ()))

    def _arm(self) -> frozenset[str]:
        """Have one watch on each wanted file and on its folder; return the files that are there anew."""
        before = {(watch, path) for watch, paths in self._files.items() for path in paths}
        old = self._files.keys() | self._folders.keys()
        self._files, self._folders = {}, {}
        missed = set()
        for path in sorted(self._wanted):
            folders = [self._add(folder, _FOLDER, self._folders, path) for folder in _folders_of(path)]
            if not self._add(path, _FILE, self._files, path) and not any(folders):
                missed.add(path)
        for watch in old - self._files.keys() - self._folders.keys():
            self._libc.inotify_rm_watch(self._descriptor, watch)
        self.missed = frozenset(missed)
        return frozenset(path for watch, paths in self._files.items() for path in paths if (watch, path) not in before)

    def _add(self, at: str, mask: int, watches: dict[int, set[str]], path: str) -> bool:
        if self._descriptor < 0:
            return False
        watch = self._libc.inotify_add_watch(self._descriptor, os.fsencode(at), mask | _ADD_TO_WATCH)
        if watch >= 0:
            watches.setdefault(watch, set()).add(path)
        return bool(watch >= 0)


def _folders_of(path: str) -> frozenset[str]:
    """Return the folders in which ``path`` can become another file: its own, and those of the links on its way."""
    place = Path(path)
    near = next((each for each in place.parents if each.is_dir()), Path("/"))
    links = (each.parent for each in (place, *place.parents) if each.is_symlink())
    return frozenset(str(each) for each in (near, Path(os.path.realpath(path)).parent, *links) if each.is_dir())


def _is_on_the_way(name: str, path: str) -> bool:
    """Tell whether something called ``name`` may be the file at ``path``, or a folder or a link that leads to it."""
    return name in Path(path).parts or name in Path(os.path.realpath(path)).parts
