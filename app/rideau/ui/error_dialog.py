# SPDX-License-Identifier: MIT
"""How is trouble said? What went wrong, what exactly, and what to do, without alarm."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from rideau.domain.error import RideauError
from rideau.ui import theme
from rideau.ui.widgets import app_icon, button, dress, kept_whole, label, spaced
from rideau.wording.words import Words


class ErrorDialog(QDialog):
    """Say one error; it waits until it is put away."""

    def __init__(self, error: RideauError, words: Words) -> None:
        """Say ``error`` in the language of ``words``."""
        super().__init__()
        self.setWindowTitle("Rideau")
        self.setWindowIcon(app_icon())
        self.title = label(words.say(error.title), "sentence")
        self.message = label(words.say(error.message))
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        remedy = words.say(error.remedy) if error.remedy else ""
        self.remedy = label(kept_whole(remedy), "second")
        self.remedy.setVisible(error.remedy is not None)
        self.done_button = button(words.text("All right"), "main", self.accept)
        self.done_button.setDefault(True)
        self._build_layout()
        dress(self)
        self.setMinimumWidth(theme.units(360))
        self.setAccessibleName(self.title.text())
        self.setAccessibleDescription(f"{self.message.text()} {remedy}".strip())

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that the words need at this width."""
        super().showEvent(event)
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.setMinimumHeight(layout.totalHeightForWidth(self.width()))
            self.resize(self.width(), self.minimumHeight())

    def _build_layout(self) -> None:
        whole = QVBoxLayout(self)
        spaced(whole, margin=24, spacing=8)
        whole.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)  # else as high as at its narrowest
        for said in (self.title, self.message, self.remedy):
            whole.addWidget(said)
        whole.addStretch(1)
        whole.addSpacing(theme.units(12))
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.done_button)
        whole.addLayout(foot)
