# SPDX-License-Identifier: MIT
"""Do two outputs of an X screen show the same, as with a projector? RandR tells, and tells when that changes."""

import struct
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from rideau.adapters.linux.windowing import x11_wire as wire

_SCREEN_CHANGE, _CRTC_CHANGE, _RESOURCE_CHANGE = 1 << 0, 1 << 1, 1 << 6
_LISTS_MONITORS = (1, 5)


class Monitor(NamedTuple):
    """Hold one part of the screen that is shown, and by how many outputs."""

    x: int
    y: int
    width: int
    height: int
    outputs: int = 1
    is_made_by_hand: bool = False
    """Several outputs that somebody joined to one picture show no picture twice."""


class X11Monitors:
    """Know whether something is mirrored; None where the server does not tell."""

    def __init__(self, server: wire.XConnection) -> None:
        """Ask, and have changes told."""
        self.events = frozenset[int]()
        """The numbers of the events after which to ``ask``."""
        self.is_mirrored: bool | None = None
        self._server = server
        self._is_told = False
        found = wire.extension(server, "RANDR")
        if found is None:
            return
        self._opcode = found[0]
        version = server.answer(server.ask(self._opcode, 0, struct.pack("=II", *_LISTS_MONITORS)))
        if version is None or struct.unpack_from("=II", version, 8) < _LISTS_MONITORS:
            return
        self._is_told = True
        self.events = frozenset({found[1], found[1] + 1})
        told = _SCREEN_CHANGE | _CRTC_CHANGE | _RESOURCE_CHANGE
        server.send(self._opcode, 4, struct.pack("=IHxx", server.root, told))
        self.ask()

    def ask(self) -> None:
        """Ask how the screen is shown now."""
        if not self._is_told:
            return
        answer = self._server.answer(self._server.ask(self._opcode, 42, struct.pack("=IBxxx", self._server.root, 1)))
        self.is_mirrored = is_mirrored(tuple(monitors_in(answer)))


def monitors_in(answer: bytes | None) -> Iterator[Monitor]:
    """Yield the monitors in the answer to RRGetMonitors."""
    (count,) = struct.unpack_from("=I", answer, 12) if answer is not None else (0,)
    at = 32
    for _ in range(count):
        automatic, outputs, x, y, width, height = struct.unpack_from("=5xBHhhHH", answer or b"", at)
        yield Monitor(x, y, width, height, outputs, is_made_by_hand=not automatic)
        at += 24 + 4 * outputs


def is_mirrored(monitors: tuple[Monitor, ...]) -> bool:
    """Tell whether two outputs show the same: at least half of the smaller of two, or one picture on two."""
    is_cloned = any(each.outputs > 1 and not each.is_made_by_hand for each in monitors)
    return is_cloned or any(2 * _shared(*pair) >= min(map(_area, pair)) > 0 for pair in combinations(monitors, 2))


def _shared(one: Monitor, other: Monitor) -> int:
    width = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    height = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return max(width, 0) * max(height, 0)


def _area(monitor: Monitor) -> int:
    return monitor.width * monitor.height
