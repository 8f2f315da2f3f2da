# SPDX-License-Identifier: MIT
"""Which of the weeks that take turns is shown? One pill for each, where there are several."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from rideau.ui.kit import Pills
from rideau.ui.widgets import spaced
from rideau.wording.week_lines import week_name
from rideau.wording.words import Words


class WeekTabs(QWidget):
    """Choose a week; hidden where there is only one."""

    def __init__(self, words: Words, on_choose: Callable[[int], None]) -> None:
        """Begin with no choice."""
        super().__init__()
        self._words, self._on_choose = words, on_choose
        self._pills: Pills[int] | None = None
        self._labels: tuple[str, ...] = ()
        self._before: QWidget = self
        self._row = QVBoxLayout(self)
        spaced(self._row)
        self.hide()

    def comes_after(self, mark: QWidget) -> None:
        """Let Tab come to the pills after ``mark``, whenever they are built."""
        self._before = mark

    def show_weeks(self, count: int, now: int, shown: int) -> None:
        """Offer ``count`` weeks, of which ``now`` holds and ``shown`` is in view."""
        labels = tuple(self._label(number, now) for number in range(count)) if count > 1 else ()
        if labels != self._labels:
            self._labels = labels
            self._build(shown)
        if self._pills is not None:
            self._pills.choose(shown)
        self.setVisible(bool(labels))

    def _build(self, shown: int) -> None:
        had_focus = self._pills is not None and any(each.hasFocus() for each in self._pills.buttons())
        if self._pills is not None:
            self._row.removeWidget(self._pills)
            self._pills.hide()
            self._pills.deleteLater()
            self._pills = None
        if self._labels:
            self._pills = Pills(enumerate(self._labels), self._on_choose, self._words.text("Week shown"))
            self._row.addWidget(self._pills)
            before = self._before
            for each in self._pills.buttons():
                QWidget.setTabOrder(before, each)
                before = each
            if had_focus:
                self._pills.buttons()[shown].setFocus()

    def _label(self, number: int, now: int) -> str:
        name = week_name(self._words, number)
        return self._words.text("{week} · this week", week=name) if number == now else name
