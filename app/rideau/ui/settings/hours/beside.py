# SPDX-License-Identifier: MIT
"""What stands over the timeline, beside a bar, while something is asked about it? Enter takes it, Escape leaves it."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from rideau.domain.week_edit import Place
from rideau.ui import theme
from rideau.ui.kit import Panel
from rideau.ui.widgets import button, label, spaced
from rideau.wording.words import Words


class Beside(Panel):
    """Ask something about the stretch, or the day, at ``place``; ``finish`` of a subclass takes what is answered."""

    def __init__(self, timeline: QWidget, words: Words, go_back: Callable[[Place], None]) -> None:
        """Stand over ``timeline``; ``go_back`` gives the focus back to a bar."""
        super().__init__(margin=12)
        self.setParent(timeline)
        self.hide()
        self.words = words
        self.place = Place(0, 0, 0)
        self._timeline, self._go_back = timeline, go_back
        self.heading = label("", "strong")
        self.heading.setWordWrap(False)
        self.done = QPushButton()
        self.cancel = QPushButton()

    def finish(self) -> None:
        """Take what is answered, where it holds."""
        raise NotImplementedError

    def ring(self) -> list[QWidget]:
        """Return what Tab comes to, in this order."""
        raise NotImplementedError

    def leave(self) -> None:
        """Go away without effect."""
        self.hide()

    def add_buttons(self, done: str) -> None:
        """Build the two ways out, the one that takes it called ``done``."""
        self.done = button(done, "main", self.finish)
        self.cancel = button(self.words.text("Leave it"), "quiet", self.go_back)
        row = QHBoxLayout()
        spaced(row)
        row.addWidget(self.done)
        row.addWidget(self.cancel)
        row.addStretch(1)
        self.body.addLayout(row)

    def go_back(self) -> None:
        """Go away, and give the focus back to where it came from."""
        self.hide()
        self._go_back(self.place)

    def show_beside(self, place: Place, bar: QRectF) -> None:
        """Stand below the bar of ``place``, or above it where there is no room; the first of the ring has the focus."""
        self.place = place
        self._stand(bar)
        self.show()
        self.raise_()
        self.ring()[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def _stand(self, bar: QRectF) -> None:
        room = self._timeline.rect()
        width = min(self.sizeHint().width(), room.width())
        self.resize(width, self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height())
        left = min(max(round(bar.center().x() - self.width() / 2), 0), max(room.width() - self.width(), 0))
        below = round(bar.bottom()) + theme.units(6)
        above = round(bar.top()) - theme.units(6) - self.height()
        self.move(left, below if below + self.height() <= room.height() else max(above, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take it at Enter, leave it at Escape; nothing else reaches the timeline."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.finish()
        elif event.key() == Qt.Key.Key_Escape:
            self.go_back()
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        """Keep Tab within, as long as it is open."""
        ring, focused = self.ring(), self.focusWidget()
        if focused not in ring:
            return super().focusNextPrevChild(forward)
        step = 1 if forward else -1
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        ring[(ring.index(focused) + step) % len(ring)].setFocus(reason)
        return True
