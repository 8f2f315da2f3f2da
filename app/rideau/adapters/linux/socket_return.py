# SPDX-License-Identifier: MIT
"""When is a Unix socket that went away there again? Told by inotify(7); nothing looks again and again."""

import ctypes
import os
import selectors
import socket
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

_CREATE, _MOVED_TO, _ATTRIB = 0x100, 0x80, 0x4
_NONBLOCK, _CLOEXEC = 0o4000, 0o2000000
_READ_AT_ONCE = 65536
_ENOUGH_TO_LISTEN_S = 0.1
"""A socket's file is there a moment before anybody listens on it."""


class SocketReturn:
    """Watch the folder of a socket while it is entered; ``wait`` sleeps until the socket is made anew."""

    def __init__(self, path: Path | None, wake: socket.socket) -> None:
        """Watch ``path`` (None: nothing can be watched); whatever is sent to ``wake`` ends a wait early."""
        self._name = os.fsencode(path.name) if path else b""
        self._folder = path.parent if path else None
        self._wake = wake
        self._selector = selectors.DefaultSelector()
        self._descriptor = -1
        self._is_back = False

    def __enter__(self) -> Self:
        """Begin: a socket made from now on ends the next wait, also when nobody waits yet."""
        self._selector.register(self._wake, selectors.EVENT_READ)
        if self._folder:
            libc = ctypes.CDLL(None)
            self._descriptor = libc.inotify_init1(_NONBLOCK | _CLOEXEC)
        if self._folder and self._descriptor >= 0:
            libc.inotify_add_watch(self._descriptor, os.fsencode(self._folder), _CREATE | _MOVED_TO | _ATTRIB)
            self._selector.register(self._descriptor, selectors.EVENT_READ)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End."""
        self._selector.close()
        if self._descriptor >= 0:
            os.close(self._descriptor)

    def wait(self) -> None:
        """Sleep until the socket was made anew or the wait was ended through ``wake``.

        The wait after one that the socket ended lasts 0.1 s at most: nobody may have listened on it yet.
        """
        patience = _ENOUGH_TO_LISTEN_S if self._is_back else None
        self._is_back = False
        while ready := {key.fileobj for key, _ in self._selector.select(patience)}:
            if self._wake in ready:
                self._wake.recv(_READ_AT_ONCE)
                return
            self._is_back = self._name in self._made()
            if self._is_back:
                return

    def _made(self) -> bytes:
        """Return what was made; the names stand in the events (``struct inotify_event``) as they are."""
        with suppress(BlockingIOError):
            return os.read(self._descriptor, _READ_AT_ONCE)
        return b""
