# SPDX-License-Identifier: MIT
"""Which outline has the mark of a phase? Paths on a grid of whole pixels, for the icons and the shop front."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QTransform

from rideau.ui.shutter_grid import Glyph, Grid


def glyph_path(glyph: Glyph, grid: Grid) -> QPainterPath:
    """Return the outline of ``glyph`` where it stands on ``grid``; empty for none."""
    match glyph:
        case Glyph.RING:
            return _ring(grid)
        case Glyph.MOON:
            return _moon(QPointF(grid.size / 2, grid.size / 2), grid.moon)
        case Glyph.BAG:
            return _bag(grid)
        case Glyph.MARK:
            return _mark(grid)
        case Glyph.BELL:
            return _bell(badge_centre(grid), grid.badge * 1.25)
        case Glyph.NONE:
            return QPainterPath()


def badge_centre(grid: Grid) -> QPointF:
    """Return where the bell's disc stands: in the lower corner, at the very edge."""
    return QPointF(grid.size - grid.badge, grid.size - grid.badge)


def _ring(grid: Grid) -> QPainterPath:
    middle, radius, stroke, dot = grid.ring
    centre = QPointF(grid.size / 2, middle)
    path = QPainterPath()
    path.addEllipse(centre, radius, radius)
    path.addEllipse(centre, radius - stroke, radius - stroke)
    path.addEllipse(centre, dot, dot)
    return path


def _moon(centre: QPointF, radius: float) -> QPainterPath:
    whole, bite = QPainterPath(), QPainterPath()
    whole.addEllipse(centre, radius, radius)
    bite.addEllipse(centre + QPointF(radius * 0.52, -radius * 0.3), radius * 0.84, radius * 0.84)
    return whole.subtracted(bite).translated(radius * 0.16, -radius * 0.04)


def _bag(grid: Grid) -> QPainterPath:
    width, height, handle_width, handle_height, stroke = grid.bag
    left = (grid.size - width) // 2
    top = (grid.size - height - handle_height) // 2 + handle_height
    body, handle = QPainterPath(), QPainterPath()
    corner = max(1.0, width / 9)
    body.addRoundedRect(QRectF(left, top, width, height), corner, corner)
    outer = QRectF((grid.size - handle_width) // 2, top - handle_height, handle_width, handle_height + corner)
    handle.addRoundedRect(outer, corner, corner)
    handle.addRect(outer.adjusted(stroke, stroke, -stroke, 0))
    return body.united(handle)


def _mark(grid: Grid) -> QPainterPath:
    width, top, foot, dot = grid.mark
    left = (grid.size - width) // 2
    corner = width / 2 if width > 2 else 0  # noqa: PLR2004 - rounding two pixels only blurs them
    path = QPainterPath()
    path.addRoundedRect(QRectF(left, top, width, foot - top), corner, corner)
    path.addRoundedRect(QRectF(left, dot, width, width), corner, corner)
    return path


def _bell(centre: QPointF, height: float) -> QPainterPath:
    path = QPainterPath(QPointF(-0.5, 0.24))
    path.cubicTo(-0.3, 0.14, -0.36, -0.5, 0, -0.5)
    path.cubicTo(0.36, -0.5, 0.3, 0.14, 0.5, 0.24)
    path.closeSubpath()
    path.addEllipse(QPointF(0, 0.38), 0.14, 0.12)
    return QTransform().translate(centre.x(), centre.y()).scale(height, height).map(path)
