# SPDX-License-Identifier: MIT
"""How does a test kill Rideau at any step and see what is left? In a house where every enforcer has something to do.

The desktop says that it is a GNOME and a Plasma, so that everything that is kept for either is changed.
"""

import hashlib
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from rideau.adapters.control_client import ask
from rideau.adapters.control_protocol import Command, Request
from rideau.adapters.gate_listener import remembered_port
from rideau.adapters.ledger_file import LedgerFile
from rideau.adapters.linux.apps.frozen_process import is_stopped
from rideau.adapters.paths import paths_from
from rideau.domain.error import RideauError
from stage.desktop import DUNST, Desktop, Furniture
from stage.keeper import eventually
from stage.linking import answer
from stage.running import Running, kill_rideau
from stage.sound import COOKIE, PulseAudio
from stage.web import DCONF
from stage.work_apps import Kind, WorkApp

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SETTINGS = f"""version = 1
[hours]
timezone = "UTC"
[hours.week]
{"".join(f'{day} = ["00:00-24:00"]' + chr(10) for day in DAYS)}
[wind_down]
minutes = 0
[browsers]
launchers = true
[apps]
countdown_seconds = 300
reopen = "off"
[networks.work]
name = "Work"
sites = ["localhost"]
apps = {{ linux = ["workradio", "worklate"] }}
accounts = [{{ name = "Me", use = "professional" }}]
"""
"""Open at all hours, but for what is closed by hand."""
PLASMA = "[Applications][workradio]\nShowPopups=true\n\n[Other]\nOwn=yes"
KIO = "[Proxy Settings]\nProxyType=0\n"
LAUNCHER = "[Desktop Entry]\nType=Application\nName=My Chromium\nExec=/usr/bin/chromium %U\n"
NOTIFIES = "/org/gnome/desktop/notifications/application/workradio/enable"
IGNORED = "/org/gnome/system/proxy/ignore-hosts"
VOLUME = 0.4
STANDING = frozenset({"gsettings-proxy", "kio-proxy", "launcher-override", "undo-script"})
"""The kinds of change that stand while Rideau runs, open or closed."""
PASSING = frozenset({"gnome-notifications", "plasma-notifications", "sound-mute"})
"""Those that stand while it is closed."""
FROZEN = "frozen-process"
"""The kind of what stands while an app waits at the curtain."""
RIDEAUS = frozenset({".config/rideau", ".local/state/rideau"})
ASKED = frozenset({".config/dconf", ".config/pulse"})
"""Where services keep their own formats, written when they like: they are asked instead."""


class Snapshot(NamedTuple):
    """Hold everything on the machine that Rideau might change."""

    files: Mapping[str, str]
    """The digest of every file of the home, but for Rideau's own and what is asked of services."""
    settings: str
    """Everything that is set, as dconf dumps it."""
    memory: tuple[tuple[object, ...], ...]
    """What the sound server remembers: name, volumes, mute, device."""
    heard: tuple[tuple[object, ...], ...]
    """What plays: name, mute, volumes."""
    stopped: tuple[int, ...]
    """The work apps' processes that are stopped."""

    def unlike(self, other: "Snapshot") -> str:
        """Say where two differ."""
        told = [
            f"{name}: {mine!r} != {theirs!r}"
            for name, mine, theirs in zip(self._fields, self, other, strict=True)
            if mine != theirs and name != "files"
        ]
        files = self.files.keys() | other.files.keys()
        return "\n".join([*told, *sorted(each for each in files if self.files.get(each) != other.files.get(each))])


