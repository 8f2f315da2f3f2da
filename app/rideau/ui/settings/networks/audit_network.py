# SPDX-License-Identifier: MIT
"""What is asked of one network, what was answered, and which steps follow? A line that unfolds to its questions."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from rideau.domain.audit import HowTo
from rideau.domain.settings import AuditAnswer, AuditQuestion
from rideau.ui import theme
from rideau.ui.kit import Pills
from rideau.ui.settings.networks.action_button import give_focus
from rideau.ui.settings.networks.audit_head import NetworkHead, Standing
from rideau.ui.settings.networks.audit_step import StepCard, StepOf
from rideau.ui.tab_order import read_in_order
from rideau.ui.widgets import button, label, spaced
from rideau.wording.audit_lines import QUESTIONS
from rideau.wording.words import Words


class Asked(NamedTuple):
    """Say what is asked of a network, and how its steps are taken."""

    id: str
    name: str
    questions: tuple[AuditQuestion, ...]
    how_tos: Mapping[AuditQuestion, HowTo]
    accounts: tuple[str, ...] = ()


class Answering(NamedTuple):
    """Hold what is told of the answers."""

    answer: Callable[[AuditQuestion, AuditAnswer | None], None]
    tick: Callable[[AuditQuestion, bool], None]


class NetworkPanel(QFrame):
    """Be one network: its line, and below it, once unfolded, its questions."""

    def __init__(self, asked: Asked, words: Words, answering: Answering, turned: Callable[[bool], None]) -> None:
        """Build the line alone; ``turned`` is told when it is folded or unfolded by hand."""
        super().__init__()
        self.setProperty("role", "panel")
        self._asked, self._words, self._answering = asked, words, answering
        self._column = QVBoxLayout(self)
        spaced(self._column, margin=1, spacing=0)
        self.head = NetworkHead(asked.name, words)
        self.head.setObjectName(f"audit-{asked.id}")
        self.head.toggled.connect(self._turn)
        self._turned, self._is_unfolded = turned, False
        self._column.addWidget(self.head)
        self.rows: dict[AuditQuestion, QuestionRow] = {}
        self._body: QWidget | None = None
        self._answers: Mapping[AuditQuestion, AuditAnswer] = {}

    @property
    def asked(self) -> Asked:
        """Return what is asked here."""
        return self._asked

    def show_answers(self, answers: Mapping[AuditQuestion, AuditAnswer], standing: Standing) -> None:
        """Show what was answered."""
        self._answers = answers
        self.head.show_standing(standing)
        for question, row in self.rows.items():
            row.show_answer(answers.get(question))

    def unfold(self, *, on: bool) -> None:
        """Show the questions, or the line alone."""
        self._is_unfolded = on
        self.head.setChecked(on)
        if on and self._body is None:
            self._build_body()
        if self._body is not None:
            self._body.setVisible(on)

    def _turn(self, on: bool) -> None:  # noqa: FBT001 - what Qt tells
        if on is not self._is_unfolded:
            self._turned(on)

    def _build_body(self) -> None:
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        spaced(column, margin=16, spacing=16)
        column.setContentsMargins(theme.units(16), theme.units(4), theme.units(16), theme.units(16))
        for question in self._asked.questions:
            row = QuestionRow(question, self._asked, self._words, self._answering)
            row.show_answer(self._answers.get(question))
            self.rows[question] = row
            column.addWidget(row)
        self._column.addWidget(self._body)


class QuestionRow(QWidget):
    """Be one question with its answers, and the step that follows from a yes."""

    def __init__(self, question: AuditQuestion, asked: Asked, words: Words, answering: Answering) -> None:
        """Build the question; the step is built with the first yes."""
        super().__init__()
        self._question, self._asked, self._words, self._answering = question, asked, words, answering
        said = words.say(QUESTIONS[question])
        grid = QGridLayout(self)
        spaced(grid, spacing=8)
        grid.setHorizontalSpacing(theme.units(16))
        grid.setColumnStretch(0, 1)
        grid.addWidget(label(said), 0, 0)
        self.forget = button(words.text("Take back"), "quiet", self._forget)
        self.forget.setAccessibleName(f"{said} {self.forget.text()}")
        grid.addWidget(self.forget, 0, 1, Qt.AlignmentFlag.AlignVCenter)
        self.pills: Pills[bool] = Pills([(True, words.text("Yes")), (False, words.text("No"))], self._chosen, said)
        self.pills.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        grid.addWidget(self.pills, 0, 2, Qt.AlignmentFlag.AlignVCenter)
        for pill, answer in zip(self.pills.buttons(), ("yes", "no"), strict=True):
            pill.setObjectName(f"audit-{asked.id}-{question}-{answer}")
        self.forget.setObjectName(f"audit-{asked.id}-{question}-forget")
        self._grid = grid
        self.card: StepCard | None = None
        self._answer: AuditAnswer | None = None

    def show_answer(self, answer: AuditAnswer | None) -> None:
        """Show the answer; None is none yet."""
        self._answer = answer
        self._choose(answer)
        is_yes = answer is not None and answer.is_yes
        if is_yes and self.card is None:
            self._build_card()
        if self.card is not None:
            self.card.setVisible(is_yes)
            if answer is not None and is_yes:
                self.card.show_answer(answer)

    def _build_card(self) -> None:
        step = StepOf(self._question, self._asked.name, self._asked.how_tos[self._question], self._asked.accounts)
        self.card = StepCard(step, self._words, lambda answer: self._answering.answer(self._question, answer))
        self.card.tick = lambda on: self._answering.tick(self._question, on)
        for part, named in ((self.card.account, "account"), (self.card.fold, "fold"), (self.card.done, "done")):
            part.setObjectName(f"audit-{self._asked.id}-{self._question}-{named}")
        self._grid.addWidget(self.card, 1, 0, 1, 3)
        read_in_order(self)

    def _choose(self, answer: AuditAnswer | None) -> None:
        """Show which answer was given, or that none was: no pill is down then."""
        self.forget.setVisible(answer is not None)
        self.pills.choose(None if answer is None else answer.is_yes)

    def _forget(self) -> None:
        self._answering.answer(self._question, None)
        give_focus(self.pills.buttons()[0])

    def _chosen(self, value: bool) -> None:  # noqa: FBT001 - a choice among two
        alone = self._asked.accounts[0] if value and len(self._asked.accounts) == 1 else ""
        before = self._answer or AuditAnswer(value, alone)
        self._answering.answer(self._question, before._replace(is_yes=value))
