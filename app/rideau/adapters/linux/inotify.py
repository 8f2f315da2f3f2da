# SPDX-License-Identifier: MIT
"""What does the system tell of files and folders that are watched? The events of inotify(7), as they are read."""

import os
import struct
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

NONBLOCK_CLOEXEC = 0o4000 | 0o2000000
"""How ``inotify_init1`` opens a descriptor that ``told`` reads."""
_EVENT = struct.Struct("iIII")
_READ_AT_ONCE = 65536


class Told(NamedTuple):
    """Hold one event."""

    watch: int
    mask: int
    name: str
    """Of a file in a folder that is watched; empty where the watch is on the file itself."""


def told(descriptor: int) -> Iterator[Told]:
    """Yield what ``descriptor`` has to tell by now, without waiting for more."""
    raw = b""
    with suppress(BlockingIOError):
        raw = os.read(descriptor, _READ_AT_ONCE)
    at = 0
    while at < len(raw):
        watch, mask, _, length = _EVENT.unpack_from(raw, at)
        at += _EVENT.size
        yield Told(watch, mask, os.fsdecode(raw[at : at + length].rstrip(b"\0")))
        at += length
