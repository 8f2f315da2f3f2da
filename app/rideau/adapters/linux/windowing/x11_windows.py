# SPDX-License-Identifier: MIT
"""Which windows are there on an X screen? What the window manager lists (EWMH, ``_NET_CLIENT_LIST``).

Only the root window is listened to, so that nothing wakes Rideau while windows merely move or change their titles. A
window without ``WM_CLASS`` is listened to until it has one: some apps name themselves late. Where no window manager
keeps a list, the root's own children are looked through.
"""

import contextlib
import re
import socket
import struct
import time
from collections.abc import Iterator, Mapping, Sequence

from rideau.adapters.linux.windowing import x11_wire as wire
from rideau.adapters.linux.windowing.window_source import WindowSourceError
from rideau.adapters.linux.windowing.x11_placement import NAMES as PLACEMENT_NAMES
from rideau.adapters.linux.windowing.x11_placement import place, placement_of
from rideau.domain.app import Window

NAME = "x11"
_STRUCTURE, _SUBSTRUCTURE, _PROPERTIES = 1 << 17, 1 << 19, 1 << 22
_FOR_MANAGERS = _SUBSTRUCTURE | 1 << 20
_DESTROY, _PROPERTY = 17, 28
_ICONIC, _BY_A_PAGER = 3, 2
_NUMBER = re.compile(r"0x[0-9a-f]{1,8}")
_KEPT_S = 2.0
_DEPTH = 2
"""How deep inside its frame a window manager without a list keeps a window."""
_NAMES = (
    "_NET_ACTIVE_WINDOW",
    "_NET_CLIENT_LIST",
    "_NET_CLOSE_WINDOW",
    "_NET_SUPPORTED",
    "_NET_SUPPORTING_WM_CHECK",
    "_NET_WM_NAME",
    "_NET_WM_PID",
    "_NET_WM_STATE_MODAL",
    "_NET_WM_WINDOW_TYPE",
    "_NET_WM_WINDOW_TYPE_DIALOG",
    "WM_CHANGE_STATE",
    "WM_CLASS",
    "WM_CLIENT_MACHINE",
    "WM_DELETE_WINDOW",
    "WM_NAME",
    "WM_PROTOCOLS",
    "WM_STATE",
    "WM_TRANSIENT_FOR",
)
_TOLD = (
    "WM_CLASS",
    "_NET_WM_NAME",
    "WM_NAME",
    "_NET_WM_PID",
    "WM_CLIENT_MACHINE",
    "WM_TRANSIENT_FOR",
    "_NET_WM_WINDOW_TYPE",
    "_NET_WM_STATE",
)


