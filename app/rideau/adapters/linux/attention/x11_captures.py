# SPDX-License-Identifier: MIT
"""Does a program take pictures of an X screen? No event tells, but what it holds on the server does.

X-Resource 1.2. A browser that shares the screen has one more connection for it, without a window, with the pointer's
shape and memory shared with the server (evidence: Chromium 156 and Firefox 153 while they share, no player, no idle
browser). Window managers have the two as well, and windows.
"""

import struct

from rideau.adapters.linux.windowing import x11_wire as wire

_NAMES = ("XFixesCursorClient", "ShmSeg", "WINDOW")


class X11Captures:
    """Ask what every client of the server holds; a few hundred bytes each."""

    def __init__(self, server: wire.XConnection) -> None:
        """Ask whether the server tells."""
        self._server = server
        found = wire.extension(server, "X-Resource")
        self._opcode = found[0] if found else 0
        self._kinds = wire.atoms(server, _NAMES)

    def is_there_one(self) -> bool:
        """Tell whether a client looks like one that takes pictures."""
        if not self._opcode:
            return False
        server = self._server
        clients = server.answer(server.ask(self._opcode, 1, b""))
        bases = wire.words(clients[32:])[::2] if clients is not None else ()
        asked = [server.ask(self._opcode, 2, struct.pack("=I", base)) for base in bases]
        held = [held_in(server.answer(number)) for number in asked]
        return any(self._takes_pictures(each) for each in held)

    def _takes_pictures(self, held: dict[int, int]) -> bool:
        cursor, memory, window = (held.get(self._kinds[name], 0) for name in _NAMES)
        return bool(cursor and memory) and not window


def held_in(answer: bytes | None) -> dict[int, int]:
    """Return how many things of each kind a client holds (XResQueryClientResources)."""
    counts = wire.words(answer[32:]) if answer is not None else ()
    return dict(zip(counts[::2], counts[1::2], strict=True))
