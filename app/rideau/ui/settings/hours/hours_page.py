# SPDX-License-Identifier: MIT
"""How does a person see and change when the shop is open? The week, what it comes to, and the days that differ."""

import re
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from rideau.domain.settings import WEEKDAYS, Hours
from rideau.domain.text import Text
from rideau.domain.week_rotation import (
    week_now,
    weeks_of,
    with_another,
    with_this_week,
    with_weeks,
    without_week,
)
from rideau.ports.settings_store import SettingsProblem
from rideau.services.rules import zone_of
from rideau.services.settings_desk import DeskState
from rideau.ui import theme
from rideau.ui.flow import Flow
from rideau.ui.kit import Panel
from rideau.ui.settings.hours.bars import tab_mark
from rideau.ui.settings.hours.deeds import Change
from rideau.ui.settings.hours.timeline import Timeline
from rideau.ui.settings.hours.truth import TruthLine
from rideau.ui.settings.hours.view import View
from rideau.ui.settings.hours.week_tabs import WeekTabs
from rideau.ui.settings.page import Page, PageServices
from rideau.ui.widgets import button, label
from rideau.wording.week_lines import week_letter, week_name
from rideau.wording.words import Words

if TYPE_CHECKING:
    from rideau.ui.settings.hours.section import HoursSection

MOST_WEEKS = 8


