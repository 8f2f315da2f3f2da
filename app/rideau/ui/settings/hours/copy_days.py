# SPDX-License-Identifier: MIT
"""To which days is a day copied? Those that are ticked, all at once."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QWidget

from rideau.domain.week_edit import DAYS, Place
from rideau.ui.day_pills import DayPills
from rideau.ui.flow import Flow
from rideau.ui.settings.hours.beside import Beside
from rideau.ui.widgets import button
from rideau.wording.week_lines import day_said
from rideau.wording.words import Words

WORKDAYS = range(5)


class CopyDays(Beside):
    """Ask for the days that get the hours of one."""

    def __init__(
        self,
        timeline: QWidget,
        words: Words,
        copy: Callable[[Place, Iterable[int]], None],
        go_back: Callable[[Place], None],
    ) -> None:
        """``copy`` gives other days the hours of a day; ``go_back`` gives the focus back to a bar."""
        super().__init__(timeline, words, go_back)
        self._copy = copy
        self.days = DayPills(words, words.text("Days"), self._show_done)
        self.workdays = button(words.text("Work days"), "quiet", lambda: self._tick(WORKDAYS))
        self.every_day = button(words.text("All days"), "quiet", lambda: self._tick(range(DAYS)))
        head = Flow(spacing=4)
        for each in (self.heading, self.workdays, self.every_day):
            head.addWidget(each)
        self.body.addLayout(head)
        self.body.addWidget(self.days)
        self.add_buttons(words.text("Copy this day"))

    def open(self, place: Place, bar: QRectF) -> None:
        """Ask, with no day ticked."""
        self.heading.setText(self.words.text("Copy {day} to", day=day_said(self.words, place.day)))
        self.setAccessibleName(self.heading.text())
        for day, each in enumerate(self.days.buttons):
            each.setEnabled(day != place.day)
        self.days.show_days(())
        self._show_done()
        self.show_beside(place, bar)
        next(each for each in self.days.buttons if each.isEnabled()).setFocus(Qt.FocusReason.PopupFocusReason)

    def ring(self) -> list[QWidget]:
        """Come to what ticks several, to the days, and to the ways out."""
        days = [each for day, each in enumerate(self.days.buttons) if day != self.place.day]
        return [self.workdays, self.every_day, *days, *([self.done] if self.done.isEnabled() else []), self.cancel]

    def finish(self) -> None:
        """Copy to the days that are ticked."""
        if self.days.days:
            self.hide()
            self._copy(self.place, self.days.days)

    def _tick(self, days: Iterable[int]) -> None:
        self.days.show_days(day for day in days if day != self.place.day)
        self._show_done()

    def _show_done(self) -> None:
        self.done.setEnabled(bool(self.days.days))
