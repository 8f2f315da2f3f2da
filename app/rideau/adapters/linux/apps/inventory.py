# SPDX-License-Identifier: MIT
"""Which apps are installed on this Linux machine, and how is each told among processes and windows?"""

import os
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from rideau.adapters.linux.apps.app_keys import program_to_come, units, window_classes
from rideau.adapters.linux.apps.app_programs import NOTHING, ProgramFinder
from rideau.adapters.linux.apps.desktop_entries import (
    DesktopEntry,
    application_folders,
    desktop_files,
    read_entry,
)
from rideau.adapters.linux.apps.process_list import file_ids
from rideau.adapters.linux.apps.sandboxed_apps import flatpak_programs, snap_programs
from rideau.adapters.linux.sites.browser_table import Family
from rideau.adapters.linux.sites.browsers import installed_browsers
from rideau.domain.app import AppRule, InstalledApp
from rideau.domain.app_id import app_key
from rideau.domain.network import Network
from rideau.domain.process import FileId

_ROOT = Path("/")
WEB = "--app"
"""What the rule of a network's own browser windows is called; no desktop file is."""

Stamp = tuple[tuple[str, int], ...]


class LinuxInventory:
    """Know the apps of the person of one environment.

    What was read is kept until one of the folders changes: those of desktop files, of programs, of Flatpak and Snap.
    A network's id that is the path of an executable makes a rule before there is such a file, so that it can be
    watched for; every other id makes one only where the app is installed.
    """

    def __init__(self, environment: Mapping[str, str], root: Path = _ROOT) -> None:
        """Look in the folders of ``environment``; ``root`` stands for ``/`` where folders have a name of their own."""
        self._environment = environment
        self._root = root
        self._lock = threading.Lock()
        self._stamp: Stamp = ()
        self._known: _Known | None = None

    def apps(self) -> tuple[InstalledApp, ...]:
        """Return every app that the desktop's menu knows, sorted by name."""
        return self._now().shown

    def rules(self, networks: Sequence[Network]) -> tuple[AppRule, ...]:
        """Return how the apps of ``networks`` that are installed here are told; see the ``Inventory`` port.

        Where a browser of Chromium's family is installed, each network with sites has one more rule, ``NETWORK/--app``,
        which means windows made for these sites and no process.
        """
        known = self._now()
        return tuple(rule for network in networks for rule in known.rules_of(network))

    def program_ids(self) -> frozenset[FileId]:
        """Return the executables of all apps that are installed: where one begins, another one's doing ends."""
        return self._now().program_ids()

    def _now(self) -> "_Known":
        with self._lock:
            known, stamp = self._known, self._stamp
            if known is None or stamp != _stamp_of(path for path, _ in stamp):
                folders = application_folders(self._environment, self._root)
                files = desktop_files(folders)
                self._stamp = _stamp_of(_watched(folders, files, self._environment, self._root))
                self._known = known = _Known(files, self._environment, self._root)
            return known


