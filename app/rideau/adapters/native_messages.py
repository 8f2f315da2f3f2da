# SPDX-License-Identifier: MIT
"""What do the browser's extension and its native host say to each other, and how is it framed?

Chrome's native messaging (developer.chrome.com, "Native messaging protocol"; Firefox does the same): four bytes of
length in the machine's own order, then that many bytes of JSON. A browser takes 1 MB at most in one message.
"""

import json
import struct
from collections.abc import Iterator, Mapping
from typing import NamedTuple, NoReturn

from rideau.domain.door import Profile
from rideau.keeper.message import VERSION, Fields, MessageError, Reader

NAME = "app.rideau.host"
LARGEST = 1024 * 1024
"""Bytes of one message, either way: browsers take no more, and no extension of ours says that much."""
LONGEST_NAME = 200
MOST_MINUTES = 7 * 24 * 60
_LENGTH = struct.Struct("=I")

_TOO_LONG = "a message of {length} bytes; {most} at most"
_NO_MESSAGE = "a message that is no JSON object"
_NO_JSON = "a message that JSON can't say"
_WRONG = "“{place}” is of a wrong kind"


class Hello(NamedTuple):
    """Hold the extension's first words."""

    extension: str
    """Its version."""
    profile: Profile
    """As corrected in its options; none where it was not."""


class Corrected(NamedTuple):
    """Hold a profile that was corrected in the extension's options."""

    profile: Profile


class Opening(NamedTuple):
    """Hold the wish to open for a while, which is answered under ``id``."""

    id: int
    minutes: int
    reason: str
    key: str = ""
    """The key that an earlier answer named, once its wait is over."""


class Answered(NamedTuple):
    """Hold what the app says to an ``Opening``."""

    is_ok: bool
    said: str
    key: str = ""
    """What to ask the same again with, to have it opened; empty where it is done."""
    wait_s: float = 0
    """How long to wait before that."""


class Attempt(NamedTuple):
    """Hold that somebody wanted into closed ``network``."""

    network: str


class Looking(NamedTuple):
    """Hold that somebody looks at ``network``, whose use is counted; empty for no such network any more."""

    network: str


class Entering(NamedTuple):
    """Hold that somebody goes in after a breath, which is answered under ``id``; ``reason`` may be empty."""

    id: int
    network: str
    reason: str


Said = Hello | Corrected | Opening | Attempt | Looking | Entering


_OF_NETWORK: Mapping[str, type[Attempt] | type[Looking]] = {"attempt": Attempt, "looking": Looking}


def framed(message: Fields) -> bytes:
    """Return ``message`` as it goes over the pipe.

    Raises:
        MessageError: it is bigger than a browser takes, nested too deeply, or holds a number without end.

    """
    try:
        content = json.dumps(message, separators=(",", ":"), allow_nan=False).encode()
    except (RecursionError, ValueError) as error:
        raise MessageError(_NO_JSON) from error
    if len(content) > LARGEST:
        _refuse(_TOO_LONG, length=len(content), most=LARGEST)
    return _LENGTH.pack(len(content)) + content


class Frames:
    """Cut what arrives into messages; holds one at most, of the largest size."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._held = bytearray()

    def cut(self, piece: bytes) -> Iterator[Fields]:
        """Yield every message that ``piece`` completes.

        Raises:
            MessageError: a length out of bounds, or content that is no JSON object. What follows means nothing.

        """
        self._held += piece
        while len(self._held) >= _LENGTH.size:
            (length,) = _LENGTH.unpack_from(self._held)
            if length > LARGEST:
                _refuse(_TOO_LONG, length=length, most=LARGEST)
            end = _LENGTH.size + length
            if len(self._held) < end:
                return
            content = bytes(self._held[_LENGTH.size : end])
            del self._held[:end]
            yield _object(content)


def said(message: Fields) -> Said | None:
    """Return what the extension says, or None for a type that only a later version knows.

    Raises:
        MessageError: a value is of a wrong kind.

    """
    read = Reader(message)
    kind = read.text("type")
    if kind == "hello":
        return Hello(_name(read, "extension"), read.profile("profile"))
    if kind == "profile":
        return Corrected(read.profile("profile"))
    if kind == "open":
        number, minutes = _whole(message, "id", 2**53), _whole(message, "minutes", MOST_MINUTES)
        return Opening(number, minutes, read.text("reason"), _name(read, "key") if "key" in message else "")
    if kind == "enter":
        return Entering(_whole(message, "id", 2**53), _name(read, "network"), _name(read, "reason"))
    if kind in _OF_NETWORK:
        return _OF_NETWORK[kind](_name(read, "network"))
    return None


def state_message(state: Fields, profile: Profile) -> dict[str, object]:
    """Return the keeper's ``state`` for the extension, which its launcher put on the side of ``profile``."""
    return {"type": "state", "version": VERSION, "profile": profile.value, **state}


def gone_message() -> dict[str, object]:
    """Return what is said when the keeper is gone for good."""
    return {"type": "gone"}


def answer_message(number: int, answered: Answered) -> dict[str, object]:
    """Return the answer to an ``Opening``."""
    message: dict[str, object] = {"type": "answer", "id": number, "ok": answered.is_ok, "said": answered.said}
    return {**message, "key": answered.key, "wait": answered.wait_s} if answered.key else message


def _object(content: bytes) -> Mapping[str, object]:
    try:
        raw = json.loads(content.decode("utf-8"), parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise MessageError(_NO_MESSAGE) from error
    if not isinstance(raw, dict):
        _refuse(_NO_MESSAGE)
    return raw


def _name(read: Reader, key: str) -> str:
    name = read.text(key)
    return name if len(name) <= LONGEST_NAME else _refuse(_WRONG, place=key)


def _whole(message: Fields, key: str, most: int) -> int:
    value = message.get(key)
    if type(value) is not int or not 0 <= value <= most:
        _refuse(_WRONG, place=key)
    return value


def _refuse(problem: str, **values: object) -> NoReturn:
    raise MessageError(problem.format(**values))


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)
