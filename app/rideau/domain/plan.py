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

    @property
    def muted(self) -> tuple[Network, ...]:
        """Return the networks whose notifications and sound are withheld (blocked ones included)."""
        return tuple(each.network for each in self.treatments if each.action.mutes)

    @property
    def blocked(self) -> tuple[Network, ...]:
        """Return the networks whose apps and sites are closed."""
        return tuple(each.network for each in self.treatments if each.action is Action.BLOCK)
