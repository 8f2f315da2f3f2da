# SPDX-License-Identifier: MIT
"""Where do the apps of Flatpak and Snap have their executables?"""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from rideau.adapters.linux.apps.command_words import script_commands
from rideau.adapters.linux.apps.desktop_entries import data_folders

_ROOT = Path("/")
_SNAP_BIN = ("/snap/bin/", "/var/lib/snapd/snap/bin/")
_SNAP_COMMAND = re.compile(r"^[ \t]+command:[ \t]*(.+)$", re.MULTILINE)
_FLATPAK_ID = re.compile(r"[A-Za-z_][\w-]*(?:\.[\w-]+)+")
_SNAP_NAME = re.compile(r"[a-z0-9][a-z0-9-]*(?:_[a-z0-9]+)?")
_LONGEST_SCRIPT = 64 * 1024


def is_flatpak_id(name: str) -> bool:
    """Tell whether ``name`` can be a Flatpak app."""
    return _FLATPAK_ID.fullmatch(name) is not None


def flatpak_folder(app: str, environment: Mapping[str, str], root: Path = _ROOT) -> Path | None:
    """Return where Flatpak ``app`` is installed, for this person or for everybody; None where it is not."""
    if not is_flatpak_id(app):
        return None
    homes = (data_folders(environment)[0] / "flatpak", root / "var/lib/flatpak")
    folders = (home / "app" / app / "current/active" for home in homes)
    return next((each for each in folders if each.is_dir()), None)


def flatpak_programs(app: str, environment: Mapping[str, str], root: Path = _ROOT) -> tuple[str, ...]:
    """Return the executables of Flatpak ``app`` as they lie outside of its sandbox."""
    folder = flatpak_folder(app, environment, root)
    if folder is None:
        return ()
    said = re.search(r"^command[ \t]*=[ \t]*(.+)$", _text(folder / "metadata"), re.MULTILINE)
    files = folder / "files"
    return tuple(dict.fromkeys(_followed(files, _outside(files, said[1].strip()) if said else ())))


def snap_of(program: str, words: Sequence[str]) -> str:
    """Return the snap that a command means: ``/snap/bin/NAME``, ``snap run NAME.app``; empty for none."""
    name = ""
    if program.startswith(_SNAP_BIN):
        name = program.rpartition("/")[2]
    elif program.rpartition("/")[2] == "snap" and len(words) > 1 and words[0] == "run":
        name = words[1]
    name = name.partition(".")[0]
    return name if _SNAP_NAME.fullmatch(name) else ""


def snap_folder(snap: str, root: Path = _ROOT) -> Path | None:
    """Return where ``snap`` is installed; None where it is not."""
    if not _SNAP_NAME.fullmatch(snap):
        return None
    folders = (root / home / snap / "current" for home in ("snap", "var/lib/snapd/snap"))
    return next((each for each in folders if each.is_dir()), None)


def snap_programs(snap: str, root: Path = _ROOT) -> tuple[str, ...]:
    """Return the executables that the commands of ``snap`` name in its own folder, its starters included."""
    folder = snap_folder(snap, root)
    if folder is None:
        return ()
    commands = _SNAP_COMMAND.findall(_text(folder / "meta/snap.yaml"))
    words = (word.strip("'\"").removeprefix("$SNAP/") for command in commands for word in command.split())
    paths = (folder / word for word in words if not word.startswith(("-", "/")) and ".." not in word)
    return tuple(dict.fromkeys(str(path.resolve()) for path in paths if _is_program(path)))


def _outside(files: Path, command: str) -> tuple[Path, ...]:
    """Return where a command of a sandbox lies outside of it: ``/app`` is its folder of files."""
    inside = command.removeprefix("/app/") if "/" in command else f"bin/{command}"
    return () if inside.startswith("/") or ".." in inside else (files / inside,)


def _followed(files: Path, found: Sequence[Path], depth: int = 3) -> Iterator[str]:
    """Yield the programs, and what those lead to that are scripts."""
    for path in found:
        if not _is_program(path):
            continue
        yield str(path.resolve())
        script = _text(path) if depth and _starts_as_script(path) else ""
        for command in script_commands(script):
            words = [word for word in command if word.startswith("/app/")]
            yield from _followed(files, [each for word in words[:2] for each in _outside(files, word)], depth - 1)


def _is_program(path: Path) -> bool:
    return path.is_file() and os.access(path, os.X_OK)


def _starts_as_script(path: Path) -> bool:
    with suppress(OSError), path.open("rb") as file:
        return file.read(2) == b"#!"
    return False


def _text(path: Path) -> str:
    with suppress(OSError), path.open("rb") as file:
        return file.read(_LONGEST_SCRIPT).decode("utf-8", "replace")
    return ""
