# SPDX-License-Identifier: MIT
"""What can wait until tomorrow? One line is written down, and kept."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit

from rideau.domain.tip import Picture
from rideau.ui.card.gestures.view import GestureView, Scene
from rideau.ui.widgets import is_enter, spaced
from rideau.wording.words import Words

LONGEST = 280


class Write(GestureView):
    """Take one line; Enter keeps it."""

    def __init__(self, words: Words, picture: Picture, *, is_motion_reduced: bool) -> None:
        """Stand with an empty line."""
        super().__init__(words, picture, is_motion_reduced=is_motion_reduced)
        self.setAccessibleName(words.text("One line to keep"))
        self.scene = Scene(self.drawn)
        self.told.setText(words.text("Write it down."))
        self.line = QLineEdit()
        self.line.setMaxLength(LONGEST)
        self.line.setAccessibleName(words.text("One line to keep"))
        self.line.setPlaceholderText(words.text("One line…"))
        self.line.returnPressed.connect(self._keep)
        self.line.textChanged.connect(self._changed)
        self.keep_button = self.way(words.text("Keep the line"), "main", self._keep)
        self.keep_button.setEnabled(False)
        self.leave_button = self.way_out(words.text("Not now"))
        self.body.addWidget(self.scene, 1)
        self.body.addWidget(self.told)
        self.body.addWidget(self.line)
        self._ways = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        spaced(self._ways, spacing=4)
        self._ways.addStretch(1)
        for each in (self.keep_button, self.leave_button):
            self._ways.addWidget(each, 0, Qt.AlignmentFlag.AlignHCenter)
        self._ways.addStretch(1)
        self.body.addLayout(self._ways)
        self.setTabOrder(self.line, self.keep_button)
        self.setTabOrder(self.keep_button, self.leave_button)

    def started(self) -> None:
        """Lead the keyboard to the line."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let no Enter go further: the line has it already."""
        if not is_enter(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the two ways below each other where they are too wide beside each other."""
        super().resizeEvent(event)
        needed = sum(each.sizeHint().width() for each in (self.keep_button, self.leave_button)) + self._ways.spacing()
        sides = self.body.contentsMargins()
        is_wide = needed <= self.width() - sides.left() - sides.right()
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._ways.setDirection(way)

    def _changed(self, text: str) -> None:
        self.keep_button.setEnabled(bool(text.strip()))

    def _keep(self) -> None:
        line = " ".join(self.line.text().split())
        if not self.is_running or not line:
            return
        self.line.setReadOnly(True)
        self.end(self.words.text("Kept. It will be here."), line)
