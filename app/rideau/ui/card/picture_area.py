# SPDX-License-Identifier: MIT
"""How does a card's picture move? Thirty times a second for ten seconds; then it stands where it says most."""

from PySide6.QtCore import QElapsedTimer, QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QEnterEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from rideau.domain.tip import Picture
from rideau.ui import theme
from rideau.ui.card.card_parts import StillButton
from rideau.ui.card.pictures import picture
from rideau.ui.card.pictures.palette import picture_tokens

FRAME_MS = 33
MOVES_S = 10.0
"""How long it moves (gentleness, rule 20: 6 to 12 s)."""
CORNER = 22
INSET = 10
AT_ONCE = 5
"""How many frames are drawn together: one alone, a moment after the last, costs twice as much."""
MOST_KEPT_PIXELS = 12_000_000
"""How much of the first round is kept for the next ones: 48 MB, of a process that lives for seconds."""


class Stage(QWidget):
    """Be the part of a picture in which things move: opaque, so that nothing behind it is painted with each frame."""

    def __init__(self, area: "PictureArea") -> None:
        """Belong to ``area``."""
        super().__init__(area)
        self._area = area
        self._kept: dict[int, QPixmap] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint this part of the picture: as it was kept, else anew, and a few of the next frames with it."""
        del event
        frame = self._area.frame
        kept = self._kept.get(frame)
        if kept is None:
            kept = self._made(frame)
            self._keep(frame, kept)
            for number in range(frame + 1, frame + AT_ONCE) if self._area.is_moving else ():
                self._make_ready(number % self._area.frames)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, kept)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep nothing of another size."""
        self._kept.clear()
        super().resizeEvent(event)

    def _make_ready(self, frame: int) -> None:
        if frame not in self._kept and self._has_room:
            self._keep(frame, self._made(frame))

    def _keep(self, frame: int, made: QPixmap) -> None:
        if self._has_room:
            self._kept[frame] = made

    @property
    def _has_room(self) -> bool:
        pixels = self.width() * self.height() * self.devicePixelRatioF() ** 2
        return len(self._kept) * pixels < MOST_KEPT_PIXELS

    def _made(self, frame: int) -> QPixmap:
        ratio = self.devicePixelRatioF()
        made = QPixmap(self.size() * ratio)
        made.setDevicePixelRatio(ratio)
        painter = QPainter(made)
        self._area.paint(painter, QRectF(self._area.rect()).translated(-self.x(), -self.y()), frame)
        painter.end()
        return made


class PictureArea(QWidget):
    """Show one picture, rounded at its top; a small button stops it, or has it move once more."""

    def __init__(self, name: Picture, *, is_motion_reduced: bool) -> None:
        """Stand still at first."""
        super().__init__()
        self._drawn = picture(name)
        self._tokens = picture_tokens()
        self._is_motion_reduced = is_motion_reduced
        self._is_under = False
        self._is_covered = False
        self._begun_at = 0.0
        self._run = QElapsedTimer()
        self._frames = QTimer(self, interval=FRAME_MS, timerType=Qt.TimerType.PreciseTimer)
        self._frames.timeout.connect(self._frame)
        self._stage = Stage(self)
        self.still_button = StillButton()
        self.still_button.setParent(self)
        self.still_button.clicked.connect(self._turned)
        self.still_button.installEventFilter(self)
        self._show_button()

    @property
    def is_moving(self) -> bool:
        """Tell whether frames are drawn."""
        return self._frames.isActive()

    @property
    def frame(self) -> int:
        """Return the number of the frame that is due, in one round."""
        return int(self.phase * self._drawn.seconds * 1000 / FRAME_MS)

    @property
    def frames(self) -> int:
        """Return how many frames a round has."""
        return int(self._drawn.seconds * 1000 / FRAME_MS)

    @property
    def phase(self) -> float:
        """Return where in its loop the picture is."""
        if not self.is_moving:
            return self._begun_at
        return (self._begun_at + self._run.elapsed() / 1000 / self._drawn.seconds) % 1

    def begin(self) -> None:
        """Move so that it comes to rest, ten seconds from now, where it says most; or stand there at once."""
        self._begun_at = self._drawn.still
        if not self._is_motion_reduced:
            self._begun_at = (self._drawn.still - MOVES_S / self._drawn.seconds) % 1
            self._run.start()
            self._frames.start()
        self._shown()

    def stand(self) -> None:
        """Move no more."""
        self._begun_at = self.phase
        self._frames.stop()
        self._shown()

    def cover(self) -> None:
        """Be the quiet ground of something that stands before it."""
        self.stand()
        self._is_covered = True
        self._stage.hide()
        self._show_button()
        self.update()

    def name_button(self, stop: str, move: str) -> None:
        """Say what the small button does, in the person's words."""
        self._names = (stop, move)
        self._shown()

    _names = ("", "")

    # --- Qt ----------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Return the size that pictures are drawn for."""
        return QSize(theme.units(270), theme.units(280))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the small button to who points here."""
        self._is_under = True
        self._show_button()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Hide it again."""
        self._is_under = False
        self._show_button()
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Stop, or move once more, as the small button does: a click is as good anywhere on the picture."""
        if not self._is_covered and self.rect().contains(event.position().toPoint()):
            self.still_button.click()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep the click."""
        event.accept()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """See the small button while it has the keyboard."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self._show_button()
        del watched
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the small button in the trailing corner at the top."""
        super().resizeEvent(event)
        inset, button = theme.units(INSET), self.still_button
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        button.move(inset if is_mirrored else self.width() - inset - button.width(), inset)
        moving = self._drawn.moving(QRectF(self.rect())).toAlignedRect()
        self._stage.setGeometry(moving.intersected(self.rect().adjusted(0, theme.units(CORNER), 0, 0)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture as it is now; the corners only where they are touched."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        corner, place = theme.units(CORNER), QRectF(self.rect())
        if event.rect().top() < corner:
            rounded = QPainterPath()
            rounded.addRoundedRect(place.adjusted(0, 0, 0, corner * 2), corner, corner)
            painter.setClipPath(rounded)
        if self._is_covered:
            painter.fillRect(place, QColor(self._tokens.ground(self._drawn.kind).back))
        else:
            self.paint(painter, place, self.frame)
        painter.end()

    def paint(self, painter: QPainter, place: QRectF, frame: int) -> None:
        """Paint ``frame`` of the picture, as if it were at ``place``."""
        phase = (frame + 0.5) * FRAME_MS / 1000 / self._drawn.seconds
        self._drawn.paint(painter, place, phase, self._tokens)

    # --- inside ------------------------------------------------------------------------------------------------------

    def _frame(self) -> None:
        if self._run.elapsed() >= MOVES_S * 1000:
            self._begun_at = self._drawn.still
            self._frames.stop()
            self._shown()
        else:
            self._stage.update()

    def _turned(self) -> None:
        if self.is_moving:
            self.stand()
        else:
            self._run.start()
            self._frames.start()
            self._shown()

    def _shown(self) -> None:
        stop, move = self._names
        self.still_button.show_moving(moves=self.is_moving)
        self.still_button.setAccessibleName(stop if self.is_moving else move)
        self.update()

    def _show_button(self) -> None:
        """Show it to whoever is there; unseen it can be reached by Tab all the same."""
        is_seen = not self._is_covered and (self._is_under or self.still_button.hasFocus())
        self.still_button.show_seen(is_seen=is_seen)
        self.still_button.setFocusPolicy(Qt.FocusPolicy.NoFocus if self._is_covered else Qt.FocusPolicy.StrongFocus)
