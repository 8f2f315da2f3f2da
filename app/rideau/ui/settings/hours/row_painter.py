# SPDX-License-Identifier: MIT
"""How does a row of dated entries look?"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from rideau.ui import theme

Index = QModelIndex | QPersistentModelIndex
LARGE = 1.3
"""From this scale of the font on, what stands side by side stands beneath."""
_PADDING = 8
_LINES_APART = 2


class Row(NamedTuple):
    """Hold what one row says."""

    number: int
    """Which entry of the settings it is."""
    when: str
    what: str = ""
    note: str = ""
    problem: str = ""
    is_past: bool = False
    tick: bool | None = None
    """Whether its box is ticked; None for a row without one."""


class RowsView(QListView):
    """Hold what its rows are painted from."""

    def __init__(self) -> None:
        """Begin with nothing chosen."""
        super().__init__()
        self.chosen = -1
        self.when_width = 0

    @property
    def rows(self) -> Sequence[Row]:
        """Return what is shown."""
        raise NotImplementedError


class RowPainter(QStyledItemDelegate):
    """Paint the rows of a ``RowsView``."""

    def __init__(self, view: RowsView) -> None:
        """Paint for ``view``."""
        super().__init__(view)
        self._list = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return how high a row is: one line, and one for each of what is beneath."""
        row = self._list.rows[index.row()]
        body, small = (QFontMetrics(theme.font(size)).height() for size in (theme.BODY, theme.SMALL))
        beneath = [each for each in (row.note, row.problem) if each]
        extra = 0 if _is_in_columns(row) else len(beneath) * (small + theme.units(_LINES_APART))
        return QSize(option.rect.width(), body + extra + 2 * theme.units(_PADDING))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row, its ground where it is chosen or pointed at, and a ring where the keyboard is."""
        row, now = self._list.rows[index.row()], theme.tokens()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(option.rect).adjusted(1, 1, -1, -1)
        is_chosen = row.number == self._list.chosen
        if is_chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.hover))
            painter.drawRoundedRect(frame, theme.units(8), theme.units(8))
        if self._list.hasFocus() and index.row() == self._list.currentIndex().row():
            painter.setPen(QPen(QColor(now.focus_ring), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame, theme.units(8), theme.units(8))
        room = option.rect.adjusted(theme.units(10), theme.units(_PADDING), -theme.units(10), -theme.units(_PADDING))
        self._paint_row(painter, room, row, option.direction)
        painter.restore()

    def _paint_row(self, painter: QPainter, room: QRect, row: Row, direction: Qt.LayoutDirection) -> None:
        pen = _Pen(painter, direction)
        now = theme.tokens()
        first = QRect(room.left(), room.top(), room.width(), QFontMetrics(theme.font(theme.BODY)).height())
        first = pen.chevron(first) if row.tick is None else pen.box(first, is_ticked=row.tick)
        first = pen.trailing(first, row.what, now.second)
        ink = now.second if row.is_past else now.ink
        if _is_in_columns(row):
            first = pen.leading(first, row.when, now.second, size=theme.BODY, width=self._list.when_width)
            pen.leading(first, row.note, ink, size=theme.BODY)
            return
        pen.leading(first, row.when, ink, size=theme.BODY, is_strong=not row.is_past)
        room = QRect(first.left(), room.top(), first.width(), room.height()) if row.tick is not None else room
        top = first.bottom() + 1
        for said, colour in ((row.note, now.second), (row.problem, now.error)):
            if said:
                height = QFontMetrics(theme.font(theme.SMALL)).height()
                top += theme.units(_LINES_APART)
                pen.leading(QRect(room.left(), top, room.width(), height), said, colour, size=theme.SMALL)
                top += height


def _is_in_columns(row: Row) -> bool:
    return row.tick is not None and theme.scale() < LARGE


class _Pen:
    """Write and draw from either end of a line, whichever way the language runs."""

    def __init__(self, painter: QPainter, direction: Qt.LayoutDirection) -> None:
        self._painter = painter
        self._direction = direction

    def leading(  # noqa: PLR0913 - what is written, where and how
        self, room: QRect, said: str, colour: str, *, size: int, is_strong: bool = False, width: int = 0
    ) -> QRect:
        font = theme.font(size, is_strong=is_strong)
        shown = QFontMetrics(font).elidedText(said, Qt.TextElideMode.ElideRight, room.width())
        self._write(room, shown, font, colour, Qt.AlignmentFlag.AlignLeft)
        return self._rest(room, width, is_leading=True) if width else room

    def trailing(self, room: QRect, said: str, colour: str) -> QRect:
        font = theme.font(theme.BODY)
        shown = QFontMetrics(font).elidedText(said, Qt.TextElideMode.ElideRight, room.width() * 3 // 5)
        self._write(room, shown, font, colour, Qt.AlignmentFlag.AlignRight)
        taken = QFontMetrics(font).horizontalAdvance(shown) + theme.units(12) if shown else 0
        return self._rest(room, taken, is_leading=False)

    def chevron(self, room: QRect) -> QRect:
        size = theme.units(4)
        rest = self._rest(room, 4 * size, is_leading=False)
        is_mirrored = self._direction is Qt.LayoutDirection.RightToLeft
        x, y = (room.left() + size, room.center().y()) if is_mirrored else (room.right() - size, room.center().y())
        back = size if is_mirrored else -size
        self._painter.setPen(QPen(QColor(theme.tokens().second), theme.scale() * 1.6))
        self._painter.drawLine(x, y, x + back, y - size)
        self._painter.drawLine(x, y, x + back, y + size)
        return rest

    def box(self, room: QRect, *, is_ticked: bool) -> QRect:
        now, side = theme.tokens(), theme.units(16)
        is_mirrored = self._direction is Qt.LayoutDirection.RightToLeft
        left = room.right() - side if is_mirrored else room.left()
        box = QRectF(left + 1, room.center().y() - side / 2, side, side)
        self._painter.setPen(QPen(QColor(now.main if is_ticked else now.second), 2))
        self._painter.setBrush(QColor(now.main if is_ticked else now.surface))
        self._painter.drawRoundedRect(box, theme.units(4), theme.units(4))
        if is_ticked:
            self._painter.setPen(QPen(QColor(now.on_main), theme.scale() * 1.8))
            points = [(0.24, 0.52), (0.43, 0.71), (0.77, 0.31)]
            dots = [(box.x() + x * side, box.y() + y * side) for x, y in points]
            for (x1, y1), (x2, y2) in pairwise(dots):
                self._painter.drawLine(round(x1), round(y1), round(x2), round(y2))
        return self._rest(room, side + theme.units(10), is_leading=True)

    def _write(self, room: QRect, said: str, font: QFont, colour: str, side: Qt.AlignmentFlag) -> None:
        self._painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # as each text runs by itself
        self._painter.setFont(font)
        self._painter.setPen(QColor(colour))
        visual = QStyle.visualAlignment(self._direction, side | Qt.AlignmentFlag.AlignVCenter)
        self._painter.drawText(room, int(visual), said)

    def _rest(self, room: QRect, taken: int, *, is_leading: bool) -> QRect:
        is_from_left = is_leading is (self._direction is Qt.LayoutDirection.LeftToRight)
        return room.adjusted(taken, 0, 0, 0) if is_from_left else room.adjusted(0, 0, -taken, 0)
