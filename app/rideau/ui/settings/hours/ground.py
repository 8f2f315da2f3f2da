# SPDX-License-Identifier: MIT
"""What is painted under the bars? The hours on top, a track for each day, the names, today and now."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from rideau.domain.phase import Phase
from rideau.ui import theme
from rideau.ui.settings.hours.grid import Grid

HOURS = tuple(range(0, 25, 3))
MINUTES_PER_HOUR = 60
AXIS, ROW, GAP, NAME_GAP, LEGEND = 22, 32, 6, 14, 22
"""Heights of the line of hours, of a row and between rows, and the room beside the names, in units."""
RADIUS = 7


class Ground(NamedTuple):
    """Hold what the ground shows."""

    names: tuple[str, ...]
    """Of the days."""
    axis: tuple[str, ...]
    """What stands above every third hour, nought to 24."""
    today: int | None
    now: int
    problems: frozenset[int]
    """Rows where something in the file does not hold."""
    legend: tuple[tuple[Phase, str], ...]
    """What the colours within the bars are called, those that are there."""


def paint_ground(painter: QPainter, grid: Grid, ground: Ground, area: QRectF) -> None:
    """Paint all that is under the bars."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colours = theme.tokens()
    painter.setPen(Qt.PenStyle.NoPen)
    radius = theme.units(RADIUS)
    for row in range(len(grid.tops)):
        painter.setBrush(QColor(colours.track))
        painter.drawRoundedRect(grid.rect(row, 0, 24 * MINUTES_PER_HOUR), radius, radius)
    _paint_hours(painter, grid, ground)
    for row, name in enumerate(ground.names):
        _paint_name(painter, grid, ground, (row, name), area)
    _paint_legend(painter, grid, ground.legend, area)


def paint_now(painter: QPainter, grid: Grid, row: int, minute: int) -> None:
    """Paint a thin line at ``minute`` of today's row, with a small mark above."""
    colour = QColor(theme.tokens().notice_line)
    place = grid.rect(row, 0, 24 * MINUTES_PER_HOUR)
    x, half = grid.x(minute), theme.units(4)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, max(theme.scale() * 1.6, 1.0), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLine(QPointF(x, place.top()), QPointF(x, place.bottom()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    top = place.top() - theme.units(1)
    painter.drawPolygon(
        QPolygonF([QPointF(x - half, top - half), QPointF(x + half, top - half), QPointF(x, top + half / 2)])
    )


def names_width(names: tuple[str, ...]) -> float:
    """Return how wide the column of names is: the widest, in the weight of today's."""
    metrics = QFontMetricsF(theme.font(theme.BODY, is_strong=True))
    return max(metrics.horizontalAdvance(name) for name in names) + theme.units(NAME_GAP)


def axis_overhang(axis: tuple[str, ...]) -> float:
    """Return how far the last hour's words reach beyond the track."""
    return QFontMetricsF(theme.font(theme.SMALL)).horizontalAdvance(axis[-1]) / 2 + 2


def _paint_hours(painter: QPainter, grid: Grid, ground: Ground) -> None:
    colours = theme.tokens()
    small = theme.font(theme.SMALL)
    metrics = QFontMetricsF(small)
    painter.setFont(small)
    foot = grid.tops[-1] + grid.height
    every = 1 if _fits(grid, ground.axis, metrics, 1) else 2
    for number, (hour, said) in enumerate(zip(HOURS, ground.axis, strict=True)):
        x = grid.x(hour * MINUTES_PER_HOUR)
        if 0 < number < len(HOURS) - 1:
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.drawLine(QPointF(round(x) + 0.5, grid.tops[0] - theme.units(2)), QPointF(round(x) + 0.5, foot))
        if number % every == 0:
            painter.setPen(QColor(colours.second))
            width = metrics.horizontalAdvance(said) + 2
            painter.drawText(
                QRectF(x - width / 2, 0, width, theme.units(AXIS) - theme.units(4)),
                Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter,
                said,
            )


def _paint_legend(painter: QPainter, grid: Grid, legend: tuple[tuple[Phase, str], ...], area: QRectF) -> None:
    """Name the colours below the last row, from its leading end."""
    small = theme.font(theme.SMALL)
    metrics = QFontMetricsF(small)
    painter.setFont(small)
    line = QRectF(area.left(), area.bottom() - theme.units(LEGEND), area.width(), theme.units(LEGEND))
    swatch, gap = theme.units(10), theme.units(6)
    x = 0.0
    for phase, said in legend:
        width = metrics.horizontalAdvance(said) + 2
        left = grid.left + x if not grid.is_mirrored else grid.left + grid.width - x - swatch
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.tokens().bar))
        place = QRectF(left, line.center().y() - swatch / 2, swatch, swatch)
        painter.drawRoundedRect(place, theme.units(3), theme.units(3))
        painter.setBrush(QColor(theme.scene(phase).slat if phase is Phase.WIND_DOWN else theme.scene(phase).inside))
        inner = (
            place
            if phase is Phase.WIND_DOWN
            else place.adjusted(theme.units(2), swatch * 0.6, -theme.units(2), -theme.units(2))
        )
        painter.drawRoundedRect(inner, theme.units(1.5), theme.units(1.5))
        painter.setPen(QColor(theme.tokens().second))
        words_left = left + swatch + gap if not grid.is_mirrored else left - gap - width
        painter.drawText(QRectF(words_left, line.top(), width, line.height()), Qt.AlignmentFlag.AlignVCenter, said)
        x += swatch + gap + width + theme.units(16)


def _fits(grid: Grid, axis: tuple[str, ...], metrics: QFontMetricsF, every: int) -> bool:
    return max(metrics.horizontalAdvance(said) for said in axis) + theme.units(6) < grid.width / 8 * every


def _paint_name(painter: QPainter, grid: Grid, ground: Ground, named: tuple[int, str], area: QRectF) -> None:
    row, name = named
    colours = theme.tokens()
    is_today = row == ground.today
    has_problem = row in ground.problems
    painter.setFont(theme.font(theme.BODY, is_strong=is_today or has_problem))
    painter.setPen(QColor(colours.error if has_problem else colours.ink))
    place = QRectF(area.left(), grid.tops[row], grid.left - area.left(), grid.height)
    if grid.is_mirrored:
        place = QRectF(grid.left + grid.width, grid.tops[row], area.right() - grid.left - grid.width, grid.height)
    painter.drawText(place, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, name)
