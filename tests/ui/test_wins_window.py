# SPDX-License-Identifier: MIT
"""Is a win kept by one line and Enter, and shared by the person's own hand alone?"""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from fakes.notebook import FakeNotebook
from rideau.domain.notebook import Buddy, Notes, Win
from rideau.services.wins import Wins
from rideau.ui.wins.wins_window import WinsWindow
from rideau.wording.words import Words

DAY = date(2026, 11, 20)
OLD = Win("A & B <b>won</b>", DAY - timedelta(days=40))
ANA = Buddy("Ana", "ana+work@example.org")

Open = Callable[[FakeNotebook], WinsWindow]


@pytest.fixture
def mails() -> list[str]:
    """Hold the addresses that were opened."""
    return []


@pytest.fixture
def opened(qtbot: QtBot, words: Words, mails: list[str]) -> Open:
    """Open the window over a notebook."""

    def build(notebook: FakeNotebook) -> WinsWindow:
        made = WinsWindow(Wins(notebook, lambda: DAY), words, mails.append)
        qtbot.addWidget(made)
        made.show()
        return made

    return build


def way(window: WinsWindow, name: str) -> QPushButton:
    """Return the button of a screen reader's ``name``."""
    return next(each for each in window.findChildren(QPushButton) if each.accessibleName() == name and each.isVisible())


def click(button: QPushButton) -> None:
    """Press ``button`` with the mouse."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def texts(window: WinsWindow) -> list[str]:
    """Return everything that is seen."""
    return [each.text() for each in window.findChildren(QLabel) if each.isVisible()]


def test_a_line_and_enter_keep_a_win(opened: Open) -> None:
    notebook = FakeNotebook()
    window = opened(notebook)
    assert "Nothing here yet; there is no hurry." in texts(window)
    QTest.keyClicks(window.line, "Lunch outside")
    QTest.keyClick(window.line, Qt.Key.Key_Enter)
    assert notebook.load().wins == (Win("Lunch outside", DAY),)
    assert window.line.text() == ""
    assert "Lunch outside" in texts(window)


def test_the_button_keeps_one_too_and_nothing_typed_keeps_nothing(opened: Open) -> None:
    notebook = FakeNotebook()
    window = opened(notebook)
    click(window.keep_button)
    assert notebook.load() == Notes()
    QTest.keyClicks(window.line, "One")
    click(window.keep_button)
    assert notebook.load().wins == (Win("One", DAY),)


def test_a_win_is_shown_to_the_letter_and_copied(opened: Open) -> None:
    window = opened(FakeNotebook(Notes(wins=(OLD,))))
    assert OLD.text in texts(window)
    click(way(window, f"Copy: {OLD.text}"))
    assert QGuiApplication.clipboard().text() == OLD.text


def test_a_mail_to_the_buddy_is_opened_and_never_sent(opened: Open, mails: list[str]) -> None:
    window = opened(FakeNotebook(Notes(wins=(OLD,), buddy=ANA)))
    click(way(window, f"Write to Ana: {OLD.text}"))
    assert mails == [
        "mailto:ana+work@example.org?subject=Something%20that%20went%20well&body=A%20%26%20B%20%3Cb%3Ewon%3C/b%3E"
    ]


def test_without_a_mail_address_nobody_is_written_to(opened: Open) -> None:
    window = opened(FakeNotebook(Notes(wins=(OLD,), buddy=Buddy("Ana"))))
    assert not [each for each in window.findChildren(QPushButton) if "Write" in each.text()]


def test_a_buddy_is_kept_as_it_is_typed(opened: Open) -> None:
    notebook = FakeNotebook(Notes(wins=(OLD,)))
    window = opened(notebook)
    QTest.keyClicks(window.buddy_name, "Ana")
    QTest.keyClick(window.buddy_name, Qt.Key.Key_Tab)
    QTest.keyClicks(window.buddy_mail, ANA.mail)
    QTest.keyClick(window.buddy_mail, Qt.Key.Key_Return)
    assert notebook.load().buddy == ANA
    assert way(window, f"Write to Ana: {OLD.text}").isVisible()


def test_a_win_that_is_let_go_is_gone(opened: Open) -> None:
    notebook = FakeNotebook(Notes(wins=(OLD,)))
    window = opened(notebook)
    click(way(window, f"Let go: {OLD.text}"))
    assert notebook.load().wins == ()
    assert OLD.text not in texts(window)


def test_a_full_disk_is_said_and_the_line_stays_typed(opened: Open) -> None:
    notebook = FakeNotebook()
    notebook.is_full = True
    window = opened(notebook)
    QTest.keyClicks(window.line, "One")
    click(window.keep_button)
    assert "The disk is full. Make some room." in texts(window)
    assert window.line.text() == "One"


def test_escape_leaves(opened: Open) -> None:
    window = opened(FakeNotebook())
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
