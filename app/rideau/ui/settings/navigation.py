# SPDX-License-Identifier: MIT
"""How does a person go from one page of the settings to another? By a list at the leading side."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout

from rideau.domain.text import Text
from rideau.ports.settings_window import SettingsPage
from rideau.ui import theme
from rideau.ui.widgets import show_checked, spaced
from rideau.wording.words import Words

NAMES = {
    SettingsPage.HOURS: Text("&Hours"),
    SettingsPage.NETWORKS: Text("&Networks"),
    SettingsPage.REMINDERS: Text("&Reminders"),
    SettingsPage.GENERAL: Text("&General"),
    SettingsPage.COMPUTER: Text("This &computer"),
}
WIDTH = 172


class Navigation(QFrame):
    """Be the list: Tab comes to the page that is looked at, up and down go to another."""

    def __init__(self, words: Words, on_choose: Callable[[SettingsPage], None]) -> None:
        """Build one entry for each page."""
        super().__init__()
        self.setProperty("role", "navigation")
        self.setAccessibleName(words.text("Pages of the settings"))
        self._pages = tuple(NAMES)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        column = QVBoxLayout(self)
        spaced(column, margin=12, spacing=4)
        for number, (page, name) in enumerate(NAMES.items()):
            made = QPushButton(words.say(name))
            made.setObjectName(f"page-{page}")
            made.setProperty("role", "navigation")
            made.setCheckable(True)
            made.setAutoExclusive(True)  # a screen reader calls it one of several, not a check box
            made.setAutoDefault(False)
            made.setToolTip(f"Ctrl+{number + 1}")
            self._group.addButton(made, number)
            column.addWidget(made)
        column.addStretch(1)
        self.setMinimumWidth(theme.units(WIDTH))
        self._on_choose = on_choose
        self._group.idToggled.connect(self._toggled)

    @property
    def page(self) -> SettingsPage:
        """Return the page that is looked at."""
        return self._pages[max(self._group.checkedId(), 0)]

    def choose(self, page: SettingsPage) -> None:
        """Show that ``page`` is looked at; Tab comes to it from now on."""
        chosen = self._group.button(self._pages.index(page))
        show_checked(chosen, on=True)
        for each in self._group.buttons():
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is chosen else Qt.FocusPolicy.ClickFocus)
        if self.window().focusWidget() in self._group.buttons():
            chosen.setFocus()

    def _toggled(self, number: int, is_on: bool) -> None:  # noqa: FBT001 - what Qt tells
        if is_on:
            self._on_choose(self._pages[number])

    def take_focus(self) -> None:
        """Give the keyboard to the page that is looked at."""
        self._group.button(self._pages.index(self.page)).setFocus()

    def buttons(self) -> list[QPushButton]:
        """Return the entries in their order."""
        return [each for each in self._group.buttons() if isinstance(each, QPushButton)]
