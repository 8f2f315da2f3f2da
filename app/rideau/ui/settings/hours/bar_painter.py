# SPDX-License-Identifier: MIT
"""How are the parts of one bar painted: its times, its ring, its grips, and the arrow where it goes on?"""

from collections.abc import Iterator
from itertools import product

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from rideau.ui import theme

RADIUS = 7
DASH = "\u2013"
SHARES = (1.0, 0.85, 0.7)
"""How much smaller the times of a narrow bar may be written, in steps."""
LEAST = 10
"""No smaller than this, in pixels: what could not be read is left out, and is said under the pointer."""


def write(painter: QPainter, labels: tuple[str, ...], places: tuple[QRectF, ...]) -> None:
    """Write the first of ``labels`` that fits into the first of ``places`` that takes it.

    In one line, else in two, else smaller; nothing where the bar is too narrow even so.
    """
    painter.setPen(QColor(theme.tokens().on_bar))
    for font in _fonts():
        metrics = QFontMetricsF(font)
        room = min(theme.units(8), metrics.averageCharWidth())
        for lines, place in _ways(labels, places):
            if max(map(metrics.horizontalAdvance, lines)) + room <= place.width():
                painter.setFont(font)
                _write_lines(painter, place, lines, metrics)
                return


def _fonts() -> Iterator[QFont]:
    for share in SHARES:
        font = theme.font(theme.SMALL, is_strong=True)
        size = round(font.pixelSize() * share)
        if share == 1 or size >= LEAST:
            font.setPixelSize(size)
            yield font


def _ways(labels: tuple[str, ...], places: tuple[QRectF, ...]) -> Iterator[tuple[list[str], QRectF]]:
    """Return the lines and the places to try, the best first."""
    for said, place in product(labels, places):
        yield [said], place
    for said in labels:
        if DASH in said:
            yield said.split(DASH), places[-1]


def _write_lines(painter: QPainter, place: QRectF, lines: list[str], metrics: QFontMetricsF) -> None:
    """Write lines close below each other, in the middle of ``place``."""
    step = metrics.ascent() + theme.units(1)
    first = place.center().y() + metrics.capHeight() / 2 - step * (len(lines) - 1) / 2
    for number, said in enumerate(lines):
        x = place.center().x() - metrics.horizontalAdvance(said) / 2
        painter.drawText(QPointF(x, first + number * step), said)


def beside(place: QRectF, taken: QRectF) -> QRectF:
    """Return what is left of ``place`` beside ``taken`` at one of its ends."""
    if taken.center().x() > place.center().x():
        return QRectF(place.x(), place.y(), max(taken.left() - place.x(), 0), place.height())
    return QRectF(taken.right(), place.y(), max(place.right() - taken.right(), 0), place.height())


def paint_ring(painter: QPainter, place: QRectF) -> None:
    """Paint the ring of the focus around a bar."""
    width = theme.scale() * 2
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.tokens().focus_ring), width))
    out = width * 0.5 + theme.scale()
    radius = theme.units(RADIUS) + out
    painter.drawRoundedRect(place.adjusted(-out, -out, out, out), radius, radius)


def paint_way_on(painter: QPainter, place: QRectF, *, is_later: bool, is_mirrored: bool) -> None:
    """Paint a small arrow where the bar goes on in the next row, or comes from the one before."""
    size, step = theme.units(3), 1 if not is_mirrored else -1
    edge = place.right() if is_later is not is_mirrored else place.left()
    tip = QPointF(edge - step * theme.units(5) if is_later else edge + step * theme.units(8), place.center().y())
    colour = QColor(theme.tokens().on_bar)
    colour.setAlphaF(0.8)
    painter.setPen(QPen(colour, theme.scale() * 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline([tip + QPointF(-step * size, -size), tip, tip + QPointF(-step * size, size)])


def paint_grips(painter: QPainter, place: QRectF, *, starts: bool, ends: bool, mirrored: bool) -> None:
    """Paint a short line at each end that can be pulled."""
    inset, half = theme.units(3), place.height() / 5
    if place.width() < 4 * inset:
        return
    colour = QColor(theme.tokens().on_bar)
    colour.setAlphaF(0.7)
    painter.setPen(QPen(colour, theme.scale() * 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    middle = place.center().y()
    for is_there, is_leading in ((starts, True), (ends, False)):
        if is_there:
            x = place.left() + inset if is_leading is not mirrored else place.right() - inset
            painter.drawLine(round(x), round(middle - half), round(x), round(middle + half))
