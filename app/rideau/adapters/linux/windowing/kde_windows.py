# SPDX-License-Identifier: MIT
"""Which windows does KWin have under Wayland? A small script in KWin tells (KWin scripting API, Plasma 5.27 and 6).

The script calls us over the session bus when a window comes, goes or says what it is, and at no other time. Orders are
scripts of one run each. KWin keeps a script after the one who loaded it is gone; its file, named for our process, stays
for as long, so that the next start finds what a killed one left and unloads it.
"""

import itertools
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import Any, NoReturn

from jeepney import HeaderFields, MatchRule, Message, MessageType, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection

from rideau.adapters.bus_message import next_message
from rideau.adapters.linux import bus
from rideau.adapters.linux.windowing.window_source import PATIENCE_S, WindowSourceError
from rideau.domain.app import Window
from rideau.domain.error import SessionBusError
from rideau.domain.text import Text

NAME = "kde"
_LOST = Text("KWin does not answer.")
_KWIN = "org.kde.KWin"
_SCRIPTING = (_KWIN, "/Scripting", "org.kde.kwin.Scripting")
_INFO = (_KWIN, "/KWin", _KWIN)
_DESKTOPS = (_KWIN, "/VirtualDesktopManager", "org.freedesktop.DBus.Properties")
_SCRIPTS_AT = ("/Scripting/Script", "/")
"""Where Plasma 6 has a loaded script, and Plasma 5."""
_FILE = "rideau-windows-"
_numbers = itertools.count()

_EVERY = "var every = workspace.windowList ? workspace.windowList() : workspace.clientList();\n"
_TELL = (
    _EVERY
    + """
function call(method, text) { callDBus(%(to)s, "/", "app.rideau.Windows", method, text); }
function counts(w) { return !w.popupWindow && (w.normalWindow || w.dialog || w.modal || w.utility || w.splash); }
function told(w) {
    return {id: String(w.internalId), pid: w.pid, title: String(w.caption), app_class: String(w.resourceClass),
            instance: String(w.resourceName), is_dialog: Boolean(w.transient || w.dialog || w.modal)};
}
function tell(w) { if (counts(w)) call("Came", JSON.stringify([told(w)])); }
function watch(w) {
    w.windowClassChanged.connect(function () { tell(w); });
    w.transientChanged.connect(function () { tell(w); });
}
(workspace.windowAdded || workspace.clientAdded).connect(function (w) { watch(w); tell(w); });
(workspace.windowRemoved || workspace.clientRemoved).connect(function (w) { call("Went", String(w.internalId)); });
every.forEach(watch);
call("Came", JSON.stringify(every.filter(counts).map(told)));
call("Ready", "");
"""
)
_ORDER = _EVERY + "every.forEach(function (w) { if (String(w.internalId) === %(id)s) { %(order)s } });\n"
_PLACE = """
if (%(is_maximized)s) { w.setMaximize(true, true); } else { w.setMaximize(false, false); w.frameGeometry = %(at)s; }
w.fullScreen = %(is_fullscreen)s;
if (Array.isArray(workspace.desktops)) {
    w.desktops = workspace.desktops.filter(function (d) { return %(desktops)s.indexOf(d.id) >= 0; });
} else if (%(position)s) {
    w.desktop = %(position)s;
}
w.minimized = %(is_away)s;
"""


