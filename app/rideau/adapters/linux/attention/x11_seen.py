# SPDX-License-Identifier: MIT
"""Which window of an X screen is in use, and does one show something to others? What the window manager lists.

Titles are read to tell meetings and slide shows, and forgotten at once. Chromium and Qt note the time of each key on
their window, and some apps change a title many times a second: such a window is asked only once its size changes, which
it does when it fills the screen.
"""

import struct
import time
from collections import deque
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from rideau.adapters.linux.windowing import x11_wire as wire
from rideau.domain.app import Window
from rideau.domain.meeting import is_meeting
from rideau.domain.shown import is_sharing_sign, is_slide_show

NAME = "x11"
OWN_CLASS = "rideau"
PROPERTIES, STRUCTURE = 1 << 22, 1 << 17
_PROPERTY = 28
_QUIET_S, _QUIET_CHANGES = 10.0, 3
"""A window that changes more often than this, its states aside, is a noisy one."""
_KEYS_NOTED = "_NET_WM_USER_TIME"
_ROOT_NAMES = ("_NET_CLIENT_LIST", "_NET_ACTIVE_WINDOW", "_NET_SUPPORTING_WM_CHECK")
_TOLD = (
    "WM_CLASS",
    "_NET_WM_NAME",
    "WM_NAME",
    "_NET_WM_PID",
    "_NET_WM_STATE",
    "WM_WINDOW_ROLE",
)
_STATES = ("_NET_WM_STATE_FULLSCREEN", "_NET_WM_STATE_ABOVE")


class _Part(NamedTuple):
    """Hold what a window is to others."""

    is_sharing: bool
    is_slides: bool
    is_meeting: bool


