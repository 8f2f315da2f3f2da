# SPDX-License-Identifier: MIT
"""How does one week of opening hours become weeks that take turns, and one again?"""

from datetime import date, timedelta

from rideau.domain.settings import Hours, Rotation
from rideau.domain.week_edit import DAYS, Weeks


def weeks_of(hours: Hours) -> Weeks:
    """Return the weeks that follow each other: those of the rotation, or the one week."""
    return hours.rotation.weeks if hours.rotation else (hours.week,)


def with_weeks(hours: Hours, weeks: Weeks) -> Hours:
    """Return the hours with other weeks, as many as they have."""
    if hours.rotation:
        return hours._replace(rotation=hours.rotation._replace(weeks=weeks))
    return hours._replace(week=weeks[0])


def week_now(hours: Hours, today: date) -> int:
    """Return which of the weeks holds ``today``, from 0."""
    if not hours.rotation:
        return 0
    return (today - hours.rotation.anchor).days // DAYS % len(hours.rotation.weeks)


def with_another(hours: Hours, like: int, today: date) -> Hours:
    """Add a week at the end, with the hours of the ``like``-th; which one holds this week stays as it was.

    One week becomes two that take turns, the first holding in the week of ``today``.
    """
    weeks = weeks_of(hours)
    return _turning(hours, (*weeks, weeks[like]), week_now(hours, today), today)


def without_week(hours: Hours, number: int, today: date) -> Hours:
    """Take a week away; the one that holds this week stays the same if it is still there, and the last one is kept."""
    weeks = weeks_of(hours)
    if len(weeks) == 1:
        return hours
    now = week_now(hours, today)
    left = weeks[:number] + weeks[number + 1 :]
    return _turning(hours, left, min(now - (now > number), len(left) - 1), today)


def with_this_week(hours: Hours, number: int, today: date) -> Hours:
    """Let the ``number``-th of the weeks hold in the week of ``today``."""
    return _turning(hours, weeks_of(hours), number, today)


def _turning(hours: Hours, weeks: Weeks, now: int, today: date) -> Hours:
    if len(weeks) == 1:
        return hours._replace(week=weeks[0], rotation=None)
    anchor = today - timedelta(days=today.weekday() + now * DAYS)
    return hours._replace(rotation=Rotation(anchor, weeks))
