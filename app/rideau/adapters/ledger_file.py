# SPDX-License-Identifier: MIT
"""How is a change on the machine on disk before it is made, and found again after a crash? (SPEC E6).

A file of lines, each a checksum and a JSON object: ``{"next": 7}`` (where numbers go on), ``{"record": 7, ...}``,
``{"settle": 7}``. Lines are only ever added; once nothing is pending the file is replaced by its first line. A last
line that a power cut tore never returned from ``record``, so its change was not made.
"""

import json
import logging
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zlib import crc32

from rideau.adapters.atomic_file import (
    PRIVATE_FILE,
    flush_folder,
    free_name,
    make_private_folder,
    read_limited,
    replace_file,
    set_aside,
    storage_error,
)
from rideau.adapters.file_lock import held_lock
from rideau.domain.change import Change
from rideau.domain.error import StorageError

_log = logging.getLogger(__name__)

MAX_LEDGER_BYTES = 64 * 1024 * 1024
CHECKSUM_DIGITS = 8
_BEGINNING = re.compile(rb"[0-9a-f]{0,8}|[0-9a-f]{8} (?:\{[ -~]*)?")
"""What a torn line of ours may look like; anything else is nobody's loss to decide, and is set aside."""


class _Page:
    """Hold what a ledger's lines come to."""

    def __init__(self) -> None:
        self.next = 1
        self.pending: dict[int, Change] = {}
        self.sound = 0
        """The length of what can be read, in bytes, up to a torn last line."""
        self.is_damaged = False
        self.is_unended = False
        """Tell whether the last line is whole but for its end of line."""

    def take(self, line: dict[str, object]) -> None:
        """Take in one line.

        Raises:
            KeyError, TypeError: it is none of a ledger's.

        """
        if "next" in line:
            self.next = max(self.next, _number(line["next"]))
        elif "settle" in line:
            self.pending.pop(_number(line["settle"]), None)
        else:
            number = _number(line["record"])
            self.pending[number] = _change(line)
            self.next = max(self.next, number + 1)

    def lines(self) -> bytes:
        """Return the shortest ledger that comes to the same."""
        records = (_record_line(number, change) for number, change in self.pending.items())
        return _line({"next": self.next}) + b"".join(records)


class LedgerFile:
    """Keep the ledger in one file; the ``Ledger``. Nothing is opened or created before the first use."""

    def __init__(self, path: Path) -> None:
        """Keep it at ``path``, with a lock file beside it."""
        self._path = path

    def record(self, change: Change) -> int:
        """Write ``change`` ahead of making it; see the port."""
        try:
            with self._locked():
                page = self._mended()
                self._append(_record_line(page.next, change), page)
                return page.next
        except OSError as error:
            raise storage_error(self._path, error) from error

    def settle(self, number: int) -> None:
        """Strike out change ``number``; see the port."""
        if not self._path.exists():
            return
        try:
            with self._locked():
                page = self._mended()
                if page.pending.pop(number, None) is None:
                    return
                if page.pending:
                    self._append(_line({"settle": number}), page)
                else:
                    replace_file(self._path, page.lines())
        except OSError as error:
            raise storage_error(self._path, error) from error

    def pending(self) -> tuple[tuple[int, Change], ...]:
        """Return every change not settled; see the port."""
        if not os.path.lexists(self._path):
            return ()
        try:
            with self._locked():
                return tuple(self._mended().pending.items())
        except (OSError, StorageError) as error:
            _log.warning("the ledger could not be locked or mended: %s", error)
            return read_pending(self._path)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        make_private_folder(self._path.parent)
        with held_lock(self._path.with_name(f"{self._path.name}.lock")):
            yield

    def _mended(self) -> _Page:
        """Return the page; what is damaged is set aside first, and what can be read of it carried over."""
        try:
            page = _page_of(read_limited(self._path, MAX_LEDGER_BYTES))
        except FileNotFoundError:
            return _Page()
        except OSError as error:
            _log.warning("the ledger can't be read (%s) and is set aside as “%s”", error, set_aside(self._path).name)
            return _Page()
        if page.is_damaged:
            self._set_aside_damaged(page)
        return page

    def _set_aside_damaged(self, page: _Page) -> None:
        aside = free_name(self._path)
        replace_file(aside, self._path.read_bytes())
        content = page.lines()
        replace_file(self._path, content)
        page.sound, page.is_unended = len(content), False
        _log.warning(
            "the ledger was damaged; it is kept as “%s”; changes still to put back that could be read: %d",
            aside.name,
            len(page.pending),
        )

    def _append(self, line: bytes, page: _Page) -> None:
        is_new = not self._path.exists()
        line = b"\n" + line if page.is_unended else line
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), PRIVATE_FILE)
        try:
            with open(descriptor, "r+b", buffering=0, closefd=False) as file:
                file.truncate(page.sound)
                file.seek(page.sound)
                _write_whole(descriptor, line, page.sound)
                os.fsync(descriptor)
        finally:
            os.close(descriptor)
        if is_new:
            flush_folder(self._path.parent)


def read_pending(path: Path) -> tuple[tuple[int, Change], ...]:
    """Return what the ledger at ``path`` holds, without its lock and without mending it: whoever owns it may write."""
    try:
        return tuple(_page_of(read_limited(path, MAX_LEDGER_BYTES)).pending.items())
    except FileNotFoundError:
        return ()
    except OSError as error:
        _log.warning("the ledger can't be read: %s", error)
        return ()


def _write_whole(descriptor: int, line: bytes, start: int) -> None:
    """Write ``line``; on a full disk, take back what went through."""
    written = 0
    try:
        while written < len(line):
            written += os.write(descriptor, line[written:])
    except OSError:
        os.ftruncate(descriptor, start)
        raise


def _page_of(content: bytes) -> _Page:
    page = _Page()
    *lines, last = content.split(b"\n")
    for line in lines:
        page.is_damaged |= not _taken(page, line)
    page.sound = len(content) - len(last)
    if last and _taken(page, last):
        page.is_unended, page.sound = True, len(content)
    elif last and _BEGINNING.fullmatch(last) is None:
        page.is_damaged = True
    elif last:
        _log.info("the last line of the ledger was torn before its change was made; it is dropped")
    return page


def _taken(page: _Page, raw_line: bytes) -> bool:
    """Take one line into ``page``; False where it can't be read."""
    checksum, _, content = raw_line.partition(b" ")
    if checksum != _checksum(content):
        return False
    try:
        page.take(json.loads(content))
    except (KeyError, TypeError, ValueError, AttributeError):
        return False
    return True


def _line(values: dict[str, object]) -> bytes:
    content = json.dumps(values, separators=(",", ":")).encode("ascii")
    return _checksum(content) + b" " + content + b"\n"


def _record_line(number: int, change: Change) -> bytes:
    return _line(
        {
            "record": number,
            "kind": change.kind,
            "place": change.place,
            "before": change.before,
            "after": change.after,
        }
    )


def _checksum(content: bytes) -> bytes:
    return f"{crc32(content):0{CHECKSUM_DIGITS}x}".encode("ascii")


def _number(raw: object) -> int:
    if isinstance(raw, int):
        return raw
    raise TypeError(raw)


def _text(raw: object) -> str:
    if isinstance(raw, str):
        return raw
    raise TypeError(raw)


def _change(line: dict[str, object]) -> Change:
    before, after = line["before"], line["after"]
    return Change(
        kind=_text(line["kind"]),
        place=_text(line["place"]),
        before=None if before is None else _text(before),
        after=None if after is None else _text(after),
    )
