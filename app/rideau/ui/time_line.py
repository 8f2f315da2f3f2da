# SPDX-License-Identifier: MIT
"""How much time is left? A thin line."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rideau.ui import theme

THICK = 3


class TimeLine(QWidget):
    """Paint a share of a line; it is there to be seen, and says nothing that words do not say."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def share(self) -> float:
        """Return how much is painted, 0 to 1."""
        return self._share

    def show_share(self, share: float) -> None:
        """Paint ``share`` of the line."""
        wanted = min(max(share, 0.0), 1.0)
        if wanted != self._share:
            self._share = wanted
            self.update()

    def sizeHint(self) -> QSize:
        """Return its size: thin, and as wide as it is let."""
        return QSize(theme.units(120), theme.units(THICK))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the whole line softly, and the share on it."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        line, half = QRectF(self.rect()), self.height() / 2
        painter.setBrush(QColor(theme.tokens().line))
        painter.drawRoundedRect(line, half, half)
        if self._share > 0:
            done = QRectF(line)
            done.setWidth(max(line.width() * self._share, line.height()))
            if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
                done.moveRight(line.right())
            painter.setBrush(QColor(theme.tokens().focus_ring))
            painter.drawRoundedRect(done, half, half)
        painter.end()
