# SPDX-License-Identifier: MIT
"""What is the small ritual before closing? Six steps in one column, each to be left out; five minutes at most."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rideau.domain.error import RideauError
from rideau.domain.notebook import Notes
from rideau.domain.notebook_edit import lines_of, one_line, tidied, win_of, with_tasks, with_thought, with_win
from rideau.ports.notebook import Notebook
from rideau.ui.evening.away_part import AwayPart
from rideau.ui.evening.drawer import PhoneTick
from rideau.ui.evening.fields import LineField, NoteField, Part
from rideau.ui.evening.present_evening import EveningFacts, EveningView, evening_view
from rideau.ui.evening.saver import Saver
from rideau.ui.evening.task_rows import TaskRows
from rideau.ui.lone_window import LoneWindow
from rideau.ui.tab_order import read_in_order
from rideau.ui.widgets import announce, button, label, restyle, spaced
from rideau.wording.words import Words

LONGEST_WAIT_MS = 2**31 - 1


class EveningServices(NamedTuple):
    """Hold what the window acts through."""

    notebook: Notebook
    facts: Callable[[], EveningFacts]
    """Returns what is so now."""
    lower: Callable[[Callable[[], None], Callable[[RideauError], None]], None]
    """Closes early; then calls the one, or the other with what stood in the way."""
    copy: Callable[[str], None]
    may_save: Callable[[], bool]
    """Tells whether there still is a notebook: not while everything is erased."""
    open_later: Callable[[], str]
    """Has the shop open later after a rest that is short, and returns what was done.

    Raises RideauError where it could not be kept.
    """


class EveningWindow(LoneWindow):
    """Be the ritual. Everything typed is kept as one goes; closing it at any point costs nothing."""

    def __init__(self, services: EveningServices, words: Words) -> None:
        """Build it with what is in the notebook."""
        facts = services.facts()
        view = evening_view(facts, words)
        super().__init__(view.title, words)
        self._services = services
        self._facts = facts
        self._saver = Saver(services.notebook, self, services.may_save)
        self._parked_at: datetime = facts.now
        self._today = facts.now.astimezone(facts.zone).date()
        notes = tidied(services.notebook.load())
        self._win_before = self._win_now = win_of(notes, self._today)
        self.until = label(view.until, "second")
        self.body.addWidget(self.until)
        self._build_steps(view, notes)
        self.body.addStretch(1)
        self._build_foot(view)
        self._saver.failed.connect(self.say_trouble)
        self._saver.kept.connect(self._kept)
        self._curtain = QTimer(self, singleShot=True)
        self._curtain.timeout.connect(self.look_again)
        self._await_closing()
        self.be_ready(1, 2)
        self.tasks.rows[0].what.setFocus()

    # --- told ------------------------------------------------------------------------------------------------------

    def look_again(self) -> None:
        """Say what is so by now: the curtain may have come down meanwhile."""
        self._facts = self._services.facts()
        view = evening_view(self._facts, self._words)
        self.until.setText(view.until)
        self._offer_lowering(is_offered=bool(view.lower))
        self.beside.setText(view.leave)
        self.head.come_down(2 if view.lower else 3)
        self._await_closing()

    def set_motion_reduced(self, *, is_reduced: bool) -> None:
        """Take note whether the person wants things to move."""
        super().set_motion_reduced(is_reduced=is_reduced)
        self.phone.picture.is_motion_reduced = is_reduced

    def keep(self) -> None:
        """Keep what was typed."""
        self._saver.flush()

    # --- asked by the person ---------------------------------------------------------------------------------------

    def lower_curtain(self) -> None:
        """Close early, and say good-bye; what stands in the way is said."""
        self.keep()
        self.main.setEnabled(False)
        self._services.lower(self._lowered, self._refused)

    def open_later(self) -> None:
        """Open later next time, and say so in the place of the offer."""
        try:
            done = self._services.open_later()
        except RideauError as error:
            self.say_trouble(error)
            return
        self.look_again()
        self._say_opening_anew()
        self.rest.setText(done)
        self.tasks.rows[0].what.setFocus()
        self.later.hide()
        read_in_order(self)
        self.say_trouble(None)
        announce(self.rest, done)

    # --- inside ----------------------------------------------------------------------------------------------------

    def _build_steps(self, view: EveningView, notes: Notes) -> None:
        self._build_rest(view)
        left = Part(view.left_title, view.left_hint)
        self.tasks = TaskRows(self._words, self._tasks_typed)
        self.tasks.show_tasks(notes.tasks)
        left.body.addWidget(self.tasks)
        self.body.addWidget(left)
        self.win = LineField(view.win_title, view.win_hint, self._win_typed)
        self.win.setText(self._win_before)
        self._add_step(view.win_title, self.win)
        self.tonight = NoteField(view.tonight_title, view.tonight_hint, self._tonight_typed)
        self.tonight.begin_with("\n".join(notes.tonight))
        self._add_step(view.tonight_title, self.tonight)
        self.away = self._away_part(view)
        self.body.addWidget(self.away)
        self.thought = NoteField(view.thought_title, view.thought_hint, self._thought_typed)
        self._add_step(view.thought_title, self.thought)
        if notes.thoughts:
            count = len(notes.thoughts)
            said = self._words.plural("One more is parked already.", "{count} more are parked already.", count)
            self.body.addWidget(label(said, "small"))
        self.phone = PhoneTick(self._words)
        self.body.addWidget(self.phone)

    def _build_rest(self, view: EveningView) -> None:
        """Say what there is to say of a short rest, and offer the one way to make it whole."""
        self.rest = label(view.rest, "notice")
        self.later = button(view.later, "quiet", self.open_later)
        part = QWidget()
        lines = QVBoxLayout(part)
        spaced(lines, spacing=4)
        lines.addWidget(self.rest)
        lines.addWidget(self.later, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(part)
        part.setVisible(bool(view.rest))
        self.later.setVisible(bool(view.later))

    def _away_part(self, view: EveningView) -> AwayPart:
        return AwayPart(self._words, (view.away, view.no_reply), self._services.copy)

    def _say_opening_anew(self) -> None:
        """Have what others are told name the opening as it is by now."""
        before = self.away
        self.away = self._away_part(evening_view(self._facts, self._words))
        self.body.replaceWidget(before, self.away)
        before.hide()
        before.deleteLater()

    def _add_step(self, title: str, field: LineField | NoteField) -> None:
        part = Part(title)
        part.body.addWidget(field)
        self.body.addWidget(part)

    def _build_foot(self, view: EveningView) -> None:
        self.beside = button(view.leave, "quiet", self.leave)
        self.main = button(view.lower, "main", self.lower_curtain)
        self.foot.addStretch()
        self.foot.addWidget(self.beside)
        self.foot.addStretch()
        self.foot.addWidget(self.main)
        self._offer_lowering(is_offered=bool(view.lower))

    def _offer_lowering(self, *, is_offered: bool) -> None:
        """Have the one way on stand where the main one does, where there is no other."""
        self.main.setVisible(is_offered)
        self.foot.setStretch(0, 0 if is_offered else 1)
        self.foot.setStretch(2, 1 if is_offered else 0)

    def _await_closing(self) -> None:
        if self._facts.closing is not None:
            left_ms = int((self._facts.closing.at - self._facts.now).total_seconds() * 1000) + 1
            self._curtain.start(min(left_ms, LONGEST_WAIT_MS))

    def _tasks_typed(self) -> None:
        self._saver.put("tasks", lambda notes: with_tasks(notes, self.tasks.tasks))

    def _tonight_typed(self) -> None:
        self._saver.put("tonight", lambda notes: notes._replace(tonight=lines_of(self.tonight.toPlainText())))

    def _thought_typed(self) -> None:
        self._saver.put("thought", lambda notes: with_thought(notes, self._parked_at, self.thought.toPlainText()))

    def _win_typed(self) -> None:
        self._saver.put("win", self._with_win)

    def _with_win(self, notes: Notes) -> Notes:
        self._win_now = one_line(self.win.text())
        return with_win(notes, self._today, self._win_before, self._win_now)

    def _kept(self) -> None:
        self._win_before = self._win_now
        self.say_trouble(None)

    def _lowered(self) -> None:
        view = evening_view(self._facts, self._words)
        self.head.come_down(3)
        self._curtain.stop()
        self.title.setText(view.closing_phrase)
        self.until.setText(view.see_you)
        while self.body.count() > 2:  # noqa: PLR2004 - title and what is below it stay
            item = self.body.takeAt(2)
            if item is not None and (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        self.body.addStretch(1)
        self._offer_lowering(is_offered=False)
        self.beside.setText(self._words.text("Good evening"))
        restyle(self.beside, role="main")
        self.beside.setFocus()
        self.head.be_low(is_low=False)
        self.fit()
        announce(self, f"{view.closing_phrase} {view.see_you}")

    def _refused(self, error: RideauError) -> None:
        self.main.setEnabled(True)
        self.say_trouble(error)
