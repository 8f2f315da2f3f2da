# SPDX-License-Identifier: MIT
"""What is one bar of the timeline, or one day that is closed? Something to come to by Tab, with a name."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from rideau.domain.phase import Phase
from rideau.domain.week_edit import Place, Spans
from rideau.ui import theme
from rideau.ui.settings.hours.bar_painter import RADIUS, beside, paint_grips, paint_ring, paint_way_on, write
from rideau.ui.settings.hours.grid import Grid

PAD = 4
"""Room around a bar for the ring of the focus, in units."""
BAND = 3
NO_INDEX = -1


class Shown(NamedTuple):
    """Hold what a stop shows."""

    place: Place
    """With an index of -1 for a day that is closed."""
    row: int
    start: int
    end: int
    labels: tuple[str, ...]
    """What is written on it, the first that fits."""
    name: str
    """What is read aloud."""
    runs_on: bool = False
    is_rest: bool = False
    dusk: Spans = ()
    focus: Spans = ()
    details: str = ""
    """What dusk and focus say, in words."""

    @property
    def tip(self) -> str:
        """Return what is said of it under the pointer."""
        return f"{self.name}\n{self.details}" if self.details else self.name

    @property
    def is_closed(self) -> bool:
        """Tell whether it stands for a day without hours."""
        return self.place.nth == NO_INDEX


class Stop(QAbstractButton):
    """Paint one piece of a stretch, or a closed day. Mouse and keys are the timeline's: it hears all of them."""

    def __init__(self, parent: QWidget, on_focus: Callable[[], None]) -> None:
        """Begin with nothing to show; ``on_focus`` is called when the focus comes or goes."""
        super().__init__(parent)
        self._on_focus = on_focus
        self.shown: Shown | None = None
        self.is_lit = False
        """The pointer is over it, or it is being dragged."""
        self.has_ring = False
        self._grid: Grid | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_piece(self, shown: Shown, grid: Grid, description: str) -> None:
        """Show ``shown`` where ``grid`` says; cheap where nothing changed."""
        if (shown, grid) != (self.shown, self._grid):
            is_renamed = self.shown is None or shown.tip != self.shown.tip
            self.shown, self._grid = shown, grid
            pad = theme.units(PAD)
            place = grid.rect(shown.row, shown.start, shown.end)
            self.setGeometry(place.adjusted(-pad, -pad, pad, pad).toAlignedRect())
            if is_renamed:
                self.setAccessibleName(shown.name)
                self.setAccessibleDescription(f"{shown.details}\n{description}".strip())
            self.update()
        self.setVisible(True)

    def light(self, *, on: bool, ring: bool) -> None:
        """Show that the hand is on it, or that it is the one the keys are for."""
        if (on, ring) != (self.is_lit, self.has_ring):
            self.is_lit, self.has_ring = on, ring
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave keys to the timeline."""
        event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Leave keys to the timeline."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus came."""
        super().focusInEvent(event)
        self._on_focus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus went."""
        super().focusOutEvent(event)
        self._on_focus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar, or the word of a closed day."""
        del event
        if self.shown is None or self._grid is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = self._grid.rect(self.shown.row, self.shown.start, self.shown.end).translated(-self.x(), -self.y())
        if self.shown.is_closed:
            self._paint_closed(painter, place)
        else:
            self._paint_bar(painter, place.adjusted(0.5, 0, -0.5, 0))
        if self.has_ring:
            paint_ring(painter, place)
        painter.end()

    def _paint_closed(self, painter: QPainter, place: QRectF) -> None:
        if self.shown is None:
            return
        painter.setPen(QColor(theme.tokens().second))
        painter.setFont(theme.font(theme.SMALL))
        edge = theme.units(12)
        leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place.adjusted(edge, 0, -edge, 0), leading, self.shown.labels[0])

    def _paint_bar(self, painter: QPainter, place: QRectF) -> None:
        shown, grid, colours = self.shown, self._grid, theme.tokens()
        if shown is None or grid is None:
            return
        painter.save()
        painter.setClipPath(self._outline(place))
        painter.fillRect(place, QColor(colours.bar))
        way_on = theme.units(8)
        whole = place.adjusted(way_on, 0, -way_on, 0) if shown.runs_on or shown.is_rest else QRectF(place)
        text_place = QRectF(whole)
        for start, end in shown.dusk:
            dusk = grid.rect(shown.row, start, end).translated(-self.x(), -self.y())
            painter.fillRect(dusk.adjusted(-0.5, 0, 0.5, 0), QColor(theme.scene(Phase.WIND_DOWN).slat))
            text_place = beside(text_place, dusk)
        for start, end in shown.focus:
            focus = grid.rect(shown.row, start, end).translated(-self.x(), -self.y())
            inset = theme.units(2)
            band = QRectF(focus.x() + inset, place.bottom() - theme.units(BAND + 3), focus.width() - 2 * inset, 0)
            band.setHeight(theme.units(BAND))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.scene(Phase.FOCUS).inside))
            painter.drawRoundedRect(band, band.height() / 2, band.height() / 2)
        for is_there, is_later in ((shown.runs_on, True), (shown.is_rest, False)):
            if is_there:
                paint_way_on(painter, place, is_later=is_later, is_mirrored=grid.is_mirrored)
        if self.is_lit:
            paint_grips(painter, place, starts=not shown.is_rest, ends=not shown.runs_on, mirrored=grid.is_mirrored)
        painter.restore()
        foot = theme.units(BAND) if shown.focus else 0
        write(painter, shown.labels, tuple(each.adjusted(0, 0, 0, -foot) for each in (text_place, whole)))

    def _outline(self, place: QRectF) -> QPainterPath:
        """Return the bar's shape: round, but straight where it goes on in another row."""
        radius = float(theme.units(RADIUS))
        path = QPainterPath()
        path.addRoundedRect(place, min(radius, place.width() / 2), radius)
        if self.shown is not None:
            for is_straight, is_later in ((self.shown.is_rest, False), (self.shown.runs_on, True)):
                if is_straight:
                    half = QRectF(place)
                    if is_later is not self._is_mirrored:
                        half.setLeft(place.center().x())
                    else:
                        half.setRight(place.center().x())
                    path.addRect(half)
        path.setFillRule(Qt.FillRule.WindingFill)
        return path

    @property
    def _is_mirrored(self) -> bool:
        return self._grid is not None and self._grid.is_mirrored
