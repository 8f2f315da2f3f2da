# SPDX-License-Identifier: MIT
"""What is one step of the assistant? A title, a line about it, and what is asked; it changes the draft and no file."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from rideau.domain.text import Text
from rideau.ui.assistant.draft import Draft, Household
from rideau.ui.widgets import label, spaced
from rideau.wording.words import Words


class Step(QWidget):
    """Be one step, built anew whenever it is come to and in another language."""

    title: ClassVar[Text]
    hint: ClassVar[Text | None] = None

    def __init__(self, house: Household, words: Words, draft: Draft, changed: Callable[[Draft], None]) -> None:
        """Build the head; ``changed`` is told of every answer."""
        super().__init__()
        self.house = house
        self.words = words
        self.draft = draft
        self._changed = changed
        self.body = QVBoxLayout(self)
        spaced(self.body, spacing=12)
        self.heading = label(words.say(self.title), "title")
        self.setAccessibleName(words.say(self.title))
        self.body.addWidget(self.heading)
        if self.hint is not None:
            self.body.addWidget(label(words.say(self.hint), "second"))

    def take(self, draft: Draft) -> None:
        """Have ``draft`` from now on."""
        self.draft = draft
        self._changed(draft)

    def trouble(self) -> str:
        """Return what stands in the way of going on; empty for nothing."""
        return ""

    def first(self) -> QWidget | None:
        """Return what has the keyboard first; None leaves it to the main button."""
        return None

    def own_buttons(self) -> tuple[QAbstractButton, ...]:
        """Return the buttons here that Enter presses instead of going on."""
        return ()

    def fit(self, width: int) -> None:
        """Take note of how wide it is."""
