# SPDX-License-Identifier: MIT
"""What does a person meet on a card: two answers, a line of time that waits for them, a picture that comes to rest?"""

from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from contracts.card import A_CARD
from rideau.domain.tip import Gesture, Outcome, Picture
from rideau.ports.card import Card
from rideau.ui.card.card_window import CardHouse, CardTold, CardWindow
from rideau.wording.words import Words

PATIENCE_MS = 30_000


class Shown:
    """Hold a card on the screen and what it told."""

    def __init__(self, card: Card, house: CardHouse) -> None:
        self.seen, self.gone = 0, 0
        self.ended: list[tuple[Outcome, str]] = []
        told = CardTold(self._see, lambda outcome, line: self.ended.append((outcome, line)), self._go)
        self.window = CardWindow(card, house, told)
        self.window.come()

    def _see(self) -> None:
        self.seen += 1

    def _go(self) -> None:
        self.gone += 1


@pytest.fixture
def show(qtbot: QtBot, words: Words) -> Iterator[Callable[..., Shown]]:
    """Show cards; they are gone afterwards."""
    made: list[Shown] = []

    def build(card: Card = A_CARD, **house: object) -> Shown:
        one = Shown(card, CardHouse(words=lambda: words)._replace(**house))
        made.append(one)
        qtbot.waitUntil(lambda: one.seen == 1, timeout=PATIENCE_MS)
        return one

    yield build
    for each in made:
        each.window.hide()
        shiboken6.delete(each.window)


def click(button: object) -> None:
    assert hasattr(button, "rect")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[call-overload] # a widget


def test_yes_follows_it_and_it_leaves(show: Callable[..., Shown], qtbot: QtBot) -> None:
    card = show()
    click(card.window.sheet.yes)
    click(card.window.sheet.no)
    assert card.ended == [(Outcome.FOLLOWED, "")]
    qtbot.waitUntil(lambda: card.gone == 1, timeout=PATIENCE_MS)
    assert not card.window.isVisible()


def test_no_dismisses_it_and_says_which_button_it_was(show: Callable[..., Shown]) -> None:
    card = show()
    click(card.window.sheet.no)
    assert card.ended == [(Outcome.DISMISSED, "no")]


def test_escape_and_a_close_put_it_away(show: Callable[..., Shown]) -> None:
    for put_away in (lambda card: QTest.keyClick(card, Qt.Key.Key_Escape), CardWindow.close):
        card = show()
        put_away(card.window)
        assert card.ended == [(Outcome.DISMISSED, "")]


def test_the_keyboard_goes_from_yes_to_no_to_the_picture_and_enter_answers(show: Callable[..., Shown]) -> None:
    card = show(A_CARD._replace(is_asked_for=True))
    sheet = card.window.sheet
    sheet.yes.setFocus()
    QTest.keyClick(sheet.yes, Qt.Key.Key_Tab)
    assert card.window.focusWidget() is sheet.no
    QTest.keyClick(sheet.no, Qt.Key.Key_Tab)
    assert card.window.focusWidget() is sheet.picture.still_button
    QTest.keyClick(sheet.no, Qt.Key.Key_Return)
    assert card.ended == [(Outcome.DISMISSED, "no")]


def test_it_goes_by_itself_once_its_time_is_over(show: Callable[..., Shown], qtbot: QtBot) -> None:
    card = show(A_CARD._replace(seconds=1, is_asked_for=False), is_motion_reduced=True)
    card.window.sheet.line.hold(is_held=False)
    qtbot.waitUntil(lambda: card.ended == [(Outcome.EXPIRED, "")], timeout=PATIENCE_MS)


def test_its_time_waits_while_somebody_is_there(show: Callable[..., Shown]) -> None:
    card = show(A_CARD._replace(seconds=20))
    line, place = card.window.sheet.line, QPointF(40, 300)
    QApplication.sendEvent(card.window, QEnterEvent(place, place, place))
    line.hold(is_held=True)
    left = line.left_ms
    QTest.qWait(30)
    assert line.left_ms == left
    line.hold(is_held=False)
    assert line.left_ms <= left


def test_one_without_a_time_shows_no_line(show: Callable[..., Shown]) -> None:
    assert not show(A_CARD._replace(seconds=0)).window.sheet.line.isVisible()
    assert show().window.sheet.line.isVisible()


def test_being_withdrawn_it_is_gone_at_once_and_tells_no_end(show: Callable[..., Shown]) -> None:
    card = show()
    card.window.withdraw()
    assert not card.window.isVisible()
    assert (card.gone, card.ended) == (1, [])


def test_the_picture_can_be_stopped_and_stands_still_where_motion_is_reduced(show: Callable[..., Shown]) -> None:
    picture = show().window.sheet.picture
    assert picture.is_moving
    click(picture)
    assert not picture.is_moving
    click(picture.still_button)
    assert picture.is_moving
    assert not show(is_motion_reduced=True).window.sheet.picture.is_moving


@pytest.mark.parametrize("gesture", [each for each in Gesture if each is not Gesture.NONE])
def test_a_gesture_takes_the_place_of_the_answers_and_leaving_it_counts_as_followed(
    show: Callable[..., Shown], gesture: Gesture
) -> None:
    card = show(A_CARD._replace(gesture=gesture))
    click(card.window.sheet.yes)
    assert card.ended == []
    view = card.window.sheet.gesture
    assert view is not None
    assert view.isVisible()
    assert not card.window.sheet.yes.isVisible()
    assert not card.window.sheet.line.isVisible()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert card.ended == [(Outcome.FOLLOWED, "")]


def test_what_is_written_is_told(show: Callable[..., Shown]) -> None:
    card = show(A_CARD._replace(gesture=Gesture.WRITE, picture=Picture.FEATHER))
    click(card.window.sheet.yes)
    view = card.window.sheet.gesture
    assert view is not None
    field = view.findChild(QLineEdit)
    click(field)
    QTest.keyClicks(field, "Call Ana")
    QTest.keyClick(field, Qt.Key.Key_Return)
    if not card.ended:
        click(view.findChildren(QPushButton)[0])
    assert card.ended == [(Outcome.FOLLOWED, "Call Ana")]


@pytest.mark.parametrize("points", [9, 20])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_no_word_is_ever_cut(show: Callable[..., Shown], points: int, direction: Qt.LayoutDirection) -> None:
    before = QApplication.font()
    QApplication.setFont(QFont(before.family(), points))
    QApplication.setLayoutDirection(direction)
    try:
        long = A_CARD._replace(sentence=A_CARD.sentence * 4, body=A_CARD.body * 5, yes="Je me sers un verre", note="n")
        sheet = show(long).window.sheet
        for label in (sheet.sentence, sheet.body, sheet.note):
            assert label.height() >= label.heightForWidth(label.width())
            assert sheet.card.contains(label.geometry())
        for button in (sheet.yes, sheet.no):
            assert button.width() >= button.sizeHint().width()
            assert sheet.card.contains(button.geometry())
        assert sheet.line.geometry().bottom() < sheet.card.bottom()
        assert sheet.childAt(QPoint(sheet.picture.geometry().center())) is not None
    finally:
        QApplication.setFont(before)
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_it_says_its_name_and_its_text(show: Callable[..., Shown]) -> None:
    window = show(A_CARD._replace(note="Words change.")).window
    assert window.accessibleName() == A_CARD.sentence
    assert window.accessibleDescription() == f"{A_CARD.body} Words change."
    assert window.sheet.yes.accessibleName() == A_CARD.yes
