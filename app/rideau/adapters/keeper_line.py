# SPDX-License-Identifier: MIT
"""How does the tray speak with a keeper? One connection: it says hello, is handed the gate's listener, then talks."""

import logging
import os
import socket
import struct
import sys
import time
from pathlib import Path

from rideau.keeper.message import LARGEST_LINE, Fields, MessageError, Role, Type, decoded, encoded

log = logging.getLogger(__name__)

SENDING_WITHIN_S = 1.0
_AT_ONCE = 65536
_CREDENTIALS = struct.Struct("3i")
_GONE = "the keeper hung up"


class Line:
    """Hold one connection to a keeper. One thread."""

    def __init__(self, connection: socket.socket) -> None:
        """Speak over ``connection``."""
        self._connection = connection
        self._connection.settimeout(SENDING_WITHIN_S)
        self._rest = b""
        self.pid = _peer(connection)
        """The keeper's process, as the system knows it; 0 where the system does not tell."""

    def fileno(self) -> int:
        """Return the descriptor to wait on."""
        return self._connection.fileno()

    def greet(self, patience_s: float) -> socket.socket | None:
        """Say hello, and return the gate's listening socket; None where no keeper of this version answers in time."""
        deadline = time.monotonic() + patience_s
        handed: list[int] = []
        try:
            self.send(Type.HELLO, {"role": Role.TRAY.value, "pid": os.getpid()})
            while b"\n" not in self._rest:
                self._connection.settimeout(max(deadline - time.monotonic(), 0.001))
                handed += self._receive_with_descriptors()
            self._connection.settimeout(SENDING_WITHIN_S)
            line, _, self._rest = self._rest.partition(b"\n")
            kind, fields = decoded(line)
        except (OSError, MessageError) as error:
            log.info("The keeper at the socket does not say welcome: %s", error)
            kind, fields = Type.ERROR, {}
        if kind is not Type.WELCOME or len(handed) != 1:
            _close_all(handed)
            return None
        self.pid = self.pid or int(str(fields.get("pid", 0)))
        listener = socket.socket(fileno=handed[0])
        listener.settimeout(0)
        return listener

    def send(self, kind: Type, fields: Fields) -> None:
        """Say one thing.

        Raises:
            OSError: the keeper is gone, or takes nothing in any more.

        """
        self._connection.sendall(encoded(kind, fields))

    def receive(self) -> tuple[tuple[Type, Fields], ...]:
        """Return what came; call it when there is something. What cannot be understood is passed over.

        Raises:
            OSError: the keeper is gone.

        """
        data = self._connection.recv(_AT_ONCE)
        if not data:
            raise ConnectionResetError(_GONE)
        return self._understood(data)

    def said_with_welcome(self) -> tuple[tuple[Type, Fields], ...]:
        """Return what came together with the welcome."""
        return self._understood(b"")

    def close(self) -> None:
        """Hang up. Idempotent."""
        self._connection.close()

    def _understood(self, data: bytes) -> tuple[tuple[Type, Fields], ...]:
        *lines, self._rest = (self._rest + data).split(b"\n")
        if len(self._rest) > LARGEST_LINE:
            raise ConnectionResetError(_GONE)
        found = []
        for line in lines:
            try:
                found.append(decoded(line))
            except MessageError as error:
                log.warning("The keeper said something unknown: %s", error)
        return tuple(found)

    def _receive_with_descriptors(self) -> list[int]:
        data = b""
        descriptors: list[int] = []
        if sys.platform != "win32":
            data, descriptors, _flags, _address = socket.recv_fds(self._connection, _AT_ONCE, 1)
        if not data:
            _close_all(descriptors)
            raise ConnectionResetError(_GONE)
        self._rest += data
        return descriptors


def call_keeper(path: Path) -> Line | None:
    """Return a connection to the keeper that listens at ``path``; None where none does."""
    family = getattr(socket, "AF_UNIX", None)
    if family is None:
        return None
    connection = socket.socket(family, socket.SOCK_STREAM)
    try:
        connection.settimeout(SENDING_WITHIN_S)
        connection.connect(str(path))
    except OSError:
        connection.close()
        return None
    return Line(connection)


def _peer(connection: socket.socket) -> int:
    """Return who listens at the other end (SO_PEERCRED, unix(7))."""
    pid = 0
    if sys.platform == "linux":
        raw = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _CREDENTIALS.size)
        pid = int(_CREDENTIALS.unpack(raw)[0])
    return pid


def _close_all(descriptors: list[int]) -> None:
    for each in descriptors:
        os.close(each)
