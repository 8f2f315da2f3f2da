# SPDX-License-Identifier: MIT
"""Where and how does a window stand on an X screen, and how is it put back there?

A maximised or fullscreen window keeps its other size to itself (EWMH has no name for it): it comes back maximised.
"""

import json
from collections.abc import Mapping
from typing import Any

from rideau.adapters.linux.windowing import x11_wire as wire

_KIND = "x11"
_FOR_MANAGERS = 1 << 19 | 1 << 20
_REMOVE, _ADD, _BY_A_PAGER = 0, 1, 2
_EVERYWHERE = 0xFFFFFFFF
_MOVE_AND_RESIZE = 10 | 0b1111 << 8 | _BY_A_PAGER << 12
"""By static gravity: what is told is where the window itself is to be, its frame left out."""
_MAXIMISED = ("_NET_WM_STATE_MAXIMIZED_VERT", "_NET_WM_STATE_MAXIMIZED_HORZ")
_FILLING = (*_MAXIMISED, "_NET_WM_STATE_FULLSCREEN")
_STATES = (*_FILLING, "_NET_WM_STATE_ABOVE", "_NET_WM_STATE_BELOW", "_NET_WM_STATE_SHADED")
NAMES = (*_STATES, "_NET_MOVERESIZE_WINDOW", "_NET_SUPPORTED", "_NET_WM_DESKTOP", "_NET_WM_STATE")
"""The atoms that are needed here."""


def placement_of(server: wire.XConnection, atoms: Mapping[str, int], window: int, *, is_away: bool) -> str:
    """Return where ``window`` stands, as JSON; empty where it is gone. ``is_away`` tells that it is minimised."""
    at = wire.geometry(server, window)
    if at is None:
        return ""
    held = wire.words_of(server, window, atoms["_NET_WM_STATE"])
    desktop = wire.words_of(server, window, atoms["_NET_WM_DESKTOP"])
    said = {
        "system": _KIND,
        "at": list(at),
        "desktop": desktop[0] if desktop else None,
        "states": [name for name in _STATES if atoms[name] in held],
        "is_away": is_away,
    }
    return json.dumps(said)


def place(server: wire.XConnection, atoms: Mapping[str, int], window: int, placement: str) -> bool:
    """Put ``window`` where ``placement`` says; return whether it is to be minimised then."""
    said = _read(placement)
    if not said:
        return False
    states = [name for name in _STATES if name in said["states"]]
    for name in _STATES:
        if name not in states:
            _tell(server, atoms, (window, "_NET_WM_STATE", (_REMOVE, atoms[name], 0, _BY_A_PAGER)))
    if isinstance(said["desktop"], int) and 0 <= said["desktop"] <= _EVERYWHERE:
        _tell(server, atoms, (window, "_NET_WM_DESKTOP", (said["desktop"], _BY_A_PAGER)))
    if not set(_FILLING) & set(states):
        _move(server, atoms, window, wire.Geometry(*said["at"]))
    if set(_MAXIMISED) <= set(states):  # both at once: one after the other makes two moves of it
        states = [name for name in states if name not in _MAXIMISED]
        _tell(server, atoms, (window, "_NET_WM_STATE", (_ADD, *(atoms[name] for name in _MAXIMISED), _BY_A_PAGER)))
    for name in states:
        _tell(server, atoms, (window, "_NET_WM_STATE", (_ADD, atoms[name], 0, _BY_A_PAGER)))
    return said["is_away"] is True


def _move(server: wire.XConnection, atoms: Mapping[str, int], window: int, to: wire.Geometry) -> None:
    """Move the window's own area ``to``, whatever frame it has (EWMH "_NET_MOVERESIZE_WINDOW")."""
    message = atoms["_NET_MOVERESIZE_WINDOW"]
    if message in wire.words_of(server, server.root, atoms["_NET_SUPPORTED"]):
        values = tuple(each & 0xFFFFFFFF for each in (_MOVE_AND_RESIZE, *to))
        _tell(server, atoms, (window, "_NET_MOVERESIZE_WINDOW", values))
    else:
        wire.configure(server, window, to)


def _read(placement: str) -> dict[str, Any]:
    try:
        said = json.loads(placement or "{}")
    except ValueError:
        return {}
    if not isinstance(said, dict) or said.get("system") != _KIND:
        return {}
    return said if _is_whole(said) else {}


def _is_whole(said: Mapping[str, Any]) -> bool:
    at, states = said.get("at"), said.get("states")
    is_placed = isinstance(at, list) and [type(each) for each in at] == [int] * 4 and _fits(*at)
    return is_placed and isinstance(states, list) and {"desktop", "is_away"} <= said.keys()


def _fits(x: int, y: int, width: int, height: int) -> bool:
    far = 1 << 15
    return all(-far <= each < far for each in (x, y)) and all(0 < each < far for each in (width, height))


def _tell(server: wire.XConnection, atoms: Mapping[str, int], message: tuple[int, str, tuple[int, ...]]) -> None:
    window, name, values = message
    wire.tell(server, server.root, _FOR_MANAGERS, (window, atoms[name], values))
