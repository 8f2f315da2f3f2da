# SPDX-License-Identifier: MIT
"""Which ranges of a day does a typed text mean, and what is wrong with one that means none? The one rule for it."""

import re
from collections.abc import Iterable
from itertools import pairwise

from rideau.domain.settings import MINUTES_PER_DAY, ClockRange
from rideau.domain.text import Text

MAX_SHOWN = 60
_RANGE = re.compile(r"([0-9]{1,2}):([0-9]{2}) ?[-\u2013] ?([0-9]{1,2}):([0-9]{2})")
_CLOCK_BEGUN = r"[0-9]{0,2}(?::[0-9]{0,2})?"
_BEGUN = rf"{_CLOCK_BEGUN}|[0-9]{{1,2}}:[0-9]{{2}} ?(?:[-\u2013] ?{_CLOCK_BEGUN})?"
_MINUTES_PER_HOUR = 60


def visible(text: str, limit: int = MAX_SHOWN) -> str:
    r"""Return ``text`` cut to ``limit`` characters, with what does not print written out (``\x07``)."""
    cut = text if len(text) <= limit else text[: limit - 1] + "…"
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode("ascii") for letter in cut
    )


def parse_range(text: str) -> ClockRange | Text:
    """Return the range of wall-clock time that ``09:00-12:30`` means, or what is wrong with it."""
    found = f"“{visible(text)}”"
    match = _RANGE.fullmatch(text.strip())
    if match is None:
        return Text("{found} is not a time range. Write it as 09:00-12:30.", found=found)
    start, end = _minutes(match[1], match[2]), _minutes(match[3], match[4])
    if start is None or end is None or start == MINUTES_PER_DAY:
        said = f"{match[1]}:{match[2]}" if start is None or start == MINUTES_PER_DAY else f"{match[3]}:{match[4]}"
        return (
            Text("{time} in {found} is no time. A day goes from 00:00 to 24:00.", time=said, found=found)
            if said != "24:00"
            else Text("{found} starts at 24:00, which is only an end. Write 00:00 on the next day.", found=found)
        )
    if start == end:
        return Text("{found} ends when it starts. For a day off, write [].", found=found)
    return ClockRange(start, end if end > start else end + MINUTES_PER_DAY)


def overlap(earlier: ClockRange, later: ClockRange) -> Text | None:
    """Return what is wrong with two ranges of one day, the earlier first, which may touch and must not overlap."""
    if later.start >= earlier.end:
        return None
    return Text("“{range}” overlaps “{other}” on the same day.", range=str(later), other=str(earlier))


def parse_ranges(text: str) -> tuple[ClockRange, ...] | Text:
    """Return the ranges of one day, sorted, that ``09:00-12:30, 14:00-18:00`` means, or what is wrong first."""
    pieces = [piece for piece in re.split(r"[,;]", text) if piece.strip()]
    if not pieces:
        return Text("No hours stand here yet. Write them as 10:00-16:00.")
    found: list[ClockRange] = []
    for piece in pieces:
        parsed = parse_range(piece.strip())
        if isinstance(parsed, Text):
            return parsed
        found.append(parsed)
    found.sort()
    problems = (overlap(earlier, later) for earlier, later in pairwise(found))
    return next((each for each in problems if each), tuple(found))


def typed(ranges: Iterable[ClockRange]) -> str:
    """Return ``ranges`` as a person types them: ``09:00-12:30, 14:00-18:00``."""
    return ", ".join(str(each) for each in ranges)


def is_unfinished(text: str) -> bool:
    """Tell whether the last range of ``text`` may only be typed half: no time yet to say what is wrong."""
    *whole, last = re.split(r"[,;]", text)
    are_fine = all(isinstance(parse_range(piece.strip()), ClockRange) for piece in whole)
    return are_fine and re.fullmatch(_BEGUN, last.strip()) is not None


def _minutes(raw_hours: str, raw_minutes: str) -> int | None:
    hours, minutes = int(raw_hours), int(raw_minutes)
    total = hours * _MINUTES_PER_HOUR + minutes
    return total if minutes < _MINUTES_PER_HOUR and total <= MINUTES_PER_DAY else None
