# SPDX-License-Identifier: MIT
"""What shall happen there? A small pop-up with a sentence for each action."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from rideau.domain.network import Action
from rideau.domain.settings import Settings
from rideau.ui import theme
from rideau.ui.settings.networks.action_button import ActionButton, Shown
from rideau.ui.widgets import button, label, spaced
from rideau.wording.policy_lines import ACTION_NAMES, explained
from rideau.wording.words import Words

WIDTHS = (360, 520, 680)
"""The first that is low enough for the screen is taken: large fonts need a wide one."""


class Asked(NamedTuple):
    """Hold what the pop-up is asked about."""

    title: str
    """``Quiet, work``."""
    chosen: Action | None
    """What holds by now."""
    settings: Settings
    back: str = ""
    """What the button says that sets it back; empty for no such button."""


class Answers(NamedTuple):
    """Hold what is told of the choice."""

    choose: Callable[[Action], None]
    set_back: Callable[[], None]


class ActionChoice(QFrame):
    """Be the pop-up: arrows move, Enter and Space choose, Escape leaves everything as it was."""

    def __init__(self, asked: Asked, answers: Answers, words: Words, parent: QWidget) -> None:
        """Build a row for each action."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(asked.title)
        column = self._column = QVBoxLayout(self)
        spaced(column, margin=8, spacing=2)
        heading = label(asked.title, "strong")
        heading.setWordWrap(False)
        heading.setContentsMargins(theme.units(8), theme.units(2), theme.units(8), theme.units(4))
        column.addWidget(heading)
        self._answers = answers
        self.rows = {action: self._row(action, asked, words) for action in Action}
        for row in self.rows.values():
            column.addWidget(row)
        if asked.back:
            self.back = button(asked.back, "quiet", self._set_back)
            column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeading)
        self._first = self.rows[asked.chosen or Action.ALLOW]

    def open_below(self, anchor: QWidget) -> None:
        """Show it where ``anchor`` can still be seen: below, above, or beside it, always on the screen."""
        screen = anchor.screen().availableGeometry()
        sizes = [self._size(min(theme.units(width), screen.width())) for width in WIDTHS]
        size = next((each for each in sizes if each.height() < screen.height()), sizes[-1])
        self.setFixedWidth(size.width())
        self.resize(size)
        self.move(_place(size, QRect(anchor.mapToGlobal(QPoint(0, 0)), anchor.size()), screen))
        self.show()
        self._first.setFocus(Qt.FocusReason.PopupFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and a thin line around, square: without a compositor, round corners would be black."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.tokens().surface))
        painter.setPen(QColor(theme.tokens().second))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by the arrows, close by Escape."""
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self.close()
        elif key is Qt.Key.Key_Down:
            self.focusNextPrevChild(True)  # noqa: FBT003 - Qt's own
        elif key is Qt.Key.Key_Up:
            self.focusNextPrevChild(False)  # noqa: FBT003 - Qt's own
        else:
            super().keyPressEvent(event)

    def _size(self, width: int) -> QSize:
        return QSize(width, self._column.heightForWidth(width))

    def _row(self, action: Action, asked: Asked, words: Words) -> ActionButton:
        row = ActionButton(_nothing)
        row.is_flat = True
        row.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        is_chosen = action is asked.chosen
        row.setCheckable(True)
        row.setChecked(is_chosen)
        row.toggled.connect(lambda _on: self._choose(action))  # a click toggles it, and so does a screen reader
        title, sentence = words.say(ACTION_NAMES[action]), explained(words, action, asked.settings)
        row.show_action(Shown(action, title, sentence, is_strong=True, has_bar=is_chosen), title)
        row.setAccessibleDescription(sentence)
        return row

    def _choose(self, action: Action) -> None:
        self.close()
        self._answers.choose(action)

    def _set_back(self) -> None:
        self.close()
        self._answers.set_back()


def _nothing() -> None:
    """Do nothing."""


def _place(size: QSize, anchor: QRect, screen: QRect) -> QPoint:
    """Return where a pop-up of ``size`` stands by ``anchor``: the first place that is whole on the screen."""
    gap = theme.units(2)
    left = min(max(anchor.left(), screen.left()), screen.right() - size.width())
    top = min(max(anchor.top(), screen.top()), screen.bottom() - size.height())
    places = (
        QPoint(left, anchor.bottom() + gap),
        QPoint(left, anchor.top() - gap - size.height()),
        QPoint(anchor.right() + gap, top),
        QPoint(anchor.left() - gap - size.width(), top),
    )
    whole = (place for place in places if screen.contains(QRect(place, size)))
    return next(whole, QPoint(left, max(top, screen.top())))
