# SPDX-License-Identifier: MIT
"""For how long was nothing typed and no pointer moved on an X screen? The server's own counters ring when it is time.

X Synchronization Extension 3.1. The counter of the keyboard alone tells that somebody types: two events for a burst,
however fast, and no key in either.
"""

import struct
import time
from typing import NamedTuple

from rideau.adapters.linux.windowing import x11_wire as wire
from rideau.domain.attention import Presence

_UPWARDS, _DOWNWARDS = 0, 1
_COUNTER, _TYPE, _VALUE, _TEST, _DELTA, _EVENTS = (1 << each for each in range(6))
_ALL_MASTERS, _MASTER_KEYBOARD = 1, 2


class Pace(NamedTuple):
    """Hold how long what lasts."""

    resting_ms: int = 25_000
    away_ms: int = 300_000
    pause_ms: int = 2_000
    """So long without a key ends a burst of typing."""
    burst_s: float = 3.0
    """So long a burst goes on before it counts as typing."""


class X11Idle:
    """Know presence and typing. Whatever the server does not count is unknown."""

    def __init__(self, server: wire.XConnection, pace: Pace) -> None:
        """Have the server ring, and ask how long it is now."""
        self._pace = pace
        self.presence: Presence | None = None
        self.is_typing: bool | None = None
        self.event = -1
        """The number of the event that ``take`` takes."""
        self._counts_from: float | None = None
        self._server = server
        self._meanings: dict[int, Presence | bool] = {}
        found = wire.extension(server, "SYNC")
        if found is None:
            return
        self._opcode, self.event = found[0], found[1] + 1
        server.answer(server.ask(self._opcode, 0, struct.pack("=BBxx", 3, 1)))
        counters = counters_in(server.answer(server.ask(self._opcode, 1, b"")))
        if idle := counters.get("IDLETIME"):
            self._watch_presence(idle)
        if keys := counters.get(f"DEVICEIDLETIME {_keyboard(server)}"):
            self._watch_keys(keys)

    def take(self, event: bytes) -> None:
        """Take in that a counter passed a mark."""
        meaning = self._meanings.get(*struct.unpack_from("=I", event, 4))
        if isinstance(meaning, Presence):
            self.presence = meaning
        elif meaning is not None:
            self._are_keys_pressed(now=meaning)

    def deadline(self) -> float | None:
        """Return when the burst that goes on counts as typing."""
        return self._counts_from

    def settle(self) -> None:
        """See whether a burst went on for long enough."""
        if self._counts_from is not None and self._counts_from <= time.monotonic():
            self.is_typing, self._counts_from = True, None

    def _watch_presence(self, counter: int) -> None:
        self._ring(counter, _UPWARDS, self._pace.resting_ms, Presence.RESTING)
        self._ring(counter, _UPWARDS, self._pace.away_ms, Presence.AWAY)
        self._ring(counter, _DOWNWARDS, self._pace.resting_ms, Presence.ACTIVE)
        idle_ms = self._value(counter)
        resting = Presence.RESTING if idle_ms >= self._pace.resting_ms else Presence.ACTIVE
        self.presence = Presence.AWAY if idle_ms >= self._pace.away_ms else resting

    def _watch_keys(self, counter: int) -> None:
        self._ring(counter, _UPWARDS, self._pace.pause_ms, False)  # noqa: FBT003 - what it means
        self._ring(counter, _DOWNWARDS, self._pace.pause_ms, True)  # noqa: FBT003 - what it means
        self._are_keys_pressed(now=self._value(counter) < self._pace.pause_ms)

    def _are_keys_pressed(self, *, now: bool) -> None:
        self.is_typing = False
        self._counts_from = time.monotonic() + self._pace.burst_s if now else None

    def _ring(self, counter: int, way: int, at_ms: int, meaning: Presence | bool) -> None:  # noqa: FBT001 - what it means
        alarm = self._server.first_id + len(self._meanings)
        self._meanings[alarm] = meaning
        mask = _COUNTER | _TYPE | _VALUE | _TEST | _DELTA | _EVENTS
        absolute, delta, tell = 0, 0, 1
        told = struct.pack("=II IIiI IiI I", alarm, mask, counter, absolute, 0, at_ms, way, 0, delta, tell)
        self._server.send(self._opcode, 8, told)

    def _value(self, counter: int) -> int:
        return value_in(self._server.answer(self._server.ask(self._opcode, 5, struct.pack("=I", counter))))


def counters_in(answer: bytes | None) -> dict[str, int]:
    """Return the server's counters by their names; each name is filled up to whole words."""
    found: dict[str, int] = {}
    if answer is None:
        return found
    (count,) = struct.unpack_from("=I", answer, 8)
    at = 32
    for _ in range(count):
        counter, length = struct.unpack_from("=I8xH", answer, at)
        found[answer[at + 14 : at + 14 + length].decode("ascii", "replace")] = counter
        at += 14 + length + 3 & ~3
    return found


def value_in(answer: bytes | None) -> int:
    """Return what a counter stands at."""
    high, low = struct.unpack_from("=iI", answer, 8) if answer is not None else (0, 0)
    return int(high << 32 | low)


def master_keyboard_in(answer: bytes | None) -> int:
    """Return which of the devices in ``answer`` stands for all keyboards; 0 where none does (XI2, XIQueryDevice)."""
    (count,) = struct.unpack_from("=H", answer, 8) if answer is not None else (0,)
    at = 32
    for _ in range(count):
        device, use, classes, length = struct.unpack_from("=HH2xHH", answer or b"", at)
        if use == _MASTER_KEYBOARD:
            return int(device)
        at += 12 + (length + 3 & ~3)
        for _ in range(classes):
            at += 4 * struct.unpack_from("=2xH", answer or b"", at)[0]
    return 0


def _keyboard(server: wire.XConnection) -> int:
    found = wire.extension(server, "XInputExtension")
    if found is None:
        return 0
    server.answer(server.ask(found[0], 47, struct.pack("=HH", 2, 0)))
    return master_keyboard_in(server.answer(server.ask(found[0], 48, struct.pack("=Hxx", _ALL_MASTERS))))
