# SPDX-License-Identifier: MIT
"""How is the key asked for? A typed reason and a few minutes; the curtain comes back by itself."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout

from rideau.domain.error import RideauError
from rideau.ui import theme
from rideau.ui.present import OPEN_MINUTES, USUAL_MINUTES
from rideau.ui.widgets import app_icon, button, dress, label, spaced
from rideau.wording.words import Words

LONGEST_REASON = 200


class OpenDialog(QDialog):
    """Ask for a reason and a number of minutes, and open for them."""

    def __init__(self, words: Words, open_for: Callable[[timedelta, str], None]) -> None:
        """Build the dialog; ``open_for`` opens, or raises why it does not."""
        super().__init__()
        self._words = words
        self._open_for = open_for
        self.setWindowTitle(words.text("Open for a moment"))
        self.setWindowIcon(app_icon())
        self._build_parts()
        self._build_layout()
        self._connect_signals()
        dress(self)
        self.setMinimumWidth(theme.units(400))

    def _build_parts(self) -> None:
        text = self._words.text
        self.title = label(text("Open for a moment"), "title")
        self.promise = label(text("The curtain comes back by itself."), "second")
        self.asked = label(text("What is it for?"), "strong")
        self.reason = QLineEdit()
        self.reason.setMaxLength(LONGEST_REASON)
        self.reason.setAccessibleName(self.asked.text())
        self.reason.setPlaceholderText(text("A few words, for yourself"))
        self.asked_minutes = label(text("For how many minutes?"), "strong")
        self.minutes = QButtonGroup(self)
        for minutes in OPEN_MINUTES:
            pill = button(str(minutes), "pill", self.reason.setFocus)
            pill.setCheckable(True)
            pill.setChecked(minutes == USUAL_MINUTES)
            pill.setAccessibleName(self._words.plural("{count} minute", "{count} minutes", minutes))
            self.minutes.addButton(pill, minutes)
        self.refusal = label(role="problem")
        self.refusal.hide()
        self.cancel_button = button(text("Leave it closed"), "quiet", self.reject)
        self.open_button = button(text("Open"), "main", self._ask)
        self.open_button.setDefault(True)
        self.open_button.setEnabled(False)

    def _build_layout(self) -> None:
        whole = QVBoxLayout(self)
        spaced(whole, margin=24, spacing=8)
        whole.addWidget(self.title)
        whole.addWidget(self.promise)
        whole.addSpacing(theme.units(8))
        whole.addWidget(self.asked)
        whole.addWidget(self.reason)
        whole.addSpacing(theme.units(8))
        whole.addWidget(self.asked_minutes)
        pills = QHBoxLayout()
        spaced(pills)
        for pill in self.minutes.buttons():
            pills.addWidget(pill, 1)
        whole.addLayout(pills)
        whole.addWidget(self.refusal)
        whole.addSpacing(theme.units(16))
        foot = QHBoxLayout()
        spaced(foot)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.open_button)
        whole.addLayout(foot)
        self.reason.setFocus()

    def _connect_signals(self) -> None:
        self.reason.textChanged.connect(lambda typed: self.open_button.setEnabled(bool(typed.strip())))

    def _ask(self) -> None:
        try:
            self._open_for(timedelta(minutes=self.minutes.checkedId()), self.reason.text())
        except RideauError as error:
            self.refusal.setText(self._words.error(error))
            self.refusal.show()
        else:
            self.accept()
