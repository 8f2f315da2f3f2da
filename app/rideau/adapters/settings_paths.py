# SPDX-License-Identifier: MIT
"""Which place in a settings file's tables does a key path name, and what stands there?"""

import copy
import re
import tomllib
from collections.abc import Mapping, MutableMapping
from typing import Any

KeyPath = tuple[str, ...]
_BARE_PATH = re.compile(r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*")


class UnwritableError(Exception):
    """Say that an edit could not be written into this text."""


def parse_key_path(path: str) -> KeyPath:
    """Return the keys of ``hours.week.monday`` or ``networks."a.b".name``, by TOML's own rule.

    Raises:
        UnwritableError: it is no key path.

    """
    if _BARE_PATH.fullmatch(path):
        return tuple(path.split("."))
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


def value_at(plain: object, path: KeyPath) -> object:
    """Return what stands at ``path``; None where nothing does."""
    for key in path:
        if not isinstance(plain, Mapping) or key not in plain:
            return None
        plain = plain[key]
    return plain


def set_at(table: MutableMapping[str, Any], path: KeyPath, value: object) -> None:
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


def applied(plain: Mapping[str, Any], wanted: Mapping[KeyPath, object]) -> Mapping[str, Any]:
    """Return ``plain`` with each path set or removed; what no path leads to is shared with it."""
    for path, value in wanted.items():
        plain = _with(plain, path, value)
    return plain


def _with(table: Mapping[str, Any], path: KeyPath, value: object) -> Mapping[str, Any]:
    key, rest = path[0], path[1:]
    if value is None and key not in table:
        return table
    if rest:
        below = table.get(key, {})
        if not isinstance(below, Mapping):
            raise UnwritableError(".".join(path))
        value = _with(below, rest, value)
    return {**table, key: value} if value is not None else {each: table[each] for each in table if each != key}
