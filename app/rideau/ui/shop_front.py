# SPDX-License-Identifier: MIT
"""How does the shop look right now? A wide shop front whose shutter comes down and lifts, for the small window."""

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QPointF, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPaintEvent, QRadialGradient, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from rideau.domain.phase import Phase
from rideau.ui import theme
from rideau.ui.shutter_glyph import glyph_path
from rideau.ui.shutter_grid import GRIDS, LOOKS, Glyph

HEIGHT = 120
ROWS = 5
FALL_MS, LIFT_MS = 600, 400


class ShopFront(QWidget):
    """Paint the shop front of a phase; a new phase moves the shutter, unless the person wants no motion."""

    def __init__(self) -> None:
        """Begin with an open shop."""
        super().__init__()
        self.is_motion_reduced = False
        self._phase = Phase.WORK
        self._rows = float(LOOKS[Phase.WORK].slats)
        self._motion = QVariantAnimation(self)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._moved)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def phase(self) -> Phase:
        """Return the phase that is painted."""
        return self._phase

    def show_phase(self, phase: Phase) -> None:
        """Move the shutter to where ``phase`` has it."""
        self._phase = phase
        rows = float(LOOKS[phase].slats)
        self._motion.stop()
        if self.is_motion_reduced or not self.isVisible() or rows == self._rows:
            self._rows = rows
            self.update()
            return
        self._motion.setDuration(FALL_MS if rows > self._rows else LIFT_MS)
        self._motion.setStartValue(self._rows)
        self._motion.setEndValue(rows)
        self._motion.start(QAbstractAnimation.DeletionPolicy.KeepWhenStopped)

    def sizeHint(self) -> QSize:
        """Return the size in the 8-unit rhythm."""
        return QSize(theme.units(360), theme.units(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is behind, the slats, the handle and the mark."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        scene = theme.scene(self._phase)
        area = QRectF(self.rect())
        foot = area.height() * min(self._rows, ROWS) / ROWS
        if foot < area.height():
            self._paint_inside(painter, area, foot)
        self._paint_slats(painter, area.width(), foot, scene)
        self._paint_mark(painter, area, foot)
        painter.end()

    def _paint_inside(self, painter: QPainter, area: QRectF, foot: float) -> None:
        scene = theme.scene(self._phase)
        painter.fillRect(area, QColor(scene.inside))
        lamp = QPointF(area.width() * 0.82, max(foot, area.height() * 0.2) + area.height() * 0.22)
        glow = QRadialGradient(lamp, area.height() * 1.1)
        glow.setColorAt(0, QColor(255, 252, 235, 235))
        glow.setColorAt(1, QColor(255, 252, 235, 0))
        painter.fillRect(area, glow)
        unit = area.height() / HEIGHT
        sill = QColor(scene.slat)
        sill.setAlphaF(0.28)
        painter.fillRect(QRectF(0, area.height() - 7 * unit, area.width(), 7 * unit), sill)
        self._paint_plant(painter, QPointF(area.width() * 0.15, area.height() - 7 * unit), unit)
        if LOOKS[self._phase].glyph is Glyph.RING:
            return
        shade = QColor(scene.slat_foot)
        painter.fillRect(QRectF(lamp.x() - unit, foot, 2 * unit, lamp.y() - foot - 6 * unit), shade)
        hood = QPainterPath(QPointF(lamp.x() - 6 * unit, lamp.y() - 8 * unit))
        hood.lineTo(lamp.x() + 6 * unit, lamp.y() - 8 * unit)
        hood.lineTo(lamp.x() + 16 * unit, lamp.y() + 4 * unit)
        hood.lineTo(lamp.x() - 16 * unit, lamp.y() + 4 * unit)
        hood.closeSubpath()
        painter.fillPath(hood, shade)
        painter.setBrush(QColor("#F4C95D"))
        painter.drawChord(QRectF(lamp.x() - 7 * unit, lamp.y() - 3 * unit, 14 * unit, 14 * unit), 180 * 16, 180 * 16)

    def _paint_plant(self, painter: QPainter, foot: QPointF, unit: float) -> None:
        """Put a plant on the sill: somebody is looking after this shop."""
        pot = QPainterPath(QPointF(-8, 0))
        for x, y in ((-10, -13), (10, -13), (8, 0)):
            pot.lineTo(x, y)
        pot.closeSubpath()
        leaves = QPainterPath()
        for lean, height in ((-13, 25), (0, 33), (12, 27)):
            leaf = QPainterPath(QPointF(0, -12))
            leaf.quadTo(lean - 7, -12 - height * 0.6, lean, -12 - height)
            leaf.quadTo(lean + 8, -12 - height * 0.5, 0, -12)
            leaves = leaves.united(leaf)
        place = QTransform().translate(foot.x(), foot.y()).scale(unit, unit)
        painter.fillPath(place.map(leaves), QColor("#4F8A75"))
        painter.fillPath(place.map(pot), QColor("#B9744F"))

    def _paint_slats(self, painter: QPainter, width: float, foot: float, scene: theme.Scene) -> None:
        height = self.height() / ROWS
        top = foot
        while top > 0:
            slat = QRectF(0, top - height, width, height)
            shading = QLinearGradient(slat.topLeft(), slat.bottomLeft())
            shading.setColorAt(0, QColor(scene.slat).lighter(108))
            shading.setColorAt(0.75, QColor(scene.slat))
            shading.setColorAt(1, QColor(scene.slat_foot))
            painter.fillRect(slat, shading)
            painter.fillRect(QRectF(0, slat.bottom() - 1, width, 1), QColor(0, 0, 0, 70))
            painter.fillRect(QRectF(0, slat.top(), width, 1), QColor(255, 255, 255, 46))
            top -= height

    def _paint_mark(self, painter: QPainter, area: QRectF, foot: float) -> None:
        unit = area.height() / HEIGHT
        is_closed = foot >= area.height()
        painter.setBrush(QColor("#F4C95D"))
        grip = QRectF(area.width() / 2 - 22 * unit, foot - (12 if is_closed else 3) * unit, 44 * unit, 6 * unit)
        painter.drawRoundedRect(grip, 3 * unit, 3 * unit)
        look = LOOKS[self._phase]
        shape = glyph_path(look.glyph, GRIDS[64])
        if shape.isEmpty():
            return
        bounds = shape.boundingRect()
        wanted = (46 if is_closed else 42) * unit
        factor = wanted / bounds.height()
        middle = QPointF(area.width() / 2, area.height() * 0.44 if is_closed else (foot + area.height()) / 2 + 2 * unit)
        place = QTransform().translate(middle.x(), middle.y()).scale(factor, factor)
        place.translate(-bounds.center().x(), -bounds.center().y())
        painter.fillPath(place.map(shape), QColor(theme.scene(self._phase).mark))

    def _moved(self, rows: float) -> None:
        self._rows = rows
        self.update()
