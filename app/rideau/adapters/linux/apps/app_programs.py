# SPDX-License-Identifier: MIT
"""Which files are an app's own, and which does it share? Found from the command that starts it."""

import os
import re
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from rideau.adapters.linux.apps.command_words import bare_command, inner_script, script_commands
from rideau.adapters.linux.apps.sandboxed_apps import flatpak_programs, snap_of, snap_programs
from rideau.adapters.paths import home_from
from rideau.domain.program_names import BROWSERS, is_runtime
from rideau.domain.rule_book import program_words
from rideau.domain.safety import why_barred

_HEAD = 64 * 1024
_DEEPEST = 4
_SHELL_SCRIPT = re.compile(rb"#!\s*(?:/usr/bin/env\s+(?:-S\s+)?)?\S*?\b(?:ba|da|z|k)?sh\b")
_HOMES = (
    "opt", "usr/lib", "usr/lib64", "usr/libexec", "usr/share", "usr/local/lib", "usr/local/share", "usr/games",
    "usr/share/games", "usr/lib/x86_64-linux-gnu", "usr/lib/aarch64-linux-gnu", "app",
)  # fmt: skip
"""Where folders of apps lie, each its own."""
_OWN_HOMES = (".local/share", ".local/lib", ".local/opt", "opt", "Applications", "apps")
_SHARED = re.compile(
    r"python[\d.]*|perl\d?|ruby|node|nodejs|node_modules|java|jvm|mono|dotnet|php|tcltk|gems|electron\d*|applications|bin"
    r"|x86_64-linux-gnu|aarch64-linux-gnu|locale|icons|libexec|lib|flatpak|applications|games|jar|gjs-1.0|gnome-shell"
)
_BUNDLED = re.compile(r"electron|nw|java")
"""Runtimes that an app may bring along in its own folder; the others are too widely used, wherever they lie."""


class Found(NamedTuple):
    """Hold what a command leads to; see ``InstalledApp`` and ``AppRule`` for each."""

    programs: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    flatpak: str = ""
    snap: str = ""
    barred: tuple[str, ...] = ()
    """Programs that no rule may name, and that nothing of its own stands beside."""
    web_class: str = ""
    """How the window is called that a browser is to make for one site alone."""

    def joined(self, other: "Found") -> "Found":
        """Return both together; what is one's own counts more than what is shared."""
        programs = tuple(dict.fromkeys(self.programs + other.programs))
        marks = tuple(dict.fromkeys(self.marks + other.marks))
        web = self.web_class or other.web_class
        flatpak, snap = self.flatpak or other.flatpak, self.snap or other.snap
        is_told = programs or marks or web or flatpak or snap
        return Found(programs, marks, flatpak, snap, () if is_told else self.barred + other.barred, web)


NOTHING = Found()


