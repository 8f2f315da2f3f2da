# SPDX-License-Identifier: MIT
"""What does an app with windows look like to a desktop? One real Qt window, led by words through a FIFO.

Run as ``window_app.py FIFO NAME TITLE [--asks]``. ``title X``, ``dialog`` and ``maximise`` do what they say; with
``--asks`` its close button brings up a question instead of ending it, as unsaved work does.
"""

import os
import sys

from PySide6.QtCore import QSocketNotifier
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget


class _Window(QWidget):
    def __init__(self, title: str, *, asks: bool) -> None:
        super().__init__()
        self._asks = asks
        self._dialog: QDialog | None = None
        self.setWindowTitle(title)
        self.resize(420, 310)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        if self._asks:
            event.ignore()
            self.obey("dialog")

    def obey(self, order: str) -> None:
        word, _, rest = order.partition(" ")
        if word == "title":
            self.setWindowTitle(rest)
        elif word == "maximise":
            self.showMaximized()
        elif word == "dialog":
            self._dialog = QDialog(self)
            self._dialog.setModal(True)
            self._dialog.setWindowTitle("Save your work?")
            self._dialog.resize(200, 100)
            self._dialog.show()


def main(fifo: str, name: str, title: str, *options: str) -> int:
    """Show the window until it is closed."""
    QGuiApplication.setDesktopFileName(name)
    app = QApplication([name])
    window = _Window(title, asks="--asks" in options)
    orders = os.open(fifo, os.O_RDWR | os.O_NONBLOCK)
    notifier = QSocketNotifier(orders, QSocketNotifier.Type.Read)

    def obey() -> None:
        for order in os.read(orders, 4096).decode().splitlines():
            window.obey(order)

    notifier.activated.connect(obey)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
