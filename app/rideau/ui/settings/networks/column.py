# SPDX-License-Identifier: MIT
"""What is one column of the board? A tinted ground with a heading, and a list of cards for mouse and keyboard."""

from typing import Protocol

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QListView, QVBoxLayout, QWidget

from rideau.domain.network import Side
from rideau.ui import theme
from rideau.ui.settings.networks.cards import CardDelegate, CardModel
from rideau.ui.widgets import label, spaced

GROUNDS = {Side.WORK: "work_ground", Side.MIXED: "mixed_ground", Side.PERSONAL: "personal_ground"}
INKS = {Side.WORK: "work_ink", Side.MIXED: "mixed_ink", Side.PERSONAL: "personal_ink"}


class Hands(Protocol):
    """Take what hands do with the cards of a list."""

    def opened(self, id_: str) -> None:
        """Show the network."""
        ...

    def beside(self, source: "CardList", step: int) -> None:
        """Bring the keyboard to the next column, or the target of what is picked up."""
        ...

    def carried(self, id_: str, step: int) -> None:
        """Move the network a column on."""
        ...

    def picked_up(self, id_: str) -> None:
        """Pick the network up by keyboard, or put down what is in hand."""
        ...

    def dragged(self, source: "CardList", id_: str, at: QPoint) -> None:
        """Drag the network to ``at``, in the screen's coordinates."""
        ...

    def dropped(self) -> None:
        """Let go of what is dragged."""
        ...

    def let_be(self) -> bool:
        """Leave what is in hand where it was; tell whether anything was."""
        ...

    def asked(self, id_: str, at: QPoint) -> None:
        """Show what can be done with the network, at ``at`` of the screen."""
        ...


class CardList(QListView):
    """Be the cards of one column: a list to a screen reader, one stop for Tab, arrows within."""

    def __init__(self, hands: Hands, name: str, hint: str) -> None:
        """Begin empty; ``hint`` is painted where there is no card."""
        super().__init__()
        self._hands = hands
        self._hint = hint
        self._pressed: QPoint | None = None
        self._pressed_id = ""
        self._is_dragging = False
        self.cards = CardModel(self)
        self.delegate = CardDelegate(self)
        self.setModel(self.cards)
        self.setItemDelegate(self.delegate)
        self.setProperty("role", "bare")
        self.setAccessibleName(name)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionRectVisible(False)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)

    @property
    def current_id(self) -> str:
        """Return the id of the card that the keyboard is at; empty for none."""
        row = self.currentIndex().row()
        return self.cards.cards[row].id if 0 <= row < len(self.cards.cards) else ""

    def go_to(self, row: int) -> None:
        """Bring the keyboard to the card in ``row``, or the nearest there is."""
        count = self.cards.rowCount()
        if count:
            self.setCurrentIndex(self.cards.index(max(0, min(row, count - 1))))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first card."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.go_to(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave what was picked up by keys where it was, once the keyboard goes elsewhere in the window."""
        super().focusOutEvent(event)
        stays = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}
        if not self._is_dragging and event.reason() not in stays:
            self._hands.let_be()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with arrows, move with Ctrl and arrows, pick up with Space or M, open with Enter."""
        step = self._step(event.key())
        if event.key() == Qt.Key.Key_Escape and self._hands.let_be():
            self._is_dragging, self._pressed = False, None
        elif step and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._hands.carried(self.current_id, step)
        elif step:
            self._hands.beside(self, step)
        elif event.key() in {Qt.Key.Key_Space, Qt.Key.Key_M} and self._is_plain(event):
            self._hands.picked_up(self.current_id)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._hands.opened(self.current_id)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where a drag may begin."""
        super().mousePressEvent(event)
        is_on_card = self.indexAt(event.position().toPoint()).isValid()
        is_left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = event.position().toPoint() if is_left and is_on_card else None
        self._pressed_id = self.current_id

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag once the pointer went far enough."""
        here = event.position().toPoint()
        if self._pressed is None:
            super().mouseMoveEvent(event)
            over = self.indexAt(here).isValid()
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
            return
        far = QApplication.startDragDistance()
        if self._is_dragging or (here - self._pressed).manhattanLength() >= far:
            self._is_dragging = True
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._hands.dragged(self, self._pressed_id, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop what is dragged, or open the card that was clicked."""
        was_pressed, was_dragging = self._pressed is not None, self._is_dragging
        self._pressed, self._is_dragging = None, False
        super().mouseReleaseEvent(event)
        if was_dragging:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
            self._hands.dropped()
        elif was_pressed and self.indexAt(event.position().toPoint()) == self.currentIndex():
            self._hands.opened(self.current_id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the sides in a menu, by mouse and by the menu key."""
        index = self.indexAt(event.pos()) if event.reason() == QContextMenuEvent.Reason.Mouse else self.currentIndex()
        if index.isValid():
            below = self.visualRect(index).bottomLeft()
            at = event.globalPos() if event.reason() == QContextMenuEvent.Reason.Mouse else self._global(below)
            self._hands.asked(self.cards.cards[index.row()].id, at)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cards, or the hint where there is none."""
        super().paintEvent(event)
        if self.cards.rowCount():
            return
        painter = QPainter(self.viewport())
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(QColor(theme.tokens().second))
        room = self.viewport().rect().adjusted(theme.units(8), theme.units(8), -theme.units(8), -theme.units(8))
        where = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading
        painter.drawText(room, int(where | Qt.TextFlag.TextWordWrap), self._hint)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cards out anew in another width before they are painted; Qt would be a tenth of a second late."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def leaveEvent(self, event: QEvent) -> None:
        """Paint no card as hovered any more."""
        super().leaveEvent(event)
        self.viewport().update()

    def _step(self, key: int) -> int:
        """Return by how many columns a key goes on, in the direction that the person reads."""
        step = {int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Right): 1}.get(int(key), 0)
        return -step if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else step

    def _is_plain(self, event: QKeyEvent) -> bool:
        return event.modifiers() == Qt.KeyboardModifier.NoModifier and bool(self.current_id)

    def _global(self, at: QPoint) -> QPoint:
        return self.viewport().mapToGlobal(at)


class Column(QWidget):
    """Be one side of life: its colour, its name, what holds for it, and its cards."""

    def __init__(self, hands: Hands, side: Side, name: str, hint: str) -> None:
        """Begin empty."""
        super().__init__()
        self.side = side
        self.is_target = False
        body = QVBoxLayout(self)
        spaced(body, margin=10, spacing=2)
        self.title = label(name, "strong")
        self.subtitle = label("", "small")
        for each in (self.title, self.subtitle):
            each.setProperty("side", side.value)
            each.setContentsMargins(theme.units(4), 0, theme.units(4), 0)
            body.addWidget(each)
        body.addSpacing(theme.units(6))
        self.list = CardList(hands, name, hint)
        body.addWidget(self.list, 1)
        self.setMinimumWidth(theme.units(88))

    def aim(self, *, is_target: bool) -> None:
        """Show whether what is in hand would be put here."""
        if is_target != self.is_target:
            self.is_target = is_target
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground; a line around it where something is about to be put down."""
        del event
        now = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        around = QPen(QColor(getattr(now, INKS[self.side])), 2) if self.is_target else QPen(Qt.PenStyle.NoPen)
        painter.setPen(around)
        painter.setBrush(QColor(getattr(now, GROUNDS[self.side])))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.units(12), theme.units(12))
        painter.end()
