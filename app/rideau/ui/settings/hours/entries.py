# SPDX-License-Identifier: MIT
"""How are exceptions, leaves and focus stretches listed, added, changed and taken away? Alike, each with its form."""

import re
from typing import Generic

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton

from rideau.domain import day_edit
from rideau.domain.settings import Settings
from rideau.domain.text import Text
from rideau.ui.kit import Panel
from rideau.ui.settings.hours.entry_form import Entry, EntryForm
from rideau.ui.settings.hours.entry_list import EntryList
from rideau.ui.settings.hours.row_painter import Row
from rideau.ui.settings.hours.section import HoursSection
from rideau.ui.widgets import announce, button, spaced

NONE, NEW = -1, -2


class EntriesSection(HoursSection, Generic[Entry]):
    """List entries, the coming ones first; one form below the list writes a new one or changes the chosen one."""

    rows: EntryList
    form: EntryForm[Entry]
    past: QPushButton
    adder: QPushButton
    editing = NONE
    """The number of the entry in the form."""
    _shown: Entry | None = None
    _written: Entry | Text | None = None
    """What stood in the form last; an entry that the form would write otherwise stays until somebody changes it."""
    _is_past_shown = False

    def entries(self, settings: Settings) -> tuple[Entry, ...]:
        """Return the entries as the settings have them."""
        raise NotImplementedError

    def with_entries(self, entries: tuple[Entry, ...]) -> Settings:
        """Return the settings with these entries."""
        raise NotImplementedError

    def row_of(self, number: int, entry: Entry) -> Row:
        """Return what the list says of an entry."""
        raise NotImplementedError

    def order_of(self, entry: Entry) -> str:
        """Return what the list is sorted by."""
        raise NotImplementedError

    def name_of(self, entry: Entry) -> Text:
        """Return what undo calls a change of this entry."""
        raise NotImplementedError

    def make_form(self) -> EntryForm[Entry]:
        """Return the form."""
        raise NotImplementedError

    def add_text(self) -> str:
        """Return what the button for one more says."""
        raise NotImplementedError

    def refusal(self, entry: Entry, number: int) -> Text | None:
        """Return why ``entry`` can't be saved as the one at ``number``."""
        del entry, number
        return None

    def show_facts(self, entry: Entry | None, number: int) -> None:
        """Show in the form what follows from ``entry``, which holds."""

    def opener_text(self) -> str:
        """Offer the first one where there is none."""
        return super().opener_text() if self.entries(self.settings) else self.add_text()

    def build_editor(self, panel: Panel) -> None:
        """Build the list, what opens the past, and the button for one more."""
        self.rows = EntryList(self.heading.text(), self.edit, self.take_away)
        panel.body.addWidget(self.rows)
        self.adder = button(self.add_text(), "quiet", lambda: self.edit(NEW))
        self.past = button("", "quiet", self._turn_past)
        row = QHBoxLayout()
        spaced(row)
        row.addWidget(self.adder)
        row.addWidget(self.past)
        row.addStretch(1)
        panel.body.addLayout(row)

    def show_place(self, place: str) -> bool:
        """Unfold, and open the entry that ``place`` is about where there is one."""
        is_ours = super().show_place(place)
        number = self._number_at(place) if is_ours else None
        if number is not None and number < len(self.entries(self.settings)):
            self.edit(number)
        return is_ours

    def add(self) -> None:
        """Unfold with an empty form."""
        self.unfold()
        self.edit(NEW)

    def unfold(self) -> None:
        """Begin with a new entry where there is none."""
        super().unfold()
        if not self.entries(self.settings) and self.editing == NONE:
            self.edit(NEW)

    def fold(self) -> None:
        """Leave what is not added."""
        self._edited()
        self._close_form()
        super().fold()

    def focus_editor(self) -> None:
        """Give the focus to the list, or to the button for one more."""
        (self.rows if self.rows.rows else self.adder).setFocus()

    def show_editor(self) -> None:
        """Show the list, and in the form what became of its entry."""
        self._show_rows()
        if self.editing >= 0:
            entries = self.entries(self.settings)
            now = entries[self.editing] if self.editing < len(entries) else None
            if now is None:
                self._close_form()
            elif now != self._shown:
                self._shown = now
                self.form.begin(now)
                self._written = self.form.value()
                self.show_facts(now, self.editing)

    def edit(self, number: int) -> None:
        """Open the entry at ``number``, or a new one, in the form."""
        if not hasattr(self, "form"):
            self._build_form()
        self._edited()
        self.editing = number
        self._shown = self.entries(self.settings)[number] if number >= 0 else None
        self.form.begin(self._shown)
        self._written = value = self.form.value()
        self.form.main.setEnabled(not isinstance(value, Text))
        self.show_facts(None if isinstance(value, Text) else value, number)
        self._name_buttons()
        self.rows.choose(number)
        self.adder.hide()
        self.form.show()
        if self.form.first is not None:
            self.form.first.setFocus()
        self.reveal(self.panel or self)

    def take_away(self, number: int) -> None:
        """Remove the entry at ``number``."""
        entries = self.entries(self.settings)
        name = self.name_of(entries[number])
        self._close_form()
        self.change(self.with_entries(day_edit.removed(entries, number)), name)
        announce(self.rows, self.words.text("Removed: {what}", what=self.words.say(name)))
        self.focus_editor()

    def _build_form(self) -> None:
        self.form = self.make_form()
        self.form.on_edit = self._edited
        for each in self.form.findChildren(QLineEdit):
            if each.accessibleName():  # other sections have a field that is called so, too
                each.setAccessibleName(f"{each.accessibleName()}, {self.heading.text()}")
        self.form.main.clicked.connect(self._add)
        self.form.remove.clicked.connect(lambda: self.take_away(self.editing))
        self.form.leave.clicked.connect(self._leave_form)
        if self.panel is not None:
            self.panel.body.addWidget(self.form)
            self.order_tabs()

    def _name_buttons(self) -> None:
        """Say to a screen reader what each button of the form is about."""
        of = self.words.say(self.name_of(self._shown)) if self._shown else self.heading.text()
        for each in (self.form.main, self.form.remove, self.form.leave):
            each.setAccessibleName(f"{each.text()}, {of}")

    def _edited(self) -> None:
        """Save what was changed in the form, or say why it can't be; a new entry waits for its button."""
        if self.editing == NONE:
            return
        value = self.form.value()
        problem = value if isinstance(value, Text) else self.refusal(value, self.editing)
        is_whole = problem is None
        self.form.main.setEnabled(is_whole)
        self.form.say(None if self._is_begun(value) else problem)
        if isinstance(value, Text) or not is_whole:
            self.form.say_fact(self.words.say(value) if isinstance(value, Text) and self._is_empty() else "")
            return
        self.show_facts(value, self.editing)
        if self.editing >= 0 and value != self._written:
            self._shown = self._written = value
            after = day_edit.replaced(self.entries(self.settings), self.editing, value)
            self.change(self.with_entries(after), self.name_of(value), f"{self.key}-{self.editing}")

    def _is_begun(self, value: Entry | Text) -> bool:
        """Tell whether what is wrong may only be typed half, or not typed at all yet."""
        field = self.form.typed_field()
        is_typing = field is not None and field.hasFocus() and self.form.is_unfinished()
        return isinstance(value, Text) and (is_typing or self._is_empty())

    def _is_empty(self) -> bool:
        field = self.form.typed_field()
        return field is not None and not field.text()

    def _add(self) -> None:
        value = self.form.value()
        if isinstance(value, Text) or self.refusal(value, NEW) is not None:
            return
        self._close_form()
        after = day_edit.added(self.entries(self.settings), value)
        self.change(self.with_entries(after), self.name_of(value))
        self.rows.choose(NONE)
        self.adder.setFocus()

    def _leave_form(self) -> None:
        if self.editing == NEW and not self.entries(self.settings):
            self.fold()
            return
        self._edited()
        self._close_form()
        self.focus_editor()

    def _close_form(self) -> None:
        self.editing = NONE
        if hasattr(self, "form"):
            self.form.hide()
        if self.panel is not None:
            self.rows.choose(NONE)
            self.adder.show()

    def _turn_past(self) -> None:
        self._is_past_shown = not self._is_past_shown
        self._show_rows()

    def _show_rows(self) -> None:
        entries = self.entries(self.settings)
        order = sorted(range(len(entries)), key=lambda number: self.order_of(entries[number]))
        said = self._problems_of_entries()
        rows = [self.row_of(number, entries[number])._replace(problem=said.get(number, "")) for number in order]
        past = [each for each in rows if each.is_past and not each.problem]
        shown = [each for each in rows if each not in past]
        self.rows.show_rows((past if self._is_past_shown else []) + shown)
        many = self.words.plural("and one past", "and {count} past", len(past))
        self.past.setText(self.words.text("Hide what is past") if self._is_past_shown else many)
        self.past.setVisible(bool(past))

    def _problems_of_entries(self) -> dict[int, str]:
        """Return what does not hold in the file by the number of the entry."""
        found: dict[int, str] = {}
        for each in self.problems:
            number = self._number_at(each.place)
            if number is not None:
                found.setdefault(number, self.words.say(each.message))
        return found

    def _number_at(self, place: str) -> int | None:
        number = re.match(r"\[(\d{1,9})\]", place.removeprefix(self.places[0]))
        return int(number[1]) if number else None
