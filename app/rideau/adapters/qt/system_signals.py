# SPDX-License-Identifier: MIT
"""When is the present no longer what it was a moment ago? After sleep, at unlock, and in another time zone.

A clock that is set is not told here: the wake-up timer hears of that by itself.
"""

import logging
from collections.abc import Callable
from pathlib import Path

from jeepney import HeaderFields, MatchRule, Message
from PySide6.QtCore import QFileSystemWatcher

from rideau.adapters.qt.bus_signals import BusSignals
from rideau.domain.error import SessionBusError
from rideau.domain.probe import Fitness, Probe
from rideau.domain.text import Text

_LOG = logging.getLogger(__name__)

_LOGIND = "org.freedesktop.login1"
_TIMEDATED = "org.freedesktop.timedate1"
_SCREEN_SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.xfce.ScreenSaver")
_ZONE_FILES = ("localtime", "timezone")


class SystemSignals:
    """Tell when whoever knows the present should look again: resume, unlock, another zone.

    logind and timedated are heard where there is a system bus, screen savers where there is a session bus, and the
    zone's files in ``/etc`` always (a zone may be set without timedated). What is told is never more than "look again".
    """

    def __init__(
        self,
        on_change: Callable[[], None],
        *,
        system_bus: str = "SYSTEM",
        session_bus: str = "SESSION",
        etc: Path = Path("/etc"),
    ) -> None:
        """Call ``on_change`` on the main thread, from now on; a bus is its address, or this machine's own by name."""
        self._on_change = on_change
        self._system = self._heard(system_bus, _system_rules())
        self._session = self._heard(session_bus, _screen_saver_rules())
        self._zone_files = tuple(etc / name for name in _ZONE_FILES)
        self._watcher = QFileSystemWatcher()
        self._watcher.directoryChanged.connect(self._look_at_zone)
        self._watcher.fileChanged.connect(self._look_at_zone)
        if etc.is_dir():
            self._watcher.addPath(str(etc))
        self._marks = self._marks_of_zone()

    def probe(self) -> Probe:
        """Say what is heard here; without a system bus the clock and the zone's files are all there is."""
        title = Text("Sleep, unlock and time zone")
        if self._system:
            return Probe("system-signals", title, Fitness.WORKS, Text("This system announces them."))
        reason = Text("This system does not announce them, so Rideau watches the clock and the time zone itself.")
        return Probe("system-signals", title, Fitness.NOT_HERE, reason)

    def close(self) -> None:
        """Hear no more. Idempotent."""
        for signals in (self._system, self._session):
            if signals:
                signals.close()
        if self._watcher.directories():
            self._watcher.removePaths([*self._watcher.directories(), *self._watcher.files()])

    def _heard(self, bus: str, rules: tuple[MatchRule, ...]) -> BusSignals | None:
        try:
            return BusSignals(bus, rules, self._hear)
        except SessionBusError as error:
            _LOG.info("%s", error)
            return None

    def _hear(self, message: Message) -> None:
        if _is_news(message.header.fields.get(HeaderFields.member, ""), message.body):
            self._on_change()

    def _look_at_zone(self, path: str) -> None:
        del path
        marks = self._marks_of_zone()
        if marks != self._marks:
            self._marks = marks
            self._on_change()

    def _marks_of_zone(self) -> tuple[object, ...]:
        """Return what tells one state of the zone's files from another, and watch the files that are there now."""
        for file in self._zone_files:
            if file.exists():
                self._watcher.addPath(str(file))  # again after each change: a file that is replaced drops its watch
        return tuple(_mark(file) for file in self._zone_files)


def _is_news(member: str, body: tuple[object, ...]) -> bool:
    match member, body:
        case "Unlock", _:
            return True
        case "PrepareForSleep" | "ActiveChanged", (False, *_):
            return True
        case "PropertiesChanged", (_, {"LockedHint": ("b", False)}, _):
            return True
        case "PropertiesChanged", (_, dict(changed), list(outdated)):
            return "Timezone" in changed or "Timezone" in outdated
        case _:
            return False


def _system_rules() -> tuple[MatchRule, ...]:
    changes = [
        MatchRule(type="signal", interface="org.freedesktop.DBus.Properties", member="PropertiesChanged")
        for _ in range(2)
    ]
    changes[0].add_arg_condition(0, f"{_LOGIND}.Session")
    changes[1].add_arg_condition(0, _TIMEDATED)
    return (
        MatchRule(type="signal", interface=f"{_LOGIND}.Manager", member="PrepareForSleep"),
        MatchRule(type="signal", interface=f"{_LOGIND}.Session", member="Unlock"),
        *changes,
    )


def _screen_saver_rules() -> tuple[MatchRule, ...]:
    return tuple(MatchRule(type="signal", interface=name, member="ActiveChanged") for name in _SCREEN_SAVERS)


def _mark(file: Path) -> tuple[object, ...] | None:
    try:
        details = file.lstat()
        return (details.st_ino, details.st_mtime_ns, file.stat().st_mtime_ns, file.resolve())
    except OSError:
        return None
