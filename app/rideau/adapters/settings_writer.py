# SPDX-License-Identifier: MIT
"""How is a TOML text changed so that everything its author wrote stays: comments, order, quoting, unknown keys?"""

import copy
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from typing import Any, TypeGuard

from rideau.adapters.migrations import is_outdated, migrate
from rideau.adapters.settings_lists import completed, matches
from rideau.adapters.settings_paths import KeyPath, UnwritableError, applied, parse_key_path, set_at, value_at
from rideau.adapters.settings_sections import end_of, region_of, sections_of, tail_of
from rideau.adapters.settings_shape import in_shape, is_of_its_own, is_on_one_line, new_tables
from rideau.adapters.settings_toml import shared_tables

_LONE_END = re.compile(r"(?<!\r)\n")


def edited(text: str, edits: Mapping[str, object]) -> str:
    """Return ``text`` with each key path of ``edits`` set to a plain TOML value, or removed by None.

    Raises:
        UnwritableError: a key path is none, leads through something that is no table, or would not read back as asked.

    """
    wanted = {parse_key_path(path): value for path, value in edits.items()}
    plain = shared_tables(text)
    wanted = {path: completed(value_at(plain, path), value) for path, value in wanted.items()}
    expected = applied(plain, wanted)
    changed = {
        path: value for path, value in wanted.items() if value != value_at(plain, path) or _is_touched(path, wanted)
    }
    if not changed:
        return text
    gone = [path for path, value in changed.items() if value is None]
    shape = _without_shells(expected, gone)
    for made in _results(text, changed):
        result = _with_the_ends_of(text, made)
        found = _plain(result) if result is not None else None
        if result is not None and found is not None and _without_shells(found, gone) == shape:
            return result
    raise UnwritableError(", ".join(".".join(path) for path in changed))


def migrated(text: str) -> str:
    """Return ``text`` brought to the current version, its comments kept; the same text where it is current."""
    if not is_outdated(shared_tables(text)):
        return text
    expected = tomllib.loads(text)
    migrate(expected)
    import tomlkit  # noqa: PLC0415 - 30 ms, wanted only when a file is written

    document = tomlkit.parse(text)
    migrate(document)
    result = tomlkit.dumps(document)
    return result if _plain(result) == expected else tomlkit.dumps(expected)


def _with_the_ends_of(text: str, result: str | None) -> str | None:
    """Return ``result`` with every line ended as those of ``text`` are, where they all end as on Windows."""
    if result is None or _LONE_END.search(text) or "\n" not in text:
        return result
    return _LONE_END.sub("\r\n", result)


def _results(text: str, changed: Mapping[KeyPath, object]) -> Iterator[str | None]:
    """Yield what the text may become, what leaves most of it alone first; the caller looks which one is right."""
    yield _in_their_regions(text, changed)
    yield _rewritten(_without_tables(text, changed), changed)
    yield _rewritten(text, changed)


def _in_their_regions(text: str, changed: Mapping[KeyPath, object]) -> str | None:
    """Return ``text`` with each change made within the table it lies in alone; None where one lies in none.

    tomlkit takes a millisecond per table that it reads, and a person may have hundreds of networks of their own.
    """
    lines = text.splitlines(keepends=True)
    sections = sections_of(lines)
    here, new = _parted(_plain(text), changed)
    wanted: dict[tuple[int, int], dict[KeyPath, object]] = {}
    for path, value in here.items():
        region = region_of(lines, sections, path)
        if region is None:
            return None
        wanted.setdefault(region, {})[path] = value
    for path, value in new.items():
        end = end_of(lines, sections, path[:-1]) or end_of(lines, sections, path[:1]) or len(lines)
        wanted.setdefault((end, end), {})[path] = value
    for (start, end), changes in sorted(wanted.items(), reverse=True):
        before = "".join(lines[start:end])
        is_new = start == end
        after = _begun(lines, start, changes) if is_new else _rewritten(_without_tables(before, changes), changes)
        if after is None:
            return None
        lines[start:end] = [after]
    return "".join(lines)


def _parted(plain: object, changed: Mapping[KeyPath, object]) -> tuple[dict[KeyPath, object], dict[KeyPath, object]]:
    """Return the changes within tables that are there, and the tables that are not there yet with all they hold."""
    here: dict[KeyPath, object] = {}
    new: dict[KeyPath, object] = {}
    for path, value in changed.items():
        missing = next(
            (path[:length] for length in range(1, len(path)) if value_at(plain, path[:length]) is None), None
        )
        if missing is None or value is None:
            is_new = value_at(plain, path) is None and is_of_its_own(path, value)
            (new if is_new else here)[path] = value
        else:
            table = (here if is_on_one_line(missing) else new).setdefault(missing, {})
            set_at(table, path[len(missing) :], value)  # type: ignore[arg-type]  # made one line above
    return here, new


