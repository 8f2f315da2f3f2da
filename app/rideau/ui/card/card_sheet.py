# SPDX-License-Identifier: MIT
"""What is on a card, and how high does it become? The picture on top, the words, the answers, the line of its stay."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from rideau.ports.card import Card
from rideau.ui import theme
from rideau.ui.card.card_parts import PILL_SIDE, QUIET_SIDE, CardButton, StayLine, card_label
from rideau.ui.card.picture_area import CORNER, PictureArea
from rideau.ui.widgets import breakable

WIDTH, HIGH, PICTURE = 270, 480, 280
LEAST_PICTURE = 96
SIDE, SHADOW, DROP = 20, 16, 4
THICK = 3


class CardSheet(QWidget):
    """Be the card itself, with the soft shadow around it; ``edge`` is how wide that is."""

    def __init__(self, card: Card, *, is_composited: bool, is_motion_reduced: bool) -> None:
        """Put ``card`` together."""
        super().__init__()
        self.edge = theme.units(SHADOW) if is_composited else 0
        self.on_painted: Callable[[], None] = _nothing
        self.picture = PictureArea(card.picture, is_motion_reduced=is_motion_reduced)
        self.sentence = card_label(theme.SENTENCE, is_strong=True)
        self.body = card_label(theme.BODY, is_second=True)
        self.yes, self.no = CardButton(is_main=True), CardButton(is_main=False)
        self.note = card_label(theme.SMALL, is_second=True)
        self.line = StayLine()
        self.gesture: QWidget | None = None
        for each in (self.sentence, self.body, self.yes, self.no, self.picture, self.note, self.line):
            each.setParent(self)  # Tab goes from the answers to the picture
        for shown, text in ((self.sentence, card.sentence), (self.body, card.body), (self.note, card.note)):
            shown.setText(breakable(text))
            shown.setVisible(bool(text))
        self.yes.say(card.yes)
        self.no.say(card.no)

    # --- measures ----------------------------------------------------------------------------------------------------

    def fit(self, room: QSize) -> QSize:
        """Take the size the words need, at most ``room``; return that of the card without its shadow.

        Nothing is ever cut: the card grows, then the picture makes room, then the card becomes wider.
        """
        width = min(theme.units(WIDTH), room.width())
        while True:
            words = self._high(width)
            if words + theme.units(LEAST_PICTURE) <= room.height() or width >= room.width():
                break
            width = min(width + theme.units(WIDTH) // 2, room.width())
        high = max(theme.units(HIGH) * width // theme.units(WIDTH) if width <= theme.units(WIDTH) else 0, 0)
        high = min(max(high, words + theme.units(PICTURE)), room.height())
        self.resize(width + 2 * self.edge, high + 2 * self.edge)
        self._arrange(QRect(self.edge, self.edge, width, high), words)
        return QSize(width, high)

    @property
    def card(self) -> QRect:
        """Return where the card is in this widget."""
        return self.rect().adjusted(self.edge, self.edge, -self.edge, -self.edge)

    def show_gesture(self, view: QWidget) -> None:
        """Have ``view`` stand before the picture, with the room of all that was asked; the sentence stays."""
        self.gesture = view
        self.picture.cover()
        self.line.stop()
        for each in (self.yes, self.no, self.body, self.note):
            each.hide()
        self._arrange(self.card, self._high(self.card.width()))
        view.setParent(self)
        corner = theme.units(CORNER)
        view.setGeometry(self.picture.geometry().adjusted(0, corner, 0, 0))  # the round corners are the picture's
        view.show()

    def _high(self, width: int) -> int:
        """Return how high everything below the picture is."""
        return self._lay(QRect(0, 0, width, 0), is_moving=False)

    def _arrange(self, card: QRect, words: int) -> None:
        picture = card.height() - words
        frame = 0 if self.edge else 1
        self.picture.setGeometry(QRect(card.x(), card.y(), card.width(), picture).adjusted(frame, frame, -frame, 0))
        self._lay(QRect(card.x(), card.y() + picture, card.width(), words), is_moving=True)

    def _lay(self, place: QRect, *, is_moving: bool) -> int:
        """Lay out what is below the picture, or only measure it; return how high it is."""
        side = theme.units(SIDE)
        inner = QRect(place.x() + side, place.y(), place.width() - 2 * side, place.height())
        top = inner.y() + theme.units(16)
        for label, after in ((self.sentence, 6), (self.body, 16)):
            top = self._lay_label(label, inner, top, after=after, is_moving=is_moving)
        top = self._lay_answers(inner, top, is_moving=is_moving)
        if not self.note.isHidden():
            top = self._lay_label(self.note, inner, top + theme.units(10), after=0, is_moving=is_moving)
        if self.gesture is not None:
            return top + theme.units(10) - place.y()
        top += theme.units(14)
        if is_moving:
            self.line.setGeometry(inner.x(), top, inner.width(), theme.units(THICK))
        return top + theme.units(THICK) + theme.units(12) - place.y()

    def _lay_label(self, label: QLabel, inner: QRect, top: int, *, after: int, is_moving: bool) -> int:
        if label.isHidden():
            return top
        high = label.heightForWidth(inner.width())
        if is_moving:
            label.setGeometry(inner.x(), top, inner.width(), high)
        return top + high + theme.units(after)

    def _lay_answers(self, inner: QRect, top: int, *, is_moving: bool) -> int:
        if self.gesture is not None:
            return top
        places = self._answers(inner, top)
        if is_moving:
            for button, rect in zip((self.yes, self.no), places, strict=True):
                button.setGeometry(self._mirrored(rect, inner))
        return max(each.bottom() + 1 for each in places)

    def _answers(self, inner: QRect, top: int) -> Sequence[QRect]:
        """Return the places of the two answers: beside each other, or where they are too wide below each other."""
        yes, no, gap = self.yes.sizeHint(), self.no.sizeHint(), theme.units(4)
        if yes.width() + gap + no.width() <= inner.width():
            beside = QRect(inner.x() + yes.width() + gap, top, no.width(), no.height())
            return QRect(inner.x(), top, yes.width(), yes.height()), beside
        first = min(yes.width(), inner.width())
        main = QRect(inner.x(), top, first, self.yes.high_at(first))
        shift = theme.units(PILL_SIDE - QUIET_SIDE)  # the words of both begin below each other
        second = min(no.width(), inner.width() - shift)
        return main, QRect(inner.x() + shift, main.bottom() + 1 + gap, second, self.no.high_at(second))

    def _mirrored(self, rect: QRect, inner: QRect) -> QRect:
        if self.layoutDirection() is not Qt.LayoutDirection.RightToLeft:
            return rect
        return rect.translated(inner.right() - rect.right() - (rect.x() - inner.x()), 0)

    # --- Qt ----------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card and its one soft shadow; nothing where the picture covers it."""
        corner = theme.units(CORNER)
        if not self.picture.geometry().adjusted(0, corner, 0, 0).contains(event.rect()):
            self._paint_ground(corner)
        self.on_painted()

    def _paint_ground(self, corner: int) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(self.card)
        if self.edge:
            painter.setPen(Qt.PenStyle.NoPen)
            self._paint_shadow(painter, card, corner)
        now = theme.tokens()
        painter.setBrush(QColor(now.surface))
        if self.edge:
            painter.drawRoundedRect(card, corner, corner)
        else:  # no shadow sets it off from what is behind it
            painter.setPen(QPen(QColor(now.line), 1))
            painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
        painter.end()

    def _paint_shadow(self, painter: QPainter, card: QRectF, corner: float) -> None:
        drop = theme.units(DROP)
        reach = self.edge - drop
        for step in range(reach, 0, -1):
            painter.setBrush(QColor(0, 0, 0, round(2 + 7 * (1 - step / reach) ** 2)))
            painter.drawRoundedRect(card.adjusted(-step, -step + drop, step, step + drop), corner + step, corner + step)


def _nothing() -> None:
    """Do nothing."""
