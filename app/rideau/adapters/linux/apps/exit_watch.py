# SPDX-License-Identifier: MIT
"""When does a process end? Its pidfd becomes readable (pidfd_open(2)); nothing looks again and again."""

import os
import select
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Protocol

from rideau.domain.process import ProcessId
from rideau.keeper.proc import stat_of

_READABLE = 1
_NOT_HERE = "processes are held on Linux alone"


def opened(process: ProcessId) -> int:
    """Return a descriptor of ``process`` (a pidfd), which no other one that got its number is ever meant by.

    Raises:
        OSError: it is gone.

    """
    descriptor = _opened(process.pid)
    stat = stat_of(process.pid)
    if stat is None or stat.start != process.start:
        os.close(descriptor)
        raise ProcessLookupError(process.pid)
    return descriptor


class _Poll(Protocol):
    """Be what ``select.epoll`` is; other systems' standard libraries do not know it."""

    @property
    def closed(self) -> bool: ...
    def fileno(self) -> int: ...
    def register(self, fd: int, eventmask: int) -> None: ...
    def unregister(self, fd: int) -> None: ...
    def poll(self, timeout: float) -> list[tuple[int, int]]: ...
    def close(self) -> None: ...


class ExitWatch:
    """Tell that watched processes have ended. One thread; a source of the lookout."""

    def __init__(self, ended: Callable[[frozenset[ProcessId]], None]) -> None:
        """Watch nothing yet; ``ended`` is told who."""
        self._ended = ended
        self._poll = _new_poll()
        self._held: dict[ProcessId, int] = {}

    def fileno(self) -> int:
        """Return the descriptor of all of them together."""
        return self._poll.fileno()

    @property
    def pids(self) -> frozenset[int]:
        """Return who is watched."""
        return frozenset(each.pid for each in self._held)

    def add(self, processes: Iterable[ProcessId]) -> None:
        """Watch these, too."""
        self.watch((*self._held, *processes))

    def watch(self, processes: Iterable[ProcessId]) -> None:
        """Watch these and no others; one that is gone already is not told of."""
        wanted = frozenset(processes)
        for process in self._held.keys() - wanted:
            self._forget(process)
        for process in wanted - self._held.keys():
            with suppress(OSError):
                self._held[process] = opened(process)
                self._poll.register(self._held[process], _READABLE)

    def look(self) -> None:
        """Tell who ended, and watch them no more."""
        ready = {descriptor for descriptor, _ in self._poll.poll(0)}
        gone = frozenset(process for process, descriptor in self._held.items() if descriptor in ready)
        for process in gone:
            self._forget(process)
        if gone:
            self._ended(gone)

    def close(self) -> None:
        """Watch nothing any more. Idempotent."""
        if not self._poll.closed:
            self.watch(())
            self._poll.close()

    def _forget(self, process: ProcessId) -> None:
        descriptor = self._held.pop(process)
        self._poll.unregister(descriptor)
        os.close(descriptor)


def _opened(pid: int) -> int:
    if sys.platform == "linux":
        return os.pidfd_open(pid)
    raise OSError(_NOT_HERE)


def _new_poll() -> _Poll:
    if sys.platform == "linux":
        return select.epoll()
    raise OSError(_NOT_HERE)
