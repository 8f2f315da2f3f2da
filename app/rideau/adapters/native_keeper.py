# SPDX-License-Identifier: MIT
"""How does a browser's host stay in conversation with the keeper, through a crash and a new start of it?

The tray starts the keeper again within seconds, so a line that breaks is taken up again for a while, with growing
pauses; then it is given up.
"""

import logging
import socket
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from rideau.adapters.control_protocol import unix_socket
from rideau.keeper.message import LARGEST_LINE, Fields, MessageError, Type, decoded, encoded, orders_from, state_fields

PATIENCE_S = 5.0
"""How long a keeper may be away before it is gone."""

_FIRST_PAUSE_S, _LONGEST_PAUSE_S = 0.05, 1.0
_AT_ONCE = 65536
_LONGEST_QUOTE = 200
_log = logging.getLogger(__name__)

_TOO_LONG = "a line without an end"
_REFUSED = "it refused: {message}"


class NativeKeeper:
    """Hold the conversation with the keeper at ``path``; ``hello`` is what it is greeted with, each time anew."""

    def __init__(self, path: Path, hello: Callable[[], Fields]) -> None:
        """Connect with the first ``tend``."""
        self._path = path
        self._hello = hello
        self._line: socket.socket | None = None
        self._held = bytearray()
        self._in_trouble_since = self._next_try = time.monotonic()
        self._pause_s = _FIRST_PAUSE_S
        self._welcomed: float | None = None

    @property
    def waits_on(self) -> tuple[int, ...]:
        """Return the descriptor on which the keeper may say something, if there is one."""
        return (self._line.fileno(),) if self._line else ()

    @property
    def is_given_up(self) -> bool:
        """Tell whether the keeper has been away for too long, or come and gone."""
        return self._welcomed is None and time.monotonic() >= self._deadline

    @property
    def wait_s(self) -> float | None:
        """Return in how many seconds ``tend`` or ``is_given_up`` has news; None when only the keeper may have."""
        if self._welcomed is not None:
            return None
        due = self._deadline if self._line else min(self._next_try, self._deadline)
        return max(due - time.monotonic(), 0.0)

    def tend(self) -> None:
        """Connect again where that is due."""
        if self._line is not None or time.monotonic() < self._next_try:
            return
        self._line = unix_socket()
        self._line.settimeout(0)  # a keeper that hangs must not make us hang
        try:
            self._line.connect(str(self._path))
        except OSError as error:
            self._lose("it can't be reached", error)
        else:
            self.send(Type.HELLO, self._hello())

    def send(self, kind: Type, fields: Fields) -> None:
        """Say one line; it is lost where there is no keeper."""
        if self._line is None:
            return
        said = encoded(kind, fields)
        try:
            sent = self._line.send(said)
        except OSError as error:
            self._lose("it does not listen", error)
        else:
            if sent < len(said):
                self._lose("it does not listen")

    def states(self) -> tuple[Mapping[str, object], ...]:
        """Return what the keeper said should hold, checked, since the last call; call it when the socket is ready."""
        try:
            piece = self._line.recv(_AT_ONCE) if self._line else None
        except BlockingIOError:
            return ()
        except OSError as error:
            self._lose("the line broke", error)
            return ()
        if piece is None:
            return ()
        if not piece:
            self._lose("it hung up")
            return ()
        try:
            return tuple(state for line in self._lines(piece) if (state := self._heard(line)) is not None)
        except MessageError as error:
            _log.warning("the keeper said nothing that makes sense: %s", error)
            self._lose("nonsense")
            return ()

    def close(self) -> None:
        """Hang up."""
        if self._line is not None:
            self._line.close()
            self._line = None
        self._held.clear()

    @property
    def _deadline(self) -> float:
        return self._in_trouble_since + PATIENCE_S

    def _lines(self, piece: bytes) -> list[bytes]:
        self._held += piece
        if b"\n" not in piece:
            if len(self._held) > LARGEST_LINE:
                raise MessageError(_TOO_LONG)
            return []
        *lines, rest = bytes(self._held).split(b"\n")
        self._held = bytearray(rest)
        return lines

    def _heard(self, line: bytes) -> Mapping[str, object] | None:
        kind, fields = decoded(line)
        if kind is Type.ERROR:
            raise MessageError(_REFUSED.format(message=ascii(fields.get("message"))[:_LONGEST_QUOTE]))
        state = state_fields(orders_from(fields)) if kind is Type.STATE else None
        if self._welcomed is None:
            self._welcomed = time.monotonic()
        return state

    def _lose(self, what: str, error: OSError | None = None) -> None:
        """Hang up and try again later. One that was there for a while is a new trouble, with patience to match."""
        self.close()
        now = time.monotonic()
        if self._welcomed is not None and now - self._welcomed > PATIENCE_S:
            self._in_trouble_since, self._pause_s = now, _FIRST_PAUSE_S
        self._welcomed = None
        self._next_try = now + self._pause_s
        self._pause_s = min(2 * self._pause_s, _LONGEST_PAUSE_S)
        _log.info("the keeper is away: %s (%s)", what, error)
