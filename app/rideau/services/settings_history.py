# SPDX-License-Identifier: MIT
"""What did a change do to a settings file, and how is that alone taken back, whoever else wrote there since?"""

import copy
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from rideau.services.settings_edits import key_path

Tables: TypeAlias = Mapping[str, object]
KeyPath: TypeAlias = tuple[str, ...]


class Difference(NamedTuple):
    """Hold what stood at one place before and after; None for nothing."""

    before: object
    after: object


Differences: TypeAlias = Mapping[KeyPath, Difference]


class Applied(NamedTuple):
    """Hold the tables with differences made, and where another hand had been, so that nothing was done."""

    tables: dict[str, object]
    left: tuple[KeyPath, ...] = ()


def differences(before: Tables, after: Tables) -> Differences:
    """Return where the tables differ, as deep as can be; a table that came or went is one difference."""
    return dict(_differences((), before, after))


def flipped(changes: Differences) -> Differences:
    """Return the way back."""
    return {path: Difference(each.after, each.before) for path, each in changes.items()}


def applied(tables: Tables, changes: Differences) -> Applied:
    """Return ``tables`` with ``changes`` made wherever what stood there before still does."""
    result = copy.deepcopy(dict(tables))
    left = tuple(place for path, each in changes.items() for place in _made(result, path, each))
    return Applied(result, left)


def edits_of(changes: Differences) -> dict[str, object]:
    """Return the edits of a settings file that make ``changes``."""
    return {key_path(*path): each.after for path, each in changes.items()}


def within(places: Collection[str], changes: Differences) -> Differences:
    """Return those of ``changes`` that lie at, above or below one of the key paths ``places``."""
    return {path: each for path, each in changes.items() if any(_meets(key_path(*path), place) for place in places)}


def together(*several: Mapping[str, object]) -> dict[str, object]:
    """Return edits that do what ``several`` do one after the other."""
    joined: dict[str, object] = {}
    for edits in several:
        for path, value in edits.items():
            joined = {key: old for key, old in joined.items() if not _is_in(key, path)} | {path: value}
    return joined


def _meets(path: str, other: str) -> bool:
    return _is_in(path, other) or _is_in(other, path)


def _is_in(path: str, other: str) -> bool:
    return path == other or path.startswith(f"{other}.")


def _differences(path: KeyPath, before: Tables, after: Tables) -> Iterator[tuple[KeyPath, Difference]]:
    for key in [*before, *(key for key in after if key not in before)]:
        old, new = before.get(key), after.get(key)
        if isinstance(old, Mapping) and isinstance(new, Mapping):
            yield from _differences((*path, key), old, new)
        elif old != new:
            yield (*path, key), Difference(old, new)


def _made(tables: dict[str, object], path: KeyPath, change: Difference) -> Iterator[KeyPath]:
    """Make one change and yield the places where another hand has been.

    A table that we made, and another hand filled further, loses what is ours.
    """
    now = _at(tables, path)
    if now == change.after:
        return
    if now == change.before:
        _put(tables, path, change.after)
    elif change.after is None and isinstance(change.before, Mapping) and isinstance(now, Mapping):
        yield from ((*path, key) for key in now if key not in change.before)
        for key, value in change.before.items():
            yield from _made(tables, (*path, key), Difference(value, None))
    else:
        yield path


def _at(tables: object, path: KeyPath) -> object:
    for key in path:
        tables = tables.get(key) if isinstance(tables, Mapping) else None
    return tables


def _put(tables: dict[str, object], path: KeyPath, value: object) -> None:
    at = tables
    for key in path[:-1]:
        below = at.setdefault(key, {})
        at = below if isinstance(below, dict) else {}
    if value is None:
        at.pop(path[-1], None)
    else:
        at[path[-1]] = copy.deepcopy(value)
