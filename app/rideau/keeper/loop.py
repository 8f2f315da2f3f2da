# SPDX-License-Identifier: MIT
"""How does the keeper wait for names to be resolved, though some never are? No name holds up another, nor the end.

asyncio's own loop asks the system on a handful of threads (six, on two cores): one dead name that a browser asks for
again and again takes them all for half a minute. And it does not end before the last of them answered.
"""

import asyncio
import errno
import socket
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from threading import Thread
from typing import Literal

SHARED_S = 3.0
"""So long does whoever asks the same wait for the same answer; then it is asked anew: the network may be another."""
MOST_ASKED = 128
"""Questions at a time; a browser that asks for more is refused, and asks again."""

_IPv4 = tuple[Literal[socket.AddressFamily.AF_INET], socket.SocketKind, int, str, tuple[str, int]]
_IPv6 = tuple[
    Literal[socket.AddressFamily.AF_INET6], socket.SocketKind, int, str, tuple[str, int, int, int] | tuple[int, bytes]
]
_Found = list[_IPv4 | _IPv6]
_Question = tuple[bytes | str | None, bytes | str | int | None, int, int, int, int]
_TOO_MANY = "too many names are being looked up"
_NO_THREAD = "the system grants no thread"


class KeeperLoop(asyncio.SelectorEventLoop):
    """Resolve each name on a thread of its own, which ends with the process at the latest."""

    def __init__(self, shared_s: float = SHARED_S) -> None:
        """Begin with nothing asked."""
        super().__init__()
        self._shared_s = shared_s
        self._asking = 0
        self._asked: dict[_Question, tuple[float, asyncio.Future[_Found]]] = {}

    async def getaddrinfo(  # noqa: PLR0913 - asyncio's signature
        self,
        host: bytes | str | None,
        port: bytes | str | int | None,
        *,
        family: int = 0,
        type: int = 0,  # noqa: A002 - asyncio's signature
        proto: int = 0,
        flags: int = 0,
    ) -> _Found:
        """Return what socket.getaddrinfo does; raises OSError and UnicodeError like it."""
        question = (host, port, family, type, proto, flags)
        asked_at, answer = self._asked.get(question, (0.0, None))
        if answer is None or self.time() - asked_at > self._shared_s:
            answer = self._ask(question)
        return await asyncio.shield(answer)

    def _ask(self, question: _Question) -> "asyncio.Future[_Found]":
        if self._asking >= MOST_ASKED:
            raise OSError(errno.EAGAIN, _TOO_MANY)
        answer: asyncio.Future[_Found] = self.create_future()
        thread = Thread(target=self._look_up, args=(question, answer), name="name", daemon=True)
        try:
            thread.start()
        except RuntimeError as error:
            raise OSError(errno.EAGAIN, _NO_THREAD) from error
        self._asking += 1
        self._asked[question] = (self.time(), answer)
        return answer

    def _look_up(self, question: _Question, answer: "asyncio.Future[_Found]") -> None:
        host, port, family, kind, proto, flags = question
        tell: Callable[[], None]
        try:
            tell = partial(answer.set_result, socket.getaddrinfo(host, port, family, kind, proto, flags))
        except (OSError, ValueError, OverflowError) as error:
            tell = partial(answer.set_exception, error)
        with suppress(RuntimeError):  # the loop is closed
            self.call_soon_threadsafe(self._hear, question, answer, tell)

    def _hear(self, question: _Question, answer: "asyncio.Future[_Found]", tell: Callable[[], None]) -> None:
        self._asking -= 1
        if self._asked.get(question, (0.0, None))[1] is answer:
            del self._asked[question]
        tell()
        answer.exception()  # looked at, whether or not somebody still waits
