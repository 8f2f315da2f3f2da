# SPDX-License-Identifier: MIT
"""Is the engine right in every zone of the tz database, around the hours at which its clocks change?

The zones are those that ``zoneinfo`` finds: the system's database first, the tzdata package where there is none.
"""

from datetime import UTC, date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo, available_timezones

import pytest

from contracts.minute_reading import MINUTE, MinuteReading
from fakes.random_calendar import random_calendar, random_overrides
from rideau.domain.schedule import compile_timeline

ADVERSARIAL = (
    ("Pacific/Apia", "2011-12-30"),  # a day that was skipped
    ("Pacific/Kwajalein", "1993-08-21"),  # another
    ("Pacific/Fakaofo", "2011-12-30"),  # another
    ("Asia/Manila", "1844-12-31"),  # another, with seconds in the offset
    ("America/Juneau", "1867-10-18"),  # a day that came twice
    ("Africa/Casablanca", "2026-02-15"),  # standard time in summer, another for Ramadan
    ("Africa/El_Aaiun", "2026-03-22"),
    ("Europe/Dublin", "2026-03-29"),  # standard time in summer
    ("Australia/Lord_Howe", "2026-04-05"),  # half an hour
    ("Antarctica/Troll", "2026-03-29"),  # two hours
    ("Asia/Kathmandu", "1985-12-31"),  # a quarter
    ("America/St_Johns", "2006-04-02"),  # at 00:01
    ("America/St_Johns", "1988-04-03"),  # at 00:01, by two hours
    ("Asia/Gaza", "2011-08-01"),  # several at midnight within weeks
    ("Asia/Gaza", "2026-03-28"),
    ("America/Sao_Paulo", "2017-10-15"),  # no midnight
    ("Asia/Beirut", "2026-03-29"),  # no midnight
    ("Africa/Cairo", "2026-04-24"),  # no midnight
    ("America/Caracas", "2007-12-09"),
    ("Asia/Pyongyang", "2018-05-04"),
    ("Africa/Monrovia", "1972-01-07"),  # from an offset with seconds
    ("America/Scoresbysund", "2024-03-31"),  # two changes that cancel each other
    ("Europe/Lisbon", "1912-01-01"),
    ("Antarctica/Casey", "2010-03-05"),
)
WINDOW = timedelta(days=3)
STEP = timedelta(days=4)
ERA = (datetime(1900, 1, 1, tzinfo=UTC), datetime(2045, 1, 1, tzinfo=UTC))


def changes_of(zone: ZoneInfo) -> list[datetime]:
    """Return the instants, to within four days, at which the zone's offset changed or will."""
    found = []
    at, offset = ERA[0], ERA[0].astimezone(zone).utcoffset()
    while at < ERA[1]:
        at += STEP
        now = at.astimezone(zone).utcoffset()
        if now != offset:
            found.append(at)
            offset = now
    return found


def to_the_minute(zone: ZoneInfo, late: datetime) -> datetime:
    """Return the first minute with the offset that holds at ``late``, whose change lies at most four days before."""
    early = late - STEP
    offset = late.astimezone(zone).utcoffset()
    while late - early > MINUTE:
        middle = early + (late - early) // MINUTE // 2 * MINUTE
        if middle.astimezone(zone).utcoffset() == offset:
            late = middle
        else:
            early = middle
    return late


def check(zone: ZoneInfo, change: datetime, dice: Random) -> None:
    """Compare engine and reading in every minute around ``change`` under random settings."""
    change = change.replace(second=0, microsecond=0)
    start = change - timedelta(minutes=dice.randint(600, 3000))
    end = start + WINDOW
    calendar = random_calendar(dice, zone, change.astimezone(zone).date())
    overrides = random_overrides(dice, change)
    reading = MinuteReading(calendar, overrides, start, end)
    read = reading.minutes()
    compiled = compile_timeline(calendar, overrides, start, end)
    intervals = compiled.between(start, end)
    assert intervals[0].start == start
    assert intervals[-1].end == end
    said = []
    for each in intervals:
        assert each.start is not None
        assert each.end is not None
        first, last = (-((start - at) // MINUTE) for at in (each.start, each.end))
        said += [(each.phase, each.reason)] * (last - first)
    blurred = any(offset % MINUTE for offset in reading.offsets)
    for index, (expected, found) in enumerate(zip(read, said, strict=True)):
        if expected != found and not (blurred and len(set(read[max(index - 1, 0) : index + 2])) > 1):
            pytest.fail(
                f"{zone.key} at {start + index * MINUTE}: {expected} is right, {found} is said, {calendar}, {overrides}"
            )
    if not blurred:
        edges = [start + index * MINUTE for index in range(1, len(read)) if read[index] != read[index - 1]]
        assert [each.start for each in intervals[1:]] == edges


@pytest.mark.parametrize(("name", "day"), ADVERSARIAL)
def test_the_hardest_changes_of_clocks_are_read_as_the_contract_says(name: str, day: str) -> None:
    zone = ZoneInfo(name)
    change = datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC)
    for seed in range(12):
        check(zone, change, Random(f"{name} {day} {seed}"))  # noqa: S311 - the same settings in every run


@pytest.mark.parametrize("letter", sorted({name[:4] for name in available_timezones()}))
def test_every_zone_is_read_as_the_contract_says(letter: str) -> None:
    for name in sorted(each for each in available_timezones() if each.startswith(letter)):
        zone = ZoneInfo(name)
        dice = Random(name)  # noqa: S311 - the same settings in every run
        changes = changes_of(zone) or [datetime(2026, 3, 29, tzinfo=UTC)]
        for late in dice.sample(changes, min(2, len(changes))):
            check(zone, to_the_minute(zone, late), dice)
