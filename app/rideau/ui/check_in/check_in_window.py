# SPDX-License-Identifier: MIT
"""How does one check in? Three questions, one at a time, each to be skipped; then the lines over the months."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from rideau.domain.check_in import QUESTIONS, Aspect
from rideau.services.check_in import CheckIns
from rideau.ui.check_in.course_view import course_panels
from rideau.ui.flow import Flow
from rideau.ui.lone_window import LoneWindow
from rideau.ui.tab_order import read_in_order
from rideau.ui.widgets import announce, apart, button, label
from rideau.wording.check_in_lines import NOT_MEDICAL
from rideau.wording.words import Words

RECENT = timedelta(days=7)
"""So soon after the last answers the lines come first."""
ASPECTS = tuple(Aspect)
SLATS = 1
"""The shop is open."""


class CheckInWindow(LoneWindow):
    """Ask, or show the lines; what is answered is kept at once, and nothing else is."""

    def __init__(self, check_ins: CheckIns, words: Words, show_places: Callable[[], None]) -> None:
        """Begin with the first question, or with the lines where the last answers are of these days."""
        super().__init__(words.text("How is work these days?"), words)
        self._check_ins, self._show_places = check_ins, show_places
        self.answers: list[QPushButton] = []
        self._shown: list[QWidget] = []
        self.body.addStretch(1)
        history = check_ins.history()
        if history and check_ins.today - history[-1].on < RECENT:
            self.show_lines()
        else:
            self.ask(0)
        self.be_ready(SLATS, SLATS)

    def ask(self, number: int) -> None:
        """Show one of the three questions."""
        words, question = self._words, QUESTIONS[ASPECTS[number]]
        hint = words.text("Three questions, a minute at most. The answers stay on this computer, for you alone.")
        self.answers = [
            button(words.say(text), "", partial(self._answered, number, answer))
            for answer, text in enumerate(question.answers, 1)
        ]
        step = label(words.text("{number} of {count}", number=number + 1, count=len(ASPECTS)), "small")
        self.skip = button(words.text("Skip this one"), "quiet", partial(self._go_on, number))
        self.not_today = button(words.text("Not today"), "quiet", self.leave)
        ask = words.say(question.ask)
        asked = apart(label(ask, "sentence"), 0, 8)
        self._show([label(hint, "second"), apart(step, 16), asked, *self.answers], [self.skip, None, self.not_today])
        self.answers[0].setFocus()
        announce(self, ask)

    def show_lines(self) -> None:
        """Show the answers so far, and the ways on: to the places to turn to whatever the answers are."""
        words = self._words
        self.places = button(words.text("Places to turn to…"), "quiet", self._show_places)
        self.again = button(words.text("Answer again"), "quiet", partial(self.ask, 0))
        self.erase = button(words.text("Erase my answers"), "quiet", self._ask_to_erase)
        self.done = button(words.text("Done"), "main", self.leave)
        thanks = label(words.text("Thank you. That is all there is to it."), "sentence")
        ways = QWidget()
        row = Flow()
        ways.setLayout(row)
        for each in (self.places, self.again, self.erase):
            row.addWidget(each)
        not_medical = apart(label(words.say(NOT_MEDICAL), "second"), 8)
        self._show(
            [apart(thanks, 0, 8), *course_panels(self._check_ins.history(), words), not_medical, ways],
            [None, self.done],
        )
        self.done.setFocus()

    def _show(self, body: list[QWidget], foot: list[QWidget | None]) -> None:
        """Put these in place of what was shown; None in the foot is where it stretches."""
        for each in self._shown:
            each.hide()
            each.deleteLater()
        while self.foot.takeAt(0) is not None:
            pass
        self.say_trouble(None)
        for each in body:
            self.body.insertWidget(self.body.count() - 1, each)
        for end in foot:
            if end is None:
                self.foot.addStretch(1)
            else:
                self.foot.addWidget(end)
        self._shown = [*body, *(end for end in foot if end is not None)]
        for each in self._shown:
            each.show()  # Qt would do so by and by, and the keyboard comes to nothing that is hidden
        read_in_order(self)
        if self.isVisible():
            self.fit()

    def _answered(self, number: int, answer: int) -> None:
        if self.tried(partial(self._check_ins.answer, ASPECTS[number], answer)):
            self._go_on(number)

    def _go_on(self, number: int) -> None:
        if number + 1 < len(ASPECTS):
            self.ask(number + 1)
        else:
            self.show_lines()

    def _ask_to_erase(self) -> None:
        """Have the same button pressed once more: what it does can't be undone."""
        self.erase.setText(self._words.text("Erase for good"))
        self.erase.clicked.disconnect()
        self.erase.clicked.connect(self._erase)
        announce(self, self._words.text("Press once more to erase every answer for good."))

    def _erase(self) -> None:
        if self.tried(self._check_ins.erase):
            self.ask(0)
