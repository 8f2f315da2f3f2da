# SPDX-License-Identifier: MIT
"""What does the policy's plan come to once one knows who went in after a breath, and what the day has used up?

The policy says ``pause`` and ``limit``; whether such a network is open now depends on the day so far. A paused one is
closed until somebody took the breath, a limited one once the allowance is used up; both only close, never open.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple

from rideau.domain.door import Profile
from rideau.domain.network import Action
from rideau.domain.plan import Plan, Treatment
from rideau.domain.settings import LockLevel

NOBODY: frozenset[str] = frozenset()


class Standing(NamedTuple):
    """Hold how the day stands."""

    entered: frozenset[str] = NOBODY
    """The networks that somebody went into after a breath, and may still be in."""
    is_used_up: bool = False
    """Whether the day's allowance is gone."""


class Pass(NamedTuple):
    """Hold that somebody went into a network, and until when the way in stays open."""

    network: str
    start: datetime
    until: datetime

    def holds_at(self, now: datetime) -> bool:
        """Tell whether the way in is open at ``now``; a clock that is set back makes it no longer."""
        return self.start <= now < self.until


def entered_at(passes: Iterable[Pass], now: datetime) -> frozenset[str]:
    """Return the networks whose way in is open at ``now``."""
    return frozenset(each.network for each in passes if each.holds_at(now))


def as_it_stands(plan: Plan, standing: Standing, level: LockLevel) -> Plan:
    """Return ``plan`` with what is paused and not entered, or limited and used up, closed as well.

    The gentle level closes nothing but for a breath: what is used up is muted there.
    """
    if not any(plan.paused_in.values()) and not any(plan.limited_in.values()):
        return plan
    is_shut = standing.is_used_up and level is not LockLevel.GENTLE
    breath_in = {each: plan.paused_in.get(each, NOBODY) - standing.entered for each in Profile}
    used_up_in = {each: plan.limited_in.get(each, NOBODY) if is_shut else NOBODY for each in Profile}
    closed_in = {each: plan.closed_in.get(each, NOBODY) | breath_in[each] | used_up_in[each] for each in Profile}
    return plan._replace(
        treatments=_used_up(plan.treatments, level) if standing.is_used_up else plan.treatments,
        closed_in=MappingProxyType(closed_in),
        breath_in=_frozen(breath_in),
        used_up=NOBODY.union(*plan.limited_in.values()) if standing.is_used_up else NOBODY,
    )


def _used_up(treatments: Iterable[Treatment], level: LockLevel) -> tuple[Treatment, ...]:
    becomes = Action.MUTE if level is LockLevel.GENTLE else Action.BLOCK
    return tuple(each._replace(action=becomes) if each.action is Action.LIMIT else each for each in treatments)


def _frozen(ids: Mapping[Profile, frozenset[str]]) -> Mapping[Profile, frozenset[str]]:
    return MappingProxyType({each: found for each, found in ids.items() if found})
