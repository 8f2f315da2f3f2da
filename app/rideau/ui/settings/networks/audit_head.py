# SPDX-License-Identifier: MIT
"""How does one network of the audit stand, in one line that unfolds?"""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle

from rideau.ui import theme
from rideau.ui.settings.networks.painted_button import PaintedButton
from rideau.wording.words import Words

HEAD_HEIGHT = 48


class Standing(NamedTuple):
    """Say how a network stands, in a few words."""

    said: str
    has_steps: bool = False
    """A step is to be taken yet."""
    has_questions: bool = False


class NetworkHead(PaintedButton):
    """Be the line of one network: its name, how it stands, and whether it is unfolded."""

    def __init__(self, name: str, words: Words) -> None:
        """Begin folded."""
        super().__init__()
        self._name, self._words = name, words
        self._standing = Standing("")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(lambda _on: self._say())

    @property
    def standing(self) -> Standing:
        """Return how it stands."""
        return self._standing

    def show_standing(self, standing: Standing) -> None:
        """Show how the network stands."""
        self._standing = standing
        self._say()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for one line."""
        return QSize(theme.units(320), max(theme.units(HEAD_HEIGHT), 2 * self.fontMetrics().height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the name, how it stands, and a chevron."""
        del event
        now, painter = theme.tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, radius = self.rect().adjusted(2, 2, -2, -2), theme.units(10)
        painter.setPen(QPen(QColor(now.focus_ring), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.hover if self.underMouse() else now.surface))
        painter.drawRoundedRect(box, radius, radius)
        said_font, name_font = theme.font(theme.BODY), theme.font(theme.BODY, is_strong=True)
        pad, chevron = theme.units(16), theme.units(28)
        said_width = QFontMetrics(said_font).horizontalAdvance(self._standing.said) + theme.units(4)
        inner = self.rect().adjusted(pad, 0, -pad - chevron, 0)
        name = QRect(inner.left(), 0, max(inner.width() - said_width - pad, theme.units(40)), self.height())
        said = QRect(inner.right() - said_width, 0, said_width, self.height())
        self._write(painter, name, name_font, now.ink)
        self._write(painter, said, said_font, self._said_colour())
        self._paint_chevron(painter)
        painter.end()

    def _said_colour(self) -> str:
        now = theme.tokens()
        if self._standing.has_steps:
            return now.mixed_ink
        return now.second if self._standing.has_questions else now.yes

    def _write(self, painter: QPainter, where: QRect, font: QFont, colour: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        text = self._name if font.weight() > font.Weight.Normal else self._standing.said
        flags = (
            QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
        )
        cut = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, where.width())
        painter.drawText(QStyle.visualRect(self.layoutDirection(), self.rect(), where), int(flags), cut)

    def _paint_chevron(self, painter: QPainter) -> None:
        painter.setPen(QPen(QColor(theme.tokens().second), theme.scale() * 1.8))
        half, inset = theme.units(4), theme.units(22)
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        middle = QPointF(inset if is_mirrored else self.width() - inset, self.height() / 2)
        down = -half / 2 if self.isChecked() else half / 2
        painter.drawPolyline([middle + QPointF(-half, -down), middle + QPointF(0, down), middle + QPointF(half, -down)])

    def _say(self) -> None:
        state = self._words.text("unfolded") if self.isChecked() else self._words.text("folded")
        self.setAccessibleName(f"{self._name}: {self._standing.said}")
        self.setAccessibleDescription(state)
