# SPDX-License-Identifier: MIT
"""How does a Linux desktop start Rideau at login? By an entry in the person's autostart folder.

Desktop Application Autostart Specification 0.5: ``Hidden=true`` is what switches an entry off everywhere;
``X-GNOME-Autostart-enabled`` is ignored by Xfce (seen with xfce4-session 4.18), so it is neither read nor written.
"""

import os
import re
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Self

from rideau.adapters.atomic_file import read_limited, replace_file
from rideau.adapters.paths import home_from
from rideau.domain.probe import Fitness, Probe
from rideau.domain.text import Text

_GROUP = "[Desktop Entry]"
_NAME = "autostart/rideau.desktop"
_NEW_ENTRY = (
    _GROUP,
    "Type=Application",
    "Name=Rideau",
    "Comment=Keeps your working hours",
    "Comment[fr]=Veille sur vos heures de travail",
    "Icon=rideau",
    "Terminal=false",
    "StartupNotify=false",
)
_NEVER_AUTOSTART = frozenset({"sway", "i3", "hyprland", "river", "bspwm", "dwm"})
"""Desktops that read no autostart folder by themselves."""
OFF = Text("It is off.")
SWITCH_ON = Text("“rideau autostart on” switches it on.")


def launch_command() -> tuple[str, ...]:
    """Return the words that start this very Rideau again: its launcher, else the running interpreter."""
    launcher = Path(sys.executable).with_name("rideau")
    return (str(launcher),) if os.access(launcher, os.X_OK) else (sys.executable, "-P", "-m", "rideau")


def config_folders(environment: Mapping[str, str]) -> tuple[Path, ...]:
    """Return the configuration folders of the XDG Base Directory Specification 0.8, the person's own first."""
    home = environment.get("XDG_CONFIG_HOME", "")
    own = Path(home) if home.startswith("/") else home_from(environment) / ".config"
    shared = (environment.get("XDG_CONFIG_DIRS") or "/etc/xdg").split(":")
    return (own, *(Path(folder) for folder in shared if folder.startswith("/")))


class XdgAutostart:
    """Start Rideau at login through ``autostart/rideau.desktop`` in the person's configuration folder."""

    def __init__(self, folders: Sequence[Path], command: Sequence[str], desktop: str = "") -> None:
        """Use the entry in ``folders[0]``; the other folders are the system's. ``command`` starts Rideau.

        ``desktop`` is ``XDG_CURRENT_DESKTOP``: names parted by colons.
        """
        self._own = folders[0] / _NAME
        self._shared = tuple(folder / _NAME for folder in folders[1:])
        self._command = tuple(command)
        self._desktops = {name for name in desktop.split(":") if name}

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Self:
        """Return what starts this very Rideau in the session that ``environment`` describes."""
        return cls(config_folders(environment), launch_command(), environment.get("XDG_CURRENT_DESKTOP", ""))

    def is_on(self) -> bool:
        """Tell whether the next login starts Rideau: the first entry found decides, as desktops read it."""
        lines = self._lines()
        return lines is not None and self._starts(lines)

    def switch(self, *, on: bool) -> None:
        """Switch it; only the lines that matter change, so that what a person wrote into the entry stays.

        Raises:
            StorageError: the entry could not be written.

        """
        if self.is_on() == on:
            return
        lines = self._lines()
        wanted = self._switched_on(lines) if on else _with(lines or _NEW_ENTRY, "Hidden", "true")
        replace_file(self._own, "".join(f"{line}\n" for line in wanted).encode("utf-8", "surrogateescape"))

    def probe(self) -> Probe:
        """Say whether this desktop reads the autostart folder."""
        title = Text("Start at login")
        deaf = sorted(name for name in self._desktops if name.lower() in _NEVER_AUTOSTART)
        if deaf:
            return Probe(
                "autostart",
                title,
                Fitness.NOT_HERE,
                Text("{desktop} starts no programs at login by itself.", desktop=deaf[0]),
                Text("Start “{command}” from its own configuration.", command=" ".join(self._command)),
            )
        if not self.is_on():
            return Probe("autostart", title, Fitness.WORKS, OFF, SWITCH_ON)
        return Probe(
            "autostart", title, Fitness.WORKS, Text("Rideau starts when you log in ({file}).", file=str(self._own))
        )

    def _lines(self) -> tuple[str, ...] | None:
        for entry in (self._own, *self._shared):
            try:
                return tuple(read_limited(entry).decode("utf-8", "surrogateescape").splitlines())
            except OSError:  # absent or not ours to read: the desktop looks further too
                continue
        return None

    def _starts(self, lines: Sequence[str]) -> bool:
        if _value(lines, "Hidden").lower() == "true" or not _value(lines, "Exec"):
            return False
        only, never = (set(_value(lines, key).split(";")) for key in ("OnlyShowIn", "NotShowIn"))
        if never & self._desktops or (only - {""} and not only & self._desktops):
            return False
        program = _value(lines, "TryExec").replace("\\\\", "\\")
        return not program or shutil.which(program) is not None

    def _switched_on(self, lines: Sequence[str] | None) -> Sequence[str]:
        kept = _with(lines or _NEW_ENTRY, "Hidden", None)
        for key in ("OnlyShowIn", "NotShowIn"):
            if not self._starts(kept):
                kept = _with(kept, key, None)
        if self._starts(kept):
            return kept
        kept = _with(kept, "TryExec", self._command[0].replace("\\", "\\\\"))
        return _with(kept, "Exec", " ".join(quoted(word) for word in self._command))


def quoted(word: str) -> str:
    """Quote one argument of ``Exec`` (Desktop Entry Specification 1.5, "The Exec key")."""
    word = word.replace("%", "%%")
    if re.fullmatch(r"[\w@+=:,./%-]+", word, re.ASCII):
        return word
    escaped = re.sub(r'(["`$\\])', r"\\\1", word)
    return '"' + escaped.replace("\\", "\\\\") + '"'  # a string value doubles its backslashes once more


def _keys(lines: Sequence[str]) -> list[tuple[int, str, str]]:
    """Return place, key and value of each line in the main group."""
    found: list[tuple[int, str, str]] = []
    group = ""
    for place, line in enumerate(lines):
        if line.startswith("["):
            group = line.strip()
        elif group == _GROUP and "=" in line and not line.startswith("#"):
            key, _, value = line.partition("=")
            found.append((place, key.strip(), value.strip()))
    return found


def _value(lines: Sequence[str], key: str) -> str:
    return next((value for _, name, value in _keys(lines) if name == key), "")


def _with(lines: Sequence[str], key: str, value: str | None) -> Sequence[str]:
    """Return ``lines`` with ``key`` set in the main group, where it stood or at the group's end; None removes it."""
    places = [place for place, name, _ in _keys(lines) if name == key]
    kept = [line for place, line in enumerate(lines) if place not in places]
    if value is None:
        return kept
    if not any(line.strip() == _GROUP for line in kept):
        kept = [*_NEW_ENTRY, *kept]
    last = max((place for place, _, _ in _keys(kept)), default=[line.strip() for line in kept].index(_GROUP))
    kept.insert(places[0] if places else last + 1, f"{key}={value}")
    return kept
