# SPDX-License-Identifier: MIT
"""A journal in memory."""

from collections.abc import Iterable
from datetime import datetime

from rideau.domain.waiting import Waiting
from rideau.ports.state import ALL_KINDS, Event, EventKind


class FakeJournal:
    """Keep the journal in memory."""

    def __init__(self) -> None:
        """Begin empty."""
        self.is_closed = False
        self._events: list[Event] = []
        self._held: list[Waiting] = []
        self._handed_over: dict[int, datetime] = {}

    def record(self, event: Event) -> None:
        """Keep it."""
        self._events.append(event)

    def events(self, since: datetime | None = None, kinds: Iterable[EventKind] = ALL_KINDS) -> tuple[Event, ...]:
        """Return what was recorded, oldest first."""
        wanted = frozenset(kinds)
        found = [each for each in self._events if each.kind in wanted and (since is None or each.at >= since)]
        return tuple(sorted(found, key=lambda event: event.at))

    def hold(self, waiting: Waiting) -> None:
        """Keep it, numbered."""
        self._held.append(waiting._replace(id=len(self._held) + 1))

    def waiting(self) -> tuple[Waiting, ...]:
        """Return what was not handed over."""
        return self._sorted(each for each in self._held if each.id not in self._handed_over)

    def hand_over(self, ids: Iterable[int], at: datetime) -> None:
        """Mark them, once."""
        for each in ids:
            self._handed_over.setdefault(each, at)

    def handed_over(self, since: datetime) -> tuple[Waiting, ...]:
        """Return what was marked since."""
        given = {each for each, at in self._handed_over.items() if at >= since}
        return self._sorted(each for each in self._held if each.id in given)

    def close(self) -> None:
        """Remember that it was closed."""
        self.is_closed = True

    @staticmethod
    def _sorted(found: Iterable[Waiting]) -> tuple[Waiting, ...]:
        return tuple(sorted(found, key=lambda each: each.received_at))
