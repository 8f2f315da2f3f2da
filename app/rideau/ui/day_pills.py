# SPDX-License-Identifier: MIT
"""How are some days of the week chosen? Seven pills in a row, each on or off by itself."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QPushButton, QWidget

from rideau.ui.flow import Flow
from rideau.ui.widgets import show_checked
from rideau.wording.moments import DAYS, SHORT_DAYS
from rideau.wording.words import Words


class DayPills(QWidget):
    """Ask for some days of the week, 0 being Monday."""

    def __init__(self, words: Words, name: str, on_change: Callable[[], None]) -> None:
        """Build seven pills; ``name`` says to a screen reader what is asked."""
        super().__init__()
        self.setAccessibleName(name)
        self.buttons: list[QPushButton] = []
        row = Flow(spacing=4)
        self.setLayout(row)
        for short, day in zip(SHORT_DAYS, DAYS, strict=True):
            made = QPushButton(words.say(short))
            made.setProperty("role", "pill")
            made.setCheckable(True)
            made.setAutoDefault(False)
            made.setAccessibleName(words.say(day))
            made.toggled.connect(lambda _on: on_change())
            self.buttons.append(made)
            row.addWidget(made)

    @property
    def days(self) -> tuple[int, ...]:
        """Return the days that are on."""
        return tuple(number for number, each in enumerate(self.buttons) if each.isChecked())

    def show_days(self, days: Iterable[int]) -> None:
        """Put ``days`` on, and the others off, without telling anybody."""
        on = set(days)
        for number, each in enumerate(self.buttons):
            show_checked(each, on=number in on)
