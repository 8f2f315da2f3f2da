# SPDX-License-Identifier: MIT
"""In which shape is what is new written into a settings file? What belongs together on one line, the rest as tables."""

from collections.abc import Iterator, Mapping
from typing import Any

from rideau.adapters.settings_paths import KeyPath
from rideau.services.settings_edits import key_path

_ANY = "*"
_ON_ONE_LINE: tuple[KeyPath, ...] = (
    ("policy", _ANY),
    ("audit", _ANY, _ANY),
    ("networks", _ANY, "apps"),
    ("networks", _ANY, "accounts"),
)
_AS_TABLES: KeyPath = ("policy", "network")


def in_shape(path: KeyPath, value: object) -> object:
    """Return ``value`` as tomlkit is to write it in a table that is there."""
    if not is_on_one_line(path) or not isinstance(value, list | Mapping):
        return value
    import tomlkit  # noqa: PLC0415 - 30 ms, wanted only when a file is written

    return tomlkit.value(_written(value))


def is_on_one_line(path: KeyPath) -> bool:
    """Tell whether what stands at ``path``, a table or a list of them, is written in braces."""
    return path != _AS_TABLES and any(
        len(path) == len(shape) and all(wanted in {_ANY, key} for wanted, key in zip(shape, path, strict=True))
        for shape in _ON_ONE_LINE
    )


def is_of_its_own(path: KeyPath, value: object) -> bool:
    """Tell whether ``value`` is written under a header of its own, or several, rather than behind a key."""
    is_table = isinstance(value, Mapping)
    is_tables = isinstance(value, list) and bool(value) and all(isinstance(item, Mapping) for item in value)
    return (is_table or is_tables) and not is_on_one_line(path)


def new_tables(path: KeyPath, value: object) -> str:
    """Return a table that is not there yet, or a list of them, as text, with the tables in it below."""
    return "\n".join(_tables(path, value))


def _tables(path: KeyPath, value: object) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield f"[[{key_path(*path)}]]\n{_lines(item)}"
    elif isinstance(value, Mapping):
        below = {key: each for key, each in value.items() if is_of_its_own((*path, key), each)}
        here = {key: each for key, each in value.items() if key not in below}
        if here or not below:
            yield f"[{key_path(*path)}]\n{_lines(here)}"
        for key, each in below.items():
            yield from _tables((*path, key), each)


def _lines(table: Mapping[str, Any]) -> str:
    return "".join(f"{key_path(key)} = {_written(value)}\n" for key, value in table.items())


def _written(value: Any) -> str:  # noqa: ANN401 - whatever TOML holds
    if isinstance(value, Mapping):
        inner = ", ".join(f"{key_path(key)} = {_written(each)}" for key, each in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, list):
        return f"[{', '.join(_written(each) for each in value)}]"
    import tomlkit  # noqa: PLC0415 - 30 ms, wanted only when a file is written

    return str(tomlkit.item(value).as_string())
