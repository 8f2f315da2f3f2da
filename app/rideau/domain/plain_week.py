# SPDX-License-Identifier: MIT
"""Which week do most people have? The same hours on some days and none on the others, as one sentence could say it."""

from collections.abc import Iterable
from typing import NamedTuple

from rideau.domain.settings import MINUTES_PER_DAY, WEEKDAYS, ClockRange, Hours, Week

ALL_DAY = (ClockRange(0, MINUTES_PER_DAY),)


class PlainWeek(NamedTuple):
    """Hold the days of work (0 is Monday) and the hours that each of them has."""

    days: frozenset[int]
    ranges: tuple[ClockRange, ...]

    def week(self) -> Week:
        """Return it as settings hold it."""
        return Week(tuple(self.ranges if day in self.days else () for day in range(len(WEEKDAYS))))


def plain_week(hours: Hours) -> PlainWeek | None:
    """Return ``hours`` where they are the same on every day of work; None where they differ, or weeks take turns."""
    worked = [(day, ranges) for day, ranges in enumerate(hours.week.days) if ranges]
    if hours.rotation is not None or len({ranges for _, ranges in worked}) != 1:
        return None
    return PlainWeek(frozenset(day for day, _ in worked), worked[0][1])


def range_between(start: int, end: int) -> ClockRange:
    """Return the range from ``start`` to ``end``, minutes since midnight; an end that is not later is on the next day.

    The same time twice is the whole day round.
    """
    return ClockRange(start, end if end > start else end + MINUTES_PER_DAY)


def in_order(ranges: Iterable[ClockRange]) -> tuple[ClockRange, ...] | None:
    """Return ``ranges`` sorted; None where two of them overlap, or the last runs into the first of the next day."""
    found = tuple(sorted(ranges))
    for one, after in zip(found, (*found[1:], _a_day_later(found[0])), strict=True):
        if one.end > after.start:
            return None
    return found


def _a_day_later(hours: ClockRange) -> ClockRange:
    return ClockRange(hours.start + MINUTES_PER_DAY, hours.end + MINUTES_PER_DAY)
