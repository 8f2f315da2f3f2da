# SPDX-License-Identifier: MIT
"""How is a glass filled? While it is held, or Space is; a click pours a quarter. A slice of lemon once it is full."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from rideau.domain.tip import Kind, Picture
from rideau.ui import theme
from rideau.ui.card.gestures.view import FRAME_MS, GestureView, paint_near
from rideau.ui.card.pictures.easing import eased, mixed, wave
from rideau.ui.card.pictures.refreshment import glass, lemon
from rideau.ui.card.pictures.sheet import MovingPicture, Sheet
from rideau.ui.widgets import announce, is_enter
from rideau.wording.words import Words

POUR_S = 2.6
"""How long a whole glass takes."""
QUARTER = 0.25
SLACK = 1e-6
JOY_S = 0.9
STEP_MS = 400
EMPTY, FULL = 58.0, -46.0


class Glass(QAbstractButton):
    """Be the glass: a button that is held."""

    def __init__(self, kind: Kind) -> None:
        """Be empty."""
        super().__init__()
        self.level = 0.0
        self.joy = 0.0
        """How much of the lemon is there."""
        self.phase = 0.0
        self.is_pouring = False
        self._drawn = MovingPicture(kind, 4, 0, self._draw)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pour a quarter by Enter; Space is held by Qt."""
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the glass, and the ring of the keyboard."""
        del event
        painter = QPainter(self)
        paint_near(self, painter, self._drawn, 0)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.tokens().focus_ring), 2))
            radius = min(self.width(), self.height()) / 2 - 1
            painter.drawEllipse(QRectF(self.rect()).center(), radius, radius)
        painter.end()

    def _draw(self, sheet: Sheet, phase: float) -> None:
        del phase
        sheet.disc()
        if self.joy:
            sheet.glow(0, 0, 92 * self.joy)
            with sheet.at(34, mixed(-120, -62, self.joy), 30 * self.joy), sheet.faded(self.joy):
                lemon(sheet, 22)
        surface = mixed(EMPTY, FULL, self.level)
        if self.is_pouring:
            sheet.line((0, -150, 0, min(surface + 6, 60)), sheet.paints.water, 6)
        glass(sheet, surface, self.phase)
        if self.joy:
            with sheet.at(-12, surface + 4, 8 * wave(self.phase, 2)), sheet.faded(self.joy):
                sheet.leaf((0, 3), -60, 18 * self.joy, sheet.paints.leaf)
                sheet.leaf((0, 3), 58, 20 * self.joy, sheet.paints.leaf_soft)


class Fill(GestureView):
    """Fill the glass."""

    def __init__(self, words: Words, picture: Picture, *, is_motion_reduced: bool) -> None:
        """Stand with an empty glass."""
        super().__init__(words, picture, is_motion_reduced=is_motion_reduced)
        self.setAccessibleName(words.text("Fill a glass"))
        self._wanted = 0.0
        self._quarters = 0
        self._seen_s = self._full_s = 0.0
        self.glass = Glass(self.drawn.kind)
        self.glass.setAccessibleName(words.text("Glass of water"))
        self.glass.pressed.connect(self._pour)
        self.glass.clicked.connect(self._pour_a_quarter)
        self.told.setText(words.text("Hold to fill"))
        self.hint.setText(words.text("Hold the glass or Space; a click pours some."))
        self.stop_button = self.way_out(words.text("Stop"))
        self.lay_out(self.glass, self.stop_button)

    def started(self) -> None:
        """Wait for a hand: nothing runs before it."""
        self.glass.setFocus()
        self._value()

    def moment(self) -> None:
        """Pour, as long as it is held or a quarter is wanted; then rest."""
        now = self.elapsed_s
        step, self._seen_s = now - self._seen_s, now
        glass = self.glass
        if glass.level >= 1:
            self._enjoy(now)
        elif glass.isDown() or glass.level < self._wanted:
            most = 1.0 if glass.isDown() else self._wanted
            glass.level = min(most, glass.level + step / POUR_S, 1.0)
            glass.is_pouring = True
            self._full_s = now
        else:
            glass.is_pouring = False
            self.pause()
        if not self.is_motion_reduced:
            glass.phase = now / 2 % 1
        self._value()
        glass.update()

    def pause(self) -> None:
        """Rest until the next hand."""
        self._beat.stop()

    def _pour(self) -> None:
        if self.is_running and not self._beat.isActive():
            self._seen_s = self.elapsed_s
            self.beat(STEP_MS if self.is_motion_reduced else FRAME_MS)

    def _pour_a_quarter(self) -> None:
        self._wanted = min(max(self._wanted, self.glass.level) + QUARTER, 1.0)
        self._pour()

    def _enjoy(self, now: float) -> None:
        """Let a slice of lemon come onto the full glass."""
        self.glass.is_pouring = False
        self.stop_button.hide()
        self.hint.hide()
        self.say(self.words.text("To your health."))
        self.glass.joy = 1.0 if self.is_motion_reduced else eased((now - self._full_s) / JOY_S)
        if now - self._full_s >= JOY_S:
            self.end(self.told.text())

    def _value(self) -> None:
        """Say how full it is, to whoever asks; aloud at every quarter."""
        said = self.words.text("{part}% full", part=round(self.glass.level * 100))
        self.glass.setAccessibleDescription(said)
        quarters = int(self.glass.level / QUARTER + SLACK)
        if quarters > self._quarters:
            self._quarters = quarters
            announce(self.glass, said)
