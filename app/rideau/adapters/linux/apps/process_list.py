# SPDX-License-Identifier: MIT
"""Which processes are there, and what is each? As /proc tells (proc(5)); nothing is ever done to one from here."""

import os
from collections.abc import Callable, Collection, Iterable, Iterator

from rideau.domain.process import FileId, Process, ProcessId, ProcessTable
from rideau.keeper.proc import all_pids, own_uid, stat_of, uid_of

_STATE, _PARENT, _SESSION, _TERMINAL, _START = 0, 1, 3, 4, 19
"""Fields 3, 4, 6, 7 and 22 of ``stat``, counted from the one behind the name."""
_ENDED = frozenset((b"Z", b"X"))
_LONGEST_INFO = 64 * 1024


class ProcessList:
    """Read the processes of this moment. Any thread; holds nothing."""

    def __init__(self, accepts: Callable[[int], bool] | None = None) -> None:
        """Look at those processes only that ``accepts`` takes; at all without it."""
        self._accepts = accepts
        self._own = own_uid()

    def running(self, program_ids: Collection[FileId]) -> tuple[ProcessId, ...]:
        """Return the processes whose executable is one of these files (0.5 ms for 125 processes)."""
        found = [pid for pid in self._pids() if _program_id(pid) in program_ids]
        stats = ((pid, stat_of(pid)) for pid in found)
        return tuple(ProcessId(pid, stat.start) for pid, stat in stats if stat is not None)

    def table(self) -> ProcessTable:
        """Return every process with everything that is known of it (15 ms for 125 processes)."""
        return self._read(self._pids())

    def around(self, pids: Iterable[int]) -> ProcessTable:
        """Return these processes, whoever started them, and whom they started: what has to be known to judge them."""
        stats = ((pid, stat_of(pid)) for pid in self._pids())
        parents = {pid: stat.parent for pid, stat in stats if stat is not None}
        tree = ProcessTable(Process(ProcessId(pid, 0), parent) for pid, parent in parents.items())
        wanted = {pid for pid in pids if pid in parents}
        wanted |= {each for pid in tuple(wanted) for each in (*tree.ancestors(pid), *tree.descendants(pid))}
        return self._read(sorted(wanted))

    def _pids(self) -> Iterator[int]:
        return all_pids() if self._accepts is None else filter(self._accepts, all_pids())

    def _read(self, pids: Iterable[int]) -> ProcessTable:
        found = (_process(pid, self._own) for pid in pids)
        return ProcessTable(each for each in found if each is not None)


def file_ids(paths: Iterable[str]) -> frozenset[FileId]:
    """Return which files ``paths`` lead to; those that lead to none are left out."""
    found = (_file_id(path) for path in paths)
    return frozenset(each for each in found if each is not None)


def environment_holds(pid: int, variable: str) -> bool:
    """Tell whether process ``pid`` was started with ``variable`` (``NAME=value``) in its environment."""
    return os.fsencode(variable) in _content(pid, "environ").split(b"\0")


def _process(pid: int, own: int) -> Process | None:
    """Return what is known of process ``pid``; None where it is gone, or has ended and waits to be noticed."""
    head, _, tail = _content(pid, "stat").rpartition(b")")  # a program may call itself "a) b"
    fields = tail.split()
    if len(fields) <= _START or fields[_STATE] in _ENDED:
        return None
    uid = _uid(pid, own)
    return Process(
        id=ProcessId(pid, int(fields[_START])),
        parent=int(fields[_PARENT]),
        uid=uid,
        name=os.fsdecode(head.partition(b"(")[2]),
        program=_program(pid),
        program_id=_program_id(pid),
        argv=_argv(pid),
        unit=_unit(pid),
        flatpak=_flatpak(pid) if uid == own else "",
        session=int(fields[_SESSION]),
        terminal=int(fields[_TERMINAL]),
    )


def _uid(pid: int, own: int) -> int:
    """Return the real user; -1, who is nobody, where it is gone.

    A folder that is one's own can only be of a process of one's own; root's may be of anybody's that keeps others out.
    """
    try:
        owner = os.stat(f"/proc/{pid}").st_uid  # noqa: PTH116 - hundreds at once, while something waits frozen
    except OSError:
        return -1
    if owner == own != 0:
        return own
    real = uid_of(pid)
    return -1 if real is None else real


def _program(pid: int) -> str:
    try:
        return os.readlink(f"/proc/{pid}/exe").removesuffix(" (deleted)")  # noqa: PTH115 - the kernel's own text
    except OSError:
        return ""


def _program_id(pid: int) -> FileId | None:
    return _file_id(f"/proc/{pid}/exe")


def _file_id(path: str) -> FileId | None:
    try:
        found = os.stat(path)  # noqa: PTH116 - as above
    except (OSError, ValueError):
        return None
    return FileId(found.st_dev, found.st_ino)


def _argv(pid: int) -> tuple[str, ...]:
    words = os.fsdecode(_content(pid, "cmdline")).split("\0")
    while words and not words[-1]:  # programs that write their title leave blanks behind
        words.pop()
    return tuple(words)


def _unit(pid: int) -> str:
    """Return the last part of its cgroup: of the one hierarchy, or of systemd's own among several."""
    for line in os.fsdecode(_content(pid, "cgroup")).splitlines():
        number, _, rest = line.partition(":")
        kind, _, path = rest.partition(":")
        if number == "0" or kind == "name=systemd":
            return path.rpartition("/")[2]
    return ""


def _flatpak(pid: int) -> str:
    """Return the Flatpak app whose sandbox it is in, as the sandbox says."""
    lines = os.fsdecode(_content(pid, "root/.flatpak-info")).partition("[Application]")[2].splitlines()
    return next((line.partition("=")[2].strip() for line in lines if line.startswith("name=")), "")


def _content(pid: int, name: str) -> bytes:
    """Return what the kernel says, empty where it may not be known or the process is gone."""
    try:
        descriptor = os.open(f"/proc/{pid}/{name}", os.O_RDONLY)
    except OSError:
        return b""
    try:
        pieces = []
        while piece := os.read(descriptor, _LONGEST_INFO):
            pieces.append(piece)
        return b"".join(pieces)
    except OSError:
        return b""
    finally:
        os.close(descriptor)
