# SPDX-License-Identifier: MIT
"""Which moments hold now, and when does the next one begin? From the plan, the journal and the activity (SPEC G3)."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo

from rideau.domain.batches import Stretch, stretches_of
from rideau.domain.phase import Interval
from rideau.domain.tip import Moment

LONG_STRETCH = timedelta(minutes=55)
"""So long of active work without a real pause: a break after 50 to 60 minutes is what the guidance says."""
SETTLING_IN = timedelta(minutes=15)
"""The morning has a greeting of its own; nothing comes close to that."""
FIRST_HOUR = timedelta(hours=1)
BEFORE_LUNCH = timedelta(minutes=20)
MIDDLE = timedelta(minutes=30)
"""How far around the middle of a day without a gap somebody may want to eat."""
LUNCH_HOURS = (time(11), time(15))
SHORTEST_LUNCH = timedelta(minutes=20)
LONG_DAY = timedelta(hours=5)
"""Whoever works less in a day has no midday."""
LAST_HALF_HOUR = timedelta(minutes=30)
CLEAR_OF_RITUAL = timedelta(minutes=5)
LAST_STRETCH = timedelta(minutes=150)
DAYS_OFF = 2
"""Reopening so many dates later, there is a day off between."""
LONG_FOCUS = timedelta(minutes=50)
FOCUS_ECHO = timedelta(minutes=15)
CRISIS_ECHO = timedelta(hours=12)
ATTEMPTS_WITHIN = timedelta(hours=1)
ATTEMPTS = 2
"""One look at a closed door is nobody's business; it says itself that it is closed."""
ATTEMPT_ECHO = timedelta(minutes=10)
EVENING, DAWN = time(17), time(5)
"""Between them it is tonight; the day off at noon and the break for lunch are something else."""


class Day(NamedTuple):
    """Hold what the plan says of the present day; aware UTC."""

    opens_at: datetime | None = None
    """When it opened, or opens, first."""
    ends_at: datetime | None = None
    """When it closes last."""
    midday: tuple[datetime, datetime] | None = None
    closes_at: datetime | None = None
    """The next closing that is no break."""
    reopens_at: datetime | None = None


class Facts(NamedTuple):
    """Hold what moments follow from."""

    now: datetime
    zone: ZoneInfo
    is_open: bool
    day: Day = Day()
    ritual: timedelta = timedelta(minutes=25)
    """How long before closing the ritual is offered: no card comes close to it."""
    begun_at: datetime | None = None
    """When somebody was first there in today's work hours."""
    is_evening_kept: bool = False
    """The evening before was kept free."""
    stretch: timedelta = timedelta(0)
    """Active work since a real pause."""
    is_working: bool = False
    """Whether it goes on right now."""
    focus: tuple[datetime, datetime] | None = None
    """The latest focus session, once it is over."""
    crisis_ended_at: datetime | None = None
    attempts: tuple[datetime, ...] = ()


class Span(NamedTuple):
    """Hold when one moment holds, half-open."""

    moment: Moment
    start: datetime
    end: datetime


def moments_at(facts: Facts) -> frozenset[Moment]:
    """Return the moments that hold; ``ANY`` among them in work hours, and outside only what is meant for there."""
    found = frozenset(each.moment for each in spans(facts) if each.start <= facts.now < each.end)
    return found | {Moment.ANY} if facts.is_open else found


def next_start(facts: Facts) -> datetime | None:
    """Return when the next moment begins, as far as can be told now."""
    return min((each.start for each in spans(facts) if facts.now < each.start), default=None)


def spans(facts: Facts) -> tuple[Span, ...]:
    """Return when each moment holds; outside work hours nothing but late attempts is spoken of (rule 17)."""
    if not facts.is_open:
        return tuple(_late(facts))
    return (*_of_beginning(facts), *_of_stretch(facts), *_of_end(facts), *_of_what_ended(facts))


def day_of(intervals: Sequence[Interval], zone: ZoneInfo) -> Day:
    """Return what ``intervals``, those of one local day, make of it; its closing is looked up elsewhere."""
    stretches = stretches_of(intervals)
    if not stretches:
        return Day()
    start, end = stretches[0].start, stretches[-1].end
    return Day(opens_at=start, ends_at=end, midday=_midday(stretches, zone))


def _midday(stretches: Sequence[Stretch], zone: ZoneInfo) -> tuple[datetime, datetime] | None:
    first, last = LUNCH_HOURS
    for (_, closing), (opening, _) in pairwise(stretches):
        if first <= closing.astimezone(zone).time() < last and opening - closing >= SHORTEST_LUNCH:
            return closing - BEFORE_LUNCH, closing
    start, end = stretches[0].start, stretches[-1].end
    if end - start < LONG_DAY:
        return None
    middle = start + (end - start) / 2
    return middle - MIDDLE, middle + MIDDLE


def _of_beginning(facts: Facts) -> Iterable[Span]:
    begun = facts.begun_at
    if begun is not None:
        yield Span(Moment.FIRST_OF_DAY, begun + SETTLING_IN, begun + FIRST_HOUR)
        if facts.is_evening_kept:
            yield Span(Moment.GOOD_EVENING, begun + SETTLING_IN, begun + FIRST_HOUR)
    if facts.day.midday is not None:
        yield Span(Moment.MIDDAY, *facts.day.midday)


def _of_stretch(facts: Facts) -> Iterable[Span]:
    if facts.is_working:
        start = facts.now + LONG_STRETCH - facts.stretch
        yield Span(Moment.LONG_STRETCH, start, max(start, facts.now) + LONG_STRETCH)


def _of_end(facts: Facts) -> Iterable[Span]:
    closing, reopening = facts.day.closes_at, facts.day.reopens_at
    if closing is None:
        return
    end = closing - facts.ritual - CLEAR_OF_RITUAL
    yield Span(Moment.BEFORE_CLOSING, end - LAST_HALF_HOUR, end)
    if reopening is not None and _date(reopening, facts) - _date(closing, facts) >= timedelta(days=DAYS_OFF):
        yield Span(Moment.FRIDAY, closing - LAST_STRETCH, end)


def _of_what_ended(facts: Facts) -> Iterable[Span]:
    if facts.focus is not None:
        start, end = facts.focus
        if end - start >= LONG_FOCUS:
            yield Span(Moment.LONG_FOCUS, end, end + FOCUS_ECHO)
    if facts.crisis_ended_at is not None:
        yield Span(Moment.AFTER_CRISIS, facts.crisis_ended_at, facts.crisis_ended_at + CRISIS_ECHO)


def _late(facts: Facts) -> Iterable[Span]:
    if DAWN <= facts.now.astimezone(facts.zone).time() < EVENING:
        return
    recent = [each for each in facts.attempts if facts.now - ATTEMPTS_WITHIN < each <= facts.now]
    if len(recent) >= ATTEMPTS:
        yield Span(Moment.LATE_ATTEMPT, recent[-1], recent[-1] + ATTEMPT_ECHO)


def _date(instant: datetime, facts: Facts) -> date:
    return instant.astimezone(facts.zone).date()
