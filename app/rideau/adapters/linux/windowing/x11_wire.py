# SPDX-License-Identifier: MIT
"""How is an X server spoken to in the few requests that windows need? In its own bytes, over a socket of our own.

No library: python-xlib costs 1.8 MB and xcffib 13.7 MB, libxcb reads this process's environment instead of the one it
is given, and waits for ever on a server that a client has grabbed. Sections are those of the X Window System Protocol,
version 11, "Protocol Encoding". Numbers travel in this machine's byte order.
"""

import contextlib
import select
import socket
import struct
import sys
import time
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, NoReturn

from rideau.adapters.linux.display import COOKIE, connected_to_x, cookie_for
from rideau.adapters.linux.windowing.arrival import arrived
from rideau.adapters.linux.windowing.window_source import PATIENCE_S, WindowSourceError
from rideau.domain.text import Text

_LOST = Text("The part of the desktop that shows windows (the X server) does not answer.")
_HEAD = 32
_ERROR, _REPLY, GENERIC = 0, 1, 35
_BIT_SENT = 0x80
_LONGEST = 1 << 16
"""The longest property that is asked for, in units of four bytes."""


class Geometry(NamedTuple):
    """Hold where a window's own area is on the screen, its frame left out."""

    x: int
    y: int
    width: int
    height: int


class XConnection:
    """Hold one connection to an X server. One thread at a time; whatever fails for good is a ``WindowSourceError``."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Connect to ``$DISPLAY`` of ``environment`` and shake hands."""
        self.events: deque[bytes] = deque()
        """What came and is still to be looked at, 32 bytes each."""
        self._received = bytearray()
        self._answers: dict[int, bytes | None] = {}
        self._awaited: set[int] = set()
        self._sent = 0
        self._bundle: bytearray | None = None
        display = environment.get("DISPLAY", "")
        host, _, number = display.rpartition(":")
        number = number.partition(".")[0]
        if not number.isdecimal():
            raise WindowSourceError(_LOST)
        try:
            self._socket = connected_to_x(host, int(number))
        except OSError as error:
            raise WindowSourceError(_LOST) from error
        self._socket.settimeout(PATIENCE_S)
        self.first_id = 0
        """The first number that is ours to give to something new on the server."""
        self.is_local = host in {"", "unix"}
        self.root = self._shake_hands(cookie_for(environment, number))
        self._socket.settimeout(None)  # with a timeout, Python waits before each look
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, struct.pack("@ll", int(PATIENCE_S), 0))

    def fileno(self) -> int:
        """Return what becomes readable when something came."""
        return self._socket.fileno()

    def close(self) -> None:
        """Hang up."""
        self._socket.close()

    def send(self, opcode: int, data: int, body: bytes) -> int:
        """Send one request that has no answer, and return its number; ``body`` is whole words."""
        request = struct.pack("=BBH", opcode, data, 1 + len(body) // 4) + body
        if self._bundle is not None:
            self._bundle += request
        else:
            self._push(request)
        self._sent = (self._sent + 1) & 0xFFFF
        return self._sent

    @contextlib.contextmanager
    def together(self) -> Iterator[None]:
        """Send what is asked inside at its end, all at once: it is answered at once then. Wait for nothing inside."""
        self._bundle = bundle = bytearray()
        try:
            yield
        finally:
            self._bundle = None
        self._push(bundle)

    def ask(self, opcode: int, data: int, body: bytes) -> int:
        """Send one request that has an answer; ``answer`` waits for it, so that several can be under way."""
        number = self.send(opcode, data, body)
        self._awaited.add(number)
        return number

    def answer(self, number: int) -> bytes | None:
        """Wait for the answer to request ``number``; None where it is an error: the window is gone, say."""
        deadline = time.monotonic() + PATIENCE_S
        while number not in self._answers:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self._socket], [], [], left)[0]:
                self._lose(TimeoutError())
            self.receive()
        return self._answers.pop(number)

    def receive(self) -> None:
        """Take in what came, without waiting: answers where they are waited for, events into ``events``."""
        try:
            self._received += arrived(self._socket)
        except OSError as error:
            self._lose(error)
        self._sort()

    def nudge(self) -> None:
        """Have the server answer something that nobody waits for: ``fileno`` becomes readable."""
        self.send(43, 0, b"")  # GetInputFocus

    def _push(self, requests: bytes | bytearray) -> None:
        try:
            self._socket.sendall(requests)
        except OSError as error:
            self._lose(error)

    def _sort(self) -> None:
        while len(self._received) >= _HEAD:
            kind, number, length = struct.unpack_from("=BxHI", self._received)
            size = _HEAD + (4 * length if kind & ~_BIT_SENT in {_REPLY, GENERIC} else 0)
            if len(self._received) < size:
                return
            message = bytes(self._received[:size])
            del self._received[:size]
            if kind > _REPLY:
                self.events.append(message)
            elif number in self._awaited:
                self._awaited.discard(number)
                self._answers[number] = message if kind == _REPLY else None

    def _shake_hands(self, cookie: bytes) -> int:
        """Begin (section 8) and return the first screen's root window."""
        name = COOKIE if cookie else b""
        order = ord("l" if sys.byteorder == "little" else "B")
        try:
            self._socket.sendall(
                struct.pack("=BxHHHHxx", order, 11, 0, len(name), len(cookie)) + padded(name) + padded(cookie)
            )
            accepted, length = struct.unpack("=BxxxxxH", self._exactly(8))
            setup = self._exactly(4 * length)
        except OSError as error:
            self._lose(error)
        if accepted != 1:
            self._lose(PermissionError(setup))
        (self.first_id,) = struct.unpack_from("=I", setup, 4)
        vendor, formats = struct.unpack_from("=H3xB", setup, 16)
        (root,) = struct.unpack_from("=I", setup, 32 + (vendor + 3 & ~3) + 8 * formats)
        return int(root)

    def _exactly(self, size: int) -> bytes:
        got = b""
        while len(got) < size:
            chunk = self._socket.recv(size - len(got))
            if not chunk:
                raise ConnectionResetError
            got += chunk
        return got

    def _lose(self, error: OSError) -> NoReturn:
        self._answers.clear()
        self._received.clear()
        raise WindowSourceError(_LOST) from error


