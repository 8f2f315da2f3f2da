# SPDX-License-Identifier: MIT
"""How does a card come, stay and go? It slides in at the edge of the screen in use, and nobody loses the keyboard."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import (
    QCloseEvent,
    QCursor,
    QEnterEvent,
    QGuiApplication,
    QKeyEvent,
    QPainterPath,
    QRegion,
    QScreen,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from rideau.domain.tip import Gesture, Outcome
from rideau.ports.card import Card
from rideau.ui import theme
from rideau.ui.card.card_place import Box, Place, Spot, place, way_into
from rideau.ui.card.card_sheet import CardSheet
from rideau.ui.card.picture_area import CORNER
from rideau.ui.widgets import announce

if TYPE_CHECKING:
    from rideau.ui.card.gestures import GestureView
    from rideau.wording.words import Words

IN_MS, OUT_MS = 260, 180
GAP = 24
DONE_MS = 1200
"""How long a gesture that was done to its end is left on the screen."""
LISTENED_MS = 700
"""What listens to the screen hears of a process only after it began."""
SLIVER = 8
NO = "no"


class CardHouse(NamedTuple):
    """Hold what a card needs to know of where it is shown."""

    words: "Callable[[], Words]"
    """Asked once the card is seen: they take time to load."""
    is_composited: bool = True
    is_motion_reduced: bool = False
    is_unmanaged: bool = False
    in_use: Callable[[], tuple[int, int] | None] = lambda: None
    """A point of the window in use, in the screen's own pixels."""
    keep_hits_to: Callable[[int, QRect], bool] = lambda _window, _part: False
    """Let what is outside a part of a window, in pixels, be clicked through; False where nothing can."""


class CardTold(NamedTuple):
    """Hold who is told of what happens."""

    seen: Callable[[], None]
    ended: Callable[[Outcome, str], None]
    """How it ended; it may still be on its way out."""
    gone: Callable[[], None]


