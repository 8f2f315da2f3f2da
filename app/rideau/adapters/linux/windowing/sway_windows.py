# SPDX-License-Identifier: MIT
"""Which windows does sway have? Asked through its socket (man 7 sway-ipc), XWayland's windows included.

Two connections: one is only listened to, the other only asked. i3 speaks the same, but does not say whose a window is;
there the X server tells more.
"""

import json
import socket
import struct
import sys
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

from rideau.adapters.linux.windowing.arrival import arrived
from rideau.adapters.linux.windowing.window_source import PATIENCE_S, WindowSourceError
from rideau.domain.app import Window
from rideau.domain.text import Text

if sys.platform == "win32":
    _FAMILY = -1
else:
    _FAMILY = socket.AF_UNIX

NAME = "sway"
_LOST = Text("sway does not answer.")
_RUN, _SUBSCRIBE, _TREE = 0, 2, 4
_HEAD = struct.Struct("=6sII")
_MAGIC = b"i3-ipc"
_FLOATING, _SCRATCHPAD = "floating_con", "__i3_scratch"

_Raw = dict[str, Any]


class SwayWindows:
    """Be the ``WindowSource`` of sway."""

    name = NAME

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Connect to ``$SWAYSOCK`` and look around; ``WindowSourceError`` where nobody answers."""
        self._windows: dict[int, Window] = {}
        self._arriving: set[int] = set()
        """Those that came and did not draw yet: floating now, they are born so."""
        self._way_back: dict[int, str] = {}
        """The commands that put back what is hidden."""
        self._received = b""
        self._events, self._requests = socket.socket(_FAMILY), socket.socket(_FAMILY)
        try:
            for each in (self._events, self._requests):
                each.settimeout(PATIENCE_S)
                each.connect(environment.get("SWAYSOCK", ""))
            _ask(self._events, _SUBSCRIBE, '["window"]')
            for raw, _ in self._tree():
                self._meet(raw)
            self._events.setblocking(False)  # noqa: FBT003 - the socket's own
        except (OSError, ValueError) as error:
            self.close()
            raise WindowSourceError(_LOST) from error

    def fileno(self) -> int:
        """Return the descriptor of the connection that is listened to."""
        return self._events.fileno()

    def close(self) -> None:
        """Hang up."""
        self._events.close()
        self._requests.close()
        self._windows.clear()

    def windows(self) -> tuple[Window, ...]:
        """Return the windows as last known."""
        return tuple(self._windows.values())

    def read(self) -> bool:
        """Take in the events that came; each says all of its window."""
        before = _apart_from_titles(self._windows)
        try:
            self._received += arrived(self._events)
        except OSError as error:
            self._lose(error)
        for event in self._whole_events():
            self._take(event["change"], event["container"])
        return _apart_from_titles(self._windows) != before

    def window_title(self, window_id: str) -> str:
        """Look a window's title up."""
        found = self._found(window_id)
        return str(found[0]["name"] or "") if found else ""

    def ask_to_close(self, window_id: str) -> None:
        """Close a window as its key binding would; sway asks the app (xdg-shell ``close``, ``WM_DELETE_WINDOW``)."""
        self._run(window_id, "kill")

    def hide(self, window_id: str) -> None:
        """Put a window into the scratchpad: sway minimises nothing."""
        found = self._found(window_id)
        if found and found[1] != _SCRATCHPAD:
            raw, workspace = found
            self._way_back[raw["id"]] = ", ".join(_way_to(workspace, raw))
            self._run(window_id, "move scratchpad")

    def show(self, window_id: str) -> None:
        """Bring a window back to its workspace; what has the keyboard keeps it."""
        way_back = self._way_back.pop(_number(window_id), "")
        if way_back:
            self._run(window_id, way_back)

    def placement(self, window_id: str) -> str:
        """Return the workspace and the state of a window, and where it floats."""
        found = self._found(window_id)
        if found is None:
            return ""
        raw, workspace = found
        said = {
            "system": NAME,
            "workspace": workspace,
            "is_fullscreen": bool(raw["fullscreen_mode"]),
            "at": _box(raw) if raw["type"] == _FLOATING else None,
        }
        return json.dumps(said)

    def place(self, window_id: str, placement: str) -> None:
        """Put a window onto its workspace, floating where it did."""
        said = _read(placement)
        if not said or _number(window_id) not in self._windows:
            return
        if said["workspace"] == _SCRATCHPAD:
            self.hide(window_id)
            return
        like = {"fullscreen_mode": said.get("is_fullscreen"), "type": _FLOATING if said.get("at") else "con"}
        orders = list(_way_to(said["workspace"], like))
        if said.get("at"):
            x, y, width, height = said["at"]
            orders += [f"resize set {width} px {height} px", f"move absolute position {x} px {y} px"]
        self._run(window_id, ", ".join(orders))

    def _take(self, change: str, raw: _Raw) -> None:
        number = raw["id"]
        if change == "close":
            self._windows.pop(number, None)
            self._way_back.pop(number, None)
            self._arriving.discard(number)
        elif change == "new":
            self._arriving.add(number)
            self._meet(raw)
        elif number in self._windows:
            if change != "floating":
                self._arriving.discard(number)
            self._meet(raw)

    def _meet(self, raw: _Raw) -> None:
        number, known = raw["id"], self._windows.get(raw["id"])
        x11 = raw.get("window_properties") or {}
        is_dialog = known.is_dialog if known else False
        if known is None or number in self._arriving:
            is_dialog = raw["type"] == _FLOATING and self._has_older(raw)
        self._windows[number] = Window(
            id=f"{NAME}:{number}",
            pid=raw.get("pid") or 0,
            title=raw.get("name") or "",
            app_class=raw.get("app_id") or x11.get("class") or "",
            instance=x11.get("instance") or "",
            is_dialog=is_dialog or bool(x11.get("transient_for")) or x11.get("window_type") == "dialog",
        )

    def _has_older(self, raw: _Raw) -> bool:
        """Tell whether its app had a window before: sway names no window's parent, but floats what has one."""
        others = (each for number, each in self._windows.items() if number != raw["id"])
        return any(each.pid == raw.get("pid") for each in others)

    def _whole_events(self) -> Iterator[_Raw]:
        while len(self._received) >= _HEAD.size:
            _, length, _ = _HEAD.unpack_from(self._received)
            end = _HEAD.size + length
            if len(self._received) < end:
                return
            raw, self._received = self._received[_HEAD.size : end], self._received[end:]
            yield _read_message(raw)

    def _found(self, window_id: str) -> tuple[_Raw, str] | None:
        number = _number(window_id)
        if number not in self._windows:
            return None
        try:
            return next((found for found in self._tree() if found[0]["id"] == number), None)
        except (OSError, ValueError) as error:
            self._lose(error)

    def _tree(self) -> Iterator[tuple[_Raw, str]]:
        """Yield each window of the tree, with the name of its workspace."""
        waiting = [(_ask(self._requests, _TREE), "")]
        while waiting:
            raw, workspace = waiting.pop(0)
            workspace = raw["name"] if raw["type"] == "workspace" else workspace
            if raw.get("pid"):
                yield raw, workspace
            waiting.extend((inner, workspace) for inner in (*raw["nodes"], *raw["floating_nodes"]))

    def _run(self, window_id: str, commands: str) -> None:
        number = _number(window_id)
        if number not in self._windows:
            return
        try:
            _ask(self._requests, _RUN, f"[con_id={number}] {commands}")
        except (OSError, ValueError) as error:
            self._lose(error)

    def _lose(self, error: Exception) -> NoReturn:
        self._windows.clear()
        raise WindowSourceError(_LOST) from error