class ProgramFinder:
    """Find the files of apps on one machine."""

    def __init__(self, environment: Mapping[str, str], root: Path) -> None:
        """Look in the ``PATH`` of ``environment``; ``root`` stands for ``/`` where folders have a name of their own."""
        self._environment = environment
        self._path = environment.get("PATH") or "/usr/local/bin:/usr/bin:/bin"
        self._root = root
        home = home_from(environment)
        self._homes = frozenset((*(root / each for each in _HOMES), *(home / each for each in _OWN_HOMES)))

    def which(self, program: str) -> str:
        """Return the path of ``program``, a name or a path; empty where it is not there."""
        return shutil.which(program, path=self._path) or ""

    def of_command(self, command: Sequence[str], hints: Sequence[str] = (), depth: int = 0) -> Found:
        """Return what ``command`` leads to; ``hints`` are names under which a main program may lie in its folder."""
        words = bare_command(command) if depth <= _DEEPEST else ()
        if script := inner_script(words):
            return self._of_script(script, "", hints, depth)
        if sandboxed := self._sandboxed(words):
            return sandboxed
        program = self.which(words[0]) if words else ""
        return self._of_file(program, words, hints, depth) if program else NOTHING

    def _of_file(self, program: str, words: Sequence[str], hints: Sequence[str], depth: int) -> Found:
        real = Path(program).resolve()
        names = {Path(program).name, real.name}
        if names & BROWSERS:
            web = web_class(words[1:])
            return Found(web_class=web) if web else Found(barred=(program,))
        if any(map(is_runtime, names)):
            own = self.own_folder(str(real)) if _BUNDLED.fullmatch(real.name) else ""
            marks = (*self._marks(words), *filter(None, (own,)))
            return Found(marks=tuple(dict.fromkeys(marks))) if marks else Found(barred=(program,))
        if any(why_barred(name) for name in names):
            return Found(barred=(program,))
        return self._of_program(program, hints, depth)

    def _sandboxed(self, words: Sequence[str]) -> Found | None:
        """Return what is said of a sandbox's app: ``flatpak run ID``, ``snap run NAME``, ``/snap/bin/NAME``."""
        if not words:
            return None
        name, others = words[0].rpartition("/")[2], [word for word in words[1:] if not word.startswith("-")]
        if name == "flatpak" and len(others) > 1 and others[0] == "run":
            return Found(flatpak_programs(others[1], self._environment, self._root), flatpak=others[1])
        if snap := snap_of(words[0], others):
            return Found(snap_programs(snap, self._root), snap=snap)
        return None

    def _of_program(self, program: str, hints: Sequence[str], depth: int) -> Found:
        """Return what the file ``program`` is: an executable of its own, or a script that leads to one."""
        real = os.path.realpath(program)
        head = _head(real)
        if not head.startswith(b"#!"):
            return Found(programs=(real, *self._beside(real, (Path(program).name, *hints))))
        found = Found(programs=(real,), marks=tuple(dict.fromkeys((program, real))))
        if _SHELL_SCRIPT.match(head):
            found = found.joined(self._of_script(head.decode("utf-8", "replace"), real, hints, depth))
        return found

    def _of_script(self, script: str, own_path: str, hints: Sequence[str], depth: int) -> Found:
        found = NOTHING
        for command in script_commands(script, own_path):
            if not own_path or "/" in command[0] or self._is_named(command[0], hints):
                found = found.joined(self.of_command(command, hints, depth + 1))
        return found

    def _is_named(self, name: str, hints: Sequence[str]) -> bool:
        """Tell whether a script that calls ``name`` without a path may mean its app: not ``grep`` or ``mkdir``."""
        return name in hints or is_runtime(name) or name in BROWSERS

    def _beside(self, real: str, names: Sequence[str]) -> tuple[str, ...]:
        """Return the main program that a starter has beside itself, in a folder of the app's own."""
        folder = Path(real).parent
        if self.own_folder(real) == "":
            return ()
        candidates = (str(folder / Path(name).name) for name in names if name and name not in {".", ".."})
        return tuple(each for each in dict.fromkeys(candidates) if each != real and _is_executable(each))

    def _marks(self, words: Sequence[str]) -> tuple[str, ...]:
        """Return the files and the folder of its own that the command of a runtime names."""
        named = [word for word in program_words(words) if word.startswith("/") and os.path.exists(word)]  # noqa: PTH110 - text
        files = [each for word in named for each in (word, os.path.realpath(word)) if self._is_own(each)]
        return tuple(dict.fromkeys(files + [folder for each in files if (folder := self.own_folder(each))]))

    def _is_own(self, path: str) -> bool:
        return not os.path.isdir(path) or self.own_folder(path) != ""  # noqa: PTH112 - as above

    def own_folder(self, path: str) -> str:
        """Return the folder of an app's own that ``path`` is or lies in; empty where others share it."""
        file = Path(path)
        for each in (file, *file.parents):
            if each.parent in self._homes and each not in self._homes:
                is_folder = each != file or each.is_dir()
                return str(each) if is_folder and not _SHARED.fullmatch(each.name) else ""
        return ""


def web_class(words: Sequence[str]) -> str:
    """Return how a browser of Chromium's family calls the window that ``words`` ask for; empty for an ordinary one."""
    for word in words:
        name, _, value = word.partition("=")
        if name == "--app-id" and value:
            return f"crx_{value}"
        if name == "--app" and (found := re.match(r"\w+://([^/?#]+)([^?#]*)", value)):
            return re.sub(r"[^a-z0-9.-]", "_", f"{found[1]}_{found[2]}".casefold()).strip("_")
    return ""


def _head(path: str) -> bytes:
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        return b""
    try:
        start = os.read(descriptor, 2)
        return start + os.read(descriptor, _HEAD) if start == b"#!" else start
    except OSError:
        return b""
    finally:
        os.close(descriptor)


def _is_executable(path: str) -> bool:
    return os.path.isfile(path) and os.access(path, os.X_OK)  # noqa: PTH113 - text, hundreds at once
