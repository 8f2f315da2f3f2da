# SPDX-License-Identifier: MIT
"""What does the mouse do on the timeline? It moves bars, pulls their ends, draws new ones, and saves when let go."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from rideau.domain import week_edit
from rideau.domain.settings import MINUTES_PER_DAY, ClockRange
from rideau.domain.week_edit import DAYS, Edited, Place, Weeks
from rideau.ui import theme
from rideau.ui.settings.hours.stop import Shown

if TYPE_CHECKING:
    from rideau.ui.settings.hours.timeline import Timeline

EDGE = 8
"""How near to a bar's end a hand pulls that end, in units; never more than a third of the bar."""
BODY, START, END, NEW = "body", "start", "end", "new"


class Hold(NamedTuple):
    """Hold what was taken hold of: a stretch, one of its ends, or an empty place."""

    part: str
    place: Place
    hours: ClockRange
    at: QPointF
    minute: float
    row: int


class Hand:
    """Follow one hand on one timeline."""

    def __init__(self, timeline: "Timeline") -> None:
        """Hold nothing."""
        self._timeline = timeline
        self._hold: Hold | None = None
        self._dragged: Edited | None = None

    @property
    def is_holding(self) -> bool:
        """Tell whether a drag is under way."""
        return self._dragged is not None

    def press(self, event: QMouseEvent) -> None:
        """Take hold of what is under the pointer; a click beside the track opens the day's menu."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._hold = self._held(event.position())
        if self._hold is None:
            place = self._timeline.first_of(self._timeline.grid.row(event.position().y()))
            self._timeline.open_menu(place, event.globalPosition().toPoint())
        else:
            self._timeline.come_to(self._hold.place)

    def move(self, event: QMouseEvent) -> None:
        """Drag what is held, or show what could be taken hold of."""
        point = event.position()
        if self._hold is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._hover(point)
            return
        if self._dragged is None:
            if (point - self._hold.at).manhattanLength() < QApplication.startDragDistance():
                return
            self._timeline.setCursor(_CURSORS_HELD[self._hold.part])
        dragged = _drawn(self._timeline.weeks, self._hold, self._aim(point))
        if dragged is not None and dragged != self._dragged:
            self._dragged = dragged
            self._timeline.preview(dragged.weeks, dragged.place)

    def release(self, event: QMouseEvent) -> None:
        """Save what was dragged."""
        dragged = self._dragged
        self.let_go()
        if dragged is not None and dragged.weeks != self._timeline.weeks:
            self._timeline.deeds.put(dragged)
        self._hover(event.position())

    def double_click(self, event: QMouseEvent) -> None:
        """Split the bar under the pointer, or add one."""
        hold = self._held(event.position())
        if hold is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        if hold.part == NEW:
            self._timeline.deeds.add(hold.place.day, round(hold.minute))
        else:
            beyond = ((hold.row - hold.place.day) % DAYS) * MINUTES_PER_DAY
            self._timeline.deeds.split(hold.place, round(hold.minute) + beyond)

    def let_go(self) -> None:
        """Let go without effect."""
        was_holding = self.is_holding
        self._hold = self._dragged = None
        if was_holding:
            self._timeline.preview(self._timeline.weeks, None)
            self._timeline.unsetCursor()

    def _held(self, point: QPointF) -> Hold | None:
        timeline = self._timeline
        minute, row = timeline.grid.minute(point.x()), timeline.grid.row(point.y())
        found = timeline.piece_at(point)
        if found is not None:
            hours = week_edit.at(timeline.weeks, found.place)
            return Hold(_part(timeline, found, point), found.place, hours, point, minute, found.row)
        if not 0 <= minute <= MINUTES_PER_DAY:
            return None
        return Hold(NEW, timeline.first_of(row), ClockRange(0, 1), point, minute, row)

    def _aim(self, point: QPointF) -> tuple[int, float]:
        """Return the row and the minute that the hand points at."""
        return self._timeline.grid.row(point.y()), self._timeline.grid.minute(point.x())

    def _hover(self, point: QPointF) -> None:
        found = self._timeline.piece_at(point)
        self._timeline.light(found.place if found else None)
        hold = self._held(point)
        if hold is None:
            self._timeline.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self._timeline.setCursor(_CURSORS[hold.part])


_CURSORS = {
    BODY: Qt.CursorShape.OpenHandCursor,
    START: Qt.CursorShape.SizeHorCursor,
    END: Qt.CursorShape.SizeHorCursor,
    NEW: Qt.CursorShape.ArrowCursor,
}
_CURSORS_HELD = _CURSORS | {BODY: Qt.CursorShape.ClosedHandCursor, NEW: Qt.CursorShape.SizeHorCursor}


def _part(timeline: "Timeline", shown: Shown, point: QPointF) -> str:
    place = timeline.rect_of(shown)
    edge = min(theme.units(EDGE), place.width() / 3)
    leading, trailing = point.x() - place.left(), place.right() - point.x()
    if timeline.grid.is_mirrored:
        leading, trailing = trailing, leading
    if trailing < edge and not shown.runs_on:
        return END
    return START if leading < edge and not shown.is_rest else BODY


def _drawn(weeks: Weeks, hold: Hold, aim: tuple[int, float]) -> Edited | None:
    """Return what the drag comes to; None where there is no room, so that what was drawn last stays."""
    row, minute = aim
    by = round(minute - hold.minute)
    if hold.part == START:
        return week_edit.with_start(weeks, hold.place, hold.hours.start + by)
    if hold.part == END:
        return week_edit.with_end(weeks, hold.place, hold.hours.end + by)
    if hold.part == NEW:
        return _new(weeks, hold, round(minute))
    day = (hold.place.day + row - hold.row) % DAYS
    moved = week_edit.moved(weeks, hold.place, day, hold.hours.start + by)
    return moved if moved.place.day == day else None


def _new(weeks: Weeks, hold: Hold, minute: int) -> Edited | None:
    first, last = sorted((round(hold.minute), minute))
    added = week_edit.added(weeks, hold.place.week, hold.place.day, min(round(hold.minute), MINUTES_PER_DAY - 1))
    if added is None:
        return None
    begun = week_edit.with_start(added.weeks, added.place, first)
    return week_edit.with_end(begun.weeks, begun.place, last)