class House(Desktop, PulseAudio):
    """Be a desktop with sound, work apps, and settings of the person's own in every place that Rideau touches."""

    def __init__(self, *, is_new: bool = False) -> None:
        """Prepare; entering starts everything but Rideau. Where all ``is_new``, the person has set nothing yet."""
        both = {"XDG_CURRENT_DESKTOP": "KDE:GNOME", "GSETTINGS_BACKEND": "dconf"}
        super().__init__(Furniture(DUNST, "", environment=both, activatable=(DCONF,)))
        self.rideau = Running(self)
        self.paths = paths_from(self.environment)
        self.notes = self.folder / "steps"
        self.is_new = is_new
        self.radio = WorkApp(self, "workradio", Kind.SOUND)
        self.late = WorkApp(self, "worklate")
        self.late.command[2] = "helper"  # two processes, and no window to be waited for

    def __enter__(self) -> Self:
        """Start everything, and let the person settle in."""
        os.environ[COOKIE] = self.environment[COOKIE]
        Desktop.__enter__(self)
        try:
            self.begin()
            self._settle_in()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End everything."""
        kill_rideau(self.mark)
        super().__exit__(kind, error, at)

    def _settle_in(self) -> None:
        self.rideau = Running(self)
        self.rideau.forget()
        self.rideau.settings.write_text(SETTINGS)
        self.radio.start()
        self.wait_for_streams("workradio")
        if not self.is_new:
            self._set_something()

    def _set_something(self) -> None:
        self.set_volume("workradio", VOLUME)
        (self.config / "plasmanotifyrc").write_text(PLASMA)
        (self.config / "kioslaverc").write_text(KIO)
        (self.late.desktop_file.parent / "chromium.desktop").write_text(LAUNCHER)
        for key, value in ((NOTIFIES, "true"), (IGNORED, "['own.example']")):
            assert self.run(["dconf", "write", key, value]).returncode == 0

    def snapshot(self) -> Snapshot:
        """Return how everything is."""
        with self.client() as pulse:
            kept = [(e.name, tuple(e.volume.values), bool(e.mute), e.device) for e in pulse.stream_restore_list()]
        heard = [(e.proplist["application.name"], bool(e.mute), tuple(e.volume.values)) for e in self.streams()]
        stopped = tuple(each.pid for app in (self.radio, self.late) for each in app.processes() if is_stopped(each))
        settings = self.run(["dconf", "dump", "/"]).stdout
        return Snapshot(self._files(), settings, tuple(sorted(kept)), tuple(heard), stopped)

    def _files(self) -> dict[str, str]:
        home = Path(self.environment["HOME"])
        found: dict[str, str] = {}
        for folder, folders, files in os.walk(home):
            here = Path(folder)
            folders[:] = [each for each in folders if str((here / each).relative_to(home)) not in RIDEAUS | ASKED]
            found |= {f"{(here / each).relative_to(home)}/": "" for each in folders}
            for each in files:
                with suppress(FileNotFoundError):
                    file = here / each
                    digest = hashlib.sha256(file.read_bytes()).hexdigest()
                    found[str(file.relative_to(home))] = f"{file.stat().st_mode:o} {digest}"
        return found

    def seconds_until(self, wanted: Snapshot) -> float:
        """Return after how long everything is as ``wanted``; fail, saying what is not, where it never is."""
        last = self.snapshot()

        def is_so() -> bool:
            nonlocal last
            last = self.snapshot()
            return last == wanted

        try:
            return eventually(is_so)
        except AssertionError:
            message = f"it never came back:\n{last.unlike(wanted)}\n{self.pending()}\n{self.rideau.log()[-3000:]}"
            raise AssertionError(message) from None

    def pending(self) -> list[str]:
        """Return the kinds of changes in the ledger."""
        return [change.kind for _, change in LedgerFile(self.paths.ledger_file).pending()]

    def let_a_day_pass(self) -> None:
        """Leave nothing that was closed by hand, as after an opening, while no Rideau runs."""
        for each in (self.paths.overrides_file, self.paths.in_force_file):
            each.unlink(missing_ok=True)

    def gate_says(self) -> int:
        """Return how the gate answers who asks for the work site: 503 is closed, 502 open, where nobody listens."""
        try:
            return answer(remembered_port(self.paths.gate_port_file))
        except OSError:
            return 0

    def do(self, command: Command) -> None:
        """Ask the running app for something; quitting is waited for."""
        ask(self.paths.control_socket, Request(command), 30, until_gone=command is Command.QUIT)

    def answers(self) -> bool:
        """Tell whether a Rideau is there."""
        try:
            self.do(Command.STATUS)
        except RideauError:
            return False
        return True
