# SPDX-License-Identifier: MIT
"""Which phase do the settings and the hand give at any instant, since when, until when, and what comes next?"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from rideau.domain import span
from rideau.domain.override import Override
from rideau.domain.phase import Interval, Phase
from rideau.domain.span import Span
from rideau.domain.timeline import Timeline
from rideau.domain.wall_clock import FIRST_INSTANT, LAST_INSTANT, in_utc, moved
from rideau.domain.work_calendar import REACH, Calendar, layers_of

__all__ = ["Calendar", "Schedule", "compile_timeline"]

_BLOCK = timedelta(days=31)
"""What is asked about within one block is answered from one compiled window around it."""

_KEPT = 12
"""How many windows are kept; one is enough for a device that lives in the present."""


def compile_timeline(calendar: Calendar, overrides: Sequence[Override], start: datetime, end: datetime) -> Timeline:
    """Return the timeline that is exact for every instant in ``[start, end)``, aware datetimes.

    Precedence is CONTRACT's, "Time": the hand (where switches overlap the one that started latest), then the calendar.
    """
    start, end = in_utc(start), in_utc(end)
    shown: Sequence[Span] = _by_hand(overrides)
    for layer in layers_of(calendar, start, end):
        shown = span.overlaid(shown, layer)
    return Timeline(shown, start, end)


def _by_hand(overrides: Sequence[Override]) -> Sequence[Span]:
    shown: Sequence[Span] = ()
    for each in reversed(span.by_start(_asked(each) for each in overrides)):
        shown = span.overlaid(shown, [each])
    return shown


def _asked(override: Override) -> Span:
    end = LAST_INSTANT if override.end is None else in_utc(override.end)
    why = override.why
    return in_utc(override.start), end, override.phase, (why.rule, why.label, why.on, why.hours)


class Schedule:
    """Answer for any instant, aware UTC out; compiles what it needs and keeps it. One thread at a time.

    A search reaches about 400 days each way; what lies beyond is None.
    """

    def __init__(self, calendar: Calendar, overrides: Sequence[Override] = ()) -> None:
        """Follow ``calendar`` except where ``overrides`` say otherwise."""
        self._calendar = calendar
        self.overrides = tuple(overrides)
        """The switches by hand it follows, as they were given."""
        self._windows: dict[tuple[int, timedelta], Timeline] = {}
        self._by_calendar = Schedule(calendar) if self.overrides else self

    def with_overrides(self, overrides: Sequence[Override]) -> "Schedule":
        """Return the same schedule under other switches by hand; what the calendar gave stays compiled."""
        if not overrides:
            return self._by_calendar
        other = Schedule(self._calendar, overrides)
        other._by_calendar = self._by_calendar
        return other

    def phase_at(self, instant: datetime) -> Phase:
        """Return the phase that holds at ``instant``."""
        return self._near(instant).phase_at(instant)

    def interval_at(self, instant: datetime) -> Interval:
        """Return the interval that contains ``instant``, with its true start and end."""
        near = self._near(instant).interval_at(instant)
        return near if near.start and near.end else self._far(instant).interval_at(instant)

    def next_transition(self, instant: datetime) -> datetime | None:
        """Return the first change of phase or reason strictly later than ``instant``."""
        return self._near(instant).next_transition(instant) or self._far(instant).next_transition(instant)

    def intervals(self, start: datetime, end: datetime) -> tuple[Interval, ...]:
        """Return the intervals of ``[start, end)``, clipped to it, in order and without gaps."""
        return compile_timeline(self._calendar, self.overrides, start, end).between(start, end)

    def next_opening(self, instant: datetime) -> datetime | None:
        """Return the first instant strictly later at which the shop opens after being closed, by hand or by itself."""
        return self._first_turn(instant, is_open=True)

    def next_start_of_work(self, instant: datetime) -> datetime | None:
        """Return the next start of a stretch of work, strictly later, whatever the hand did."""
        return self._by_calendar.next_opening(instant)

    def next_closing(self, instant: datetime) -> datetime | None:
        """Return the first instant strictly later at which the shop closes after being open, by hand or by itself."""
        return self._first_turn(instant, is_open=False)

    def _first_turn(self, instant: datetime, *, is_open: bool) -> datetime | None:
        """Return the first transition after ``instant`` into an open (or a closed) phase from one that is not."""
        return _first_turn(self._near(instant), instant, is_open=is_open) or _first_turn(
            self._far(instant), instant, is_open=is_open
        )

    def _near(self, instant: datetime) -> Timeline:
        return self._window(instant, _BLOCK)

    def _far(self, instant: datetime) -> Timeline:
        return self._window(instant, REACH)

    def _window(self, instant: datetime, reach: timedelta) -> Timeline:
        """Return the timeline of the block that ``instant`` is in and of ``reach`` before and after it."""
        block = (instant - FIRST_INSTANT) // _BLOCK
        found = self._windows.get((block, reach))
        if found is None:
            if len(self._windows) >= _KEPT:
                self._windows.clear()
            start = moved(FIRST_INSTANT, block * _BLOCK)
            found = compile_timeline(self._calendar, self.overrides, moved(start, -reach), moved(start, _BLOCK + reach))
            self._windows[block, reach] = found
        return found


def _first_turn(timeline: Timeline, instant: datetime, *, is_open: bool) -> datetime | None:
    was_open = timeline.phase_at(instant).is_open
    at = timeline.next_transition(instant)
    while at is not None:
        opens = timeline.phase_at(at).is_open
        if opens is is_open and was_open is not is_open:
            return at
        was_open = opens
        at = timeline.next_transition(at)
    return None
