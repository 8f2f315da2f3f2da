# SPDX-License-Identifier: MIT
"""Can a person answer the audit and tick its steps off over time, by mouse alone and by keyboard alone?"""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rideau.domain.network import Account, Side, Use
from rideau.domain.settings import AuditAnswer, AuditQuestion, NetworkSettings, Settings
from rideau.ui.settings.networks.audit import SHOWN_FIRST, AuditView
from rideau.ui.settings.networks.audit_network import QuestionRow
from rideau.ui.settings.networks.audit_step import StepCard
from rideau.ui.widgets import Tick
from rideau.wording.words import Words
from stage.settings_house import opened_view, page_services

RUNS, FOLLOWS, FRIENDS = AuditQuestion
Key, LEFT = Qt.Key, Qt.MouseButton.LeftButton
Open = Callable[..., AuditView]
MINE = Settings(
    networks={
        "facebook": NetworkSettings(accounts=(Account("Camille", Use.PERSONAL),)),
        "instagram": NetworkSettings(side=Side.MIXED),
    }
)


@pytest.fixture
def opened(qtbot: QtBot, words: Words) -> Open:
    """Open the audit over ``settings``, as its page does."""

    def build(settings: Settings = MINE) -> AuditView:
        return opened_view(qtbot, AuditView(page_services(settings), words))

    return build


def settings_of(view: AuditView) -> Settings:
    return view.services.desk.settings


def row(view: AuditView, network: str, question: AuditQuestion) -> QuestionRow:
    return view.panels[network].rows[question]


def card(view: AuditView, network: str, question: AuditQuestion) -> StepCard:
    found = row(view, network, question).card
    assert found is not None
    return found


