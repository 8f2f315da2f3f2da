# SPDX-License-Identifier: MIT
"""What does an X screen tell of the moment: full screen, sharing, slides, meetings, mirroring, presence, typing?

Beside a Wayland desktop it knows older apps alone (XWayland): a yes of theirs holds, their no says nothing.
"""

import contextlib
import struct
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from rideau.adapters.linux.attention.sense import Sense, SenseLostError, is_wayland
from rideau.adapters.linux.attention.x11_captures import X11Captures
from rideau.adapters.linux.attention.x11_idle import Pace, X11Idle
from rideau.adapters.linux.attention.x11_monitors import X11Monitors
from rideau.adapters.linux.attention.x11_seen import X11Seen
from rideau.adapters.linux.windowing import x11_wire as wire
from rideau.adapters.linux.windowing.window_source import WindowSourceError
from rideau.domain.attention import Signals
from rideau.domain.probe import Fitness, Probe
from rideau.domain.text import Text

FOUND_HOLDS_S = 60.0
"""What only a look finds holds so long: nobody tells when it ends."""
GATHERING_S = 0.03
"""A window comes with a dozen changes: they are looked at together."""
USUAL = Pace()
_CONFIGURE = 22
_WINDOW_EVENTS = frozenset({16, 17, 18, 19, 20, 21, 22, 23, 24, 26, 28})
_ASKED_OF_MANAGER = 33
"""An app asks the window manager for something: what comes of it is told in a moment."""
_TITLE = Text("Screen and keyboard")


class X11Sense:
    """Be the ``Sense`` of an X screen."""

    name = "x11"

    def __init__(self, environment: Mapping[str, str], pace: Pace = USUAL) -> None:
        """Connect to ``$DISPLAY`` and look around; ``WindowSourceError`` where nobody answers."""
        self._is_whole = not is_wayland(environment)
        self._capture_holds_until: float | None = None
        self._server = wire.XConnection(environment)
        try:
            self._seen = X11Seen(self._server)
            self._monitors = X11Monitors(self._server)
            self._captures = X11Captures(self._server)
            self._idle = X11Idle(self._server, pace) if self._is_whole else None
            self._take()
        except WindowSourceError:
            self.close()
            raise

    def fileno(self) -> int:
        """Return the connection's descriptor."""
        return self._server.fileno()

    def read(self) -> None:
        """Take in events, and what is over."""
        with self._speaking():
            self._server.receive()
            if self._sort():
                time.sleep(GATHERING_S)
                self._server.receive()
            self._take()
        if self._idle is not None:
            self._idle.settle()
        if self._capture_holds_until is not None and self._capture_holds_until <= time.monotonic():
            self._capture_holds_until = None

    def signals(self) -> Signals:
        """Return what is known."""
        seen = self._seen
        is_captured = self._capture_holds_until is not None
        return Signals(
            meeting=self._told(seen.is_in_meeting),
            sharing=is_captured or self._told(seen.is_sharing),
            full_screen=self._told(seen.is_full_screen),
            presenting=self._told(seen.is_presenting),
            mirrored=self._monitors.is_mirrored if self._is_whole else self._monitors.is_mirrored or None,
            typing=self._idle.is_typing if self._idle else None,
            presence=self._idle.presence if self._idle else None,
            active=seen.active if seen.has_manager else None,
        )

    def deadline(self) -> float | None:
        """Return when a burst of typing counts, or when what a look found holds no more."""
        ends = [self._capture_holds_until, self._idle.deadline() if self._idle else None]
        return min((each for each in ends if each is not None), default=None)

    def look(self) -> None:
        """Ask for titles, and who takes pictures of the screen."""
        with self._speaking():
            self._seen.look()
            is_captured = self._captures.is_there_one()
            self._take()
        self._capture_holds_until = time.monotonic() + FOUND_HOLDS_S if is_captured else None

    def close(self) -> None:
        """Hang up."""
        self._server.close()

    def _told(self, value: bool) -> bool | None:  # noqa: FBT001 - a signal
        """Return what a window tells, as far as it can be known."""
        if not self._seen.has_manager:
            return None
        return value if self._is_whole else value or None

    def _take(self) -> None:
        """Look at all events, those included that came while an answer was waited for."""
        while self._sort() or self._server.events:
            self._seen.ask()

    def _sort(self) -> bool:
        """Take in the events, and tell whether windows are to be asked about now or in a moment."""
        events = tuple(self._server.events)
        self._server.events.clear()
        kinds = [event[0] & 0x7F for event in events]
        if self._monitors.events.intersection(kinds) or any(map(self._is_screen_sized_anew, events)):
            self._monitors.ask()
        for kind, event in zip(kinds, events, strict=True):
            if kind in _WINDOW_EVENTS:
                self._seen.take(event)
            elif self._idle is not None and kind == self._idle.event:
                self._idle.take(event)
        return self._seen.is_due or _ASKED_OF_MANAGER in kinds

    def _is_screen_sized_anew(self, event: bytes) -> bool:
        """Tell whether monitors were joined or split by hand: the root window alone is told."""
        return event[0] & 0x7F == _CONFIGURE and event[4:8] == struct.pack("=I", self._server.root)

    @contextlib.contextmanager
    def _speaking(self) -> Iterator[None]:
        try:
            yield
        except WindowSourceError as error:
            raise SenseLostError(str(error)) from error


def open_x11_sense(environment: Mapping[str, str]) -> Sense | None:
    """Open the sense; None where there is no X screen. Raises ``SenseLostError`` where it does not answer."""
    if not environment.get("DISPLAY"):
        return None
    try:
        return X11Sense(environment)
    except WindowSourceError as error:
        raise SenseLostError(str(error)) from error


def x11_probe(environment: Mapping[str, str]) -> Probe:
    """Say what an X screen tells here; never raises, changes nothing."""
    why = _what_is_missing(environment)
    if why is None:
        return Probe("x11", _TITLE, Fitness.WORKS, Text("Rideau can tell when the screen is shared or filled (X11)."))
    return Probe("x11", _TITLE, Fitness.NOT_HERE, why)


def x11_door(environment: Mapping[str, str]) -> Path | None:
    """Return the socket of the X server of this machine."""
    number = environment.get("DISPLAY", "").rpartition(":")[2].partition(".")[0]
    return Path(f"/tmp/.X11-unix/X{number}") if number.isdecimal() else None  # noqa: S108 - where the X server puts it


def _what_is_missing(environment: Mapping[str, str]) -> Text | None:
    if is_wayland(environment):
        return Text("This desktop (Wayland) tells only for older apps when they fill the screen or share it.")
    try:
        sense = open_x11_sense(environment)
    except SenseLostError:
        sense = None
    if sense is None:
        return Text("There is no X screen here that tells when it is shared or filled.")
    sense.close()
    if sense.signals().full_screen is None:
        return Text("There is no window manager here that tells when a window fills the screen.")
    return None
