# SPDX-License-Identifier: MIT
"""When is a check-in offered? Where the person wants it, every few weeks, in work hours, at a moment that is free."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from rideau.ports.clock import Clock
from rideau.ports.state import Event, EventKind, Journal
from rideau.services.calm_offer import CalmOffer, CalmPorts
from rideau.services.free_moment import WhenFree
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
    when_free: WhenFree
    offer: Callable[[], None]


class CheckInOffer:
    """Offer it once, and then no more until the next time, whether it was taken or not. Main thread."""

    def __init__(self, ports: OfferPorts) -> None:
        """Wait for ``look``."""
        self._ports = ports
        self._calm = CalmOffer(CalmPorts(ports.rules, ports.clock, ports.when_free, self._is_due, self._offer))

    def look(self) -> None:
        """See whether it is time; called at every change of status. Notebook and journal are read once a day."""
        self._calm.look(is_wanted=self._ports.rules().settings.check_in.is_on)

    def stop(self) -> None:
        """Offer nothing any more, until ``look``; what was not offered yet is looked for again then."""
        self._calm.stop()

    def _is_due(self, rules: Rules, today: date) -> bool:
        from rideau.domain.check_in import is_due  # noqa: PLC0415 - once a day, where it is wanted

        weeks = rules.settings.check_in.every_weeks
        since = datetime.combine(today - timedelta(weeks=weeks), time(), rules.zone)
        events = self._ports.journal.events(since, (EventKind.CHECK_IN,))
        offered = [each.at.astimezone(rules.zone).date() for each in events]
        return is_due(weeks, self._ports.notebook.load().check_ins, max(offered, default=None), today)

    def _offer(self) -> None:
        self._ports.journal.record(Event(self._ports.clock.now(), EventKind.CHECK_IN, {"how": OFFERED}))
        self._ports.offer()
