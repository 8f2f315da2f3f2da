# SPDX-License-Identifier: MIT
"""How soon can a window of PySide6 be seen at all? Prints the monotonic time of its first frame and ends."""

import os
import time

from rideau.adapters.qt.unread_sources import leave_sources_unread

leave_sources_unread()
os.environ.setdefault("QT_QPA_PLATFORMTHEME", "generic")  # as Rideau does

from PySide6.QtCore import QTimer  # noqa: E402 - after what speeds it up
from PySide6.QtGui import QPaintEvent  # noqa: E402 - as above
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402 - as above


class Window(QWidget):
    """Say when it is painted."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint nothing."""
        super().paintEvent(event)
        QTimer.singleShot(0, _say)


def _say() -> None:
    print(time.monotonic(), flush=True)
    os._exit(0)


if __name__ == "__main__":
    application = QApplication([])
    window = Window()
    window.resize(1040, 700)
    window.show()
    application.exec()
