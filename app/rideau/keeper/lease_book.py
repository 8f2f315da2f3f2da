# SPDX-License-Identifier: MIT
"""Which frozen processes are to run again when the tray is gone?

Linux alone: a process is held by a descriptor (pidfd_open(2)), so that no other one that got its number is ever meant.
"""

import logging
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress

from rideau.keeper.message import Lease
from rideau.keeper.proc import own_uid, stat_of, uid_of

MOST_PROCESSES = 512
MOST_LEASES = 64
_LINUX_ALONE = "processes are held on Linux alone"

log = logging.getLogger(__name__)


class LeaseBook:
    """Hold leases, by id."""

    def __init__(self) -> None:
        """Begin with none."""
        self._held: dict[str, tuple[int, ...]] = {}

    def __len__(self) -> int:
        """Return how many processes are held."""
        return sum(map(len, self._held.values()))

    def take(self, lease: Lease) -> None:
        """Hold what ``lease`` names, in place of what one of the same id named: this user's own processes alone."""
        if lease.id not in self._held and len(self._held) >= MOST_LEASES:
            log.warning("More than %d leases; one is not held", MOST_LEASES)
            return
        if len(lease.processes) > MOST_PROCESSES:
            log.warning("A lease names %d processes; %d are held", len(lease.processes), MOST_PROCESSES)
        taken = tuple(_descriptors(lease.processes[:MOST_PROCESSES]))
        self.release(lease.id)
        self._held[lease.id] = taken

    def release(self, lease_id: str) -> None:
        """Forget a lease; one that is not held is no error."""
        for descriptor in self._held.pop(lease_id, ()):
            os.close(descriptor)

    def continue_all(self) -> None:
        """Let every process run again (SIGCONT), and forget all leases."""
        count = len(self)
        for descriptor in [each for held in self._held.values() for each in held]:
            _continue(descriptor)
        for lease_id in tuple(self._held):
            self.release(lease_id)
        if count:
            log.info("%d processes run again", count)


def _descriptors(processes: tuple[tuple[int, int], ...]) -> Iterator[int]:
    """Open what is meant and still there."""
    for pid, start in processes:
        with suppress(OSError, OverflowError):  # gone, or no number of a process
            descriptor = _opened(pid)
            if _is_meant(pid, start):
                yield descriptor
            else:
                os.close(descriptor)


def _opened(pid: int) -> int:
    if sys.platform == "linux":
        return os.pidfd_open(pid)
    raise OSError(_LINUX_ALONE)


def _is_meant(pid: int, start: int) -> bool:
    """Tell whether ``pid``, opened before, is the process that the tray froze, and one that it may freeze."""
    stat = stat_of(pid)
    return uid_of(pid) == own_uid() and stat is not None and stat.start == start and pid not in {1, os.getpid()}


def _continue(descriptor: int) -> None:
    if sys.platform == "linux":
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(descriptor, signal.SIGCONT)
