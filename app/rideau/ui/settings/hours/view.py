# SPDX-License-Identifier: MIT
"""What does the timeline show of the settings? Plain values, made anew for every change and every step of a drag."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from rideau.domain.phase import Phase
from rideau.domain.settings import MINUTES_PER_DAY, ClockRange, FocusStretch, Hours, WindDown
from rideau.domain.week_edit import DAYS, Place, Spans, Weeks
from rideau.domain.week_layout import Piece, Row, rows_of
from rideau.domain.week_rotation import weeks_of, with_weeks
from rideau.ui.settings.hours.bar_painter import DASH
from rideau.ui.settings.hours.stop import NO_INDEX, Shown
from rideau.wording.phrases import phase
from rideau.wording.week_lines import hours_in_short, hours_said, row_name, stretch_said, time_said
from rideau.wording.words import Words


class View(NamedTuple):
    """Hold what the timeline shows."""

    hours: Hours
    wind_down: WindDown = WindDown()
    focus_plan: tuple[FocusStretch, ...] = ()
    week: int = 0
    """Which of the weeks that take turns."""
    today: int | None = None
    """Today's weekday, where the week shown is the one that holds now."""
    now: int = 0
    """The minute of today."""
    problems: Mapping[int, str] = MappingProxyType({})
    """What does not hold in the file, by weekday."""

    @property
    def weeks(self) -> Weeks:
        """Return the weeks that follow each other."""
        return weeks_of(self.hours)

    def with_weeks(self, weeks: Weeks) -> "View":
        """Return the view of other weeks."""
        return self._replace(hours=with_weeks(self.hours, weeks))


class Stops(NamedTuple):
    """Hold what bars show: those that Tab comes to, in reading order, and what runs over from the evening before."""

    own: tuple[Shown, ...]
    rests: tuple[Shown, ...]


def stops_of(view: View, words: Words) -> Stops:
    """Return what the bars of ``view`` show."""
    own: list[Shown] = []
    rests: list[Shown] = []
    rows = rows_of(view.hours, view.wind_down, view.focus_plan, view.week)
    for day, row in enumerate(rows):
        shown = [_shown(words, day, row, piece) for piece in row.pieces]
        rests += [each for each in shown if each.is_rest]
        own += [each for each in shown if not each.is_rest] or [_closed(words, view.week, day, row)]
    return Stops(tuple(own), tuple(rests))


def _shown(words: Words, day: int, row: Row, piece: Piece) -> Shown:
    return Shown(
        piece.place,
        day,
        piece.start,
        piece.end,
        _labels(words, piece),
        stretch_said(words, piece.place.day, piece.hours),
        piece.runs_on,
        piece.is_rest,
        _within(row.dusk, piece),
        _within(row.focus, piece),
        _details(words, row, piece),
    )


def _labels(words: Words, piece: Piece) -> tuple[str, ...]:
    """Return what is written on a piece, the narrower the later; of a night, each row says its own end at least."""
    if piece.is_rest:
        until = time_said(words, piece.hours.end)
        return words.text("until {time}", time=until), until
    whole = hours_in_short(words, piece.hours)
    return (*whole, whole[-1].split(DASH)[0]) if piece.runs_on else whole


def _details(words: Words, row: Row, piece: Piece) -> str:
    """Return in words what the colours within a bar say."""
    said = [
        words.text("{phase}: {hours}", phase=phase(words, named), hours=hours_said(words, ClockRange(*span)))
        for named, spans in ((Phase.FOCUS, row.focus), (Phase.WIND_DOWN, row.dusk))
        for span in _within(spans, piece)
    ]
    return "\n".join(said)


def _closed(words: Words, week: int, day: int, row: Row) -> Shown:
    start = max((piece.end for piece in row.pieces), default=0)
    name = words.text("{day}, closed", day=row_name(words, day))
    label = "" if start else words.text("closed")
    return Shown(
        Place(week, day % DAYS, NO_INDEX), day, min(start, MINUTES_PER_DAY - 1), MINUTES_PER_DAY, (label,), name
    )


def _within(spans: Spans, piece: Piece) -> Spans:
    clipped = ((max(start, piece.start), min(end, piece.end)) for start, end in spans)
    return tuple((start, end) for start, end in clipped if start < end)
