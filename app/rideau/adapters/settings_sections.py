# SPDX-License-Identifier: MIT
"""In which lines of a TOML text does a table stand, and which comments belong to it?"""

import re
from itertools import pairwise
from typing import NamedTuple

from rideau.adapters.settings_paths import KeyPath, UnwritableError, parse_key_path

_HEADER = re.compile(r"\s*(\[\[?)(.+?)\]\]?\s*(#.*)?")


class Section(NamedTuple):
    """Hold the lines from one ``[table]`` to the next."""

    path: KeyPath
    start: int
    """The line of the header, from 0."""
    end: int
    """The line after the last one."""


def sections_of(lines: list[str]) -> list[Section]:
    """Return where each ``[table]`` stands; lines inside a longer text may look like one too."""
    starts: list[tuple[KeyPath, int]] = []
    for number, line in enumerate(lines):
        match = _HEADER.fullmatch(line.rstrip("\r\n"))
        if match is not None:
            try:
                starts.append((parse_key_path(match[2]), number))
            except UnwritableError:
                continue
    ends = [*(start for _, start in starts[1:]), len(lines)]
    return [Section(path, start, end) for (path, start), end in zip(starts, ends, strict=False)]


def region_of(lines: list[str], sections: list[Section], path: KeyPath) -> tuple[int, int] | None:
    """Return the first line of the table that ``path`` lies in, or that it is, and the last."""
    around = [each.path for each in sections if each.path == path[: len(each.path)]]
    if not around:
        return _above_all(lines, sections, path)
    nearest = max(around, key=len)
    found = _within(nearest, sections)
    is_list = lines[found[0].start].lstrip().startswith("[[")
    if nearest != path:
        return None if is_list else (found[0].start, found[0].end)
    is_whole = all(one.end == other.start for one, other in pairwise(found))
    return (found[0].start, found[-1].end) if is_whole else None


def _above_all(lines: list[str], sections: list[Section], path: KeyPath) -> tuple[int, int] | None:
    """Return the lines before the first table, without what speaks of it; None where ``path`` has tables further on."""
    if _within(path[:1], sections):
        return None
    top = ["", *(lines[: sections[0].start] if sections else lines)]
    return 0, len(top) - 1 - (len(tail_of(top)) if sections else 0)


def end_of(lines: list[str], sections: list[Section], path: KeyPath) -> int | None:
    """Return the line after the last table in ``path``, before what speaks of the next one."""
    found = _within(path, sections) if path else []
    if not found:
        return None
    _, start, end = found[-1]
    tail = len(tail_of(lines[start:end]))
    while end - tail - 1 > start and not lines[end - tail - 1].strip():
        tail += 1
    return end - tail


def _within(path: KeyPath, sections: list[Section]) -> list[Section]:
    return [each for each in sections if each.path[: len(path)] == path]


def tail_of(section: list[str]) -> list[str]:
    """Return the comments at the end of a section that follow a blank line: they speak of what comes next."""
    end = len(section)
    while end > 1 and (not section[end - 1].strip() or section[end - 1].lstrip().startswith("#")):
        end -= 1
    tail = section[end:]
    while tail and tail[0].strip():
        tail = tail[1:]
    return tail[1:]
