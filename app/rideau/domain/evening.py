# SPDX-License-Identifier: MIT
"""What will happen tonight? When the day ends and what closes then, as the settings have it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from rideau.domain.network import Action, Network, Side
from rideau.domain.phase import Interval, Phase
from rideau.domain.policy import action_for
from rideau.domain.schedule import Schedule
from rideau.domain.settings import Settings

MOST_CLOSINGS = 50
"""Whoever closes more often than that in a row without an evening between has none."""


class Evening(NamedTuple):
    """Hold what there is to say of the end of the present day; instants are aware UTC."""

    now: datetime
    zone: ZoneInfo
    interval: Interval
    """What holds now."""
    closes_at: datetime | None
    """When the next day of work ends for good; None where nothing closes any more."""
    reopens_at: datetime | None
    """When the shop opens again after that; where it is closed until another day already, when that is over."""
    opens_at: datetime | None
    """When the shop opens next, where it is closed now and opens again today."""
    closing: tuple[str, ...]
    """The names of what closes, in the order given."""
    silent: tuple[str, ...]
    """The names of what is muted and not closed."""
    staying: tuple[str, ...]
    """The names of what stays as it is, what is personal first."""

    @property
    def is_closed_until_another_day(self) -> bool:
        """Tell whether today's work is over, or there is none today."""
        return not self.interval.phase.is_open and self.opens_at is None


def evening_of(
    schedule: Schedule, networks: Sequence[Network], settings: Settings, now: datetime, zone: ZoneInfo
) -> Evening:
    """Return the evening after ``now`` (aware) for ``networks``, the ones to be named, in that order."""
    interval = schedule.interval_at(now)
    verdicts = [(each.name, action_for(each, Phase.QUIET, settings)) for each in networks]
    actions = [(name, verdict.action) for name, verdict in verdicts]
    left = [(verdict.counts_as is not Side.PERSONAL, name) for name, verdict in verdicts if not verdict.action.mutes]
    opens_at = None if interval.phase.is_open else schedule.next_opening(now)
    closes_at: datetime | None = None
    reopens_at: datetime | None = None
    if opens_at is not None and _day(opens_at, zone) != _day(now, zone):
        reopens_at, opens_at = opens_at, None
    elif interval.phase.is_open or opens_at is not None:
        closes_at, reopens_at = end_of_day(schedule, opens_at or now, timedelta(hours=settings.wind_down.min_gap_hours))
    return Evening(
        now=now,
        zone=zone,
        interval=interval,
        closes_at=closes_at,
        reopens_at=reopens_at,
        opens_at=opens_at,
        closing=tuple(name for name, action in actions if action is Action.BLOCK),
        silent=tuple(name for name, action in actions if action is Action.MUTE),
        staying=tuple(name for _, name in sorted(left, key=lambda each: each[0])),
    )


def end_of_day(schedule: Schedule, start: datetime, gap: timedelta) -> tuple[datetime | None, datetime | None]:
    """Return the first closing from ``start`` on that lasts for ``gap`` and is no break, and the opening after it.

    Whoever has none is told of the very first one.
    """
    closes_at = first_close = schedule.next_closing(start)
    first_opening: datetime | None = None
    for _ in range(MOST_CLOSINGS):
        if closes_at is None:
            break
        reopens_at = schedule.next_opening(closes_at)
        if reopens_at is None or reopens_at - closes_at >= gap:
            return closes_at, reopens_at
        first_opening = first_opening or reopens_at
        closes_at = schedule.next_closing(reopens_at)
    return first_close, first_opening


def _day(instant: datetime, zone: ZoneInfo) -> object:
    return instant.astimezone(zone).date()
