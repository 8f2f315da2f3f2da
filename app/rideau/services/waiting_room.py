# SPDX-License-Identifier: MIT
"""When is what waited given back, and where is it until it is read? (SPEC E1: one digest at opening)."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

from rideau.domain.plan import Plan
from rideau.domain.waiting import Waiting
from rideau.ports.state import Journal


class Digest(NamedTuple):
    """Hold what waited, oldest first, at the moment it is given back."""

    items: tuple[Waiting, ...]

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """Return network ids with how many waited, most first, then by id."""
        counted = Counter(item.network for item in self.items)
        return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


class WaitingRoom:
    """Hold back, give back once, and keep the list readable until it is cleared or the curtain falls again."""

    def __init__(self, journal: Journal) -> None:
        """Keep what waits in ``journal``; nothing given back earlier is shown until ``show_since`` says so."""
        self._journal = journal
        self._shown_since: datetime | None = None

    def show_since(self, instant: datetime) -> None:
        """Show from now on only what waits and what is given back at or after ``instant``."""
        self._shown_since = instant

    def items(self) -> tuple[Waiting, ...]:
        """Return what waits and what was given back and not cleared, oldest first."""
        given = self._journal.handed_over(self._shown_since) if self._shown_since else ()
        return (*given, *self._journal.waiting())

    def clear(self, now: datetime) -> None:
        """Take everything shown off the list; what waits counts as given back."""
        self._journal.hand_over((item.id for item in self._journal.waiting() if item.id is not None), now)
        self._shown_since = now + timedelta.resolution

    def hand_back(self, plan: Plan, now: datetime, announce: Callable[[Digest], None]) -> None:
        """Announce what waited for networks that ``plan`` no longer mutes, then mark it as given back.

        Where they are handed over in batches, that is what came before the latest hand-over.

        In this order: a crash in between repeats a digest rather than losing one.
        """
        muted = {network.id for network in plan.muted}
        free = (item for item in self._journal.waiting() if item.network not in muted)
        ready = tuple(item for item in free if item.network not in plan.withheld or _is_due(item, plan, now))
        if ready:
            announce(Digest(ready))
            self._journal.hand_over((item.id for item in ready if item.id is not None), now)


def _is_due(item: Waiting, plan: Plan, now: datetime) -> bool:
    """Tell whether a hand-over came after ``item``, or it came by a clock that was ahead and would wait for ever."""
    last = plan.batch.last if plan.batch else None
    return item.received_at > now or (last is not None and item.received_at < last)
