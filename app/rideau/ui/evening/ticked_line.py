# SPDX-License-Identifier: MIT
"""How is something ticked off that is longer than a line? A tick, and beside it a text that wraps."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from rideau.ui import theme
from rideau.ui.widgets import Tick, breakable, label, spaced


class TickedLine(QWidget):
    """Be such a line; a click anywhere on it ticks."""

    def __init__(self, text: str, below: str, on_tick: Callable[[], None]) -> None:
        """Begin without a tick; ``below`` stands smaller under the text, empty for nothing."""
        super().__init__()
        row = QHBoxLayout(self)
        spaced(row, spacing=8)
        self.tick = Tick()
        self.tick.setAccessibleName(f"{text} {below}".strip())
        self.tick.toggled.connect(lambda _on: self._ticked(on_tick))
        row.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        spaced(column, spacing=2)
        column.setContentsMargins(0, theme.units(2), 0, 0)
        self.text = label(breakable(text))
        column.addWidget(self.text)
        if below:
            column.addWidget(label(breakable(below), "small"))
        row.addLayout(column, 1)

    @property
    def is_done(self) -> bool:
        """Tell whether it is ticked."""
        return self.tick.isChecked()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick by a click on the text, too."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.tick.setFocus(Qt.FocusReason.MouseFocusReason)
            self.tick.toggle()

    def _ticked(self, on_tick: Callable[[], None]) -> None:
        strike(self.text, on=self.is_done)
        on_tick()


def strike(said: QLabel, *, on: bool) -> None:
    """Strike a text out, or no longer: that it is done shows beside the tick, too."""
    font = said.font()
    font.setStrikeOut(on)
    said.setFont(font)
