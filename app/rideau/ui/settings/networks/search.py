# SPDX-License-Identifier: MIT
"""How is a network found in the catalogue and put on a side, without leaving the keyboard?"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QPointF, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QKeyEvent, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListView, QToolButton, QVBoxLayout, QWidget

from rideau.domain.network import Network, Side
from rideau.domain.network_edit import COLUMNS, column_of
from rideau.domain.settings import Settings
from rideau.ui import theme
from rideau.ui.kit import Pills
from rideau.ui.settings.networks.cards import CardDelegate, CardModel
from rideau.ui.settings.networks.present_sides import Card, heading, note
from rideau.ui.widgets import button, label, spaced
from rideau.wording.words import Words

SITES_SHOWN = 3
CROSS, ARM, STROKE, FINENESS = 16, 3.5, 1.6, 4
"""How wide the cross that empties the field is, half of its lines' reach, their strength; pixels drawn for each."""


class Hit(NamedTuple):
    """Hold one thing that may be meant, and the side that it would go to."""

    card: Card
    side: Side


def side_for(network: Network) -> Side:
    """Return the side that is offered first: its own, and Work for what is on none."""
    return column_of(network) if column_of(network) in COLUMNS else Side.WORK


def hits_of(words: Words, settings: Settings, found: Iterable[Network]) -> list[Hit]:
    """Return what was found as it is shown: where it stands, what is noted on it, and its first sites."""
    hits = []
    for each in found:
        parts = (heading(words, column_of(each)), note(words, each, settings), ", ".join(each.sites[:SITES_SHOWN]))
        hits.append(Hit(Card(each.id, each.name, " · ".join(filter(None, parts))), side_for(each)))
    return hits


class SearchField(QLineEdit):
    """Be where one types; arrows, Enter and Escape go on to ``results``."""

    def __init__(self, results: "Results", placeholder: str, clear: str) -> None:
        """Begin empty; ``clear`` is what its button at the end does."""
        super().__init__()
        self._results = results
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)
        for each in self.findChildren(QToolButton):
            each.setAccessibleName(clear)
        self._draw_cross()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the cross anew for another scheme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._draw_cross()

    def _draw_cross(self) -> None:
        """Have the button at the end show a cross of ours: Qt's is a dark disc in every scheme."""
        for each in self.findChildren(QAction):
            each.setIcon(_cross())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose among the results with the arrows, put the chosen one on its side with Enter, begin anew on Escape."""
        steps = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}
        if self.text() and int(event.key()) in steps:
            self._results.step(steps[int(event.key())])
        elif self.text() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._results.put()
        elif self.text() and event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)


class Results(QWidget):
    """Show what may be meant, and the side that the chosen one is put on."""

    def __init__(self, words: Words, put: Callable[[str, Side], None], details: Callable[[str], None]) -> None:
        """Begin empty; ``put`` and ``details`` are given the id of the card that was chosen."""
        super().__init__()
        self._words = words
        self._put = put
        self._hits: tuple[Hit, ...] = ()
        body = QVBoxLayout(self)
        spaced(body, spacing=8)
        self.list = _list(self, words.text("What was found"))
        self.cards = CardModel(self)
        self.list.setModel(self.cards)
        self.list.selectionModel().currentChanged.connect(self._current_changed)
        body.addWidget(self.list, 1)
        row = QHBoxLayout()
        spaced(row, spacing=8)
        row.addWidget(label(words.text("Put on"), "second"))
        self.sides: Pills[Side] = Pills(
            [(side, heading(words, side)) for side in COLUMNS], lambda _: self._name_button(), words.text("Put on")
        )
        row.addWidget(self.sides, 1)
        self.details = button(words.text("Details"), "quiet", lambda: details(self._current_id))
        row.addWidget(self.details)
        self.main = button("", "main", self.put)
        row.addWidget(self.main)
        body.addLayout(row)
        body.addStretch(0)

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show ``hits``, the first one chosen."""
        self._hits = tuple(hits)
        self.cards.show_cards([each.card for each in hits])
        self._fit()
        if hits:
            self.list.setCurrentIndex(self.cards.index(0))
        self._choose_side()

    def step(self, by: int) -> None:
        """Choose the next one."""
        row = max(0, min(self.list.currentIndex().row() + by, len(self._hits) - 1))
        self.list.setCurrentIndex(self.cards.index(row))

    def put(self) -> None:
        """Put the chosen one on the chosen side."""
        row, side = self.list.currentIndex().row(), self.sides.value
        if 0 <= row < len(self._hits) and side is not None:
            self._put(self._hits[row].card.id, side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the list as high as what was found in another width too."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Make the list no higher than what was found: what is done with it stands right below."""
        heights = (self.list.sizeHintForRow(row) for row in range(len(self._hits)))
        self.list.setMaximumHeight(sum(heights) + 2 * self.list.frameWidth())

    @property
    def _current_id(self) -> str:
        row = self.list.currentIndex().row()
        return self._hits[row].card.id if 0 <= row < len(self._hits) else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put it there on Enter, wherever the keyboard is."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.put()
        else:
            super().keyPressEvent(event)

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self._choose_side()

    def _choose_side(self) -> None:
        row = self.list.currentIndex().row()
        if 0 <= row < len(self._hits):
            self.sides.choose(self._hits[row].side)
            self._name_button()

    def _name_button(self) -> None:
        row, side = self.list.currentIndex().row(), self.sides.value
        if side is not None and 0 <= row < len(self._hits):
            self.main.setText(self._words.text("Put on {side}", side=heading(self._words, side)).replace("&", "&&"))
            self.main.setAccessibleName(f"{self._hits[row].card.name}: {self.main.text()}")


def _list(parent: QWidget, name: str) -> QListView:
    made = QListView(parent)
    made.setProperty("role", "bare")
    made.setAccessibleName(name)
    made.setItemDelegate(CurrentDelegate(made))
    made.setResizeMode(QListView.ResizeMode.Adjust)
    made.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
    made.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made


class CurrentDelegate(CardDelegate):
    """Paint the chosen card with its ring, though the keyboard is in the field above; darker where it is here."""

    rings_current = True


def _cross() -> QIcon:
    drawn = QPixmap(CROSS * FINENESS, CROSS * FINENESS)
    drawn.fill(Qt.GlobalColor.transparent)
    drawn.setDevicePixelRatio(FINENESS)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(theme.tokens().second), STROKE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    middle = QPointF(CROSS / 2, CROSS / 2)
    for rise in (ARM, -ARM):
        painter.drawLine(middle + QPointF(-ARM, -rise), middle + QPointF(ARM, rise))
    painter.end()
    return QIcon(drawn)
