# SPDX-License-Identifier: MIT
"""How are days that are unlike the others said: exceptions, leaves, stretches of some weekdays?"""

from collections.abc import Iterable
from datetime import date, datetime, time
from itertools import pairwise

from rideau.domain.day_count import DaysTaken
from rideau.domain.day_edit import last_day
from rideau.domain.settings import ClockRange, Leave
from rideau.wording.moments import SHORT_DAYS, clock_range, clock_time, near_date, short_weekday
from rideau.wording.words import Words

_A_RUN = 3
"""So many days in a row are said as from one to the other."""
_MINUTES_PER_HOUR = 60


def day(words: Words, on: date, today: date) -> str:
    """Return a date with its weekday: ``Sat 20 June``, and its year where it is another one."""
    return words.text("{day} {date}", day=short_weekday(words, on), date=near_date(words, on, today))


def hours(words: Words, ranges: Iterable[ClockRange]) -> str:
    """Return a day's ranges on the locale's clock, ``closed`` for none."""
    return ", ".join(clock_range(words, str(each)) for each in ranges) or words.text("closed")


def minute(words: Words, of_day: int) -> str:
    """Return a minute of the day on the locale's clock."""
    return clock_time(words, time(of_day // _MINUTES_PER_HOUR % 24, of_day % _MINUTES_PER_HOUR))


def stay(words: Words, leave: Leave, today: date) -> str:
    """Return from when to when a leave is: ``3-21 August``, ``24 December from 12:30``."""
    first, last = leave.start, leave.until
    if isinstance(first, datetime) or isinstance(last, datetime):
        return _with_times(words, leave, today)
    if first == last:
        return day(words, first, today)
    if (first.year, first.month) == (last.year, last.month) and first.day > 1:
        return words.text("{start}–{end}", start=str(first.day), end=near_date(words, last, today))  # noqa: RUF001 an en dash
    return words.text("{start} – {end}", start=near_date(words, first, today), end=near_date(words, last, today))  # noqa: RUF001 as above


def weekdays(words: Words, days: Iterable[int]) -> str:
    """Return weekdays by their short names: ``Mon-Fri`` for a run of them, else ``Mon, Wed``."""
    numbers = sorted(set(days))
    is_run = len(numbers) >= _A_RUN and all(later == earlier + 1 for earlier, later in pairwise(numbers))
    names = [words.say(SHORT_DAYS[number]) for number in numbers]
    if is_run:
        return words.text("{start}–{end}", start=names[0], end=names[-1])  # noqa: RUF001 an en dash between two days
    return ", ".join(names)


def taken(words: Words, days: DaysTaken) -> str:
    """Return how many work days a leave takes, as a friendly fact."""
    if days == DaysTaken(0, 0):
        return words.text("It takes no work day: you would be free anyway.")
    whole = words.plural("It takes {count} work day.", "It takes {count} work days.", days.whole)
    if not days.part:
        return whole
    if not days.whole:
        return words.plural("It takes part of one work day.", "It takes part of {count} work days.", days.part)
    part = words.plural("One more is taken in part.", "{count} more are taken in part.", days.part)
    return f"{whole} {part}"


def _with_times(words: Words, leave: Leave, today: date) -> str:
    first, last = leave.start, leave.until
    start = near_date(words, first, today)
    end = near_date(words, last_day(leave), today)
    from_ = clock_time(words, first) if isinstance(first, datetime) else ""
    until = clock_time(words, last) if isinstance(last, datetime) and last.time() != time.min else ""
    if start == end:
        return _within_a_day(words, start, from_, until)
    if from_:
        start = words.text("{day} from {time}", day=start, time=from_)
    if until:
        end = words.text("{day} until {time}", day=end, time=until)
    return words.text("{start} – {end}", start=start, end=end)  # noqa: RUF001 an en dash between two moments


def _within_a_day(words: Words, day_: str, start: str, end: str) -> str:
    if start and end:
        return words.text("{day} from {start} to {end}", day=day_, start=start, end=end)
    if start:
        return words.text("{day} from {time}", day=day_, time=start)
    return words.text("{day} until {time}", day=day_, time=end) if end else day_
