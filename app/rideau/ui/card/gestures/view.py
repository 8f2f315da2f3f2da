# SPDX-License-Identifier: MIT
"""What do all gestures share? A small scene, a line that says what to do, a way out, and time while it runs."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from rideau.domain.tip import Picture
from rideau.ui import theme
from rideau.ui.card.pictures import picture as picture_of
from rideau.ui.card.pictures.palette import picture_tokens
from rideau.ui.card.pictures.sheet import HEIGHT, SINK, WIDTH, MovingPicture
from rideau.ui.widgets import announce, button, label, spaced
from rideau.wording.words import Words

FRAME_MS = 33
WORDS_MS = 250
SECONDS = 20.0
"""How long what goes on by itself takes."""
NEAR = 196
"""How much of a picture is shown close up: its disc."""


class GestureView(QWidget):
    """Be one small thing to do, in front of the card's quiet ground."""

    finished = Signal(str)
    """It was done to its end; with the line that was written, where there is one."""
    left = Signal()
    """The person stopped half-way: that is as good."""

    def __init__(self, words: Words, picture: Picture, *, is_motion_reduced: bool) -> None:
        """Stand ready; nothing moves before ``begin``."""
        super().__init__()
        self.words = words
        self.is_motion_reduced = is_motion_reduced
        self.drawn = picture_of(picture)
        self._is_running = False
        self._run = QElapsedTimer()
        self._beat = QTimer(self)
        self._beat.timeout.connect(self._beaten)
        self.told = label(role="sentence")
        self.hint = label(role="small")
        for each in (self.told, self.hint):
            each.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        _keep_room(self.hint)
        self.body = QVBoxLayout(self)
        spaced(self.body, margin=12, spacing=4)
        self.setStyleSheet(theme.style_sheet())

    def begin(self) -> None:
        """Start; the keyboard comes to the first control, and a screen reader hears what it is."""
        self._is_running = True
        self._run.start()
        announce(self, f"{self.accessibleName()}. {self.hint.text()}")
        self.started()

    def stop(self) -> None:
        """Stop at once, telling nobody."""
        self._is_running = False
        self._beat.stop()

    def leave(self) -> None:
        """Stop half-way, because the person wants to."""
        if self._is_running:
            self.stop()
            self.left.emit()

    @property
    def is_running(self) -> bool:
        """Tell whether it has begun and not ended."""
        return self._is_running

    @property
    def elapsed_s(self) -> float:
        """Return how long it runs."""
        return self._run.elapsed() / 1000

    # --- for each gesture --------------------------------------------------------------------------------------------

    def started(self) -> None:
        """Do what the beginning asks for."""

    def moment(self) -> None:
        """Show what is so now; called at each beat."""

    def beat(self, every_ms: int) -> None:
        """Have ``moment`` called again and again, until it stops."""
        self._beat.start(every_ms)

    def say(self, text: str) -> None:
        """Show ``text`` as what to do now, and have it read aloud, politely, if it is new."""
        if text != self.told.text():
            self.told.setMinimumHeight(self.told.height())  # a shorter word must not make the scene jump
            self.told.setText(text)
            announce(self, text)

    def end(self, text: str, line: str = "") -> None:
        """Stop with ``text`` as the last word, and tell that it is done."""
        self.stop()
        for each in (self.hint, *self.findChildren(QPushButton)):
            each.hide()
        self.say(text)
        self.finished.emit(line)

    def lay_out(self, scene: QWidget, way: QPushButton, apart: int = 0) -> None:
        """Put the scene above what there is to do, and the way on below, so many units ``apart``."""
        self.body.addWidget(scene, 1)
        for each in (self.told, self.hint):
            self.body.addWidget(each)
        if apart:
            self.body.addSpacing(theme.units(apart))
        self.body.addWidget(way, 0, Qt.AlignmentFlag.AlignHCenter)

    def way_out(self, text: str) -> QPushButton:
        """Return the quiet button that stops it."""
        return self.way(text, "quiet", self.leave)

    def way(self, text: str, role: str, on_click: Callable[[], None]) -> QPushButton:
        """Return a button that keeps its room when it goes, at the end."""
        made = button(text, role, on_click)
        _keep_room(made)
        return made

    # --- Qt ----------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Run no time that nobody sees."""
        self.stop()
        super().hideEvent(event)

    def _beaten(self) -> None:
        self.moment()


class TimedView(GestureView):
    """Be a gesture that takes so many seconds by itself, with a way to stop it; a subclass gives ``part`` its look."""

    def __init__(self, words: Words, picture: Picture, *, is_motion_reduced: bool, seconds: float = SECONDS) -> None:
        """Take ``seconds`` for it all."""
        super().__init__(words, picture, is_motion_reduced=is_motion_reduced)
        self._seconds = seconds
        self.stop_button = self.way_out(words.text("Stop"))

    @property
    def part(self) -> float:
        """Return how much of it is over, 0 to 1 and more."""
        return self.elapsed_s / self._seconds

    def started(self) -> None:
        """Go on by itself; without motion only its words change."""
        self.stop_button.setFocus()
        self.beat(WORDS_MS if self.is_motion_reduced else FRAME_MS)


class Scene(QWidget):
    """Paint a picture close up: its disc as large as there is room."""

    def __init__(self, drawn: MovingPicture) -> None:
        """Show the moment that says most."""
        super().__init__()
        self.drawn = drawn
        self.phase = drawn.still
        self.nearness = 1.0
        """How large the disc is, of its usual size."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_phase(self, phase: float) -> None:
        """Show another moment."""
        self.phase = phase
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        del event
        painter = QPainter(self)
        paint_near(self, painter, self.drawn, self.phase, self.nearness)
        painter.end()


def paint_near(part: QWidget, painter: QPainter, drawn: MovingPicture, phase: float, nearness: float = 1.0) -> None:
    """Paint ``drawn`` on ``part``, its disc as large as there is room."""
    size = nearness * min(part.width(), part.height()) / NEAR
    place = QRectF(0, 0, WIDTH * size, HEIGHT * size)
    place.moveCenter(QPointF(part.width() / 2, part.height() / 2 - SINK * size))
    drawn.paint(painter, place, phase, picture_tokens())


def _keep_room(part: QWidget) -> None:
    policy = part.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    part.setSizePolicy(policy)
