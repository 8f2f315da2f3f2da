# SPDX-License-Identifier: MIT
"""When is it asked whether the curtain holds as one likes? After two weeks, once ever (gentleness, rule 7)."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from rideau.ports.clock import Clock
from rideau.ports.state import Event, EventKind, Journal
from rideau.services.calm_offer import CalmOffer, CalmPorts
from rideau.services.free_moment import WhenFree
from rideau.services.rules import Rules

TWO_WEEKS = timedelta(days=14)


class ReviewPorts(NamedTuple):
    """Hold what the review acts through."""

    rules: Callable[[], Rules]
    """Returns the rules in force."""
    clock: Clock
    journal: Journal
    when_free: WhenFree
    propose: Callable[[], None]


class StrengthReview:
    """Propose it, whether that is taken or not. Main thread."""

    def __init__(self, ports: ReviewPorts) -> None:
        """Wait for ``look``."""
        self._ports = ports
        self._offer = CalmOffer(CalmPorts(ports.rules, ports.clock, ports.when_free, self._is_due, self._propose))
        self._is_over = False

    def look(self) -> None:
        """See whether it is time; called at every change of status. The journal is read once a day at most."""
        self._offer.look(is_wanted=not self._is_over)

    def stop(self) -> None:
        """Propose nothing any more, until ``look``."""
        self._offer.stop()

    def _is_due(self, _rules: Rules, _today: date) -> bool:
        told = self._ports.journal.events(None, (EventKind.STARTED, EventKind.REVIEW))
        self._is_over = any(each.kind is EventKind.REVIEW for each in told)
        return bool(told) and not self._is_over and told[0].at <= self._ports.clock.now() - TWO_WEEKS

    def _propose(self) -> None:
        self._is_over = True
        self._ports.journal.record(Event(self._ports.clock.now(), EventKind.REVIEW, {}))
        self._ports.propose()
