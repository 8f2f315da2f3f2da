# SPDX-License-Identifier: MIT
"""Which windows does a compositor like labwc, Wayfire or Hyprland have? Its taskbars' protocol tells.

``wlr-foreign-toplevel-management-unstable-v1`` tells neither processes nor places: such a window is matched by its
``app_id`` alone.
"""

import json
import struct
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import NamedTuple, NoReturn

from rideau.adapters.linux.windowing.wayland_wire import WaylandWire, string_in, word, word_in
from rideau.adapters.linux.windowing.window_source import PATIENCE_S, WindowSourceError
from rideau.domain.app import Window
from rideau.domain.text import Text

NAME = "wlr"
_LOST = Text("The part of the desktop that shows windows (the compositor) does not answer.")
_NOT_TOLD = Text("This desktop tells nobody which windows are open.")
_INTERFACE = "zwlr_foreign_toplevel_manager_v1"
_VERSION = 3
_MADE_THERE = 0xFF000000
"""From here on the compositor numbers what it makes itself (Wayland, "Creating Objects")."""
_TOPLEVEL, _FINISHED = 0, 1
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
        try:
            self._wire = WaylandWire(environment, PATIENCE_S)
        except OSError as error:
            raise WindowSourceError(_LOST) from error
        self._manager = 0
        try:
            self._bind()
        except WindowSourceError:
            self.close()
            raise

    def fileno(self) -> int:
        """Return the connection's descriptor."""
        return self._wire.fileno()

    def close(self) -> None:
        """Hang up, once the compositor has heard everything: it drops what comes together with the end."""
        if self._toplevels:
            with suppress(WindowSourceError):
                self._round_trip()
        self._wire.close()
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
            for event in self._wire.events():
                self._take(*event)
        except OSError as error:
            self._lose(error)
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
            self._order(window_id, opcode, word(0) if opcode == _SWITCHES["fullscreen"][1] else b"")

    def _bind(self) -> None:
        """Find the protocol among what the compositor offers, and hear of every window that is there."""
        try:
            self._manager = self._wire.bind(_INTERFACE, _VERSION).number
        except OSError as error:
            self._lose(error)
        if not self._manager:
            raise WindowSourceError(_NOT_TOLD)
        self._round_trip()

    def _round_trip(self) -> None:
        try:
            for event in self._wire.round_trip():
                self._take(*event)
        except OSError as error:
            self._lose(error)

    def _take(self, sender: int, opcode: int, body: bytes) -> None:
        if sender >= _MADE_THERE:
            self._learn(sender, opcode, body)
        elif sender == self._manager and opcode == _TOPLEVEL:
            self._serial += 1
            self._toplevels[word_in(body)] = _Toplevel(self._serial)
        elif sender == self._manager and opcode == _FINISHED:
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
            self._wire.send(to, opcode, body)
        except OSError as error:
            self._lose(error)

    def _lose(self, error: Exception) -> NoReturn:
        self._toplevels.clear()
        raise WindowSourceError(_LOST) from error


_LESSONS: Mapping[int, Callable[[_Toplevel, bytes], _Toplevel]] = {
    _TITLE: lambda toplevel, body: toplevel._replace(title=string_in(body)),
    _APP_ID: lambda toplevel, body: toplevel._replace(app_id=string_in(body)),
    _STATE: lambda toplevel, body: toplevel._replace(
        states=frozenset(struct.unpack(f"={word_in(body) // 4}I", body[4:]))
    ),
    _DONE: lambda toplevel, _: toplevel._replace(is_whole=True),
    _PARENT: lambda toplevel, body: toplevel._replace(parent=word_in(body)),
}
