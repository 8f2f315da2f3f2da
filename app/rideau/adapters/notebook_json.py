# SPDX-License-Identifier: MIT
"""How is the notebook written as JSON, and read without trusting it? It also comes out of archives, a stranger's."""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Final, TypeVar

from rideau.adapters.atomic_file import MAX_BYTES
from rideau.domain.notebook import LONGEST, MOST, Buddy, CheckIn, Notes, Task, Thought, Win

Value = TypeVar("Value")

VERSION: Final = 1
_YEARS: Final = range(1970, 2201)
_ANSWERS: Final = range(1, 6)


class UnreadableNotesError(ValueError):
    """Say that this is no notebook of Rideau's."""


def notes_to_json(notes: Notes) -> bytes:
    """Return ``notes`` as they are kept.

    Raises:
        UnreadableNotesError: they hold more, or something else, than would be read back.

    """
    raw = {
        "version": VERSION,
        "tasks": [task._asdict() for task in notes.tasks],
        "tonight": list(notes.tonight),
        "thoughts": [{"text": each.text, "parked_at": each.parked_at.isoformat()} for each in notes.thoughts],
        "wins": [{"text": each.text, "on": each.on.isoformat()} for each in notes.wins],
        "check_ins": [{**each._asdict(), "on": each.on.isoformat()} for each in notes.check_ins],
        "buddy": notes.buddy._asdict(),
    }
    _notes(raw)
    content = json.dumps(raw, indent=1).encode("ascii")
    if len(content) > MAX_BYTES:
        raise UnreadableNotesError
    return content


def notes_from_json(content: bytes) -> Notes:
    """Return what ``content`` holds; what a newer Rideau may have added to it is left out.

    Raises:
        UnreadableNotesError: it is no notebook, of a version to come, or too much.

    """
    try:
        return _notes(json.loads(content))
    except (ValueError, RecursionError) as error:
        raise UnreadableNotesError from error


def _notes(raw: object) -> Notes:
    fields = _table(raw)
    if type(fields.get("version")) is not int or fields["version"] != VERSION:
        raise UnreadableNotesError
    return Notes(
        tasks=_all(fields, "tasks", _task),
        tonight=_all(fields, "tonight", _text),
        thoughts=_all(fields, "thoughts", _thought),
        wins=_all(fields, "wins", _win),
        check_ins=_all(fields, "check_ins", _check_in),
        buddy=_buddy(fields.get("buddy", {})),
    )


def _all(fields: Mapping[str, object], name: str, read: Callable[[object], Value]) -> tuple[Value, ...]:
    found = fields.get(name, [])
    if not isinstance(found, list) or len(found) > MOST:
        raise UnreadableNotesError
    return tuple(read(each) for each in found)


def _task(raw: object) -> Task:
    fields = _table(raw)
    is_done = fields.get("is_done", False)
    if not isinstance(is_done, bool):
        raise UnreadableNotesError
    where, when, first_move = (_text(fields.get(name, "")) for name in ("where", "when", "first_move"))
    return Task(_text(fields.get("what")), where, when, first_move, is_done)


def _thought(raw: object) -> Thought:
    fields = _table(raw)
    parked_at = datetime.fromisoformat(_text(fields.get("parked_at")))
    if parked_at.tzinfo is None or parked_at.year not in _YEARS:
        raise UnreadableNotesError
    return Thought(_text(fields.get("text")), parked_at.astimezone(UTC))


def _win(raw: object) -> Win:
    fields = _table(raw)
    return Win(_text(fields.get("text")), _day(fields.get("on")))


def _check_in(raw: object) -> CheckIn:
    fields = _table(raw)
    answers = (_answer(fields.get(name)) for name in ("energy", "distance", "efficacy"))
    return CheckIn(_day(fields.get("on")), *answers)


def _buddy(raw: object) -> Buddy:
    fields = _table(raw)
    return Buddy(_text(fields.get("name", "")), _text(fields.get("mail", "")))


def _answer(raw: object) -> int | None:
    if raw is not None and (type(raw) is not int or raw not in _ANSWERS):
        raise UnreadableNotesError
    return raw


def _day(raw: object) -> date:
    found = date.fromisoformat(_text(raw))
    if found.year not in _YEARS:
        raise UnreadableNotesError
    return found


def _table(raw: object) -> Mapping[str, object]:
    if not isinstance(raw, dict):
        raise UnreadableNotesError
    return raw


def _text(raw: object) -> str:
    """Return what may be shown as it is: of a bounded length, and no half of a character, which no file can keep."""
    if (
        not isinstance(raw, str)
        or len(raw) > LONGEST
        or "\0" in raw
        or any("\ud800" <= each <= "\udfff" for each in raw)
    ):
        raise UnreadableNotesError
    return raw
