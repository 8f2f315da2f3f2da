# SPDX-License-Identifier: MIT
"""Which apps is it about? A line for each: its icon from the theme or a file, or a tile with its first letter."""

from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from rideau.ui import theme
from rideau.ui.present_apps import AppLine
from rideau.ui.widgets import breakable, label, spaced

SMALL_ICON, LARGE_ICON = 24, 44
TILES = ("#4F8A75", "#38346B", "#7A68B3", "#2F74A0", "#8A6A3C")


def app_picture(line: AppLine, size: int, ratio: float) -> QPixmap:
    """Return the icon of an app, ``size`` logical pixels wide on a screen of ``ratio``; a tile where it has none."""
    icon = QIcon(line.icon) if Path(line.icon).is_absolute() else QIcon.fromTheme(line.icon)
    found = icon.pixmap(QSize(size, size), ratio) if line.icon else QPixmap()
    return _tile(line.name, size, ratio) if found.isNull() else found


class AppLines(QWidget):
    """Show several apps below each other, with a remark each."""

    def __init__(self) -> None:
        """Begin without a line."""
        super().__init__()
        self._grid = QGridLayout(self)
        spaced(self._grid, spacing=8)
        self._grid.setColumnStretch(1, 1)
        self._shown: tuple[Sequence[AppLine], str] = ((), "")

    def show_lines(self, lines: Sequence[AppLine], more: str = "") -> None:
        """Show ``lines``, and how many more there are."""
        if (lines, more) == self._shown:
            return
        self._shown = (lines, more)
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, line in enumerate(lines):
            self._put(picture(line, SMALL_ICON, self.devicePixelRatioF()), row, 0)
            self._put(_words(line), row, 1)
        if more:
            self._put(label(more, "small"), len(lines), 1)
        self.updateGeometry()

    def _put(self, widget: QWidget, row: int, column: int) -> None:
        """Place ``widget``, and have it counted at once: Qt would leave it out of the size until it is shown."""
        self._grid.addWidget(widget, row, column)
        widget.show()


def picture(line: AppLine, size: int, ratio: float) -> QLabel:
    """Return the icon as a part of a window; whoever listens comes to no picture without words."""
    made = QLabel()
    made.setAccessibleName(line.name)
    width = theme.units(size)
    made.setPixmap(app_picture(line, width, ratio))
    made.setFixedSize(width, width)
    made.setScaledContents(True)
    return made


def _words(line: AppLine) -> QLabel:
    """Return the remark, which names the app, or the name alone."""
    return label(breakable(line.note or line.name), "second" if line.note else "strong")


def _tile(name: str, size: int, ratio: float) -> QPixmap:
    """Draw a tile in one of the house's colours with the first letter of ``name``."""
    made = QPixmap(QSize(size, size) * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(TILES[crc32(name.encode()) % len(TILES)]))
    painter.drawRoundedRect(QRectF(0, 0, size, size), size * 0.24, size * 0.24)
    face = theme.font(theme.BODY, is_strong=True)
    face.setPixelSize(round(size * 0.52))
    painter.setFont(face)
    painter.setPen(QColor("#FFFFFF"))
    painter.drawText(QRectF(0, 0, size, size), Qt.AlignmentFlag.AlignCenter, name.strip()[:1].upper() or "?")
    painter.end()
    return made
