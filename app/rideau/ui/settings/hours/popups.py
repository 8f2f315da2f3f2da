# SPDX-License-Identifier: MIT
"""What can stand over the timeline? The exact times of a bar, the days that one is copied to, and the menu.

Each is built when it is first asked for, and goes away where what it is about is no more: another hand's edit of the
file, another week, a press beside it.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from rideau.domain.week_edit import Place, at
from rideau.ui.settings.hours.copy_days import CopyDays
from rideau.ui.settings.hours.menu import day_menu
from rideau.ui.settings.hours.stop import Shown
from rideau.ui.settings.hours.time_editor import TimeEditor

if TYPE_CHECKING:
    from rideau.ui.settings.hours.timeline import Timeline


class Popups:
    """Show what stands over one timeline."""

    def __init__(self, timeline: "Timeline") -> None:
        """Begin with nothing shown."""
        self._timeline = timeline
        self._editor: TimeEditor | None = None
        self._copier: CopyDays | None = None

    def edit(self, shown: Shown) -> None:
        """Ask for the exact times of a bar."""
        self.leave()
        line = self._timeline
        if self._editor is None:
            self._editor = TimeEditor(line, line.words, line.deeds.type, line.come_to)
        self._editor.open(shown.place, at(line.weeks, shown.place), line.rect_of(shown))

    def copy_day(self, shown: Shown) -> None:
        """Ask for the days that get the hours of this one."""
        self.leave()
        line = self._timeline
        if self._copier is None:
            self._copier = CopyDays(line, line.words, line.deeds.copy, line.come_to)
        self._copier.open(shown.place, line.rect_of(shown))

    def open_menu(self, place: Place, where: QPoint) -> None:
        """Show everything that can be done with the stretch or the day at ``place``."""
        self.leave()
        day_menu(self._timeline, place).popup(where)

    def leave(self) -> None:
        """Show none of them any more."""
        for each in (self._editor, self._copier):
            if each is not None:
                each.leave()
        self._close_menus()

    def heed_change(self) -> None:
        """Leave what is about a stretch that is no more."""
        self._close_menus()
        if self._editor is not None and not self._editor.is_about(self._timeline.weeks):
            self._editor.leave()
        if self._copier is not None:
            self._copier.leave()

    def _close_menus(self) -> None:
        for each in self._timeline.findChildren(QMenu):
            each.close()
