# SPDX-License-Identifier: MIT
"""Which instant is meant by a local date and time on the wall, and which local date is it at an instant?

The one place that turns wall-clock time into instants (RFC 5545, section 3.3.5): a local time that occurs twice is the
first one; one that does not occur is read with the offset from before the gap. That is what PEP 495 calls ``fold=0``.
Whatever would fall outside the years 1 to 9999 is clamped to their edge.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

FIRST_INSTANT = datetime.min.replace(tzinfo=UTC)
LAST_INSTANT = datetime.max.replace(tzinfo=UTC)

_ONE_DAY = timedelta(days=1)
_FIRST_DAY = date.min.toordinal() + 3
_LAST_DAY = date.max.toordinal() - 3
"""Between these no arithmetic of a range, its run-over and its offset leaves the calendar."""


def in_utc(instant: datetime) -> datetime:
    """Return the aware ``instant`` in UTC."""
    try:
        return instant.astimezone(UTC)
    except OverflowError:
        return FIRST_INSTANT if instant.year == date.min.year else LAST_INSTANT


def midnights(start: datetime, end: datetime, margins: tuple[int, int], zone: ZoneInfo) -> list[datetime]:
    """Return ``zone``'s wall clock at 00:00 of each date from ``start`` to ``end``, and so many days around them.

    They are readings of the wall, to add to, and no instants: ``instant_at`` makes those.
    """
    first = min(max(_day_at(start, zone) - margins[0], _FIRST_DAY), _LAST_DAY)
    last = min(max(_day_at(end, zone) + margins[1], _FIRST_DAY), _LAST_DAY)
    midnight = datetime.combine(date.fromordinal(first), time(), zone)
    return [midnight + timedelta(days=day) for day in range(last - first + 1)]


def instant_at(midnight: datetime, wall: timedelta) -> datetime:
    """Return the instant, in UTC, at which the wall clock shows ``wall`` past that ``midnight``.

    24 hours and more is on the next day, as the clock on the wall counts: adding to an aware datetime moves its wall
    clock, and leaves ``fold`` at 0.
    """
    return (midnight + wall).astimezone(UTC)


def start_of(local: date | datetime, zone: ZoneInfo) -> datetime:
    """Return where something begins that begins on a date (at its midnight) or at a naive local date-time."""
    return _instant_of(local if isinstance(local, datetime) else datetime.combine(local, time()), zone)


def end_of(local: date | datetime, zone: ZoneInfo) -> datetime:
    """Return where something ends that includes a date whole (at its next midnight) or stops at a naive date-time."""
    if isinstance(local, datetime):
        return _instant_of(local, zone)
    if local == date.max:
        return LAST_INSTANT
    return _instant_of(datetime.combine(local + _ONE_DAY, time()), zone)


def moved(instant: datetime, by: timedelta) -> datetime:
    """Return ``instant`` (in UTC) ``by`` elapsed time later, or earlier where ``by`` is negative."""
    try:
        return instant + by
    except OverflowError:
        return LAST_INSTANT if by > timedelta() else FIRST_INSTANT


def _instant_of(local: datetime, zone: ZoneInfo) -> datetime:
    return in_utc(local.replace(tzinfo=zone, fold=0))


def _day_at(instant: datetime, zone: ZoneInfo) -> int:
    try:
        return instant.astimezone(zone).toordinal()
    except OverflowError:
        return instant.toordinal()
