# SPDX-License-Identifier: MIT
"""Which windows does a compositor like labwc, Wayfire or Hyprland have? Its taskbars' protocol tells.

The few messages of ``wlr-foreign-toplevel-management-unstable-v1`` are spoken in their own bytes: a Wayland library for
Python costs 6 MB. It tells neither processes nor places: such a window is matched by its ``app_id`` alone.
"""

import json
import select
import socket
import struct
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, NoReturn

from rideau.adapters.linux.windowing.arrival import arrived
from rideau.adapters.linux.windowing.window_source import PATIENCE_S, WindowSourceError
from rideau.domain.app import Window
from rideau.domain.text import Text

if sys.platform == "win32":
    _FAMILY = -1
else:
    _FAMILY = socket.AF_UNIX

NAME = "wlr"
_LOST = Text("The part of the desktop that shows windows (the compositor) does not answer.")
_NOT_TOLD = Text("This desktop tells nobody which windows are open.")
_INTERFACE = "zwlr_foreign_toplevel_manager_v1"
_VERSION = 3
_HEAD = struct.Struct("=II")
_DISPLAY, _REGISTRY, _CALLBACK, _MANAGER = 1, 2, 3, 4
_ERROR, _TOPLEVEL, _FINISHED = 0, 0, 1
_TITLE, _APP_ID, _STATE, _DONE, _CLOSED, _PARENT = 0, 1, 4, 5, 6, 7
_CLOSE, _DESTROY = 5, 7
_SWITCHES = {"maximized": (0, 0, 1), "minimized": (1, 2, 3), "fullscreen": (3, 8, 9)}
"""Of each state: its number, what switches it on, and off."""


class _Toplevel(NamedTuple):
    """Hold what was told of one window; it counts once all of it was (``done``)."""

    serial: int
    """Never used again, as the protocol's own numbers are."""
    title: str = ""
    app_id: str = ""
    states: frozenset[int] = frozenset()
    parent: int = 0
    is_whole: bool = False


_NONE = _Toplevel(0)


