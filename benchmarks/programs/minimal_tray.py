# SPDX-License-Identifier: MIT
"""What does the least possible PySide6 tray cost? The floor that ``benchmarks/tray.py`` measures Rideau against."""

import sys

from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

application = QApplication(sys.argv)
application.setQuitOnLastWindowClosed(False)
square = QPixmap(22, 22)
square.fill(QColor("teal"))
menu = QMenu()
menu.addAction("Quit", application.quit)
tray = QSystemTrayIcon(QIcon(square))
tray.setContextMenu(menu)
tray.show()
sys.exit(application.exec())
