# SPDX-License-Identifier: MIT
"""How is the wait of a key shown? A sentence and a line, by the second while somebody looks; then it is due."""

from collections.abc import Callable
from datetime import timedelta
from time import monotonic

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rideau.ui.time_line import TimeLine
from rideau.ui.widgets import label, spaced

SECOND_MS = 1000
LATE_MS = 30
"""The key is turned this much after it is due: never a moment too early."""


class KeyWait(QWidget):
    """Wait once, and say how long it still takes."""

    due = Signal()

    def __init__(self, say: Callable[[float], str]) -> None:
        """Build it; ``say`` words how many seconds are left."""
        super().__init__()
        self._say = say
        self._whole_s = 0.0
        self._ends_at_s = 0.0
        self.timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self.timer.timeout.connect(self.due)
        self.tick = QTimer(self, singleShot=True)
        self.tick.timeout.connect(self._show_left)
        self.title = label(role="sentence")
        self.line = TimeLine()
        whole = QVBoxLayout(self)
        spaced(whole, spacing=8)
        whole.addWidget(self.title)
        whole.addWidget(self.line)

    def start(self, wait: timedelta) -> None:
        """Wait for ``wait`` from now on."""
        self._whole_s = wait.total_seconds()
        self._ends_at_s = monotonic() + self._whole_s
        self.timer.start(round(self._whole_s * SECOND_MS) + LATE_MS)
        self._show_left()

    def stop(self) -> None:
        """Wait no more."""
        self.timer.stop()
        self.tick.stop()

    def hideEvent(self, event: QHideEvent) -> None:
        """Count no seconds that nobody sees; the wait itself goes on."""
        self.tick.stop()
        super().hideEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Count on."""
        super().showEvent(event)
        if self.timer.isActive():
            self._show_left()

    def _show_left(self) -> None:
        left_s = max(self._ends_at_s - monotonic(), 0)
        self.title.setText(self._say(left_s))
        self.line.show_share(1 - left_s / max(self._whole_s, 1))
        if left_s > 0 and self.isVisible():
            self.tick.start(round(left_s % 1 * SECOND_MS) or SECOND_MS)
