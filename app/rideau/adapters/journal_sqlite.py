# SPDX-License-Identifier: MIT
"""How is what happened kept without the caller ever waiting for the disk?

One thread owns the database and works through a queue, so a read sees everything queued before it. A damaged journal is
set aside and a fresh one goes on; where no file can be written, the journal goes on in memory for this session.
"""

import logging
import sqlite3
import threading
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from queue import SimpleQueue
from typing import NamedTuple, TypeVar

from rideau.adapters.atomic_file import set_aside
from rideau.adapters.journal_store import JournalStore
from rideau.domain.error import StorageError
from rideau.domain.text import Text
from rideau.domain.waiting import Waiting
from rideau.ports.state import ALL_KINDS, Event, EventKind

_log = logging.getLogger(__name__)

T = TypeVar("T")

_DISK_TROUBLE = frozenset(
    {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}
)
_TAKEN = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_UNREADABLE = (ValueError, TypeError, OverflowError, RecursionError)
"""What a line raises that is whole and says nothing: a time past every calendar, say."""
_FILES_BESIDE = ("-wal", "-shm")


class _Job(NamedTuple):
    work: Callable[[JournalStore], None]
    """Puts its own answer where it is waited for."""
    fail: Callable[[], None]
    """Called instead of an answer."""
    is_reading: bool


class SqliteJournal:
    """Keep the journal in SQLite; the ``Journal``. Nothing is opened or created before the first use."""

    def __init__(self, path: Path) -> None:
        """Keep it at ``path``."""
        self._path = path
        self._queue: SimpleQueue[_Job | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._starting = threading.Lock()
        self._store: JournalStore | None = None

    def record(self, event: Event) -> None:
        """Add ``event``; see the port."""
        self._write(lambda store: store.add_event(event))

    def hold(self, waiting: Waiting) -> None:
        """Add a withheld notification; see the port."""
        self._write(lambda store: store.add_waiting(waiting))

    def hand_over(self, ids: Iterable[int], at: datetime) -> None:
        """Mark these as given back; see the port."""
        kept = tuple(ids)
        self._write(lambda store: store.hand_over(kept, at))

    def events(self, since: datetime | None = None, kinds: Iterable[EventKind] = ALL_KINDS) -> tuple[Event, ...]:
        """Return the events of ``kinds`` from ``since`` on; see the port."""
        return self._read(lambda store: store.events(since, kinds))

    def waiting(self) -> tuple[Waiting, ...]:
        """Return what waits; see the port."""
        return self._read(lambda store: store.waiting())

    def handed_over(self, since: datetime) -> tuple[Waiting, ...]:
        """Return what was given back since; see the port."""
        return self._read(lambda store: store.handed_over(since))

    def close(self) -> None:
        """Write what is still on its way and close; a later use opens it again."""
        with self._starting:
            if self._thread is not None:
                self._queue.put(None)
                self._thread.join()
                self._thread = None

    def _write(self, work: Callable[[JournalStore], None]) -> None:
        self._submit(_Job(work, lambda: None, is_reading=False))

    def _read(self, query: Callable[[JournalStore], tuple[T, ...]]) -> tuple[T, ...]:
        answer: SimpleQueue[tuple[T, ...]] = SimpleQueue()
        self._submit(_Job(lambda store: answer.put(query(store)), lambda: answer.put(()), is_reading=True))
        return answer.get()

    def _submit(self, job: _Job) -> None:
        with self._starting:
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="journal", daemon=True)
                self._thread.start()
            self._queue.put(job)

    def _work(self) -> None:
        while (job := self._queue.get()) is not None:
            self._do(job)
        if self._store is not None:
            self._store.connection.close()
            self._store = None

    def _do(self, job: _Job) -> None:
        """Do ``job``, with a second try in what takes the place of a journal that fails."""
        if job.is_reading and self._store is None and not self._path.exists():
            job.fail()
            return
        for _ in range(2):
            try:
                self._store = self._store or self._opened()
                job.work(self._store)
            except sqlite3.Error as error:
                if error.sqlite_errorcode & 0xFF in _TAKEN if hasattr(error, "sqlite_errorcode") else False:
                    break
                self._replace(error)
            except (OSError, *_UNREADABLE) as error:
                _log.warning("a line of the journal could not be kept or read: %s", error)
                break
            else:
                return
        job.fail()

    def _opened(self) -> JournalStore:
        try:
            return JournalStore.open(self._path)
        except OSError as error:
            if self._path.is_dir():
                raise sqlite3.DatabaseError from error
            _log.warning("the journal can't be opened (%s); it goes on in memory until Rideau starts again", error)
            return JournalStore.in_memory()

    def _replace(self, error: sqlite3.Error) -> None:
        """Put something that works in the place of a journal that fails, and say so once."""
        failed, self._store = self._store, None
        if (
            getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF in _DISK_TROUBLE
            and not self._path.is_dir()
        ):
            _log.warning("the journal can't be written (%s); it goes on in memory until Rideau starts again", error)
            self._store = _copy_in_memory(failed)
            return
        if failed is not None:
            failed.connection.close()
        try:
            aside = set_aside(self._path)
            _move_files_beside(self._path, aside)
            _log.warning("the journal was damaged (%s); it is kept as “%s” and a fresh one begun", error, aside.name)
        except OSError as failure:
            _log.warning("the journal is damaged and can't be set aside (%s); it goes on in memory", failure)
            self._store = JournalStore.in_memory()


class JournalReader:
    """Read a journal that another process may be writing, changing nothing; for commands that only look."""

    def __init__(self, path: Path) -> None:
        """Read the journal at ``path``; where there is none, nothing happened."""
        self._path = path

    def events(self, since: datetime | None = None) -> tuple[Event, ...]:
        """Return the events from ``since`` on, oldest first.

        Raises:
            StorageError: there is a journal and it can't be read.

        """
        if not self._path.exists():
            return ()
        try:
            store = JournalStore.open_to_read(self._path)
            try:
                return store.events(since, ALL_KINDS)
            finally:
                store.connection.close()
        except (sqlite3.Error, *_UNREADABLE) as error:
            message = Text("The journal “{file}” can't be read.", file=str(self._path))
            raise StorageError(message, Text("Rideau sets it aside when it starts, and begins a fresh one.")) from error


def _copy_in_memory(failed: JournalStore | None) -> JournalStore:
    copy = JournalStore.in_memory()
    if failed is None:
        return copy
    try:
        failed.connection.backup(copy.connection)
    except sqlite3.Error:
        copy = JournalStore.in_memory()
    failed.connection.close()
    return copy


def _move_files_beside(path: Path, aside: Path) -> None:
    for end in _FILES_BESIDE:
        beside = path.with_name(path.name + end)
        if beside.exists():
            beside.rename(aside.with_name(aside.name + end))
