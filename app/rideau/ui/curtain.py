# SPDX-License-Identifier: MIT
"""What meets an app that is started while it is closed? A small friendly card: which, why, until when, the ways in."""

from collections.abc import Callable, Collection, Iterable
from datetime import timedelta
from time import monotonic

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from rideau.ui import theme
from rideau.ui.door_card import DoorCard
from rideau.ui.key_row import KeyRow, Keys
from rideau.ui.present_apps import ANSWER_S, CurtainView
from rideau.ui.time_line import TimeLine
from rideau.ui.widgets import breakable, button, kept_whole, label
from rideau.wording.words import Words

SECOND_MS = 1000
PATIENCE_S = 120.0
"""How long a typed reason may rest before the apps are taken for “later”."""


class Curtain(DoorCard):
    """Show one ``CurtainView``, whatever number of apps it is about."""

    def __init__(
        self,
        words: Words,
        keys: Keys,
        later: Callable[[Collection[str]], None],
        hold: Callable[[Collection[str], timedelta], None],
        *,
        is_composited: bool,
    ) -> None:
        """Build the card; ``later`` ends what was started, ``hold`` gives more time to answer."""
        super().__init__(is_composited=is_composited)
        self._words = words
        self._later, self._hold = later, hold
        self._view: CurtainView | None = None
        self._ends_at_s = 0.0
        self._tick = QTimer(self, singleShot=True)
        self._tick.timeout.connect(self._show_time)
        self._build_parts(keys)
        self._build_layout()
        self._connect_signals()
        self.dress()

    def show_view(self, view: CurtainView) -> None:
        """Show ``view``; what somebody is typing stays."""
        self._view = view
        self.title.setText(breakable(view.title))
        self.why.setText(view.why)
        self.tip.setText(view.tip)
        self.show_apps(view.apps, view.more)
        self.no_key.setText(kept_whole(view.no_key))
        self.no_key.setVisible(bool(view.no_key))
        self.key_button.setVisible(view.key is not None and self.keys.isHidden())
        if view.key is not None:
            self.key_button.setText(view.key.label)
            self.keys.show_key(view.key)
        self.setWindowTitle(view.title)
        self.setAccessibleName(view.title)
        self.setAccessibleDescription(" ".join(each for each in (view.why, view.no_key) if each))
        self._ends_at_s = max(monotonic() + view.answer_s, self._ends_at_s)
        self.fit()
        self._show_time()

    def appear(self) -> None:
        """Come up, and let the shutter down."""
        if not self.isVisible():
            super().appear()
            self.strip.fall()

    def put_away(self) -> None:
        """Answer “later”: what never drew anything is ended."""
        self.keys.stop()
        if self._view is not None:
            self._later(self._view.run_ids)

    def first_button(self) -> QAbstractButton:
        """Return the main button."""
        return self.later_button

    def spare(self) -> Iterable[QWidget]:
        """Return the tip, the shutter, and the lines whose names the title says too."""
        if self.keys.isHidden():
            yield self.tip
        yield self.strip
        if self._view is not None and len(self._view.apps) > 1:
            yield self.lines

    def showEvent(self, event: QShowEvent) -> None:
        """Show the time that is left."""
        super().showEvent(event)
        self._show_time()

    def hideEvent(self, event: QHideEvent) -> None:
        """Count no seconds that nobody sees."""
        self._tick.stop()
        super().hideEvent(event)

    def _build_parts(self, keys: Keys) -> None:
        self.why = label(role="second")
        self.tip = label(role="yes")
        self.no_key = label(role="small")
        self.later_button = button(self._words.text("Later"), "main", self.put_away)
        self.key_button = button("", "quiet", self._show_keys)
        self.keys = KeyRow(self._words, keys)
        self.keys.hide()
        self.line = TimeLine()

    def _build_layout(self) -> None:
        for each in (self.why, self.lines, self.no_key, self.tip):
            self.body.addWidget(each)
        self.body.addSpacing(theme.units(10))
        for way in (self.later_button, self.key_button):
            self.ways.addWidget(way)
        self.ways.addStretch(1)
        self.body.addLayout(self.ways)
        self.body.addWidget(self.keys)
        self.body.addSpacing(theme.units(4))
        self.body.addWidget(self.line)

    def _connect_signals(self) -> None:
        self.keys.left.connect(self.put_away)
        self.keys.asked.connect(self._answering)
        self.keys.resized.connect(self._changed)

    def _show_keys(self) -> None:
        self._hear()
        self.later_button.hide()
        self.key_button.hide()
        self.tip.hide()
        self.keys.show()
        self.fit()
        self.activateWindow()
        self.keys.reason.setFocus()
        self._answering(0.0)

    def _answering(self, length_s: float) -> None:
        """Give whoever answers the time it takes, and some."""
        if self._view is None:
            return
        needed_s = max(length_s + ANSWER_S, PATIENCE_S)
        ends_at_s = monotonic() + needed_s
        if ends_at_s > self._ends_at_s + 1:  # not with every letter
            self._ends_at_s = ends_at_s
            self._hold(self._view.run_ids, timedelta(seconds=needed_s))

    def _changed(self) -> None:
        self._show_time()
        self.fit()

    def _show_time(self) -> None:
        """Draw the line anew, at most once a second, and never where nobody sees it."""
        left_s = max(self._ends_at_s - monotonic(), 0)
        self.line.setVisible(not self.keys.is_waiting)
        self.line.show_share(left_s / ANSWER_S)
        if left_s > 0 and self.isVisible():
            self._tick.start(SECOND_MS)