class KdeWindows:
    """Be the ``WindowSource`` of Plasma under Wayland."""

    name = NAME

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Load the script into KWin and hear of its windows; ``WindowSourceError`` where there is no KWin."""
        self._folder = Path(environment.get("XDG_RUNTIME_DIR") or "/nowhere")
        self._windows: dict[str, Window] = {}
        self._were_away: set[str] = set()
        self._is_ready, self._is_lost = False, False
        self._script = f"{_FILE}{os.getpid()}-{next(_numbers)}"
        self._events: DBusConnection | None = None
        self._requests: DBusConnection | None = None
        try:
            self._events, self._requests = bus.connect(environment), bus.connect(environment)
            (self._kwin,) = self._ask(message_bus.GetNameOwner(_KWIN))
            bus.ask(self._events, message_bus.AddMatch(_owner_rule()))
            self._clear()
            self._load(self._script, _TELL % {"to": json.dumps(self._events.unique_name)})
            self._wait_until_ready()
        except SessionBusError as error:
            self.close()
            raise WindowSourceError(_LOST) from error
        except WindowSourceError:
            self.close()
            raise

    def fileno(self) -> int:
        """Return the descriptor of the connection that KWin calls."""
        return int(self._events.sock.fileno()) if self._events else -1

    def close(self) -> None:
        """Unload the script and hang up."""
        if self._requests is not None and not self._is_lost:
            with suppress(WindowSourceError):
                self._unload(self._script)
        for each in (self._events, self._requests):
            if each is not None:
                bus.disconnect(each)
        self._events = self._requests = None
        self._windows.clear()

    def windows(self) -> tuple[Window, ...]:
        """Return the windows as last known."""
        return tuple(self._windows.values())

    def read(self) -> bool:
        """Take in what KWin called."""
        before = self._windows.copy()
        self._take_all()
        return self._windows != before

    def window_title(self, window_id: str) -> str:
        """Ask KWin for a window's title."""
        return str(self._info(window_id).get("caption", ""))

    def ask_to_close(self, window_id: str) -> None:
        """Press a window's close button."""
        self._order(window_id, "w.closeWindow();")

    def hide(self, window_id: str) -> None:
        """Minimise a window."""
        if self._info(window_id).get("minimized"):
            self._were_away.add(window_id)
        self._order(window_id, "w.minimized = true;")

    def show(self, window_id: str) -> None:
        """Bring a window back that was not minimised before; KWin gives it no focus for that."""
        if window_id not in self._were_away:
            self._order(window_id, "w.minimized = false;")
        self._were_away.discard(window_id)

    def placement(self, window_id: str) -> str:
        """Return geometry, desktops and state of a window."""
        info = self._info(window_id)
        if not info:
            return ""
        said = {
            "system": NAME,
            "at": {key: info.get(key, 0.0) for key in ("x", "y", "width", "height")},
            "desktops": list(info.get("desktops", ())),
            "is_maximized": bool(info.get("maximizeHorizontal") and info.get("maximizeVertical")),
            "is_fullscreen": bool(info.get("fullscreen")),
            "is_away": bool(info.get("minimized")),
        }
        return json.dumps(said)

    def place(self, window_id: str, placement: str) -> None:
        """Put a window back to ``placement``."""
        said = _read(placement)
        if said and window_id in self._windows:
            said["position"] = self._position(said["desktops"])
            self._order(window_id, _PLACE % {key: json.dumps(value) for key, value in said.items()})

    def _take_all(self) -> None:
        if self._events is None or self._is_lost:
            self._lose(ConnectionResetError())
        try:
            while True:
                self._take(next_message(self._events, 0))
        except TimeoutError:
            return
        except OSError as error:
            self._lose(error)

    def _take(self, message: Message) -> None:
        kind, fields = message.header.message_type, message.header.fields
        sender, member = fields.get(HeaderFields.sender), fields.get(HeaderFields.member)
        if kind is MessageType.method_call and sender == self._kwin and self._events is not None:
            self._events.send(new_method_return(message))
            self._learn(str(member), message.body)
        elif kind is MessageType.signal and member == "NameOwnerChanged" and message.body[1] == self._kwin:
            self._lose(ConnectionAbortedError())

    def _learn(self, member: str, body: tuple[Any, ...]) -> None:
        if member == "Came":
            for told in json.loads(body[0]):
                uuid = told.pop("id")
                self._windows[f"{NAME}:{uuid}"] = Window(id=f"{NAME}:{uuid}", **told)
        elif member == "Went":
            self._windows.pop(f"{NAME}:{body[0]}", None)
            self._were_away.discard(f"{NAME}:{body[0]}")
        elif member == "Ready":
            self._is_ready = True

    def _wait_until_ready(self) -> None:
        deadline = monotonic() + PATIENCE_S
        while not self._is_ready:
            assert self._events is not None  # noqa: S101 - connected above; for the type checker
            try:
                self._take(next_message(self._events, max(deadline - monotonic(), 0)))
            except TimeoutError as error:
                self._lose(error)

    def _info(self, window_id: str) -> Mapping[str, Any]:
        if window_id not in self._windows:
            return {}
        (info,) = self._ask(bus.method_call(_INFO, "getWindowInfo", "s", (window_id.partition(":")[2],)))
        return {key: value for key, (_, value) in info.items()}

    def _position(self, desktops: list[str]) -> int:
        """Return the number of the first desktop, which Plasma 5.27 asks for; 0 for all of them, and for none known."""
        asked = bus.method_call(_DESKTOPS, "Get", "ss", ("org.kde.KWin.VirtualDesktopManager", "desktops"))
        ((_, known),) = self._ask(asked)
        return next((position + 1 for position, uuid, _ in known if uuid in desktops), 0)

    def _order(self, window_id: str, order: str) -> None:
        if window_id not in self._windows:
            return
        uuid = json.dumps(window_id.partition(":")[2])
        name = f"{self._script}-order"
        self._load(name, _ORDER % {"id": uuid, "order": order})
        self._unload(name)

    def _load(self, name: str, text: str) -> None:
        """Have KWin run a script; it has read the file when it answers to ``run``."""
        file = self._folder / f"{name}.js"
        try:
            with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as to:
                to.write(text)
        except OSError as error:
            self._lose(error)
        (number,) = self._ask(bus.method_call(_SCRIPTING, "loadScript", "ss", (str(file), name)))
        run = [bus.method_call((_KWIN, f"{at}{number}", "org.kde.kwin.Script"), "run") for at in _SCRIPTS_AT]
        try:
            bus.ask(self._requests, run[0])
        except SessionBusError:
            self._ask(run[1])

    def _unload(self, name: str) -> None:
        self._ask(bus.method_call(_SCRIPTING, "unloadScript", "s", (name,)))
        with suppress(OSError):
            (self._folder / f"{name}.js").unlink()

    def _clear(self) -> None:
        """Unload what processes that are gone left in KWin."""
        for name in _left(self._folder):
            self._unload(name)

    def _ask(self, message: Message) -> tuple[Any, ...]:
        if self._requests is None or self._is_lost:
            self._lose(ConnectionResetError())
        try:
            return bus.ask(self._requests, message)
        except SessionBusError as error:
            self._lose(error)

    def _lose(self, error: Exception) -> NoReturn:
        self._is_lost = True
        self._windows.clear()
        raise WindowSourceError(_LOST) from error


def _owner_rule() -> MatchRule:
    rule = MatchRule(type="signal", sender="org.freedesktop.DBus", member="NameOwnerChanged")
    rule.add_arg_condition(0, _KWIN)
    return rule


def _left(folder: Path) -> Iterator[str]:
    """Yield the names of the scripts whose process is gone."""
    for file in sorted(folder.glob(f"{_FILE}*.js")):
        pid = file.name.removeprefix(_FILE).partition("-")[0]
        if pid.isdecimal() and not Path("/proc", pid).exists():
            yield file.stem


def _read(placement: str) -> dict[str, Any]:
    try:
        said = json.loads(placement or "{}")
    except ValueError:
        return {}
    if not isinstance(said, dict) or said.get("system") != NAME:
        return {}
    wanted = {"at": dict, "desktops": list, "is_maximized": bool, "is_fullscreen": bool, "is_away": bool}
    return said if all(isinstance(said.get(key), kind) for key, kind in wanted.items()) else {}
