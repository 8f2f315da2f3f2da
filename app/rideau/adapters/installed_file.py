# SPDX-License-Identifier: MIT
"""How is a file put down to stay, so that what stood there comes back byte for byte? (SPEC E6).

The ledger is told first what was there: its content and mode, or nothing, and which folders were missing.
"""

import base64
import json
import stat
from collections.abc import Collection, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from rideau.adapters.atomic_file import read_limited, replace_file, storage_error
from rideau.domain.change import Change, Outcome
from rideau.ports.state import Ledger

KIND = "installed-file"
PROGRAM_MODE = 0o700


class _Before(NamedTuple):
    """Hold what stood at a place."""

    content: bytes | None = None
    mode: int | None = None
    made: tuple[str, ...] = ()
    """The folders that had to be made, the outermost first."""


class InstalledFiles:
    """Put files down and take them away again, in the ledger first."""

    def __init__(self, ledger: Ledger) -> None:
        """Record in ``ledger``, which is put back on the person's word only."""
        self._ledger = ledger

    def put(self, path: Path, content: bytes, *, is_program: bool = False, is_yielding: bool = False) -> bool:
        """Have ``content`` stand at ``path``; return whether anything had to be done.

        A later version takes the place of the older one, and of its page in the ledger. What the person made of the
        older one stays where ``is_yielding``; otherwise it makes way and comes back with ``take_away``.

        Raises:
            StorageError: the ledger or the file could not be written.

        """
        held, older = _read(path), self._at(path)
        if held == content and (not is_program or _mode(path) == PROGRAM_MODE):
            return False
        if is_yielding and _is_persons(held, older.values()):
            return False
        before = _standing_before(held, older.values()) or _Before(held, _mode(path))
        before = before._replace(made=self._made_above(path))
        self._ledger.record(Change(KIND, str(path), _written(before), _hash(content)))
        replace_file(path, content)
        if is_program:
            _set_mode(path, PROGRAM_MODE)
        for number in older:
            self._ledger.settle(number)
        return True

    def take_away(self, path: Path) -> Outcome:
        """Put back what stood at ``path`` before; one that the person changed since stays. Idempotent.

        Raises:
            StorageError: the ledger or the file could not be written.

        """
        outcome = Outcome.GONE
        for number, change in reversed(self._at(path).items()):
            each = InstalledFileRestorer().restore(change)
            self._ledger.settle(number)
            outcome = each if outcome is not Outcome.RESTORED else outcome
        return outcome

    def places(self) -> tuple[Path, ...]:
        """Return where files of ours were put and not taken away."""
        return tuple(Path(change.place) for _, change in self._ours())

    def _at(self, path: Path) -> dict[int, Change]:
        """Return what was put at ``path`` and not taken away: one, or two where a crash came between."""
        return {number: change for number, change in self._ours() if change.place == str(path)}

    def _ours(self) -> Iterator[tuple[int, Change]]:
        return ((number, change) for number, change in self._ledger.pending() if change.kind == KIND)

    def _made_above(self, path: Path) -> tuple[str, ...]:
        """Return the folders above ``path`` to be made now or made for others of ours, the outermost first.

        Each file knows them, so that whichever goes last takes them along.
        """
        known = {folder for _, change in self._ours() for folder in _before(change).made}
        above = reversed(path.resolve().parents)
        return tuple(str(folder) for folder in above if str(folder) in known or not folder.exists())


class InstalledFileRestorer:
    """Put back what stood where a file of ours stands."""

    kind = KIND

    def restore(self, change: Change) -> Outcome:
        """Delete our file, or give the place its old content; folders that were made for it go when empty.

        Raises:
            StorageError: the file could not be read or written.

        """
        path = Path(change.place)
        if not path.is_absolute() or "\0" in change.place:
            return Outcome.GONE
        held, before = _read(path), _before(change)
        if held is None:
            _remove_folders(before)
            return Outcome.GONE
        if _hash(held) != change.after:
            return Outcome.LEFT
        if before.content is None:
            _delete(path)
            _remove_folders(before)
        else:
            replace_file(path, before.content)
            _set_mode(path, before.mode)
        return Outcome.RESTORED


def _read(path: Path) -> bytes | None:
    try:
        return read_limited(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise storage_error(path, error) from error


def _mode(path: Path) -> int | None:
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except OSError:
        return None


def _set_mode(path: Path, mode: int | None) -> None:
    try:
        if mode is not None:
            path.chmod(mode)
    except OSError as error:
        raise storage_error(path, error) from error


def _delete(path: Path) -> None:
    """Delete what ``path`` leads to; a link that was there stays."""
    try:
        path.resolve().unlink()
    except OSError as error:
        raise storage_error(path, error) from error


def _standing_before(held: bytes | None, puts: Collection[Change]) -> _Before | None:
    """Return what stood where one of ``puts``, whose content is ``held``, stands now; None where none of them does."""
    found = (change for change in puts if held is not None and _hash(held) == change.after)
    return next(map(_before, found), None)


def _is_persons(held: bytes | None, puts: Collection[Change]) -> bool:
    """Tell whether ``held`` was made of one of ``puts``: it is neither what was put nor what stood there before."""
    if held is None or not puts or _standing_before(held, puts):
        return False
    return all(_before(change).content != held for change in puts)


def _remove_folders(before: _Before) -> None:
    for folder in reversed(before.made):
        with suppress(OSError):  # somebody else put something into it, or took it away
            Path(folder).rmdir()


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()


def _written(before: _Before) -> str:
    content = None if before.content is None else base64.b64encode(before.content).decode("ascii")
    return json.dumps({"content": content, "mode": before.mode, "made": before.made})


def _before(change: Change) -> _Before:
    raw = json.loads(change.before or "{}")
    content = raw.get("content")
    return _Before(None if content is None else base64.b64decode(content), raw.get("mode"), tuple(raw.get("made", ())))
