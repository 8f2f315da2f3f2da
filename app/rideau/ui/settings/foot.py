# SPDX-License-Identifier: MIT
"""What stands at the foot of the settings window? That all is saved, and what can be taken back."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from rideau.domain.text import Text
from rideau.services.settings_desk import DeskState, SettingsDesk
from rideau.ui import theme
from rideau.ui.widgets import button, label
from rideau.wording.words import Words

LONGEST = 40
"""Characters of a label; the whole of it is in the tooltip."""


class Foot(QFrame):
    """Say that what was changed is saved, and offer to take it back."""

    def __init__(self, desk: SettingsDesk, words: Words) -> None:
        """Build the foot; ``show_state`` says what stands in it."""
        super().__init__()
        self.setProperty("role", "foot")
        self._words = words
        self.saved = label(role="small")
        self.undo = button("", "quiet", desk.undo)
        self.redo = button("", "quiet", desk.redo)
        self.undo.setObjectName("undo")
        self.redo.setObjectName("redo")
        row = QHBoxLayout(self)
        row.setContentsMargins(*(theme.units(each) for each in (24, 6, 16, 6)))
        row.setSpacing(theme.units(8))
        row.addWidget(self.saved, 1)
        row.addWidget(self.undo)
        row.addWidget(self.redo)

    def show_state(self, state: DeskState) -> None:
        """Say how ``state`` stands."""
        text = self._words.text
        is_changed = state.undo is not None or state.redo is not None
        said = text("Saved.") if is_changed else text("Every change is saved at once.")
        self.saved.setText("" if state.trouble is not None or state.problems else said)
        self._offer(self.undo, text("Undo"), Text("Undo: {what}"), state.undo)
        self._offer(self.redo, text("Redo"), Text("Redo: {what}"), state.redo)

    def _offer(self, shown: QPushButton, plain: str, named: Text, what: Text | None) -> None:
        said = plain if what is None else self._words.text(named.template, what=self._words.say(what))
        shown.setText(_shortened(said).replace("&", "&&"))
        shown.setToolTip(said)
        shown.setAccessibleName(said)
        shown.setEnabled(what is not None)


def _shortened(said: str) -> str:
    return said if len(said) <= LONGEST else f"{said[: LONGEST - 1].rstrip()}…"
