# SPDX-License-Identifier: MIT
"""When is focus planned: stretches that stay protected inside work?"""

from collections.abc import Iterable

from PySide6.QtWidgets import QLineEdit

from rideau.domain.clock_text import is_unfinished, parse_range
from rideau.domain.day_count import days_outside
from rideau.domain.settings import ClockRange, FocusStretch, Settings
from rideau.domain.text import Text
from rideau.ui.day_pills import DayPills
from rideau.ui.settings.hours.entries import EntriesSection
from rideau.ui.settings.hours.entry_form import EntryForm, line
from rideau.ui.settings.hours.row_painter import Row
from rideau.wording import stays
from rideau.wording.words import Words

_USUAL = FocusStretch(tuple(range(5)), ClockRange(9 * 60, 11 * 60))


class FocusForm(EntryForm[FocusStretch]):
    """Write the days and hours of one stretch."""

    def __init__(self, words: Words) -> None:
        """Build the fields."""
        super().__init__(words)
        self.days = DayPills(words, words.text("Days"), self.edited)
        self.hours = line(words.text("Hours"), "09:00-11:00", self.edited)
        self.hours.textEdited.connect(lambda _text: self.edited())
        self.add_field(words.text("Days"), self.days)
        self.add_field(words.text("Hours"), self.hours)
        self.add_problem()
        self.first = self.days.buttons[0]
        self.finish()

    def load(self, entry: FocusStretch | None) -> None:
        """Show ``entry``, or the mornings of a week."""
        shown = entry or _USUAL
        self.days.show_days(shown.days)
        if entry is None or parse_range(self.hours.text()) != shown.hours:
            self.hours.setText(str(shown.hours))

    def value(self) -> FocusStretch | Text:
        """Return what stands there."""
        hours, days = parse_range(self.hours.text()), self.days.days
        if not self.hours.text().strip():
            return Text("No hours stand here yet. Write them as 10:00-16:00.")
        if isinstance(hours, Text):
            return hours
        return FocusStretch(days, hours) if days else Text("Choose at least one day.")

    def typed_field(self) -> QLineEdit:
        """Return the field for hours."""
        return self.hours

    def is_unfinished(self) -> bool:
        """Tell whether the hours may only be typed half."""
        return is_unfinished(self.hours.text())


class FocusPlanSection(EntriesSection[FocusStretch]):
    """List the stretches of the focus plan."""

    key = "focus"
    title = Text("Focus")
    places = ("focus.plan", "focus")

    def summary(self, settings: Settings) -> str:
        """Say each stretch."""
        if not settings.focus_plan:
            return self.words.text("None yet. A stretch of work in which nothing disturbs you.")
        return " · ".join(self._said(each) for each in settings.focus_plan)

    def entries(self, settings: Settings) -> tuple[FocusStretch, ...]:
        """Return the stretches."""
        return settings.focus_plan

    def with_entries(self, entries: tuple[FocusStretch, ...]) -> Settings:
        """Return the settings with these."""
        return self.settings._replace(focus_plan=entries)

    def row_of(self, number: int, entry: FocusStretch) -> Row:
        """Say the days and the hours, and where they fall outside work."""
        days = stays.weekdays(self.words, entry.days)
        return Row(number, days, stays.hours(self.words, (entry.hours,)), self._outside(entry))

    def order_of(self, entry: FocusStretch) -> str:
        """Sort by the first day, then the hour."""
        return f"{min(entry.days, default=0)}{entry.hours.start:05}"

    def name_of(self, entry: FocusStretch) -> Text:
        """Name the stretch."""
        return Text("Focus: {hours}", hours=self._said(entry))

    def make_form(self) -> FocusForm:
        """Return the form."""
        return FocusForm(self.words)

    def add_text(self) -> str:
        """Offer a stretch."""
        return self.words.text("+ Focus")

    def show_facts(self, entry: FocusStretch | None, number: int) -> None:
        """Say where it falls outside work."""
        del number
        self.form.say_fact(self._outside(entry) if entry else "")

    def _outside(self, entry: FocusStretch) -> str:
        days = days_outside(self.settings.hours, entry)
        if not days:
            return ""
        return self.words.text("Outside your work hours, in whole or in part: {days}", days=self._days(days))

    def _days(self, days: Iterable[int]) -> str:
        return stays.weekdays(self.words, days)

    def _said(self, entry: FocusStretch) -> str:
        hours = stays.hours(self.words, (entry.hours,))
        return self.words.text("{days} {hours}", days=self._days(entry.days), hours=hours)
