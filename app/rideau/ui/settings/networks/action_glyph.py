# SPDX-License-Identifier: MIT
"""How does an action look in a small picture? The shop window from open to closed, a clock, a breath, a bell put by."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from rideau.domain.network import Action
from rideau.ui import theme

GRID = 18
_FRAME = QRectF(2, 2.5, 14, 13)


def paint_action(painter: QPainter, action: Action, at: QRectF) -> None:
    """Paint ``action`` into the square ``at``, in the colours of the scheme in force."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(at.topLeft())
    painter.scale(at.width() / GRID, at.height() / GRID)
    now = theme.tokens()
    colours = {Action.ALLOW: now.yes, Action.BLOCK: now.link}
    colour = QColor(colours.get(action, now.second))
    painter.setPen(QPen(colour, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _PAINTED[action](painter, colour)
    painter.restore()


def _open(painter: QPainter, colour: QColor) -> None:
    painter.drawRoundedRect(_FRAME, 3, 3)
    painter.fillRect(QRectF(5, 5, 8, 1.8), colour)


def _clock(painter: QPainter, colour: QColor) -> None:
    del colour
    painter.drawEllipse(QPointF(9, 9), 6.8, 6.8)
    painter.drawPolyline([QPointF(9, 5.2), QPointF(9, 9), QPointF(11.8, 10.6)])


def _breath(painter: QPainter, colour: QColor) -> None:
    del colour
    for top, length in ((5.2, 10.0), (9.0, 13.0), (12.8, 8.0)):
        wave = QPainterPath(QPointF(2.5, top))
        wave.cubicTo(2.5 + length / 3, top - 2.2, 2.5 + 2 * length / 3, top + 2.2, 2.5 + length, top)
        painter.drawPath(wave)


def _bell(painter: QPainter, colour: QColor) -> None:
    bell = QPainterPath(QPointF(3.6, 12.6))
    bell.cubicTo(5.4, 11, 5.0, 9.4, 5.0, 7.8)
    bell.cubicTo(5.0, 2.0, 13.0, 2.0, 13.0, 7.8)
    bell.cubicTo(13.0, 9.4, 12.6, 11, 14.4, 12.6)
    bell.closeSubpath()
    painter.drawPath(bell)
    clapper = QPainterPath()
    clapper.addEllipse(QPointF(9, 15), 1.5, 1.2)
    painter.fillPath(clapper, colour)
    painter.drawLine(QPointF(3, 15.4), QPointF(15.4, 2.6))


def _closed(painter: QPainter, colour: QColor) -> None:
    painter.drawRoundedRect(_FRAME, 3, 3)
    for top in (5.0, 8.1, 11.2):
        painter.fillRect(QRectF(5, top, 8, 1.8), colour)


_PAINTED: dict[Action, Callable[[QPainter, QColor], None]] = {
    Action.ALLOW: _open,
    Action.LIMIT: _clock,
    Action.PAUSE: _breath,
    Action.MUTE: _bell,
    Action.BLOCK: _closed,
}
