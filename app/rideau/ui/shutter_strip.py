# SPDX-License-Identifier: MIT
"""How does the shutter at the top of a card come down? Five slats and a lit grip, over the shop that closes."""

from PySide6.QtCore import QAbstractAnimation, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from rideau.domain.phase import Phase
from rideau.ui import theme
from rideau.ui.shop_front import FALL_MS, LIFT_MS, ROWS, ShopFront

STRIP, GRIP = 95, 9
SOFTEST = 0.76
"""How much ink the lowest slat has, of the highest's."""
CORNER = 22
MOON = "#F4C95D"


class ShutterStrip(ShopFront):
    """Paint a low shop front whose shutter is as far down as it is told; without motion it fades in."""

    lifted = Signal()
    """The shutter is up, as ``lift`` was asked."""

    def __init__(self) -> None:
        """Begin with the shutter up."""
        super().__init__()
        self._rows = 0.0
        self._shown = 1.0
        self._motion.finished.connect(self._arrived)
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(FALL_MS)
        self._fade.valueChanged.connect(self._faded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def rows(self) -> float:
        """Return how many slats are down, on the way or there."""
        return float(self._motion.endValue()) if self.is_moving else self._rows

    @property
    def is_moving(self) -> bool:
        """Tell whether the shutter is on its way."""
        return self._motion.state() is QAbstractAnimation.State.Running

    def fall(self, rows: float = ROWS) -> None:
        """Let the shutter down (or up) to ``rows``: in 600 ms down and 400 up; without motion, by a cross-fade."""
        self._motion.stop()
        if rows == self._rows:
            return
        if self.is_motion_reduced:
            self._rows = float(rows)
            self._fade.setStartValue(0.0)
            self._fade.setEndValue(1.0)
            self._fade.start()
            return
        self._motion.setDuration(FALL_MS if rows > self._rows else LIFT_MS)
        self._motion.setStartValue(self._rows)
        self._motion.setEndValue(float(rows))
        self._motion.start(QAbstractAnimation.DeletionPolicy.KeepWhenStopped)

    def lift(self) -> None:
        """Let the shutter up, and tell when it is."""
        self._motion.stop()
        if self._rows == 0:
            self.lifted.emit()
        else:
            self.fall(0)

    def settle(self) -> None:
        """Be where it is going, at once."""
        rows = self.rows
        self._motion.stop()
        self._fade.stop()
        self._rows, self._shown = rows, 1.0
        self.update()

    def put(self, rows: float) -> None:
        """Set the shutter to ``rows`` at once; what is on its way arrives there first."""
        if not self.is_moving and rows != self._rows:
            self._rows = float(rows)
            self.update()

    def sizeHint(self) -> QSize:
        """Return the size in the 8-unit rhythm."""
        return QSize(theme.units(200), theme.units(STRIP + GRIP))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shop, the slats and the grip, within the rounded top of the card."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        area = QRectF(0, 0, self.width(), theme.units(STRIP))
        foot = area.height() * min(self._rows, ROWS) / ROWS
        painter.save()
        painter.setClipPath(_rounded_top(area))
        if foot < area.height() or self._shown < 1:
            self._paint_inside(painter, area, foot if self._shown == 1 else 0)
        painter.setOpacity(self._shown)
        self._paint_wall(painter, area, foot)
        painter.restore()
        painter.setOpacity(self._shown)
        painter.setBrush(QColor(MOON))
        wide, high = theme.units(50), theme.units(GRIP)
        painter.drawRoundedRect(QRectF((area.width() - wide) / 2, foot - high * 0.1, wide, high), high / 2, high / 2)
        painter.end()

    def _paint_wall(self, painter: QPainter, area: QRectF, foot: float) -> None:
        """Paint the slats that are down, the lowest first; the gaps between them let the card's ground through."""
        ground, ink = QColor(theme.tokens().surface), QColor(theme.scene(Phase.QUIET).slat)
        height, gap = area.height() / ROWS, theme.scale() * 2
        painter.fillRect(QRectF(0, 0, area.width(), foot), ground)
        top, row = foot - height, ROWS - 1
        while top > -height:
            share = 1 - (1 - SOFTEST) * max(row, 0) / (ROWS - 1)
            painter.fillRect(QRectF(0, top, area.width(), height - gap), _mixed(ink, ground, share))
            top, row = top - height, row - 1

    def _arrived(self) -> None:
        if self._rows == 0:
            self.lifted.emit()

    def _faded(self, shown: float) -> None:
        self._shown = shown
        self.update()


def _rounded_top(area: QRectF) -> QPainterPath:
    """Return the outline of ``area`` with the card's corners at its top."""
    corner = theme.units(CORNER)
    outline = QPainterPath()
    outline.addRoundedRect(area.adjusted(0, 0, 0, corner), corner, corner)
    below = QPainterPath()
    below.addRect(area)
    return outline.intersected(below)


def _mixed(ink: QColor, ground: QColor, share: float) -> QColor:
    """Return ``ink`` laid on ``ground`` with ``share`` of its strength."""
    parts = zip(ink.getRgb()[:3], ground.getRgb()[:3], strict=True)  # type: ignore[index] # a tuple, whatever the stub says
    return QColor(*(round(one * share + other * (1 - share)) for one, other in parts))