def press(tick: Tick) -> None:
    QTest.mouseClick(tick, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(10, tick.height() // 2))


def say_yes(view: AuditView, network: str, question: AuditQuestion) -> StepCard:
    QTest.mouseClick(row(view, network, question).pills.buttons()[0], LEFT)
    return card(view, network, question)


def test_only_networks_that_the_person_has_are_asked_about(opened: Open) -> None:
    view = opened()
    assert list(view.panels) == ["facebook", "instagram"]
    assert not view.empty.isVisible()
    assert view.panels["facebook"].head.accessibleName() == "Facebook: 3 questions"


def test_somebody_who_has_said_nothing_is_asked_about_the_best_known(opened: Open) -> None:
    view = opened(Settings())
    assert {"facebook", "linkedin", "whatsapp"} <= set(view.panels)
    assert "outlook" not in view.panels
    first = next(iter(view.panels))
    before = list(view.panels)
    say_yes(view, first, RUNS)
    assert list(view.panels) == before


def test_somebody_who_named_no_account_and_no_side_is_told_where_to_begin(opened: Open) -> None:
    view = opened(Settings(networks={"slack": NetworkSettings(name="Our chat")}))
    assert view.panels == {}
    assert view.empty.isVisible()
    assert not view.progress.isVisible()


def test_a_yes_becomes_one_step_with_how_to_do_it_there(opened: Open) -> None:
    view = opened()
    made = say_yes(view, "facebook", RUNS)
    assert settings_of(view).audit == {"facebook": {RUNS: AuditAnswer(is_yes=True, account="Camille")}}
    assert made.account.text() == "Camille"
    assert any("Business" in each.text() for each in made.findChildren(type(made.title)))
    assert view.panels["facebook"].head.standing.said == "one step to take"
    assert view.progress.text() == "0 of one step done. The rest can wait for a quiet hour."


def test_a_tick_notes_the_day_folds_the_step_away_and_can_be_taken_back(opened: Open) -> None:
    view = opened()
    made = say_yes(view, "facebook", RUNS)
    press(made.done)
    assert settings_of(view).audit["facebook"][RUNS].done_on == date(2026, 11, 20)
    assert made.done.text() == "Done on 20 November 2026"
    assert made.done.isChecked()
    assert not made.rest.isVisible()
    assert view.progress.text() == "The one step is done."
    QTest.mouseClick(made.fold, LEFT)
    assert made.rest.isVisible()
    press(made.done)
    assert settings_of(view).audit["facebook"][RUNS].done_on is None
    assert not made.fold.isVisible()
    assert made.rest.isVisible()


def test_a_no_is_no_step_and_an_answer_can_be_forgotten(opened: Open) -> None:
    view = opened()
    asked = row(view, "facebook", FOLLOWS)
    assert asked.pills.value is None
    QTest.mouseClick(asked.pills.buttons()[1], LEFT)
    assert settings_of(view).audit == {"facebook": {FOLLOWS: AuditAnswer(is_yes=False)}}
    assert asked.card is None
    assert view.panels["facebook"].head.standing.said == "2 questions"
    QTest.mouseClick(asked.forget, LEFT)
    assert settings_of(view).audit == {}
    assert asked.pills.value is None
    assert asked.pills.buttons()[0].hasFocus()


def test_the_keyboard_alone_answers_names_the_account_and_ticks(opened: Open) -> None:
    view = opened()
    yes = row(view, "facebook", FRIENDS).pills.buttons()[0]
    yes.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(yes, Key.Key_Space)
    made = card(view, "facebook", FRIENDS)
    made.account.setFocus(Qt.FocusReason.TabFocusReason)
    made.account.selectAll()
    QTest.keyClicks(made.account, "Old profile")
    QTest.keyClick(made.account, Key.Key_Return)
    assert settings_of(view).audit["facebook"][FRIENDS].account == "Old profile"
    made.done.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(made.done, Key.Key_Space)
    assert settings_of(view).audit["facebook"][FRIENDS].done_on == date(2026, 11, 20)
    assert made.done.hasFocus()


def test_one_network_is_unfolded_at_a_time(opened: Open) -> None:
    view = opened()
    assert view.panels["facebook"].head.isChecked()
    QTest.mouseClick(view.panels["instagram"].head, LEFT)
    assert not view.panels["facebook"].head.isChecked()
    assert row(view, "instagram", RUNS).isVisible()
    assert not row(view, "facebook", RUNS).isVisible()
    head = view.panels["instagram"].head
    head.setFocus(Qt.FocusReason.TabFocusReason)
    assert head.accessibleDescription() == "unfolded"
    QTest.keyClick(head, Key.Key_Return)
    assert not row(view, "instagram", RUNS).isVisible()
    assert head.accessibleDescription() == "folded"


def test_the_network_with_a_step_to_take_is_unfolded_first(opened: Open) -> None:
    view = opened(MINE._replace(audit={"instagram": {RUNS: AuditAnswer(is_yes=True)}}))
    assert view.panels["instagram"].head.isChecked()


def test_any_other_network_can_be_looked_at_and_stays_once_answered(opened: Open) -> None:
    view = opened()
    view.finder.setFocus()
    QTest.keyClicks(view.finder, "buffer")
    QTest.keyClick(view.finder, Key.Key_Return)
    assert list(view.panels) == ["facebook", "instagram", "buffer"]
    assert view.panels["buffer"].head.hasFocus()
    assert list(view.panels["buffer"].rows) == [RUNS]
    say_yes(view, "buffer", RUNS)
    assert settings_of(view).audit == {"buffer": {RUNS: AuditAnswer(is_yes=True)}}


def test_of_very_many_networks_the_first_are_shown_and_the_rest_on_request(opened: Open) -> None:
    own = {
        f"own-{at}": NetworkSettings(name=f"Own {at:03}", sites=(f"{at}.example",), side=Side.WORK) for at in range(60)
    }
    view = opened(Settings(networks=own))
    assert len(view.panels) == SHOWN_FIRST
    assert view.more.text() == f"Show {60 - SHOWN_FIRST} more networks"
    QTest.mouseClick(view.more, LEFT)
    assert len(view.panels) == 60
    assert not view.more.isVisible()
    assert view.panels[f"own-{SHOWN_FIRST - 1}"].head.hasFocus()


def test_a_name_that_is_nothing_known_asks_nothing(opened: Open) -> None:
    view = opened()
    view.finder.setFocus()
    QTest.keyClicks(view.finder, "qqqqqq")
    QTest.keyClick(view.finder, Key.Key_Return)
    assert list(view.panels) == ["facebook", "instagram"]


def test_a_tick_is_taken_back_by_the_desk(opened: Open) -> None:
    view = opened()
    made = say_yes(view, "facebook", RUNS)
    press(made.done)
    desk = view.services.desk
    assert str(desk.state.undo) == "the step on Facebook"
    desk.undo()
    assert not made.done.isChecked()
    desk.undo()
    assert row(view, "facebook", RUNS).pills.value is None
    assert not made.isVisible()


def test_a_network_that_leaves_by_another_hand_takes_its_questions_along(opened: Open) -> None:
    view = opened()
    desk = view.services.desk
    view.show_state(desk.state._replace(settings=Settings(networks={"facebook": MINE.networks["facebook"]})))
    assert list(view.panels) == ["facebook"]


def tab_stops(view: AuditView) -> list[str]:
    """Return where Tab leads from the first line on, by the names that tests and the window know them by."""
    stops: list[str] = []
    view.panels["facebook"].head.setFocus(Qt.FocusReason.TabFocusReason)
    focused = QApplication.focusWidget()
    while focused is not None and focused.objectName() not in stops:
        stops.append(focused.objectName())
        QTest.keyClick(focused, Key.Key_Tab)
        focused = QApplication.focusWidget()
    return stops


def test_tab_leads_through_the_audit_in_reading_order_though_its_parts_come_late(opened: Open) -> None:
    view = opened()
    press(say_yes(view, "facebook", FOLLOWS).done)
    say_yes(view, "facebook", RUNS)
    facebook = "audit-facebook"
    assert tab_stops(view) == [
        facebook,
        f"{facebook}-runs-clients-forget",
        f"{facebook}-runs-clients-yes",
        f"{facebook}-runs-clients-done",
        f"{facebook}-runs-clients-account",
        f"{facebook}-follows-clients-forget",
        f"{facebook}-follows-clients-yes",
        f"{facebook}-follows-clients-fold",
        f"{facebook}-follows-clients-done",
        f"{facebook}-friends-with-clients-yes",
        "audit-instagram",
        "audit-finder",
    ]
