# SPDX-License-Identifier: MIT
"""What does Linux tell about a process? (proc(5)); on other systems, nothing."""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

PROC = Path("/proc")
_LONGEST_LINE_OF_PARENTS = 64
_SOCKET = "socket:["
_PARENT, _START = 1, 19
"""Fields 4 and 22, counted from the one behind the name."""


class Stat(NamedTuple):
    """Hold what tells one process from another that had its number before."""

    parent: int
    start: int
    """Clock ticks from boot to its start."""


def stat_of(pid: int) -> Stat | None:
    """Return what is known of process ``pid``; None where there is none."""
    try:
        told = (PROC / str(pid) / "stat").read_bytes()
    except OSError:
        return None
    fields = told.rpartition(b")")[2].split()  # a program may call itself "a) b"
    return Stat(int(fields[_PARENT]), int(fields[_START]))


def uid_of(pid: int) -> int | None:
    """Return whose process ``pid`` is (its real user); None where there is none.

    The owner of its folder would not do: it is root for a process that keeps others from looking in, such as a
    browser's sandbox.
    """
    try:
        lines = (PROC / str(pid) / "status").read_bytes().splitlines()
    except OSError:
        return None
    return next((int(line.split()[1]) for line in lines if line.startswith(b"Uid:")), None)


def own_uid() -> int:
    """Return the user this process runs as; Windows numbers none."""
    uid = -1
    if sys.platform != "win32":
        uid = os.getuid()
    return uid


def ancestors_of(pid: int) -> Iterator[int]:
    """Yield process ``pid`` itself, the one that started it, and so on; the first of all is left out."""
    for _ in range(_LONGEST_LINE_OF_PARENTS):
        stat = stat_of(pid)
        if pid <= 1 or stat is None:
            break
        yield pid
        pid = stat.parent


def all_pids() -> Iterator[int]:
    """Yield every process there is."""
    try:
        names = os.listdir(PROC)  # noqa: PTH208 - names alone: this runs while browsers wait
    except OSError:
        return
    yield from (int(name) for name in names if name.isdecimal())


def sockets_of(pid: int) -> frozenset[int]:
    """Return the inodes of the sockets that process ``pid`` holds."""
    start = len(_SOCKET)
    return frozenset(int(target[start:-1]) for target in open_files(pid) if target.startswith(_SOCKET))


def open_files(pid: int) -> Iterator[str]:
    """Yield what process ``pid`` holds open, as the kernel says it; nothing of one that may not be looked into."""
    folder = f"/proc/{pid}/fd"
    try:
        names = os.listdir(folder)  # noqa: PTH208 - as above
    except OSError:
        return
    for name in names:
        with suppress(OSError):  # closed meanwhile
            yield os.readlink(f"{folder}/{name}")  # noqa: PTH115 - as above


def program_of(pid: int) -> str:
    """Return the executable of process ``pid``; empty where it may not be known."""
    try:
        return os.readlink(f"/proc/{pid}/exe").removesuffix(" (deleted)")  # noqa: PTH115 - the kernel's own text
    except OSError:
        return ""
