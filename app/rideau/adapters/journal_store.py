# SPDX-License-Identifier: MIT
"""How does the journal lie in SQLite? Tables, statements and times; on one thread."""

import json
import os
import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rideau.adapters.atomic_file import PRIVATE_FILE, make_private_folder
from rideau.domain.waiting import Waiting
from rideau.ports.state import Event, EventKind

SCHEMA_VERSION = 1
BUSY_SECONDS = 5
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

_SCHEMA = f"""
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS event (
    id INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind TEXT NOT NULL, details TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS event_at ON event (at);
CREATE TABLE IF NOT EXISTS waiting (
    id INTEGER PRIMARY KEY, received_at INTEGER NOT NULL, network TEXT NOT NULL, title TEXT NOT NULL,
    handed_over_at INTEGER
);
CREATE INDEX IF NOT EXISTS waiting_handed_over_at ON waiting (handed_over_at);
PRAGMA user_version = {SCHEMA_VERSION};
COMMIT;
"""
"""Times are microseconds since 1970 in UTC."""


class UnknownSchemaError(sqlite3.DatabaseError):
    """Say that a newer Rideau wrote this journal."""


class JournalStore:
    """Read and write one journal database."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Use ``connection``, made and used on one thread."""
        self.connection = connection

    @classmethod
    def open(cls, path: Path) -> "JournalStore":
        """Open the journal at ``path`` for reading and writing; create it where there is none.

        Raises:
            OSError, sqlite3.Error: it could not be opened, or is damaged.

        """
        make_private_folder(path.parent)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE_FILE))
        store = cls(sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None))
        try:
            store.connection.execute("PRAGMA journal_mode = WAL")
            store.connection.execute("PRAGMA synchronous = NORMAL")
            store.prepare()
            if store.connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise sqlite3.DatabaseError
        except sqlite3.Error:
            store.connection.close()
            raise
        return store

    @classmethod
    def open_to_read(cls, path: Path) -> "JournalStore":
        """Open the journal at ``path``, which must exist, without changing anything.

        Raises:
            sqlite3.Error: it could not be opened, or is damaged.

        """
        uri = f"{path.absolute().as_uri()}?mode=ro"
        return cls(sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None))

    @classmethod
    def in_memory(cls) -> "JournalStore":
        """Return an empty journal that lasts as long as the process."""
        store = cls(sqlite3.connect(":memory:", isolation_level=None))
        store.prepare()
        return store

    def prepare(self) -> None:
        """Bring the tables to the current version.

        Raises:
            UnknownSchemaError: they are of a newer one.

        """
        (version,) = self.connection.execute("PRAGMA user_version").fetchone()
        if version > SCHEMA_VERSION:
            raise UnknownSchemaError(version)
        if version < SCHEMA_VERSION:
            self.connection.executescript(_SCHEMA)

    def add_event(self, event: Event) -> None:
        """Add ``event``."""
        row = (_number(event.at), event.kind.value, json.dumps(dict(event.details)))
        self.connection.execute("INSERT INTO event (at, kind, details) VALUES (?, ?, ?)", row)

    def add_waiting(self, waiting: Waiting) -> None:
        """Add a withheld notification."""
        row = (_number(waiting.received_at), _storable(waiting.network), _storable(waiting.title))
        self.connection.execute("INSERT INTO waiting (received_at, network, title) VALUES (?, ?, ?)", row)

    def events(self, since: datetime | None, kinds: Iterable[EventKind]) -> tuple[Event, ...]:
        """Return the events of ``kinds`` from ``since`` on, oldest first; those of a newer Rideau are left out."""
        start = _number(since) if since is not None else -(2**63)
        wanted = [each.value for each in kinds]
        marks = ",".join("?" * len(wanted))
        query = f"SELECT at, kind, details FROM event WHERE at >= ? AND kind IN ({marks}) ORDER BY at, id"  # noqa: S608 - question marks alone
        rows = self.connection.execute(query, (start, *wanted))
        return tuple(Event(_instant(at), EventKind(kind), json.loads(details)) for at, kind, details in rows)

    def waiting(self) -> tuple[Waiting, ...]:
        """Return what waits, oldest first."""
        return self._waiting("handed_over_at IS NULL", ())

    def handed_over(self, since: datetime) -> tuple[Waiting, ...]:
        """Return what was given back at or after ``since``, oldest first."""
        return self._waiting("handed_over_at >= ?", (_number(since),))

    def hand_over(self, ids: Iterable[int], at: datetime) -> None:
        """Mark ``ids`` as given back at ``at``, where they were not before."""
        statement = "UPDATE waiting SET handed_over_at = ? WHERE id = ? AND handed_over_at IS NULL"
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            self.connection.executemany(statement, [(_number(at), each) for each in ids])
        finally:
            self.connection.execute("COMMIT")

    def _waiting(self, condition: str, values: tuple[int, ...]) -> tuple[Waiting, ...]:
        query = f"SELECT network, title, received_at, id FROM waiting WHERE {condition} ORDER BY received_at, id"  # noqa: S608 - conditions are the two literals above
        rows = self.connection.execute(query, values)
        return tuple(Waiting(network, title, _instant(at), number) for network, title, at, number in rows)


def _number(instant: datetime) -> int:
    return (instant - _EPOCH) // _MICROSECOND


def _instant(number: int) -> datetime:
    return _EPOCH + number * _MICROSECOND


def _storable(text: str) -> str:
    """Return ``text`` as UTF-8 can hold it: a lone surrogate becomes a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")
