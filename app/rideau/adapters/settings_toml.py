# SPDX-License-Identifier: MIT
"""What does a TOML file hold, or at which line and column does it stop holding?"""

import re
import tomllib
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from rideau.adapters.atomic_file import MAX_BYTES, NotARegularFileError, TooBigError, read_limited
from rideau.domain.clock_text import visible
from rideau.domain.text import Text
from rideau.ports.settings_store import SettingsProblem

Tables = TypeVar("Tables")

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_KEY_OF_MANY_PARTS = re.compile(r"(?<![\w\"'.-])(?:[\w\"'-]+[ \t]*\.[ \t]*){127}")
"""No setting lies 128 tables deep; tomllib takes minutes over a key of 100,000 parts (quadratic as of Python 3.14)."""


class TomlError(Exception):
    """Carry the one problem that keeps a file from being read at all."""

    def __init__(self, problem: SettingsProblem) -> None:
        """Keep ``problem``."""
        super().__init__(str(problem.message))
        self.problem = problem


def read_text(file: Path, limit: int = MAX_BYTES) -> str | None:
    """Return the text of ``file``, of ``limit`` bytes at most; None where there is no file.

    Raises:
        TomlError: it is there and can't be read.

    """
    try:
        content = read_limited(file, limit)
    except FileNotFoundError as error:
        if not file.is_symlink():
            return None
        raise _error(file, "", Text("It is a link to a file that is not there.")) from error
    except (OSError, ValueError) as error:
        raise _error(file, "", _why_unreadable(error, limit)) from error
    return decoded(file, content)


def decoded(file: Path, content: bytes) -> str:
    """Return ``content`` as text; ``file`` is only named.

    Raises:
        TomlError: it is not UTF-8.

    """
    try:
        return content.decode("utf-8-sig")  # editors on Windows put a mark before the text
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = Text("A byte here ({byte}) is not UTF-8 text.", byte=f"0x{content[error.start]:02x}")
        raise _error(file, f"line {line}", message) from error


def parse_toml(file: Path, text: str) -> dict[str, object]:
    """Return what ``text`` holds; ``file`` is only named.

    Raises:
        TomlError: it is no TOML.

    """
    return _parsed(file, text, tomllib.loads)


def parse_shared(file: Path, text: str) -> Mapping[str, Any]:
    """As ``parse_toml``; the tables are everybody's and not to be changed.

    Raises:
        TomlError: it is no TOML.

    """
    return _parsed(file, text, shared_tables)


@lru_cache(maxsize=2)
def shared_tables(text: str) -> Mapping[str, Any]:
    """Return what ``text`` holds, not to be changed: a file is looked at many times around one change of it."""
    return tomllib.loads(text)


def _parsed(file: Path, text: str, loads: Callable[[str], Tables]) -> Tables:
    long_key = _long_key_in(text)
    if long_key is not None:
        raise _error(file, _place_of(text, long_key), Text("This key has far too many parts."))
    try:
        return loads(text)
    except RecursionError as error:
        raise _error(file, "", Text("Its lists and tables lie too deep in each other.")) from error
    except ValueError as error:  # TOMLDecodeError is one; int() refuses numbers of thousands of digits with another
        raise _syntax_error(file, text, error) from error


@lru_cache(maxsize=2)
def _long_key_in(text: str) -> int | None:
    found = _KEY_OF_MANY_PARTS.search(text)
    return None if found is None else found.start()


def _syntax_error(file: Path, text: str, error: ValueError) -> TomlError:
    said = str(error)
    match = _PLACE.search(said)
    if match is None:
        return _error(file, "", Text("A number in it is longer than any setting needs."))
    said = said[: match.start()]
    if match[1] is None:
        return _error(file, _place_of(text, len(text)), Text("The file ends too early: {what}.", what=said))
    lines = text.split("\n")
    found = lines[int(match[1]) - 1].strip() if int(match[1]) <= len(lines) else ""
    message = Text("“{found}” is not how TOML is written: {what}.", found=visible(found), what=said)
    return _error(file, f"line {match[1]}, column {match[2]}", message)


def _place_of(text: str, offset: int) -> str:
    line = text.count("\n", 0, offset) + 1
    column = offset - text.rfind("\n", 0, offset)
    return f"line {line}, column {column}"


def _why_unreadable(error: OSError | ValueError, limit: int) -> Text:
    if isinstance(error, NotARegularFileError):
        return Text("This is not a file. Rename what is there, and Rideau starts a new one.")
    if isinstance(error, TooBigError):
        return Text("It is bigger than {count} MB, which no settings need.", count=limit // 1024 // 1024)
    if isinstance(error, PermissionError):
        return Text("Reading it is not allowed. Check who may read it.")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return Text("It can't be read; the system says “{reason}”.", reason=reason)


def _error(file: Path, place: str, message: Text) -> TomlError:
    return TomlError(SettingsProblem(str(file), place, message))
