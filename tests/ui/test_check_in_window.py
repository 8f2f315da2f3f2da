# SPDX-License-Identifier: MIT
"""Is a check-in short, to be skipped at any point, kept at once, and told in words alone?"""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from fakes.notebook import FakeNotebook
from rideau.domain.notebook import CheckIn, Notes
from rideau.services.check_in import CheckIns
from rideau.ui.check_in.check_in_window import CheckInWindow
from rideau.ui.check_in.course_view import CourseView
from rideau.wording.words import Words

DAY = date(2026, 11, 20)
LAST_MONTH = CheckIn(DAY - timedelta(days=28), 3, 3, 3)


@pytest.fixture
def opened(qtbot: QtBot, words: Words) -> Callable[[FakeNotebook], CheckInWindow]:
    """Open the window over a notebook; ``places`` counts who asked for places to turn to."""

    def build(notebook: FakeNotebook) -> CheckInWindow:
        made = CheckInWindow(CheckIns(notebook, lambda: DAY), words, lambda: made.setProperty("asked", "places"))
        qtbot.addWidget(made)
        made.show()
        return made

    return build


def click(button: QPushButton) -> None:
    """Press ``button`` with the mouse."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def texts(window: CheckInWindow) -> str:
    """Return everything that is seen."""
    return "\n".join(each.text() for each in window.findChildren(QLabel) if each.isVisible())


def test_three_clicks_answer_three_questions(opened: Callable[[FakeNotebook], CheckInWindow]) -> None:
    notebook = FakeNotebook()
    window = opened(notebook)
    for answer in (4, 2, 5):
        click(window.answers[answer - 1])
    assert notebook.load().check_ins == (CheckIn(DAY, 4, 2, 5),)
    assert "not a medical result" in texts(window)
    assert len(window.findChildren(CourseView)) == 3


def test_the_keyboard_alone_answers_them(opened: Callable[[FakeNotebook], CheckInWindow]) -> None:
    notebook = FakeNotebook()
    window = opened(notebook)
    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_Tab)
        focused = window.focusWidget()
        assert focused is window.answers[1]
        QTest.keyClick(focused, Qt.Key.Key_Return)
    assert notebook.load().check_ins == (CheckIn(DAY, 2, 2, 2),)


def test_every_question_can_be_skipped_at_no_cost(opened: Callable[[FakeNotebook], CheckInWindow]) -> None:
    notebook = FakeNotebook()
    window = opened(notebook)
    for _ in range(3):
        click(window.skip)
    assert notebook.load() == Notes()
    assert "begins with your second answer" in texts(window)


def test_who_leaves_half_way_keeps_what_was_answered(opened: Callable[[FakeNotebook], CheckInWindow]) -> None:
    notebook = FakeNotebook()
    window = opened(notebook)
    click(window.answers[0])
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    assert notebook.load().check_ins == (CheckIn(DAY, energy=1),)


def test_so_soon_after_the_last_answers_the_lines_come_first(opened: Callable[[FakeNotebook], CheckInWindow]) -> None:
    window = opened(FakeNotebook(Notes(check_ins=(LAST_MONTH, CheckIn(DAY - timedelta(days=2), 4, 3, 2)))))
    assert "a little more than before" in texts(window)
    assert "a little less than before" in texts(window)
    click(window.again)
    assert "1 of 3" in texts(window)


@pytest.mark.parametrize("answer", [1, 5])
def test_the_way_to_places_is_the_same_whatever_the_answers(
    opened: Callable[[FakeNotebook], CheckInWindow], answer: int
) -> None:
    window = opened(FakeNotebook())
    for _ in range(3):
        click(window.answers[answer - 1])
    click(window.places)
    assert window.property("asked") == "places"


def test_answers_are_erased_by_a_second_press(opened: Callable[[FakeNotebook], CheckInWindow]) -> None:
    notebook = FakeNotebook(Notes(check_ins=(CheckIn(DAY, 3, 3, 3),)))
    window = opened(notebook)
    click(window.erase)
    assert notebook.load().check_ins
    click(window.erase)
    assert notebook.load().check_ins == ()
    assert "1 of 3" in texts(window)


def test_a_full_disk_is_said_and_the_question_stays(opened: Callable[[FakeNotebook], CheckInWindow]) -> None:
    notebook = FakeNotebook()
    notebook.is_full = True
    window = opened(notebook)
    click(window.answers[2])
    assert "The disk is full." in texts(window)
    assert "1 of 3" in texts(window)
    notebook.is_full = False
    click(window.answers[2])
    assert "2 of 3" in texts(window)
    assert "The disk is full." not in texts(window)


def test_a_screen_reader_hears_each_answer_with_its_day(opened: Callable[[FakeNotebook], CheckInWindow]) -> None:
    window = opened(FakeNotebook(Notes(check_ins=(LAST_MONTH, CheckIn(DAY, 5, 4, 3)))))
    told = window.findChildren(CourseView)[0].accessibleDescription()
    assert told == "23 October 2026: About half; 20 November 2026: Plenty"


def test_the_points_stand_as_far_apart_as_the_days_and_higher_for_more(qtbot: QtBot, words: Words) -> None:
    days = [DAY, DAY + timedelta(days=10), DAY + timedelta(days=40)]
    view = CourseView(tuple(zip(days, (1, 3, 5), strict=True)), words, "")
    qtbot.addWidget(view)
    view.resize(310, 64)
    first, second, third = view.places()
    assert second.x() - first.x() == pytest.approx((third.x() - first.x()) / 4)
    assert first.y() > second.y() > third.y()
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert [each.x() for each in view.places()] == sorted((each.x() for each in view.places()), reverse=True)