class X11Windows:
    """Be the ``WindowSource`` of an X screen, XWayland's included."""

    name = NAME

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Connect to ``$DISPLAY`` and look around; ``WindowSourceError`` where nobody answers."""
        self._windows: dict[int, Window] = {}
        self._nameless: set[int] = set()
        self._were_away: set[int] = set()
        self._unmapped: set[int] = set()
        self._keyboard = _Keyboard()
        self._is_closed = False
        self._manager = 0
        self._supported: frozenset[int] = frozenset()
        self._server = wire.XConnection(environment)
        try:
            self._atoms = wire.atoms(self._server, (*_NAMES, *PLACEMENT_NAMES))
            self._pids = wire.ClientPids(self._server)
            self._meet_manager()
            self._list()
            self._server.nudge()  # whatever came meanwhile is looked at by the first read
        except WindowSourceError:
            self.close()
            raise

    def fileno(self) -> int:
        """Return the connection's descriptor."""
        return self._server.fileno()

    def close(self) -> None:
        """Hang up, once the server has heard everything: it drops what comes together with the end."""
        if not self._is_closed:
            self._is_closed = True
            with contextlib.suppress(WindowSourceError):
                wire.wait_for(self._server)
        self._server.close()
        self._windows.clear()

    def windows(self) -> tuple[Window, ...]:
        """Return the windows as last known."""
        return tuple(self._windows.values())

    def read(self) -> bool:
        """Look at the events that came."""
        before = self._windows.copy()
        with self._speaking() as server:
            server.receive()
            while server.events:
                events = tuple(server.events)
                server.events.clear()
                self._look_again(events)
        return self._windows != before

    def window_title(self, window_id: str) -> str:
        """Ask for a window's title."""
        with self._speaking() as server:
            asked = [wire.ask_property(server, _number(window_id), self._atoms[n]) for n in ("_NET_WM_NAME", "WM_NAME")]
            return _title(*(wire.property_in(server.answer(number)) for number in asked))

    def ask_to_close(self, window_id: str) -> None:
        """Press its close button; a window that has no say in it (no ``WM_DELETE_WINDOW``) would be killed: it is not.

        EWMH "_NET_CLOSE_WINDOW"; ICCCM 4.2.8.1 where the window manager does not know that.
        """
        window, delete = _number(window_id), self._atoms["WM_DELETE_WINDOW"]
        with self._speaking() as server:
            if delete not in wire.words_of(server, window, self._atoms["WM_PROTOCOLS"]):
                return
            if self._atoms["_NET_CLOSE_WINDOW"] in self._supported:
                self._tell_manager(window, "_NET_CLOSE_WINDOW", (0, _BY_A_PAGER))
            else:
                wire.tell(server, window, 0, (window, self._atoms["WM_PROTOCOLS"], (delete, 0)))

    def hide(self, window_id: str) -> None:
        """Minimise a window (ICCCM 4.1.4); without a window manager, unmap it."""
        window = _number(window_id)
        with self._speaking() as server:
            state = self._state(window)
            if state[:1] == (_ICONIC,):
                self._were_away.add(window)
            elif state or self._manager:
                self._tell_manager(window, "WM_CHANGE_STATE", (_ICONIC,))
            else:
                wire.unmap(server, window)
                self._unmapped.add(window)

    def show(self, window_id: str) -> None:
        """Map a window that was not minimised before (ICCCM 4.1.4); ``read`` gives the keyboard back if it takes it."""
        window = _number(window_id)
        with self._speaking() as server:
            if window not in self._were_away:
                self._keyboard.keep(window, self._active())
                wire.show(server, window)
            self._were_away.discard(window)
            self._unmapped.discard(window)

    def placement(self, window_id: str) -> str:
        """Return geometry, desktop and state of a window."""
        window = _number(window_id)
        with self._speaking() as server:
            is_away = window in self._unmapped or self._state(window)[:1] == (_ICONIC,)
            return placement_of(server, self._atoms, window, is_away=is_away)

    def place(self, window_id: str, placement: str) -> None:
        """Put a window back to ``placement``."""
        with self._speaking() as server:
            is_away = place(server, self._atoms, _number(window_id), placement)
        if is_away:
            self.hide(window_id)

    @contextlib.contextmanager
    def _speaking(self) -> Iterator[wire.XConnection]:
        try:
            yield self._server
            if self._server.events:
                self._server.nudge()  # what came while an answer was waited for is read as if it came just now
        except WindowSourceError:
            self._windows.clear()
            raise

    def _look_again(self, events: Sequence[bytes]) -> None:
        roots = {self._atoms[name] for name in ("_NET_CLIENT_LIST", "_NET_SUPPORTING_WM_CHECK", "_NET_SUPPORTED")}
        is_stale, is_other_manager, is_other_active = False, False, False
        for event in events:
            kind, window, about = struct.unpack_from("=BxxxII", event)
            kind &= 0x7F
            if kind == _PROPERTY and window == self._server.root:
                is_stale |= about in roots
                is_other_manager |= about in roots and about != self._atoms["_NET_CLIENT_LIST"]
                is_other_active |= about == self._atoms["_NET_ACTIVE_WINDOW"]
            elif kind == _PROPERTY:
                self._meet_late(window)
            else:
                is_stale |= not self._manager or kind == _DESTROY
                is_other_manager |= kind == _DESTROY and about == self._manager
        if is_other_manager:
            self._meet_manager()
        if is_stale:
            self._list()
        if is_other_active and self._keyboard.is_kept and (owner := self._keyboard.taken_by(self._active())):
            self._tell_manager(owner, "_NET_ACTIVE_WINDOW", (_BY_A_PAGER,))

    def _meet_manager(self) -> None:
        """See whether a window manager keeps a list (EWMH "_NET_SUPPORTING_WM_CHECK"), and listen accordingly."""
        server, check, self._manager = self._server, self._atoms["_NET_SUPPORTING_WM_CHECK"], 0
        wire.listen(server, server.root, _PROPERTIES)
        (named,) = wire.words_of(server, server.root, check)[:1] or (0,)
        if named and wire.words_of(server, named, check)[:1] == (named,):
            self._manager = named
            wire.listen(server, named, _STRUCTURE)
        else:
            wire.listen(server, server.root, _PROPERTIES | _SUBSTRUCTURE)
        names = wire.words_of(server, server.root, self._atoms["_NET_SUPPORTED"]) if self._manager else ()
        self._supported = frozenset(names)

    def _list(self) -> None:
        if self._manager:
            found = wire.words_of(self._server, self._server.root, self._atoms["_NET_CLIENT_LIST"])
        else:
            found = tuple(self._unmanaged())
        gone, new = self._windows.keys() - set(found), [each for each in found if each not in self._windows]
        for window in gone:
            del self._windows[window]
        self._nameless -= gone
        self._were_away -= gone
        self._unmapped -= gone
        for window in new:
            self._windows[window] = self._described(window)
            if not self._windows[window].app_class:
                self._nameless.add(window)
                wire.listen(self._server, window, _PROPERTIES)
                self._meet_late(window)

    def _unmanaged(self) -> Iterator[int]:
        for child in wire.children(self._server, self._server.root):
            if child in self._unmapped or wire.is_shown_by_itself(self._server, child):
                yield self._client_in(child, _DEPTH) or child

    def _client_in(self, window: int, depth: int) -> int:
        """Return the window that a window manager without a list put into the frame ``window``; 0 where none is."""
        if self._state(window):
            return window
        inside = wire.children(self._server, window) if depth else ()
        return next((found for each in inside if (found := self._client_in(each, depth - 1))), 0)

    def _meet_late(self, window: int) -> None:
        if window not in self._nameless:
            return
        self._windows[window] = self._described(window)
        if self._windows[window].app_class:
            self._nameless.discard(window)
            wire.listen(self._server, window, 0)

    def _described(self, window: int) -> Window:
        asked = {name: wire.ask_property(self._server, window, self._atoms[name]) for name in _TOLD}
        told = {name: wire.property_in(self._server.answer(number)) for name, number in asked.items()}
        instance, _, rest = told["WM_CLASS"].partition(b"\0")
        is_dialog = any(wire.words(told["WM_TRANSIENT_FOR"])) or bool(
            {self._atoms["_NET_WM_WINDOW_TYPE_DIALOG"], self._atoms["_NET_WM_STATE_MODAL"]}
            & {*wire.words(told["_NET_WM_WINDOW_TYPE"]), *wire.words(told["_NET_WM_STATE"])}
        )
        return Window(
            id=f"{NAME}:0x{window:x}",
            pid=self._pid(window, told),
            title=_title(told["_NET_WM_NAME"], told["WM_NAME"]),
            app_class=_text(rest.partition(b"\0")[0]),
            instance=_text(instance),
            is_dialog=is_dialog,
        )

    def _pid(self, window: int, told: Mapping[str, bytes]) -> int:
        """Return whose window it is: as the server knows, because an app in a sandbox takes itself for number 2."""
        machine = _text(told["WM_CLIENT_MACHINE"]).partition(".")[0]
        if machine not in {"", "localhost", socket.gethostname().partition(".")[0]}:
            return 0
        said = wire.words(told["_NET_WM_PID"])
        return self._pids.of(window) or (said[0] if said else 0)

    def _active(self) -> int:
        found = wire.words_of(self._server, self._server.root, self._atoms["_NET_ACTIVE_WINDOW"])
        return found[0] if found else 0

    def _state(self, window: int) -> tuple[int, ...]:
        return wire.words_of(self._server, window, self._atoms["WM_STATE"])

    def _tell_manager(self, window: int, name: str, values: Sequence[int]) -> None:
        wire.tell(self._server, self._server.root, _FOR_MANAGERS, (window, self._atoms[name], values))


