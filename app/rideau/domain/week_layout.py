# SPDX-License-Identifier: MIT
"""What is drawn on each day of a week? Its hours, what runs over from the evening before, dusk and focus.

For a week as the settings plan it: without exceptions, holidays, leave and the changes of the clocks.
"""

from typing import NamedTuple

from rideau.domain.settings import MINUTES_PER_DAY, ClockRange, FocusStretch, Hours, WindDown
from rideau.domain.week_edit import DAYS, Place, Spans, Weeks, origin
from rideau.domain.week_rotation import weeks_of


class Piece(NamedTuple):
    """Hold what one day's row shows of a stretch of work."""

    place: Place
    start: int
    """Minutes of the row's day, 0 to 1440."""
    end: int
    hours: ClockRange
    """The whole stretch, as the day it starts on counts."""
    runs_on: bool
    """It goes on in the next row."""
    is_rest: bool
    """It runs over from the evening before."""


class Row(NamedTuple):
    """Hold what one day's row shows: pieces by start, and over them where work winds down and where focus is."""

    pieces: tuple[Piece, ...]
    dusk: Spans
    focus: Spans


def rows_of(hours: Hours, wind_down: WindDown, focus_plan: tuple[FocusStretch, ...], week: int = 0) -> tuple[Row, ...]:
    """Return the seven rows of the ``week``-th of the weeks, Monday first."""
    weeks = weeks_of(hours)
    dusk, focus = dusks_of(weeks, wind_down), _focus(weeks, focus_plan)
    rows = []
    for day in range(DAYS):
        begin = origin(Place(week, day, 0))
        pieces = sorted((*_own(weeks, week, day), *_rests(weeks, week, day)), key=lambda piece: piece[1:3])
        rows.append(Row(tuple(pieces), _within(dusk, begin), _within(focus, begin)))
    return tuple(rows)


def stretches_of(weeks: Weeks) -> Spans:
    """Return when there is work in one round of the weeks: minutes since it began, what touches joined, by start.

    What runs over into the next round keeps its whole length. Work without any pause is one span as long as the round.
    """
    turn = turn_of(weeks)
    spans = sorted(
        (begin + each.start, begin + each.end)
        for number, week in enumerate(weeks)
        for day, ranges in enumerate(week.days)
        for begin in (origin(Place(number, day, 0)),)
        for each in ranges
    )
    whole: list[tuple[int, int]] = []
    for start, end in spans:
        if whole and start <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    while len(whole) > 1 and whole[-1][1] >= turn + whole[0][0]:
        first = whole.pop(0)
        whole[-1] = (whole[-1][0], max(whole[-1][1], turn + first[1]))
    if len(whole) == 1 and whole[0][1] - whole[0][0] >= turn:
        return ((0, turn),)
    return tuple(whole)


def gaps_of(weeks: Weeks) -> Spans:
    """Return when there is no work, from each end to the next start; the last one ends in the next round."""
    stretches, turn = stretches_of(weeks), turn_of(weeks)
    if not stretches:
        return ((0, turn),)
    starts = [*(start for start, _ in stretches[1:]), stretches[0][0] + turn]
    return tuple((end, then) for (_, end), then in zip(stretches, starts, strict=True) if then > end)


def turn_of(weeks: Weeks) -> int:
    """Return how long one round of the weeks is, in minutes."""
    return len(weeks) * DAYS * MINUTES_PER_DAY


def dusks_of(weeks: Weeks, wind_down: WindDown) -> Spans:
    """Return where work winds down: the last minutes before a gap long enough to be a closing (CONTRACT, "Time")."""
    turn = turn_of(weeks)
    ends = {end for end, then in gaps_of(weeks) if then - end >= wind_down.min_gap_hours * 60}
    dusks = [
        (max(start, end - wind_down.minutes), end)
        for start, end in stretches_of(weeks)
        if end in ends and wind_down.minutes
    ]
    return tuple((start + lap, end + lap) for start, end in dusks for lap in (-turn, 0))


def _focus(weeks: Weeks, plan: tuple[FocusStretch, ...]) -> Spans:
    """Return the stretches of focus as far as they are inside work."""
    turn = turn_of(weeks)
    work = [(start + lap, end + lap) for start, end in stretches_of(weeks) for lap in (-turn, 0, turn)]
    wanted = [
        (origin(Place(number, day, 0)) + each.hours.start, origin(Place(number, day, 0)) + each.hours.end)
        for each in plan
        for number in range(len(weeks))
        for day in each.days
    ]
    found = [
        (max(start, first), min(end, last))
        for start, end in wanted
        for first, last in work
        if max(start, first) < min(end, last)
    ]
    return tuple((start + lap, end + lap) for start, end in sorted(found) for lap in (-turn, 0))


def _own(weeks: Weeks, week: int, day: int) -> list[Piece]:
    return [
        Piece(
            Place(week, day, index),
            each.start,
            min(each.end, MINUTES_PER_DAY),
            each,
            runs_on=each.end > MINUTES_PER_DAY,
            is_rest=False,
        )
        for index, each in enumerate(weeks[week].days[day])
    ]


def _rests(weeks: Weeks, week: int, day: int) -> list[Piece]:
    before = (week * DAYS + day - 1) % (len(weeks) * DAYS)
    number, weekday = divmod(before, DAYS)
    return [
        Piece(Place(number, weekday, index), 0, each.end - MINUTES_PER_DAY, each, runs_on=False, is_rest=True)
        for index, each in enumerate(weeks[number].days[weekday])
        if each.end > MINUTES_PER_DAY
    ]


def _within(spans: Spans, begin: int) -> Spans:
    """Return what falls into the day that begins at ``begin``, in its own minutes."""
    clipped = ((max(start - begin, 0), min(end - begin, MINUTES_PER_DAY)) for start, end in spans)
    return tuple((start, end) for start, end in clipped if start < end)
