# SPDX-License-Identifier: MIT
"""When is something offered that nobody waits for? In work hours, which are the calm ones, at a moment that is free."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from rideau.domain.phase import Phase
from rideau.ports.clock import Clock
from rideau.services.free_moment import WhenFree
from rideau.services.rules import Rules


class CalmPorts(NamedTuple):
    """Hold what such an offer acts through."""

    rules: Callable[[], Rules]
    """Returns the rules in force."""
    clock: Clock
    when_free: WhenFree
    is_due: Callable[[Rules, date], bool]
    """Tells whether it is to be offered on that local day; asked once a day at most."""
    offer: Callable[[], None]


class CalmOffer:
    """Offer it once, when it is due. Main thread."""

    def __init__(self, ports: CalmPorts) -> None:
        """Wait for ``look``."""
        self._ports = ports
        self._call_off: Callable[[], None] | None = None
        self._looked_on: date | None = None

    def look(self, *, is_wanted: bool) -> None:
        """See whether it is time; called at every change of status."""
        rules, now = self._ports.rules(), self._ports.clock.now()
        if not is_wanted or rules.schedule.phase_at(now) is not Phase.WORK:
            self.stop()
            return
        today = now.astimezone(rules.zone).date()
        if self._call_off is None and self._looked_on != today:
            self._looked_on = today
            if self._ports.is_due(rules, today):
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

    def _offer(self) -> None:
        self._call_off = None
        self._ports.offer()


def _nothing() -> None:
    """Wait for nothing."""
