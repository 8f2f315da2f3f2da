# SPDX-License-Identifier: MIT
"""How is a network brought from one side of life to another? Three columns, a card in hand, by mouse or by keyboard."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QBoxLayout, QMenu, QWidget

from rideau.domain.network import Side
from rideau.domain.network_edit import COLUMNS
from rideau.ui import theme
from rideau.ui.settings.networks.cards import card_height, paint_card
from rideau.ui.settings.networks.column import CardList, Column
from rideau.ui.settings.networks.present_sides import Card, heading
from rideau.ui.widgets import announce, spaced
from rideau.wording.words import Words

_NARROW, _LEAST_HEIGHT = 370, 220


class BoardActs(NamedTuple):
    """Hold what the board has done for it."""

    move: Callable[[str, Side], None]
    """Put a network on a side."""
    open: Callable[[str], None]
    """Show what is known of a network."""


class Board(QWidget):
    """Show the columns, and let cards be moved between them (``column.Hands``)."""

    def __init__(self, words: Words, acts: BoardActs) -> None:
        """Begin empty."""
        super().__init__()
        self._words = words
        self._acts = acts
        self._keys = words.text("Arrows choose, Ctrl and arrows move to another side, Enter shows what is known of it.")
        self._in_hand = ""
        self._target: Column | None = None
        self._ghost: Ghost | None = None
        self._grip = QPoint()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        spaced(self._row, spacing=12)
        hints = dict.fromkeys(COLUMNS, words.text("Nothing here. Drag a network here, or search for one."))
        hints[Side.MIXED] = words.text(
            "Nothing here. What holds both belongs here, such as a client's page beside an account of your own."
        )
        self.columns = {side: Column(self, side, heading(words, side), hints[side]) for side in COLUMNS}
        for each in self.columns.values():
            self._row.addWidget(each, 1)
        self.setMinimumHeight(theme.units(_LEAST_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns one below the other where side by side no name would fit into them."""
        super().resizeEvent(event)
        is_narrow = self.width() < theme.units(_NARROW)
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        if self._row.direction() is not way:
            self._row.setDirection(way)
            self.setMinimumHeight(theme.units(_LEAST_HEIGHT * (2 if is_narrow else 1)))

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave what is in hand where it was: who does not see the board moves nothing on it."""
        super().hideEvent(event)
        self.let_be()

    def say(self, subtitles: Mapping[Side, str]) -> None:
        """Say under each heading what holds for the column."""
        for side, column in self.columns.items():
            column.subtitle.setText(subtitles[side])
            column.list.setAccessibleDescription(f"{subtitles[side]}. {self._keys}")

    def show_cards(self, cards: Mapping[Side, Sequence[Card]]) -> None:
        """Show ``cards`` by column; the keyboard stays with the card it was at, wherever that went."""
        holder = next((each for each in self.columns.values() if each.list.hasFocus()), None)
        at = (holder.list.current_id, holder.list.currentIndex().row()) if holder else ("", 0)
        for side, column in self.columns.items():
            here, row = column.list.current_id, column.list.currentIndex().row()
            if column.list.cards.show_cards(cards[side]) and row >= 0:
                found = column.list.cards.row_of(here)
                column.list.go_to(found if found >= 0 else row)
        if holder is not None and not self.focus_card(at[0]):
            holder.list.go_to(at[1])

    def mark(self, id_: str) -> None:
        """Have the card of a network bear a line around: its details are shown; an empty id marks none."""
        for column in self.columns.values():
            if column.list.delegate.opened != id_:
                column.list.delegate.opened = id_
                column.list.viewport().update()

    def focus_card(self, id_: str) -> bool:
        """Bring the keyboard to the card of a network; tell whether it is here."""
        for column in self.columns.values():
            row = column.list.cards.row_of(id_) if id_ else -1
            if row >= 0:
                column.list.go_to(row)
                column.list.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def opened(self, id_: str) -> None:
        """Show the network; what is in hand is put down instead."""
        if self._in_hand:
            self.dropped()
        elif id_:
            self._acts.open(id_)

    def beside(self, source: CardList, step: int) -> None:
        """Bring the keyboard to the next column that has a card, or aim what is picked up at the next one."""
        if self._in_hand:
            self._aim(self._beside(self._target or self._column_of(source), step))
            if self._target is not None:
                announce(self, heading(self._words, self._target.side))
            return
        columns = list(self.columns.values())
        at = columns.index(self._column_of(source)) + step
        while 0 <= at < len(columns):
            if columns[at].list.cards.rowCount():
                columns[at].list.go_to(source.currentIndex().row())
                columns[at].list.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            at += step

    def carried(self, id_: str, step: int) -> None:
        """Move the network a column on."""
        source = next((each for each in self.columns.values() if each.list.cards.row_of(id_) >= 0), None)
        if source is not None and not self._in_hand and self._beside(source, step) is not source:
            self._acts.move(id_, self._beside(source, step).side)

    def picked_up(self, id_: str) -> None:
        """Pick the network up, or put down what is in hand."""
        if self._in_hand:
            self.dropped()
            return
        source = next(each for each in self.columns.values() if each.list.cards.row_of(id_) >= 0)
        self._take(source.list, id_)
        self._aim(source)
        name = source.list.cards.cards[source.list.cards.row_of(id_)].name
        announce(
            self,
            self._words.text(
                "{network} is in hand. Arrows choose a side, Space puts it down, Escape leaves it where it was.",
                network=name,
            ),
        )

    def dragged(self, source: CardList, id_: str, at: QPoint) -> None:
        """Drag the network to ``at``."""
        here = self.mapFromGlobal(at)
        if source.cards.row_of(id_) < 0:  # another hand took it away meanwhile
            self.let_be()
            return
        if self._in_hand != id_ or self._ghost is None:
            self._take(source, id_)
            self._lift(source, id_, here)
        if self._ghost is not None:
            self._ghost.move(self.mapTo(self.window(), here - self._grip))
        self._aim(next((each for each in self.columns.values() if each.geometry().contains(here)), None))

    def dropped(self) -> None:
        """Put what is in hand where it is aimed at; beside all columns it stays where it was."""
        id_, target = self._in_hand, self._target
        self.let_be()
        if target is not None and id_ and target.list.cards.row_of(id_) < 0:
            self._acts.move(id_, target.side)

    def let_be(self) -> bool:
        """Leave what is in hand where it was."""
        was = bool(self._in_hand)
        self._in_hand = ""
        self._aim(None)
        for column in self.columns.values():
            if column.list.delegate.lifted:
                column.list.delegate.lifted = ""
                column.list.viewport().update()
        if self._ghost is not None:
            self._ghost.hide()
            self._ghost.deleteLater()
            self._ghost = None
        return was

    def asked(self, id_: str, at: QPoint) -> None:
        """Offer the sides, and what is known of the network, in a menu."""
        menu = self.menu_of(id_)
        menu.popup(at)

    def menu_of(self, id_: str) -> QMenu:
        """Return the menu of a network's card."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for side, column in self.columns.items():
            entry = menu.addAction(self._words.text("Put on {side}", side=heading(self._words, side)))
            entry.setEnabled(column.list.cards.row_of(id_) < 0)
            entry.triggered.connect(lambda _checked=False, side=side: self._acts.move(id_, side))
        menu.addSeparator()
        menu.addAction(self._words.text("Details")).triggered.connect(lambda: self._acts.open(id_))
        return menu

    def _take(self, source: CardList, id_: str) -> None:
        self._in_hand = id_
        source.delegate.lifted = id_
        source.viewport().update()

    def _lift(self, source: CardList, id_: str, here: QPoint) -> None:
        row = source.cards.row_of(id_)
        rect = source.visualRect(source.cards.index(row))
        corner = self.mapFromGlobal(source.viewport().mapToGlobal(rect.topLeft()))
        self._grip = here - corner + Ghost.inset()
        self._ghost = Ghost(self.window(), source.cards.cards[row], rect.width() - 2)  # nothing cuts it at the edge
        self._ghost.show()

    def _aim(self, target: Column | None) -> None:
        self._target = target
        for each in self.columns.values():
            each.aim(is_target=each is target)

    def _column_of(self, source: CardList) -> Column:
        return next(each for each in self.columns.values() if each.list is source)

    def _beside(self, column: Column, step: int) -> Column:
        columns = list(self.columns.values())
        return columns[max(0, min(columns.index(column) + step, len(columns) - 1))]


class Ghost(QWidget):
    """Be the card in the pointer's hand, a little above the board."""

    def __init__(self, parent: QWidget, card: Card, width: int) -> None:
        """Show ``card``, ``width`` wide."""
        super().__init__(parent)
        self._card = card
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inset = self.inset()
        self.resize(width + 2 * inset.x(), card_height(card, width) + 2 * inset.y())

    @staticmethod
    def inset() -> QPoint:
        """Return how much room the shadow takes around the card."""
        return QPoint(theme.units(6), theme.units(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint one soft shadow, and the card."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        shade = QColor("#000000")
        soft = theme.units(3)
        room = QRectF(self.rect())
        face = room.adjusted(theme.units(6), theme.units(6), -theme.units(6), -theme.units(6))
        for ring in range(soft, 0, -1):
            shade.setAlphaF(0.05)
            painter.setBrush(shade)
            painter.drawRoundedRect(
                face.translated(0, 2).adjusted(-ring, -ring, ring, ring), theme.units(9), theme.units(9)
            )
        paint_card(painter, face, self._card, ring=theme.tokens().focus_ring)
        painter.end()
