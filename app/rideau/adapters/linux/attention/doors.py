# SPDX-License-Identifier: MIT
"""Which of several sockets was just made (again)? Told by inotify(7); nothing looks again and again."""

import ctypes
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

_CREATE, _MOVED_TO, _ATTRIB = 0x100, 0x80, 0x4
_NONBLOCK, _CLOEXEC = 0o4000, 0o2000000
_HEAD = 16
_READ_AT_ONCE = 65536


class Doors:
    """Watch the folders of sockets, each known by a name."""

    def __init__(self, paths: Mapping[str, Path]) -> None:
        """Watch ``paths``; a folder that is not there is not watched."""
        self._names: dict[tuple[int, bytes], str] = {}
        self._descriptor = -1
        if not paths:
            return
        libc = ctypes.CDLL(None)
        self._descriptor = libc.inotify_init1(_NONBLOCK | _CLOEXEC)
        for name, path in paths.items():
            watch = libc.inotify_add_watch(self._descriptor, os.fsencode(path.parent), _CREATE | _MOVED_TO | _ATTRIB)
            if watch >= 0:
                self._names[watch, os.fsencode(path.name)] = name

    def fileno(self) -> int:
        """Return what becomes readable when something was made; -1 where nothing is watched."""
        return self._descriptor

    def made(self) -> frozenset[str]:
        """Return the names of the sockets that were made since the last call."""
        raw = b""
        with suppress(BlockingIOError):
            raw = os.read(self._descriptor, _READ_AT_ONCE)
        found, at = set(), 0
        while at < len(raw):
            watch = int.from_bytes(raw[at : at + 4], sys.byteorder, signed=True)
            length = int.from_bytes(raw[at + 12 : at + _HEAD], sys.byteorder)
            file = raw[at + _HEAD : at + _HEAD + length].rstrip(b"\0")
            found.add(self._names.get((watch, file), ""))
            at += _HEAD + length
        return frozenset(found - {""})

    def close(self) -> None:
        """Watch nothing any more. Idempotent."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
