# SPDX-License-Identifier: MIT
"""How do lines come and go over one local connection, whoever is at its other end, without ever waiting?"""

import asyncio
import socket
import sys
from collections.abc import Callable

MOST_UNREAD = 1024 * 1024
"""Bytes that wait for a reader; one line may always, the next one ends the conversation."""
_PIECE = 64 * 1024


class Line:
    """Hold a connection until either side ends it; ``ended`` is called once, whoever does."""

    def __init__(
        self, connection: socket.socket, heard: Callable[[bytes], None], ended: Callable[[], None], longest: int
    ) -> None:
        """Hand every line of at most ``longest`` bytes to ``heard``, from now on."""
        self.longest = longest
        self._connection = connection
        self._heard = heard
        self._ended = ended
        self._loop = asyncio.get_running_loop()
        self._read = bytearray()
        self._searched = 0
        self._unread = bytearray()
        self._is_open = True
        connection.setblocking(False)  # noqa: FBT003 - socket's own signature
        self._loop.add_reader(connection, self._receive)

    @property
    def is_behind(self) -> bool:
        """Tell whether the other end has not read all it was told."""
        return bool(self._unread)

    def say(self, line: bytes) -> None:
        """Send ``line``; what the other end does not take yet is kept for it, within bounds."""
        if not self._is_open:
            return
        if len(self._unread) > MOST_UNREAD:
            self.hang_up()
            return
        was_behind = self.is_behind
        self._unread += line
        if not was_behind:
            self._send()

    def hand_over(self, line: bytes, descriptor: int) -> None:
        """Send ``line``, the first on this connection, and ``descriptor`` with it (SCM_RIGHTS)."""
        if sys.platform != "win32":
            try:
                sent = socket.send_fds(self._connection, [line], [descriptor])
            except OSError:
                self.hang_up()
            else:
                self.say(line[sent:])

    def hang_up(self) -> None:
        """End the conversation; what has not been taken is lost."""
        if self._is_open:
            self._is_open = False
            self._loop.remove_reader(self._connection)
            self._loop.remove_writer(self._connection)
            self._connection.close()
            self._ended()

    def _receive(self) -> None:
        try:
            piece = self._connection.recv(_PIECE)
        except BlockingIOError:
            return
        except OSError:
            piece = b""
        if not piece:
            self.hang_up()
            return
        self._read += piece
        self._hand_out()

    def _hand_out(self) -> None:
        while self._is_open and (end := self._read.find(b"\n", self._searched)) >= 0:
            line = bytes(self._read[:end])
            del self._read[: end + 1]
            self._searched = 0
            if len(line) > self.longest:
                self.hang_up()
            else:
                self._heard(line)
        self._searched = len(self._read)
        if len(self._read) > self.longest:
            self.hang_up()

    def _send(self) -> None:
        try:
            sent = self._connection.send(self._unread)
        except BlockingIOError:
            sent = 0
        except OSError:
            self.hang_up()
            return
        del self._unread[:sent]
        if self._unread:
            self._loop.add_writer(self._connection, self._send)
        else:
            self._loop.remove_writer(self._connection)
