# SPDX-License-Identifier: MIT
"""What does a day of these hours look like? Night with its shutter down, and the lit shop while it is open."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rideau.domain.phase import Phase
from rideau.domain.settings import MINUTES_PER_DAY, ClockRange
from rideau.ui import theme

BAR, LABELS, SLATS, CORNER = 28, 20, 4, 8
EVERY_HOURS = 6


class DayStrip(QWidget):
    """Paint one day from midnight to midnight; for the eye alone, the fields above say the same."""

    def __init__(self) -> None:
        """Begin with a day off."""
        super().__init__()
        self._ranges: tuple[ClockRange, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_ranges(self, ranges: tuple[ClockRange, ...]) -> None:
        """Show these hours."""
        self._ranges = ranges
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size in the 8-unit rhythm."""
        return QSize(theme.units(320), theme.units(BAR + LABELS))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the night, the open hours, and the hours of the clock below."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        bar = QRectF(0, 0, self.width(), theme.units(BAR))
        outline = QPainterPath()
        outline.addRoundedRect(bar, theme.units(CORNER), theme.units(CORNER))
        painter.save()
        painter.setClipPath(outline)
        self._paint_night(painter, bar)
        for left, right in self._stretches():
            self._paint_open(painter, QRectF(self._x(left), 0, self._x(right) - self._x(left), bar.height()))
        painter.restore()
        self._paint_hours(painter, bar.bottom())
        painter.end()

    def _paint_night(self, painter: QPainter, bar: QRectF) -> None:
        scene = theme.scene(Phase.QUIET)
        painter.fillRect(bar, QColor(scene.slat))
        line, height = QColor(255, 255, 255, 38), bar.height() / SLATS
        for row in range(1, SLATS):
            painter.fillRect(QRectF(0, row * height, bar.width(), theme.scale()), line)

    def _paint_open(self, painter: QPainter, area: QRectF) -> None:
        scene = theme.scene(Phase.WORK)
        painter.fillRect(area, QColor(scene.inside))
        painter.fillRect(QRectF(area.x(), 0, area.width(), theme.units(4)), QColor(scene.slat))
        sill = QColor(scene.slat)
        sill.setAlphaF(0.28)
        painter.fillRect(QRectF(area.x(), area.bottom() - theme.units(3), area.width(), theme.units(3)), sill)

    def _paint_hours(self, painter: QPainter, top: float) -> None:
        face = theme.font(theme.SMALL)
        painter.setFont(face)
        painter.setPen(QColor(theme.tokens().second))
        wide = QFontMetricsF(face).horizontalAdvance("00")
        for hour in range(0, 25, EVERY_HOURS):
            middle = self._x(hour * 60)
            left = min(max(middle - wide, 0), self.width() - 2 * wide)
            side = {0: Qt.AlignmentFlag.AlignLeft, 24: Qt.AlignmentFlag.AlignRight}.get(
                hour, Qt.AlignmentFlag.AlignHCenter
            )
            place = QRectF(left, top, 2 * wide, theme.units(LABELS))
            upright = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignAbsolute
            painter.drawText(place, side | upright, str(hour))

    def _stretches(self) -> list[tuple[int, int]]:
        """Return the open minutes of the day; what runs over midnight is drawn at its beginning too."""
        found = []
        for each in self._ranges:
            found.append((each.start, min(each.end, MINUTES_PER_DAY)))
            if each.end > MINUTES_PER_DAY:
                found.append((0, each.end - MINUTES_PER_DAY))
        return found

    def _x(self, minute: int) -> float:
        return minute / MINUTES_PER_DAY * self.width()
