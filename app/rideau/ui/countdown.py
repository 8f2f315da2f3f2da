# SPDX-License-Identifier: MIT
"""What tells that running apps are about to close, and offers to bring them back? Two cards in the corner."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton

from rideau.domain.app import Stage
from rideau.ui import theme
from rideau.ui.ask import AppActs
from rideau.ui.door_card import DoorCard, Place
from rideau.ui.present_apps import ComebackView, CountdownView, StretchView
from rideau.ui.shop_front import ROWS
from rideau.ui.widgets import breakable, button, label
from rideau.wording import doorway as said
from rideau.wording.words import Words

SECOND_MS, MINUTE_S = 1000, 60
SOON_S = 0.1
"""Timers come a little early: what is due this soon has been shown already."""
UP_ROWS = 1
"""How far the shutter is down when the countdown begins, and when the shop is open."""


class Countdown(DoorCard):
    """Show one ``CountdownView``: the shutter comes down with the time."""

    place = Place.CORNER

    def __init__(self, words: Words, acts: AppActs, *, is_composited: bool) -> None:
        """Build the card."""
        super().__init__(is_composited=is_composited)
        self._words = words
        self._acts = acts
        self._view: CountdownView | None = None
        self._put_away: frozenset[tuple[str, Stage]] = frozenset()
        self._closes_at_s = 0.0
        self._whole_s = 0.0
        self._tick = QTimer(self, singleShot=True)
        self._tick.timeout.connect(self._show_time)
        self._build()
        self.dress()

    def show_view(self, view: CountdownView) -> None:
        """Show ``view``."""
        self._view = view
        self._closes_at_s = monotonic() + view.left_s
        self._whole_s = max(view.left_s, self._whole_s, 1.0) if view.counting else 0.0
        self.advice.setText(view.advice)
        self.advice.setVisible(bool(view.advice))
        self.show_apps(view.apps, view.more)
        self.clock.setVisible(bool(view.counting))
        self.close_button.setVisible(bool(view.counting))
        self._show_stretch(view.stretch)
        self.hide_button.setVisible(not view.counting)
        self.setWindowTitle(view.title)
        self.setAccessibleName(view.title)
        self.setAccessibleDescription(view.advice)
        self._show_time()
        self.fit()
        self._make_way()

    def appear(self) -> None:
        """Come up, behind what is asked about unsaved work."""
        super().appear()
        self._make_way()

    def is_wanted(self, view: CountdownView) -> bool:
        """Tell whether ``view`` says something that was not put away by hand already."""
        return not view.news <= self._put_away

    def put_away(self) -> None:
        """Hide, until there is something else to tell; nothing is answered by it."""
        if self._view is not None:
            self._put_away = self._view.news
        self.hide()

    def step_up(self) -> None:
        """Come back because the person asked for it."""
        self._put_away = frozenset()
        super().step_up()

    def first_button(self) -> QAbstractButton | None:
        """Return what has the keyboard first: never what closes without waiting."""
        if self._view is None or not self._view.counting:
            return self.hide_button
        return self.stretch_button if self.stretch_button.isEnabled() else None

    def showEvent(self, event: QShowEvent) -> None:
        """Count on."""
        super().showEvent(event)
        self._show_time()

    def hideEvent(self, event: QHideEvent) -> None:
        """Count no seconds that nobody sees."""
        self._tick.stop()
        super().hideEvent(event)

    def _build(self) -> None:
        text = self._words.text
        self.clock = label(role="clock")
        self.clock.setWordWrap(False)
        self.advice = label(role="second")
        self.stretch_note = label(role="small")
        self.stretch_button = button("", "main", self._stretch)
        self.close_button = button(text("Close now"), "quiet", self._close_now)
        self.hide_button = button(text("All right"), "main", self.put_away)
        self.body.addWidget(self.advice)
        self.body.addWidget(self.lines)
        self.body.addWidget(self.stretch_note)
        self.body.addSpacing(theme.units(10))
        for each in (self.stretch_button, self.close_button, self.hide_button):
            self.ways.addWidget(each)
        self.ways.addStretch(1)
        self.ways.addWidget(self.clock)
        self.body.addLayout(self.ways)

    def _show_stretch(self, view: StretchView | None) -> None:
        self.stretch_button.setVisible(view is not None)
        self.stretch_note.setVisible(view is not None)
        if view is not None:
            self.stretch_button.setText(view.label)
            self.stretch_button.setEnabled(view.is_enabled)
            self.stretch_button.setAccessibleDescription(view.note)
            self.stretch_note.setText(view.note)

    def _make_way(self) -> None:
        """Stand in front while the time runs; once apps are asked to close, their questions come first."""
        if self._view is not None and self.isVisible():
            has_question = self._view.has_question
            self.stand_back(is_back=has_question or not self._view.counting, gives_way=has_question)

    def _stretch(self) -> None:
        if self._view is not None and self._view.stretch is not None:
            self._whole_s = 0.0
            for run_id in self._view.stretch.run_ids:
                self._acts.stretch(run_id)

    def _close_now(self) -> None:
        if self._view is not None:
            for run_id in self._view.run_ids:
                self._acts.close_now(run_id)

    def _show_time(self) -> None:
        """Say the time that is left: every second within the last minute, else every minute; never unseen."""
        view = self._view
        if view is None:
            return
        if not view.counting:
            self.title.setText(breakable(view.title))
            self._settle(ROWS)
            return
        left_s = max(self._closes_at_s - monotonic(), 0)
        self.title.setText(breakable(said.closes_in(self._words, view.counting, view.how_many, left_s)))
        self.clock.setText(said.clock_left(self._words, left_s))
        self._settle(UP_ROWS + (ROWS - UP_ROWS) * (1 - left_s / self._whole_s))
        if left_s > 0 and self.isVisible():
            step_s = MINUTE_S if left_s > MINUTE_S + 1 else 1
            wait_s = left_s % step_s
            self._tick.start(round((wait_s if wait_s > SOON_S else wait_s + step_s) * SECOND_MS))

    def _settle(self, rows: float) -> None:
        """Let the shutter down to ``rows``: with motion when it has far to go, else at once."""
        if self.isVisible() and abs(rows - self.strip.rows) >= UP_ROWS:
            self.strip.fall(rows)
        else:
            self.strip.put(rows)


class Comeback(DoorCard):
    """Show one ``ComebackView``: yes or no."""

    place = Place.CORNER

    def __init__(self, words: Words, answer: Callable[[bool], None], *, is_composited: bool) -> None:
        """Build the card; ``answer`` takes what the person says."""
        super().__init__(is_composited=is_composited)
        self._answer = answer
        self.why = label(role="second")
        self.yes_button = button(words.text("Bring back"), "main", lambda: answer(True))  # noqa: FBT003 - an answer
        self.no_button = button(words.text("Not now"), "quiet", self.put_away)
        for each in (self.why, self.lines):
            self.body.addWidget(each)
        self.body.addSpacing(theme.units(10))
        for way in (self.yes_button, self.no_button):
            self.ways.addWidget(way)
        self.ways.addStretch(1)
        self.body.addLayout(self.ways)
        self.strip.put(ROWS)
        self.dress()

    def show_view(self, view: ComebackView) -> None:
        """Show ``view``."""
        self.title.setText(breakable(view.title))
        self.why.setText(view.why)
        self.show_apps(view.apps, view.more)
        self.setWindowTitle(view.title)
        self.setAccessibleName(view.title)
        self.setAccessibleDescription(view.why)
        self.fit()

    def appear(self) -> None:
        """Come up, and lift the shutter: the shop is open."""
        if not self.isVisible():
            super().appear()
            self.strip.fall(UP_ROWS)

    def put_away(self) -> None:
        """Answer no: everything stays as it is."""
        self._answer(False)  # noqa: FBT003 - an answer

    def first_button(self) -> QAbstractButton:
        """Return the main button."""
        return self.yes_button
