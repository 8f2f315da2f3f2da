# SPDX-License-Identifier: MIT
"""Which phase holds at an instant, and when does it change? Answered from transitions that are known already."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import datetime

from rideau.domain.phase import Interval, Phase, Reason, Rule
from rideau.domain.span import Span, Why
from rideau.domain.wall_clock import FIRST_INSTANT, in_utc

_QUIET: tuple[Phase, Why] = (Phase.QUIET, (Rule.OUTSIDE_HOURS, "", None, ""))


class Timeline:
    """Hold the transitions of one window of time, compiled; a transition is a change of phase or reason.

    Any thread; never changes. Instants go in as any aware datetime and come out in aware UTC. Nothing is known of what
    lies outside the window: there ``None`` stands for a start, an end or a next transition.
    """

    __slots__ = ("_next", "_phases", "_turns", "_whys")

    def __init__(self, spans: Iterable[Span], start: datetime, end: datetime) -> None:
        """Compile sorted ``spans`` that do not overlap; between them it is quiet.

        Transitions from ``start`` to ``end``, both included, are kept.
        """
        turns, held = _transitions(spans)
        first, last = bisect_left(turns, start), bisect_right(turns, end)
        self._turns = turns[first:last]
        self._next = (*self._turns, None)
        self._phases = [phase for phase, _ in held[first : last + 1]]
        self._whys = [why for _, why in held[first : last + 1]]

    def phase_at(self, instant: datetime) -> Phase:
        """Return the phase that holds at ``instant``."""
        return self._phases[bisect_right(self._turns, instant)]

    def next_transition(self, instant: datetime) -> datetime | None:
        """Return the first transition strictly later than ``instant``."""
        return self._next[bisect_right(self._turns, instant)]

    def interval_at(self, instant: datetime) -> Interval:
        """Return the interval that contains ``instant``."""
        index = bisect_right(self._turns, instant)
        start = self._turns[index - 1] if index else None
        return Interval(start, self._next[index], self._phases[index], Reason(*self._whys[index]))

    def between(self, start: datetime, end: datetime) -> tuple[Interval, ...]:
        """Return the intervals of ``[start, end)``, clipped to it, in order and without gaps."""
        start, end = in_utc(start), in_utc(end)
        intervals: list[Interval] = []
        while start < end:
            index = bisect_right(self._turns, start)
            until = min(self._next[index] or end, end)
            intervals.append(Interval(start, until, self._phases[index], Reason(*self._whys[index])))
            start = until
        return tuple(intervals)


def _transitions(spans: Iterable[Span]) -> tuple[list[datetime], list[tuple[Phase, Why]]]:
    """Return the instants of change, and what holds before the first and from each of them on."""
    turns: list[datetime] = []
    held = [_QUIET]
    until = FIRST_INSTANT
    for start, end, phase, why in spans:
        if until < start and held[-1] is not _QUIET:
            turns.append(until)
            held.append(_QUIET)
        if (phase, why) != held[-1]:
            turns.append(start)
            held.append((phase, why))
        until = end
    if held[-1] is not _QUIET:
        turns.append(until)
        held.append(_QUIET)
    return turns, held
