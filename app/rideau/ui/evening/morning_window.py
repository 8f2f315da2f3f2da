# SPDX-License-Identifier: MIT
"""What greets at the opening? The thoughts that were parked, what waited, and where one left off."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rideau.domain.notebook import Notes
from rideau.domain.notebook_edit import with_task_done, with_thoughts_done, with_tonight_done
from rideau.ports.notebook import Notebook
from rideau.ui.evening.fields import Part
from rideau.ui.evening.present_morning import MorningFacts, MorningView, morning_view
from rideau.ui.evening.saver import Saver
from rideau.ui.evening.ticked_line import TickedLine
from rideau.ui.lone_window import LoneWindow
from rideau.ui.widgets import apart, button, label
from rideau.wording.words import Words


class MorningServices(NamedTuple):
    """Hold what the window acts through."""

    notebook: Notebook
    facts: Callable[[], MorningFacts]
    may_save: Callable[[], bool]
    """Tells whether there still is a notebook: not while everything is erased."""


class MorningWindow(LoneWindow):
    """Be the greeting. What is ticked is done with; the rest is kept, and is here again at the next opening."""

    def __init__(self, services: MorningServices, words: Words) -> None:
        """Build it with what was put down."""
        facts = services.facts()
        view = self._view = morning_view(facts, words)
        super().__init__(view.title, words)
        self._saver = Saver(services.notebook, self, services.may_save)
        self._saver.failed.connect(self.say_trouble)
        self.until = label(view.until, "second")
        self.body.addWidget(self.until)
        self._build(view)
        self.body.addStretch(1)
        self.begin = button(view.begin, "main", self.leave)
        self.foot.addStretch(1)
        self.foot.addWidget(self.begin)
        self.be_ready(3, 0)

    def keep(self) -> None:
        """Keep what was ticked."""
        self._saver.flush()

    def _build(self, view: MorningView) -> None:
        self.thoughts = [TickedLine(each.text, "", self._thoughts_ticked) for each in view.thoughts]
        self._add(view.thoughts_title, self.thoughts, self._words.text("Tick what you are done with; the rest waits."))
        self.tasks = [TickedLine(each.what, plan, self._tasks_ticked) for each, plan in view.tasks]
        self._add(view.tasks_title, self.tasks)
        self.tonight = [TickedLine(each, "", self._tonight_ticked) for each in view.tonight]
        self._add(view.tonight_title, self.tonight)
        if view.waited:
            part = Part(view.waited_title)
            part.body.addWidget(label(view.waited, "second"))
            self.body.addWidget(part)
        if view.win:
            self.body.addWidget(apart(label(view.win), 8))

    def _add(self, title: str, lines: Sequence[TickedLine], hint: str = "") -> None:
        if not lines:
            return
        part = Part(title, hint)
        for each in lines:
            part.body.addWidget(each)
        self.body.addWidget(part)

    def _thoughts_ticked(self) -> None:
        self._saver.put("thoughts", self._thoughts_kept, at_once=True)

    def _tonight_ticked(self) -> None:
        self._saver.put("tonight", self._tonight_kept, at_once=True)

    def _tasks_ticked(self) -> None:
        self._saver.put("tasks", self._tasks_kept, at_once=True)

    def _thoughts_kept(self, notes: Notes) -> Notes:
        shown = self._view.thoughts
        done = {each for each, line in zip(shown, self.thoughts, strict=True) if line.is_done}
        return with_thoughts_done(notes, shown, done)

    def _tonight_kept(self, notes: Notes) -> Notes:
        shown = self._view.tonight
        done = {each for each, line in zip(shown, self.tonight, strict=True) if line.is_done}
        return with_tonight_done(notes, shown, done)

    def _tasks_kept(self, notes: Notes) -> Notes:
        for (task, _), line in zip(self._view.tasks, self.tasks, strict=True):
            notes = with_task_done(notes, task, is_done=line.is_done)
        return notes
