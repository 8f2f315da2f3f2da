# SPDX-License-Identifier: MIT
"""What does the head of an HTTP/1 message say, read so strictly that no two readers can differ? (RFC 9112).

Nothing is repaired: whatever one server reads one way and the next another (a bare line feed, a folded line, a space
before a colon, two lengths) is an error. What is sent on is written anew, never copied.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

CRLF = b"\r\n"
HEAD_END = b"\r\n\r\n"

_BARE_LINE_FEED = re.compile(rb"(?<!\r)\n")
_TOKEN = r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+"  # noqa: S105 - RFC 9110, section 5.6.2: a word of the protocol
_REQUEST_LINE = re.compile(rf"({_TOKEN}) ([!-~]+) HTTP/(\d)\.(\d)")
_STATUS_LINE = re.compile(r"HTTP/1\.([01]) ([1-5]\d\d)(?: ([\t -~\x80-\xff]*))?")
_FIELD = re.compile(rf"({_TOKEN}):[ \t]*([!-~\x80-\xff](?:[\t -~\x80-\xff]*[!-~\x80-\xff])?)?[ \t]*")
_LENGTH = re.compile(r"\d{1,18}")

_OF_THIS_CONNECTION = frozenset(
    {
        "connection",
        "keep-alive",
        "proxy-authenticate",
        "proxy-authentication-info",
        "proxy-authorization",
        "proxy-connection",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
    }
)
"""RFC 9110, section 7.6.1, and what browsers say besides."""
_WRITTEN_ANEW = frozenset({"content-length", "host"})


class HttpError(Exception):
    """Say that a message cannot be passed on; ``status`` is what its sender, or who waits for it, is answered."""

    def __init__(self, status: int, problem: str) -> None:
        """Keep the status and, in English for logs, what is wrong."""
        super().__init__(problem)
        self.status = status


class Fields(NamedTuple):
    """Hold the field lines of a head, names as they were written."""

    lines: tuple[tuple[str, str], ...] = ()

    def values(self, name: str) -> list[str]:
        """Return the values of every line called ``name`` (lower case)."""
        return [value for known, value in self.lines if known.lower() == name]

    def words(self, name: str) -> frozenset[str]:
        """Return the words of a list, such as ``Connection: close, te``, in lower case."""
        return frozenset(word.strip().lower() for value in self.values(name) for word in value.split(",")) - {""}

    def to_pass_on(self) -> Iterator[tuple[str, str]]:
        """Yield the lines that are not about this connection, its framing or its host."""
        dropped = _OF_THIS_CONNECTION | _WRITTEN_ANEW | self.words("connection")
        return ((name, value) for name, value in self.lines if name.lower() not in dropped)


class Framing(NamedTuple):
    """Say how the end of a body is told; neither length nor chunks: there is none, or (answers) the end is the end."""

    length: int | None = None
    is_chunked: bool = False

    @property
    def has_body(self) -> bool:
        """Tell whether a request so framed brings a body."""
        return self.is_chunked or bool(self.length)

    def lines(self) -> Iterator[tuple[str, str]]:
        """Yield the field lines that say so."""
        if self.is_chunked:
            yield "Transfer-Encoding", "chunked"
        elif self.length is not None:
            yield "Content-Length", str(self.length)


class Request(NamedTuple):
    """Hold what a client asks."""

    method: str
    target: str
    minor: int
    """Of the version, ``HTTP/1.minor``."""
    fields: Fields
    framing: Framing

    @property
    def stays(self) -> bool:
        """Tell whether the client wants to ask more on this connection."""
        return self.minor == 1 and "close" not in self.fields.words("connection")

    @property
    def wants_websocket(self) -> bool:
        """Tell whether the connection is to become a WebSocket (RFC 6455, section 4.1)."""
        return (
            self.method == "GET"
            and self.minor == 1
            and not self.framing.has_body
            and "upgrade" in self.fields.words("connection")
            and self.fields.words("upgrade") == {"websocket"}
        )


class Response(NamedTuple):
    """Hold what a server answers."""

    status: int
    reason: str
    minor: int
    fields: Fields
    framing: Framing

    @property
    def is_interim(self) -> bool:
        """Tell whether the real answer is still to come."""
        return self.status < 200 and self.status != 101  # noqa: PLR2004 - RFC 9110, section 15.2

    @property
    def stays(self) -> bool:
        """Tell whether the server takes more requests on this connection."""
        return self.minor == 1 and "close" not in self.fields.words("connection")

    def ends_at_close(self, method: str) -> bool:
        """Tell whether the end of the body, in answer to ``method``, is the end of the connection."""
        return self.has_body(method) and not self.framing.is_chunked and self.framing.length is None

    def has_body(self, method: str) -> bool:
        """Tell whether a body follows the answer to ``method`` (RFC 9112, section 6.3)."""
        return method != "HEAD" and self.status >= 200 and self.status not in {204, 304}  # noqa: PLR2004 - as above


def head_end(received: bytearray, seen: int, largest: int) -> int:
    """Return where the head at the start of ``received`` ends; 0 while it is not all there.

    ``seen`` bytes were looked at before. Raises HttpError: no head can come of this, or only one over ``largest``.
    """
    start = max(0, seen - len(HEAD_END))
    end = received.find(HEAD_END, start)
    if _BARE_LINE_FEED.search(received, start, end if end >= 0 else len(received)):
        raise HttpError(400, "a line ends without a carriage return")
    if end > largest or (end < 0 and len(received) > largest):
        raise HttpError(431, "the head is too large")
    return end + len(HEAD_END) if end >= 0 else 0


def parse_request(head: bytes, most_fields: int = 200) -> Request:
    """Return what the client asks; ``head`` goes up to its empty line, included. Raises HttpError."""
    first, *lines = _lines(head)
    found = _REQUEST_LINE.fullmatch(first)
    if found is None:
        raise HttpError(400, "the request line is malformed")
    method, target, major, minor = found.groups()
    if major != "1" or minor not in "01":
        raise HttpError(505, "only HTTP/1.0 and HTTP/1.1 are spoken here")
    fields = _fields(lines, most_fields)
    if len(fields.values("host")) > 1:
        raise HttpError(400, "there are two hosts")
    return Request(method, target, int(minor), fields, _framing(fields, int(minor)))


def parse_response(head: bytes, most_fields: int = 200) -> Response:
    """Return what the server answers. Raises HttpError 502: nothing that may be passed on."""
    first, *lines = _lines(head)
    found = _STATUS_LINE.fullmatch(first)
    if found is None:
        raise HttpError(502, "the site's answer has no status line")
    minor, status, reason = int(found[1]), int(found[2]), found[3] or ""
    try:
        fields = _fields(lines, most_fields)
        return Response(status, reason, minor, fields, _framing(fields, minor))
    except HttpError as error:
        raise HttpError(502, f"the site's answer: {error}") from error


def written(first: str, lines: Iterable[tuple[str, str]]) -> bytes:
    """Return a head."""
    return "".join([first, "\r\n", *(f"{name}: {value}\r\n" for name, value in lines), "\r\n"]).encode("latin-1")


def _lines(head: bytes) -> list[str]:
    return head.removesuffix(HEAD_END).decode("latin-1").split("\r\n")


def _fields(lines: list[str], most: int) -> Fields:
    if len(lines) > most:
        raise HttpError(431, "the head has too many fields")
    return Fields(tuple(_field(line) for line in lines))


def _field(line: str) -> tuple[str, str]:
    found = _FIELD.fullmatch(line)
    if found is None:
        raise HttpError(400, "a field line is malformed")
    return found[1], found[2] or ""


def _framing(fields: Fields, minor: int) -> Framing:
    lengths, encodings = fields.values("content-length"), fields.values("transfer-encoding")
    if len(lengths) + len(encodings) > 1:
        raise HttpError(400, "the length is told more than once")
    if lengths:
        if not _LENGTH.fullmatch(lengths[0]):
            raise HttpError(400, "the length is no number")
        return Framing(int(lengths[0]))
    if encodings:
        if minor == 0 or encodings[0].lower() != "chunked":
            raise HttpError(400, "the transfer encoding is not known")
        return Framing(is_chunked=True)
    return Framing()
