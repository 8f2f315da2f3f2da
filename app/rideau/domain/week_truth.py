# SPDX-License-Identifier: MIT
"""What do these opening hours come to? Hours of work, rest between days and over the week, and evenings that are free.

The rests are those of the European Working Time Directive (2003/88/EC): 11 consecutive hours in each day (article 3)
and 24 hours and those 11 in each week (article 5); in the French labour code L3131-1 and L3132-2. Agreements and other
countries may differ, so this tells and never refuses.
"""

from datetime import timedelta
from itertools import pairwise
from typing import NamedTuple

from rideau.domain.rest import DAILY, WEEKLY
from rideau.domain.settings import MINUTES_PER_DAY
from rideau.domain.week_edit import DAYS, Weeks
from rideau.domain.week_layout import gaps_of, stretches_of, turn_of

DAILY_REST = DAILY // timedelta(minutes=1)
"""Minutes of rest between two days of work: 2003/88/EC article 3; L3131-1."""
WEEKLY_REST = WEEKLY // timedelta(minutes=1)
"""Minutes of rest in one piece in each week, 24 hours and 11: 2003/88/EC article 5; L3132-2."""
EVENING = 19 * 60
"""An evening is free when no work falls between 19:00 and midnight.

Our own measure, as no law has one: who closes at 19:00 still eats with the others. What runs over past midnight takes
its first evening and not the next one.
"""

_WEEK = DAYS * MINUTES_PER_DAY


class Rest(NamedTuple):
    """Hold a rest between two working days: from when until when, in minutes since the first week began."""

    start: int
    end: int
    """May be in the next round."""

    @property
    def minutes(self) -> int:
        """Return how long it is."""
        return self.end - self.start


class Truth(NamedTuple):
    """Hold what the hours come to; lists have one item for each week."""

    work: tuple[int, ...]
    """Minutes of work that fall into each week."""
    shortest: Rest | None
    """The shortest rest between two working days; None where there are no two."""
    weekly: tuple[int, ...]
    """The longest rest of each week, in minutes."""
    evenings: tuple[int, ...]
    """How many evenings are free."""

    @property
    def average(self) -> float:
        """Return the minutes of work in a week, over all of them."""
        return sum(self.work) / len(self.work)


def truth_of(weeks: Weeks) -> Truth:
    """Return what ``weeks`` come to, repeated for ever."""
    numbers = range(len(weeks))
    rests = _rests(weeks)
    return Truth(
        work=tuple(_work(weeks, number * _WEEK, (number + 1) * _WEEK) for number in numbers),
        shortest=min(rests, key=lambda rest: (rest.minutes, rest.start), default=None),
        weekly=tuple(_weekly(weeks, number) for number in numbers),
        evenings=tuple(_evenings(weeks, number) for number in numbers),
    )


def short_rests(weeks: Weeks) -> tuple[Rest, ...]:
    """Return the rests between two working days that are shorter than the 11 hours that are due, shortest first."""
    return tuple(sorted((rest for rest in _rests(weeks) if rest.minutes < DAILY_REST), key=lambda rest: rest.minutes))


def leaves_work(weeks: Weeks, rest: Rest) -> bool:
    """Tell whether the day after ``rest`` has work left where it opens late enough for the rest that is due."""
    turn, opening = turn_of(weeks), rest.start + DAILY_REST
    stretches = [(start + lap, end + lap) for start, end in stretches_of(weeks) for lap in (0, turn)]
    day = rest.end // MINUTES_PER_DAY
    return any(rest.end <= start and start // MINUTES_PER_DAY == day and opening < end for start, end in stretches)


def _rests(weeks: Weeks) -> list[Rest]:
    """Return the rests between working days; a pause within a day, however long, is none.

    Work belongs to the day on which its stretch starts, as in the settings.
    """
    stretches, turn = stretches_of(weeks), turn_of(weeks)
    if not stretches:
        return []
    first, last = stretches[0]
    if last - first >= turn:
        return [Rest(last, last)]
    round_again = (*stretches, (first + turn, last + turn))
    return [
        Rest(end, then)
        for (start, end), (then, _) in pairwise(round_again)
        if start // MINUTES_PER_DAY != then // MINUTES_PER_DAY
    ]


def _weekly(weeks: Weeks, number: int) -> int:
    """Return the longest rest of a week: whole where it begins in that week, else what of it falls into it."""
    turn, begin = turn_of(weeks), number * _WEEK
    rests = [(start + lap, end + lap) for start, end in gaps_of(weeks) for lap in (-turn, 0)]
    lengths = (
        end - start if start >= begin else min(end, begin + _WEEK) - begin
        for start, end in rests
        if start < begin + _WEEK and end > begin
    )
    return max(lengths, default=0)


def _evenings(weeks: Weeks, number: int) -> int:
    midnights = (number * _WEEK + day * MINUTES_PER_DAY for day in range(DAYS))
    return sum(not _work(weeks, midnight + EVENING, midnight + MINUTES_PER_DAY) for midnight in midnights)


def _work(weeks: Weeks, start: int, end: int) -> int:
    turn = turn_of(weeks)
    spans = ((begin + lap, stop + lap) for begin, stop in stretches_of(weeks) for lap in (-turn, 0))
    return sum(max(0, min(end, stop) - max(start, begin)) for begin, stop in spans)
