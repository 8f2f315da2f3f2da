# SPDX-License-Identifier: MIT
"""What is one step of the audit? A card with what to do on that network, from which account, and a tick for done."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from rideau.domain.audit import HowTo
from rideau.domain.settings import AuditAnswer, AuditQuestion
from rideau.ui import theme
from rideau.ui.kit import Panel
from rideau.ui.widgets import Tick, button, label, show_checked, spaced
from rideau.wording.audit_lines import STEPS, done_line
from rideau.wording.words import Words


class StepOf(NamedTuple):
    """Say which step it is, and how it is taken there."""

    question: AuditQuestion
    network: str
    """What the network is called."""
    how_to: HowTo
    accounts: tuple[str, ...] = ()
    """The private accounts that the person named there."""


class StepCard(Panel):
    """Be the card; a done step is folded away to one line."""

    def __init__(self, step: StepOf, words: Words, change: Callable[[AuditAnswer], None]) -> None:
        """Build the line and the rest below it; ``change`` is given the answer as it is now."""
        super().__init__(margin=12, spacing=8)
        self._words, self._change = words, change
        self._answer = AuditAnswer(is_yes=True)
        self._is_unfolded: bool | None = None
        title = words.say(STEPS[step.question])
        self.setAccessibleName(f"{step.network}: {title}")
        head = QHBoxLayout()
        spaced(head, spacing=12)
        self.title = label(title, "strong")
        head.addWidget(self.title, 1)
        self.fold = button("", "quiet", self._turn)
        head.addWidget(self.fold)
        self.done = Tick(words.text("Done"))
        self.done.setAccessibleName(f"{title}: {words.text('Done')}")
        self.done.toggled.connect(self._ticked)
        self.tick: Callable[[bool], None] = lambda _on: None
        head.addWidget(self.done)
        self.body.addLayout(head)
        self.rest = QWidget()
        self._build_rest(step)
        self.body.addWidget(self.rest)

    def show_answer(self, answer: AuditAnswer) -> None:
        """Show the step as it stands."""
        if answer.done_on is not None and self._answer.done_on is None:
            self._is_unfolded = None
        self._answer = answer
        is_done = answer.done_on is not None
        show_checked(self.done, on=is_done)
        said = self._words.text("Done") if answer.done_on is None else done_line(self._words, answer.done_on)
        self.done.setText(said)
        if self.account.text() != answer.account and not self.account.hasFocus():
            self.account.setText(answer.account)
        self.fold.setVisible(is_done)
        self._show_fold()

    def _build_rest(self, step: StepOf) -> None:
        column = QVBoxLayout(self.rest)
        spaced(column, spacing=8)
        asked = self._words.text("From which account?")
        row = QHBoxLayout()
        spaced(row, spacing=8)
        asks = label(asked, "second")
        asks.setWordWrap(False)
        row.addWidget(asks)
        self.account = QLineEdit()
        self.account.setAccessibleName(asked)
        self.account.setPlaceholderText(self._words.text("optional, for your own notes"))
        self.account.setMaximumWidth(theme.units(320))
        if step.accounts:
            names = QCompleter(list(step.accounts), self.account)
            names.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            self.account.setCompleter(names)
        self.account.editingFinished.connect(self._named)
        row.addWidget(self.account, 1)
        row.addStretch(1)
        column.addLayout(row)
        column.addLayout(_numbered(step.how_to.steps))
        column.addWidget(label(step.how_to.stays, "small"))

    def _named(self) -> None:
        account = self.account.text().strip()
        if account != self._answer.account:
            self._change(self._answer._replace(account=account))

    def _ticked(self, on: bool) -> None:  # noqa: FBT001 - Qt's own
        show_checked(self.done, on=self._answer.done_on is not None)
        self.tick(on)

    def _turn(self) -> None:
        self._is_unfolded = not self._is_unfolded
        self._show_fold()

    def _show_fold(self) -> None:
        is_done = self._answer.done_on is not None
        is_open = not is_done or bool(self._is_unfolded)
        self.rest.setVisible(is_open)
        said = self._words.text("Fold away") if is_open else self._words.text("Show how")
        self.fold.setText(said)
        self.fold.setAccessibleName(f"{self.title.text()}: {said}")


def _numbered(steps: tuple[str, ...]) -> QGridLayout:
    grid = QGridLayout()
    spaced(grid, spacing=6)
    grid.setHorizontalSpacing(theme.units(8))
    grid.setColumnStretch(1, 1)
    for row, step in enumerate(steps):
        number: QLabel = label(f"{row + 1}.", "clock")
        number.setWordWrap(False)
        grid.addWidget(number, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(step), row, 1)
    return grid
