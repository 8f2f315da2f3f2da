# SPDX-License-Identifier: MIT
"""Are the places to turn to read in one look, an emergency first, and in a country of one's own choice?"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from fakes.help_places import FakeHelpDirectory
from rideau.ui.help.help_window import HelpWays, HelpWindow
from rideau.wording.words import Words


class Asked:
    """Hold what the window asked for."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.countries: list[str] = []
        self.addresses: list[str] = []


def opened(qtbot: QtBot, words: Words, country: str) -> tuple[HelpWindow, Asked]:
    """Open the window at ``country``."""
    asked = Asked()
    ways = HelpWays(asked.countries.append, asked.addresses.append)
    made = HelpWindow(FakeHelpDirectory(), words, country, ways)
    qtbot.addWidget(made)
    made.show()
    return made, asked


def click(button: QPushButton) -> None:
    """Press ``button`` with the mouse."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def texts(window: HelpWindow) -> list[str]:
    """Return everything that is seen, from above."""
    found = [each for each in window.findChildren(QLabel) if each.isVisible()]
    return [each.text() for each in sorted(found, key=lambda each: each.mapTo(window, each.pos() * 0).y())]


def way(window: HelpWindow, name: str) -> QPushButton:
    """Return the button of a screen reader's ``name``."""
    return next(each for each in window.findChildren(QPushButton) if each.accessibleName() == name and each.isVisible())


def test_an_emergency_comes_first_and_every_place_says_when_it_was_checked(qtbot: QtBot, words: Words) -> None:
    window, _ = opened(qtbot, words, "FR")
    said = texts(window)
    assert said.index("112") < said.index("31 14") < said.index("lines.example")
    assert said.count("a.example, February 2026; checked on 1 March 2026") == 2


def test_an_unknown_country_shows_what_holds_anywhere(qtbot: QtBot, words: Words) -> None:
    window, _ = opened(qtbot, words, "ZZ")
    assert window.country.currentText() == "Another country"
    assert "112" not in texts(window)
    assert "lines.example" in texts(window)


def test_another_country_is_picked_by_the_keyboard_and_kept(qtbot: QtBot, words: Words) -> None:
    window, asked = opened(qtbot, words, "FR")
    QTest.keyClick(window.country, Qt.Key.Key_Down)
    assert asked.countries == ["elsewhere"]
    assert "112" not in texts(window)


def test_a_number_is_copied_and_nothing_is_dialled(qtbot: QtBot, words: Words) -> None:
    window, asked = opened(qtbot, words, "FR")
    click(way(window, "Copy: 31 14"))
    assert QGuiApplication.clipboard().text() == "31 14"
    assert asked.addresses == []


def test_a_site_is_opened_where_somebody_asks(qtbot: QtBot, words: Words) -> None:
    window, asked = opened(qtbot, words, "FR")
    click(way(window, "Open: lines.example"))
    assert asked.addresses == ["https://lines.example"]
