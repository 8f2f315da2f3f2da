# SPDX-License-Identifier: MIT
"""How are cards of networks listed and painted? A model and a delegate: five hundred cost as little as five."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rideau.ui import theme
from rideau.ui.settings.networks.present_sides import Card
from rideau.ui.widgets import breakable

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
CARD, ROLE_ID = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_LEADING = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
_WRAPPED = int(Qt.TextFlag.TextWordWrap)
_HEIGHT, _GAP, _EDGE = 46, 6, 12


class CardModel(QAbstractListModel):
    """Hold the cards of one list."""

    def __init__(self, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.cards: tuple[Card, ...] = ()

    def show_cards(self, cards: Sequence[Card]) -> bool:
        """Show ``cards``; tell whether that changed anything."""
        if tuple(cards) == self.cards:
            return False
        self.beginResetModel()
        self.cards = tuple(cards)
        self.endResetModel()
        return True

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what ``role`` asks of a card."""
        if not 0 <= index.row() < len(self.cards):
            return None
        shown = self.cards[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return shown.name
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return shown.spoken
        return shown if role == CARD else None

    def row_of(self, id_: str) -> int:
        """Return where the card of a network is; -1 for nowhere."""
        return next((row for row, each in enumerate(self.cards) if each.id == id_), -1)


class CardDelegate(QStyledItemDelegate):
    """Paint a card: its name, a small line, a ring where the keyboard is."""

    rings_current = False
    """Whether the chosen card has its ring while the keyboard is elsewhere."""

    def __init__(self, parent: QWidget) -> None:
        """Paint for the list ``parent``."""
        super().__init__(parent)
        self._scale, self._measure = theme.scale(), Measure()
        self.lifted = ""
        """The id of the card that is on its way elsewhere, painted faint."""
        self.opened = ""
        """The id of the card whose details are shown, with a line around."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the card at ``index``."""
        shown = index.data(CARD)
        if not isinstance(shown, Card):
            return
        state: QStyle.StateFlag = option.state
        rect = QRectF(option.rect)
        painter.save()
        painter.setOpacity(0.35 if shown.id == self.lifted else 1)
        face = rect.adjusted(1, 1, -1, -1 - theme.units(_GAP))
        rings = QStyle.StateFlag.State_Selected if self.rings_current else QStyle.StateFlag.State_HasFocus
        ring = theme.tokens().second if shown.id == self.opened else ""
        ring = theme.tokens().focus_ring if state & rings else ring
        is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        is_hovered |= self.rings_current and bool(state & QStyle.StateFlag.State_HasFocus)
        paint_card(painter, face, shown, ring=ring, is_hovered=is_hovered)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of the card at ``index``: as high as its small line needs in the width that there is."""
        del option
        shown, view = index.data(CARD), self.parent()
        scale = theme.scale()
        if self._scale != scale:
            self._scale = scale
            self._measure = Measure()
        measure = self._measure
        width = view.viewport().width() if isinstance(view, QListView) else theme.units(240)
        height = measure.height(shown, width - 2) if isinstance(shown, Card) else measure.usual
        return QSize(measure.least, height + measure.gap)


class Measure:
    """Know how high cards are in one size of font: five hundred are asked for at every width that a window has."""

    def __init__(self) -> None:
        """Take the size of font that holds."""
        self._strong = QFontMetricsF(theme.font(theme.BODY, is_strong=True))
        self._small = QFontMetricsF(theme.font(theme.SMALL))
        self._edges = 2 * theme.units(_EDGE)
        self._widths: dict[Card, tuple[float, float]] = {}
        self.usual, self.least, self.gap = theme.units(_HEIGHT), theme.units(100), theme.units(_GAP) + 2

    def height(self, shown: Card, width: int) -> int:
        """Return how high the card of ``shown`` is, ``width`` wide."""
        inner = width - self._edges
        if shown not in self._widths:
            self._widths[shown] = self._strong.horizontalAdvance(shown.name), self._small.horizontalAdvance(shown.note)
        name, note = self._widths[shown]
        more = self._strong.height() if name > inner > 0 else 0.0
        if note > inner:
            wrapped = self._small.boundingRect(QRectF(0, 0, max(inner, 1), 1000), _WRAPPED, breakable(shown.note))
            more += max(wrapped.height() - self._small.height(), 0)
        return self.usual + round(more)


def card_height(shown: Card, width: int) -> int:
    """Return how high the card of ``shown`` is, ``width`` wide."""
    return Measure().height(shown, width)


def name_lines(name: str, width: float) -> list[str]:
    """Return ``name`` as it stands on a card, ``width`` wide: in two lines at most, the second one cut short."""
    strong = theme.font(theme.BODY, is_strong=True)
    metrics = QFontMetricsF(strong)
    if metrics.horizontalAdvance(name) <= width or width <= 0:
        return [name]
    layout = QTextLayout(name, strong)
    how = QTextOption()
    how.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(how)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    cut = line.textLength()
    layout.endLayout()
    return [name[:cut].rstrip(), metrics.elidedText(name[cut:], Qt.TextElideMode.ElideRight, width)]


def _more_name(shown: Card, inner: float) -> int:
    """Return how much higher a card is for its second line of name."""
    lines = name_lines(shown.name, inner)
    return (len(lines) - 1) * round(QFontMetricsF(theme.font(theme.BODY, is_strong=True)).height())


def paint_card(painter: QPainter, face: QRectF, shown: Card, *, ring: str = "", is_hovered: bool = False) -> None:
    """Paint ``shown`` into ``face``, at the leading edge of the painter's direction; ``ring`` is a colour."""
    now = theme.tokens()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    around = QPen(QColor(ring), 2) if ring else QPen(QColor(now.line), 1)
    inset = around.widthF() / 2
    painter.setPen(around)
    painter.setBrush(QColor(now.hover if is_hovered else now.surface))
    painter.drawRoundedRect(face.adjusted(inset, inset, -inset, -inset), theme.units(8), theme.units(8))
    inner = face.adjusted(theme.units(_EDGE), theme.units(5), -theme.units(_EDGE), -theme.units(5))
    head = theme.units(_HEIGHT // 2) + 1 - theme.units(5) + _more_name(shown, inner.width())
    name = inner if not shown.note else QRectF(inner.topLeft(), QSizeF(inner.width(), head))
    strong = theme.font(theme.BODY, is_strong=True)
    painter.setFont(strong)
    painter.setPen(QColor(now.ink))
    lines = (f"\u2068{each}\u2069" for each in name_lines(shown.name, inner.width()))
    painter.drawText(name, int(_LEADING), "\n".join(lines))  # each with the direction of its own letters
    if shown.note:
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(QColor(now.second))
        painter.drawText(
            QRectF(name.bottomLeft(), inner.bottomRight()), int(_LEADING) | _WRAPPED, breakable(shown.note)
        )
