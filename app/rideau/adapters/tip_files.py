# SPDX-License-Identifier: MIT
"""Which tips ship with Rideau, and which did the person write? Those of ``resources/tips`` and of ``tips.d``."""

import os
from functools import cached_property
from pathlib import Path
from typing import Final, NamedTuple

from rideau.adapters.atomic_file import replace_file
from rideau.adapters.settings_spot import Findings, Spot, shown
from rideau.adapters.settings_toml import TomlError, parse_toml, read_text
from rideau.adapters.text_file import delete_file
from rideau.adapters.tip_reader import read_tips
from rideau.domain.error import StorageError
from rideau.domain.text import Text
from rideau.domain.tip import Tip
from rideau.ports.settings_store import SettingsProblem

MAX_BYTES: Final = 1024 * 1024
MOST_FILES: Final = 200
_REINSTALL = Text("Rideau's own files are damaged; install it again.")


class _Own(NamedTuple):
    """Hold what the person's folder said when it looked like ``stamp``."""

    stamp: tuple[object, ...]
    by_file: dict[Path, tuple[Tip, ...]]
    problems: tuple[SettingsProblem, ...]


class TipFiles:
    """Read both folders; the ``TipLibrary``. The person's is read anew only where something in it changed."""

    def __init__(self, shipped: Path, own: Path) -> None:
        """Read nothing yet."""
        self._shipped = shipped
        self._folder = own
        self._held: _Own | None = None

    def tips(self) -> tuple[Tip, ...]:
        """Return every tip; see the port."""
        return (*self._ours, *(tip for tips in self._own().by_file.values() for tip in tips))

    def problems(self) -> tuple[SettingsProblem, ...]:
        """Return what is wrong with the person's own files; see the port."""
        return self._own().problems

    def add(self, tip: Tip) -> None:
        """Write ``tip`` into a file of its own, in place of the one it had; see the port."""
        from rideau.adapters.tip_writer import tip_text  # noqa: PLC0415 - where one is written

        text, findings = tip_text(tip), Findings(str(self._folder))
        read_tips(Spot(parse_toml(self._folder, text), "", findings), is_own=True)
        for each in findings.problems:
            raise StorageError(each.message)
        replace_file(self._file_of(tip.id) or self._folder / f"{tip.id}.toml", text.encode())
        self._held = None

    def remove(self, tip: str) -> None:
        """Take its file away; see the port."""
        file = self._file_of(tip)
        if file is not None:
            delete_file(file)
        self._held = None

    @cached_property
    def _ours(self) -> tuple[Tip, ...]:
        found: list[Tip] = []
        ids: set[str] = set()
        for file in sorted(self._shipped.glob("*.toml")):
            tips, problems = _read(file, ids, is_own=False)
            if problems:
                raise _damaged(problems[0])
            found += tips
        if not found:
            raise _damaged(SettingsProblem(str(self._shipped), "", Text("No tips are there.")))
        return tuple(found)

    def _own(self) -> _Own:
        files, problem = self._files()
        stamp = tuple(_stamp(file) for file in files)
        held = self._held
        if held is None or held.stamp != (problem, *stamp):
            held = self._held = self._read_own(files, problem, stamp)
        return held

    def _read_own(self, files: list[Path], problem: SettingsProblem | None, stamp: tuple[object, ...]) -> _Own:
        ids = {tip.id for tip in self._ours}
        by_file: dict[Path, tuple[Tip, ...]] = {}
        problems = [problem] if problem else []
        for file in files:
            tips, found = _read(file, ids, is_own=True)
            problems += found
            if not found:
                by_file[file] = tips
        return _Own((problem, *stamp), by_file, tuple(problems))

    def _files(self) -> tuple[list[Path], SettingsProblem | None]:
        """Return the files of the folder by name; hidden ones (an editor's own) are left out."""
        try:
            names = sorted(self._folder.iterdir())
        except (FileNotFoundError, NotADirectoryError):
            return [], None
        except OSError as error:
            reason = error.strerror or str(error)
            message = Text("This folder can't be read; the system says “{reason}”.", reason=reason)
            return [], SettingsProblem(str(self._folder), "", message)
        files = [file for file in names if file.suffix == ".toml" and not file.name.startswith(".")]
        if len(files) <= MOST_FILES:
            return files, None
        message = Text("These are {count} files; {most} are the most.", count=len(files), most=MOST_FILES)
        return files[:MOST_FILES], SettingsProblem(str(self._folder), "", message)

    def _file_of(self, tip: str) -> Path | None:
        """Return the file that holds ``tip`` and nothing else.

        Raises:
            StorageError: a hand wrote it, with other things.

        """
        own = self._own()
        for file, tips in own.by_file.items():
            if any(each.id == tip for each in tips):
                if len(tips) == 1 and not _has_notes(file):
                    return file
                message = Text("This tip stands in “{file}”, among other things of yours.", file=str(file))
                raise StorageError(message, Text("Change it there by hand; Rideau takes it up at once."))
        return None


def _read(file: Path, ids: set[str], *, is_own: bool) -> tuple[tuple[Tip, ...], list[SettingsProblem]]:
    """Return the tips of ``file`` and what is wrong with it; their ids join ``ids`` where nothing is."""
    findings = Findings(str(file))
    try:
        text = read_text(file, MAX_BYTES)
        raw = parse_toml(file, text or "")
    except TomlError as error:
        return (), [error.problem]
    tips = read_tips(Spot(raw, "", findings), is_own=is_own)
    if not findings.problems:
        _refuse_twins(tips, ids, findings)
    if findings.problems:
        return (), findings.problems
    ids.update(tip.id for tip in tips)
    return tips, []


def _refuse_twins(tips: tuple[Tip, ...], ids: set[str], findings: Findings) -> None:
    seen = set(ids)
    for number, tip in enumerate(tips):
        if tip.id in seen:
            findings.add(f"tips[{number}]", Text("Another tip is called {found}.", found=shown(tip.id)))
        seen.add(tip.id)


def _stamp(file: Path) -> tuple[object, ...]:
    """Return what differs once ``file`` was written: cheap to ask for, and asked whenever tips are."""
    try:
        found = os.stat(file)  # noqa: PTH116 - as Path does, without making another
    except OSError as error:
        return (str(file), error.errno)
    return (str(file), found.st_mtime_ns, found.st_size, found.st_ino)


def _has_notes(file: Path) -> bool:
    from rideau.adapters.tip_writer import NOTE  # noqa: PLC0415 - where one is written

    try:
        lines = (read_text(file, MAX_BYTES) or "").splitlines()
    except TomlError:
        return True
    return any(line.lstrip().startswith("#") and line.strip() != NOTE for line in lines)


def _damaged(problem: SettingsProblem) -> StorageError:
    reason = f"{problem.place}: {problem.message}" if problem.place else str(problem.message)
    message = Text("The tips can't be read: {file}: {reason}", file=problem.file, reason=reason)
    return StorageError(message, _REINSTALL)
