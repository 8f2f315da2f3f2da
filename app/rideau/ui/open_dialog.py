# SPDX-License-Identifier: MIT
"""How is the key asked for? A typed reason, a few minutes, a short wait; the curtain comes back by itself."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout

from rideau.ui import theme
from rideau.ui.key_row import KeyRow, Keys
from rideau.ui.present_apps import KeyView
from rideau.ui.widgets import app_icon, dress, label, spaced
from rideau.wording.words import Words


class OpenDialog(QDialog):
    """Ask for a reason and a number of minutes, wait, and open for them."""

    def __init__(self, words: Words, keys: Keys, view: KeyView) -> None:
        """Build the dialog; ``view`` says what the key costs now."""
        super().__init__()
        self.setWindowTitle(words.text("Open for a moment"))
        self.setWindowIcon(app_icon())
        self.title = label(words.text("Open for a moment"), "title")
        self.promise = label(words.text("The curtain comes back by itself."), "second")
        self.row = KeyRow(words, keys)
        self.row.show_key(view)
        self.row.open_button.setDefault(True)
        self.row.opened.connect(self.accept)
        self.row.left.connect(self.reject)
        self.row.resized.connect(self._fit)
        whole = QVBoxLayout(self)
        spaced(whole, margin=24, spacing=8)
        whole.addWidget(self.title)
        whole.addWidget(self.promise)
        whole.addSpacing(theme.units(8))
        whole.addWidget(self.row)
        whole.addStretch(1)
        dress(self)
        self.setFixedWidth(theme.units(400))
        self.row.reason.setFocus()

    def choose(self, minutes: int) -> None:
        """Begin with this length."""
        self.row.minutes.button(minutes).setChecked(True)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that the words need."""
        super().showEvent(event)
        self._fit()

    def reject(self) -> None:
        """Leave it closed: what is waited for is called off."""
        self.row.stop()
        super().reject()

    def _fit(self) -> None:
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.setFixedHeight(layout.totalHeightForWidth(self.width()))
