# SPDX-License-Identifier: MIT
"""What are people told who write meanwhile? Two texts to copy, the next opening filled in (gentleness, rule 18)."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from rideau.ui.evening.fields import Part
from rideau.ui.kit import Panel
from rideau.ui.widgets import announce, breakable, button, label, spaced
from rideau.wording.words import Words


class AwayPart(Part):
    """Show the texts, each with a button that copies it and says so."""

    def __init__(self, words: Words, texts: tuple[str, ...], copy: Callable[[str], None]) -> None:
        """Show those of ``texts`` that say something."""
        super().__init__(words.text("For those who write to you"))
        self._words = words
        self._copy = copy
        self.buttons: list[QPushButton] = []
        panel = Panel(margin=12, spacing=8)
        for text in texts:
            if text:
                panel.body.addLayout(self._row(text))
        self.body.addWidget(panel)

    def _row(self, text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        spaced(row)
        said = label(breakable(text))
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(said, 1)
        made = button(self._words.text("Copy"), "quiet", lambda: self._copied(made, text))
        made.setAccessibleName(self._words.text("Copy: {text}", text=text))
        made.setMinimumWidth(max(made.sizeHint().width(), made.fontMetrics().horizontalAdvance(self._done) + 32))
        self.buttons.append(made)
        row.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        return row

    @property
    def _done(self) -> str:
        return self._words.text("Copied")

    def _copied(self, pressed: QPushButton, text: str) -> None:
        self._copy(text)
        for each in self.buttons:
            each.setText(self._done if each is pressed else self._words.text("Copy"))
        announce(pressed, self._done)
