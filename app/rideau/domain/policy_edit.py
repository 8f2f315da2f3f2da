# SPDX-License-Identifier: MIT
"""Which cells of the policy table hold, which are the person's own, and how is one changed? (SPEC P5)."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from rideau.domain.network import Action, Kind, Network, Side
from rideau.domain.phase import Phase
from rideau.domain.policy import DEFAULTS, action_for
from rideau.domain.settings import LockLevel, PolicySettings, Settings

TABLE_SIDES = (Side.WORK, Side.PERSONAL)
"""The sides that the table shows; what a file says of the two others stays as it is."""


class Cell(NamedTuple):
    """Hold one cell of the table: what one phase does to one side."""

    phase: Phase
    side: Side
    said: Action
    """What is asked for: the person's word, or the default."""
    holds: Action
    """What comes of it at the lock level in force."""
    chats: Action
    """What comes of it for chat networks: focus mutes the work chats unless the person says otherwise."""
    is_own: bool
    """Whether the person said so."""


class Difference(NamedTuple):
    """Hold what one phase does to a single network, in place of what it does to its side."""

    network: str
    phase: Phase
    said: Action
    holds: Action


def policy_table(settings: Settings) -> tuple[tuple[Cell, ...], ...]:
    """Return the table as it holds: a row for each phase, a cell for each of ``TABLE_SIDES``."""
    return tuple(tuple(cell_at(settings, phase, side) for side in TABLE_SIDES) for phase in Phase)


def cell_at(settings: Settings, phase: Phase, side: Side) -> Cell:
    """Return the cell of ``phase`` and ``side``, one of ``TABLE_SIDES``."""
    own = settings.policy.phases.get(phase, {}).get(side)
    return Cell(
        phase=phase,
        side=side,
        said=own or DEFAULTS[phase][side],
        holds=_held(settings, phase, side, Kind.OTHER),
        chats=_held(settings, phase, side, Kind.CHAT),
        is_own=own is not None,
    )


def default_cell(settings: Settings, phase: Phase, side: Side) -> Cell:
    """Return what the cell goes back to."""
    return cell_at(without_cell(settings, phase, side), phase, side)


def differences(settings: Settings) -> tuple[Difference, ...]:
    """Return the single networks that differ, by network and in the order of the phases."""
    said = settings.policy.networks
    return tuple(
        Difference(network, phase, said[network][phase], softened(said[network][phase], settings.lock_level))
        for network in sorted(said)
        for phase in Phase
        if phase in said[network]
    )


def softened(action: Action, level: LockLevel) -> Action:
    """Return what comes of ``action`` at ``level``: the gentle one closes nothing."""
    return Action.MUTE if action is Action.BLOCK and level is LockLevel.GENTLE else action


def with_cell(settings: Settings, phase: Phase, side: Side, action: Action) -> Settings:
    """Return ``settings`` with ``action`` in the cell; where it is the default to the letter, nothing is left written.

    Focus leaves work alone but for its chats: there, to leave it alone is a choice of its own.
    """
    default = default_cell(settings, phase, side)
    if action is default.said and default.chats is default.holds:
        return without_cell(settings, phase, side)
    cells = dict(settings.policy.phases.get(phase, {})) | {side: action}
    return _with_phases(settings, {**settings.policy.phases, phase: MappingProxyType(cells)})


def without_cell(settings: Settings, phase: Phase, side: Side) -> Settings:
    """Return ``settings`` with the cell back at its default."""
    cells = {each: action for each, action in settings.policy.phases.get(phase, {}).items() if each is not side}
    return _with_phases(settings, {**settings.policy.phases, phase: MappingProxyType(cells)})


def without_own_cells(settings: Settings) -> Settings:
    """Return ``settings`` with every cell of the table back at its default; single networks stay as they are."""
    kept = {
        phase: MappingProxyType({side: action for side, action in cells.items() if side not in TABLE_SIDES})
        for phase, cells in settings.policy.phases.items()
    }
    return _with_phases(settings, kept)


def has_own_cells(settings: Settings) -> bool:
    """Tell whether a cell of the table is the person's own."""
    return any(cell.is_own for row in policy_table(settings) for cell in row)


def speaks_of_other_sides(settings: Settings) -> bool:
    """Tell whether the file says something of sides that the table does not show."""
    return any(side not in TABLE_SIDES for cells in settings.policy.phases.values() for side in cells)


def with_network_cell(settings: Settings, network: str, phase: Phase, action: Action) -> Settings:
    """Return ``settings`` in which ``phase`` does ``action`` to ``network``, whatever it does to its side."""
    cells = dict(settings.policy.networks.get(network, {})) | {phase: action}
    return _with_networks(settings, {**settings.policy.networks, network: MappingProxyType(cells)})


def without_network_cell(settings: Settings, network: str, phase: Phase) -> Settings:
    """Return ``settings`` in which ``phase`` treats ``network`` as its side."""
    cells = {each: action for each, action in settings.policy.networks.get(network, {}).items() if each is not phase}
    return _with_networks(settings, {**settings.policy.networks, network: MappingProxyType(cells)})


def with_allowance(settings: Settings, minutes: int) -> Settings:
    """Return ``settings`` with a daily allowance of ``minutes``."""
    return settings._replace(limits=settings.limits._replace(personal_minutes_per_day=minutes))


def actions_in_use(settings: Settings) -> frozenset[Action]:
    """Return the actions that the table and the single networks come to."""
    return frozenset(_in_use(settings))


def _in_use(settings: Settings) -> Iterator[Action]:
    for row in policy_table(settings):
        for cell in row:
            yield from (cell.said, cell.holds, cell.chats)
    for each in differences(settings):
        yield from (each.said, each.holds)


def _held(settings: Settings, phase: Phase, side: Side, kind: Kind) -> Action:
    """Return what holds for a network of ``kind`` on ``side`` of which the person says nothing by itself."""
    return action_for(Network("", "", kind, default_side=side), phase, settings).action


def _with_phases(settings: Settings, phases: Mapping[Phase, Mapping[Side, Action]]) -> Settings:
    kept = MappingProxyType({phase: cells for phase, cells in phases.items() if cells})
    return settings._replace(policy=PolicySettings(kept, settings.policy.networks))


def _with_networks(settings: Settings, networks: Mapping[str, Mapping[Phase, Action]]) -> Settings:
    kept = MappingProxyType({network: cells for network, cells in networks.items() if cells})
    return settings._replace(policy=PolicySettings(settings.policy.phases, kept))