class CardWindow(QWidget):
    """Show one card, once."""

    def __init__(self, card: Card, house: CardHouse, told: CardTold) -> None:
        """Build it; nothing is seen before ``come``."""
        super().__init__(None, _flags(card, house))
        self._card, self._house, self._told = card, house, told
        self._is_over = self._is_seen = False
        self._words: Words | None = None
        self._place: Place | None = None
        self._way = 0
        self._has_hits = False
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not card.is_asked_for)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, house.is_composited)
        self.setWindowTitle("Rideau")
        self.setAccessibleName(card.sentence)
        self.setAccessibleDescription(" ".join(each for each in (card.body, card.note) if each))
        self.setPalette(theme.palette())
        self.sheet = CardSheet(card, is_composited=house.is_composited, is_motion_reduced=house.is_motion_reduced)
        self.sheet.setParent(self)
        self.sheet.on_painted = self._painted
        self.sheet.yes.clicked.connect(self._accepted)
        self.sheet.no.clicked.connect(lambda: self._end(Outcome.DISMISSED, NO))
        self.sheet.line.ended.connect(lambda: self._end(Outcome.EXPIRED))
        self._motion = QVariantAnimation(self)
        self._motion.valueChanged.connect(self._moved)
        self._motion.finished.connect(self._arrived)

    # --- coming and going ------------------------------------------------------------------------------------------

    def come(self) -> None:
        """Slide in, on the screen in use, where the pointer is not."""
        screen = self._screen()
        self._stand_on(screen)
        if self._house.is_motion_reduced:
            self._way = 0
        self._move_sheet(0.0 if not self._house.is_motion_reduced else 1.0)
        self.setScreen(screen)
        self.winId()
        self._cut_hits()
        if self._house.is_motion_reduced and self._house.is_composited:
            self.setWindowOpacity(0.0)
        self.show()
        if self._card.is_asked_for:
            self.take_keyboard()
        self._go(IN_MS, 0.0, 1.0, QEasingCurve.Type.OutCubic)
        self.sheet.picture.begin()
        self.sheet.line.begin(self._card.seconds)
        self._watch_screens()

    def settle(self) -> None:
        """Be where it is going, with all its names, at once."""
        self._motion.stop()
        self._moved(1.0)
        self._name_parts()

    def withdraw(self) -> None:
        """Be off the screen at once; nobody is told how it ended."""
        self._is_over = True
        self.hide()
        self._stop()
        self._told.gone()

    def close_softly(self) -> None:
        """Leave as if its time were over; nobody is told how it ended."""
        if not self._is_over:
            self._is_over = True
            self._leave()

    def take_keyboard(self) -> None:
        """Be given the keyboard: somebody asked for this card, or clicked into its line."""
        handle = self.windowHandle()
        if handle is not None:
            handle.setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, on=False)
        self.raise_()
        self.activateWindow()

    # --- answers ---------------------------------------------------------------------------------------------------

    def _accepted(self) -> None:
        if self._is_over:
            return
        view = self._gesture_view()
        if view is None:
            self._end(Outcome.FOLLOWED)
            return
        self._line = ""
        view.finished.connect(self._done)
        view.left.connect(lambda: self._end(Outcome.FOLLOWED))
        self.sheet.show_gesture(view)
        if self._card.gesture is Gesture.WRITE:
            for each in (*view.findChildren(QLineEdit), *view.findChildren(QPlainTextEdit)):
                each.installEventFilter(self)
        view.begin()

    def _gesture_view(self) -> "GestureView | None":
        if self._card.gesture is Gesture.NONE:
            return None
        from rideau.ui.card.gestures import gesture_view  # noqa: PLC0415 - the card is seen first

        words = self._spoken()
        reduced = self._house.is_motion_reduced
        return gesture_view(self._card.gesture, self._card.picture, words, is_motion_reduced=reduced)

    def _done(self, line: str) -> None:
        """Leave what was done to its end on the screen for a moment."""
        if not self._is_over:
            self._is_over = True
            self._told.ended(Outcome.FOLLOWED, line)
            QTimer.singleShot(DONE_MS, self, self._leave)

    def _end(self, outcome: Outcome, line: str = "") -> None:
        if not self._is_over:
            self._is_over = True
            self._told.ended(outcome, line)
            self._leave()

    def _leave(self) -> None:
        self._stop()
        self._go(OUT_MS, 1.0, 0.0, QEasingCurve.Type.InCubic)

    def _stop(self) -> None:
        self._motion.stop()
        self.sheet.picture.stand()
        self.sheet.line.stop()
        if self.sheet.gesture is not None:
            self.sheet.gesture.hide()

    # --- where -----------------------------------------------------------------------------------------------------

    def _screen(self) -> QScreen:
        """Return the screen of the window in use, else the one where the pointer is."""
        spot = self._house.in_use()
        screens = QGuiApplication.screens()
        found = next((each for each in screens if spot is not None and _native(each).contains(QPoint(*spot))), None)
        return found or QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()

    def _stand_on(self, screen: QScreen) -> None:
        free = screen.availableGeometry()
        gap = _gap(free)
        size = self.sheet.fit(QSize(free.width() - 2 * gap, free.height() - 2 * gap))
        pointer = QCursor.pos()
        spot = Spot(pointer.x(), pointer.y()) if screen.geometry().contains(pointer) else None
        room = Box(free.x(), free.y(), free.width(), free.height())
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self._place = place(room, (size.width(), size.height()), spot, gap, is_right_to_left=is_mirrored)
        card, edge = self._place.card, self.sheet.edge
        left = room.left if self._place.is_left else card.left - edge
        right = card.right + edge if self._place.is_left else room.right
        self._corner = QPoint(left, card.top - edge)
        self.setGeometry(left, card.top - edge, right - left, card.height + 2 * edge)
        self.setFixedSize(self.size())
        self._home = card.left - edge - left
        self._way = self.width() - self._home - SLIVER if not self._place.is_left else self._home + edge - self.width()
        if self._place.is_left:
            self._way = -(self._home + self.sheet.width() - SLIVER)

    _home = 0

    def _watch_screens(self) -> None:
        """Be seen, too, once a screen is unplugged, or shows less than before."""
        soon = QTimer(self, singleShot=True, interval=0)
        soon.timeout.connect(self._stay_seen)
        QGuiApplication.instance().screenRemoved.connect(soon.start)  # type: ignore[union-attr] # there is one
        for each in QGuiApplication.screens():
            each.availableGeometryChanged.connect(soon.start)

    def _stay_seen(self) -> None:
        if self._place is None:
            return
        card = self._place.card
        screen = QGuiApplication.screenAt(QRect(*card).center()) or self._screen()
        free = screen.availableGeometry()
        gap = _gap(free)
        room = free.adjusted(gap, gap, -gap, -gap)
        by = way_into(Box(room.x(), room.y(), room.width(), room.height()), card)
        self._place = self._place._replace(card=card._replace(left=card.left + by.x, top=card.top + by.y))
        self._corner += QPoint(by.x, by.y)
        self.move(self._corner)

    # --- motion ----------------------------------------------------------------------------------------------------

    def _go(self, length_ms: int, start: float, end: float, easing: QEasingCurve.Type) -> None:
        if self._house.is_motion_reduced and not self._house.is_composited:
            self._moved(end)
            QTimer.singleShot(0, self, self._arrived)
            return
        self._motion.stop()
        self._motion.setDuration(length_ms)
        self._motion.setStartValue(start)
        self._motion.setEndValue(end)
        self._motion.setEasingCurve(easing)
        self._motion.start()

    def _moved(self, share: object) -> None:
        part = float(share) if isinstance(share, float) else 0.0
        if self._house.is_motion_reduced:
            self.setWindowOpacity(part)
        else:
            self._move_sheet(part)

    def _move_sheet(self, part: float) -> None:
        self.sheet.move(self._home + round((1 - part) * self._way), 0)
        if not self._house.is_composited or (part >= 1 and not self._has_hits):
            self.setMask(self._outline())

    def _outline(self) -> QRegion:
        """Return what is seen of the card: there is no soft edge without a compositor."""
        card = self.sheet.card.translated(self.sheet.pos())
        if self._house.is_composited:
            return QRegion(card)
        corner = theme.units(CORNER)
        rounded = QPainterPath()
        rounded.addRoundedRect(QRectF(card), corner, corner)
        return QRegion(rounded.toFillPolygon().toPolygon()).intersected(self.rect())

    def _cut_hits(self) -> None:
        """Let a click beside the card reach what is there."""
        if not self._house.is_composited:
            return
        card = self.sheet.card.translated(self._home, 0)
        ratio = self.devicePixelRatioF()
        pixels = QRect(*(round(each * ratio) for each in (card.x(), card.y(), card.width(), card.height())))
        self._has_hits = self._house.keep_hits_to(int(self.winId()), pixels)

    def _arrived(self) -> None:
        if self._is_over:
            self.hide()
            self._told.gone()

    # --- Qt ----------------------------------------------------------------------------------------------------------

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the pointer is here."""
        self._hold()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Go on counting."""
        self._hold()
        super().leaveEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Stay while the keyboard is here."""
        if event.type() == QEvent.Type.ActivationChange:
            self._hold()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put it away with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._end(Outcome.FOLLOWED if self.sheet.gesture else Outcome.DISMISSED)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take a window manager's close for Escape."""
        self._end(Outcome.FOLLOWED if self.sheet.gesture else Outcome.DISMISSED)
        event.ignore()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keyboard once somebody clicks into the line to be written, and not before."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self.take_keyboard()
        return super().eventFilter(watched, event)

    def _hold(self) -> None:
        self.sheet.line.hold(is_held=self.underMouse() or self.isActiveWindow())

    def _painted(self) -> None:
        if not self._is_seen:
            self._is_seen = True
            QTimer.singleShot(0, self, self._told.seen)
            QTimer.singleShot(IN_MS + 50, self, self._name_parts)
            QTimer.singleShot(LISTENED_MS, self, self._say)

    def _name_parts(self) -> None:
        words = self._spoken()
        self.sheet.picture.name_button(words.text("Stop the picture"), words.text("Let the picture move"))
        if self._card.is_asked_for and not self._is_over and not self.sheet.gesture:
            self.sheet.yes.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def _say(self) -> None:
        """Tell who listens to the screen, once they have finished what they hear."""
        if not self._is_over:
            announce(self, f"{self.accessibleName()} {self.accessibleDescription()}".strip())

    def _spoken(self) -> "Words":
        if self._words is None:
            self._words = self._house.words()
        return self._words


def _flags(card: Card, house: CardHouse) -> Qt.WindowType:
    kind = Qt.WindowType.Tool
    if house.is_unmanaged and not card.is_asked_for:
        kind = Qt.WindowType.ToolTip | Qt.WindowType.X11BypassWindowManagerHint
    found = kind | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
    found |= Qt.WindowType.NoDropShadowWindowHint
    return found if card.is_asked_for else found | Qt.WindowType.WindowDoesNotAcceptFocus


def _gap(free: QRect) -> int:
    """Return how far a card is from the edges of what is free."""
    return min(theme.units(GAP), free.width() // 12, free.height() // 12)


def _native(screen: QScreen) -> QRect:
    """Return the screen in the display's own pixels: Qt scales its size, not its place."""
    place, ratio = screen.geometry(), screen.devicePixelRatio()
    return QRect(place.x(), place.y(), round(place.width() * ratio), round(place.height() * ratio))
