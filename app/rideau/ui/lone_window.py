# SPDX-License-Identifier: MIT
"""What is a small window of its own? One calm column under the shop's shutter, with its one main action at the foot."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QColor, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rideau.domain.error import RideauError
from rideau.ui import theme
from rideau.ui.assistant.shutter_head import ShutterHead
from rideau.ui.kit import scrolling
from rideau.ui.tab_order import read_in_order
from rideau.ui.widgets import announce, app_icon, dress, label, spaced
from rideau.wording.words import Words

WIDTH = 460
MARGIN = 24
ROOM = 64
"""How much of the screen's height it leaves free, in units of the rhythm: for panels and its own frame."""


class _Column(QWidget):
    """Be what scrolls."""

    def minimumSizeHint(self) -> QSize:
        """Ask for no height: Qt takes that of wrapped labels at their narrowest."""
        return QSize(super().minimumSizeHint().width(), 0)


class _Foot(QWidget):
    """Be what stands below ``scroller``, with a thin line between them where more is to come."""

    def __init__(self, scroller: QScrollArea) -> None:
        super().__init__()
        self._bar = scroller.verticalScrollBar()
        self._bar.rangeChanged.connect(lambda _least, _most: self.update())
        self._bar.valueChanged.connect(lambda _value: self.update())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        super().paintEvent(event)
        if self._bar.value() < self._bar.maximum():
            painter = QPainter(self)
            painter.fillRect(0, 0, self.width(), max(theme.units(1), 1), QColor(theme.tokens().line))
            painter.end()


class LoneWindow(QWidget):
    """Hold ``body``, which scrolls where the screen is low, and ``foot``. Not modal; Escape closes it."""

    def __init__(self, title: str, words: Words) -> None:
        """Build an empty one; a subclass fills it, then calls ``be_ready``."""
        super().__init__()
        self._words = words
        self.setObjectName("surface")
        self.setWindowTitle(title)
        self.setWindowIcon(app_icon())
        self._from = self._to = 0
        self._is_fitted = False
        whole = QVBoxLayout(self)
        spaced(whole, spacing=0)
        self.head = ShutterHead()
        self.head.be_low(is_low=True)
        whole.addWidget(self.head)
        self._inner = _Column()
        self.body = QVBoxLayout(self._inner)
        spaced(self.body, margin=MARGIN, spacing=8)
        self._scroller = scrolling(self._inner)
        whole.addWidget(self._scroller, 1)
        whole.addWidget(self._foot())
        self.title = label(title, "title")
        self.body.addWidget(self.title)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)  # noqa: S101 - windows without an application: a mistake of ours
        application.paletteChanged.connect(self.dress)

    def be_ready(self, shutter_from: int, shutter_to: int) -> None:
        """Be as large as what is in it; the shutter moves between two of its looks once it is seen."""
        self._from, self._to = shutter_from, shutter_to
        self.head.is_motion_reduced, is_reduced = True, self.head.is_motion_reduced
        self.head.come_down(shutter_from)
        self.head.is_motion_reduced = is_reduced
        self.dress()
        read_in_order(self)
        self.fit()

    def set_motion_reduced(self, *, is_reduced: bool) -> None:
        """Take note whether the person wants things to move."""
        self.head.is_motion_reduced = is_reduced

    def dress(self) -> None:
        """Wear the theme in force, now and whenever the desktop changes it."""
        dress(self)

    def fit(self) -> None:
        """Take the height of what is in it, as far as the screen has it."""
        free = self.screen().availableGeometry()
        room = free.height() - theme.units(ROOM)
        width = min(theme.units(WIDTH), free.width())
        self.setMinimumWidth(min(width, theme.units(360)))
        self.body.activate()
        wanted = self.head.height() + self._wanted(width) + self._foot_widget.sizeHint().height()
        never, wherever_needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self._scroller.setVerticalScrollBarPolicy(never)  # one that stands makes lines shorter, and so stays needed
        self.resize(QSize(width, min(wanted, room)))
        self._scroller.setVerticalScrollBarPolicy(wherever_needed)

    def showEvent(self, event: QShowEvent) -> None:
        """Move the shutter once it is seen."""
        super().showEvent(event)
        if not self._is_fitted:
            self._is_fitted = True
            self.fit()
        QTimer.singleShot(0, self, lambda: self.head.come_down(self._to))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what was typed, then close."""
        self.keep()
        super().closeEvent(event)

    def keep(self) -> None:
        """Keep what was typed; a subclass that has fields does."""

    def say_trouble(self, error: RideauError | None) -> None:
        """Say above the foot what could not be done; None once it could."""
        said = self._words.error(error) if error is not None else ""
        self.trouble.setText(said)
        self.trouble.setVisible(bool(said))
        if said:
            announce(self.trouble, said)

    def tried(self, change: Callable[[], object]) -> bool:
        """Tell whether ``change`` could be done; where not, why is said."""
        try:
            change()
        except RideauError as error:
            self.say_trouble(error)
            return False
        self.say_trouble(None)
        return True

    def leave(self) -> None:
        """Close, as a button asks."""
        self.close()

    def _wanted(self, width: int) -> int:
        height = self._inner.heightForWidth(width)
        return height if height > 0 else self._inner.sizeHint().height()

    def _foot(self) -> QWidget:
        made = self._foot_widget = _Foot(self._scroller)
        column = QVBoxLayout(made)
        spaced(column, spacing=8)
        column.setContentsMargins(*(theme.units(each) for each in (MARGIN, 12, MARGIN, 16)))
        self.foot_notes = QVBoxLayout()
        spaced(self.foot_notes, spacing=4)
        self.trouble = label("", "notice")
        self.trouble.hide()
        self.foot_notes.addWidget(self.trouble)
        column.addLayout(self.foot_notes)
        self.foot = QHBoxLayout()
        spaced(self.foot, spacing=8)
        column.addLayout(self.foot)
        return made
