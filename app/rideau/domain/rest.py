# SPDX-License-Identifier: MIT
"""Is there rest enough until the next opening, and what opening would leave it whole? (SPEC H6).

Eleven consecutive hours in each day and 35 in each week, as the European Working Time Directive has them (2003/88/EC,
articles 3 and 5). Agreements and countries may differ, so this tells and proposes, and never refuses.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from rideau.domain.evening import end_of_day
from rideau.domain.phase import Interval
from rideau.domain.schedule import Schedule

DAILY = timedelta(hours=11)
"""Rest between two days of work: 2003/88/EC article 3; in the French labour code L3131-1."""
WEEKLY = timedelta(hours=35)
"""Rest in one piece in each week, 24 hours and 11: 2003/88/EC article 5; L3132-2."""
WEEK = timedelta(days=7)
Worked = tuple[datetime, datetime]
"""From when until when somebody worked by hand."""
_STEP = timedelta(minutes=5)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Rest(NamedTuple):
    """Hold a rest between two stretches of work, aware UTC."""

    start: datetime
    end: datetime

    @property
    def length(self) -> timedelta:
        """Return how long it is."""
        return self.end - self.start

    @property
    def is_short(self) -> bool:
        """Tell whether it is shorter than a day's rest."""
        return self.length < DAILY

    @property
    def later_opening(self) -> datetime:
        """Return the opening that would leave the rest whole, on a full five minutes."""
        return _EPOCH - (_EPOCH - self.start - DAILY) // _STEP * _STEP


def planned_rest(schedule: Schedule, now: datetime, gap: timedelta) -> Rest | None:
    """Return the rest that follows the present day of work, a break shorter than ``gap`` being none; None for none."""
    if not schedule.phase_at(now).is_open:
        return None
    closes_at, opens_at = end_of_day(schedule, now, gap)
    return Rest(closes_at, opens_at) if closes_at is not None and opens_at is not None else None


def longest_rest(schedule: Schedule, now: datetime) -> timedelta:
    """Return the longest rest that begins within the week from ``now`` on, as planned."""
    closed = (each for each in _closed(schedule.intervals(now, now + WEEK + WEEKLY)) if each.start < now + WEEK)
    return max((each.length for each in closed), default=timedelta(0))


def broken_rest(since: datetime, worked: Sequence[Worked], opening: datetime) -> Rest | None:
    """Return what is left until ``opening`` after the last of what was ``worked`` since closing, where that broke it.

    None where nobody worked, or where a whole day's rest lay before, between or after: it is one rest in each day.
    """
    begins, rests = since, list[Rest]()
    for start, end in sorted(worked):
        rests.append(Rest(begins, start))
        begins = max(begins, end)
    left = Rest(begins, opening)
    return left if rests and all(each.is_short for each in (*rests, left)) else None


def _closed(intervals: Sequence[Interval]) -> list[Rest]:
    """Return the stretches in which it is closed, whatever the reasons."""
    found: list[Rest] = []
    for each in intervals:
        if each.phase.is_open or each.start is None or each.end is None:
            continue
        if found and found[-1].end == each.start:
            found[-1] = Rest(found[-1].start, each.end)
        else:
            found.append(Rest(each.start, each.end))
    return found