class X11Seen:
    """Know the windows as far as it matters. Whoever holds it hands it the events of windows."""

    def __init__(self, server: wire.XConnection) -> None:
        """Look around."""
        self.active: Window | None = None
        """The window in use, without its title; None where there is none, or it is Rideau's own."""
        self.is_full_screen = False
        self.has_manager = False
        self._server = server
        self._atoms = wire.atoms(server, (*_ROOT_NAMES, *_TOLD, *_STATES, _KEYS_NOTED))
        self._pids = wire.ClientPids(server)
        self._parts: dict[int, _Part] = {}
        self._active = 0
        self._touched: set[int] = set()
        """Whom to ask: windows, and about which property the screen itself."""
        self._of_screen: set[int] = set()
        self._noise: dict[int, deque[float]] = {}
        self._listened: dict[int, int] = {}
        wire.listen(server, server.root, PROPERTIES | STRUCTURE)
        self._pids_known: dict[int, int] = {}
        self._meet_manager()
        self._ask(self._follow())

    @property
    def is_sharing(self) -> bool:
        """Tell whether a browser says that it shares."""
        return any(each.is_sharing for each in self._parts.values())

    @property
    def is_presenting(self) -> bool:
        """Tell whether slides are shown."""
        return any(each.is_slides for each in self._parts.values())

    @property
    def is_in_meeting(self) -> bool:
        """Tell whether a window is a meeting's, as far as its title told when it was last read."""
        return any(each.is_meeting for each in self._parts.values())

    @property
    def is_due(self) -> bool:
        """Tell whether something happened that is to be asked about."""
        return bool(self._touched or self._of_screen)

    def take(self, event: bytes) -> None:
        """Take in what happened to a window; nobody is asked yet."""
        window, about = struct.unpack_from("=4xII", event)
        about = about if event[0] & 0x7F == _PROPERTY else 0
        if window != self._server.root:
            self._touched |= {window} if self._is_worth_asking(window, about) else set()
        elif about in {self._atoms[name] for name in _ROOT_NAMES}:
            self._of_screen.add(about)

    def ask(self) -> None:
        """Ask again about all that something happened to."""
        touched, roots = self._touched, self._of_screen
        self._touched, self._of_screen = set(), set()
        if self._atoms["_NET_SUPPORTING_WM_CHECK"] in roots:
            self._meet_manager()
        self._ask(touched | self._follow() if roots else touched)

    def look(self) -> None:
        """Ask about every window again: titles change without a word."""
        self._ask(self._parts)

    def _is_worth_asking(self, window: int, about: int) -> bool:
        """Tell whether a change may mean something, and note how often the window changes; 0 for its size."""
        if about in {0, self._atoms["_NET_WM_STATE"]}:
            return True
        times = self._noise.setdefault(window, deque(maxlen=_QUIET_CHANGES + 1))
        notes_keys = about == self._atoms[_KEYS_NOTED]
        times.extend([time.monotonic()] * (_QUIET_CHANGES + 1 if notes_keys else 1))
        if self._is_noisy(window):
            self._listen((window,))
        return about in {self._atoms[name] for name in _TOLD}

    def _is_noisy(self, window: int) -> bool:
        """Tell whether a window changed too often once; it stays so."""
        times = self._noise.get(window)
        return times is not None and len(times) > _QUIET_CHANGES and times[-1] - times[0] < _QUIET_S

    def _meet_manager(self) -> None:
        """See whether a window manager keeps a list (EWMH "_NET_SUPPORTING_WM_CHECK")."""
        check = self._atoms["_NET_SUPPORTING_WM_CHECK"]
        (named,) = wire.words_of(self._server, self._server.root, check)[:1] or (0,)
        self.has_manager = bool(named) and wire.words_of(self._server, named, check)[:1] == (named,)

    def _follow(self) -> set[int]:
        """See which windows there are and which is in use, and return those to ask about."""
        server, names = self._server, ("_NET_CLIENT_LIST", "_NET_ACTIVE_WINDOW")
        with server.together():
            asked = [wire.ask_property(server, server.root, self._atoms[name]) for name in names]
        listed, used = (wire.words(wire.property_in(server.answer(number))) for number in asked)
        new = set(listed) - self._parts.keys()
        for gone in self._parts.keys() - set(listed):
            self._forget(gone)
        self._parts.update(dict.fromkeys(new, _Part(is_sharing=False, is_slides=False, is_meeting=False)))
        before, self._active = (
            self._active,
            used[0] if used and used[0] in self._parts else 0,
        )  # openbox names gone ones
        if self._active == before:
            return new
        self.active, self.is_full_screen = None, False
        self._listen((before, self._active))  # before it is asked: nothing is missed in between
        return new | {before, self._active}

    def _forget(self, window: int) -> None:
        for known in (self._parts, self._noise, self._listened, self._pids_known):
            known.pop(window, None)

    def _ask(self, windows: Iterable[int]) -> None:
        """Ask about those that are there, all at once, and listen to those that matter."""
        server, atoms = self._server, self._atoms
        there = [each for each in windows if each in self._parts]
        if not there:
            return
        with server.together():
            asked = [(w, {name: wire.ask_property(server, w, atoms[name]) for name in _TOLD}) for w in there]
            is_known = self._active not in there or self._active in self._pids_known
            process = None if is_known else self._pids.ask(self._active)
        if not is_known:
            self._pids_known[self._active] = self._pids.told(process)
        for window, numbers in asked:
            self._note(window, {name: wire.property_in(server.answer(each)) for name, each in numbers.items()})
        self._listen(there)

    def _note(self, window: int, told: Mapping[str, bytes]) -> None:
        instance, _, rest = told["WM_CLASS"].partition(b"\0")
        described = Window(
            id=f"{NAME}:0x{window:x}",
            title=_text(told["_NET_WM_NAME"] or told["WM_NAME"]),
            app_class=_text(rest.partition(b"\0")[0]),
            instance=_text(instance),
        )
        states = frozenset(wire.words(told["_NET_WM_STATE"]))
        is_full, is_above = (self._atoms[name] in states for name in _STATES)
        is_own = described.app_class.casefold() == OWN_CLASS
        self._parts[window] = _Part(
            not is_own and is_sharing_sign(described, _text(told["WM_WINDOW_ROLE"]), is_above=is_above),
            not is_own and is_slide_show(described, is_full_screen=is_full),
            not is_own and is_meeting(described),
        )
        if window == self._active:
            self.is_full_screen = is_full
            pid = self._pids_known[window] or next(iter(wire.words(told["_NET_WM_PID"])), 0)
            self.active = None if is_own else described._replace(title="", pid=pid)

    def _listen(self, windows: Iterable[int]) -> None:
        """Listen to the window in use and to meetings, and to nobody else."""
        for window in windows:
            mask = self._wanted(window)
            if window in self._parts and self._listened.get(window, 0) != mask:
                wire.listen(self._server, window, mask)
                self._listened[window] = mask

    def _wanted(self, window: int) -> int:
        is_active, part = window == self._active, self._parts.get(window)
        if is_active and self._is_noisy(window):
            return STRUCTURE
        return PROPERTIES if is_active or (part is not None and part.is_meeting) else 0


def _text(raw: bytes) -> str:
    return raw.rstrip(b"\0").decode("utf-8", "replace")
