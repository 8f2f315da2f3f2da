# SPDX-License-Identifier: MIT
"""When is a check-in offered? Where the person wants it, every few weeks, in work hours, at a moment that is free."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from rideau.domain.phase import Phase
from rideau.ports.clock import Clock
from rideau.ports.state import Event, EventKind, Journal
from rideau.services.rules import Rules

if TYPE_CHECKING:
    from rideau.ports.notebook import Notebook

OFFERED = "offered"


class OfferPorts(NamedTuple):
    """Hold what the offer acts through."""

    rules: Callable[[], Rules]
    """Returns the rules in force."""
    clock: Clock
    notebook: "Notebook"
    journal: Journal
    when_free: Callable[[Callable[[], None]], Callable[[], None]]
    """Calls what it is given at the next moment that is free, and returns what calls that off."""
    offer: Callable[[], None]


class CheckInOffer:
    """Offer it once, and then no more until the next time, whether it was taken or not. Main thread."""

    def __init__(self, ports: OfferPorts) -> None:
        """Wait for ``look``."""
        self._ports = ports
        self._call_off: Callable[[], None] | None = None
        self._looked_on: date | None = None

    def look(self) -> None:
        """See whether it is time; called at every change of status. Notebook and journal are read once a day."""
        rules, now = self._ports.rules(), self._ports.clock.now()
        is_time = rules.settings.check_in.is_on and rules.schedule.phase_at(now) is Phase.WORK
        if not is_time:
            self.stop()
            return
        today = now.astimezone(rules.zone).date()
        if self._call_off is None and self._looked_on != today:
            self._looked_on = today
            if self._is_due(rules, today):
                self._wait()

    def stop(self) -> None:
        """Offer nothing any more, until ``look``; what was not offered yet is looked for again then."""
        if self._call_off is not None:
            self._call_off()
            self._call_off = self._looked_on = None

    def _wait(self) -> None:
        self._call_off = _nothing
        call_off = self._ports.when_free(self._offer)
        if self._call_off is not None:  # else it was free at once
            self._call_off = call_off

    def _is_due(self, rules: Rules, today: date) -> bool:
        from rideau.domain.check_in import is_due  # noqa: PLC0415 - once a day, where it is wanted

        weeks = rules.settings.check_in.every_weeks
        since = datetime.combine(today - timedelta(weeks=weeks), time(), rules.zone)
        events = self._ports.journal.events(since, (EventKind.CHECK_IN,))
        offered = [each.at.astimezone(rules.zone).date() for each in events]
        return is_due(weeks, self._ports.notebook.load().check_ins, max(offered, default=None), today)

    def _offer(self) -> None:
        self._call_off = None
        self._ports.journal.record(Event(self._ports.clock.now(), EventKind.CHECK_IN, {"how": OFFERED}))
        self._ports.offer()


def _nothing() -> None:
    """Wait for nothing."""
