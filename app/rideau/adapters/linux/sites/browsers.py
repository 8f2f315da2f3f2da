# SPDX-License-Identifier: MIT
"""Which browsers are installed here, and where does each keep what matters to Rideau?

What the table knows of each is looked for in ``PATH``, among Flatpak's exports and Snap's.
"""

import os
import re
import shutil
import stat
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from rideau.adapters.linux.apps.desktop_entries import application_folders
from rideau.adapters.linux.sites.browser_table import KNOWN, Family, KnownBrowser
from rideau.adapters.paths import home_from

__all__ = ["Browser", "Family", "Package", "browser_running", "installed_browsers", "program_names"]

_ROOT = Path("/")
_LONGEST_SCRIPT = 64 * 1024


class Package(StrEnum):
    """Name how the browser is packaged; a sandboxed package sees another home and can't start programs outside."""

    NATIVE = "native"
    FLATPAK = "flatpak"
    SNAP = "snap"


class Browser(NamedTuple):
    """Hold what is known of one installed browser. A folder named here need not exist yet."""

    id: str
    """Unique on a machine: ``chromium``, ``firefox-esr``; those of Flatpak and Snap end in ``-flatpak``, ``-snap``."""
    name: str
    family: Family
    program: Path
    """What starts it, absolute."""
    desktop_file: str
    """The id of its desktop file, suffix included (``firefox-esr.desktop``); empty where it has none."""
    profile_root: Path
    """Chromium's user data folder; the folder of Firefox's ``profiles.ini``."""
    hosts_folder: Path
    """Where it looks for the person's own native messaging hosts, when started with its own profile."""
    policy_folder: Path
    """Where it looks for managed policies: files of any name (Chromium), ``policies.json`` (Firefox)."""
    package: Package = Package.NATIVE


def installed_browsers(environment: Mapping[str, str], root: Path = _ROOT) -> tuple[Browser, ...]:
    """Return every browser found, in the order of the table, each once: links and wrappers of another are no other.

    ``root`` stands for ``/`` where Flatpak, Snap and policies are looked for; ``PATH`` and the folders of the
    person are ``environment``'s.
    """
    places = _Places(environment, root)
    seen: set[Path] = set()
    found = []
    for known in KNOWN:
        for browser in places.of(known):
            real = browser.program.resolve()
            if browser.package is not Package.NATIVE or real not in seen:
                found.append(browser)
            seen.add(real)
    return tuple(found)


def browser_running(executable: str, browsers: tuple[Browser, ...]) -> Browser | None:
    """Return which of ``browsers`` a process with that ``executable`` (as /proc names it) is, or None."""
    package = _package_of(executable)
    for known in KNOWN:
        if re.search(known.executable, executable):
            same = [each for each in browsers if each.id.removesuffix(f"-{each.package}") == known.id]
            return next((each for each in same if each.package is package), same[0] if same else None)
    real = Path(executable)
    return next((each for each in browsers if each.program.resolve() == real), None)


def program_names(browser: Browser) -> frozenset[str]:
    """Return the names, without their folder, by which commands call ``browser``."""
    known = (each for each in KNOWN if each.id == browser.id.removesuffix(f"-{browser.package}"))
    names = [name for each in known for name in (*each.programs, each.flatpak, each.snap) if name]
    return frozenset((*names, browser.program.name, browser.program.resolve().name))


