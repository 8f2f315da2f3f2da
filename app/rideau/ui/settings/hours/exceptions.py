# SPDX-License-Identifier: MIT
"""Which days are unlike the others: closed, or open at other hours?"""

from datetime import date, timedelta

from PySide6.QtWidgets import QLineEdit

from rideau.domain import day_edit
from rideau.domain.clock_text import is_unfinished, parse_ranges, typed
from rideau.domain.settings import ExceptionalDay, Settings
from rideau.domain.text import Text
from rideau.ui.dates import DateField
from rideau.ui.kit import Pills
from rideau.ui.settings.hours.entries import EntriesSection
from rideau.ui.settings.hours.entry_form import EntryForm, line
from rideau.ui.settings.hours.row_painter import Row
from rideau.wording import stays
from rideau.wording.words import Words

_NAMED = 2


class ExceptionForm(EntryForm[ExceptionalDay]):
    """Write a date, whether it is closed or which hours it has, and what it is called."""

    def __init__(self, words: Words, today: date) -> None:
        """Build the fields; a new one is offered for the day after ``today``."""
        super().__init__(words)
        self._next_day = today + timedelta(days=1)
        self.on = DateField(self._next_day, words.text("Date"), words)
        choices = ((True, words.text("Closed")), (False, words.text("Other hours")))
        self.closed: Pills[bool] = Pills(choices, self._choose, words.text("That day"))
        self.hours = line(words.text("Hours"), "10:00-16:00", self.edited)
        self.hours.textEdited.connect(lambda _text: self.edited())
        self.label = line(words.text("Label"), words.text("Open day, dentist…"), self.edited)
        self.on.dateChanged.connect(lambda _date: self.edited())
        self.add_field(words.text("Date"), self.on)
        self.add_field(words.text("That day"), self.closed)
        self._hours_said = self.add_field(words.text("Hours"), self.hours)
        self.add_problem()
        self.add_field(words.text("Label"), self.label)
        self.finish()

    def load(self, entry: ExceptionalDay | None) -> None:
        """Show ``entry``, or tomorrow, closed."""
        shown = entry or ExceptionalDay(self._next_day, ())
        self.on.on = shown.on
        if entry is None or parse_ranges(self.hours.text()) != shown.hours:
            self.hours.setText(typed(shown.hours))
        self.label.setText(shown.label)
        self.label.setCursorPosition(0)
        self.closed.choose(not shown.hours)
        self._show_hours()

    def value(self) -> ExceptionalDay | Text:
        """Return what stands there."""
        hours = () if self.closed.value else parse_ranges(self.hours.text())
        return hours if isinstance(hours, Text) else ExceptionalDay(self.on.on, hours, self.label.text())

    def typed_field(self) -> QLineEdit:
        """Return the field for hours."""
        return self.hours

    def is_unfinished(self) -> bool:
        """Tell whether the hours may only be typed half."""
        return is_unfinished(self.hours.text())

    def _choose(self, _is_closed: bool) -> None:  # noqa: FBT001 - what Pills hands over
        self._show_hours()
        self.edited()

    def _show_hours(self) -> None:
        for each in (self.hours, self._hours_said):
            each.setVisible(not self.closed.value)


class ExceptionsSection(EntriesSection[ExceptionalDay]):
    """List the days that are unlike the others."""

    key = "exceptions"
    title = Text("Exceptions")
    places = ("hours.exceptions",)

    def summary(self, settings: Settings) -> str:
        """Name the next two, and how many more are to come."""
        coming = sorted(each for each in settings.hours.exceptions if each.on >= self.today)
        if not coming:
            return self.words.text("One day that is unlike the others. None to come.")
        said = [self._said(each) for each in coming[:_NAMED]]
        if more := len(coming) - _NAMED:
            said += [self.words.plural("and one more", "and {count} more", more)] if more > 0 else []
        return " · ".join(said)

    def entries(self, settings: Settings) -> tuple[ExceptionalDay, ...]:
        """Return the exceptions."""
        return settings.hours.exceptions

    def with_entries(self, entries: tuple[ExceptionalDay, ...]) -> Settings:
        """Return the settings with these."""
        return day_edit.with_exceptions(self.settings, entries)

    def row_of(self, number: int, entry: ExceptionalDay) -> Row:
        """Say the date and the hours, and the label beneath."""
        when = stays.day(self.words, entry.on, self.today)
        what = stays.hours(self.words, entry.hours)
        return Row(number, when, what, entry.label, is_past=entry.on < self.today)

    def order_of(self, entry: ExceptionalDay) -> str:
        """Sort by date."""
        return entry.on.isoformat()

    def name_of(self, entry: ExceptionalDay) -> Text:
        """Name the date."""
        return Text("Exception: {day}", day=stays.day(self.words, entry.on, self.today))

    def make_form(self) -> ExceptionForm:
        """Return the form."""
        return ExceptionForm(self.words, self.today)

    def add_text(self) -> str:
        """Offer an exception."""
        return self.words.text("+ Exception")

    def refusal(self, entry: ExceptionalDay, number: int) -> Text | None:
        """Refuse a date that has one already."""
        return day_edit.exception_problem(self.settings.hours, entry.on, number)

    def _said(self, entry: ExceptionalDay) -> str:
        when, what = stays.day(self.words, entry.on, self.today), stays.hours(self.words, entry.hours)
        return self.words.text("{day}, {hours}", day=when, hours=what)