def _way_to(workspace: str, like: Mapping[str, Any]) -> Iterator[str]:
    """Yield the commands that bring a window to ``workspace``, tiled or not, without the keyboard's focus."""
    quoted = workspace.replace("\\", "\\\\").replace('"', '\\"')
    yield f'move --no-auto-back-and-forth container to workspace "{quoted}"'
    yield "floating enable" if like["type"] == _FLOATING else "floating disable"
    yield "fullscreen enable" if like["fullscreen_mode"] else "fullscreen disable"


def _box(raw: _Raw) -> list[int]:
    """Return where a window is with its title bar, as sway is told; what sway tells leaves the title bar out."""
    at, top = raw["rect"], raw["deco_rect"]["height"]
    return [at["x"], at["y"] - top, at["width"], at["height"] + top]


def _apart_from_titles(windows: Mapping[int, Window]) -> list[Window]:
    return [each._replace(title="") for each in windows.values()]


def _read(placement: str) -> _Raw:
    try:
        said = json.loads(placement or "{}")
    except ValueError:
        return {}
    if not isinstance(said, dict) or said.get("system") != NAME or not isinstance(said.get("workspace"), str):
        return {}
    at = said.get("at")
    return said if at is None or (isinstance(at, list) and [type(each) for each in at] == [int] * 4) else {}


def _number(window_id: str) -> int:
    """Return sway's number of a window; 0, which no window has, for another source's."""
    name, _, number = window_id.partition(":")
    return int(number) if name == NAME and number.isdecimal() else 0


def _ask(connection: socket.socket, kind: int, payload: str = "") -> _Raw:
    """Send one message and return what is answered."""
    raw = payload.encode()
    connection.sendall(_HEAD.pack(_MAGIC, len(raw), kind) + raw)
    _, length, _ = _HEAD.unpack(_exactly(connection, _HEAD.size))
    return _read_message(_exactly(connection, length))


def _read_message(raw: bytes) -> _Raw:
    """Read one message; a title may be in any encoding an X11 app likes."""
    message: _Raw = json.loads(raw.decode("utf-8", "replace"))
    return message


def _exactly(connection: socket.socket, size: int) -> bytes:
    got = bytearray()
    while len(got) < size:
        chunk = connection.recv(size - len(got))
        if not chunk:
            raise ConnectionResetError
        got += chunk
    return bytes(got)
