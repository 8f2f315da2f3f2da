# SPDX-License-Identifier: MIT
"""When is the small ritual before closing offered, and which day does it look ahead to? (gentleness, rules 15, 16)."""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from rideau.domain.evening import end_of_day
from rideau.domain.phase import Interval
from rideau.domain.schedule import Schedule
from rideau.domain.settings import WindDown

EARLIEST = timedelta(days=7)
"""A closing further away than that is looked at again later."""
LOOKED_BACK = timedelta(days=4)
"""How far back the evening before an opening begins at most: over a long week-end."""


class Closing(NamedTuple):
    """Hold the closing that a ritual goes with; instants are aware UTC."""

    at: datetime
    reopens_at: datetime | None
    """When the shop opens again; None where it never does."""


def coming_closing(schedule: Schedule, wind_down: WindDown, now: datetime) -> Closing | None:
    """Return the next real closing, one that wind-down goes before as well; None where it is closed, or never will be.

    Opened by a key it is closed still: that closing is no end of a day.
    """
    if not schedule.phase_at(now).is_open or not schedule.with_overrides(()).phase_at(now).is_open:
        return None
    closes_at, reopens_at = end_of_day(schedule, now, timedelta(hours=wind_down.min_gap_hours))
    return Closing(closes_at, reopens_at) if closes_at is not None else None


def offered_from(schedule: Schedule, wind_down: WindDown, now: datetime) -> tuple[datetime, Closing] | None:
    """Return from when on the ritual is offered, and before which closing; None where it is never, or not now.

    That is ``ritual_minutes`` before the closing, and never before the day's last stretch of work has begun.
    """
    if not wind_down.ritual_minutes:
        return None
    closing = coming_closing(schedule, wind_down, now)
    if closing is None:
        return None
    start = closing.at - timedelta(minutes=wind_down.ritual_minutes)
    return max(start, _begin_of_stretch(schedule, closing.at)), closing


def _begin_of_stretch(schedule: Schedule, end: datetime) -> datetime:
    """Return when the stretch of work that ends at ``end`` begins, focus and wind-down being work."""
    begin = end
    interval: Interval = schedule.interval_at(end - timedelta.resolution)
    while interval.phase.is_open and interval.start is not None and end - begin < EARLIEST:
        begin = interval.start
        interval = schedule.interval_at(begin - timedelta.resolution)
    return begin


def opened_since(schedule: Schedule, wind_down: WindDown, now: datetime) -> datetime | None:
    """Return when the shop opened after the last real closing, breaks notwithstanding; None where it is closed.

    Opened by a key it is closed still. Hours that never close have no opening.
    """
    if not schedule.phase_at(now).is_open or not schedule.with_overrides(()).phase_at(now).is_open:
        return None
    gap = timedelta(hours=wind_down.min_gap_hours)
    interval, opening = schedule.interval_at(now), now
    while interval.start is not None and now - interval.start < EARLIEST:
        if interval.phase.is_open:
            opening = interval.start
        elif opening - _begin_of_rest(schedule, interval) >= gap:
            return opening
        interval = schedule.interval_at(interval.start - timedelta.resolution)
    return None if interval.phase.is_open else opening


def closed_before(schedule: Schedule, opening: datetime) -> datetime:
    """Return when the closed stretch before ``opening`` began, keys notwithstanding; over a leave, its last days."""
    planned = schedule.with_overrides(())
    begin = _begin_of_rest(planned, planned.interval_at(opening - timedelta.resolution))
    return max(begin, opening - LOOKED_BACK)


def _begin_of_rest(schedule: Schedule, interval: Interval) -> datetime:
    """Return when the closed stretch around ``interval`` began."""
    begin = interval.start or datetime.min.replace(tzinfo=UTC)
    while interval.start is not None and not interval.phase.is_open:
        begin = interval.start
        interval = schedule.interval_at(begin - timedelta.resolution)
    return begin
