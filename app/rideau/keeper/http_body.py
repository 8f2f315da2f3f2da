# SPDX-License-Identifier: MIT
"""Where does the body of an HTTP/1 message end? Its bytes are taken out of their frame and framed anew."""

import re
from typing import Protocol

from rideau.keeper.http_head import CRLF, Framing, HttpError

LAST_CHUNK = b"0\r\n\r\n"

_CHUNK_SIZE = re.compile(rb"([0-9A-Fa-f]{1,15})(?:[ \t]*;[\t -~\x80-\xff]*)?")
_TRAILER_LINE = re.compile(rb"[!#$%&'*+\-.^_`|~0-9A-Za-z]+:[\t -~\x80-\xff]*")
_LONGEST_LINE = 4096
_LONGEST_TRAILER = 16 * 1024


class Unframing(Protocol):
    """Take a body's own bytes out of what arrives."""

    @property
    def is_done(self) -> bool:
        """Tell whether the body is complete; what arrives next belongs to another message."""
        ...

    def take(self, received: bytearray) -> bytes:
        """Remove what can be read of the body from ``received``, return its own bytes. Raises HttpError."""
        ...

    def may_end_here(self) -> bool:
        """Tell whether the body is whole if the connection ends now."""
        ...


class Counted:
    """Take as many bytes as the head said."""

    def __init__(self, length: int) -> None:
        """Begin with ``length`` bytes to come."""
        self._left = length

    @property
    def is_done(self) -> bool:
        """Tell whether all came."""
        return not self._left

    def take(self, received: bytearray) -> bytes:
        """Return what belongs to this body."""
        taken = bytes(received[: self._left])
        del received[: len(taken)]
        self._left -= len(taken)
        return taken

    def may_end_here(self) -> bool:
        """Tell whether all came."""
        return self.is_done


class Endless:
    """Take everything until the connection ends."""

    is_done = False

    def take(self, received: bytearray) -> bytes:
        """Return all there is."""
        taken = bytes(received)
        received.clear()
        return taken

    def may_end_here(self) -> bool:
        """Agree: nobody said how long it would be."""
        return True


class Chunked:
    """Take chunks (RFC 9112, section 7.1); extensions and trailers are left out, as a proxy may."""

    def __init__(self) -> None:
        """Begin before the first chunk."""
        self.is_done = False
        self._left = 0
        self._is_after_data = False
        self._trailer = -1
        """Bytes of the trailer section so far; -1 while chunks come."""

    def take(self, received: bytearray) -> bytes:
        """Return the data of the chunks that are there, or of the part of one."""
        taken = bytearray()
        while not self.is_done:
            if self._left:
                if not received:
                    break
                piece = received[: self._left]
                del received[: len(piece)]
                self._left -= len(piece)
                taken += piece
            else:
                line = _line(received)
                if line is None:
                    break
                self._read(line)
        return bytes(taken)

    def may_end_here(self) -> bool:
        """Tell whether the last chunk came."""
        return self.is_done

    def _read(self, line: bytes) -> None:
        if self._trailer >= 0:
            self._read_trailer(line)
        elif self._is_after_data:
            if line:
                raise HttpError(400, "a chunk is longer than it said")
            self._is_after_data = False
        else:
            self._read_size(line)

    def _read_size(self, line: bytes) -> None:
        found = _CHUNK_SIZE.fullmatch(line)
        if found is None:
            raise HttpError(400, "a chunk's size is malformed")
        self._left = int(found[1], 16)
        self._is_after_data = bool(self._left)
        if not self._left:
            self._trailer = 0

    def _read_trailer(self, line: bytes) -> None:
        self._trailer += len(line)
        if self._trailer > _LONGEST_TRAILER or (line and not _TRAILER_LINE.fullmatch(line)):
            raise HttpError(400, "the trailer is malformed")
        self.is_done = not line


def unframing_of(framing: Framing) -> Unframing:
    """Return what takes a body out of ``framing``."""
    if framing.is_chunked:
        return Chunked()
    return Endless() if framing.length is None else Counted(framing.length)


def chunk(data: bytes) -> bytes:
    """Return ``data``, not empty, as a chunk."""
    return b"%x\r\n%b\r\n" % (len(data), data)


def _line(received: bytearray) -> bytes | None:
    """Remove a line from ``received`` and return it; None while it is not all there."""
    end = received.find(b"\n", 0, _LONGEST_LINE)
    if end < 0:
        if len(received) >= _LONGEST_LINE:
            raise HttpError(400, "a line of the body's frame is too long")
        return None
    line = bytes(received[: end + 1])
    if not line.endswith(CRLF):
        raise HttpError(400, "a line ends without a carriage return")
    del received[: end + 1]
    return line[:-2]
