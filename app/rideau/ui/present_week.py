# SPDX-License-Identifier: MIT
"""What does this week look like at a glance? The schedule's intervals in, rows of bars and sentences out; no Qt.

Bars stand where the wall clock says, so that nine o'clock is below nine o'clock on a day of 23 or 25 hours, too.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from rideau.domain.phase import Interval, Phase, Rule
from rideau.domain.wall_clock import start_of
from rideau.services.status import Status
from rideau.wording import moments, phrases
from rideau.wording.words import Words

DAY = timedelta(days=1)
DAYS = 7
MARKED_HOURS = (6, 12, 18)
TOLD = frozenset({Rule.LEAVE, Rule.HOLIDAY, Rule.EXCEPTION, Rule.CLOSED_BY_HAND})
"""Rules worth naming where they close a day; that Sunday is Sunday goes without saying."""


class Bar(NamedTuple):
    """Hold one stretch of a day, from and to as shares of it: 0 is midnight, 1 the next."""

    phase: Phase
    start: float
    end: float


class DayRow(NamedTuple):
    """Hold one day of the week."""

    name: str
    bars: tuple[Bar, ...]
    """What is not plainly closed."""
    said: str
    """The day in one sentence."""
    is_today: bool = False


class WeekView(NamedTuple):
    """Hold the week around a moment, Monday first; without days where no schedule is known."""

    days: tuple[DayRow, ...]
    now: float
    """Where in today it is now."""
    hours: tuple[tuple[float, str], ...]
    """Where in a day a few hours are, for the eye, with their names."""

    @property
    def said(self) -> str:
        """Return the whole week for whoever does not see it."""
        return " ".join(each.said for each in self.days)


class _Stretch(NamedTuple):
    start: datetime
    end: datetime


def week_bounds(now: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return the first instant of the local week around ``now``, and of the next."""
    monday = _monday(now, zone)
    return start_of(monday, zone), start_of(monday + DAYS * DAY, zone)


def week_view(intervals: Sequence[Interval], status: Status, words: Words) -> WeekView:
    """Return what is shown of the week around ``status``, whose ``intervals`` are given whole."""
    if not intervals:
        return WeekView((), 0, ())
    zone, monday = status.zone, _monday(status.at, status.zone)
    days = [monday + number * DAY for number in range(DAYS)]
    today = status.at.astimezone(zone).date()
    rows = (_row(day, _of_day(intervals, day, zone), words, zone)._replace(is_today=day == today) for day in days)
    hours = tuple((hour / 24, moments.clock_time(words, time(hour))) for hour in MARKED_HOURS)
    return WeekView(tuple(rows), _share(status.at, zone), hours)


def _row(day: date, intervals: Sequence[Interval], words: Words, zone: ZoneInfo) -> DayRow:
    bars = tuple(_bars(intervals, zone))
    return DayRow(moments.short_weekday(words, day), bars, _sentence(day, intervals, words, zone))


def _bars(intervals: Sequence[Interval], zone: ZoneInfo) -> Iterator[Bar]:
    for stretch, phase in _stretches((each for each in intervals if each.phase is not Phase.QUIET), is_parted=True):
        start = _share(stretch.start, zone)
        length = (stretch.end - stretch.start) / DAY
        end = _share(stretch.end, zone) or 1.0
        yield Bar(phase, start, end if end > start else min(start + length, 1.0))


def _sentence(day: date, intervals: Sequence[Interval], words: Words, zone: ZoneInfo) -> str:
    opened = [stretch for stretch, _ in _stretches(each for each in intervals if each.phase.is_open)]
    marked = [each for each in intervals if each.phase in {Phase.FOCUS, Phase.WIND_DOWN}]
    name = moments.weekday(words, day)
    if opened:
        hours = ", ".join(_range(each, words, zone) for each in opened)
        said = [words.text("{day}: {hours}.", day=name, hours=hours)]
    else:
        said = [words.text("{day}: closed.", day=name)]
    for stretch, phase in _stretches(marked, is_parted=True):
        of_phase = phrases.phase(words, phase)
        said.append(words.text("{phase}: {hours}.", phase=of_phase, hours=_range(stretch, words, zone)))
    said += dict.fromkeys(
        phrases.why(words, each.reason) for each in intervals if not each.phase.is_open and each.reason.rule in TOLD
    )
    return " ".join(said)


def _stretches(intervals: Iterable[Interval], *, is_parted: bool = False) -> list[tuple[_Stretch, Phase]]:
    """Join what touches, whatever the reason; ``is_parted`` keeps phases apart."""
    found: list[tuple[_Stretch, Phase]] = []
    for each in intervals:
        if each.start is None or each.end is None:
            continue
        if found and found[-1][0].end == each.start and (not is_parted or found[-1][1] is each.phase):
            found[-1] = found[-1][0]._replace(end=each.end), found[-1][1]
        else:
            found.append((_Stretch(each.start, each.end), each.phase))
    return found


def _of_day(intervals: Sequence[Interval], day: date, zone: ZoneInfo) -> tuple[Interval, ...]:
    """Return the part of ``intervals`` that is in ``day``, from its first instant to the next day's."""
    first, last = start_of(day, zone), start_of(day + DAY, zone)
    cut = (each._replace(start=max(each.start or first, first), end=min(each.end or last, last)) for each in intervals)
    return tuple(each for each in cut if each.start is not None and each.end is not None and each.start < each.end)


def _range(stretch: _Stretch, words: Words, zone: ZoneInfo) -> str:
    start, end = (moments.clock_time(words, each.astimezone(zone)) for each in stretch)
    return words.text("{start}–{end}", start=start, end=end)  # noqa: RUF001 an en dash between two times


def _share(instant: datetime, zone: ZoneInfo) -> float:
    """Return where the wall clock stands at ``instant``, as a share of a day of 24 hours."""
    local = instant.astimezone(zone)
    return (local.hour * 3600 + local.minute * 60 + local.second) / DAY.total_seconds()


def _monday(now: datetime, zone: ZoneInfo) -> date:
    today = now.astimezone(zone).date()
    return today - today.weekday() * DAY
