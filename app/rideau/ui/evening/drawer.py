# SPDX-License-Identifier: MIT
"""Is the phone in its drawer? One tick, and a small drawer that shuts."""

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from rideau.ui import theme
from rideau.ui.widgets import Tick, spaced
from rideau.wording.words import Words

WIDE, HIGH = 72.0, 48.0
SHUT_MS = 400


class DrawerPicture(QWidget):
    """Paint a chest of drawers: the upper one stands open with a phone in it, or is shut. Says nothing by itself."""

    def __init__(self) -> None:
        """Begin open."""
        super().__init__()
        self.is_motion_reduced = False
        self._shut = 0.0
        self._motion = QVariantAnimation(self)
        self._motion.setDuration(SHUT_MS)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._moved)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size in the 8-unit rhythm."""
        return QSize(theme.units(WIDE), theme.units(HIGH))

    def show_shut(self, *, is_shut: bool) -> None:
        """Shut the drawer, or open it."""
        end = 1.0 if is_shut else 0.0
        self._motion.stop()
        if self.is_motion_reduced or not self.isVisible():
            self._moved(end)
            return
        self._motion.setStartValue(self._shut)
        self._motion.setEndValue(end)
        self._motion.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chest, the drawer and what looks out of it."""
        del event
        now = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / WIDE, self.height() / HIGH)
        painter.setPen(Qt.PenStyle.NoPen)
        wood, front, edge = QColor(now.mixed_ground), QColor(now.notice), QColor(now.mixed_ink)
        painter.setBrush(wood)
        painter.drawRoundedRect(QRectF(10, 14, 52, 32), 4, 4)
        out = 1 - self._shut
        if out > 0:
            painter.setBrush(QColor(now.mixed_ink))
            painter.drawRect(QRectF(14, 17, 44, 10))
            self._paint_phone(painter, out)
        pulled = QRectF(14 - 3 * out, 18 + 6 * out, 44 + 6 * out, 11 + 1 * out)
        painter.setBrush(front)
        painter.setPen(edge)
        painter.drawRoundedRect(pulled, 2, 2)
        painter.drawRoundedRect(QRectF(14, 33, 44, 10), 2, 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(edge)
        for middle in (QPointF(36, pulled.center().y()), QPointF(36, 38)):
            painter.drawRoundedRect(QRectF(middle.x() - 5, middle.y() - 1.2, 10, 2.4), 1.2, 1.2)
        painter.end()

    def _paint_phone(self, painter: QPainter, out: float) -> None:
        """Paint the phone that stands in the drawer; it sinks into it."""
        now = theme.tokens()
        top = 4 + 14 * (1 - out)
        painter.save()
        painter.translate(38, 24)
        painter.rotate(8)
        painter.setBrush(QColor(now.main))
        painter.drawRoundedRect(QRectF(-7, top - 24, 14, 24), 3, 3)
        painter.setBrush(QColor(now.surface))
        painter.drawRoundedRect(QRectF(-5, top - 21, 10, 17), 1.5, 1.5)
        painter.restore()

    def _moved(self, shut: float) -> None:
        self._shut = shut
        self.update()


class PhoneTick(QWidget):
    """Be the tick and the drawer beside it."""

    def __init__(self, words: Words) -> None:
        """Begin with the phone still out."""
        super().__init__()
        row = QHBoxLayout(self)
        spaced(row, spacing=12)
        row.setContentsMargins(0, theme.units(8), 0, 0)
        self.tick = Tick(words.text("The phone is in its drawer"))
        self.picture = DrawerPicture()
        self.tick.toggled.connect(lambda on: self.picture.show_shut(is_shut=on))
        row.addWidget(self.tick, 1)
        row.addWidget(self.picture)
