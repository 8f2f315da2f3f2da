# SPDX-License-Identifier: MIT
"""What is worth knowing under the board: what just happened, what waits for a decision, which browsers close sites?"""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from rideau.domain.network import Network, Side
from rideau.ui.settings.networks.present_sides import browsers_line, mixed_line, steps_line
from rideau.ui.widgets import announce, button, label, spaced
from rideau.wording.browser_listing import BrowserStand
from rideau.wording.words import Words


class Remarks(QWidget):
    """Say a few things, each in a line; what is not so takes no room."""

    def __init__(self, words: Words, on_steps: Callable[[], None]) -> None:
        """Begin with nothing to say; ``on_steps`` shows the steps to take."""
        super().__init__()
        self._words = words
        self.said = label("", "yes")
        room = self.said.sizePolicy()
        room.setRetainSizeWhenHidden(True)  # the board keeps its height when something is said under it
        self.said.setSizePolicy(room)
        self.mixed = label()
        self.mixed.setProperty("side", Side.MIXED.value)
        self.explain = button(words.text("How?"), "quiet", self._explain)
        self.explain.setAccessibleName(words.text("How a browser profile for each side of life works"))
        self._mixed_row = _beside(self.mixed, self.explain)
        self.explanation = label(
            words.text(
                "“rideau browse work” opens a browser profile for work, “rideau browse personal” one for private life;"
                " both also stand in your applications menu. With the extension in them, Rideau closes mixed networks"
                " in the work one alone."
            ),
            "small",
        )
        self.steps = label()
        self.steps.setProperty("side", Side.MIXED.value)
        self.steps_button = button(words.text("Show them"), "quiet", on_steps)
        self._steps_row = _beside(self.steps, self.steps_button)
        self.browsers = label("", "small")
        body = QVBoxLayout(self)
        spaced(body, spacing=6)
        for each in (self.said, self._mixed_row, self.explanation, self._steps_row, self.browsers):
            each.hide()
            body.addWidget(each)

    def say(self, line: str) -> None:
        """Say what just happened, to those who listen too; an empty line takes back what was said."""
        self._put(self.said, line)
        if line:
            announce(self, line)

    def show_networks(self, undecided: Sequence[Network], steps: int) -> None:
        """Show which mixed networks are ``undecided``, and how many ``steps`` there are to take."""
        self._put(self.mixed, mixed_line(self._words, undecided), self._mixed_row)
        self._put(self.steps, steps_line(self._words, steps), self._steps_row)
        if not undecided:
            self.explanation.hide()

    def show_browsers(self, stands: Iterable[BrowserStand]) -> None:
        """Show in which browsers sites close."""
        self._put(self.browsers, browsers_line(self._words, stands))

    def _explain(self) -> None:
        self.explanation.setVisible(self.explanation.isHidden())

    def _put(self, where: QLabel, line: str, part: QWidget | None = None) -> None:
        where.setText(line)
        (part or where).setVisible(bool(line))


def _beside(said: QLabel, act: QPushButton) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    spaced(row)
    row.addWidget(said, 1)
    row.addWidget(act)
    return made