class _Places:
    """Know the folders of one person on one machine."""

    def __init__(self, environment: Mapping[str, str], root: Path) -> None:
        self._path = environment.get("PATH") or "/usr/local/bin:/usr/bin:/bin"
        self._root = root
        self._home = home_from(environment)
        config, data = environment.get("XDG_CONFIG_HOME", ""), environment.get("XDG_DATA_HOME", "")
        self._config = Path(config) if config.startswith("/") else self._home / ".config"
        self._data = Path(data) if data.startswith("/") else self._home / ".local/share"
        self._applications = application_folders(environment, root)

    def of(self, known: KnownBrowser) -> Iterator[Browser]:
        """Yield each package in which ``known`` is installed."""
        if program := self._native(known):
            yield self._browser(known, program, Package.NATIVE, known.desktop_files)
        if known.flatpak and (program := self._first(self._flatpaks(known.flatpak))):
            yield self._browser(known, program, Package.FLATPAK, (f"{known.flatpak}.desktop",))
        if known.snap and (program := self._first(self._snaps(known.snap))):
            yield self._browser(known, program, Package.SNAP, (f"{known.snap}_{known.snap}.desktop",))

    def _native(self, known: KnownBrowser) -> Path | None:
        programs = (shutil.which(name, path=self._path) for name in known.programs)
        return next((Path(each) for each in programs if each and not _leads_elsewhere(Path(each), known)), None)

    def _flatpaks(self, app: str) -> tuple[Path, ...]:
        return self._root / "var/lib/flatpak/exports/bin" / app, self._data / "flatpak/exports/bin" / app

    def _snaps(self, name: str) -> tuple[Path, ...]:
        return self._root / "snap/bin" / name, self._root / "var/lib/snapd/snap/bin" / name

    def _first(self, candidates: tuple[Path, ...]) -> Path | None:
        return next((each for each in candidates if os.path.lexists(each)), None)

    def _browser(self, known: KnownBrowser, program: Path, package: Package, desktop_files: tuple[str, ...]) -> Browser:
        suffix, said = _PACKAGED[package]
        root = self._profile_root(known, package)
        return Browser(
            id=known.id + suffix,
            name=known.name + said,
            family=known.family,
            program=program,
            desktop_file=next((each for each in desktop_files if self._has_entry(each)), ""),
            profile_root=root,
            hosts_folder=self._hosts_folder(known, root),
            policy_folder=self._root / "etc" / known.policies,
            package=package,
        )

    def _has_entry(self, name: str) -> bool:
        return any(stat.S_ISREG(_mode(folder / name)) for folder in self._applications)

    def _profile_root(self, known: KnownBrowser, package: Package) -> Path:
        if package is Package.FLATPAK:
            own = self._home / ".var/app" / known.flatpak
            return own / known.profile_root if known.family is Family.FIREFOX else own / "config" / known.profile_root
        if package is Package.SNAP:
            own = self._home / "snap" / _SNAP_FOLDERS.get(known.snap, f"{known.snap}/current/.config")
            return own / known.profile_root
        if known.family is Family.CHROMIUM:
            return self._config / known.profile_root
        return _firefox_root(self._home / known.profile_root, self._config / known.profile_root.lstrip("."))

    def _hosts_folder(self, known: KnownBrowser, root: Path) -> Path:
        """Return Chromium's in its own folder; Firefox's, whose sandboxes have a portal look outside, in the home."""
        if known.family is Family.CHROMIUM:
            return root / "NativeMessagingHosts"
        return self._home / known.profile_root.partition("/")[0] / "native-messaging-hosts"


_PACKAGED: Mapping[Package, tuple[str, str]] = {
    Package.NATIVE: ("", ""),
    Package.FLATPAK: ("-flatpak", " (Flatpak)"),
    Package.SNAP: ("-snap", " (Snap)"),
}
_SNAP_FOLDERS: Mapping[str, str] = {"firefox": "firefox/common", "chromium": "chromium/common"}
"""Where a snap's own home is under ``~/snap``, when not ``current/.config``."""


def _firefox_root(legacy: Path, modern: Path) -> Path:
    """Return Firefox's folder: since 147 a new person's is in the configuration folder, an old one stays."""
    return modern if stat.S_ISDIR(_mode(modern)) and not stat.S_ISDIR(_mode(legacy)) else legacy


def _mode(path: Path) -> int:
    """Return the mode of what is at ``path``; 0 where nothing is, or where nobody may look."""
    try:
        return path.stat().st_mode
    except OSError:
        return 0


def _leads_elsewhere(program: Path, known: KnownBrowser) -> bool:
    """Tell whether ``program`` only starts another browser: a snap (Ubuntu), or ``firefox`` the ESR (Debian)."""
    real = program.resolve()
    if real.name == "snap" or "/snap/" in str(program):
        return True
    try:
        with real.open("rb") as file:
            start = file.read(_LONGEST_SCRIPT)
    except OSError:
        return False
    if not start.startswith(b"#!"):
        return False
    return b"/snap/bin/" in start or (known.id == "firefox" and re.search(rb"exec\s+\S*firefox-esr", start) is not None)


def _package_of(executable: str) -> Package:
    if "/snap/" in executable:
        return Package.SNAP
    return Package.FLATPAK if executable.startswith(("/app/", "/newroot/app/")) else Package.NATIVE
