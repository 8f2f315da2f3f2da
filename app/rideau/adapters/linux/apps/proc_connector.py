# SPDX-License-Identifier: MIT
"""Which processes run another program from now on? The kernel's process connector tells of every exec (netlink(7)).

It cannot be asked about some programs only, so it wakes for all of them: it serves rules that no watch on a file can
tell of, and nothing else. From Linux 6.6 on it takes no privilege, and execs can be asked for alone.
"""

import os
import socket
import struct
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress

_NETLINK_CONNECTOR = 11
_PROCESSES = 1
"""``CN_IDX_PROC``, ``CN_VAL_PROC``: also the group to listen to."""
_LISTEN, _IGNORE = 1, 2
_EXEC = 2
_HEADER = struct.Struct("=IHHII")
"""``struct nlmsghdr``: length, type, flags, sequence, port."""
_CONNECTOR = struct.Struct("=IIIIHH")
"""``struct cn_msg``: index, value, sequence, acknowledged, length, flags."""
_WISH = struct.Struct("=II")
"""``struct proc_input`` (Linux 6.6): what to do, which events."""
_EVENT = struct.Struct("=IIQII")
"""The head of ``struct proc_event``: what, processor, time, thread, process."""
_DONE = 3
_READ_AT_ONCE = 65536
_AT_MOST_S = 0.2
_NOT_HERE = "netlink is Linux's"
_SILENT = "the process connector says nothing here"


class ProcConnector:
    """Tell of every exec. One thread; a source of the lookout."""

    def __init__(self, executed: Callable[[frozenset[int]], None]) -> None:
        """Listen from now on; ``executed`` is told the pids.

        Raises:
            OSError: this kernel does not let it, or says nothing.

        """
        self._executed = executed
        self._socket = _opened()
        try:
            self._wish(_LISTEN)
            self._try()
        except BaseException:
            self._socket.close()
            raise
        self._socket.setblocking(False)  # noqa: FBT003 - its own signature

    def fileno(self) -> int:
        """Return the descriptor of its socket."""
        return self._socket.fileno()

    def look(self) -> None:
        """Tell who executed."""
        pids: set[int] = set()
        with suppress(BlockingIOError):
            while True:
                try:
                    told = self._socket.recv(_READ_AT_ONCE)
                except OSError as error:
                    if isinstance(error, BlockingIOError):
                        raise
                    continue  # ENOBUFS: some were lost in a burst
                pids.update(_executed(told))
        if pids:
            self._executed(frozenset(pids))

    def close(self) -> None:
        """End. Idempotent."""
        if self._socket.fileno() >= 0:
            with suppress(OSError):
                self._wish(_IGNORE)
            self._socket.close()

    def _wish(self, what: int) -> None:
        wish = _WISH.pack(what, _EXEC)
        message = _CONNECTOR.pack(_PROCESSES, _PROCESSES, 0, 0, len(wish), 0) + wish
        self._socket.send(_HEADER.pack(_HEADER.size + len(message), _DONE, 0, 0, os.getpid()) + message)

    def _try(self) -> None:
        """Have a small program run and hear of it: within a container, or to an older kernel, nothing is ever said."""
        self._socket.settimeout(_AT_MOST_S)
        pid = _run_something()
        until = time.monotonic() + _AT_MOST_S
        while pid not in _executed(self._socket.recv(_READ_AT_ONCE)):
            if time.monotonic() > until:
                raise TimeoutError(_SILENT)


def _opened() -> socket.socket:
    if sys.platform == "linux":
        opened = socket.socket(socket.AF_NETLINK, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC, _NETLINK_CONNECTOR)
        try:
            opened.bind((0, _PROCESSES))
        except OSError:
            opened.close()
            raise
        return opened
    raise OSError(_NOT_HERE)


def _run_something() -> int:
    """Run a small program to its end; return its pid."""
    if sys.platform == "linux":
        pid = os.posix_spawnp("true", ["true"], os.environ)
        os.waitpid(pid, 0)
        return pid
    raise OSError(_NOT_HERE)


def _bodies(told: bytes) -> Iterator[bytes]:
    at = 0
    while at + _HEADER.size + _CONNECTOR.size <= len(told):
        length = max(_HEADER.unpack_from(told, at)[0], _HEADER.size)
        yield told[at + _HEADER.size + _CONNECTOR.size : at + length]
        at += (length + 3) & ~3


def _executed(told: bytes) -> Iterator[int]:
    for body in _bodies(told):
        if len(body) >= _EVENT.size:
            what, _, _, _, process = _EVENT.unpack_from(body)
            if what == _EXEC:
                yield process