def wait_for(server: XConnection) -> None:
    """Wait until the server has done what it was told."""
    server.answer(server.ask(43, 0, b""))  # GetInputFocus, because it is the cheapest that is answered


def padded(data: bytes) -> bytes:
    """Return ``data`` filled up to whole words."""
    return data + bytes(-len(data) % 4)


def atoms(server: XConnection, names: Sequence[str]) -> dict[str, int]:
    """Return the server's numbers for ``names``, in one round trip."""
    asked = {}
    for name in names:
        raw = name.encode()
        asked[name] = server.ask(16, 0, struct.pack("=Hxx", len(raw)) + padded(raw))
    return {name: _word(server.answer(number), 8) for name, number in asked.items()}


def listen(server: XConnection, window: int, events: int) -> None:
    """Have the events of the mask ``events`` sent to us for ``window``; 0 for none any more."""
    server.send(2, 0, struct.pack("=III", window, 1 << 11, events))


def ask_property(server: XConnection, window: int, name: int) -> int:
    """Ask for a property; ``property_in`` reads the answer."""
    return server.ask(20, 0, struct.pack("=IIIII", window, name, 0, 0, _LONGEST))


def property_in(answer: bytes | None) -> bytes:
    """Return the property in ``answer``; empty where there is none."""
    if answer is None:
        return b""
    (count,) = struct.unpack_from("=I", answer, 16)
    return answer[_HEAD : _HEAD + count * answer[1] // 8]


def words_of(server: XConnection, window: int, name: int) -> tuple[int, ...]:
    """Return a property made of 32-bit numbers: windows, atoms, cardinals."""
    return words(property_in(server.answer(ask_property(server, window, name))))


def words(raw: bytes) -> tuple[int, ...]:
    """Return the 32-bit numbers in ``raw``."""
    return struct.unpack(f"={len(raw) // 4}I", raw[: len(raw) & ~3])


def children(server: XConnection, window: int) -> tuple[int, ...]:
    """Return the windows inside ``window``, the undermost first."""
    return words((server.answer(server.ask(15, 0, struct.pack("=I", window))) or b"")[_HEAD:])


def is_shown_by_itself(server: XConnection, window: int) -> bool:
    """Tell whether ``window`` is mapped, and is no menu or tip (override-redirect)."""
    answer = server.answer(server.ask(3, 0, struct.pack("=I", window)))
    return answer is not None and answer[26] != 0 and answer[27] == 0


def geometry(server: XConnection, window: int) -> Geometry | None:
    """Return where ``window`` is; None where it is gone."""
    sized = server.ask(14, 0, struct.pack("=I", window))
    placed = server.ask(40, 0, struct.pack("=IIhh", window, server.root, 0, 0))
    size, place = server.answer(sized), server.answer(placed)
    if size is None or place is None:
        return None
    return Geometry(*struct.unpack_from("=hh", place, 12), *struct.unpack_from("=HH", size, 16))


def show(server: XConnection, window: int) -> None:
    """Map ``window``: the window manager is asked first where there is one."""
    server.send(8, 0, struct.pack("=I", window))


def unmap(server: XConnection, window: int) -> None:
    """Unmap ``window``."""
    server.send(10, 0, struct.pack("=I", window))


def configure(server: XConnection, window: int, to: Geometry) -> None:
    """Move and resize ``window``."""
    server.send(12, 0, struct.pack("=IHxxiiII", window, 0b1111, *to))


def tell(server: XConnection, to: int, events: int, message: tuple[int, int, Sequence[int]]) -> None:
    """Send a client message (about which window, of which type, up to five numbers) to whoever takes ``events``."""
    about, kind, values = message
    event = struct.pack("=BBHII5I", 33, 32, 0, about, kind, *values, *[0] * (5 - len(values)))
    server.send(25, 0, struct.pack("=II", to, events) + event)


def extension(server: XConnection, name: str) -> tuple[int, int] | None:
    """Return the opcode of an extension and the number of its first event; None where the server has it not."""
    raw = name.encode()
    answer = server.answer(server.ask(98, 0, struct.pack("=Hxx", len(raw)) + padded(raw)))
    return (answer[9], answer[10]) if answer is not None and answer[8] else None


class ClientPids:
    """Know which local process speaks for a window (X-Resource extension 1.2, which asks the socket itself)."""

    def __init__(self, server: XConnection) -> None:
        """Ask whether the server has it."""
        self._server = server
        found = extension(server, "X-Resource")
        self._opcode = found[0] if server.is_local and found else 0
        if self._opcode:
            version = server.answer(server.ask(self._opcode, 0, struct.pack("=BBxx", 1, 2)))
            if version is None or struct.unpack_from("=HH", version, 8) < (1, 2):
                self._opcode = 0

    def of(self, window: int) -> int:
        """Return the process; 0 where it is not told."""
        return self.told(self.ask(window))

    def ask(self, window: int) -> int | None:
        """Ask, and return what ``told`` reads the answer of: other questions can be under way."""
        return self._server.ask(self._opcode, 4, struct.pack("=III", 1, window, 1 << 1)) if self._opcode else None

    def told(self, number: int | None) -> int:
        """Return the process in the answer to what was asked; 0 where it is not told."""
        answer = self._server.answer(number) if number is not None else None
        if answer is None or not _word(answer, 8):
            return 0
        return _word(answer, _HEAD + 12) if len(answer) >= _HEAD + 16 else 0


def _word(answer: bytes | None, at: int) -> int:
    return int(struct.unpack_from("=I", answer, at)[0]) if answer is not None else 0
