# SPDX-License-Identifier: MIT
"""What meets somebody who wants into what is paused? A breath, a question, and the way out first."""

from datetime import timedelta
from time import monotonic

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from rideau.ui import theme
from rideau.ui.ask import DoorActs
from rideau.ui.door_card import DoorCard
from rideau.ui.present_apps import AppLine
from rideau.ui.present_breath import BreathView
from rideau.ui.time_line import TimeLine
from rideau.ui.widgets import breakable, button, label
from rideau.wording.words import Words

FRAME_MS, STEP_MS = 60, 1000
LONGEST_WISH = 200
PATIENCE = timedelta(minutes=2)
"""How long a question half answered may rest."""


class BreathCard(DoorCard):
    """Show one ``BreathView``: a line that fills as one breathes, then the way in is open, too."""

    def __init__(self, words: Words, acts: DoorActs, *, is_composited: bool) -> None:
        """Build the card; ``acts`` takes the answer."""
        super().__init__(is_composited=is_composited)
        self._words, self._acts = words, acts
        self._view: BreathView | None = None
        self._begun_at_s = 0.0
        self._tick = QTimer(self, singleShot=True)
        self._tick.timeout.connect(self._breathe)
        self._silence = QTimer(self, singleShot=True)
        self._silence.timeout.connect(self.put_away)
        self._build_parts()
        self._build_layout()
        self.dress()

    def show_view(self, view: BreathView) -> None:
        """Show ``view``; what somebody is typing stays, and so does the breath that was begun."""
        before, self._view = self._view, view
        self.title.setText(breakable(view.title))
        self.why.setText(view.why)
        self.leave_button.setText(view.leave)
        self.in_button.setText(view.go_in)
        self.urgent_button.setText(view.urgent)
        self.wish.setPlaceholderText(view.what_for)
        self.wish.setAccessibleName(view.what_for)
        self.show_apps(tuple(AppLine(*each) for each in view.names), "")
        self.setWindowTitle(view.title)
        self.setAccessibleName(view.title)
        self.setAccessibleDescription(view.why)
        if before is None or before.networks != view.networks:
            self._begun_at_s = monotonic()
        if before is None:
            self._silence.start(round(view.answer_s * 1000))
        self.fit()
        self._breathe()

    def appear(self) -> None:
        """Come up, and let the shutter down."""
        if not self.isVisible():
            super().appear()
            self.strip.fall()

    def put_away(self) -> None:
        """Leave it closed: the same as the main button, and as silence."""
        if self._view is not None:
            self._acts.stay_out(self._view.networks, self._view.run_ids)

    def first_button(self) -> QAbstractButton:
        """Return the way out."""
        return self.leave_button

    def showEvent(self, event: QShowEvent) -> None:
        """Breathe on."""
        super().showEvent(event)
        self._breathe()

    def hideEvent(self, event: QHideEvent) -> None:
        """Paint nothing that nobody sees."""
        self._tick.stop()
        super().hideEvent(event)

    def _build_parts(self) -> None:
        self.why = label(role="second")
        self.line = TimeLine()
        self.wish = QLineEdit()
        self.wish.setMaxLength(LONGEST_WISH)
        self.wish.textEdited.connect(self._answering)
        self.wish.returnPressed.connect(self._return)
        self.leave_button = button("", "main", self.put_away)
        self.in_button = button("", "", self._go_in)
        self.in_button.setEnabled(False)
        self.urgent_button = button("", "quiet", self._go_in)

    def _build_layout(self) -> None:
        for each in (self.why, self.lines, self.line, self.wish):
            self.body.addWidget(each)
        self.body.addSpacing(theme.units(8))
        for way in (self.leave_button, self.in_button, self.urgent_button):
            self.ways.addWidget(way)
        self.ways.addStretch(1)
        self.body.addLayout(self.ways)

    def _go_in(self) -> None:
        if self._view is not None:
            self._silence.stop()
            self._acts.go_in(self._view.networks, self.wish.text())

    def _return(self) -> None:
        if self.in_button.isEnabled():
            self._go_in()

    def _answering(self) -> None:
        if self._view is not None:
            self._silence.start(round(PATIENCE.total_seconds() * 1000))
            self._acts.hold(self._view.run_ids, PATIENCE)

    def _breathe(self) -> None:
        """Fill the line; no more often than is seen, and not at all once the breath is over."""
        if self._view is None:
            return
        share = (monotonic() - self._begun_at_s) / self._view.seconds
        self.line.show_share(share)
        self.in_button.setEnabled(share >= 1)
        if share < 1 and self.isVisible():
            self._tick.start(STEP_MS if self.strip.is_motion_reduced else FRAME_MS)
