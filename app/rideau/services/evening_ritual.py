# SPDX-License-Identifier: MIT
"""When is the evening's ritual offered? Once a day, before a real closing, at a moment that is free (rules 3, 15)."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from rideau.domain.evening_ritual import Closing, offered_from
from rideau.ports.clock import Clock, Delay
from rideau.ports.state import Event, EventKind, Journal
from rideau.services.rules import Rules

TOO_LATE = timedelta(minutes=2)
"""Nobody begins a ritual of five minutes then."""
PATIENCE = timedelta(minutes=5)
"""How long a pause in what they do is waited for; then any moment will do that nothing stands in the way of."""
THERE = frozenset({"offered", "opened"})
"""After these it is asked for no more that day."""
WhenFree = Callable[[Callable[[], None]], Callable[[], None]]
"""Calls what it is given at the next moment that is free, and returns what calls that off."""


class RitualPorts(NamedTuple):
    """Hold what the ritual acts through."""

    rules: Callable[[], Rules]
    """Returns the rules in force."""
    clock: Clock
    journal: Journal
    delay: Delay
    when_free: WhenFree
    is_free: Callable[[], bool]
    """Tells whether nothing stands in the way right now."""
    offer: Callable[[], None]


class EveningRitual:
    """Offer it. Main thread; nothing polls, and what is not free for it before the closing is dropped silently."""

    def __init__(self, ports: RitualPorts) -> None:
        """Wait for ``look``."""
        self._ports = ports
        self._waits: Callable[[], None] = _nothing
        self._patience: Callable[[], None] = _nothing
        self._awaited: tuple[datetime, Closing] | None = None
        self._is_due = False
        self._seen: tuple[date, bool] | None = None
        """Whether it was there on that day already: the journal is asked once."""

    def look(self) -> None:
        """Wait for the time before the next closing as it is by now. Called at every change of status."""
        rules, now = self._ports.rules(), self._ports.clock.now()
        found = offered_from(rules.schedule, rules.settings.wind_down, now)
        if found is not None and (found[1].at - now < TOO_LATE or self._was_there(rules, now)):
            found = None
        if found == self._awaited and self._is_due:
            return
        self.stop()
        self._awaited = found
        if found is not None:
            self._waits = self._ports.delay.after(max(found[0] - now, timedelta(0)), self._due)

    def opened(self) -> None:
        """Note that the person opened it: it is not offered any more that day."""
        self._note("opened")
        self.stop()

    def stop(self) -> None:
        """Offer nothing any more, until ``look``."""
        self._waits()
        self._patience()
        self._waits = self._patience = _nothing
        self._awaited, self._is_due = None, False

    def _due(self) -> None:
        self._is_due = True
        self._waits = self._ports.when_free(self._offer)
        if self._is_due:  # it may have been free at once
            self._patience = self._ports.delay.after(PATIENCE, self._any_moment)

    def _any_moment(self) -> None:
        if self._ports.is_free():
            self._offer()
        else:
            self._patience = self._ports.delay.after(PATIENCE, self._any_moment)

    def _offer(self) -> None:
        """Offer it, unless it is too late by now."""
        awaited, now = self._awaited, self._ports.clock.now()
        self.stop()
        is_open = self._ports.rules().schedule.phase_at(now).is_open
        if awaited is not None and awaited[1].at - now >= TOO_LATE and is_open:
            self._note("offered")
            self._ports.offer()

    def _note(self, how: str) -> None:
        now = self._ports.clock.now()
        self._seen = (now.astimezone(self._ports.rules().zone).date(), True)
        self._ports.journal.record(Event(now, EventKind.EVENING, {"how": how}))

    def _was_there(self, rules: Rules, now: datetime) -> bool:
        """Tell whether it was offered or opened today."""
        today = now.astimezone(rules.zone).date()
        if self._seen is None or self._seen[0] != today:
            events = self._ports.journal.events(datetime.combine(today, time(), rules.zone))
            was_there = any(each.kind is EventKind.EVENING and each.details.get("how") in THERE for each in events)
            self._seen = (today, was_there)
        return self._seen[1]


def _nothing() -> None:
    """Wait for nothing."""