class HoursPage(Page):
    """Show the week as a timeline, what it comes to, and the sections for what differs from it."""

    title = Text("Your opening hours")
    hint = Text("Drag a bar, or choose it and use the arrow keys. Double-click to add a stretch.")

    def __init__(self, services: PageServices, words: Words) -> None:
        """Build the week; the sections follow once it is seen."""
        super().__init__(services, words)
        self._state = services.desk.state
        self._week = week_now(services.desk.settings.hours, self._today_and_minute()[0])
        self.sections: list[HoursSection] = []
        self.tabs = WeekTabs(words, self.choose_week)
        self.body.addWidget(self.tabs)
        self.problem = label(role="problem")
        self.problem.hide()
        self.body.addWidget(self.problem)
        self.tabs.comes_after(tab_mark(self))
        panel = Panel(margin=14)
        self.truth = TruthLine(words)
        self.timeline = Timeline(words, self._take, self.truth.show_soon)
        panel.body.addWidget(self.timeline)
        self.body.addWidget(panel)
        self.body.addWidget(self.truth)
        self._build_week_actions()
        self.body.addStretch(1)

    def show_state(self, state: DeskState) -> None:
        """Show ``state``."""
        self._state = state
        hours = state.settings.hours
        self._week = min(self._week, len(weeks_of(hours)) - 1)
        self._show_tabs(hours)
        self._show_week(state)
        self._show_problem(state)
        self.truth.show_weeks(weeks_of(hours))
        for section in self.sections:
            section.show_state(state)

    def choose_week(self, number: int) -> None:
        """Show another of the weeks that take turns."""
        self.timeline.save_now()
        self._week = number
        self.show_state(self._state)

    def show_place(self, place: str) -> None:
        """Come to the day, or to the section's entry, that ``place`` of the settings file is about."""
        count = len(weeks_of(self._state.settings.hours))
        for week, day in _days_meant(place):
            if week < count:
                self.choose_week(week)
                self.timeline.come_to(self.timeline.first_of(day))
                self.ensure_seen(self.timeline)
                return
        if place.startswith(_OF_WEEKS):
            self.ensure_seen(self.problem)
            return
        self._build_sections()
        for section in self.sections:
            if section.show_place(place):
                self.ensure_seen(section)
                return

    def showEvent(self, event: QShowEvent) -> None:
        """Show where it is now."""
        super().showEvent(event)
        self._show_week(self._state)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Build the sections once the week is on the screen: being shown comes before that on X11."""
        super().paintEvent(event)
        if not self.sections:
            QTimer.singleShot(0, self, self._build_sections)

    def changeEvent(self, event: QEvent) -> None:
        """Show where it is now when the person comes back to the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._show_week(self._state)

    def _build_week_actions(self) -> None:
        row = Flow(spacing=4)
        self.another = button(self.words.text("+ Another week (A/B)"), "quiet", self._add_week)
        self.this_week = button("", "quiet", self._let_hold_now)
        self.remove_week = button("", "quiet", self._remove_week)
        for each in (self.another, self.this_week, self.remove_week):
            row.addWidget(each)
        outer = QHBoxLayout()
        outer.addSpacing(-theme.units(10))  # the words of the first button, not its edge, stand below the line
        outer.addLayout(row, 1)
        self.body.addLayout(outer)

    def _build_sections(self) -> None:
        from rideau.ui.settings.hours.sections import hours_sections  # noqa: PLC0415 - after the week is seen

        if self.sections:
            return
        for section in hours_sections(self.services, self.words):
            self.sections.append(section)
            self.body.insertWidget(self.body.count() - 1, section)
            section.show_state(self._state)

    def _show_tabs(self, hours: Hours) -> None:
        count, now = len(weeks_of(hours)), week_now(hours, self._today_and_minute()[0])
        self.tabs.show_weeks(count, now, self._week)
        letter = week_letter(self._week)
        self.another.setText(
            self.words.text("+ Another week") if count > 1 else self.words.text("+ Another week (A/B)")
        )
        self.another.setVisible(count < MOST_WEEKS)
        self._offer(
            self.this_week,
            self.words.text("This is week {letter}", letter=letter),
            count > 1 and self._week != now,
        )
        self._offer(self.remove_week, self.words.text("Remove week {letter}", letter=letter), count > 1)

    def _show_week(self, state: DeskState) -> None:
        settings = state.settings
        today, minute = self._today_and_minute()
        is_now = self._week == week_now(settings.hours, today)
        self.timeline.show_view(
            View(
                settings.hours,
                settings.wind_down,
                settings.focus_plan,
                self._week,
                today.weekday() if is_now else None,
                minute,
                _problems_of(state.problems, self._week, self.words),
            )
        )

    def _show_problem(self, state: DeskState) -> None:
        """Say what does not hold of the weeks and is on none of the days in view."""
        found = [each for each in state.problems if each.place.startswith(_OF_WEEKS)]
        lines = [
            self.words.text("{place}: {what}", place=each.place, what=each.message)
            for each in found
            if all(number != self._week for number, _ in _days_meant(each.place))
        ]
        self.problem.setText("\n".join(lines))
        self.problem.setVisible(bool(lines))

    def _today_and_minute(self) -> tuple[date, int]:
        clock = self.services.sources.clock
        now = clock.now().astimezone(zone_of(self._state.settings, clock))
        return now.date(), now.hour * 60 + now.minute

    def _take(self, change: Change) -> None:
        settings = self._state.settings
        hours = with_weeks(settings.hours, change.weeks)
        self.change(settings._replace(hours=hours), change.label, change.group)

    def _add_week(self) -> None:
        count = len(weeks_of(self._state.settings.hours))
        self._change_weeks(with_another, Text("Another week"), count)

    def _let_hold_now(self) -> None:
        self._change_weeks(with_this_week, Text("The week that holds now"), self._week)

    def _remove_week(self) -> None:
        self._change_weeks(without_week, Text("A week less"), max(self._week - 1, 0))

    def _change_weeks(self, how: Callable[[Hours, int, date], Hours], said: Text, then: int) -> None:
        """Change which weeks there are, and show the ``then``-th afterwards."""
        self.timeline.save_now()
        settings = self._state.settings
        hours = how(settings.hours, self._week, self._today_and_minute()[0])
        self._week = then
        self.change(settings._replace(hours=hours), said)
        self.timeline.announce(week_name(self.words, self._week))

    @staticmethod
    def _offer(shown: QPushButton, said: str, is_there: bool) -> None:  # noqa: FBT001 - a flag of a widget
        shown.setText(said)
        shown.setVisible(is_there)


_OF_WEEKS = ("hours.week", "hours.rotation")
_PLACE = re.compile(rf"hours\.(?:week|rotation\.weeks\[(\d+)\])\.({'|'.join(WEEKDAYS)})\b")


def _days_meant(place: str) -> list[tuple[int, int]]:
    """Return the week and the weekday that a key path is about, if it is about one."""
    return [(int(found[1] or 0), WEEKDAYS.index(found[2])) for found in [_PLACE.match(place)] if found]


def _problems_of(problems: tuple[SettingsProblem, ...], week: int, words: Words) -> dict[int, str]:
    """Return what does not hold on each day of a week."""
    said: dict[int, list[str]] = {}
    for problem in problems:
        for number, day in _days_meant(problem.place):
            if number == week:
                said.setdefault(day, []).append(words.say(problem.message))
    return {day: "\n".join(lines) for day, lines in said.items()}