class WlrWindows:
    """Be the ``WindowSource`` of compositors with the wlroots protocol for taskbars."""

    name = NAME

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Connect to ``$WAYLAND_DISPLAY``; ``WindowSourceError`` where nobody tells of windows there."""
        self._toplevels: dict[int, _Toplevel] = {}
        self._serial = 0
        self._were_away: set[int] = set()
        self._asked: dict[str, int] = {}
        """The apps that were asked to close a window, and the latest window there was then."""
        self._received = b""
        self._global: tuple[int, int] | None = None
        self._is_answered = False
        display = environment.get("WAYLAND_DISPLAY") or "wayland-0"
        self._socket = socket.socket(_FAMILY)
        try:
            self._socket.settimeout(PATIENCE_S)
            self._socket.connect(str(Path(environment.get("XDG_RUNTIME_DIR", "/"), display)))
            self._socket.settimeout(None)  # with a timeout, Python waits before each look
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, struct.pack("@ll", int(PATIENCE_S), 0))
            self._bind()
        except OSError as error:
            self.close()
            raise WindowSourceError(_LOST) from error
        except WindowSourceError:
            self.close()
            raise

    def fileno(self) -> int:
        """Return the connection's descriptor."""
        return self._socket.fileno()

    def close(self) -> None:
        """Hang up, once the compositor has heard everything: it drops what comes together with the end."""
        if self._toplevels:
            with suppress(WindowSourceError):
                self._round_trip()
        self._socket.close()
        self._toplevels.clear()

    def windows(self) -> tuple[Window, ...]:
        """Return the windows as last known."""
        return tuple(
            Window(
                id=f"{NAME}:{each.serial}",
                title=each.title,
                app_class=each.app_id,
                is_dialog=bool(each.parent) or each.serial > self._asked.get(each.app_id, each.serial),
            )
            for each in self._toplevels.values()
            if each.is_whole
        )

    def read(self) -> bool:
        """Take in the events that came."""
        before = [each._replace(title="") for each in self.windows()]
        try:
            self._received += arrived(self._socket)
        except OSError as error:
            self._lose(error)
        for sender, opcode, body in self._messages():
            self._take(sender, opcode, body)
        return [each._replace(title="") for each in self.windows()] != before

    def window_title(self, window_id: str) -> str:
        """Return the title as last told."""
        return self._toplevels.get(self._number(window_id), _NONE).title

    def ask_to_close(self, window_id: str) -> None:
        """Ask for a window to be closed.

        What its app brings up then is a dialog: not every compositor tells a window's parent (sway 1.7 does not).
        """
        toplevel = self._toplevels.get(self._number(window_id))
        if toplevel is not None:
            self._asked.setdefault(toplevel.app_id, self._serial)
        self._order(window_id, _CLOSE)

    def hide(self, window_id: str) -> None:
        """Minimise a window; some compositors (sway) do not know that."""
        minimized, on, _ = _SWITCHES["minimized"]
        number = self._number(window_id)
        if minimized in self._toplevels.get(number, _NONE).states:
            self._were_away.add(number)
        self._order(window_id, on)

    def show(self, window_id: str) -> None:
        """Bring back a window that was not minimised before."""
        number = self._number(window_id)
        if number not in self._were_away:
            self._order(window_id, _SWITCHES["minimized"][2])
        self._were_away.discard(number)

    def placement(self, window_id: str) -> str:
        """Return a window's state: more is not told."""
        toplevel = self._toplevels.get(self._number(window_id))
        if toplevel is None:
            return ""
        states = [name for name, (number, _, _) in _SWITCHES.items() if number in toplevel.states]
        return json.dumps({"system": NAME, "states": states})

    def place(self, window_id: str, placement: str) -> None:
        """Put a window into the state that ``placement`` tells."""
        try:
            said = json.loads(placement or "{}")
        except ValueError:
            return
        if not isinstance(said, dict) or said.get("system") != NAME or not isinstance(said.get("states"), list):
            return
        for name, (_, on, off) in _SWITCHES.items():
            opcode = on if name in said["states"] else off
            self._order(window_id, opcode, struct.pack("=I", 0) if opcode == _SWITCHES["fullscreen"][1] else b"")

    def _bind(self) -> None:
        """Find the protocol among what the compositor offers, and hear of every window that is there."""
        self._send(_DISPLAY, 1, struct.pack("=I", _REGISTRY))
        self._round_trip()
        if self._global is None:
            raise WindowSourceError(_NOT_TOLD)
        name, version = self._global
        self._send(_REGISTRY, 0, struct.pack("=I", name) + _string(_INTERFACE) + struct.pack("=II", version, _MANAGER))
        self._round_trip()

    def _round_trip(self) -> None:
        self._is_answered = False
        self._send(_DISPLAY, 0, struct.pack("=I", _CALLBACK))
        deadline = time.monotonic() + PATIENCE_S
        while not self._is_answered:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self._socket], [], [], left)[0]:
                self._lose(TimeoutError())
            self.read()

    def _take(self, sender: int, opcode: int, body: bytes) -> None:
        if sender >= 0xFF000000:  # noqa: PLR2004 - what the server made itself (Wayland, "Creating Objects")
            self._learn(sender, opcode, body)
        elif sender == _MANAGER and opcode == _TOPLEVEL:
            self._serial += 1
            self._toplevels[_word(body)] = _Toplevel(self._serial)
        elif sender == _REGISTRY and opcode == 0 and _string_in(body[4:]) == _INTERFACE:
            self._global = _word(body), min(_VERSION, _word(body[-4:]))
        elif sender == _CALLBACK:
            self._is_answered = True
        elif (sender == _DISPLAY and opcode == _ERROR) or (sender == _MANAGER and opcode == _FINISHED):
            self._lose(ConnectionAbortedError())

    def _learn(self, number: int, opcode: int, body: bytes) -> None:
        toplevel = self._toplevels.get(number)
        if toplevel is None:
            return
        if opcode == _CLOSED:
            del self._toplevels[number]
            self._were_away.discard(number)
            self._forget_asking(toplevel.app_id)
            self._send(number, _DESTROY)
        elif opcode in _LESSONS:
            self._toplevels[number] = _LESSONS[opcode](toplevel, body)

    def _forget_asking(self, app_id: str) -> None:
        """Forget that an app was asked, once everything that it had then is closed."""
        latest = self._asked.get(app_id, 0)
        if not any(each.app_id == app_id and each.serial <= latest for each in self._toplevels.values()):
            self._asked.pop(app_id, None)

    def _order(self, window_id: str, opcode: int, body: bytes = b"") -> None:
        number = self._number(window_id)
        if number in self._toplevels:
            self._send(number, opcode, body)

    def _number(self, window_id: str) -> int:
        """Return the protocol's number of a window; 0, which no window has, where it is not one of these."""
        found = (number for number, each in self._toplevels.items() if f"{NAME}:{each.serial}" == window_id)
        return next(found, 0)

    def _send(self, to: int, opcode: int, body: bytes = b"") -> None:
        try:
            self._socket.sendall(_HEAD.pack(to, (_HEAD.size + len(body)) << 16 | opcode) + body)
        except OSError as error:
            self._lose(error)

    def _messages(self) -> Iterator[tuple[int, int, bytes]]:
        while len(self._received) >= _HEAD.size:
            sender, rest = _HEAD.unpack_from(self._received)
            size = rest >> 16
            if size < _HEAD.size:
                self._lose(ValueError(size))
            if len(self._received) < size:
                return
            body, self._received = self._received[_HEAD.size : size], self._received[size:]
            yield sender, rest & 0xFFFF, body

    def _lose(self, error: Exception) -> NoReturn:
        self._toplevels.clear()
        raise WindowSourceError(_LOST) from error


_LESSONS: Mapping[int, Callable[[_Toplevel, bytes], _Toplevel]] = {
    _TITLE: lambda toplevel, body: toplevel._replace(title=_string_in(body)),
    _APP_ID: lambda toplevel, body: toplevel._replace(app_id=_string_in(body)),
    _STATE: lambda toplevel, body: toplevel._replace(
        states=frozenset(struct.unpack(f"={_word(body) // 4}I", body[4:]))
    ),
    _DONE: lambda toplevel, _: toplevel._replace(is_whole=True),
    _PARENT: lambda toplevel, body: toplevel._replace(parent=_word(body)),
}


def _word(body: bytes) -> int:
    return int(struct.unpack_from("=I", body)[0])


def _string(text: str) -> bytes:
    raw = text.encode() + b"\0"
    return struct.pack("=I", len(raw)) + raw + bytes(-len(raw) % 4)


def _string_in(body: bytes) -> str:
    return body[4 : 4 + _word(body)].rstrip(b"\0").decode("utf-8", "replace")
