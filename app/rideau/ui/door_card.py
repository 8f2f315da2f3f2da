# SPDX-License-Identifier: MIT
"""What kind of window stands at the door? A small card that comes by itself and takes no keyboard from anybody.

It is never given the focus when it comes (X11: user time 0, and no input hint until the shutter is down; Wayland has no
way to ask, so there keys that come within the first second answer nothing). After that it is a window like any other:
a click or Alt+Tab leads to it.
"""

from collections.abc import Callable, Iterable, Sequence
from enum import Enum

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QCursor,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from rideau.ui import theme
from rideau.ui.app_lines import LARGE_ICON, AppLines, picture
from rideau.ui.present_apps import AppLine
from rideau.ui.shop_front import FALL_MS
from rideau.ui.shutter_strip import CORNER, ShutterStrip
from rideau.ui.widgets import announce, app_icon, dress, label, spaced

WIDTH, MARGIN = 440, 28
SHADOW, DROP = 16, 4
DEAF_MS = 1000


class Place(Enum):
    """Name where on the pointer's screen a card stands."""

    MIDDLE = "middle"
    """A little below the middle: where the app would have been."""
    CORNER = "corner"
    """In the trailing corner at the bottom, out of the way of whoever saves their work."""


class DoorCard(QWidget):
    """Be the card: rounded, with the shutter at its top; subclasses fill ``body``."""

    place = Place.MIDDLE

    def __init__(self, *, is_composited: bool) -> None:
        """Build an empty card; without a compositor there is no soft shadow, and the corners are cut."""
        super().__init__(None, _flags())
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, is_composited)
        self._is_composited = is_composited
        self._is_deaf = True
        self._edge = theme.units(SHADOW) if is_composited else 0
        self.setWindowTitle("Rideau")
        self.setWindowIcon(app_icon())
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # it holds the keyboard at first; Tab leads to its buttons
        self.strip = ShutterStrip()
        self.title = label(role="title")
        self.lines = AppLines()
        self._pictured: AppLine | None = None
        self._picture_place = QVBoxLayout()
        whole = QVBoxLayout(self)
        spaced(whole, spacing=0)
        whole.setContentsMargins(self._edge, self._edge, self._edge, self._edge)
        whole.addWidget(self.strip)
        self.body = QVBoxLayout()
        spaced(self.body, spacing=10)
        side, foot = theme.units(MARGIN), theme.units(24)
        self.body.setContentsMargins(side, theme.units(14), side, foot)
        whole.addLayout(self.body)
        self._build_head()
        self.ways = QHBoxLayout()
        spaced(self.ways, spacing=16)
        self._hearing = QTimer(self, singleShot=True, interval=DEAF_MS)
        self._hearing.timeout.connect(self._hear)

    # --- coming and going ------------------------------------------------------------------------------------------

    def appear(self) -> None:
        """Come up without taking the keyboard, on the screen where the pointer is."""
        if self.isVisible():
            return
        self._is_deaf = True
        self._hearing.start()
        handle = self.windowHandle()
        if handle is not None:
            handle.setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, on=True)
        self.setFocus()  # the card itself: no button answers what was meant for another window
        self.fit()
        self.show()
        self.announce(f"{self.accessibleName()} {self.accessibleDescription()}".strip())

    def step_up(self) -> None:
        """Come up because the person asked for it: in front, with the keyboard."""
        self.appear()
        self._hear()
        self.raise_()
        self.activateWindow()

    def leave(self, then: Callable[[], None]) -> None:
        """Lift the shutter and go; ``then`` is called when it is gone."""
        if not self.isVisible() or self.strip.is_motion_reduced:
            self.hide()
            then()
            return
        self._is_deaf = True
        self.setFocus()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)  # no answer counts any more
        self.strip.lifted.connect(self.hide)
        self.strip.lifted.connect(then)
        self.strip.lift()

    def stand_back(self, *, is_back: bool, gives_way: bool = False) -> None:
        """Let other windows come in front, or none; ``gives_way`` goes behind those that are there already."""
        handle = self.windowHandle()
        if handle is not None:
            handle.setFlag(Qt.WindowType.WindowStaysOnTopHint, on=not is_back)
            if gives_way:
                handle.lower()

    def fit(self) -> None:
        """Take the size that the words need, and stay where it stands, wholly on its screen.

        Ways that do not fit beside each other stand below each other; where the screen is too low, what says least
        goes first.
        """
        room = self._room()
        width = min(theme.units(WIDTH) + 2 * self._edge, room.width())
        self._turn_ways(width - 2 * self._edge - 2 * theme.units(MARGIN))
        spare = list(self.spare())
        for each in spare:
            each.show()
        while (height := self._height(width)) > room.height() and spare:
            spare.pop(0).hide()
        size = QRect(0, 0, width, min(height, room.height()))
        self.setFixedSize(size.size())
        if self.place is Place.MIDDLE:
            size.moveCenter(room.center() + QPoint(0, room.height() // 8))
            size.moveRight(min(size.right(), max(room.right() - width, room.left() + width)))  # beside the corner
        elif self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            size.moveBottomLeft(room.bottomLeft())
        else:
            size.moveBottomRight(room.bottomRight())
        size.moveBottom(min(size.bottom(), room.bottom()))
        self.move(size.topLeft())

    def spare(self) -> Iterable[QWidget]:
        """Return what a card on a low screen does without, the first to go first."""
        return (self.strip,)

    def show_apps(self, apps: Sequence[AppLine], more: str) -> None:
        """Show the icon of the one app before the title, or a line for each of several."""
        is_one = len(apps) == 1 and not apps[0].note
        self._show_picture(apps[0] if is_one else None)
        self.lines.setVisible(not is_one)
        self.lines.show_lines(() if is_one else apps, more)

    def _show_picture(self, line: AppLine | None) -> None:
        if line == self._pictured:
            return
        self._pictured = line
        while (item := self._picture_place.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if line is not None:
            shown = picture(line, LARGE_ICON, self.devicePixelRatioF())
            self._picture_place.addWidget(shown, alignment=Qt.AlignmentFlag.AlignTop)

    def dress(self) -> None:
        """Wear the theme in force."""
        dress(self)

    def announce(self, text: str) -> None:
        """Tell ``text`` to whoever listens to the screen, without interrupting."""
        announce(self, text)

    # --- answers ---------------------------------------------------------------------------------------------------

    def put_away(self) -> None:
        """Do what Escape does here."""
        self.hide()

    def first_button(self) -> QAbstractButton | None:
        """Return what has the keyboard first, once somebody comes to this window."""
        return None

    # --- Qt ----------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Give the keyboard to the main button once somebody comes here on purpose."""
        if event.type() == QEvent.Type.WindowActivate and not self._is_deaf and self._has_no_keyboard():
            first = self.first_button()
            if first is not None:
                first.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Come to the front for whoever clicks."""
        self._hear()
        self.activateWindow()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put away with Escape, press the focused button with Enter; nothing in the first second."""
        focused = self.focusWidget()
        if self._is_deaf:
            event.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.put_away()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(focused, QAbstractButton):
            focused.animateClick()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the corners where nothing shines through."""
        super().resizeEvent(event)
        if not self._is_composited:
            corner = theme.units(CORNER)
            outline = QPainterPath()
            outline.addRoundedRect(QRectF(self.rect()), corner, corner)
            self.setMask(QRegion(outline.toFillPolygon().toPolygon()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card and its one soft shadow."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        card, corner = (
            QRectF(self.rect()).adjusted(self._edge, self._edge, -self._edge, -self._edge),
            theme.units(CORNER),
        )
        if self._is_composited:
            self._paint_shadow(painter, card, corner)
        painter.setBrush(QColor(theme.tokens().surface))
        painter.setPen(QPen(QColor(theme.tokens().line), 1))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
        painter.end()

    def _build_head(self) -> None:
        head = QHBoxLayout()
        spaced(head, spacing=14)
        head.addLayout(self._picture_place)
        head.addWidget(self.title, 1)
        self.body.addLayout(head)

    def _turn_ways(self, room: int) -> None:
        hints = [each.sizeHint().width() for each in self.ways_shown()]
        is_wide = sum(hints) + self.ways.spacing() * max(len(hints) - 1, 0) > room
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self.ways.setDirection(below if is_wide else beside)

    def ways_shown(self) -> list[QWidget]:
        """Return the buttons that are there to be pressed."""
        places = [self.ways.itemAt(index) for index in range(self.ways.count())]
        widgets = [place.widget() for place in places if place is not None]
        return [each for each in widgets if each is not None and not each.isHidden()]

    def _height(self, width: int) -> int:
        layout = self.layout()
        assert layout is not None  # noqa: S101 - the constructor sets one
        layout.invalidate()
        layout.activate()
        return layout.totalHeightForWidth(width)

    # --- inside ------------------------------------------------------------------------------------------------------

    def _paint_shadow(self, painter: QPainter, card: QRectF, corner: float) -> None:
        drop = theme.units(DROP)
        reach = self._edge - drop
        for step in range(reach, 0, -1):
            painter.setBrush(QColor(0, 0, 0, round(2 + 7 * (1 - step / reach) ** 2)))
            grown = card.adjusted(-step, -step + drop, step, step + drop)
            painter.drawRoundedRect(grown, corner + step, corner + step)

    def _room(self) -> QRect:
        """Return the free part of the screen on which this window is, or is to be: where the pointer is."""
        if self.isVisible():
            screen = self.screen()
        else:
            screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        gap = theme.units(SHADOW) - self._edge
        return screen.availableGeometry().adjusted(gap, gap, -gap, -gap)

    def _has_no_keyboard(self) -> bool:
        return self.focusWidget() in {None, self}

    def _hear(self) -> None:
        """Be a window like any other from now on: it can be reached, and its keys answer."""
        self._hearing.stop()
        self._is_deaf = False
        handle = self.windowHandle()
        if handle is not None:
            handle.setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, on=False)


def _flags() -> Qt.WindowType:
    kinds = Qt.WindowType
    return kinds.Dialog | kinds.FramelessWindowHint | kinds.WindowStaysOnTopHint | kinds.WindowDoesNotAcceptFocus


assert DEAF_MS >= FALL_MS  # noqa: S101 - the window can be reached once the shutter is down
