# SPDX-License-Identifier: MIT
"""How does a phase look as an icon? A shop window whose shutter is as far down as the phase says (DESIGN).

Drawn, not loaded: the tray needs one phase at a time, and each size is hinted by hand on its own pixel grid. Paths are
filled with a brush made of one pixel: a brush or a pen of a colour would load all of ``Qt`` (PySide6 6.11),
24 ms at every start.
"""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QIcon, QImage, QPainter, QPainterPath, QPainterPathStroker, QPixmap

from rideau.domain.phase import Phase
from rideau.ui.shutter_glyph import badge_centre, glyph_path
from rideau.ui.shutter_grid import BAG_GROUND, GRIDS, LOOKS, Glyph, Grid, Look

TRAY_SIZES = (16, 22, 24, 32, 48, 64)


class _Brush(NamedTuple):
    """Hold a painter with what it draws: one phase on one grid, in colour or in one ink."""

    painter: QPainter
    grid: Grid
    look: Look
    ink: QColor | None

    def colour(self, named: str) -> QColor:
        return self.ink or QColor(named)

    @property
    def inside(self) -> QRectF:
        edge, inside = self.grid.edge, self.grid.size - 2 * self.grid.edge
        return QRectF(edge, edge, inside, inside)


def shutter_icon(phase: Phase, *, remaining: float | None = None, ink: QColor | None = None) -> QIcon:
    """Return ``phase`` as an icon in every tray size.

    ``remaining`` (0 to 1) turns the frame into a count-down; ``ink`` gives the one-colour version.
    """
    icon = QIcon()
    for size in TRAY_SIZES:
        icon.addPixmap(shutter_pixmap(phase, size, remaining=remaining, ink=ink))
    return icon


def shutter_pixmap(phase: Phase, size: int, *, remaining: float | None = None, ink: QColor | None = None) -> QPixmap:
    """Return ``phase`` drawn ``size`` pixels wide; sizes without a grid of their own are scaled from 64."""
    grid = GRIDS.get(size, GRIDS[64])
    transparent = bytes(4 * size * size)
    image = QImage(transparent, size, size, QImage.Format.Format_ARGB32_Premultiplied).copy()
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / grid.size, size / grid.size)
    brush = _Brush(painter, grid, LOOKS[phase], ink)
    _paint_inside(brush)
    _paint_frame(brush, remaining)
    _paint_glyph(brush)
    painter.end()
    return QPixmap.fromImage(image)


def _paint_inside(brush: _Brush) -> None:
    grid, inside = brush.grid, brush.inside
    if brush.ink is None:
        ground = QPainterPath()
        radius = max(grid.radius - grid.frame, 1)
        ground.addRoundedRect(inside.adjusted(-1, -1, 1, 1), radius, radius)
        brush.painter.fillPath(ground, _solid(QColor(brush.look.light)))
    slats = QPainterPath()
    corner = grid.slat * 0.3 if grid.slat > 2 else 0  # noqa: PLR2004 - rounding one or two pixels only blurs them
    for row in range(brush.look.slats):
        top = inside.top() + grid.pad + row * (grid.slat + grid.gap)
        slat = QRectF(inside.left() + grid.pad, top, inside.width() - 2 * grid.pad, grid.slat)
        slats.addRoundedRect(slat, corner, corner)
    brush.painter.fillPath(slats, _solid(brush.colour(brush.look.slat)))


def _paint_frame(brush: _Brush, remaining: float | None) -> None:
    grid = brush.grid
    ring = QPainterPath()
    outside = brush.inside.adjusted(-grid.frame, -grid.frame, grid.frame, grid.frame)
    ring.addRoundedRect(outside, grid.radius, grid.radius)
    inner = max(grid.radius - grid.frame, 1)
    ring.addRoundedRect(brush.inside, inner, inner)
    colour = brush.colour(brush.look.frame)
    if remaining is None or remaining >= 1:
        brush.painter.fillPath(ring, _solid(colour))
        return
    faded = QColor(colour)
    faded.setAlphaF(0.35)
    brush.painter.fillPath(ring, _solid(faded))
    brush.painter.save()
    brush.painter.setClipPath(_pie(grid.size, remaining))
    brush.painter.fillPath(ring, _solid(colour))
    brush.painter.restore()


def _pie(size: int, remaining: float) -> QPainterPath:
    """Return the part of a clock face that is still to come, the hand having started at twelve."""
    face = QPainterPath(QPointF(size / 2, size / 2))
    face.arcTo(QRectF(-size, -size, 3 * size, 3 * size), 90, 360 * min(max(remaining, 0), 1))
    face.closeSubpath()
    return face


def _paint_glyph(brush: _Brush) -> None:
    glyph, painter = brush.look.glyph, brush.painter
    shape = glyph_path(glyph, brush.grid)
    if glyph is Glyph.BELL:
        _paint_badge(brush, shape)
        return
    if glyph is Glyph.MOON:
        _paint_halo(brush, shape if brush.ink is None else _disc(brush.grid), brush.look.slat)
    elif glyph is Glyph.BAG:
        _paint_halo(brush, shape, BAG_GROUND)
    painter.fillPath(shape, _solid(brush.colour(brush.look.mark)))


def _disc(grid: Grid) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(grid.size / 2, grid.size / 2), grid.moon, grid.moon)
    return path


def _paint_halo(brush: _Brush, shape: QPainterPath, colour: str) -> None:
    """Part ``shape`` from the slats behind it: by the ground's colour, or in one ink by a gap."""
    painter = brush.painter
    painter.save()
    if brush.ink is not None:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        painter.setClipRect(brush.inside)
    stroker = QPainterPathStroker()
    stroker.setWidth(2 * max(1.0, brush.grid.size / 22))
    painter.fillPath(stroker.createStroke(shape), _solid(QColor(colour)))
    painter.fillPath(shape, _solid(QColor(colour)))
    painter.restore()


def _paint_badge(brush: _Brush, inner: QPainterPath) -> None:
    painter, radius = brush.painter, brush.grid.badge
    centre = badge_centre(brush.grid)
    gap = max(1.0, brush.grid.size / 20)
    around, disc = QPainterPath(), QPainterPath()
    around.addEllipse(centre, radius + gap, radius + gap)
    disc.addEllipse(centre, radius, radius)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    painter.fillPath(around, _solid(QColor(brush.look.mark)))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.fillPath(disc, _solid(brush.colour(brush.look.mark)))
    if brush.ink is not None:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    painter.fillPath(inner, _solid(QColor("#FFFFFF")))


def _solid(colour: QColor) -> QBrush:
    pixel = QImage(1, 1, QImage.Format.Format_ARGB32)
    pixel.setPixelColor(0, 0, colour)
    return QBrush(pixel)
