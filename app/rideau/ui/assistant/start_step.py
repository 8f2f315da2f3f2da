# SPDX-License-Identifier: MIT
"""Does Rideau start by itself, and how firmly does it close? Step three, with a line for each browser."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from rideau.domain.settings import LockLevel
from rideau.domain.text import Text
from rideau.ui import theme
from rideau.ui.assistant.step import Step
from rideau.ui.kit import Panel
from rideau.ui.widgets import Tick, label, spaced
from rideau.wording.browser_listing import BrowserStand

LEVELS = (
    (LockLevel.GENTLE, Text("&Gentle"), Text("It only goes quiet: nothing rings, nothing is closed.")),
    (LockLevel.FIRM, Text("&Firm"), Text("Closed, with a key for ten minutes: a short wait and a reason.")),
    (LockLevel.LOCKED, Text("&Locked"), Text("Closed until opening. An emergency exit takes ten minutes.")),
)


class _Row(QWidget):
    """Be a choice with its sentence; a click on the sentence chooses, too."""

    def __init__(self, choice: QRadioButton) -> None:
        super().__init__()
        self._choice = choice

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._choice.click()
            self._choice.setFocus(Qt.FocusReason.MouseFocusReason)


class StartStep(Step):
    """Ask for the start at login and the lock level, and say how browsers stand."""

    title = Text("How firmly does it close?")
    hint = Text("You can change your mind at any opening hour.")

    def build(self) -> "StartStep":
        """Put the parts together; return itself."""
        levels = Panel(margin=12, spacing=8)
        levels.setAccessibleName(self.words.text("How firmly it closes"))
        self._group = QButtonGroup(self)
        self.levels: dict[LockLevel, QRadioButton] = {}
        for level, name, sentence in LEVELS:
            levels.body.addWidget(self._level(level, self.words.say(name), self.words.say(sentence)))
        self._group.buttonClicked.connect(lambda _button: self._level_chosen())
        self.body.addWidget(levels)
        self.login = Tick(self.words.text("&Start Rideau when I log in"))
        self.login.setChecked(self.draft.starts_at_login)
        self.login.toggled.connect(self._login_toggled)
        self.body.addWidget(self.login)
        self._browsers = QVBoxLayout()
        spaced(self._browsers, spacing=4)
        self.body.addLayout(self._browsers)
        return self

    def first(self) -> QWidget:
        """Return the level that holds."""
        return self.levels[self.draft.settings.lock_level]

    def show_browsers(self, stands: tuple[BrowserStand, ...]) -> None:
        """Say how each browser closes sites, and what is left to do."""
        while (item := self._browsers.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if stands:
            self._browsers.addSpacing(theme.units(4))
            self._browsers.addWidget(label(self.words.text("In your browsers"), "strong"))
        for each in stands:
            self._browsers.addWidget(label(self._line(each), "second"))

    def _level(self, level: LockLevel, name: str, sentence: str) -> QWidget:
        choice = self.levels[level] = QRadioButton(name)
        made = _Row(choice)
        column = QVBoxLayout(made)
        spaced(column, spacing=0)
        choice.setAccessibleDescription(sentence)
        choice.setChecked(level is self.draft.settings.lock_level)
        self._group.addButton(choice)
        said = label(sentence, "second")
        said.setIndent(theme.units(30))
        said.setBuddy(choice)
        column.addWidget(choice)
        column.addWidget(said)
        return made

    def _level_chosen(self) -> None:
        level = next(level for level, choice in self.levels.items() if choice.isChecked())
        self.take(self.draft._replace(settings=self.draft.settings._replace(lock_level=level)))

    def _login_toggled(self, is_on: bool) -> None:  # noqa: FBT001 - what Qt tells
        self.take(self.draft._replace(starts_at_login=is_on))

    def _line(self, stand: BrowserStand) -> str:
        name, gate = stand.name, stand.gate
        if gate is None:
            return self.words.text("{browser}: closes work sites while Rideau runs.", browser=name)
        if not gate.is_in_path:
            return self.words.text(
                "{browser}: work sites stay open for now. Settings, “This computer”, says why and what helps.",
                browser=name,
            )
        if stand.extensions:
            return self.words.text("{browser}: closes work sites, with a friendly page.", browser=name)
        return self.words.text(
            "{browser}: closes work sites. The extension adds a friendly page; there is no hurry.", browser=name
        )
