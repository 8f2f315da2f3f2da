# SPDX-License-Identifier: MIT
"""Which small parts are all windows made of? Labels and buttons that know their role, and what a role asks of them."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from rideau.domain.phase import Phase
from rideau.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon, QKeyEvent, QShowEvent

_LONG_WORD = re.compile(r"\S{30,}")
_OPTION = re.compile(r"--(?=\w)")
_PIECE = re.compile(r"(\S{8})(?=\S)")


def label(text: str = "", role: str = "") -> QLabel:
    """Return a label that wraps and shows its text to the letter; ``role`` is a name of the style sheet."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setProperty("role", role)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made


def apart(made: QLabel, above: float, below: float = 0) -> QLabel:
    """Return ``made`` with more room around it than the column gives, in units of the rhythm: a new thought begins."""
    made.setContentsMargins(0, theme.units(above), 0, theme.units(below))
    return made


def breakable(text: str) -> str:
    """Return ``text`` with places to break, which nobody sees, in words that are longer than a line."""
    return _LONG_WORD.sub(lambda word: _PIECE.sub("\\1\u200b", word[0]), text)


def kept_whole(text: str) -> str:
    """Return ``text`` with options (``--emergency``) that no line end breaks."""
    return _OPTION.sub("\u2060-\u2060-\u2060", text)


def button(text: str, role: str, on_click: Callable[[], None]) -> QPushButton:
    """Return a button; ``main`` is the one main action of a surface, ``quiet`` a way beside it."""
    made = Button(text)
    made.setProperty("role", role)
    made.setAutoDefault(False)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.clicked.connect(lambda _checked: on_click())
    return made


def show_checked(shown: QAbstractButton, *, on: bool) -> None:
    """Show that a button is on or off, telling nobody: what it tells is what a hand, or a screen reader, does."""
    group: QObject | None = shown.group()
    speakers = [shown, group] if group is not None else [shown]
    before = [each.blockSignals(True) for each in speakers]  # noqa: FBT003 - Qt's own words
    shown.setChecked(on)
    for each, was_silent in zip(speakers, before, strict=True):
        each.blockSignals(was_silent)


def restyle(part: QWidget, **properties: object) -> None:
    """Give ``part`` what the style sheet goes by (``role``, ``problem``), and have it look again where that is new."""
    if all(part.property(name) == value for name, value in properties.items()):
        return
    for name, value in properties.items():
        part.setProperty(name, value)
    part.style().unpolish(part)
    part.style().polish(part)


def is_enter(event: "QKeyEvent") -> bool:
    """Tell whether Enter was pressed, on either side of the keyboard; held down it counts once."""
    return event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat()


class Button(QPushButton):
    """Be a button that acts on Enter as on Space, in whatever window it stands."""

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Press it by Enter."""
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)


class Choice(QComboBox):
    """Be a combo box that draws its own arrow: the style sheet takes the usual one away."""

    _said: QLabel | None = None
    _has_rows = False

    def showPopup(self) -> None:
        """Give the list its rows before it is seen for the first time."""
        if not self._has_rows:
            from rideau.ui.choice_rows import ChoiceRows  # noqa: PLC0415 - most are never opened

            self.setItemDelegate(ChoiceRows(self))
            self._has_rows = True
        super().showPopup()

    def showEvent(self, event: "QShowEvent") -> None:
        """Lead a screen reader to the name: on Linux Qt tells it the chosen line instead, and the name by a label."""
        super().showEvent(event)
        if self._said is None:
            self._said = QLabel(self.parentWidget())
            self._said.hide()
            self._said.setBuddy(self)
        self._said.setText(self.accessibleName())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, then a chevron at its trailing edge."""
        super().paintEvent(event)
        paint_chevron(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the wheel scroll the page: a box under the pointer must not change by accident."""
        event.ignore()


class Tick(QCheckBox):
    """Be a check box that draws its own tick, for the same reason."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, then the tick when it is on."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        from PySide6.QtWidgets import QStyle, QStyleOptionButton  # noqa: PLC0415 - its names take 8 ms

        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = QRectF(self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.tokens().on_main), theme.scale() * 1.8))
        corners = ((0.26, 0.52), (0.44, 0.7), (0.76, 0.32))
        painter.drawPolyline([QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in corners])
        painter.end()


def announce(widget: QWidget, said: str) -> None:
    """Have a screen reader say what happened in ``widget``, once it has finished what it is saying."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415 - 4 ms of names

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, said))


def paint_chevron(field: QWidget) -> None:
    """Paint a chevron that points down at the trailing edge of ``field``."""
    painter = QPainter(field)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.tokens().second), theme.scale() * 1.8))
    half, inset = theme.units(4), theme.units(18)
    is_mirrored = field.layoutDirection() is Qt.LayoutDirection.RightToLeft
    middle = QPointF(inset if is_mirrored else field.width() - inset, field.height() / 2)
    painter.drawPolyline(
        [middle + QPointF(-half, -half / 2), middle + QPointF(0, half / 2), middle + QPointF(half, -half / 2)]
    )
    painter.end()


def spaced(layout: QLayout, *, margin: float = 0, spacing: float = 8) -> None:
    """Give ``layout`` its margins and spacing in units of the rhythm."""
    edge = theme.units(margin)
    layout.setContentsMargins(edge, edge, edge, edge)
    layout.setSpacing(theme.units(spacing))


def dress(window: QWidget) -> None:
    """Put the theme in force on ``window``; call again when the scheme changes."""
    window.setPalette(theme.palette())
    window.setStyleSheet(theme.style_sheet())


def app_icon() -> "QIcon":
    """Return the icon that Rideau's windows carry: the open shop, whatever the phase."""
    from rideau.ui.shutter_icon import shutter_icon  # noqa: PLC0415 - only when a window is built

    return shutter_icon(Phase.WORK)
