# SPDX-License-Identifier: MIT
"""Which settings might a person have? Random ones, with a liking for the hours at which clocks change."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from rideau.domain.override import Override, OverrideKind
from rideau.domain.schedule import Calendar
from rideau.domain.settings import (
    ClockRange,
    ExceptionalDay,
    FocusStretch,
    Holidays,
    Hours,
    Leave,
    Rotation,
    Week,
    WindDown,
)

EDGES = (0, 1, 30, 59, 60, 61, 90, 120, 150, 180, 210, 540, 750, 840, 1080, 1320, 1380, 1381, 1410, 1439)


def random_calendar(dice: Random, zone: ZoneInfo, near: date) -> Calendar:
    """Return settings whose dates lie around ``near``."""
    hours = Hours(
        week=_week(dice),
        rotation=_rotation(dice, near) if _is(dice, 0.3) else None,
        holidays=Holidays("FR", worked=frozenset(_dates(dice, near, 2))) if _is(dice, 0.5) else None,
        exceptions=tuple(ExceptionalDay(day, _day(dice), "Fair") for day in _dates(dice, near, 3)),
        leave=tuple(_leave(dice, near, f"Leave {number}") for number in range(dice.choice((0, 0, 1, 2)))),
    )
    return Calendar(
        hours=hours,
        wind_down=WindDown(dice.choice((0, 1, 15, 60, 600)), dice.choice((0, 0.5, 4, 8, 13.25, 60))),
        focus_plan=tuple(
            FocusStretch(tuple(dice.sample(range(7), dice.randint(1, 7))), _range(dice, 0, is_last=True))
            for _ in range(dice.choice((0, 1, 2)))
        ),
        zone=zone,
        holidays={day: f"Holiday {day.day}" for day in _dates(dice, near, 4)},
    )


def random_overrides(dice: Random, near: datetime) -> tuple[Override, ...]:
    """Return up to three switches by hand around ``near``."""
    made = []
    for number in range(dice.choice((0, 0, 1, 2, 3))):
        start = near.astimezone(UTC).replace(second=0, microsecond=0) + timedelta(minutes=dice.randint(-2500, 2500))
        end = None if _is(dice, 0.1) else start + timedelta(minutes=dice.randint(0, 900))
        made.append(Override(dice.choice(list(OverrideKind)), start, end, f"reason {number}"))
    return tuple(made)


def _is(dice: Random, likely: float) -> bool:
    return dice.random() < likely


def _minute(dice: Random, least: int, most: int) -> int:
    edges = [each for each in EDGES if least <= each <= most]
    return dice.choice(edges) if edges and _is(dice, 0.7) else dice.randint(least, most)


def _range(dice: Random, least: int, *, is_last: bool) -> ClockRange:
    start = _minute(dice, least, 1438)
    end = _minute(dice, start + 1, 1439)
    if is_last and _is(dice, 0.4):
        end = 1440 + (_minute(dice, 0, start - 1) if start and _is(dice, 0.7) else 0)
    return ClockRange(start, end)


def _day(dice: Random) -> tuple[ClockRange, ...]:
    if _is(dice, 0.1):
        return (ClockRange(0, 1440),)
    ranges: list[ClockRange] = []
    least = 0
    wanted = dice.choice((0, 1, 1, 2, 2, 3))
    for number in range(wanted):
        if least > 1437:
            break
        ranges.append(_range(dice, least, is_last=number == wanted - 1))
        least = ranges[-1].end
    return tuple(ranges)


def _week(dice: Random) -> Week:
    return Week(tuple(_day(dice) for _ in range(7)))


def _rotation(dice: Random, near: date) -> Rotation:
    monday = near - timedelta(days=near.weekday()) + timedelta(weeks=dice.randint(-3, 3))
    return Rotation(monday, tuple(_week(dice) for _ in range(dice.randint(1, 3))))


def _dates(dice: Random, near: date, most: int) -> list[date]:
    return sorted({near + timedelta(days=dice.randint(-4, 4)) for _ in range(dice.randint(0, most))})


def _leave(dice: Random, near: date, label: str) -> Leave:
    first = near + timedelta(days=dice.randint(-4, 3))
    last = first + timedelta(days=dice.randint(0, 3))
    start: date | datetime = first
    until: date | datetime = last
    if _is(dice, 0.5):
        start = _moment(dice, first)
    if _is(dice, 0.5):
        until = _moment(dice, last)
    return Leave(start, until, label)


def _moment(dice: Random, day: date) -> datetime:
    return datetime.combine(day, time()) + timedelta(minutes=_minute(dice, 0, 1439))
