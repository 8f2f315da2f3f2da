# SPDX-License-Identifier: MIT
"""What else is on the timeline? Where it is now, under the bars, and over them the exact times while a hand drags."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from rideau.ui import theme
from rideau.ui.settings.hours.grid import Grid
from rideau.ui.settings.hours.ground import paint_now


class NowMark(QWidget):
    """Paint a thin line at this minute of today; told by whoever knows the time, it moves by no clock of its own."""

    def __init__(self, parent: QWidget) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self._grid: Grid | None = None
        self._at = (0, 0)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, grid: Grid, row: int | None, minute: int) -> None:
        """Stand at ``minute`` of ``row``; hidden where today is not in view."""
        self.setVisible(row is not None)
        if row is None or (grid, (row, minute)) == (self._grid, self._at):
            return
        self._grid, self._at = grid, (row, minute)
        place, pad = grid.rect(row, minute, minute), theme.units(6)
        self.setGeometry(place.adjusted(-pad, -pad, pad, pad).toAlignedRect())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        del event
        if self._grid is not None:
            painter = QPainter(self)
            painter.translate(-self.x(), -self.y())
            paint_now(painter, self._grid, *self._at)
            painter.end()


class Tag(QWidget):
    """Paint a few words above a bar."""

    def __init__(self, parent: QWidget) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self.said = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_over(self, said: str, place: QRectF, area: QRect) -> None:
        """Say ``said`` above ``place``, within ``area``."""
        self.said = said
        self.setFont(theme.font(theme.SMALL, is_strong=True))
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(said) + theme.units(20)
        height = metrics.height() + theme.units(8)
        left = min(max(round(place.center().x() - width / 2), area.left()), area.right() - width)
        top = round(place.top()) - height - theme.units(3)
        if top < area.top():
            top = round(place.bottom()) + theme.units(3)
        self.setGeometry(left, top, width, height)
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words on ink."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.tokens().ink))
        radius = self.height() / 2
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        painter.setPen(QColor(theme.tokens().surface))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.said)
        painter.end()
