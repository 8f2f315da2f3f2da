# SPDX-License-Identifier: MIT
"""Somebody wanted into a closed network: is it told, and is it said? Once in ten minutes, and never for a pixel."""

from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from typing import NamedTuple

from rideau.ports.clock import Clock
from rideau.ports.state import Event, EventKind, Journal

GATE = "gate"
SECURE = "https"

ONE_VISIT = timedelta(seconds=10)
"""A browser that is refused asks a few times over: one visit, one line in the journal."""
CALM = timedelta(minutes=10)
"""How long nothing more is said of one network."""
ONE_EVENING = timedelta(hours=4)
"""Said again within this long, it is counted on."""

LONGEST_SHORT_LABEL = 3
FRONT_LABELS = frozenset({"mobile", "touch", "login"})


class Attempt(NamedTuple):
    """Say who wanted in, and where; ``host`` and ``scheme`` are empty where the extension tells it."""

    network: str
    host: str
    by: str
    scheme: str
    has_extension: bool = False
    """The extension lives in that browser, and says it there."""


class Attempts:
    """Follow the attempts of one run. Main thread."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        """Know of none."""
        self._journal = journal
        self._clock = clock
        self._noted_at: dict[str, datetime] = {}
        self._said_at: dict[str, datetime] = {}
        self._said: dict[str, int] = {}
        self.noted: list[Callable[[], None]] = []
        """Who is told of each that went into the journal."""

    def note(self, attempt: Attempt, name: str, hosts: Collection[str]) -> int:
        """Put ``attempt`` into the journal, and return the how manieth it is to be said; 0 for saying nothing.

        ``name`` is what people call the network at that time. ``hosts`` are its own, in normal form. The friendly page
        says it where there is one: for plain HTTP, and in browsers with the extension.
        """
        is_from_gate = attempt.by == GATE
        if is_from_gate and not is_front_door(attempt.host, hosts):
            return 0
        now, network = self._clock.now(), attempt.network
        if not _is_within(ONE_VISIT, self._noted_at.get(network), now):
            details = {"network": network, "name": name, "by": attempt.by}
            self._journal.record(Event(now, EventKind.ATTEMPT, details))
            for each in self.noted:
                each()
        self._noted_at[network] = now
        last = self._said_at.get(network)
        is_said_there = attempt.has_extension or not is_from_gate or attempt.scheme != SECURE
        if is_said_there or _is_within(CALM, last, now):
            return 0
        self._said_at[network] = now
        self._said[network] = (self._said.get(network, 0) if _is_within(ONE_EVENING, last, now) else 0) + 1
        return self._said[network]


def is_front_door(host: str, hosts: Collection[str]) -> bool:
    """Tell whether a person types ``host`` to get to one of ``hosts``; else it serves what other pages embed."""
    label, _, above = host.partition(".")
    return host in hosts or (above in hosts and (len(label) <= LONGEST_SHORT_LABEL or label in FRONT_LABELS))


def _is_within(length: timedelta, earlier: datetime | None, now: datetime) -> bool:
    return earlier is not None and timedelta(0) <= now - earlier < length
