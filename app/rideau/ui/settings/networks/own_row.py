# SPDX-License-Identifier: MIT
"""How is a network made that no catalogue has? A row that asks for its name or its address, when it is asked for."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from rideau.domain.network_search import plain
from rideau.ui.widgets import button, spaced
from rideau.wording.words import Words


class OwnRow(QWidget):
    """Ask for a network of one's own; ``opener`` is the button that shows the row, and puts it away again."""

    def __init__(self, words: Words, create: Callable[[str], None]) -> None:
        """Begin put away; ``create`` is given what was typed."""
        super().__init__()
        self._create = create
        self.opener = button(words.text("+ One of my own"), "quiet", self.turn)
        self.opener.setAccessibleName(words.text("Add a network of my own"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(words.text("Its name, or its address"))
        self.field.setAccessibleName(words.text("Name or address of a network of my own"))
        self.field.returnPressed.connect(self._add)
        self.add = button(words.text("Add"), "main", self._add)
        row = QHBoxLayout(self)
        spaced(row)
        row.addWidget(self.field, 1)
        row.addWidget(self.add)
        self.hide()

    def turn(self) -> None:
        """Ask, or ask no more, with the keyboard where it goes on."""
        is_asking = self.isHidden()
        self.setVisible(is_asking)
        (self.field if is_asking else self.opener).setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        typed = self.field.text()
        if plain(typed):
            self.field.clear()
            self.hide()
            self._create(typed)