class _Keyboard:
    """Remember who had the keyboard when windows were brought back: openbox and xfwm4 give it to those."""

    def __init__(self) -> None:
        self._until: dict[int, float] = {}
        self._owner = 0

    @property
    def is_kept(self) -> bool:
        """Tell whether it may still be taken."""
        return bool(self._until)

    def keep(self, window: int, active: int) -> None:
        """Note that ``window`` is brought back now, while ``active`` has the keyboard."""
        if active not in self._until:
            self._owner = active
        self._until[window] = time.monotonic() + _KEPT_S

    def taken_by(self, active: int) -> int:
        """Return whom to give it back to, once, now that ``active`` has it; 0 where that is as it should be."""
        is_taken = self._until.pop(active, 0.0) > time.monotonic()
        self._until = {window: at for window, at in self._until.items() if at > time.monotonic()}
        return self._owner if is_taken else 0


def _number(window_id: str) -> int:
    """Return the X server's number of a window; 0, which no window has, for another source's."""
    name, _, number = window_id.partition(":")
    return int(number, 16) if name == NAME and _NUMBER.fullmatch(number) else 0


def _title(modern: bytes, old: bytes) -> str:
    return _text(modern or old)


def _text(raw: bytes) -> str:
    return raw.rstrip(b"\0").decode("utf-8", "replace")
