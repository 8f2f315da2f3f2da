# SPDX-License-Identifier: MIT
"""How is a Wayland compositor spoken to, in its own bytes? A Wayland library for Python costs 6 MB."""

import select
import socket
import struct
import sys
import time
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import NamedTuple

from rideau.adapters.linux.windowing.arrival import arrived

if sys.platform == "win32":
    _FAMILY = -1
else:
    _FAMILY = socket.AF_UNIX

DISPLAY, REGISTRY, CALLBACK = 1, 2, 3
_ERROR = 0
_GET_REGISTRY, _SYNC = 1, 0
_HEAD = struct.Struct("=II")


class Bound(NamedTuple):
    """Hold what a compositor offers and a client took."""

    number: int
    version: int


NOT_OFFERED = Bound(0, 0)


class WaylandWire:
    """Be one connection. One thread; every call but ``close`` may raise ``OSError``: it is lost for good then."""

    def __init__(self, environment: Mapping[str, str], patience_s: float) -> None:
        """Connect to the compositor of ``environment``, and ask what it offers."""
        self.offers: dict[str, tuple[int, int]] = {}
        """By interface, its name in the registry and its version; of several, the first."""
        self._patience_s = patience_s
        self._numbers = count(CALLBACK + 1)
        self._received = b""
        self._is_answered = False
        self._socket = socket.socket(_FAMILY)
        try:
            self._socket.settimeout(patience_s)
            self._socket.connect(str(socket_path(environment)))
            self._socket.settimeout(None)  # with a timeout, Python waits before each look
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, struct.pack("@ll", 1, 0))
            self.send(DISPLAY, _GET_REGISTRY, word(REGISTRY))
            for _ in self.round_trip():
                pass
        except OSError:
            self.close()
            raise

    def fileno(self) -> int:
        """Return the connection's descriptor."""
        return self._socket.fileno()

    def close(self) -> None:
        """Hang up."""
        self._socket.close()

    def new_number(self) -> int:
        """Return a number for an object that is made next: they must come one after the other."""
        return next(self._numbers)

    def bind(self, interface: str, version: int) -> Bound:
        """Take what is offered as ``interface``, in ``version`` at most."""
        name, offered = self.offers.get(interface, (0, 0))
        found = Bound(self.new_number(), min(offered, version)) if offered else NOT_OFFERED
        if offered:
            self.send(REGISTRY, 0, word(name) + string(interface) + word(found.version) + word(found.number))
        return found

    def send(self, to: int, opcode: int, body: bytes = b"") -> None:
        """Send a request."""
        self._socket.sendall(_HEAD.pack(to, (_HEAD.size + len(body)) << 16 | opcode) + body)

    def round_trip(self) -> Iterator[tuple[int, int, bytes]]:
        """Yield the events up to the answer to everything that was asked."""
        self._is_answered = False
        self.send(DISPLAY, _SYNC, word(CALLBACK))
        deadline = time.monotonic() + self._patience_s
        while not self._is_answered:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self._socket], [], [], left)[0]:
                raise TimeoutError
            yield from self.events()

    def events(self) -> Iterator[tuple[int, int, bytes]]:
        """Yield the events that came: from which object, which one, and its words."""
        self._received += arrived(self._socket)
        for sender, opcode, body in self._messages():
            if sender == REGISTRY and opcode == 0:
                self.offers.setdefault(string_in(body[4:]), (word_in(body), word_in(body[-4:])))
            elif sender == CALLBACK:
                self._is_answered = True
            elif sender == DISPLAY and opcode == _ERROR:
                raise ConnectionAbortedError
            else:
                yield sender, opcode, body

    def _messages(self) -> Iterator[tuple[int, int, bytes]]:
        while len(self._received) >= _HEAD.size:
            sender, rest = _HEAD.unpack_from(self._received)
            size = rest >> 16
            if size < _HEAD.size:
                raise ConnectionAbortedError(size)
            if len(self._received) < size:
                return
            body, self._received = self._received[_HEAD.size : size], self._received[size:]
            yield sender, rest & 0xFFFF, body


def socket_path(environment: Mapping[str, str]) -> Path:
    """Return where the compositor listens."""
    return Path(environment.get("XDG_RUNTIME_DIR", "/"), environment.get("WAYLAND_DISPLAY") or "wayland-0")


def word(value: int) -> bytes:
    """Return a number as it is sent."""
    return struct.pack("=I", value)


def word_in(body: bytes) -> int:
    """Return the number that ``body`` begins with."""
    return int(struct.unpack_from("=I", body)[0])


def string(text: str) -> bytes:
    """Return words as they are sent."""
    raw = text.encode() + b"\0"
    return word(len(raw)) + raw + bytes(-len(raw) % 4)


def string_in(body: bytes) -> str:
    """Return the words that ``body`` begins with."""
    return body[4 : 4 + word_in(body)].rstrip(b"\0").decode("utf-8", "replace")
