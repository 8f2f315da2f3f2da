# SPDX-License-Identifier: MIT
"""How is an action shown that can be changed by a click? A painted button with its picture, its words and its notes."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from rideau.domain.network import Action
from rideau.ui import theme
from rideau.ui.settings.networks.action_glyph import paint_action
from rideau.ui.settings.networks.painted_button import PaintedButton
from rideau.ui.widgets import announce

PAD, PICTURE, GAP = 10, 18, 10
TALL = 2**16
SET_BACK_BY = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})


class Shown(NamedTuple):
    """Hold what an action button shows and says."""

    action: Action
    title: str
    note: str = ""
    is_strong: bool = False
    """The title is in the stronger weight."""
    has_bar: bool = False
    """A bar at the leading edge marks it gently."""


class ActionButton(PaintedButton):
    """Be a button that shows an action; Enter and Space press it, Delete calls ``on_set_back``."""

    def __init__(self, on_press: Callable[[], None], on_set_back: Callable[[], None] | None = None) -> None:
        """Show nothing yet."""
        super().__init__()
        self._shown = Shown(Action.ALLOW, "")
        self._known: dict[int, int] = {}
        """How high it is by width: layouts ask for that again and again, of every row for each that is new."""
        self._on_set_back = on_set_back
        self.is_flat = False
        """A row of a pop-up: no line around, and the picture beside the first line."""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(lambda _checked: on_press())

    @property
    def shown(self) -> Shown:
        """Return what it shows."""
        return self._shown

    def show_action(self, shown: Shown, name: str) -> None:
        """Show ``shown``, said as ``name``; nothing is done where nothing changed."""
        if shown == self._shown and name == self.accessibleName():
            return
        self._shown = shown
        self._known.clear()
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def announce(self) -> None:
        """Say aloud what it shows by now, to whoever listens."""
        announce(self, self.accessibleName())

    def hasHeightForWidth(self) -> bool:
        """Tell that a narrow one is higher: its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words at ``width``."""
        if width not in self._known:
            title, note = self._heights(width)
            self._known[width] = max(title + note + 2 * theme.units(7), theme.units(44))
        return self._known[width]

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange, QEvent.Type.StyleChange}:
            self._known.clear()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        width = theme.units(180)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least that can be read: no word is cut."""
        lead, metrics = theme.units(PAD + PICTURE + GAP), QFontMetrics(self._title_font())
        longest = max((metrics.horizontalAdvance(word) for word in self._shown.title.split()), default=0)
        return QSize(lead + longest + theme.units(PAD), theme.units(44))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Set back by Delete; what else presses a button presses this one."""
        if event.key() in SET_BACK_BY and self._on_set_back is not None:
            self._on_set_back()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the picture and the words."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        size = theme.units(PICTURE)
        title, note = self._heights(self.width())
        top = (self.height() - title - note) / 2
        beside = QFontMetrics(self._title_font()).height() if self.is_flat else title + note
        picture = QRect(theme.units(PAD), round(top + (beside - size) / 2), size, size)
        paint_action(painter, self._shown.action, QRectF(self._mirrored(picture)))
        words = self._words_rect(self.width())
        self._paint_text(painter, QRect(words.left(), round(top), words.width(), title))
        self._paint_note(painter, QRect(words.left(), round(top + title), words.width(), note))
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        now, radius = theme.tokens(), theme.units(8)
        has_focus = self.hasFocus()
        width = 2 if has_focus else 1
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        line = now.focus_ring if has_focus else (now.surface if self.is_flat else now.line)
        painter.setPen(QPen(QColor(line), width))
        painter.setBrush(QColor(now.hover if self.underMouse() or self.isDown() else now.surface))
        painter.drawRoundedRect(box, radius, radius)
        if self._shown.has_bar:
            bar = QRect(theme.units(3), theme.units(10), theme.units(3), self.height() - 2 * theme.units(10))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.focus_ring))
            painter.drawRoundedRect(self._mirrored(bar), theme.units(2), theme.units(2))

    def _paint_text(self, painter: QPainter, where: QRect) -> None:
        painter.setFont(self._title_font())
        painter.setPen(QColor(theme.tokens().ink))
        painter.drawText(where, self._flags(), self._shown.title)

    def _paint_note(self, painter: QPainter, where: QRect) -> None:
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(QColor(theme.tokens().second))
        painter.drawText(where, self._flags(), self._shown.note)

    def _heights(self, width: int) -> tuple[int, int]:
        """Return how high the title and the note are in a button of ``width``."""
        words = QRect(0, 0, self._words_rect(width).width(), TALL)
        title = QFontMetrics(self._title_font()).boundingRect(words, self._flags(), self._shown.title).height()
        if not self._shown.note:
            return title, 0
        return title, QFontMetrics(theme.font(theme.SMALL)).boundingRect(
            words, self._flags(), self._shown.note
        ).height()

    def _words_rect(self, width: int) -> QRect:
        lead = theme.units(PAD + PICTURE + GAP)
        return self._mirrored(QRect(lead, 0, max(width - lead - theme.units(PAD), 1), self.height()))

    def _mirrored(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)

    def _title_font(self) -> QFont:
        return theme.font(theme.BODY, is_strong=self._shown.is_strong)

    def _flags(self) -> int:
        side = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        return int(side | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)


def give_focus(widget: QWidget) -> None:
    """Move the keyboard to ``widget``, as the keyboard would."""
    widget.setFocus(Qt.FocusReason.TabFocusReason)
