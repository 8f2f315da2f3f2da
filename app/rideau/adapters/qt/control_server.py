# SPDX-License-Identifier: MIT
"""Who may speak to the running app, and how is it kept from waiting for anyone? A local socket without blocking.

Plain sockets under ``QSocketNotifier`` (evidence/performance.md, section 3: QtNetwork costs more). One line asks, one
line answers, then whoever asked hangs up; the kernel tells which user that is.
"""

import logging
import socket
import struct
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

from rideau.adapters.control_listener import MOST_CONNECTIONS, listen_at
from rideau.adapters.private_folder import own_uid

log = logging.getLogger(__name__)

LARGEST_REQUEST = 64 * 1024
PATIENCE_MS = 3000
"""A client that has not asked and listened by then is cut; one timer each, no polling."""
_AT_ONCE = 16 * 1024
_DARWIN_PEER = struct.Struct("@IIh")


class ControlServer:
    """Listen at a path for this user's own commands. Main thread; needs a running event loop.

    Only the one instance (``SingleInstance``) may start it: a socket left by a crash is taken over.
    """

    def __init__(
        self,
        path: Path,
        handle: Callable[[bytes], bytes],
        *,
        listener: socket.socket | None = None,
        patience_ms: int = PATIENCE_MS,
        allowed_uid: int | None = None,
    ) -> None:
        """Answer each line with what ``handle`` returns for it (``control_desk.answer``), from ``start`` on.

        ``listener`` is what ``control_listener.listen_at`` made of ``path`` before Qt was loaded; who asked meanwhile
        is answered then. ``allowed_uid`` is this process's own user where it is None.
        """
        self._path = path
        self._handle = handle
        self._patience_ms = patience_ms
        self._allowed_uid = own_uid() if allowed_uid is None else allowed_uid
        self._connections: set[_Connection] = set()
        self._listener = listener
        self._notifier: QSocketNotifier | None = None

    def start(self) -> None:
        """Listen from now on.

        Raises:
            StorageError: the folder is not ours alone, or the socket cannot be made there.
            RideauError: this system has no such sockets.

        """
        self._listener = self._listener or listen_at(self._path)
        self._notifier = QSocketNotifier(self._listener.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._accept)

    def close(self) -> None:
        """Stop listening and remove the socket. Idempotent.

        Clients that were answered already notice the end of the process by the end of their connection.
        """
        if self._listener is None or self._notifier is None:
            return
        self._notifier.setEnabled(False)
        self._path.unlink(missing_ok=True)
        self._listener.close()
        self._listener = self._notifier = None

    def _accept(self) -> None:
        if self._listener is None:
            return
        try:
            connection, _ = self._listener.accept()
        except (BlockingIOError, ConnectionAbortedError):
            return
        except OSError:
            log.exception("The local socket cannot accept")
            self._pause()
            return
        if not self._is_welcome(connection):
            connection.close()
            return
        connection.settimeout(0)
        self._connections.add(_Connection(connection, self._handle, self._patience_ms, self._connections.discard))

    def _pause(self) -> None:
        """Leave the caller in the queue for a moment: out of descriptors, trying at once would burn the processor."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            QTimer.singleShot(self._patience_ms, self._notifier, self._go_on)

    def _go_on(self) -> None:
        if self._notifier is not None:
            self._notifier.setEnabled(True)

    def _is_welcome(self, connection: socket.socket) -> bool:
        uid = peer_uid(connection)
        if uid is None or uid != self._allowed_uid:
            log.warning("User %s tried to speak to this Rideau and was refused", uid)
            return False
        if len(self._connections) >= MOST_CONNECTIONS:
            log.warning("More than %d commands at a time; one was refused", MOST_CONNECTIONS)
            return False
        return True


def peer_uid(connection: socket.socket) -> int | None:
    """Return the user at the other end as the kernel knows it; None where it does not say.

    Linux: SO_PEERCRED (unix(7)). macOS: LOCAL_PEERCRED, ``struct xucred`` of <sys/ucred.h>.
    """
    uid: int | None = None
    try:
        if sys.platform == "linux":
            credentials = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
            uid = struct.unpack("3i", credentials)[1]
        elif sys.platform == "darwin":
            uid = _DARWIN_PEER.unpack(connection.getsockopt(0, 1, 76)[: _DARWIN_PEER.size])[1]
    except OSError:
        log.warning("The other end of the local socket is gone before it was known", exc_info=True)
    return uid


class _Connection:
    """Read one line, answer it, and end when the other side does, or when patience does."""

    def __init__(
        self,
        connection: socket.socket,
        handle: Callable[[bytes], bytes],
        patience_ms: int,
        ended: Callable[["_Connection"], None],
    ) -> None:
        self._socket = connection
        self._handle = handle
        self._ended = ended
        self._received = bytearray()
        self._unsent = b""
        self._is_answered = False
        self._owner = QObject()
        self._reading = QSocketNotifier(connection.fileno(), QSocketNotifier.Type.Read, self._owner)
        self._reading.activated.connect(self._read)
        self._writing = QSocketNotifier(connection.fileno(), QSocketNotifier.Type.Write, self._owner)
        self._writing.setEnabled(False)
        self._writing.activated.connect(self._write)
        self._patience = QTimer(self._owner)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._end)
        self._patience.start(patience_ms)

    def _read(self) -> None:
        try:
            piece = self._socket.recv(_AT_ONCE)
        except BlockingIOError:
            return
        except OSError:
            self._end()
            return
        if not piece or self._is_answered:
            self._end()
            return
        self._received += piece
        line, newline, _ = self._received.partition(b"\n")
        if newline:
            self._answer(bytes(line))
        elif len(self._received) > LARGEST_REQUEST:
            log.warning("A request of more than %d bytes was refused", LARGEST_REQUEST)
            self._end()

    def _answer(self, line: bytes) -> None:
        self._is_answered = True
        self._unsent = self._handle(line)
        self._write()

    def _write(self) -> None:
        try:
            sent = self._socket.send(self._unsent)
        except BlockingIOError:
            sent = 0
        except OSError:
            self._end()
            return
        self._unsent = self._unsent[sent:]
        self._writing.setEnabled(bool(self._unsent))

    def _end(self) -> None:
        for notifier in (self._reading, self._writing):
            notifier.setEnabled(False)
        self._patience.stop()
        self._socket.close()
        self._owner.deleteLater()
        self._ended(self)
