# SPDX-License-Identifier: MIT
"""Is the table that is shown the table that holds, and does a change of one cell change that cell alone?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rideau.domain.network import Action, Kind, Network, Side
from rideau.domain.phase import Phase
from rideau.domain.policy import DEFAULTS, action_for
from rideau.domain.policy_edit import (
    TABLE_SIDES,
    Cell,
    Difference,
    actions_in_use,
    cell_at,
    default_cell,
    differences,
    has_own_cells,
    policy_table,
    softened,
    speaks_of_other_sides,
    with_allowance,
    with_cell,
    with_network_cell,
    without_cell,
    without_network_cell,
    without_own_cells,
)
from rideau.domain.settings import LockLevel, PolicySettings, Settings

PHASES, SIDES, ACTIONS = st.sampled_from(Phase), st.sampled_from(TABLE_SIDES), st.sampled_from(Action)
CHANGES = st.lists(st.tuples(PHASES, SIDES, ACTIONS), max_size=20)


def changed(changes: list[tuple[Phase, Side, Action]], level: LockLevel = LockLevel.FIRM) -> Settings:
    settings = Settings(lock_level=level)
    for change in changes:
        settings = with_cell(settings, *change)
    return settings


@given(CHANGES, st.sampled_from(LockLevel))
def test_what_is_shown_is_what_holds(changes: list[tuple[Phase, Side, Action]], level: LockLevel) -> None:
    settings = changed(changes, level)
    for row in policy_table(settings):
        for cell in row:
            for kind, shown in ((Kind.SOCIAL, cell.holds), (Kind.CHAT, cell.chats)):
                network = Network("any", "Any", kind, default_side=cell.side)
                assert action_for(network, cell.phase, settings).action is shown


@given(CHANGES, PHASES, SIDES, ACTIONS)
def test_a_change_is_shown_where_it_was_made_and_nowhere_else(
    changes: list[tuple[Phase, Side, Action]], phase: Phase, side: Side, action: Action
) -> None:
    before = changed(changes)
    after = with_cell(before, phase, side, action)
    assert cell_at(after, phase, side).said is action
    for row in policy_table(after):
        for cell in row:
            if (cell.phase, cell.side) != (phase, side):
                assert cell == cell_at(before, cell.phase, cell.side)


@given(CHANGES)
def test_a_cell_is_written_only_where_it_differs(changes: list[tuple[Phase, Side, Action]]) -> None:
    settings = changed(changes)
    for row in policy_table(settings):
        for cell in row:
            assert not cell.is_own or cell != default_cell(settings, cell.phase, cell.side)._replace(is_own=True)


@given(CHANGES)
def test_setting_every_cell_back_leaves_nothing_written(changes: list[tuple[Phase, Side, Action]]) -> None:
    assert without_own_cells(changed(changes)) == Settings()


def test_nothing_is_the_persons_own_by_default() -> None:
    table = policy_table(Settings())
    assert [row[0].phase for row in table] == list(Phase)
    assert all(tuple(cell.side for cell in row) == TABLE_SIDES for row in table)
    assert {cell.said is DEFAULTS[cell.phase][cell.side] and not cell.is_own for row in table for cell in row} == {True}
    assert not has_own_cells(Settings())


def test_in_focus_to_leave_work_alone_is_a_choice_of_its_own_for_it_spares_the_chats() -> None:
    default = cell_at(Settings(), Phase.FOCUS, Side.WORK)
    assert default == Cell(Phase.FOCUS, Side.WORK, Action.ALLOW, Action.ALLOW, Action.MUTE, is_own=False)
    settings = with_cell(Settings(), Phase.FOCUS, Side.WORK, Action.ALLOW)
    assert cell_at(settings, Phase.FOCUS, Side.WORK) == default._replace(chats=Action.ALLOW, is_own=True)


def test_a_cell_goes_back_to_its_default_and_its_neighbour_stays() -> None:
    settings = changed([(Phase.QUIET, Side.WORK, Action.MUTE), (Phase.QUIET, Side.PERSONAL, Action.PAUSE)])
    back = without_cell(settings, Phase.QUIET, Side.WORK)
    assert back.policy.phases == {Phase.QUIET: {Side.PERSONAL: Action.PAUSE}}
    assert without_cell(back, Phase.QUIET, Side.PERSONAL) == Settings()
    assert without_cell(Settings(), Phase.QUIET, Side.WORK) == Settings()


def test_the_gentle_lock_closes_nothing_and_the_wish_is_kept() -> None:
    cell = cell_at(Settings(lock_level=LockLevel.GENTLE), Phase.QUIET, Side.WORK)
    assert (cell.said, cell.holds, cell.chats) == (Action.BLOCK, Action.MUTE, Action.MUTE)
    assert softened(Action.BLOCK, LockLevel.GENTLE) is Action.MUTE
    assert softened(Action.BLOCK, LockLevel.FIRM) is Action.BLOCK
    assert softened(Action.PAUSE, LockLevel.GENTLE) is Action.PAUSE


def test_what_a_file_says_of_other_sides_stays() -> None:
    policy = PolicySettings({Phase.QUIET: {Side.MIXED: Action.MUTE, Side.WORK: Action.ALLOW}})
    settings = without_own_cells(Settings(policy=policy))
    assert settings.policy.phases == {Phase.QUIET: {Side.MIXED: Action.MUTE}}
    assert speaks_of_other_sides(settings)
    assert not speaks_of_other_sides(Settings())
    assert not has_own_cells(settings)
    assert has_own_cells(Settings(policy=policy))


@given(CHANGES, PHASES, ACTIONS)
def test_a_single_network_differs_until_it_no_longer_does(
    changes: list[tuple[Phase, Side, Action]], phase: Phase, action: Action
) -> None:
    before = changed(changes)
    after = with_network_cell(before, "slack", phase, action)
    assert differences(after) == (Difference("slack", phase, action, action),)
    assert action_for(Network("slack", "Slack", Kind.CHAT), phase, after).action is action
    assert without_network_cell(after, "slack", phase) == before


def test_differences_come_by_network_and_then_in_the_order_of_the_day() -> None:
    settings = Settings(lock_level=LockLevel.GENTLE)
    for network, phase in (("slack", Phase.QUIET), ("gmail", Phase.AWAY), ("slack", Phase.WORK)):
        settings = with_network_cell(settings, network, phase, Action.BLOCK)
    assert [(each.network, each.phase, each.holds) for each in differences(settings)] == [
        ("gmail", Phase.AWAY, Action.MUTE),
        ("slack", Phase.WORK, Action.MUTE),
        ("slack", Phase.QUIET, Action.MUTE),
    ]
    fewer = without_network_cell(settings, "slack", Phase.QUIET)
    assert fewer.policy.networks["slack"] == {Phase.WORK: Action.BLOCK}
    assert without_network_cell(settings, "unknown", Phase.QUIET) == settings


def test_the_allowance_is_one_number_of_the_settings() -> None:
    assert with_allowance(Settings(), 45).limits.personal_minutes_per_day == 45


@pytest.mark.parametrize("action", [Action.LIMIT, Action.PAUSE])
def test_the_actions_in_use_are_those_of_the_table_and_of_single_networks(action: Action) -> None:
    assert actions_in_use(Settings()) == {Action.ALLOW, Action.MUTE, Action.BLOCK}
    assert action in actions_in_use(with_cell(Settings(), Phase.WORK, Side.PERSONAL, action))
    assert action in actions_in_use(with_network_cell(Settings(), "slack", Phase.WORK, action))
