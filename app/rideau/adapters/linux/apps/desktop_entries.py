# SPDX-License-Identifier: MIT
"""What do the desktop files of this machine say? (Desktop Entry Specification 1.5)."""

import os
import re
import shlex
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from rideau.adapters.paths import home_from

_ROOT = Path("/")
_MOST_BYTES = 256 * 1024
_LINE = re.compile(r"(?P<key>[A-Za-z0-9-]+)(?:\[(?P<locale>[^\]]+)\])?[ \t]*=[ \t]*(?P<value>.*)")
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}
_FIELD_CODE = re.compile(r"%(.)")
_LOCALISED = frozenset(("Name", "Icon"))


class DesktopEntry(NamedTuple):
    """Hold what one desktop file says of an app."""

    id: str
    """Without suffix; a folder on the way to it is a part of it, with ``-`` for each ``/``."""
    file: str
    name: str
    icon: str = ""
    command: tuple[str, ...] = ()
    """Field codes left out."""
    try_exec: str = ""
    window_class: str = ""
    flatpak: str = ""
    snap: str = ""
    is_shown: bool = True
    """In the menu of this desktop."""


def data_folders(environment: Mapping[str, str]) -> tuple[Path, ...]:
    """Return ``$XDG_DATA_HOME`` and ``$XDG_DATA_DIRS``, the first counting most."""
    own = environment.get("XDG_DATA_HOME", "")
    shared = (environment.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(":")
    home = Path(own) if own.startswith("/") else home_from(environment) / ".local/share"
    return (home, *(Path(each) for each in shared if each.startswith("/")))


def application_folders(environment: Mapping[str, str], root: Path = _ROOT) -> tuple[Path, ...]:
    """Return where the desktop files of the person of ``environment`` are, the first counting most.

    Flatpak and Snap add theirs to ``XDG_DATA_DIRS`` in a session; those who started outside of one know them, too.
    """
    home, *shared = data_folders(environment)
    exports = (root / "var/lib/flatpak/exports/share", home / "flatpak/exports/share", root / "var/lib/snapd/desktop")
    return tuple(dict.fromkeys(each / "applications" for each in (home, *shared, *exports)))


def desktop_files(folders: Sequence[Path]) -> Mapping[str, Path]:
    """Return each desktop file below ``folders`` by its id; of two with the same one the first counts."""
    found: dict[str, Path] = {}
    for folder in folders:
        for file in sorted(_below(folder)):
            found.setdefault("-".join(file.relative_to(folder).parts).removesuffix(".desktop"), file)
    return found


def read_entry(entry_id: str, file: Path, environment: Mapping[str, str]) -> DesktopEntry | None:
    """Return what ``file`` says; None where it is no app's, is hidden, or cannot be read."""
    said = _said(file, _languages(environment))
    if said.get("Type", "Application") != "Application" or said.get("Hidden") == "true" or not said.get("Name"):
        return None
    return DesktopEntry(
        id=entry_id,
        file=str(file),
        name=said["Name"],
        icon=said.get("Icon", ""),
        command=_command(said.get("Exec", "")),
        try_exec=said.get("TryExec", ""),
        window_class=said.get("StartupWMClass", ""),
        flatpak=said.get("X-Flatpak", ""),
        snap=said.get("X-SnapInstanceName", ""),
        is_shown=_is_shown(said, environment.get("XDG_CURRENT_DESKTOP", "")),
    )


def _below(folder: Path, depth: int = 4) -> Iterator[Path]:
    """Yield the desktop files of ``folder`` and of the folders in it (Wine's lie deep)."""
    with suppress(OSError), os.scandir(folder) as entries:
        for each in entries:
            if each.name.endswith(".desktop"):
                yield Path(each.path)
            elif depth and each.is_dir(follow_symlinks=False):
                yield from _below(Path(each.path), depth - 1)


def _said(file: Path, languages: Sequence[str]) -> dict[str, str]:
    """Return the keys of the file's own group, a localised one in the first of ``languages`` that it knows."""
    said: dict[str, str] = {}
    rank: dict[str, int] = {}
    for line in _lines(file):
        head = line.partition("=")[0]
        if head.endswith("]") and head.partition("[")[2][:-1] not in languages:  # most lines; it saves a search in each
            continue
        found = _LINE.fullmatch(line)
        if found is None:
            continue
        key, locale = found["key"], found["locale"]
        if locale and (key not in _LOCALISED or locale not in languages):
            continue
        place = languages.index(locale) if locale else len(languages)
        if place <= rank.get(key, len(languages)):  # of two the last counts, as in GLib
            said[key], rank[key] = _ESCAPE.sub(_unescaped, found["value"]).strip(), place
    return said


def _lines(file: Path) -> Iterator[str]:
    """Yield the lines of ``[Desktop Entry]``."""
    content = b""
    with suppress(OSError):
        descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))  # a pipe would wait for a writer
        try:
            content = os.read(descriptor, _MOST_BYTES)
        finally:
            os.close(descriptor)
    is_own = False
    for line in content.decode("utf-8", "replace").splitlines():
        if line.startswith("["):
            is_own = line.strip() == "[Desktop Entry]"
        elif is_own and not line.startswith("#"):
            yield line.strip()


def _unescaped(found: re.Match[str]) -> str:
    return _ESCAPED.get(found[1], found[0])


def _command(value: str) -> tuple[str, ...]:
    """Return the words of an ``Exec`` line, parted as GLib and KDE do; one that is only a field code is left out."""
    try:
        words = [re.sub(r"\\([`$])", r"\1", word) for word in shlex.split(value)]
    except ValueError:  # a quote is left open
        words = value.split()
    return tuple(bare for word in words if (bare := _FIELD_CODE.sub(_without_code, word)) or not word)


def _without_code(found: re.Match[str]) -> str:
    return "%" if found[1] == "%" else ""


def _is_shown(said: Mapping[str, str], desktop: str) -> bool:
    names = {each for each in desktop.split(":") if each}
    only, not_in = (set(said.get(key, "").split(";")) - {""} for key in ("OnlyShowIn", "NotShowIn"))
    return said.get("NoDisplay") != "true" and (not only or bool(only & names)) and not not_in & names


def _languages(environment: Mapping[str, str]) -> tuple[str, ...]:
    """Return how localised keys may be marked, the best first: ``fr_FR@euro``, ``fr_FR``, ``fr``."""
    named = next((value for key in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environment.get(key))), "")
    language, _, modifier = named.partition("@")
    language = language.partition(".")[0]
    short = language.partition("_")[0]
    both = (f"{language}@{modifier}", language, f"{short}@{modifier}", short) if modifier else (language, short)
    return tuple(dict.fromkeys(each for each in both if each))
