# SPDX-License-Identifier: MIT
"""What does the week look like at a glance? Seven thin rows from midnight to midnight; today and now are marked.

One widget that paints itself: the small window stays in the tray process, where each widget counts.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from rideau.domain.phase import Phase
from rideau.ui import theme
from rideau.ui.present_week import Bar, DayRow, WeekView

ROW, BAR, GAP = 14, 9, 10
"""The height of a row and of a bar in it, and the room between a day's name and its bars."""
THIN = frozenset({Phase.WIND_DOWN, Phase.AWAY})
"""Phases whose bars are lower: colour never tells alone."""
PALE = 0.55
"""Leave is there, and asks for nothing."""
HAIR = 1e-6


class WeekMiniature(QWidget):
    """Show one ``WeekView``."""

    def __init__(self) -> None:
        """Show no week yet."""
        super().__init__()
        self._week = WeekView((), 0, ())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_week(self, week: WeekView, name: str) -> None:
        """Show ``week``; ``name`` is what a screen reader calls it, before it is described."""
        self._week = week
        self.setAccessibleName(name)
        self.setAccessibleDescription(week.said)
        self.updateGeometry()
        self.update()

    def said_at(self, y: float) -> str:
        """Return the sentence of the day at height ``y``; empty where there is none."""
        row = int(y // theme.units(ROW)) - 1
        return self._week.days[row].said if 0 <= row < len(self._week.days) else ""

    def sizeHint(self) -> QSize:
        """Take a row for the hours, and one for each day."""
        return QSize(theme.units(200), theme.units(ROW) * (len(self._week.days) + 1))

    def event(self, event: QEvent) -> bool:
        """Say the day under the pointer in a tooltip."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.said_at(event.pos().y()), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the names, the ground of each day, its bars, and the line of now."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row, names = theme.units(ROW), self._names_width()
        area = QRectF(names, 0, self.width() - names, row)
        self._paint_hours(painter, area)
        for number, day in enumerate(self._week.days, start=1):
            self._paint_day(painter, day, area.translated(0, number * row))
        painter.end()

    def _names_width(self) -> float:
        metrics = QFontMetricsF(theme.font(theme.SMALL, is_strong=True))
        return max((metrics.horizontalAdvance(each.name) for each in self._week.days), default=0) + theme.units(GAP)

    def _paint_hours(self, painter: QPainter, area: QRectF) -> None:
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(QColor(theme.tokens().second))
        for share, said in self._week.hours:
            room = QRectF(area.x() + share * area.width() - area.width() / 8, area.y(), area.width() / 4, area.height())
            painter.drawText(self._placed(room), Qt.AlignmentFlag.AlignCenter, said)

    def _paint_day(self, painter: QPainter, day: DayRow, area: QRectF) -> None:
        now = theme.tokens()
        painter.setFont(theme.font(theme.SMALL, is_strong=day.is_today))
        painter.setPen(QColor(now.ink if day.is_today else now.second))
        name = self._placed(QRectF(0, area.y(), area.x(), area.height()))
        leading = Qt.AlignmentFlag.AlignRight if self._is_mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(name, leading | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, day.name)
        ground = _middle(area, theme.units(BAR))
        _fill(painter, self._placed(ground), QColor(now.hover))
        for share, _ in self._week.hours:
            x = area.x() + share * area.width()
            _line(painter, self._placed(QRectF(x, ground.y(), 0, ground.height())), QColor(now.line))
        for run in _runs(day.bars):
            self._paint_run(painter, run, area)
        if day.is_today:
            x = area.x() + self._week.now * area.width()
            _mark(painter, self._placed(QRectF(x, area.y(), 0, area.height())))

    def _paint_run(self, painter: QPainter, run: Sequence[Bar], area: QRectF) -> None:
        """Paint bars that touch as one with round ends."""
        tallest = max(_height(each) for each in run)
        whole = self._placed(_middle(_part(area, run[0].start, run[-1].end), tallest))
        shape = QPainterPath()
        radius = min(theme.units(3), whole.width() / 2, whole.height() / 2)
        shape.addRoundedRect(whole, radius, radius)
        painter.save()
        painter.setClipPath(shape)
        for bar in run:
            part = _part(area, bar.start, bar.end)
            colour = QColor(theme.scene(bar.phase).slat)
            if bar.phase is Phase.AWAY:
                colour.setAlphaF(PALE)
            painter.fillRect(self._placed(_middle(part, _height(bar))), colour)
            if bar.phase is Phase.FOCUS:
                _line(painter, self._placed(_middle(part, 0)), QColor(theme.tokens().on_main))
        painter.restore()

    @property
    def _is_mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def _placed(self, area: QRectF) -> QRectF:
        """Return where ``area`` is painted: from the other side where one reads from the right."""
        if not self._is_mirrored:
            return area
        return QRectF(self.width() - area.x() - area.width(), area.y(), area.width(), area.height())


def _height(bar: Bar) -> int:
    return theme.units(BAR / 2 if bar.phase in THIN else BAR)


def _runs(bars: Sequence[Bar]) -> Iterator[Sequence[Bar]]:
    """Give bars that touch together."""
    first = 0
    for number in range(1, len(bars) + 1):
        if number == len(bars) or bars[number].start > bars[number - 1].end + HAIR:
            yield bars[first:number]
            first = number


def _part(area: QRectF, start: float, end: float) -> QRectF:
    return QRectF(area.x() + start * area.width(), area.y(), max((end - start) * area.width(), 1), area.height())


def _middle(area: QRectF, height: float) -> QRectF:
    return QRectF(area.x(), area.y() + (area.height() - height) / 2, area.width(), height)


def _fill(painter: QPainter, area: QRectF, colour: QColor) -> None:
    radius = min(theme.units(3), area.width() / 2, area.height() / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(area, radius, radius)


def _line(painter: QPainter, area: QRectF, colour: QColor) -> None:
    painter.setPen(QPen(colour, theme.scale()))
    painter.drawLine(area.topLeft(), area.bottomRight())


def _mark(painter: QPainter, area: QRectF) -> None:
    """Mark now: a line over the row's whole height, seen on every bar by its pale edge."""
    for colour, width in ((theme.tokens().surface, 4.0), (theme.tokens().ink, 2.0)):
        painter.setPen(QPen(QColor(colour), theme.scale() * width, c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(area.x(), area.y() + 1), QPointF(area.x(), area.bottom() - 1))
