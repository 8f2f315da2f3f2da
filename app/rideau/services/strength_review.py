# SPDX-License-Identifier: MIT
"""When is it asked whether the curtain holds as one likes? After two weeks, once ever (gentleness, rule 7)."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from rideau.domain.phase import Phase
from rideau.ports.clock import Clock
from rideau.ports.state import Event, EventKind, Journal
from rideau.services.rules import Rules

TWO_WEEKS = timedelta(days=14)


class ReviewPorts(NamedTuple):
    """Hold what the review acts through."""

    rules: Callable[[], Rules]
    """Returns the rules in force."""
    clock: Clock
    journal: Journal
    when_free: Callable[[Callable[[], None]], Callable[[], None]]
    """Calls what it is given at the next moment that is free, and returns what calls that off."""
    propose: Callable[[], None]


class StrengthReview:
    """Propose it in work hours, which are the calm ones. Main thread; the journal is read once a day at most."""

    def __init__(self, ports: ReviewPorts) -> None:
        """Wait for ``look``."""
        self._ports = ports
        self._call_off: Callable[[], None] | None = None
        self._looked_on: date | None = None
        self._is_over = False

    def look(self) -> None:
        """See whether it is time; called at every change of status."""
        rules, now = self._ports.rules(), self._ports.clock.now()
        if self._is_over or rules.schedule.phase_at(now) is not Phase.WORK:
            self.stop()
            return
        today = now.astimezone(rules.zone).date()
        if self._call_off is None and self._looked_on != today:
            self._looked_on = today
            if self._is_due():
                self._call_off = _nothing
                call_off = self._ports.when_free(self._propose)
                if self._call_off is not None:  # else it was free at once
                    self._call_off = call_off

    def stop(self) -> None:
        """Propose nothing any more, until ``look``."""
        if self._call_off is not None:
            self._call_off()
            self._call_off = self._looked_on = None

    def _is_due(self) -> bool:
        told = self._ports.journal.events(None, (EventKind.STARTED, EventKind.REVIEW))
        self._is_over = any(each.kind is EventKind.REVIEW for each in told)
        return bool(told) and not self._is_over and told[0].at <= self._ports.clock.now() - TWO_WEEKS

    def _propose(self) -> None:
        self._call_off, self._is_over = None, True
        self._ports.journal.record(Event(self._ports.clock.now(), EventKind.REVIEW, {}))
        self._ports.propose()


def _nothing() -> None:
    """Wait for nothing."""
