# SPDX-License-Identifier: MIT
"""What do buttons that paint themselves have in common? They light up under the pointer, and act on Enter."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

from rideau.ui.widgets import is_enter


class PaintedButton(QAbstractButton):
    """Be the button; a subclass paints itself in its ``paintEvent``, which Qt asks for again as the pointer comes."""

    def __init__(self) -> None:
        """Have the pointer noticed."""
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it by Enter as by Space."""
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)
