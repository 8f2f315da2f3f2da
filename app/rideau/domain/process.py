# SPDX-License-Identifier: MIT
"""What runs on this machine? Processes as values, and the tree they form."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple


class ProcessId(NamedTuple):
    """Name one process for good: its number, and when it started, so that a number used again is nobody else's harm."""

    pid: int
    start: int
    """Clock ticks from boot to its start (proc(5), field 22 of ``stat``)."""


class FileId(NamedTuple):
    """Name one file, whatever path leads to it."""

    device: int
    inode: int


class Process(NamedTuple):
    """Hold what is known of one process at one moment; what may not be known is empty."""

    id: ProcessId
    parent: int = 0
    uid: int = 0
    """The real user."""
    name: str = ""
    """As the kernel has it, at most 15 characters."""
    program: str = ""
    """The path of its executable."""
    program_id: FileId | None = None
    argv: tuple[str, ...] = ()
    unit: str = ""
    """The last part of its cgroup: ``app-gnome-slack-4711.scope``, ``snap.slack.slack.….scope``."""
    flatpak: str = ""
    """The Flatpak app it runs in."""
    session: int = 0
    """The pid of its session's leader (setsid(2))."""
    terminal: int = 0
    """The device number of its controlling terminal; 0 for none."""

    @property
    def pid(self) -> int:
        """Return its number."""
        return self.id.pid


class ProcessTable:
    """Hold all processes of one moment."""

    def __init__(self, processes: Iterable[Process]) -> None:
        """Hold ``processes``."""
        self.by_pid: Mapping[int, Process] = MappingProxyType({each.pid: each for each in processes})
        children: dict[int, list[int]] = {}
        for each in self.by_pid.values():
            children.setdefault(each.parent, []).append(each.pid)
        self._children = children

    def __iter__(self) -> Iterator[Process]:
        """Yield every process."""
        return iter(self.by_pid.values())

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.by_pid)

    def children(self, pid: int) -> tuple[int, ...]:
        """Return the processes that ``pid`` started."""
        return tuple(self._children.get(pid, ()))

    def ancestors(self, pid: int) -> Iterator[int]:
        """Yield who started ``pid``, who started that one, and so on; the nearest first, pid 0 left out."""
        seen = {pid}
        at = self.by_pid.get(pid)
        while at is not None and at.parent not in seen and at.parent in self.by_pid:
            seen.add(at.parent)
            yield at.parent
            at = self.by_pid[at.parent]

    def descendants(self, pid: int) -> Iterator[int]:
        """Yield whom ``pid`` started, and whom those started, parents before their children."""
        seen, waiting = {pid}, list(self.children(pid))
        while waiting:
            each = waiting.pop(0)
            if each not in seen:
                seen.add(each)
                yield each
                waiting.extend(self.children(each))
