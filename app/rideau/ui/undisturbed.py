# SPDX-License-Identifier: MIT
"""When may a window be built anew? Once no dialog or menu stands over it: what opened that is still waiting for it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class Undisturbed(QObject):
    """Do something as soon as no dialog or menu is open; asked again meanwhile, it is done once."""

    def __init__(self, parent: QWidget, deed: Callable[[], None]) -> None:
        """Do ``deed``, as long as ``parent`` lives."""
        super().__init__(parent)
        self._deed = deed
        self._waits_for: QWidget | None = None

    def do(self) -> None:
        """Do it now, or after what is open."""
        if self._waits_for is not None:
            return
        self._waits_for = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if self._waits_for is None:
            self._deed()
        else:
            self._waits_for.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See what is open go, and let whoever opened it act on what was chosen first."""
        if event.type() in {QEvent.Type.Hide, QEvent.Type.Destroy} and watched is self._waits_for:
            watched.removeEventFilter(self)
            self._waits_for = None
            QTimer.singleShot(0, self, self.do)
        return False
