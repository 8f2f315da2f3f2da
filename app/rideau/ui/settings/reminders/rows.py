# SPDX-License-Identifier: MIT
"""How does a setting stand on this page? Its name, what it means in small, and its control at the trailing side."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSpinBox, QVBoxLayout, QWidget

from rideau.domain.settings import Settings
from rideau.domain.text import Text
from rideau.ports.settings_window import SettingsPage
from rideau.ui import theme
from rideau.ui.flow import Flow
from rideau.ui.kit import Panel, Section, Stepper
from rideau.ui.settings.page import PageServices
from rideau.ui.widgets import Tick, button, label, show_checked, spaced
from rideau.wording.words import Words

FIELD = 128
Change = Callable[[Settings], Settings]


class ReminderSection(Section):
    """Be a section that shows a part of the settings in one panel and changes it; a subclass fills ``panel``."""

    title: Text
    hint_text: Text | None = None
    places: tuple[str, ...] = ()
    """The tables of the settings file that are changed here."""

    def __init__(self, services: PageServices, words: Words) -> None:
        """Build the head, and what the subclass builds."""
        super().__init__(words.say(self.title), words.say(self.hint_text) if self.hint_text else "")
        self.services = services
        self.words = words
        self.panel = Panel(spacing=12)
        self.body.addWidget(self.panel)
        self._shows: list[Callable[[Settings], None]] = []
        self.build()

    def build(self) -> None:
        """Fill ``panel`` with rows."""
        raise NotImplementedError

    def show_settings(self, settings: Settings) -> None:
        """Show what holds."""
        for show in self._shows:
            show(settings)

    def tick(
        self,
        name: Text,
        hint: Text | None,
        read: Callable[[Settings], bool],
        write: Callable[[Settings, bool], Settings],
    ) -> Tick:
        """Add a switch with what it means below."""
        said = self.words.say(name)
        made = Tick(said)
        made.setAccessibleName(said)
        column = QVBoxLayout()
        spaced(column, spacing=0)
        column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeading)
        if hint is not None:
            below = label(self.words.say(hint), "small")
            below.setContentsMargins(theme.units(28), 0, 0, 0)
            column.addWidget(below)
        self.panel.body.addLayout(column)
        made.toggled.connect(lambda is_on: self.change(lambda settings: write(settings, is_on), name))
        self._shows.append(lambda settings: show_checked(made, on=read(settings)))
        return made

    def number(
        self,
        name: Text,
        field: Stepper,
        read: Callable[[Settings], int],
        write: Callable[[Settings, int], Settings],
        hint: Text | None = None,
    ) -> Stepper:
        """Add a whole number."""
        self.row(name, field, hint)
        field.valueChanged.connect(
            lambda value: self.change(lambda settings: write(settings, value), name, field.accessibleName())
        )
        self._shows.append(lambda settings: _show(field, read(settings)))
        return field

    def row(self, name: Text, field: QWidget, hint: Text | None = None) -> None:
        """Add ``field`` with its name at the leading side."""
        line = QHBoxLayout()
        spaced(line, spacing=12)
        words = QVBoxLayout()
        spaced(words, spacing=2)
        said = label(self.words.say(name))
        said.setBuddy(field)
        words.addWidget(said)
        if hint is not None:
            words.addWidget(label(self.words.say(hint), "small"))
        line.addLayout(words, 1)
        if isinstance(field, QSpinBox):
            field.setMinimumWidth(theme.units(FIELD))
        line.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        self.panel.body.addLayout(line)

    def ways(self, *ways: tuple[str, SettingsPage]) -> list[QPushButton]:
        """Add quiet buttons that lead to small windows of their own."""
        holder, row = QWidget(), Flow()
        holder.setLayout(row)
        made = []
        for said, page in ways:
            way = button(said, "quiet", partial(self.services.go, page, ""))
            row.addWidget(way)
            made.append(way)
        self.panel.body.addWidget(holder)
        return made

    def shows(self, show: Callable[[Settings], None]) -> None:
        """Have ``show`` called with what holds."""
        self._shows.append(show)

    def change(self, change: Change, name: Text, group: str = "") -> None:
        """Save what ``change`` makes of the settings."""
        desk = self.services.desk
        desk.change(change(desk.settings), name, group)


def _show(field: QSpinBox, value: int) -> None:
    with QSignalBlocker(field):
        field.setValue(value)
