# SPDX-License-Identifier: MIT
"""How are a few lines of text (sites, names) shown, added and taken away, each checked as it is typed?"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from rideau.ui.tab_order import read_in_order
from rideau.ui.widgets import breakable, button, label, restyle, spaced
from rideau.wording.words import Words


class LinesKind(NamedTuple):
    """Hold what one field of lines is about."""

    title: str
    add_hint: str
    """What stands in the empty field."""
    none: str
    """What is said where there is no line."""
    cleaned: Callable[[str], str]
    """Turn what was typed or pasted into a line."""
    problem: Callable[[str], str]
    """Say what is wrong with a line; empty for nothing."""


class LinesField(QWidget):
    """Show lines as one sentence until the person changes them, then as rows that can be added to and removed."""

    def __init__(self, words: Words, kind: LinesKind, on_change: Callable[[tuple[str, ...]], None]) -> None:
        """Begin without a line."""
        super().__init__()
        self._words = words
        self._kind = kind
        self._on_change = on_change
        self._shown: tuple[tuple[str, ...], bool] | None = None
        self._lines: tuple[str, ...] = ()
        self.is_unlocked = False
        self.body = QVBoxLayout(self)
        spaced(self.body, spacing=4)
        self._build_head()
        self._rows = QVBoxLayout()
        spaced(self._rows, spacing=0)
        self.body.addLayout(self._rows)
        self.wrong = self._line("problem")
        self._build_field()
        self.trouble = self._line("problem")
        self.remark = self._line("second")

    def show_lines(self, lines: Sequence[str], *, is_said: bool) -> None:
        """Show ``lines``; ``is_said`` where they are the person's own words, and so can be changed at once."""
        self._lines = tuple(lines)
        is_open = is_said or self.is_unlocked
        if self._shown == (self._lines, is_open):
            return
        self._shown = (self._lines, is_open)
        self.unlock.setHidden(is_open)
        self.field.setVisible(is_open)
        self._plain.setVisible(not is_open or not lines)
        self._plain.setText(breakable(", ".join(lines)) or self._kind.none)
        while (item := self._rows.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        for each in lines if is_open else ():
            row = self._row(each)
            self._rows.addWidget(row)
            row.show()
        read_in_order(self)

    def show_problem(self, said: str) -> None:
        """Say what does not hold in the file, so that it can be mended right here; an empty line says nothing."""
        self.is_unlocked = self.is_unlocked or bool(said)
        self.wrong.setText(said)
        self.wrong.setVisible(bool(said))

    def say(self, remark: str) -> None:
        """Say what the last change brought with it; it goes when something else is typed."""
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))

    def add(self) -> None:
        """Add what stands in the field, if it holds."""
        line = self._kind.cleaned(self.field.text())
        if not line or self._kind.problem(line):
            return
        self.field.clear()
        if line.casefold() not in {each.casefold() for each in self._lines}:
            self._on_change((*self._lines, line))

    def _build_head(self) -> None:
        head = QHBoxLayout()
        spaced(head)
        head.addWidget(label(self._kind.title, "strong"), 1)
        self.unlock = button(self._words.text("Change"), "quiet", self._unlock)
        self.unlock.setAccessibleName(f"{self._kind.title}: {self.unlock.text()}")
        head.addWidget(self.unlock, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self._plain = label("", "second")
        self.body.addWidget(self._plain)

    def _build_field(self) -> None:
        self.field = QLineEdit()
        self.field.setPlaceholderText(self._kind.add_hint)
        self.field.setAccessibleName(f"{self._kind.title}: {self._kind.add_hint}")
        self.field.textChanged.connect(self._check)
        self.field.returnPressed.connect(self.add)
        self.body.addWidget(self.field)

    def _line(self, role: str) -> QLabel:
        """Return a line that takes no room until it says something."""
        made = label("", role)
        made.hide()
        self.body.addWidget(made)
        return made

    def _row(self, line: str) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        spaced(row)
        row.addWidget(label(breakable(line)), 1)
        row.addWidget(remove_button(self._words, line, lambda: self._remove(line)))
        return made

    def _remove(self, line: str) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_change(tuple(each for each in self._lines if each != line))

    def _unlock(self) -> None:
        self.is_unlocked = True
        self.show_lines(self._lines, is_said=False)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _check(self, typed: str) -> None:
        line = self._kind.cleaned(typed)
        said = self._kind.problem(line) if line else ""
        if typed:
            self.say("")
        self.trouble.setText(said)
        self.trouble.setVisible(bool(said))
        restyle(self.field, problem=bool(said))


def remove_button(words: Words, name: str, on_click: Callable[[], None]) -> QPushButton:
    """Return the small cross that takes a row away, which says to a screen reader what it removes."""
    made = button("×", "quiet", on_click)  # noqa: RUF001 - the sign that people know for it
    name_button(made, words, name)
    return made


def name_button(cross: QPushButton, words: Words, name: str) -> None:
    """Have a cross say what it removes."""
    cross.setAccessibleName(words.text("Remove {what}", what=name))
    cross.setToolTip(words.text("Remove {what}", what=name))
