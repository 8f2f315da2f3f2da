# SPDX-License-Identifier: MIT
"""What has Rideau changed on this machine, and how does everything go back? Asked once, in plain words; then done."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rideau.domain.error import RideauError
from rideau.ports.machine import HeldChange, Machine, Restoration
from rideau.ports.worker import Worker
from rideau.ui.key_wait import KeyWait
from rideau.ui.kit import Panel, Section
from rideau.ui.settings.computer.lines import bullets
from rideau.ui.widgets import announce, button, label, spaced
from rideau.wording.words import Words

MOST = 6
"""How many changes are said before the rest unfolds."""


class ChangesSection(Section):
    """Say each change in a sentence, and put everything back on the person's word."""

    def __init__(self, machine: Machine, worker: Worker, words: Words) -> None:
        """Begin before anything is known."""
        super().__init__(
            words.text("What Rideau has changed here"),
            words.text("Each of these is noted before it is made, and goes back exactly as it was."),
        )
        self._machine, self._worker, self._words = machine, worker, words
        self._key = ""
        self._changes: tuple[HeldChange, ...] = ()
        self.panel = Panel(spacing=8)
        self.body.addWidget(self.panel)
        self.list = QWidget()
        self._list = QVBoxLayout(self.list)
        spaced(self._list, spacing=4)
        self.panel.body.addWidget(self.list)
        self._build_restoring()
        self._show_step(self.ask_button)

    def look(self) -> None:
        """Look what is changed right now."""
        self._worker.run(self._machine.changes, self.show_changes)

    def show_changes(self, changes: Sequence[HeldChange]) -> None:
        """Say ``changes``."""
        self._changes = tuple(changes)
        self._fill(is_whole=False)
        self.ask_button.setEnabled(bool(changes))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave everything as it is upon Escape, while it is asked or waited for."""
        if event.key() == Qt.Key.Key_Escape and self.ask_button.isHidden():
            self.leave()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Wait for no key that nobody looks at: it would count, and nothing would come of it."""
        super().hideEvent(event)
        if not event.spontaneous() and self._key:
            self.leave()

    # --- building ----------------------------------------------------------------------------------------------------

    def _build_restoring(self) -> None:
        text = self._words.text
        self.done = label(role="yes")
        self.problem = label(role="problem")
        self.ask_button = button(text("Put everything back…"), "", self._ask)
        self.ask_button.setObjectName("put-everything-back")
        self.question = QWidget()
        self.asked = label(
            text("Everything on this list goes back as it was, and what is closed may open. Rideau itself goes on.")
        )
        self.yes_button = button(text("Put everything back"), "main", partial(self._restore, ""))
        self.no_button = button(text("Leave it as it is"), "quiet", self.leave)
        _stacked(self.question, self.asked, (self.yes_button, self.no_button))
        self.turning = QWidget()
        self.wait = KeyWait(self._put_back_in)
        self.costs = label(text("What is closed opens with it, so it takes the wait of a key."), "second")
        self.stay_button = button(text("Leave it as it is"), "", self.leave)
        _stacked(self.turning, self.wait, (self.stay_button,), self.costs)
        self.wait.due.connect(lambda: self._restore(self._key))
        for each in (self.done, self.problem, self.question, self.turning):
            self.panel.body.addWidget(each)
        self.panel.body.addWidget(self.ask_button, 0, Qt.AlignmentFlag.AlignLeading)
        for each in (self.done, self.problem):
            each.hide()

    def _fill(self, *, is_whole: bool) -> None:
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        passing = [each.what for each in self._changes if not each.stays]
        staying = [each.what for each in self._changes if each.stays]
        if not self._changes:
            self._list.addWidget(label(self._words.text("Nothing: everything is as you left it."), "second"))
        self._put(self._words.text("For now, until Rideau ends"), passing, is_whole=is_whole)
        self._put(self._words.text("To stay, until you take it back"), staying, is_whole=is_whole)
        if not is_whole and max(len(passing), len(staying)) > MOST:
            more = button(self._words.text("Show all"), "quiet", partial(self._fill, is_whole=True))
            more.setAccessibleName(f"{more.text()}: {self.heading.text()}")
            self._list.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)

    def _put(self, title: str, sentences: Sequence[str], *, is_whole: bool) -> None:
        if sentences:
            counted = dict.fromkeys(sentences)
            self._list.addWidget(label(title, "strong"))
            self._list.addWidget(bullets(list(counted)[: None if is_whole else MOST]))

    # --- asking ------------------------------------------------------------------------------------------------------

    def leave(self) -> None:
        """Leave everything as it is: what is waited for is called off, at no cost."""
        key, self._key = self._key, ""
        self.wait.stop()
        if key:
            self._worker.run(partial(self._machine.call_off, key), lambda _: None)
        self._show_step(self.ask_button)
        self.ask_button.setFocus()

    def _ask(self) -> None:
        self.done.hide()
        self.problem.hide()
        self._show_step(self.question)
        self.no_button.setFocus()
        announce(self, self.asked.text())

    def _restore(self, key: str) -> None:
        self.yes_button.setEnabled(False)
        self._worker.run(partial(self._machine.restore, key), self._answered, self._refused)

    def _answered(self, came: Restoration) -> None:
        self.yes_button.setEnabled(True)
        if came.key:
            self._key = came.key
            self._show_step(self.turning)
            self.wait.start(came.wait)
            self.stay_button.setFocus()
            announce(self, self.wait.title.text())
            return
        self._key = ""
        self._show_step(self.ask_button)
        self._say(" ".join(came.lines), " ".join(came.failed))
        self.look()
        self.ask_button.setFocus()

    def _refused(self, error: RideauError) -> None:
        self.yes_button.setEnabled(True)
        self._key = ""
        self._show_step(self.ask_button)
        self._say("", self._words.error(error))
        self.ask_button.setFocus()

    def _say(self, done: str, problem: str) -> None:
        for where, what in ((self.done, done), (self.problem, problem)):
            where.setText(what)
            where.setVisible(bool(what))
        announce(self, f"{done} {problem}".strip())

    def _put_back_in(self, left_s: float) -> str:
        return self._words.text("Everything is put back in {wait}.", wait=timedelta(seconds=max(-(-left_s // 1), 1)))

    def _show_step(self, shown: QWidget) -> None:
        for each in (self.ask_button, self.question, self.turning):
            each.setVisible(each is shown)


def _stacked(room: QWidget, head: QWidget, buttons: Sequence[QWidget], *below: QWidget) -> None:
    column = QVBoxLayout(room)
    spaced(column, spacing=8)
    for each in (head, *below):
        column.addWidget(each)
    row = QHBoxLayout()
    spaced(row)
    for each in buttons:
        row.addWidget(each)
    row.addStretch(1)
    column.addLayout(row)