class _Known:
    """Hold what was found at one time."""

    def __init__(self, files: Mapping[str, Path], environment: Mapping[str, str], root: Path) -> None:
        self._environment = environment
        self._root = root
        self._finder = ProgramFinder(environment, root)
        read = (read_entry(entry_id, file, environment) for entry_id, file in files.items())
        told = [(entry, self._of_entry(entry)) for entry in read if entry is not None and self._is_there(entry)]
        self._apps = {entry.id: each for entry, each in told if each is not None}
        shown = [each[0] for entry, each in told if each is not None and entry.is_shown]
        self.shown = tuple(sorted(shown, key=lambda app: (app.name.casefold(), app.id)))
        self._by_key: dict[str, list[str]] = {}
        for app, _ in self._apps.values():
            for key in {app_key(each) for each in (app.id, app.flatpak, app.snap) if each}:
                self._by_key.setdefault(key, []).append(app.id)
        self._bare: dict[str, tuple[InstalledApp, tuple[str, ...]] | None] = {}
        self._files: frozenset[FileId] | None = None
        browsers = installed_browsers(environment, root)
        self._has_web_windows = any(each.family is Family.CHROMIUM for each in browsers)

    def of(self, network: Network) -> Iterator[tuple[InstalledApp, tuple[str, ...]]]:
        """Yield the apps of ``network`` that are here, each once, with what they name that is barred."""
        seen = set()
        for wanted in network.apps.linux:
            for found in self._meant(wanted.strip()):
                if found[0].id not in seen:
                    seen.add(found[0].id)
                    yield found

    def rules_of(self, network: Network) -> Iterator[AppRule]:
        """Yield the rules of ``network``."""
        for app, barred in self.of(network):
            yield AppRule(
                id=f"{network.id}/{app.id}",
                network=network.id,
                name=app.name,
                icon=app.icon,
                programs=app.programs,
                program_ids=file_ids(app.programs),
                marks=app.marks,
                units=units(app),
                flatpak=app.flatpak,
                window_classes=frozenset(each.casefold() for each in app.window_classes),
                desktop_id=app.id if app.file else "",
                barred=barred,
            )
        if network.sites and self._has_web_windows:
            yield AppRule(f"{network.id}/{WEB}", network.id, network.name, web_hosts=network.sites)

    def program_ids(self) -> frozenset[FileId]:
        if self._files is None:
            self._files = file_ids(path for app, _ in self._apps.values() for path in app.programs)
        return self._files

    def _meant(self, wanted: str) -> Iterator[tuple[InstalledApp, tuple[str, ...]]]:
        """Yield the apps that ``wanted`` names: the id of a desktop file, of a Flatpak, of a snap, or an executable."""
        if not wanted.startswith("/"):
            found = self._by_key.get(app_key(wanted), ())
            if found:
                yield from (self._apps[each] for each in found)
                return
        elif not self._finder.which(wanted):
            yield program_to_come(wanted)
            return
        if wanted not in self._bare:
            self._bare[wanted] = self._of_executable(wanted)
        if (bare := self._bare[wanted]) is not None:
            yield bare

    def _of_executable(self, wanted: str) -> tuple[InstalledApp, tuple[str, ...]] | None:
        """Return the app that an executable is, or that a sandbox has; None where there is none."""
        path = self._finder.which(wanted)
        if not path:
            return self._sandboxed(wanted)
        real = os.path.realpath(path)
        for app, barred in self._apps.values():
            if real in app.programs:
                return app, barred
        found = self._finder.of_command((path,))
        name = Path(wanted).name
        return InstalledApp(path, name, programs=found.programs, marks=found.marks, snap=found.snap), found.barred

    def _sandboxed(self, wanted: str) -> tuple[InstalledApp, tuple[str, ...]] | None:
        """Return the app of a sandbox that has no desktop file of its own in the menu."""
        if programs := flatpak_programs(wanted, self._environment, self._root):
            return InstalledApp(wanted, wanted, programs=programs, flatpak=wanted), ()
        if programs := snap_programs(wanted, self._root):
            return InstalledApp(wanted, wanted, programs=programs, snap=wanted), ()
        return None

    def _is_there(self, entry: DesktopEntry) -> bool:
        return not entry.try_exec or bool(self._finder.which(entry.try_exec))

    def _of_entry(self, entry: DesktopEntry) -> tuple[InstalledApp, tuple[str, ...]] | None:
        """Return the app that ``entry`` is for; None where what it starts is not there."""
        last = entry.id.rpartition(".")[2]
        found = self._finder.of_command(entry.command, tuple(filter(None, (entry.window_class, entry.id, last))))
        flatpak, snap = entry.flatpak or found.flatpak, entry.snap or found.snap
        if found == NOTHING and not flatpak and not snap:
            return None
        app = InstalledApp(
            id=entry.id,
            name=entry.name,
            icon=entry.icon,
            file=entry.file,
            command=entry.command,
            programs=found.programs,
            marks=found.marks,
            flatpak=flatpak,
            snap=snap.partition("_")[0],
            window_classes=window_classes(entry, found),
        )
        return app, found.barred


def _watched(
    folders: Sequence[Path], files: Mapping[str, Path], environment: Mapping[str, str], root: Path
) -> Iterator[str]:
    """Yield every folder whose change may mean that an app came or went."""
    programs = (environment.get("PATH") or "/usr/local/bin:/usr/bin:/bin").split(":")
    sandboxes = (root / "var/lib/flatpak/app", root / "snap", root / "var/lib/snapd/snap")
    of_files = (file.parent for file in files.values())
    yield from dict.fromkeys(map(str, (*folders, *of_files, *programs, *sandboxes)))


def _stamp_of(folders: Iterable[str]) -> Stamp:
    return tuple((folder, _changed(folder)) for folder in folders)


def _changed(folder: str) -> int:
    try:
        return os.stat(folder).st_mtime_ns  # noqa: PTH116 - dozens at each look
    except OSError:
        return 0
