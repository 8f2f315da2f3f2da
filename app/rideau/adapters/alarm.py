# SPDX-License-Identifier: MIT
"""How is a thread woken that sleeps in the kernel, waiting for sockets? By one more of them."""

import select
import socket
from contextlib import suppress


class Alarm:
    """Wake one thread from any other. Rung while it is put away, it does nothing."""

    def __init__(self) -> None:
        """Begin put away."""
        self._bell: socket.socket | None = None
        self._string: socket.socket | None = None

    def set_up(self) -> None:
        """Be there to be rung."""
        self._bell, self._string = socket.socketpair()
        self._bell.settimeout(0)
        self._string.settimeout(0)

    def put_away(self) -> None:
        """Be rung no more."""
        for each in (self._bell, self._string):
            if each is not None:
                each.close()
        self._bell = self._string = None

    def fileno(self) -> int:
        """Return the descriptor that can be read while it rings; only while set up."""
        return -1 if self._bell is None else self._bell.fileno()

    def ring(self) -> None:
        """Wake who sleeps, or whoever sleeps next. Any thread."""
        string = self._string
        if string is not None:
            with suppress(OSError):  # rung often enough already, or put away just now
                string.send(b"!")

    def sleep(self, seconds: float) -> None:
        """Sleep until it rings, but not longer, and stop it."""
        select.select([self], [], [], seconds)
        self.stop()

    def stop(self) -> None:
        """Stop ringing."""
        if self._bell is not None:
            with suppress(OSError):  # all is read
                while self._bell.recv(4096):
                    pass
