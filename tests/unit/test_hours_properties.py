# SPDX-License-Identifier: MIT
"""Does the engine keep its promises under settings that nobody thought of, in zones that test it most?"""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from random import Random
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from contracts.minute_reading import MINUTE, MinuteReading
from fakes.random_calendar import random_calendar, random_overrides
from rideau.domain.schedule import Calendar, Schedule, compile_timeline

CHANGES = (
    ("Europe/Paris", datetime(2026, 3, 29, 1, tzinfo=UTC)),
    ("Europe/Paris", datetime(2026, 10, 25, 1, tzinfo=UTC)),
    ("Pacific/Apia", datetime(2011, 12, 30, 10, tzinfo=UTC)),
    ("Australia/Lord_Howe", datetime(2026, 4, 4, 15, tzinfo=UTC)),
    ("America/Sao_Paulo", datetime(2017, 10, 15, 3, tzinfo=UTC)),
    ("Africa/Casablanca", datetime(2026, 2, 15, 2, tzinfo=UTC)),
    ("Asia/Kathmandu", datetime(2026, 12, 31, 18, 15, tzinfo=UTC)),
)
DAY = timedelta(days=1)
changes = st.sampled_from(CHANGES)
dice = st.integers(0, 2**32).map(Random)


def a_calendar(roll: Random, change: tuple[str, datetime]) -> Calendar:
    zone = ZoneInfo(change[0])
    return random_calendar(roll, zone, change[1].astimezone(zone).date())


@settings(max_examples=6, deadline=None, derandomize=True, database=None)
@given(roll=dice, change=changes)
def test_every_minute_is_as_the_contract_says(roll: Random, change: tuple[str, datetime]) -> None:
    calendar, overrides = a_calendar(roll, change), random_overrides(roll, change[1])
    start, end = change[1] - DAY, change[1] + DAY
    timeline = compile_timeline(calendar, overrides, start, end)
    for index, (phase, reason) in enumerate(MinuteReading(calendar, overrides, start, end).minutes()):
        found = timeline.interval_at(start + index * MINUTE)
        assert (found.phase, found.reason) == (phase, reason)


@settings(max_examples=15, deadline=None, derandomize=True, database=None)
@given(roll=dice, change=changes)
def test_intervals_follow_each_other_and_transitions_are_their_edges(
    roll: Random, change: tuple[str, datetime]
) -> None:
    schedule = Schedule(a_calendar(roll, change), random_overrides(roll, change[1]))
    start, end = change[1] - 2 * DAY, change[1] + 2 * DAY
    found = schedule.intervals(start, end)
    assert (found[0].start, found[-1].end) == (start, end)
    for before, after in pairwise(found):
        assert before.end == after.start
        assert (before.phase, before.reason) != (after.phase, after.reason)
    for each in found:
        assert each.start
        assert each.end
        assert each.start < each.end
        for instant in (each.start, each.start + (each.end - each.start) / 2, each.end - timedelta(microseconds=1)):
            assert schedule.phase_at(instant) is each.phase
            later = schedule.next_transition(instant)
            assert later is None or later > instant
            assert each.end in {end, later}
            whole = schedule.interval_at(instant)
            assert (whole.phase, whole.reason, whole.end) == (each.phase, each.reason, later)
            assert each.start in {start, whole.start}


@settings(max_examples=15, deadline=None, derandomize=True, database=None)
@given(roll=dice, change=changes, hours=st.integers(1, 60))
def test_a_window_says_the_same_as_any_other_that_contains_it(
    roll: Random, change: tuple[str, datetime], hours: int
) -> None:
    calendar, overrides = a_calendar(roll, change), random_overrides(roll, change[1])
    start, end = change[1] - timedelta(hours=hours), change[1] + timedelta(hours=hours)
    narrow = compile_timeline(calendar, overrides, start, end)
    wide = compile_timeline(calendar, overrides, start - 20 * DAY, end + 20 * DAY)
    assert narrow.between(start, end) == wide.between(start, end)
