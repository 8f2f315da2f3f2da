# SPDX-License-Identifier: MIT
"""When are work notifications handed over inside work hours, and which wait until then? (SPEC G7)."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from itertools import pairwise, starmap
from typing import NamedTuple
from zoneinfo import ZoneInfo

from rideau.domain.network import Side
from rideau.domain.phase import Interval, Phase
from rideau.domain.plan import Batch, Plan
from rideau.domain.settings import Batches
from rideau.domain.wall_clock import instant_at, midnights

AFTER_START = timedelta(minutes=30)
BEFORE_END = timedelta(minutes=45)
A_DAY = timedelta(days=1)
REACH = timedelta(hours=36)
"""How far around now the hours of the day are looked at."""


class Stretch(NamedTuple):
    """Hold one stretch of work, half-open, in aware UTC."""

    start: datetime
    end: datetime


def stretches_of(intervals: Iterable[Interval]) -> tuple[Stretch, ...]:
    """Return the stretches of work among ``intervals``, sorted; what meets is one."""
    found: list[Stretch] = []
    for each in intervals:
        if not each.phase.is_open or each.start is None or each.end is None:
            continue
        if found and found[-1].end == each.start:
            found[-1] = Stretch(found[-1].start, each.end)
        else:
            found.append(Stretch(each.start, each.end))
    return tuple(found)


def hand_overs(day: Sequence[Stretch], batches: Batches, zone: ZoneInfo) -> tuple[datetime, ...]:
    """Return when notifications are handed over on a day of these stretches, sorted, each inside work.

    By default half an hour after the first start, after the longest break (half-way where there is none), and three
    quarters of an hour before the end.
    """
    if not day:
        return ()
    wanted = _at_times(day, batches.times, zone) if batches.times else _by_hours(day)
    inside = {each for each in wanted if any(work.start <= each < work.end for work in day)}
    return tuple(sorted(inside))


def batch_at(now: datetime, stretches: Sequence[Stretch], batches: Batches, zone: ZoneInfo) -> Batch | None:
    """Return the hand-overs around ``now``; None outside the hours of ``stretches``, or where batches are off."""
    here = next((each for each in stretches if each.start <= now < each.end), None)
    if not batches.is_on or here is None:
        return None
    times = [each for each in _around(here, stretches, batches, zone) if here.start <= each < here.end]
    last = max((each for each in times if each <= now), default=here.start)
    coming = min((each for each in times if each > now), default=None)
    return Batch(last, coming, tuple(each.casefold() for each in batches.urgent_senders if each.strip()))


def _around(here: Stretch, stretches: Sequence[Stretch], batches: Batches, zone: ZoneInfo) -> Iterable[datetime]:
    """Return the hand-overs of the day that ``here`` begins on; of each day of it where it lasts for days."""
    date = here.start.astimezone(zone).date()
    if not batches.times and here.end - here.start > A_DAY:
        parts = _days_of(here, zone)
        return (each for part in parts for each in hand_overs((part,), batches, zone))
    return hand_overs([each for each in stretches if each.start.astimezone(zone).date() == date], batches, zone)


def _days_of(stretch: Stretch, zone: ZoneInfo) -> tuple[Stretch, ...]:
    """Return ``stretch`` cut at every midnight, so that who works on and on has days all the same."""
    nights = (instant_at(each, timedelta(0)) for each in midnights(stretch.start, stretch.end, (0, 0), zone))
    edges = sorted({stretch.start, *(each for each in nights if stretch.start < each < stretch.end), stretch.end})
    return tuple(starmap(Stretch, pairwise(edges)))


def with_batches(plan: Plan, batch: Batch | None, batches: Batches) -> Plan:
    """Return ``plan`` with the work networks it leaves alone withheld until the next hand-over of ``batch``.

    A focus session is not interrupted: what would be handed over within it comes at its end.
    """
    if batch is None or not plan.interval.phase.is_open:
        return plan
    muted = {each.id for each in plan.muted}
    work = (each.id for each in plan.networks if each.counts_as is Side.WORK)
    withheld = frozenset(id_ for id_ in work if id_ not in muted and id_ not in batches.urgent_networks)
    return plan._replace(withheld=withheld, batch=_after_focus(batch, plan.interval))


def _after_focus(batch: Batch, interval: Interval) -> Batch:
    start, end = interval.start, interval.end
    if interval.phase is not Phase.FOCUS or start is None or end is None:
        return batch
    if batch.last is not None and batch.last > start:
        return batch._replace(last=start, next=end)
    return batch._replace(next=None if batch.next is None else max(batch.next, end))


def _at_times(day: Sequence[Stretch], times: Iterable[int], zone: ZoneInfo) -> set[datetime]:
    walls = midnights(day[0].start, day[-1].end, (0, 0), zone)
    return {instant_at(midnight, timedelta(minutes=each)) for midnight in walls for each in times}


def _by_hours(day: Sequence[Stretch]) -> set[datetime]:
    first, last = day[0].start, day[-1].end
    breaks = [(after.start - before.end, after.start) for before, after in pairwise(day)]
    middle = max(breaks)[1] if breaks else first + (last - first) / 2
    early, late = first + AFTER_START, last - BEFORE_END
    return {early, *(each for each in (middle, late) if each > early)}
