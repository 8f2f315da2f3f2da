# SPDX-License-Identifier: MIT
"""What does CONTRACT, "Time", say of each single minute? Read sentence by sentence, slowly, sharing no code.

Nothing here is clever: what the wall shows is asked of the zone tick by tick, and every rule paints the minutes that it
speaks of.
Where a zone's offset has seconds, what a rule's edge does inside its minute is not seen.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo

from rideau.domain.override import Override
from rideau.domain.phase import Phase, Reason, Rule
from rideau.domain.schedule import Calendar
from rideau.domain.settings import ClockRange

MINUTE = timedelta(minutes=1)
TICK = timedelta(minutes=15)
"""No zone ever changed its clocks twice within this."""
AROUND = timedelta(days=6)


class Meant(NamedTuple):
    """Hold one range as instants."""

    start: datetime
    end: datetime
    reason: Reason


class MinuteReading:
    """Read what holds in each minute of ``[start, end)``; whole minutes of UTC."""

    def __init__(self, calendar: Calendar, overrides: Sequence[Override], start: datetime, end: datetime) -> None:
        """Look ``AROUND`` the window too, at which runs over and what follows."""
        self.calendar = calendar
        self.overrides = overrides
        self.origin = start - AROUND
        self.start = start
        self.count = (end - start) // MINUTE
        self.all = (end + AROUND - self.origin) // MINUTE
        ticks = [self.origin + index * TICK for index in range((end + AROUND - self.origin) // TICK)]
        self.clock = [(at.replace(tzinfo=None), self._wall_at(at, calendar.zone)) for at in ticks]
        self.offsets = {wall - naive for naive, wall in self.clock}

    def instant(self, wall: datetime) -> datetime:
        """Wall clock to instant as in RFC 5545, section 3.3.5."""
        zone = self.calendar.zone
        shown = [
            at for at in ((wall - off).replace(tzinfo=UTC) for off in self.offsets) if self._wall_at(at, zone) == wall
        ]
        if shown:
            return min(shown)
        for (naive, before), (_, after) in pairwise(self.clock):
            if before < wall < after:
                return (wall - (before - naive)).replace(tzinfo=UTC)
        # outside of what is looked at: any offset will do
        return (wall - next(iter(self.offsets))).replace(tzinfo=UTC)

    @staticmethod
    def _wall_at(at: datetime, zone: ZoneInfo) -> datetime:
        return at.astimezone(zone).replace(tzinfo=None, fold=0)

    def midnight(self, day: date) -> datetime:
        """Return the instant of a date's midnight."""
        return self.instant(datetime.combine(day, time()))

    def dates(self) -> Iterator[date]:
        """Yield every date that ranges could start on."""
        walls = [wall for _, wall in self.clock]
        day, last = min(walls).date(), max(walls).date()
        while day <= last:
            yield day
            day += timedelta(days=1)

    def is_holiday(self, day: date) -> bool:
        """A holiday is one unless it is worked all the same."""
        named = self.calendar.hours.holidays
        return day in self.calendar.holidays and not (named is not None and day in named.worked)

    def said_of(self, day: date) -> tuple[Rule, str, tuple[ClockRange, ...]]:
        """A holiday removes the ranges that start on its date; an exception replaces them and beats a holiday."""
        hours = self.calendar.hours
        for each in hours.exceptions:
            if each.on == day:
                return Rule.EXCEPTION, each.label, each.hours
        if self.is_holiday(day):
            return Rule.WORK_HOURS, "", ()
        week = hours.week
        if hours.rotation is not None:
            monday = day - timedelta(days=day.weekday())
            weeks_since = round((monday - hours.rotation.anchor) / timedelta(days=7))
            week = hours.rotation.weeks[weeks_since % len(hours.rotation.weeks)]
        return Rule.WORK_HOURS, "", week.days[day.weekday()]

    def meant(self, day: date, hours: ClockRange, reason: Reason) -> Meant:
        """An end past 24:00 is on the next day."""
        midnight = datetime.combine(day, time())
        return Meant(
            self.instant(midnight + timedelta(minutes=hours.start)),
            self.instant(midnight + timedelta(minutes=hours.end)),
            reason,
        )

    def ranges(self) -> list[Meant]:
        """Return the ranges of work, those that start first in front; one that comes out empty is dropped."""
        found = []
        for day in self.dates():
            rule, label, hours = self.said_of(day)
            found += [self.meant(day, each, Reason(rule, label, day, str(each))) for each in hours]
        return sorted((each for each in found if each.start < each.end), key=lambda each: each.start)

    def painted(self, spans: Sequence[Meant]) -> list[Reason | None]:
        """Return for each minute the reason of the first of ``spans`` that contains it."""
        minutes: list[Reason | None] = [None] * self.all
        for start, end, reason in spans:
            first, last = (-((self.origin - edge) // MINUTE) for edge in (start, end))
            for index in range(max(first, 0), min(last, self.all)):
                minutes[index] = minutes[index] or reason
        return minutes

    def leave(self) -> list[Reason | None]:
        """A date in ``until`` is included whole; a date-time is where leave ends. What starts first is named."""
        spans = []
        for each in self.calendar.hours.leave:
            start = self.instant(each.start) if isinstance(each.start, datetime) else self.midnight(each.start)
            if isinstance(each.until, datetime):
                end = self.instant(each.until)
            else:
                end = self.midnight(each.until + timedelta(days=1))
            spans.append(Meant(start, end, Reason(Rule.LEAVE, each.label)))
        return self.painted(sorted(spans, key=lambda each: each.start))

    def work(self, leave: Sequence[Reason | None]) -> list[Reason | None]:
        """Leave cuts whatever falls inside it; what touches is joined, and keeps the reason of its first range."""
        minutes = self.painted(self.ranges())
        for index in range(self.all):
            if leave[index] is not None:
                minutes[index] = None
            elif index and minutes[index] is not None and minutes[index - 1] is not None:
                minutes[index] = minutes[index - 1]
        return minutes

    def wind_down(self, work: Sequence[Reason | None]) -> list[Reason | None]:
        """The last minutes of a stretch of work that a closing of at least so many hours follows."""
        minutes: list[Reason | None] = [None] * self.all
        before, closing = self.calendar.wind_down.minutes, self.calendar.wind_down.min_gap_hours * 60
        end: int | None = None
        is_real = False
        opens = 10**9
        for index in reversed(range(self.all)):
            if work[index] is None:
                end = None
                continue
            if end is None:
                end = index + 1
                is_real = opens - end >= closing
            if is_real and end - index <= before:
                minutes[index] = Reason(Rule.WIND_DOWN)
            opens = index
        return minutes

    def focus(self) -> list[Reason | None]:
        """Protect the hours of the plan on their days."""
        spans = [
            self.meant(day, each.hours, Reason(Rule.FOCUS_PLAN, hours=str(each.hours)))
            for each in self.calendar.focus_plan
            for day in self.dates()
            if day.weekday() in each.days
        ]
        return self.painted(sorted((each for each in spans if each.start < each.end), key=lambda each: each.start))

    def holidays(self) -> list[Reason | None]:
        """A holiday's date, midnight to midnight."""
        return self.painted(
            [
                Meant(
                    self.midnight(day),
                    self.midnight(day + timedelta(days=1)),
                    Reason(Rule.HOLIDAY, self.calendar.holidays[day], day),
                )
                for day in self.dates()
                if self.is_holiday(day)
            ]
        )

    def by_hand(self, at: datetime) -> Override | None:
        """Return the switch by hand that started last of those that hold."""
        holding = [each for each in self.overrides if each.holds_at(at)]
        return max(enumerate(holding), key=lambda each: (each[1].start, each[0]))[1] if holding else None

    def minutes(self) -> list[tuple[Phase, Reason]]:
        """Return what holds in each minute of the window: the first that holds, in CONTRACT's order."""
        leave = self.leave()
        work = self.work(leave)
        wind_down, focus, holidays = self.wind_down(work), self.focus(), self.holidays()
        said = []
        first = AROUND // MINUTE
        for index in range(first, first + self.count):
            override = self.by_hand(self.origin + index * MINUTE)
            if override:
                said.append((override.phase, override.why))
            elif (away := leave[index]) is not None:
                said.append((Phase.AWAY, away))
            elif (ending := wind_down[index]) is not None:
                said.append((Phase.WIND_DOWN, ending))
            elif (protected := focus[index]) is not None and work[index] is not None:
                said.append((Phase.FOCUS, protected))
            elif (working := work[index]) is not None:
                said.append((Phase.WORK, working))
            elif (off := holidays[index]) is not None:
                said.append((Phase.AWAY, off))
            else:
                said.append((Phase.QUIET, Reason(Rule.OUTSIDE_HOURS)))
        return said
