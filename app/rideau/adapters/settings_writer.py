# SPDX-License-Identifier: MIT
"""How is a TOML text changed so that everything its author wrote stays: comments, order, quoting, unknown keys?"""

import copy
import re
import tomllib
from collections.abc import Iterable, Mapping, MutableMapping
from typing import Any

from rideau.adapters.migrations import is_outdated, migrate

KeyPath = tuple[str, ...]
_HEADER = re.compile(r"\s*(\[\[?)(.+?)\]\]?\s*(#.*)?")


class UnwritableError(Exception):
    """Say that an edit could not be written into this text."""


def edited(text: str, edits: Mapping[str, object]) -> str:
    """Return ``text`` with each key path of ``edits`` set to a plain TOML value, or removed by None.

    Raises:
        UnwritableError: a key path is none, leads through something that is no table, or would not read back as asked.

    """
    wanted = {parse_key_path(path): value for path, value in edits.items()}
    plain = tomllib.loads(text)
    expected = _applied(plain, wanted)
    changed = {path: value for path, value in wanted.items() if value != _at(plain, path) or _is_touched(path, wanted)}
    if not changed:
        return text
    gone = [path for path, value in changed.items() if value is None]
    for candidate in (_without_tables(text, changed), text):
        result = _rewritten(candidate, changed)
        found = _plain(result) if result is not None else None
        if result is not None and found is not None and _without_shells(found, gone) == _without_shells(expected, gone):
            return result
    raise UnwritableError(", ".join(".".join(path) for path in changed))


def migrated(text: str) -> str:
    """Return ``text`` brought to the current version, its comments kept; the same text where it is current."""
    expected = tomllib.loads(text)
    if not is_outdated(expected):
        return text
    migrate(expected)
    import tomlkit  # noqa: PLC0415 - 30 ms, wanted only when a file is written

    document = tomlkit.parse(text)
    migrate(document)
    result = tomlkit.dumps(document)
    return result if _plain(result) == expected else tomlkit.dumps(expected)


def parse_key_path(path: str) -> KeyPath:
    """Return the keys of ``hours.week.monday`` or ``networks."a.b".name``, by TOML's own rule.

    Raises:
        UnwritableError: it is no key path.

    """
    try:
        at: object = tomllib.loads(f"{path}=0" if "\n" not in path else "")
    except (ValueError, RecursionError) as error:
        raise UnwritableError(path) from error
    keys: list[str] = []
    while isinstance(at, dict) and len(at) == 1:
        key, at = next(iter(at.items()))
        keys.append(key)
    if at != 0:
        raise UnwritableError(path)
    return tuple(keys)


def _applied(plain: dict[str, Any], wanted: Mapping[KeyPath, object]) -> dict[str, Any]:
    result = copy.deepcopy(plain)
    for path, value in wanted.items():
        _set(result, path, value)
    return result


def _without_shells(plain: dict[str, Any], gone: Iterable[KeyPath]) -> dict[str, Any]:
    """Return ``plain`` without the empty tables around what is gone: ``[hours.leave]`` alone made ``hours`` a table."""
    result = copy.deepcopy(plain)
    for path in gone:
        for length in range(len(path) - 1, 0, -1):
            if _at(result, path[:length]) == {}:
                _set(result, path[:length], None)
    return result


def _is_touched(path: KeyPath, wanted: Mapping[KeyPath, object]) -> bool:
    """Tell whether another edit changes what ``path`` lies in: then what stands there now says nothing."""
    return any(path[:length] in wanted for length in range(1, len(path)))


def _set(table: MutableMapping[str, Any], path: KeyPath, value: object) -> None:
    """Set or remove ``path`` in a plain table or a tomlkit one; a missing table on the way is made."""
    for key in path[:-1]:
        if key not in table:
            if value is None:
                return
            table[key] = {}
        table = table[key]
        if not isinstance(table, MutableMapping):
            raise UnwritableError(".".join(path))
    if value is None:
        table.pop(path[-1], None)
    else:
        table[path[-1]] = copy.deepcopy(value)


