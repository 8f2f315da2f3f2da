# SPDX-License-Identifier: MIT
"""Does Tab come to every control of every window once, as the eye does, is it seen there, and does every button act?"""

import gettext
from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from rideau.ui.settings.hours.beside import Beside
from rideau.ui.settings.hours.stop import Stop
from rideau.ui.settings.window import SettingsWindow
from rideau.wording.words import Words
from stage.access import interface_of, name_of
from stage.every_window import WINDOWS, networks_of, standing
from stage.keyboard import RING_PIXELS, acts_on, difference, disorder, looks_of, stops_of, walk
from stage.stands import settle, wait_until

NAMES = [name for name in WINDOWS if "menu" not in name]
CALENDAR = "hours, calendar"
"""It takes the keyboard as a whole, and marks its day always."""
PRESSED = {QAccessible.Role.Button, QAccessible.Role.ButtonMenu}
WORDS = Words("en", gettext.NullTranslations())
GO_AT_ESCAPE = (
    "tray menu",
    "digest",
    "open",
    "open, wait",
    "leave",
    "error",
    "hours, menu",
    "networks, menu",
    "networks, action",
    CALENDAR,
    "wind-down, filled",
    "wind-down, over",
    "opening",
    "check-in",
    "check-in, over the months",
    "wins",
    "places",
    "card",
    "card, breathing",
    "card, filling",
    "card, walking",
    "card, looking",
    "card, writing",
)


@pytest.fixture(name="direction", params=[Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def fixture_direction(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[Qt.LayoutDirection]:
    qapp.setLayoutDirection(request.param)
    yield request.param
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize("name", NAMES)
def test_tab_comes_to_everything_once_as_the_eye_does_and_back(name: str, direction: Qt.LayoutDirection) -> None:
    with standing(name, WORDS) as window:
        assert window.layoutDirection() is direction
        there = walk(window)
        assert {name_of(each) for each in stops_of(window) ^ set(there)} == set()
        assert disorder(there, window) == []
        back = walk(window, Qt.Key.Key_Backtab)
        at = back.index(there[0])
        assert [back[at - step] for step in range(len(back))] == there


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", [name for name in NAMES if name != CALENDAR])
def test_it_is_seen_what_has_the_keyboard(name: str) -> None:
    QApplication.setCursorFlashTime(0)
    with standing(name, WORDS) as window:
        for each in stops_of(window):
            each.setFocus(Qt.FocusReason.TabFocusReason)
            settle()
            focused = looks_of(window, each)
            each.clearFocus()
            settle()
            assert difference(focused, looks_of(window, each)) >= RING_PIXELS, name_of(each)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", NAMES)
def test_space_and_enter_press_every_button(name: str) -> None:
    with standing(name, WORDS) as window:
        deaf = []
        for each in stops_of(window):
            if isinstance(each, QAbstractButton) and not isinstance(each, Stop):  # the timeline hears a bar's keys
                keys = [Qt.Key.Key_Space]
                if interface_of(each).role() in PRESSED:
                    keys += [Qt.Key.Key_Return, Qt.Key.Key_Enter]
                deaf += [f"{name_of(each)}: {key.name}" for key in keys if not acts_on(each, key)]
        assert deaf == []


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", GO_AT_ESCAPE)
def test_escape_puts_away_what_popped_up(name: str) -> None:
    with standing(name, WORDS) as window:
        QTest.keyClick(window if isinstance(window, QMenu) else QApplication.focusWidget() or window, Qt.Key.Key_Escape)
        wait_until(lambda: not shiboken6.isValid(window) or not window.isVisible())  # a card takes its time to leave


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", ["hours, exact times", "hours, copying"])
def test_escape_leads_from_what_stands_over_the_timeline_back_to_its_bar(name: str) -> None:
    with standing(name, WORDS) as window:
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)
        assert not any(each.isVisible() for each in window.findChildren(Beside))
        assert isinstance(QApplication.focusWidget(), Stop)


@pytest.mark.usefixtures("qapp")
def test_escape_leads_from_the_details_of_a_network_back_to_its_card() -> None:
    with standing("networks, details", WORDS) as window:
        assert isinstance(window, SettingsWindow)
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)
        sides = networks_of(window).sides
        assert sides.detail is None
        assert QApplication.focusWidget() in [column.list for column in sides.board.columns.values()]


def _swapped(body: QVBoxLayout) -> None:
    first, second, third = _three(body)
    QWidget.setTabOrder(second, first)
    QWidget.setTabOrder(first, third)


def _in_order(body: QVBoxLayout) -> None:
    _three(body)


def _three(body: QVBoxLayout) -> list[QPushButton]:
    made = [QPushButton(name) for name in ("one", "two", "three")]
    for each in made:
        body.addWidget(each)
    return made


@pytest.mark.parametrize(("build", "is_right"), [(_in_order, True), (_swapped, False)])
def test_another_order_would_be_found(qtbot: QtBot, build: Callable[[QVBoxLayout], None], is_right: bool) -> None:  # noqa: FBT001 - a parameter of the test
    window = QWidget()
    qtbot.addWidget(window)
    build(QVBoxLayout(window))
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    assert (disorder(walk(window), window) == []) is is_right
