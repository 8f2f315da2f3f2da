# SPDX-License-Identifier: MIT
"""What is left? Up to three tasks; where, when and the first move unfold behind each."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from rideau.domain.notebook import Task
from rideau.domain.notebook_edit import TASKS
from rideau.ui import theme
from rideau.ui.evening.fields import LineField
from rideau.ui.tab_order import read_in_order
from rideau.ui.widgets import Tick, paint_chevron, show_checked, spaced
from rideau.wording.words import Words


class Unfolder(QPushButton):
    """Be the small arrow that shows the rest of a task."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, then an arrow."""
        super().paintEvent(event)
        paint_chevron(self)


class TaskRow(QWidget):
    """Be one task: a tick, what, and the rest folded away."""

    def __init__(self, words: Words, number: int, on_change: Callable[[], None]) -> None:
        """Begin empty and folded."""
        super().__init__()
        self._words = words
        self._on_change = on_change
        whole = QVBoxLayout(self)
        spaced(whole, spacing=4)
        row = QHBoxLayout()
        spaced(row, spacing=4)
        self._name = words.text("Task {number}", number=number)
        self.tick = Tick()
        self.tick.setAccessibleName(words.text("Done with task {number}", number=number))
        self.tick.toggled.connect(lambda _on: self._ticked())
        self.what = LineField(self._name, words.text("A task still open"), on_change)
        self.more = Unfolder()
        self.more.setProperty("role", "quiet")
        self.more.setCheckable(True)
        self.more.setAutoDefault(False)
        self.more.setFixedWidth(theme.units(36))
        self.more.setAccessibleName(f"{self._name}: {words.text('Where, when, first move')}")
        self.more.setToolTip(words.text("Where, when, first move"))
        self.more.toggled.connect(self._unfold)
        row.addWidget(self.tick)
        row.addWidget(self.what, 1)
        row.addWidget(self.more)
        whole.addLayout(row)
        whole.addWidget(self._build_rest())
        self.what.returnPressed.connect(self._entered)
        self.what.textChanged.connect(lambda _typed: self._show_beside())
        self._show_beside()

    @property
    def task(self) -> Task:
        """Return what is typed."""
        return Task(
            self.what.text(), self.where.text(), self.when.text(), self.first_move.text(), self.tick.isChecked()
        )

    def show_task(self, task: Task) -> None:
        """Begin with ``task``; where more is known than what, it is shown."""
        for field, text in ((self.what, task.what), (self.where, task.where), (self.when, task.when)):
            field.setText(text)
        self.first_move.setText(task.first_move)
        show_checked(self.tick, on=task.is_done)
        self.more.setChecked(bool(task.where or task.when or task.first_move))
        self._strike()

    def _build_rest(self) -> QWidget:
        words = self._words
        made = self._rest = QWidget()
        grid = QGridLayout(made)
        spaced(grid, spacing=4)
        grid.setContentsMargins(theme.units(39), 0, theme.units(40), theme.units(4))
        self.where = self._detail(words.text("Where"))
        self.when = self._detail(words.text("When"))
        self.first_move = self._detail(words.text("First move"))
        grid.addWidget(self.where, 0, 0)
        grid.addWidget(self.when, 0, 1)
        grid.addWidget(self.first_move, 1, 0, 1, 2)
        made.setVisible(False)
        return made

    def _detail(self, asked: str) -> LineField:
        return LineField(f"{self._name}: {asked}", asked, self._on_change)

    def _ticked(self) -> None:
        self._strike()
        self._on_change()

    def _strike(self) -> None:
        font = self.what.font()
        font.setStrikeOut(self.tick.isChecked())
        self.what.setFont(font)

    def _entered(self) -> None:
        if not self.what.text().strip():
            return
        self.more.setChecked(True)
        self.where.setFocus(Qt.FocusReason.TabFocusReason)

    def _unfold(self, is_open: bool) -> None:  # noqa: FBT001 - what Qt tells
        self._rest.setVisible(is_open)

    def _show_beside(self) -> None:
        has_text = bool(self.what.text().strip())
        self.tick.setEnabled(has_text)
        self.more.setVisible(has_text or self.more.isChecked())


class TaskRows(QWidget):
    """Be the rows: one more comes as soon as something stands in all of them, up to three."""

    def __init__(self, words: Words, on_change: Callable[[], None]) -> None:
        """Begin with one empty row."""
        super().__init__()
        self._words = words
        self._on_change = on_change
        self._others: tuple[Task, ...] = ()
        self.rows: list[TaskRow] = []
        self._column = QVBoxLayout(self)
        spaced(self._column, spacing=4)
        self.show_tasks(())

    @property
    def tasks(self) -> tuple[Task, ...]:
        """Return what is typed, and those that there was no row for."""
        return (*(row.task for row in self.rows), *self._others)

    def show_tasks(self, tasks: Sequence[Task]) -> None:
        """Begin with ``tasks``."""
        self._others = tuple(tasks[TASKS:])
        for task in tasks[:TASKS]:
            self._last_or_new().show_task(task)
        self._last_or_new()

    def _last_or_new(self) -> TaskRow:
        """Return the empty row at the end, or a new one where there is room."""
        if self.rows and not self.rows[-1].what.text().strip():
            return self.rows[-1]
        if len(self.rows) < TASKS:
            made = TaskRow(self._words, len(self.rows) + 1, self._changed)
            self.rows.append(made)
            self._column.addWidget(made)
        return self.rows[-1]

    def _changed(self) -> None:
        before = len(self.rows)
        self._last_or_new()
        if len(self.rows) != before:
            read_in_order(self.window())
        self._on_change()
