# SPDX-License-Identifier: MIT
"""Can a person read and change what each phase does, by mouse alone and by keyboard alone?"""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QSpinBox
from pytestqt.qtbot import QtBot

from rideau.domain.network import Action, Side
from rideau.domain.phase import Phase
from rideau.domain.policy_edit import differences, with_cell, with_network_cell
from rideau.domain.settings import LockLevel, PolicySettings, Settings
from rideau.domain.text import Text
from rideau.ui.settings.networks.action_button import ActionButton
from rideau.ui.settings.networks.action_choice import ActionChoice
from rideau.ui.settings.networks.policy_grid import Place
from rideau.ui.settings.networks.policy_table import PolicyTable
from rideau.wording.words import Words
from stage.settings_house import opened_view, page_services

Key, LEFT = Qt.Key, Qt.MouseButton.LeftButton
Open = Callable[..., PolicyTable]
QUIET_WORK: Place = (Phase.QUIET, Side.WORK)


@pytest.fixture
def opened(qtbot: QtBot, words: Words) -> Open:
    """Open the table over ``settings``, as its page does."""

    def build(settings: Settings | None = None) -> PolicyTable:
        return opened_view(qtbot, PolicyTable(page_services(settings), words))

    return build


def settings_of(table: PolicyTable) -> Settings:
    return table.services.desk.settings


def cell(table: PolicyTable, phase: Phase, side: Side) -> ActionButton:
    return table.grid.buttons[phase, side]


def choice_of(table: PolicyTable) -> ActionChoice:
    assert table.choice is not None
    assert table.choice.isVisible()
    return table.choice


def test_the_table_says_what_holds_by_default(opened: Open) -> None:
    table = opened()
    assert cell(table, *QUIET_WORK).shown.title == "closed and muted"
    assert cell(table, *QUIET_WORK).accessibleName() == "Quiet, work: closed and muted. The default."
    assert cell(table, Phase.FOCUS, Side.WORK).shown.title == "left alone, but chats muted"
    assert not table.reset.isVisible()


def test_a_click_offers_each_action_with_a_sentence_and_one_more_click_changes_the_cell(opened: Open) -> None:
    table = opened()
    QTest.mouseClick(cell(table, *QUIET_WORK), LEFT)
    choice = choice_of(table)
    assert set(choice.rows) == set(Action)
    assert all(row.shown.note and row.accessibleDescription() for row in choice.rows.values())
    assert [action for action, row in choice.rows.items() if row.isChecked()] == [Action.BLOCK]
    QTest.mouseClick(choice.rows[Action.MUTE], LEFT)
    assert settings_of(table).policy.phases == {Phase.QUIET: {Side.WORK: Action.MUTE}}
    shown = cell(table, *QUIET_WORK)
    assert (shown.shown.title, shown.shown.note, shown.shown.has_bar) == ("muted", "your choice", True)
    assert shown.accessibleName() == "Quiet, work: muted. Your own choice."


def test_the_keyboard_walks_the_table_changes_a_cell_and_sets_it_back(opened: Open) -> None:
    table = opened()
    cell(table, Phase.WORK, Side.WORK).setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Right, Key.Key_Left, Key.Key_Left):
        QTest.keyClick(focused(), key)
    assert focused() is cell(table, *QUIET_WORK)
    QTest.keyClick(focused(), Key.Key_Return)
    QTest.keyClick(focused(), Key.Key_Up)
    assert focused() is choice_of(table).rows[Action.MUTE]
    QTest.keyClick(focused(), Key.Key_Return)
    assert settings_of(table).policy.phases == {Phase.QUIET: {Side.WORK: Action.MUTE}}
    QTest.keyClick(cell(table, *QUIET_WORK), Key.Key_Delete)
    assert settings_of(table) == Settings()
    assert cell(table, *QUIET_WORK).accessibleName().endswith("The default.")


def focused() -> ActionButton:
    widget = QApplication.focusWidget()
    assert isinstance(widget, ActionButton)
    return widget


