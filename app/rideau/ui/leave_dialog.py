# SPDX-License-Identifier: MIT
"""How does one leave while something is kept closed? After the wait of a key; or one stays, at no cost."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from rideau.domain.key import KeyTurn
from rideau.ui import theme
from rideau.ui.key_wait import KeyWait
from rideau.ui.widgets import app_icon, button, dress, label, spaced
from rideau.wording import doorway as said
from rideau.wording.words import Words


class LeaveDialog(QDialog):
    """Show the wait of ``turn``; accepted when it is over, rejected by whoever stays."""

    def __init__(self, words: Words, turn: KeyTurn, call_off: Callable[[str], object]) -> None:
        """Begin to wait."""
        super().__init__()
        self._turn, self._call_off = turn, call_off
        self.setWindowTitle(words.text("Quit Rideau"))
        self.setWindowIcon(app_icon())
        self.wait = KeyWait(partial(said.ends_in, words))
        self.why = label(
            words.text("What is closed opens when Rideau ends, so leaving takes the wait of a key."), "second"
        )
        self.hint = label(words.text("It can still be called off, at no cost."), "small")
        self.stay_button = button(words.text("Stay"), "main", self.reject)
        self.stay_button.setDefault(True)
        whole = QVBoxLayout(self)
        spaced(whole, margin=24, spacing=8)
        for each in (self.wait, self.why, self.hint):
            whole.addWidget(each)
        whole.addSpacing(theme.units(12))
        foot = QHBoxLayout()
        foot.addWidget(self.stay_button)
        foot.addStretch(1)
        whole.addLayout(foot)
        dress(self)
        self.setFixedWidth(theme.units(400))
        self.wait.due.connect(self.accept)
        self.wait.start(turn.wait)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that the words need."""
        super().showEvent(event)
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.setFixedHeight(layout.totalHeightForWidth(self.width()))

    def reject(self) -> None:
        """Stay."""
        self.wait.stop()
        self._call_off(self._turn.id)
        super().reject()
