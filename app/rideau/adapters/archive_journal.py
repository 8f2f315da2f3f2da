# SPDX-License-Identifier: MIT
"""How does the journal travel? As one JSON document per line; what arrives is added to what is here, and never less.

What was withheld travels as given back, so that it is not announced a second time.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from rideau.adapters.journal_store import JournalStore
from rideau.domain.error import StorageError
from rideau.domain.text import Text

MAX_WORD = 65536
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_DAMAGE = (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError)


class Lines(NamedTuple):
    """Hold the rows of a journal, as its tables have them."""

    events: tuple[tuple[int, str, str], ...] = ()
    """Time, kind, details."""
    withheld: tuple[tuple[int, str, str, int], ...] = ()
    """Time, network, title, and when it was given back."""


class UnreadableLineError(Exception):
    """Carry the number of a line that says nothing that a journal says."""

    def __init__(self, number: int) -> None:
        """Keep ``number``, from 1."""
        super().__init__(number)
        self.number = number


def journal_text(path: Path) -> str:
    """Return the journal at ``path`` as lines of JSON, empty where there is none; nothing changes.

    Raises:
        StorageError: it can't be read.

    """
    if not path.exists():
        return ""
    try:
        store = JournalStore.open_to_read(path)
        try:
            return "".join(f"{json.dumps(each, ensure_ascii=False)}\n" for each in _documents(store.connection))
        finally:
            store.connection.close()
    except (sqlite3.Error, *_DAMAGE) as error:
        message = Text("The journal “{file}” can't be read.", file=str(path))
        raise StorageError(message, Text("Rideau sets it aside when it starts, and begins a fresh one.")) from error


def parse_journal(content: bytes) -> Lines:
    """Return what the lines say.

    Raises:
        UnreadableLineError: one says nothing that a journal says.

    """
    events, withheld = [], []
    for number, line in enumerate(content.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            raw = json.loads(line)
            if "withheld" in raw:
                withheld.append(_withheld(raw["withheld"]))
            else:
                events.append(_event(raw))
        except _DAMAGE as error:
            raise UnreadableLineError(number) from error
    return Lines(tuple(events), tuple(withheld))


def add_to_journal(path: Path, lines: Lines) -> None:
    """Add what of ``lines`` the journal at ``path`` lacks, all or nothing; a running app may be writing to it.

    Raises:
        StorageError: it could not be written.

    """
    if not lines.events and not lines.withheld:
        return
    try:
        store = JournalStore.open(path)
        try:
            _add(store.connection, lines)
        finally:
            store.connection.close()
    except (sqlite3.Error, OSError) as error:
        raise StorageError(
            Text("The journal “{file}” could not be written: {why}.", file=str(path), why=str(error))
        ) from error


def _add(connection: sqlite3.Connection, lines: Lines) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.executemany(
            "INSERT INTO event (at, kind, details) SELECT ?1, ?2, ?3"
            " WHERE NOT EXISTS (SELECT 1 FROM event WHERE at = ?1 AND kind = ?2 AND details = ?3)",
            lines.events,
        )
        connection.executemany(
            "INSERT INTO waiting (received_at, network, title, handed_over_at) SELECT ?1, ?2, ?3, ?4"
            " WHERE NOT EXISTS (SELECT 1 FROM waiting WHERE received_at = ?1 AND network = ?2 AND title = ?3)",
            lines.withheld,
        )
    except sqlite3.Error:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _documents(connection: sqlite3.Connection) -> Iterator[dict[str, object]]:
    for at, kind, details in connection.execute("SELECT at, kind, details FROM event ORDER BY at, id"):
        yield {"at": _iso(at), "kind": kind, "details": json.loads(details)}
    rows: Iterable[Any] = connection.execute(
        "SELECT received_at, network, title, handed_over_at FROM waiting ORDER BY received_at, id"
    )
    for at, network, title, handed_over_at in rows:
        back = None if handed_over_at is None else _iso(handed_over_at)
        yield {"withheld": {"at": _iso(at), "network": network, "title": title, "given_back": back}}


def _event(raw: Any) -> tuple[int, str, str]:  # noqa: ANN401 - a stranger's JSON
    details = raw["details"]
    if not all(isinstance(value, str | int) for value in details.values()):
        raise TypeError(details)
    return _number(raw["at"]), _word(raw["kind"]), _word(json.dumps(details))


def _withheld(raw: Any) -> tuple[int, str, str, int]:  # noqa: ANN401 - as above
    at = _number(raw["at"])
    back = raw["given_back"]
    return at, _word(raw["network"]), _word(raw["title"]), at if back is None else _number(back)


def _word(raw: object) -> str:
    if not isinstance(raw, str) or len(raw) > MAX_WORD:
        raise TypeError(raw)
    raw.encode()  # a lone surrogate can't be kept
    return raw


def _number(raw: str) -> int:
    instant = datetime.fromisoformat(raw)
    if instant.tzinfo is None:
        raise ValueError(raw)
    return (instant - _EPOCH) // _MICROSECOND


def _iso(number: int) -> str:
    return (_EPOCH + number * _MICROSECOND).isoformat()