def test_tab_stops_at_one_cell_of_the_table_only(opened: Open) -> None:
    table = opened()
    QTest.mouseClick(cell(table, *QUIET_WORK), LEFT)
    choice_of(table).close()
    stops = [place for place, each in table.grid.buttons.items() if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [QUIET_WORK]


def test_escape_leaves_everything_as_it_was(opened: Open) -> None:
    table = opened()
    QTest.mouseClick(cell(table, *QUIET_WORK), LEFT)
    choice = choice_of(table)
    QTest.keyClick(choice, Key.Key_Escape)
    assert not choice.isVisible()
    assert settings_of(table) == Settings()


def test_right_to_left_the_arrows_follow_the_eye(opened: Open) -> None:
    table = opened()
    table.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    cell(table, *QUIET_WORK).setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(focused(), Key.Key_Left)
    assert focused() is cell(table, Phase.QUIET, Side.PERSONAL)


def test_a_changed_cell_offers_the_way_back_and_all_of_them_go_back_at_once(opened: Open) -> None:
    settings = with_cell(Settings(), *QUIET_WORK, Action.MUTE)
    table = opened(with_cell(settings, Phase.WORK, Side.PERSONAL, Action.PAUSE))
    QTest.mouseClick(cell(table, *QUIET_WORK), LEFT)
    back = choice_of(table).back
    assert back.text() == "Back to the default: closed and muted"
    QTest.mouseClick(back, LEFT)
    assert settings_of(table).policy.phases == {Phase.WORK: {Side.PERSONAL: Action.PAUSE}}
    QTest.mouseClick(table.reset, LEFT)
    assert settings_of(table) == Settings()


def test_at_the_gentle_level_a_closing_is_said_to_mute_only(opened: Open) -> None:
    table = opened(Settings(lock_level=LockLevel.GENTLE))
    assert cell(table, *QUIET_WORK).shown.title == "muted, not closed"
    assert "only muted" in table.notes.text()
    QTest.mouseClick(cell(table, *QUIET_WORK), LEFT)
    assert "muted only" in choice_of(table).rows[Action.BLOCK].shown.note


def test_the_allowance_stands_where_a_limit_is_used(opened: Open) -> None:
    table = opened()
    assert not [each for each in table.findChildren(QSpinBox) if each.isVisible()]
    QTest.mouseClick(cell(table, Phase.WORK, Side.PERSONAL), LEFT)
    QTest.mouseClick(choice_of(table).rows[Action.LIMIT], LEFT)
    assert cell(table, Phase.WORK, Side.PERSONAL).shown.note == "your choice"
    assert "share one allowance" in table.notes.text()
    assert table.allowance is not None
    assert table.allowance.isVisible()
    table.allowance.setFocus()
    QTest.keyClick(table.allowance, Key.Key_Up)
    assert settings_of(table).limits.personal_minutes_per_day == 35
    assert cell(table, Phase.WORK, Side.PERSONAL).shown.title == "35 minutes a day"
    QTest.keyClick(cell(table, Phase.WORK, Side.PERSONAL), Key.Key_Delete)
    assert not table.allowance.isVisible()


def test_a_single_network_is_found_by_its_address_and_told_apart(opened: Open) -> None:
    table = opened()
    QTest.mouseClick(table.differences.add, LEFT)
    adder = table.differences.adder
    assert adder is not None
    assert not adder.go.isEnabled()
    QTest.keyClicks(adder.finder, "app.slack.com")
    QTest.keyClick(adder.finder, Key.Key_Return)
    assert adder.finder.text() == "Slack"
    choose(adder.phase, Phase.FOCUS)
    QTest.mouseClick(adder.go, LEFT)
    QTest.mouseClick(choice_of(table).rows[Action.ALLOW], LEFT)
    assert settings_of(table).policy.networks == {"slack": {Phase.FOCUS: Action.ALLOW}}
    assert not adder.isVisible()
    assert focused() is table.differences.buttons["slack", Phase.FOCUS]
    assert focused().accessibleName() == "Slack, Focus: left alone."


def choose(box: QComboBox, phase: Phase) -> None:
    box.setFocus()
    for _ in range(abs(box.currentIndex() - list(Phase).index(phase))):
        QTest.keyClick(box, Key.Key_Up)


def test_of_many_that_differ_the_first_stand_at_once_and_the_rest_soon(opened: Open, qtbot: QtBot) -> None:
    table = opened(None)
    rules = {f"own-{at:02}": {Phase.QUIET: Action.MUTE, Phase.FOCUS: Action.BLOCK} for at in range(30)}
    table.services.desk.change(Settings(policy=PolicySettings(networks=rules)), Text("many"))
    buttons = table.differences.buttons
    assert 0 < len(buttons) < len(rules)
    qtbot.waitUntil(lambda: len(table.differences.buttons) == 2 * len(rules), timeout=30_000)
    wanted = [(each.network, each.phase) for each in differences(settings_of(table))]
    assert list(table.differences.buttons) == wanted
    tops = [table.differences.buttons[each].mapTo(table, QPoint()).y() for each in wanted]
    assert tops == sorted(tops)
    kept = table.differences.buttons["own-20", Phase.QUIET]
    table.services.desk.change(with_network_cell(settings_of(table), "own-10", Phase.AWAY, Action.MUTE), Text("one"))
    assert table.differences.buttons["own-20", Phase.QUIET] is kept
    assert list(table.differences.buttons) == [(e.network, e.phase) for e in differences(settings_of(table))]
    QTest.keyClick(table.differences.buttons["own-10", Phase.AWAY], Key.Key_Delete)
    assert list(table.differences.buttons) == wanted


def test_what_differs_is_changed_and_removed_by_mouse_and_by_keyboard(opened: Open) -> None:
    settings = with_network_cell(Settings(), "slack", Phase.FOCUS, Action.ALLOW)
    table = opened(with_network_cell(settings, "signal", Phase.QUIET, Action.MUTE))
    assert list(table.differences.buttons) == [("signal", Phase.QUIET), ("slack", Phase.FOCUS)]
    QTest.mouseClick(table.differences.buttons["slack", Phase.FOCUS], LEFT)
    QTest.mouseClick(choice_of(table).rows[Action.BLOCK], LEFT)
    assert settings_of(table).policy.networks["slack"] == {Phase.FOCUS: Action.BLOCK}
    QTest.mouseClick(table.differences.removers["slack", Phase.FOCUS], LEFT)
    assert list(settings_of(table).policy.networks) == ["signal"]
    QTest.keyClick(table.differences.buttons["signal", Phase.QUIET], Key.Key_Delete)
    assert settings_of(table) == Settings()
    assert table.differences.buttons == {}


def test_nothing_is_added_where_the_line_is_left(opened: Open) -> None:
    table = opened()
    QTest.mouseClick(table.differences.add, LEFT)
    assert table.differences.adder is not None
    QTest.mouseClick(table.differences.adder.cancel, LEFT)
    assert not table.differences.adder.isVisible()
    assert table.differences.add.hasFocus()
    assert settings_of(table) == Settings()


def test_what_is_changed_is_taken_back_in_one_step(opened: Open) -> None:
    table = opened()
    QTest.mouseClick(cell(table, *QUIET_WORK), LEFT)
    QTest.mouseClick(choice_of(table).rows[Action.MUTE], LEFT)
    desk = table.services.desk
    assert str(desk.state.undo) == "Quiet, work"
    desk.undo()
    assert cell(table, *QUIET_WORK).shown.title == "closed and muted"


def test_tab_leads_through_the_page_in_reading_order_though_its_parts_come_late(opened: Open) -> None:
    table = opened(with_network_cell(Settings(), "slack", Phase.FOCUS, Action.ALLOW))
    QTest.mouseClick(cell(table, Phase.WORK, Side.PERSONAL), LEFT)
    QTest.mouseClick(choice_of(table).rows[Action.LIMIT], LEFT)
    cell(table, Phase.WORK, Side.PERSONAL).setFocus(Qt.FocusReason.TabFocusReason)
    stops: list[str] = []
    while (widget := QApplication.focusWidget()) is not None and widget.objectName() not in stops:
        stops.append(widget.objectName())
        QTest.keyClick(widget, Key.Key_Tab)
    assert stops == [
        "policy-work-personal",
        "policy-allowance",
        "policy-reset",
        "policy-slack-focus",
        "policy-slack-focus-remove",
        "policy-add",
    ]


@pytest.mark.parametrize("phase", [Phase.WORK, Phase.QUIET, Phase.CRISIS])
def test_what_is_asked_about_stays_in_sight_beside_the_question(opened: Open, phase: Phase) -> None:
    table = opened()
    anchor = cell(table, phase, Side.WORK)
    QTest.mouseClick(anchor, LEFT)
    asked = choice_of(table).geometry()
    assert not asked.intersects(QRect(anchor.mapToGlobal(QPoint(0, 0)), anchor.size()))
    assert anchor.screen().availableGeometry().contains(asked)
