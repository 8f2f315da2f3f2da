# SPDX-License-Identifier: MIT
"""What does a compositor like sway, labwc or KWin tell of the moment? How long nothing was done, what fills a screen.

``ext-idle-notify-v1`` or KWin's older protocol tells the first, wlroots' protocol for taskbars the second. A window's
title is used to know a meeting by, and never handed on.
"""

import struct
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from rideau.adapters.linux.attention.idle_steps import BUSY, STEPS_MS
from rideau.adapters.linux.attention.sense import SenseLostError
from rideau.adapters.linux.windowing.wayland_wire import NOT_OFFERED, WaylandWire, socket_path, string_in, word, word_in
from rideau.domain.app import Window
from rideau.domain.attention import Presence, Signals
from rideau.domain.meeting import is_meeting
from rideau.domain.probe import Fitness, Probe
from rideau.domain.text import Text

NAME = "wayland"
PATIENCE_S = 0.2
"""How long a compositor that hangs may keep all senses, once."""
_TITLE = Text("Breaks in your work")
_NOT_WAYLAND = Text("This desktop is no Wayland desktop; X11 tells instead.")
_NOTHING = Text("This desktop does not tell programs when nothing was typed for a while.")
_REMEDY = Text("On GNOME nothing needs doing: its shell tells in another way.")
_BOTH = Text("This desktop tells when nothing was typed for a while, and which window fills the screen.")
_IDLE_ALONE = Text("This desktop tells when nothing was typed for a while.")
_WINDOWS_ALONE = Text("This desktop tells which window fills the screen.")

_EXT_IDLE, _KDE_IDLE = "ext_idle_notifier_v1", "org_kde_kwin_idle"
_WINDOWS = "zwlr_foreign_toplevel_manager_v1"
_INPUT_ALONE = 2
"""From this version on, a film that plays does not count as somebody who types.

Conveniently, what asks for it is the version's own number: 1 for all, 2 for what is typed and pointed alone.
"""
_TASKBARS = 3
_IDLED = 0
_TOPLEVEL = 0
_SAID_TITLE, _SAID_APP, _SAID_STATE, _CLOSED = 0, 1, 4, 6
_DESTROY = 7
_ACTIVATED, _FULL_SCREEN = 2, 3


class _Toplevel(NamedTuple):
    """Hold what was told of one window."""

    serial: int
    title: str = ""
    app_id: str = ""
    states: frozenset[int] = frozenset()

    @property
    def is_active(self) -> bool:
        return _ACTIVATED in self.states

    @property
    def window(self) -> Window:
        return Window(id=f"wlr:{self.serial}", title=self.title, app_class=self.app_id)


