# SPDX-License-Identifier: MIT
"""Is anybody's rest too short tonight? Says so with the figures, and proposes a later opening, once (SPEC H6)."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from rideau.domain.evening import end_of_day
from rideau.domain.phase import Rule
from rideau.domain.rest import Rest, Worked, broken_rest, planned_rest
from rideau.ports.state import Event, EventKind, Journal
from rideau.services.rules import Rules
from rideau.services.status import Status

ENDS = (EventKind.PHASE, EventKind.STOPPED)
"""What work by hand begins or ends with."""


class RestPorts(NamedTuple):
    """Hold what the guard acts through."""

    rules: Callable[[], Rules]
    """Returns the rules in force."""
    closed_since: Callable[[], datetime | None]
    journal: Journal
    propose: Callable[[Rest], None]
    """Says how short the rest is, and offers the later opening that would leave it whole."""
    open_later: Callable[[datetime], Status]


class RestGuard:
    """Watch over the rest between two days of work. Main thread; a late attempt is no work, and is not counted."""

    def __init__(self, ports: RestPorts) -> None:
        """Wait for ``look``."""
        self._ports = ports
        self._seen: tuple[datetime, datetime | None] | None = None
        """Since when it is closed, and until when: asked about once."""
        self.short: Rest | None = None
        """The rest that is too short tonight, after work by hand."""

    def look(self, status: Status) -> None:
        """Look at the rest as it is by now. Called at every change of status."""
        if status.interval.phase.is_open:
            self._seen = self.short = None
            return
        since = self._ports.closed_since()
        seen = (since, status.next_opening) if since is not None else None
        if seen is None or seen == self._seen:
            return
        self._seen = seen
        self.short = self._short_rest(*seen)
        if self.short is not None and self._is_worth_it(self.short) and not self._was_proposed(seen[0]):
            self._note(status.at, "proposed", self.short)
            self._ports.propose(self.short)

    def take(self, rest: Rest, now: datetime) -> Status:
        """Open later, as was proposed.

        Raises:
            UsageError: it is open already.
            StorageError: it could not be kept; nothing changed.

        """
        status = self._ports.open_later(rest.later_opening)
        self._note(now, "taken", rest)
        return status

    def completed(self, status: Status) -> Status:
        """Return ``status`` with the rest that is too short, where there is one."""
        return status._replace(rest=self.planned(status.at) if status.interval.phase.is_open else self.short)

    def planned(self, now: datetime) -> Rest | None:
        """Return the rest that follows today's closing by plan, where it is shorter than it should be."""
        rules = self._ports.rules()
        if not rules.schedule.with_overrides(()).phase_at(now).is_open:
            return None  # by a key: how much rest that leaves is known once it is over
        rest = planned_rest(rules.schedule, now, _gap(rules))
        return rest if rest is not None and rest.is_short else None

    def _short_rest(self, since: datetime, opening: datetime | None) -> Rest | None:
        if opening is None:
            return None
        return broken_rest(since, tuple(_worked(self._ports.journal.events(since, ENDS))), opening)

    def _is_worth_it(self, rest: Rest) -> bool:
        """Tell whether something of the day is left then: nobody is asked to give a whole one away."""
        rules = self._ports.rules()
        closes_at, _ = end_of_day(rules.schedule, rest.end, _gap(rules))
        return closes_at is None or rest.later_opening < closes_at

    def _was_proposed(self, since: datetime) -> bool:
        return bool(self._ports.journal.events(since, (EventKind.REST,)))

    def _note(self, now: datetime, how: str, rest: Rest) -> None:
        details = {"how": how, "until": rest.later_opening.isoformat()}
        self._ports.journal.record(Event(now, EventKind.REST, details))


def _worked(events: tuple[Event, ...]) -> Iterator[Worked]:
    """Yield from when until when it was open by hand; what has no end goes on, and is no rest's beginning yet."""
    begun: datetime | None = None
    for each in events:
        if begun is not None:
            yield begun, each.at
        is_by_hand = each.kind is EventKind.PHASE and each.details.get("why") == Rule.OPENED_BY_HAND.value
        begun = each.at if is_by_hand else None


def _gap(rules: Rules) -> timedelta:
    return timedelta(hours=rules.settings.wind_down.min_gap_hours)