def _begun(lines: list[str], at: int, tables: Mapping[KeyPath, object]) -> str:
    """Return new ``tables`` as they stand in line ``at``, parted by an empty line from what is above."""
    written = "\n".join(new_tables(path, value) for path, value in tables.items())
    above = lines[at - 1] if at else "\n"
    gap = "" if not above.strip() else "\n" if above.endswith("\n") else "\n\n"
    return f"{gap}{written}"


def _without_shells(plain: Mapping[str, Any], gone: Sequence[KeyPath]) -> Mapping[str, Any]:
    """Return ``plain`` without the empty tables around what is gone: ``[hours.leave]`` alone made ``hours`` a table."""
    if not gone:
        return plain
    result = copy.deepcopy(dict(plain))
    for path in gone:
        for length in range(len(path) - 1, 0, -1):
            if value_at(result, path[:length]) == {}:
                set_at(result, path[:length], None)
    return result


def _is_touched(path: KeyPath, wanted: Mapping[KeyPath, object]) -> bool:
    """Tell whether another edit changes what ``path`` lies in: then what stands there now says nothing."""
    return any(path[:length] in wanted for length in range(1, len(path)))


def _plain(text: str) -> Mapping[str, Any] | None:
    try:
        return shared_tables(text)
    except ValueError:
        return None


def _is_toml(text: str) -> bool:
    try:
        tomllib.loads(text)
    except ValueError:
        return False
    return True


def _rewritten(text: str, changed: Mapping[KeyPath, object]) -> str | None:
    """Return ``text`` with the changes made through tomlkit, or None where tomlkit can't."""
    import tomlkit  # noqa: PLC0415 - 30 ms, wanted only when a file is written
    from tomlkit.exceptions import TOMLKitError  # noqa: PLC0415 - as above

    try:
        document = tomlkit.parse(text)
        for path, value in changed.items():
            present = value_at(document, path)
            if not _edited_inside(present, value):
                set_at(document, path, in_shape(path, value))
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
            if key not in present or (_differs(present[key], item) and not _edited_inside(present[key], item)):
                present[key] = copy.deepcopy(item)
        return True
    return False


def _differs(present: object, wanted: object) -> bool:
    """Tell whether they differ: tomlkit's date is equal to any moment of its day, a plain one is not."""
    unwrap = getattr(present, "unwrap", None)
    return bool((unwrap() if unwrap else present) != wanted)


def _list_edited(present: list[Any], value: list[Any]) -> bool:
    if not present or not value:
        return False
    places = matches(present, value)
    for index in reversed(range(len(present))):
        if index not in places:
            del present[index]
    for index, item in enumerate(value):
        if places[index] is None:
            present.insert(index, _fitting(present, item))
        elif _differs(present[index], item) and not _edited_inside(present[index], item):
            present[index] = copy.deepcopy(item)
    return True


def _fitting(present: list[Any], item: object) -> object:
    """Return ``item`` as the list takes it up: a list of tables with headers takes no table in braces."""
    import tomlkit  # noqa: PLC0415 - it is loaded by now

    copied = copy.deepcopy(item)
    return tomlkit.item(copied) if isinstance(present, tomlkit.items.AoT) else copied


def _without_tables(text: str, changed: Mapping[KeyPath, object]) -> str:
    """Return ``text`` without the tables that are to go, but with the comments that stand before the next table."""
    plain = _plain(text)
    if plain is None:
        return text  # a piece that begins or ends within a longer text
    gone = {path: _gone_places(value_at(plain, path), value) for path, value in changed.items()}
    lines = text.splitlines(keepends=True)
    sections = sections_of(lines)
    result = lines[: sections[0][1]] if sections else lines
    seen: dict[KeyPath, int] = {}
    for path, start, end in sections:
        section = lines[start:end]
        if section[0].lstrip().startswith("[["):
            seen[path] = seen.get(path, 0) + 1
        is_gone = any(path[: len(top)] == top and is_out(seen.get(top, 0) - 1) for top, is_out in gone.items())
        result += tail_of(section) if is_gone else section
    if result and result[-1:] == ["\n"] and lines[-1:] != ["\n"]:
        result.pop()
    joined = "".join(result)
    return joined if _is_toml(joined) else text


def _gone_places(present: object, value: object) -> Callable[[int], bool]:
    """Return what tells whether the table of that place in a list, -1 for one in none, is to go."""
    if value is None or (value == [] and isinstance(present, list)):
        return lambda _: True
    if not (_is_tables(present) and _is_tables(value)):
        return lambda _: False
    kept = set(matches(present, value))
    return lambda place: place >= 0 and place not in kept


def _is_tables(value: object) -> TypeGuard[list[Any]]:
    return isinstance(value, list) and all(isinstance(item, Mapping) for item in value)
