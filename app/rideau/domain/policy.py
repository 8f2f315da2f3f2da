# SPDX-License-Identifier: MIT
"""What does each phase do to each network, and which rule says so? (SPEC P5)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from rideau.domain.door import Profile
from rideau.domain.network import Action, Kind, Network, Side
from rideau.domain.phase import Interval, Phase
from rideau.domain.plan import Plan, Treatment
from rideau.domain.settings import LockLevel, Settings


class PolicyRule(StrEnum):
    """Name the rule that decided what is done to a network."""

    NETWORK_SETTING = "network-setting"
    """``[policy.network.<id>]``: the person said so for this one."""
    POLICY_CELL = "policy-cell"
    """``[policy]``: the person said so for this phase and side."""
    DEFAULT = "default"
    WORK_CHAT_IN_FOCUS = "work-chat-in-focus"
    GENTLE = "gentle"
    """It would be closed, but the gentle lock level only mutes."""
    UNASSIGNED = "unassigned"
    UNDECIDED_MIXED = "undecided-mixed"
    """Both sides live there, and neither a profile nor the person says which one counts."""


class Verdict(NamedTuple):
    """Say what is done to a network, by which rule, and on which side it was counted."""

    action: Action
    rule: PolicyRule
    counts_as: Side


def _cells(work: Action, personal: Action) -> Mapping[Side, Action]:
    return MappingProxyType({Side.WORK: work, Side.PERSONAL: personal})


_CLOSED = _cells(work=Action.BLOCK, personal=Action.ALLOW)
_OPEN = _cells(work=Action.ALLOW, personal=Action.ALLOW)
DEFAULTS: Mapping[Phase, Mapping[Side, Action]] = MappingProxyType(
    {
        Phase.WORK: _OPEN,
        Phase.FOCUS: _cells(work=Action.ALLOW, personal=Action.BLOCK),
        Phase.WIND_DOWN: _OPEN,
        Phase.QUIET: _CLOSED,
        Phase.AWAY: _CLOSED,
        Phase.ON_CALL: _CLOSED,
        Phase.CRISIS: _CLOSED,
    }
)


MAY_CLOSE = frozenset({Action.LIMIT, Action.PAUSE, Action.BLOCK})
"""What may close a network: always, before a breath, or once the day's allowance is used up."""


def action_for(network: Network, phase: Phase, settings: Settings, profile: Side | None = None) -> Verdict:
    """Return what ``phase`` does to ``network``: the person's word on it, their word on its side, or the default.

    ``profile``, the browser profile that asks, says on which side a mixed network counts; it moves no other.
    """
    counts_as = profile if profile and network.side is Side.MIXED else network.counts_as
    verdict = _verdict(network, phase, settings, counts_as)
    if settings.lock_level is LockLevel.GENTLE and verdict.action is Action.BLOCK:
        return Verdict(Action.MUTE, PolicyRule.GENTLE, counts_as)
    return verdict


def plan_for(
    networks: Sequence[Network], settings: Settings, interval: Interval, next_opening: datetime | None
) -> Plan:
    """Return what should hold during ``interval`` for each of ``networks``, in their order; the allowed go untreated.

    ``next_opening`` is aware UTC, None where work hours never begin again.
    """
    treatments = (Treatment(each, action_for(each, interval.phase, settings).action) for each in networks)
    treated = tuple(each for each in treatments if each.action is not Action.ALLOW)
    found = {each: _actions_in(each, networks, interval.phase, settings) for each in Profile}
    return Plan(
        interval,
        next_opening,
        treated,
        tuple(networks),
        closed_in=_told(found, Action.BLOCK),
        paused_in=_told(found, Action.PAUSE),
        limited_in=_told(found, Action.LIMIT),
    )


def closable_networks(networks: Sequence[Network], settings: Settings) -> tuple[Network, ...]:
    """Return those of ``networks`` with sites that some phase may close for some browser profile, in their order."""
    sides = tuple(profile.side for profile in Profile)
    return tuple(
        each
        for each in networks
        if each.sites
        and any(action_for(each, phase, settings, side).action in MAY_CLOSE for phase in Phase for side in sides)
    )


def has_limits(settings: Settings) -> bool:
    """Tell whether the person gave anything a daily allowance, in whichever phase."""
    by_side = (Action.LIMIT in each.values() for each in settings.policy.phases.values())
    by_network = (Action.LIMIT in each.values() for each in settings.policy.networks.values())
    return any(by_side) or any(by_network)


def _actions_in(
    profile: Profile, networks: Sequence[Network], phase: Phase, settings: Settings
) -> Mapping[str, Action]:
    return {each.id: action_for(each, phase, settings, profile.side).action for each in networks}


def _told(found: Mapping[Profile, Mapping[str, Action]], wanted: Action) -> Mapping[Profile, frozenset[str]]:
    """Return to which networks ``wanted`` is done, as each browser profile sees them."""
    return MappingProxyType(
        {each: frozenset(id_ for id_, action in actions.items() if action is wanted) for each, actions in found.items()}
    )


def _verdict(network: Network, phase: Phase, settings: Settings, counts_as: Side) -> Verdict:
    said = settings.policy.networks.get(network.id, {}).get(phase)
    if said is not None:
        return Verdict(said, PolicyRule.NETWORK_SETTING, counts_as)
    said = settings.policy.phases.get(phase, {}).get(counts_as)
    if said is not None:
        return Verdict(said, PolicyRule.POLICY_CELL, counts_as)
    if phase is Phase.FOCUS and counts_as is Side.WORK and network.kind is Kind.CHAT:
        return Verdict(Action.MUTE, PolicyRule.WORK_CHAT_IN_FOCUS, counts_as)
    return _default(phase, counts_as)


def _default(phase: Phase, counts_as: Side) -> Verdict:
    if counts_as is Side.MIXED:
        return Verdict(Action.ALLOW, PolicyRule.UNDECIDED_MIXED, counts_as)
    if counts_as is Side.UNASSIGNED:
        return Verdict(Action.ALLOW, PolicyRule.UNASSIGNED, counts_as)
    return Verdict(DEFAULTS[phase][counts_as], PolicyRule.DEFAULT, counts_as)
