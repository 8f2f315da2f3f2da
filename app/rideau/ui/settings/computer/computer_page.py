# SPDX-License-Identifier: MIT
"""How does Rideau stand on this computer, as people read it, and what can be done about it? Nothing is kept here."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from rideau.domain.error import RideauError
from rideau.domain.probe import Fitness
from rideau.domain.text import Text
from rideau.ports.machine import HeldChange, Mechanism
from rideau.services.settings_desk import DeskState
from rideau.ui import theme
from rideau.ui.kit import Section
from rideau.ui.settings.computer.changes_section import ChangesSection
from rideau.ui.settings.computer.lines import ROOMY, GroupView
from rideau.ui.settings.computer.present_computer import Deed, Group, Help, Wishes, browser_lines, groups_of
from rideau.ui.settings.page import Page, PageServices
from rideau.ui.widgets import announce, button, label, spaced
from rideau.wording.browser_listing import BrowserStand
from rideau.wording.words import Words


class _Found(NamedTuple):
    is_running: bool
    mechanisms: tuple[Mechanism, ...]


class ComputerPage(Page):
    """Say how each mechanism stands, what the extension lacks in each browser, and what Rideau has changed."""

    title = Text("This computer")
    hint = Text("What Rideau can do here, what could be better, and what it has changed.")

    def __init__(self, services: PageServices, words: Words) -> None:
        """Build the frame at once; what is slow to find out comes with ``show_state``."""
        super().__init__(services, words)
        self._mechanisms: tuple[Mechanism, ...] = ()
        self._wishes: Wishes | None = None
        self._has_looked = self._is_looking = False
        self.not_running = label(
            words.text("Rideau is not running now, so nothing is closed or withheld. This is what this window sees."),
            "notice",
        )
        self.not_running.hide()
        self.body.addWidget(self.not_running)
        self.standing = Section(words.text("How it stands"))
        self.again = button(words.text("Look again"), "quiet", self.look)
        self.again.setObjectName("look-again")
        self.standing.head.addWidget(self.again)
        self.looking = label(words.text("Looking…"), "second")
        self.standing.body.addWidget(self.looking)
        self.groups: list[GroupView] = []
        self._groups = QVBoxLayout()
        spaced(self._groups, spacing=12)
        self.standing.body.addLayout(self._groups)
        self.body.addWidget(self.standing)
        self.browsers = Section(words.text("The extension in your browsers"))
        self.browsers.body.setContentsMargins(0, theme.units(12), 0, 0)
        self.browsers.hide()
        self.body.addWidget(self.browsers)
        self._browser_view: GroupView | None = None
        self.changes = ChangesSection(services.machine, self.services.worker, words)
        self.changes.body.setContentsMargins(0, theme.units(12), 0, 0)
        self.changes.hide()
        self.body.addWidget(self.changes)
        self.body.addStretch(1)

    def show_state(self, state: DeskState) -> None:
        """Look once; then only what is switched on in the settings can make another picture of the same."""
        wishes = Wishes(self.services.autostart.is_on(), state.settings.browsers.launchers)
        is_news = wishes != self._wishes
        self._wishes = wishes
        if not self._has_looked:
            self.look()
        elif is_news:
            self._show_groups()

    def look(self) -> None:
        """Look how everything stands, beside the main thread."""
        if self._is_looking:
            return
        self._has_looked = self._is_looking = True
        self.looking.setText(self.words.text("Looking…"))
        self.looking.show()
        self.services.worker.run(self._found, self._show_found, self._show_trouble)
        self.services.worker.run(self.services.machine.changes, self._show_changes, lambda _: None)
        self.services.worker.run(self.services.browsers, self._show_browsers, lambda _: None)

    def _found(self) -> _Found:
        machine = self.services.machine
        return _Found(machine.is_running(), machine.mechanisms())

    def _show_found(self, found: _Found) -> None:
        self._is_looking = False
        self.looking.hide()
        self.not_running.setVisible(not found.is_running)
        self._mechanisms = found.mechanisms
        self._show_groups()
        announce(self, ". ".join(each.group.title for each in self.groups))

    def _show_changes(self, changes: Sequence[HeldChange]) -> None:
        self.changes.show_changes(changes)
        self.changes.show()

    def _show_trouble(self, error: RideauError) -> None:
        self._is_looking = False
        self.looking.setText(self.words.error(error))
        announce(self, self.looking.text())

    def _show_groups(self) -> None:
        if self._wishes is None:
            return
        unfolded = {each.group.fitness: each.is_unfolded for each in self.groups}
        _empty(self.groups, self._groups)
        found = groups_of(self._mechanisms, self._wishes, self.words)
        for group in found:
            is_wanted = group.fitness is Fitness.MISSING or (
                group.fitness is Fitness.WORKS and len(group.lines) <= ROOMY
            )
            view = GroupView(group, self.words, self._do, is_unfolded=unfolded.get(group.fitness, is_wanted))
            self.groups.append(view)
            self._groups.addWidget(view)

    def _show_browsers(self, stands: Sequence[BrowserStand]) -> None:
        was_unfolded = self._browser_view is not None and self._browser_view.is_unfolded
        if self._browser_view is not None:
            self._browser_view.deleteLater()
            self._browser_view = None
        lines = browser_lines(stands, self.words)
        self.browsers.setVisible(bool(lines))
        if lines:
            ready = sum(each.fitness is Fitness.WORKS for each in lines)
            title = self.words.text("Ready in {ready} of {count}", ready=ready, count=len(lines))
            group = Group(Fitness.WORKS, title, ", ".join(each.title for each in lines), lines)
            self._browser_view = GroupView(group, self.words, self._do, is_unfolded=was_unfolded)
            self.browsers.body.addWidget(self._browser_view)

    def _do(self, wanted: Help, pressed: QPushButton) -> None:
        match wanted.deed:
            case Deed.COPY:
                QGuiApplication.clipboard().setText(wanted.what)
                pressed.setText(self.words.text("Copied"))
                pressed.setAccessibleName(f"{pressed.text()}: {wanted.what}")
                announce(pressed, pressed.text())
            case Deed.START_AT_LOGIN:
                self._start_at_login()
            case Deed.LEAD_BY_LAUNCHERS:
                settings = self.services.desk.settings
                browsers = settings.browsers._replace(launchers=True)
                self.again.setFocus()  # the button that was pressed goes with its line
                self.change(settings._replace(browsers=browsers), Text("Browsers started through the gate"))
                self.look()

    def _start_at_login(self) -> None:
        try:
            self.services.autostart.switch(on=True)
        except RideauError as error:
            self.looking.setText(self.words.error(error))
            self.looking.show()
            return
        self.again.setFocus()  # the button that was pressed goes with its line
        self.look()


def _empty(shown: list[GroupView], layout: QVBoxLayout) -> None:
    for each in shown:
        layout.removeWidget(each)
        each.hide()
        each.deleteLater()
    shown.clear()
