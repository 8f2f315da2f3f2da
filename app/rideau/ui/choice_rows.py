# SPDX-License-Identifier: MIT
"""How does the list of a choice look? Rows with room to be hit, and a quiet line where groups part."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from rideau.ui import theme

ROW, GAP, EDGE = 30, 9, 6
"""How high a row is, and the line between groups; the room beside its words."""

Index = QModelIndex | QPersistentModelIndex


class ChoiceRows(QStyledItemDelegate):
    """Draw them: Qt's own are as low as their words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row."""
        size = super().sizeHint(option, index)
        height = theme.units(GAP) if _is_line(index) else max(size.height(), theme.units(ROW))
        return QSize(size.width() + 2 * theme.units(EDGE), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row, the chosen one from edge to edge."""
        now, edge = theme.tokens(), theme.units(EDGE)
        if _is_line(index):
            middle = option.rect.center().y()
            painter.fillRect(option.rect.left() + edge, middle, option.rect.width() - 2 * edge, 1, QColor(now.line))
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(now.main))
        words = QStyleOptionViewItem(option)
        words.rect = option.rect.adjusted(edge, 0, -edge, 0)
        super().paint(painter, words, index)


def _is_line(index: Index) -> bool:
    return bool(index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "separator")
