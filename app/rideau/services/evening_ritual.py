# SPDX-License-Identifier: MIT
"""When is the evening's ritual offered? Once a day, before a real closing, at a moment that is free (rules 3, 15)."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from rideau.domain.evening_ritual import Closing, offered_from
from rideau.ports.clock import Clock
from rideau.ports.state import Event, EventKind, Journal
from rideau.services.free_moment import FreeMoment, Moments
from rideau.services.rules import Rules

TOO_LATE = timedelta(minutes=2)
"""Nobody begins a ritual of five minutes then."""
THERE = frozenset({"offered", "opened"})
"""After these it is asked for no more that day."""


class RitualPorts(NamedTuple):
    """Hold what the ritual acts through."""

    rules: Callable[[], Rules]
    """Returns the rules in force."""
    clock: Clock
    journal: Journal
    moments: Moments
    offer: Callable[[], None]


class EveningRitual:
    """Offer it. Main thread; nothing polls, and what is not free for it before the closing is dropped silently."""

    def __init__(self, ports: RitualPorts) -> None:
        """Wait for ``look``."""
        self._ports = ports
        self._moment = FreeMoment(ports.moments)
        self._time: Callable[[], None] = _nothing
        self._awaited: Closing | None = None
        """The closing that a free moment is waited for before; None while it is not time yet."""
        self._seen: tuple[date, bool] | None = None
        """Whether it was there on that day already: the journal is asked once."""

    def look(self) -> None:
        """Wait for the time before the next closing as it is by now. Called at every change of status."""
        rules, now = self._ports.rules(), self._ports.clock.now()
        found = offered_from(rules.schedule, rules.settings.wind_down, now)
        if found is None or found[1].at - now < TOO_LATE or self._was_there(rules, now):
            self.stop()
        elif found[0] > now:
            self.stop()
            self._time = self._ports.moments.delay.after(found[0] - now, self.look)
        elif found[1] != self._awaited:
            self.stop()
            self._awaited = found[1]
            self._moment.wait(self._offer)

    def opened(self) -> None:
        """Note that the person opened it: it is not offered any more that day."""
        self._note("opened")
        self.stop()

    def stop(self) -> None:
        """Offer nothing any more, until ``look``."""
        self._time()
        self._moment.stop()
        self._time, self._awaited = _nothing, None

    def _offer(self) -> None:
        """Offer it, unless it is too late by now."""
        awaited, self._awaited = self._awaited, None
        if awaited is not None and awaited.at - self._ports.clock.now() >= TOO_LATE:
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
            events = self._ports.journal.events(datetime.combine(today, time(), rules.zone), (EventKind.EVENING,))
            was_there = any(each.details.get("how") in THERE for each in events)
            self._seen = (today, was_there)
        return self._seen[1]


def _nothing() -> None:
    """Wait for nothing."""