def _at(plain: object, path: KeyPath) -> object:
    for key in path:
        if not isinstance(plain, Mapping) or key not in plain:
            return None
        plain = plain[key]
    return plain


def _plain(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except ValueError:
        return None


def _rewritten(text: str, changed: Mapping[KeyPath, object]) -> str | None:
    """Return ``text`` with the changes made through tomlkit, or None where tomlkit can't."""
    import tomlkit  # noqa: PLC0415 - 30 ms, wanted only when a file is written
    from tomlkit.exceptions import TOMLKitError  # noqa: PLC0415 - as above

    try:
        document = tomlkit.parse(text)
        for path, value in changed.items():
            present = _at(document, path)
            if not _edited_inside(present, value):
                _set(document, path, value)
        return tomlkit.dumps(document)
    except (TOMLKitError, ValueError, KeyError, IndexError, AttributeError):
        return None  # tomlkit 0.13 stumbles over some rare shapes (out-of-order tables); the caller tries otherwise


def _edited_inside(present: object, value: object) -> bool:
    """Change a list or table item by item, so that the comments between its items stay; False where that can't be."""
    if isinstance(present, list) and isinstance(value, list):
        return _list_edited(present, value)
    if isinstance(present, MutableMapping) and isinstance(value, Mapping):
        for key in [key for key in present if key not in value]:
            del present[key]
        for key, item in value.items():
            if key not in present or (present[key] != item and not _edited_inside(present[key], item)):
                present[key] = copy.deepcopy(item)
        return True
    return False


def _list_edited(present: list[Any], value: list[Any]) -> bool:
    if not present or not value:
        return False
    while len(present) > len(value):
        present.pop()
    for index, item in enumerate(value):
        if index >= len(present):
            present.append(copy.deepcopy(item))
        elif present[index] != item and not _edited_inside(present[index], item):
            present[index] = copy.deepcopy(item)
    return True


def _without_tables(text: str, changed: Mapping[KeyPath, object]) -> str:
    """Return ``text`` without the tables that are to go, but with the comments that stand before the next table."""
    plain = tomllib.loads(text)
    gone = {path: 0 for path, value in changed.items() if value is None}
    for path, value in changed.items():
        if value == [] or (isinstance(value, list) and _is_tables(value)):
            present = _at(plain, path)
            if isinstance(present, list) and _is_tables(present) and len(value) < len(present):
                gone[path] = len(value)
    lines = text.splitlines(keepends=True)
    sections = _sections(lines)
    result = lines[: sections[0][1]] if sections else lines
    seen: dict[KeyPath, int] = {}
    for path, start, end in sections:
        section = lines[start:end]
        if section[0].lstrip().startswith("[["):
            seen[path] = seen.get(path, 0) + 1
        is_gone = any(path[: len(top)] == top and (kept == 0 or seen.get(top, 0) > kept) for top, kept in gone.items())
        result += _tail(section) if is_gone else section
    joined = "".join(result)
    return joined if _plain(joined) is not None else text


def _is_tables(value: list[Any]) -> bool:
    return all(isinstance(item, Mapping) for item in value)


def _sections(lines: list[str]) -> list[tuple[KeyPath, int, int]]:
    """Return the path, first and end line of each ``[table]``; lines inside a longer text may look like one too."""
    starts: list[tuple[KeyPath, int]] = []
    for number, line in enumerate(lines):
        match = _HEADER.fullmatch(line.rstrip("\r\n"))
        if match is not None:
            try:
                starts.append((parse_key_path(match[2]), number))
            except UnwritableError:
                continue
    ends = [*(start for _, start in starts[1:]), len(lines)]
    return [(path, start, end) for (path, start), end in zip(starts, ends, strict=False)]


def _tail(section: list[str]) -> list[str]:
    """Return the comments at the end of a section that follow a blank line: they speak of what comes next."""
    end = len(section)
    while end > 1 and (not section[end - 1].strip() or section[end - 1].lstrip().startswith("#")):
        end -= 1
    tail = section[end:]
    while tail and tail[0].strip():
        tail = tail[1:]
    return tail[1:]
