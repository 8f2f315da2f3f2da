# SPDX-License-Identifier: MIT
"""How is a week of opening hours seen, and changed by hand? Seven rows of bars, by mouse and by keys alike.

The bars are children that take the focus and have names; the timeline hears the mouse and the keys for all of them.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from rideau.domain.settings import Hours
from rideau.domain.week_edit import DAYS, Place, Weeks
from rideau.ui import theme
from rideau.ui.settings.hours.bars import Bars
from rideau.ui.settings.hours.deeds import Change, Deeds
from rideau.ui.settings.hours.grid import Grid
from rideau.ui.settings.hours.ground import paint_ground
from rideau.ui.settings.hours.hand import Hand
from rideau.ui.settings.hours.keys import act_on_key
from rideau.ui.settings.hours.marks import NowMark, Tag
from rideau.ui.settings.hours.popups import Popups
from rideau.ui.settings.hours.room import Room
from rideau.ui.settings.hours.stop import Shown, Stop
from rideau.ui.settings.hours.view import Stops, View, stops_of
from rideau.ui.settings.hours.waiting import Waiting, WaitingRoom
from rideau.ui.widgets import announce
from rideau.wording.words import Words

MODIFIERS = {Qt.Key.Key_Shift, Qt.Key.Key_Alt}
"""Keys that are held with an arrow, and do nothing by themselves."""


class Timeline(QWidget):
    """Show a ``View``; what a hand changes goes to ``on_change``, and comes back through ``show_view``."""

    def __init__(self, words: Words, on_change: Callable[[Change], None], on_preview: Callable[[Weeks], None]) -> None:
        """Begin with the default hours; ``on_preview`` is told what the week would be while a hand is at it."""
        super().__init__()
        self.words = words
        self.view = View(Hours())
        self.deeds = Deeds(self, words)
        self.last_said = ""
        """What was last announced."""
        self._on_change, self._on_preview = on_change, on_preview
        self._waiting = WaitingRoom(self, self._save)
        self._popups = Popups(self)
        self._hand = Hand(self)
        self._bars = Bars(self, words, self._press)
        self._room = Room(self, words)
        self.grid = Grid(0, 1, (0.0,) * DAYS, 1, is_mirrored=False)
        self.now_mark, self.tag = NowMark(self), Tag(self)
        self.setAccessibleName(words.text("Your opening hours"))
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(theme.units(240))

    @property
    def weeks(self) -> Weeks:
        """Return the weeks that follow each other, as the settings say."""
        return self.view.weeks

    @property
    def week(self) -> int:
        """Return which of them is shown."""
        return self.view.week

    def show_view(self, view: View) -> None:
        """Show ``view``; a drag that is under way ends without effect."""
        kept = self._waiting.kept
        if kept is not None:
            self._waiting.kept = kept.over(view.weeks)
            view = view.with_weeks(self._waiting.kept.change.weeks) if self._waiting.kept else view
        if view == self.view and self.shown().own:
            return
        self._hand.let_go()
        are_other_weeks = (view.weeks, view.week) != (self.view.weeks, self.view.week)
        current, self.view = self.current(), view
        if are_other_weeks:
            self._popups.heed_change()
        self._measure()
        if current is not None:
            self._stay_at(current.place)

    def _stay_at(self, place: Place) -> None:
        """Keep the keyboard at ``place``, or on its day where there are fewer stretches now."""
        stay = place._replace(week=self.week)
        self.come_to(stay if self._bars.at(stay) else self.first_of(place.day))

    def preview(self, weeks: Weeks, held: Place | None) -> None:
        """Draw ``weeks`` while a hand holds the stretch at ``held``; nothing is saved."""
        self._draw(self.view.with_weeks(weeks))
        self._on_preview(weeks)
        self._bars.light(held, held)
        found = self._bars.at(held)
        if found is None:
            self.tag.hide()
        else:
            self.tag.show_over(found.name, self.grid.rect(found.row, found.start, found.end), self.rect())

    def take(self, change: Change, place: Place, said: str) -> None:
        """Save ``change``, come to ``place`` and say what is so now."""
        self.save_now()
        self._save(Waiting(change, place, said))

    def take_later(self, change: Change, place: Place, said: str) -> None:
        """Show ``change`` at once, and save it when the key that made it is let go or rests."""
        self._waiting.keep(Waiting(change, place, said))
        self.view = self.view.with_weeks(change.weeks)
        self._draw(self.view)
        self._on_preview(change.weeks)
        self.come_to(place)

    def save_now(self) -> None:
        """Save what a held key has changed, if anything waits to be saved."""
        self._waiting.save()

    def _save(self, waiting: Waiting) -> None:
        self._on_change(waiting.change)
        self.come_to(waiting.place)
        self.announce(waiting.said)

    def announce(self, said: str) -> None:
        """Say ``said`` to a screen reader."""
        self.last_said = said
        announce(self, said)

    def come_to(self, place: Place) -> None:
        """Give the focus to the bar at ``place``."""
        self._bars.come_to(place)

    def current(self) -> Shown | None:
        """Return what the focus is on."""
        return self._bars.current()

    def shown(self) -> Stops:
        """Return what the bars show."""
        return self._bars.stops

    def stops(self) -> list[Stop]:
        """Return the bars and closed days that Tab comes to, in reading order."""
        return self._bars.seen()

    def piece_at(self, point: QPointF) -> Shown | None:
        """Return the piece of a stretch at ``point``."""
        stops = self._bars.stops
        pieces = (*stops.rests, *(each for each in stops.own if not each.is_closed))
        return next((each for each in pieces if self.rect_of(each).contains(point)), None)

    def rect_of(self, shown: Shown) -> QRectF:
        """Return where a piece is."""
        return self.grid.rect(shown.row, shown.start, shown.end)

    def light(self, place: Place | None) -> None:
        """Show that the hand is on the stretch at ``place``."""
        self._bars.light(place, None)

    def edit(self, place: Place) -> None:
        """Open the small editor of exact times."""
        found = self._bars.at(place)
        if found is not None:
            self._popups.edit(found)

    def copy_day(self, place: Place) -> None:
        """Ask to which days the day of ``place`` is copied."""
        found = self._bars.at(place)
        if found is not None:
            self._popups.copy_day(found)

    def open_menu(self, place: Place, at: QPoint) -> None:
        """Show everything that can be done with the stretch or the day at ``place``."""
        self.come_to(place)
        self._popups.open_menu(place, at)

    def first_of(self, row: int) -> Place:
        """Return the first stop of a row."""
        return next(each.place for each in self._bars.stops.own if each.row == row)

    def _measure(self) -> None:
        """Place everything anew, and take the height that it needs."""
        self.grid, height = self._room.measured(self.view)
        self.setFixedHeight(height)
        self._draw(self.view)
        self.update()

    def _draw(self, view: View) -> None:
        self._bars.show(stops_of(view, self.words), self.grid)
        self.now_mark.show_at(self.grid, view.today, view.now)

    def _press(self, shown: Shown) -> None:
        """Do what pressing a bar does where a screen reader presses it."""
        if shown.is_closed:
            self.deeds.add(shown.place.day)
        else:
            self.edit(shown.place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is under the bars."""
        del event
        painter = QPainter(self)
        paint_ground(painter, self.grid, self._room.ground(self.view), QRectF(self.rect()))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew."""
        super().resizeEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        """Place everything anew in the other direction of reading, or with a larger font."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.LayoutDirectionChange, QEvent.Type.FontChange}:
            self._measure()

    def event(self, event: QEvent) -> bool:
        """Show the times of a bar that is too short to write on."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self.piece_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), found.tip if found else "", self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key asks of the bar that has the focus."""
        if not event.isAutoRepeat() and event.key() not in MODIFIERS:
            self.save_now()
        if event.key() == Qt.Key.Key_Escape and self._hand.is_holding:
            self._hand.let_go()
        elif not act_on_key(self, event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Save what a held key has changed."""
        if not event.isAutoRepeat():
            self.save_now()
        super().keyReleaseEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Lose nothing where the window closes, or another page is shown, while a key is held."""
        self.save_now()
        self._popups.leave()
        super().hideEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        self.save_now()
        self._popups.leave()
        self._hand.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or show what could be."""
        self._hand.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: what was dragged is saved."""
        self._hand.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Split the bar here, or add one."""
        self._hand.double_click(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Show nothing under the hand."""
        super().leaveEvent(event)
        if not self._hand.is_holding:
            self.light(None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of what is under the pointer, or of what has the focus."""
        point = QPointF(event.pos())
        current = self.current()
        if event.reason() is not QContextMenuEvent.Reason.Mouse and current is not None:
            self.open_menu(current.place, self.mapToGlobal(self.rect_of(current).center().toPoint()))
            return
        found = self.piece_at(point)
        self.open_menu(found.place if found else self.first_of(self.grid.row(point.y())), event.globalPos())
