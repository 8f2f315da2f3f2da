# SPDX-License-Identifier: MIT
"""How much of a day's allowance is used? A fold of stretches of real use into local days, pure."""

from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from rideau.domain.attention import Presence, Signals
from rideau.domain.wall_clock import start_of

DAYS_KEPT = 8
"""Of so many days the use is known: a clock that is set forward and back again makes nothing of it anew."""
NOTHING = timedelta(0)


class DayBook(NamedTuple):
    """Hold how long limited networks were used, by local day, the oldest first."""

    days: tuple[tuple[date, timedelta], ...] = ()

    def used_on(self, day: date) -> timedelta:
        """Return how much of ``day`` was used."""
        return dict(self.days).get(day, NOTHING)


def day_of(now: datetime, zone: ZoneInfo) -> date:
    """Return which local day it is."""
    return now.astimezone(zone).date()


def next_day(now: datetime, zone: ZoneInfo) -> datetime:
    """Return when the next local day begins, aware UTC; 23 to 25 hours make a day where clocks change."""
    return start_of(day_of(now, zone) + timedelta(days=1), zone)


def with_use(book: DayBook, amount: timedelta, now: datetime, zone: ZoneInfo) -> DayBook:
    """Return ``book`` with ``amount`` of use that ended at ``now``: what lies before midnight goes to that day.

    ``amount`` is measured on a clock that nobody sets and that stands still in sleep; ``now`` only says which day.
    """
    left, end = max(amount, NOTHING), now
    days = dict(book.days)
    while left > NOTHING:
        day = day_of(end, zone)
        begun = start_of(day, zone)
        here = min(left, end - begun) if end > begun else left
        days[day] = days.get(day, NOTHING) + here
        left, end = left - here, begun - timedelta.resolution
    return DayBook(tuple(sorted(days.items())[-DAYS_KEPT:]))


class InFront(NamedTuple):
    """Hold what is known of what somebody looks at."""

    app: str | None = None
    """The limited network whose app the active window is."""
    is_browser: bool = False
    """Whether the active window is a browser's."""
    by_tab: frozenset[str] = frozenset()
    """The limited networks in the active tab of a focused window, as extensions tell."""
    by_gate: frozenset[str] = frozenset()
    """Those that are live through the gate from browsers without the extension."""


def is_used(front: InFront, signals: Signals) -> bool:
    """Tell whether a limited network is used: looked at by somebody who is there, or a film of it watched.

    Where presence is not known, who has it in front is there.
    """
    is_in_front = front.app is not None or bool(front.by_tab) or (front.is_browser and bool(front.by_gate))
    if not is_in_front or signals.locked:
        return False
    return signals.presence is not Presence.AWAY or bool(signals.playing)