class WaylandSense:
    """Hear one compositor."""

    name = NAME

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Join the compositor of ``environment``.

        Raises:
            SenseLostError: there is none, or it does not answer.

        """
        self._toplevels: dict[int, _Toplevel] = {}
        self._serial = 0
        self._steps: dict[int, int] = {}
        """By the number of what tells of it, after how many milliseconds it does."""
        self._moment = Signals(presence=Presence.ACTIVE)
        try:
            self._wire = WaylandWire(environment, PATIENCE_S)
        except OSError as error:
            raise SenseLostError(str(error)) from error
        try:
            self._begin_idle()
            self._taskbars = self._wire.bind(_WINDOWS, _TASKBARS).number
            for event in self._wire.round_trip():
                self._learn(*event)
        except OSError as error:
            self.close()
            raise SenseLostError(str(error)) from error

    @property
    def tells_idle(self) -> bool:
        """Tell whether the compositor says when nothing was done for a while."""
        return bool(self._steps)

    @property
    def tells_windows(self) -> bool:
        """Tell whether the compositor says which window is in use."""
        return self._taskbars > 0

    def fileno(self) -> int:
        """Return the connection's descriptor."""
        return self._wire.fileno()

    def deadline(self) -> float | None:
        """Return none: the compositor counts the time."""
        return None

    def read(self) -> None:
        """Take in what came."""
        try:
            for event in self._wire.events():
                self._learn(*event)
        except OSError as error:
            raise SenseLostError(str(error)) from error

    def look(self) -> None:
        """Take in what came: nothing here is told only when asked."""
        self.read()

    def signals(self) -> Signals:
        """Return what is known."""
        known = self._moment if self.tells_idle else Signals()
        if not self.tells_windows:
            return known
        active = next((each for each in self._toplevels.values() if each.is_active), None)
        return known._replace(
            full_screen=active is not None and _FULL_SCREEN in active.states,
            meeting=any(is_meeting(each.window) for each in self._toplevels.values()),
            active=None if active is None else active.window._replace(title=""),
        )

    def close(self) -> None:
        """Hang up."""
        self._wire.close()

    def _begin_idle(self) -> None:
        """Have each step told."""
        seat = self._wire.bind("wl_seat", 1).number
        newer = self._wire.bind(_EXT_IDLE, _INPUT_ALONE)
        older = NOT_OFFERED if newer.version else self._wire.bind(_KDE_IDLE, 1)
        for after_ms in STEPS_MS if newer.version or older.version else ():
            number = self._wire.new_number()
            self._steps[number] = after_ms
            if newer.version:
                self._wire.send(newer.number, newer.version, word(number) + word(after_ms) + word(seat))
            else:
                self._wire.send(older.number, 0, word(number) + word(seat) + word(after_ms))

    def _learn(self, sender: int, opcode: int, body: bytes) -> None:
        if sender in self._steps:
            self._moment = STEPS_MS[self._steps[sender]] if opcode == _IDLED else BUSY
        elif sender == self._taskbars and opcode == _TOPLEVEL:
            self._serial += 1
            self._toplevels[word_in(body)] = _Toplevel(self._serial)
        elif sender in self._toplevels:
            self._learn_window(sender, opcode, body)

    def _learn_window(self, number: int, opcode: int, body: bytes) -> None:
        toplevel = self._toplevels[number]
        if opcode == _SAID_TITLE:
            self._toplevels[number] = toplevel._replace(title=string_in(body))
        elif opcode == _SAID_APP:
            self._toplevels[number] = toplevel._replace(app_id=string_in(body))
        elif opcode == _SAID_STATE:
            states = frozenset(struct.unpack(f"={word_in(body) // 4}I", body[4:]))
            self._toplevels[number] = toplevel._replace(states=states)
        elif opcode == _CLOSED:
            del self._toplevels[number]
            self._wire.send(number, _DESTROY)


def open_wayland_sense(environment: Mapping[str, str]) -> WaylandSense | None:
    """Return what hears the compositor of ``environment``; None where there is none, or it tells nothing of this."""
    if not environment.get("WAYLAND_DISPLAY"):
        return None
    sense = WaylandSense(environment)
    if sense.tells_idle or sense.tells_windows:
        return sense
    sense.close()
    return None


def wayland_door(environment: Mapping[str, str]) -> Path | None:
    """Return the compositor's socket, where it is one of Wayland's."""
    return socket_path(environment) if environment.get("WAYLAND_DISPLAY") else None


def wayland_probe(environment: Mapping[str, str]) -> Probe:
    """Say what the compositor tells here."""
    if not environment.get("WAYLAND_DISPLAY"):
        return Probe(NAME, _TITLE, Fitness.NOT_HERE, _NOT_WAYLAND)
    try:
        sense = WaylandSense(environment)
    except SenseLostError:
        return Probe(NAME, _TITLE, Fitness.MISSING, _NOTHING, _REMEDY)
    sense.close()
    if sense.tells_idle:
        return Probe(NAME, _TITLE, Fitness.WORKS, _BOTH if sense.tells_windows else _IDLE_ALONE)
    if sense.tells_windows:
        return Probe(NAME, _TITLE, Fitness.NOT_HERE, _WINDOWS_ALONE, _REMEDY)
    return Probe(NAME, _TITLE, Fitness.NOT_HERE, _NOTHING, _REMEDY)
