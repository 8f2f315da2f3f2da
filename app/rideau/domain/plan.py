# SPDX-License-Identifier: MIT
"""What should hold right now? The desired state that enforcers make true (SPEC E5)."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple

from rideau.domain.door import Profile
from rideau.domain.network import Action, Network
from rideau.domain.phase import Interval


class Treatment(NamedTuple):
    """Hold what is done to one network."""

    network: Network
    action: Action


class Batch(NamedTuple):
    """Hold when notifications are handed over inside work hours, in aware UTC."""

    last: datetime | None
    """What came before this has been handed over, or is to be now."""
    next: datetime | None
    """None where nothing more is handed over before the hours end; then the next opening does it."""
    urgent_senders: tuple[str, ...] = ()
    """Names, case-folded, that let a notification through wherever its title holds one."""


class Plan(NamedTuple):
    """Hold the phase in force and what it does to each network that is not simply allowed."""

    interval: Interval
    next_opening: datetime | None
    """When work hours begin next, in aware UTC; None where they never do."""
    treatments: tuple[Treatment, ...] = ()
    networks: tuple[Network, ...] = ()
    """Every network in force, the allowed ones too: what belongs to one of those is never taken for a treated one's."""
    closable: tuple[Network, ...] = ()
    """The networks that some phase closes: whose sites lead through the gate at any hour, open or closed."""
    closed_in: Mapping[Profile, frozenset[str]] = MappingProxyType({})
    """The ids of the closed networks, as each browser profile sees them (SPEC P3)."""
    paused_in: Mapping[Profile, frozenset[str]] = MappingProxyType({})
    """The ids of those for which the policy wants a breath before entering, as each browser profile sees them."""
    limited_in: Mapping[Profile, frozenset[str]] = MappingProxyType({})
    """The ids of those that have the day's allowance, as each browser profile sees them."""
    breath_in: Mapping[Profile, frozenset[str]] = MappingProxyType({})
    """Of the closed ones those that a breath opens (``domain.standing``): paused, and nobody is in."""
    used_up: frozenset[str] = frozenset()
    """The ids of those that are closed because the day's allowance is used up."""
    withheld: frozenset[str] = frozenset()
    """The ids of those whose notifications wait for the next hand-over inside work hours (SPEC G7)."""
    batch: Batch | None = None
    """The hand-overs around now, where notifications are handed over at fixed times."""

    @property
    def muted(self) -> tuple[Network, ...]:
        """Return the networks whose notifications and sound are withheld (blocked ones included)."""
        return tuple(each.network for each in self.treatments if each.action.mutes)

    @property
    def blocked(self) -> tuple[Network, ...]:
        """Return the networks whose apps and sites are closed, by the policy or until somebody takes a breath."""
        waiting = self.breath
        return tuple(
            each.network
            for each in self.treatments
            if each.action is Action.BLOCK or (each.action is Action.PAUSE and each.network.id in waiting)
        )

    @property
    def breath(self) -> frozenset[str]:
        """Return the ids of the networks that a breath opens."""
        return frozenset[str]().union(*self.breath_in.values())

    @property
    def counted_in(self) -> Mapping[Profile, frozenset[str]]:
        """Return the ids of the networks whose use is counted now, as each browser profile sees them."""
        return MappingProxyType({} if self.used_up else {each: ids for each, ids in self.limited_in.items() if ids})

    @property
    def limited(self) -> tuple[Network, ...]:
        """Return the networks whose use is counted now: none once the allowance is used up."""
        return tuple(each.network for each in self.treatments if each.action is Action.LIMIT)

    @property
    def is_shut(self) -> bool:
        """Tell whether anything is closed that a breath alone does not open."""
        if any(each.action is Action.BLOCK for each in self.treatments):
            return True
        return any(ids - self.breath_in.get(each, frozenset()) for each, ids in self.closed_in.items())
