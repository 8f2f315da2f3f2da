# SPDX-License-Identifier: MIT
"""Which small parts is a card made of? Two buttons, the line of its stay, and the one that stops its picture.

They paint themselves: a style sheet would take longer to read than the whole card to draw.
"""

from PySide6.QtCore import QElapsedTimer, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from rideau.ui import theme
from rideau.ui.widgets import is_enter

HIGH, PILL_SIDE, QUIET_SIDE, RING = 36, 20, 12, 2
SMALL_BUTTON = 28
STEP_MS = 1000
"""How often the line of a card's stay grows shorter: once a second costs nothing, and draws no eye."""


def card_label(size: int, *, is_strong: bool = False, is_second: bool = False) -> QLabel:
    """Return a label that wraps, in one of the four sizes."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setFont(theme.font(size, is_strong=is_strong))
    made.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
    colours = theme.palette()
    now = theme.tokens()
    colours.setColor(colours.ColorRole.WindowText, QColor(now.second if is_second else now.ink))
    made.setPalette(colours)
    return made


class PlainButton(QAbstractButton):
    """Be a button that acts on Enter as on Space."""

    def __init__(self) -> None:
        """Point at it with a hand; Tab and a click lead to it."""
        super().__init__()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it by Enter."""
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)


class CardButton(PlainButton):
    """Be one of a card's two answers: a pill for the small thing to do, quiet text for leaving it."""

    def __init__(self, *, is_main: bool) -> None:
        """Have no words yet."""
        super().__init__()
        self._is_main = is_main
        self._side = PILL_SIDE if is_main else QUIET_SIDE
        self.setFont(theme.font(theme.BODY, is_strong=is_main))

    def say(self, text: str) -> None:
        """Wear ``text``; an ampersand is one."""
        self.setText(text)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """Return what its words need on one line."""
        wide = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(wide + 2 * theme.units(self._side) + 2, theme.units(HIGH))

    def high_at(self, width: int) -> int:
        """Return how high it is at ``width``: words too long for one line take more."""
        room = max(width - 2 * theme.units(self._side), 1)
        rule = Qt.TextFlag.TextWordWrap
        words = QFontMetrics(self.font()).boundingRect(0, 0, room, 10_000, rule, self.text()).height()
        return max(theme.units(HIGH), words + theme.units(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill or the quiet ground, the ring of the keyboard, the words."""
        del event
        now, painter = theme.tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = theme.scale() * RING
        ground = QRectF(self.rect()).adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2)
        round_end = min(ground.height(), theme.units(HIGH)) / 2
        painter.setPen(QPen(QColor(now.main_ring), ring) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(self._ground(now))
        painter.drawRoundedRect(ground, round_end, round_end)
        painter.setPen(QColor(now.on_bar if self._is_main else now.second))
        side = theme.units(self._side)
        words = self.rect().adjusted(side, 0, -side, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.text())
        painter.end()

    def _ground(self, now: theme.Tokens) -> QColor:
        is_lit = self.underMouse() or self.isDown()
        if self._is_main:
            return QColor(now.bar).darker(112) if is_lit else QColor(now.bar)
        return QColor(now.hover) if is_lit else QColor(Qt.GlobalColor.transparent)


class StillButton(PlainButton):
    """Stop the picture, or let it move on: two bars or a triangle on a small disc."""

    def __init__(self) -> None:
        """Belong to a picture that moves."""
        super().__init__()
        self._moves = True
        self._is_seen = False
        self.resize(theme.units(SMALL_BUTTON), theme.units(SMALL_BUTTON))

    def show_seen(self, *, is_seen: bool) -> None:
        """Be painted, or only be there."""
        if is_seen != self._is_seen:
            self._is_seen = is_seen
            self.update()

    def show_moving(self, *, moves: bool) -> None:
        """Offer to stop what moves, to move what stands still."""
        if moves != self._moves:
            self._moves = moves
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the disc and its sign."""
        del event
        if not self._is_seen:
            return
        now, painter = theme.tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = theme.scale() * RING
        painter.setPen(QPen(QColor(now.main_ring), ring) if self.hasFocus() else Qt.PenStyle.NoPen)
        disc = QColor(now.surface)
        disc.setAlphaF(1.0 if self.underMouse() or self.hasFocus() else 0.8)
        painter.setBrush(disc)
        painter.drawEllipse(QRectF(self.rect()).adjusted(ring, ring, -ring, -ring))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.ink))
        middle, unit = QRectF(self.rect()).center(), theme.scale()
        if self._moves:
            for x in (-3.5, 1.0):
                painter.drawRoundedRect(
                    QRectF(middle.x() + x * unit, middle.y() - 4 * unit, 2.5 * unit, 8 * unit), 1, 1
                )
        else:
            corners = ((-2.5, -4.5), (4.5, 0), (-2.5, 4.5))
            painter.drawPolygon([middle + QPointF(x * unit, y * unit) for x, y in corners])
        painter.end()


class StayLine(QWidget):
    """Be the line of how long a card stays; it grows shorter by a little each second, and can be held."""

    ended = Signal()

    def __init__(self) -> None:
        """Stay for ever."""
        super().__init__()
        self._whole_ms = self._left_ms = 0
        self._run = QElapsedTimer()
        self._is_held = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # nothing behind it is painted with each step
        self._end = QTimer(self, singleShot=True)
        self._end.timeout.connect(self._over)
        self._step = QTimer(self, interval=STEP_MS)
        self._step.timeout.connect(self.update)
        self.hide()

    def begin(self, seconds: int) -> None:
        """Stay for ``seconds``; for none, until somebody closes the card."""
        self._whole_ms = self._left_ms = seconds * 1000
        self.setVisible(seconds > 0)
        self._go_on()

    def hold(self, *, is_held: bool) -> None:
        """Let no time pass while somebody is at the card."""
        if is_held is self._is_held:
            return
        if is_held:
            self._left_ms = self.left_ms
        self._is_held = is_held
        self._go_on()

    def stop(self) -> None:
        """Count no more, and show nothing."""
        self._whole_ms = 0
        self._go_on()
        self.hide()

    @property
    def left_ms(self) -> int:
        """Return how much is left."""
        runs = self._end.isActive()
        return max(self._left_ms - (self._run.elapsed() if runs else 0), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is left on the whole line."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        line, half = QRectF(self.rect()), self.height() / 2
        painter.fillRect(line, QColor(theme.tokens().surface))
        painter.setBrush(QColor(theme.tokens().line))
        painter.drawRoundedRect(line, half, half)
        if self._whole_ms > 0:
            left = QRectF(line)
            left.setWidth(max(line.width() * self.left_ms / self._whole_ms, line.height()))
            if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
                left.moveRight(line.right())
            painter.setBrush(QColor(theme.tokens().bar))
            painter.drawRoundedRect(left, half, half)
        painter.end()

    def _go_on(self) -> None:
        is_running = self._whole_ms > 0 and not self._is_held
        if not is_running:
            self._end.stop()
            self._step.stop()
            return
        self._run.start()
        self._end.start(self._left_ms)
        self._step.start()

    def _over(self) -> None:
        self._left_ms = 0
        self._step.stop()
        self.ended.emit()
