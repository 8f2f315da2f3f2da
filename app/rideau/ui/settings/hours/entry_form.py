# SPDX-License-Identifier: MIT
"""What does the row look like in which one entry is written: its fields, what is wrong, and its buttons?"""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLayout, QLineEdit, QVBoxLayout, QWidget

from rideau.domain.settings import ExceptionalDay, FocusStretch, Leave
from rideau.domain.text import Text
from rideau.ui.dates import DateField
from rideau.ui.widgets import announce, button, label, restyle, spaced
from rideau.wording.words import Words

Entry = TypeVar("Entry", bound=ExceptionalDay | Leave | FocusStretch)


class EntryForm(QWidget, Generic[Entry]):
    """Write one entry. Each edit is told through ``on_edit``; ``value`` says what stands there, or what is wrong."""

    def __init__(self, words: Words) -> None:
        """Build the grid and the buttons; a subclass adds its fields with ``add_field``."""
        super().__init__()
        self.words = words
        self.on_edit: Callable[[], None] = lambda: None
        self.first: QWidget | None = None
        self._is_loading = False
        self.outer = QVBoxLayout(self)
        spaced(self.outer, spacing=8)
        self.grid = QGridLayout()
        spaced(self.grid, spacing=8)
        self.grid.setColumnStretch(1, 1)
        self.outer.addLayout(self.grid)
        self.problem = label("", "problem")
        self.fact = label("", "second")
        self.outer.addWidget(self.fact)
        self.problem.hide()
        self.fact.hide()
        self.main = button(words.text("Add"), "main", lambda: None)
        self.remove = button(words.text("Remove"), "quiet", lambda: None)
        self.leave = button("", "quiet", lambda: None)
        row = QHBoxLayout()
        spaced(row)
        for each in (self.main, self.remove, self.leave):
            row.addWidget(each)
        row.addStretch(1)
        self._buttons = row

    def finish(self) -> None:
        """Put the buttons at the end; called once by a subclass after its fields."""
        self.outer.addLayout(self._buttons)

    def add_field(self, name: str, field: QWidget | QLayout) -> QLabel:
        """Add a line with ``name`` before ``field``; a date is as wide as it needs to be."""
        said, at = label(name, "second"), self.grid.rowCount()
        said.setWordWrap(False)
        self.grid.addWidget(said, at, 0, Qt.AlignmentFlag.AlignVCenter)
        if isinstance(field, QWidget):
            said.setBuddy(field)
            side = Qt.AlignmentFlag.AlignLeading if isinstance(field, DateField) else Qt.AlignmentFlag(0)
            self.grid.addWidget(field, at, 1, side)
            self.first = self.first or field
        else:
            self.grid.addLayout(field, at, 1)
        return said

    def add_problem(self) -> None:
        """Add the line that says what is wrong, under the field that can be wrong."""
        self.grid.addWidget(self.problem, self.grid.rowCount(), 1)

    def begin(self, entry: Entry | None) -> None:
        """Show ``entry``, or offer a new one."""
        self._is_loading = True
        try:
            self.load(entry)
        finally:
            self._is_loading = False
        is_new = entry is None
        self.main.setVisible(is_new)
        self.remove.setVisible(not is_new)
        self.leave.setText(self.words.text("Cancel") if is_new else self.words.text("Fold away"))
        self.say(None)

    def edited(self) -> None:
        """Tell of an edit by the person."""
        if not self._is_loading:
            self.on_edit()

    def say(self, problem: Text | None) -> None:
        """Say what is wrong at its place, or nothing."""
        said = self.words.say(problem) if problem else ""
        field = self.typed_field()
        if said != self.problem.text() and field is not None:
            restyle(field, problem=bool(said))
            field.setAccessibleDescription(said)
        if said and said != self.problem.text():
            announce(field or self, said)
        self.problem.setText(said)
        self.problem.setVisible(bool(said))

    def say_fact(self, said: str) -> None:
        """Say what follows from what stands here."""
        self.fact.setText(said)
        self.fact.setVisible(bool(said))

    def load(self, entry: Entry | None) -> None:
        """Put ``entry`` into the fields."""
        raise NotImplementedError

    def value(self) -> Entry | Text:
        """Return what stands in the fields, or what is wrong with it."""
        raise NotImplementedError

    def typed_field(self) -> QLineEdit | None:
        """Return the field that can be typed wrong."""
        return None

    def is_unfinished(self) -> bool:
        """Tell whether what is wrong may only be typed half."""
        return False


def line(name: str, hint: str, on_edit: Callable[[], None]) -> QLineEdit:
    """Return a field for one line of text; ``hint`` is an example, ``on_edit`` is called when it is left."""
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setPlaceholderText(hint)
    made.editingFinished.connect(on_edit)
    return made
