# SPDX-License-Identifier: MIT
"""Whose is the other end of a loopback connection? The kernel's own tables tell, by user and by inode.

Linux: sock_diag(7) finds one connection by its two ends, in some 20 µs whatever else is open. Where that is not built
in, ``/proc/net/tcp`` says the same, line by line.
"""

import socket
import struct
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

Place = tuple[str, int]
"""An IP address and a port."""


class Owner(NamedTuple):
    """Hold whose a socket is."""

    uid: int
    inode: int
    """``/proc/<pid>/fd/*`` of the processes that hold it read ``socket:[inode]``."""


Find = Callable[[Place, Place], Owner | None]
"""Return whose socket has its own end at the first place and its other at the second; None where there is none."""

_NOWHERE = {socket.AF_INET: ("0.0.0.0", 0), socket.AF_INET6: ("::", 0)}  # noqa: S104 - compared, never bound to

_HEADER = struct.Struct("=IHHII")
"""``struct nlmsghdr``: length, type, flags, sequence, port."""
_ASKED = struct.Struct("=BBxxI")
"""The head of ``struct inet_diag_req_v2``: family, protocol, states."""
_PORTS = struct.Struct("!HH")
_OTHER = struct.Struct("=I8s")
"""The end of ``struct inet_diag_sockid``: interface, cookie."""
_COUNTS = struct.Struct("=IIIII")
"""The end of ``struct inet_diag_msg``: expiry, both queues, user, inode."""
_ID_AT = _HEADER.size + 4
_ID_SIZE, _ENDS_SIZE = 48, 36
_BY_FAMILY, _REQUEST = 20, 1
_NO_COOKIE = b"\xff" * 8
_ALL_STATES = 0xFFFFFFFF
_NETLINK_SOCK_DIAG = 4
_LARGEST_ANSWER = 8192
_LINUX_ALONE = "sock_diag is Linux's"


def finder(listener: socket.socket) -> "DiagTable | TextTable | None":
    """Return what finds the other ends of connections to ``listener``: tried on itself; None where nobody tells."""
    with suppress(OSError):
        here = listener.getsockname()[:2]
        for table in (DiagTable(), TextTable()):
            with suppress(OSError):
                if table(here, _NOWHERE[_family(here)]) is not None:
                    return table
            table.close()
    return None


class DiagTable:
    """Ask sock_diag; a ``Find``."""

    def __init__(self) -> None:
        """Begin without a channel to the kernel."""
        self._channel: socket.socket | None = None

    def __call__(self, here: Place, there: Place) -> Owner | None:
        """Return whose the socket is."""
        ends = _ends(here, there)
        if self._channel is None:
            self._channel = _netlink()
        try:
            self._channel.send(_question(_family(here), ends))
            return _answer(self._channel.recv(_LARGEST_ANSWER), ends)
        except OSError:
            self.close()  # a late answer would be taken for the next one's
            raise

    def close(self) -> None:
        """Let the channel go; it is opened again when need be."""
        if self._channel is not None:
            self._channel.close()
            self._channel = None


def _netlink() -> socket.socket:
    if sys.platform == "linux":
        channel = socket.socket(socket.AF_NETLINK, socket.SOCK_DGRAM, _NETLINK_SOCK_DIAG)
        channel.settimeout(0)  # the answer is there when the question has been sent
        return channel
    raise OSError(_LINUX_ALONE)


def _question(family: int, ends: bytes) -> bytes:
    body = _ASKED.pack(family, socket.IPPROTO_TCP, _ALL_STATES) + ends + _OTHER.pack(0, _NO_COOKIE)
    return _HEADER.pack(_HEADER.size + len(body), _BY_FAMILY, _REQUEST, 0, 0) + body


def _answer(told: bytes, ends: bytes) -> Owner | None:
    if _HEADER.unpack_from(told)[1] != _BY_FAMILY:
        return None  # an error: there is no such connection
    if told[_ID_AT : _ID_AT + _ENDS_SIZE] != ends:
        return None  # the kernel may answer with who listens there
    *_, uid, inode = _COUNTS.unpack_from(told, _ID_AT + _ID_SIZE)
    return Owner(uid, inode) if inode else None  # without an inode, no process holds it any more


def _ends(here: Place, there: Place) -> bytes:
    """Return the ports and addresses as ``struct inet_diag_sockid`` has them."""
    return _PORTS.pack(here[1], there[1]) + b"".join(_packed(place).ljust(16, b"\0") for place in (here, there))


class TextTable:
    """Read ``/proc/net/tcp`` and ``tcp6``; a ``Find``."""

    def __call__(self, here: Place, there: Place) -> Owner | None:
        """Return whose the socket is."""
        table = Path("/proc/net/tcp6" if _family(here) == socket.AF_INET6 else "/proc/net/tcp")
        wanted = [_hex(here), _hex(there)]
        for line in table.read_text("ascii").splitlines():
            fields = line.split()
            if fields[1:3] == wanted and fields[9] != "0":
                return Owner(int(fields[7]), int(fields[9]))
        return None

    def close(self) -> None:
        """Do nothing: nothing is kept open."""


def _hex(place: Place) -> str:
    packed = _packed(place)
    words = struct.unpack(f"={len(packed) // 4}I", packed)
    return "".join(f"{word:08X}" for word in words) + f":{place[1]:04X}"


def _family(place: Place) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in place[0] else socket.AF_INET


def _packed(place: Place) -> bytes:
    return socket.inet_pton(_family(place), place[0].partition("%")[0])
