# SPDX-License-Identifier: MIT
"""What do the hours come to? A line of truth under the timeline, and what falls short of the rest that is due."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from rideau.domain.week_edit import Weeks
from rideau.ui.widgets import label, spaced
from rideau.wording.week_lines import rest_warnings, truth_lines
from rideau.wording.words import Words

MOST_WARNINGS = 2
REST_MS = 90
"""How long a hand rests before what it would come to is said."""


class TruthLine(QWidget):
    """Say what ``Weeks`` come to; it tells and refuses nothing."""

    def __init__(self, words: Words) -> None:
        """Begin with nothing said."""
        super().__init__()
        self._words = words
        self._said: Weeks | None = None
        self._wanted: Weeks = ()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(lambda: self.show_weeks(self._wanted))
        body = QVBoxLayout(self)
        spaced(body, spacing=4)
        self.work, self.rest = label(role="yes"), label(role="second")
        self.warnings: tuple[QLabel, ...] = tuple(label(role="notice") for _ in range(MOST_WARNINGS))
        for each in (self.work, self.rest, *self.warnings):
            body.addWidget(each)
            each.hide()

    def show_soon(self, weeks: Weeks) -> None:
        """Say what ``weeks`` would come to once the hand rests: the page stays calm, and light, while it drags."""
        self._wanted = weeks
        self._rest.start()

    def show_weeks(self, weeks: Weeks) -> None:
        """Say what ``weeks`` come to."""
        self._rest.stop()
        self._wanted = weeks
        if weeks == self._said:
            return
        self._said = weeks
        _fill((self.work, self.rest), truth_lines(self._words, weeks))
        _fill(self.warnings, rest_warnings(self._words, weeks))


def _fill(labels: tuple[QLabel, ...], said: tuple[str, ...]) -> None:
    for number, shown in enumerate(labels):
        each = said[number] if number < len(said) else ""
        shown.setText(each)
        shown.setVisible(bool(each))
