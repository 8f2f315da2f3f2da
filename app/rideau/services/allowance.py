# SPDX-License-Identifier: MIT
"""When is the day's allowance used up? Real use is added up while something has one, and only then."""

import logging
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from rideau.domain.allowance import DayBook, day_of, next_day, with_use
from rideau.domain.error import StorageError
from rideau.ports.clock import Clock
from rideau.ports.state import AllowanceStore, Event, EventKind, Journal
from rideau.services.status import Allowance

log = logging.getLogger(__name__)

WARNING = timedelta(minutes=2)
SAVED_EVERY = timedelta(minutes=5)
"""A crash forgets no more than this of what is being used."""


class AllowanceParts(NamedTuple):
    """Hold what it acts through."""

    store: AllowanceStore
    journal: Journal
    clock: Clock
    awake: Callable[[], timedelta]
    """A clock that nobody can set, and that stands still while the machine sleeps."""
    whole: Callable[[], timedelta]
    """The day's allowance by the settings in force."""
    zone: Callable[[], ZoneInfo]


class AllowanceCount:
    """Count the use of limited networks. Main thread; it is told when use begins and ends, and looks at nothing."""

    def __init__(self, parts: AllowanceParts) -> None:
        """Begin with what was kept."""
        self._parts = parts
        self._book = parts.store.load()
        self._since: timedelta | None = None
        """Since when something is used, on the clock that nobody sets."""
        self._warned_on: date | None = None
        self._told_on: date | None = None
        self.nearly_over: list[Callable[[timedelta], None]] = []
        """Who is told, once a day, how little is left."""

    @property
    def is_running(self) -> bool:
        """Tell whether something is being used."""
        return self._since is not None

    def run(self, *, is_used: bool) -> None:
        """Take note that limited networks are used from now on, or not."""
        if is_used == self.is_running:
            return
        self._take_up()
        self._since = self._parts.awake() if is_used else None

    def allowance(self, now: datetime) -> Allowance:
        """Return how much there is of the local day that ``now`` is in."""
        parts = self._parts
        running = parts.awake() - self._since if self._since is not None else timedelta(0)
        book = with_use(self._book, running, now, parts.zone())
        return Allowance(parts.whole(), book.used_on(day_of(now, parts.zone())))

    def is_used_up(self, now: datetime) -> bool:
        """Tell whether nothing is left of the day's allowance."""
        return self.allowance(now).left <= timedelta(0)

    def next_turn(self, now: datetime) -> datetime | None:
        """Return when to look again: as little is left as is warned of, nothing is, a new day begins.

        At once where nothing is left, and the plan in force was made while there still was.
        """
        left, tomorrow = self.allowance(now).left, next_day(now, self._parts.zone())
        if left <= timedelta(0):
            return tomorrow if self._is_held else now
        if not self.is_running:
            return None
        until_warning = left - WARNING if left > WARNING else left
        return min(now + min(until_warning, SAVED_EVERY), tomorrow)

    def look(self, now: datetime, *, is_held: bool) -> None:
        """Keep what was used so far, and say once a day that it is nearly over, and write down that it is.

        ``is_held`` tells whether the plan in force closes what is used up.
        """
        self._is_held = is_held
        if self.is_running:
            self._take_up()
            self._since = self._parts.awake()
        left, day = self.allowance(now).left, day_of(now, self._parts.zone())
        if timedelta(0) < left <= WARNING and self.is_running and self._warned_on != day:
            self._warned_on = day
            for each in self.nearly_over:
                each(left)
        if left <= timedelta(0) and self._told_on != day:
            self._told_on = day
            minutes = round(self._parts.whole() / timedelta(minutes=1))
            self._parts.journal.record(Event(now, EventKind.LIMIT, {"side": "personal", "minutes": minutes}))

    def close(self) -> None:
        """Keep what was used so far."""
        self.run(is_used=False)

    def _take_up(self) -> None:
        if self._since is None:
            return
        amount = self._parts.awake() - self._since
        self._keep(with_use(self._book, amount, self._parts.clock.now(), self._parts.zone()))

    def _keep(self, book: DayBook) -> None:
        if book == self._book:
            return
        self._book = book
        try:
            self._parts.store.save(book)
        except StorageError as error:  # counted all the same; a restart would know less
            log.warning("What was used of the allowance could not be kept: %s", error)
