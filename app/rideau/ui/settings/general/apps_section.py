# SPDX-License-Identifier: MIT
"""What happens to apps at closing time? How long they are given, and whether they come back."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from rideau.domain.settings import AppSettings, HiddenApps, Reopening, Settings
from rideau.domain.text import Text
from rideau.ui import theme
from rideau.ui.kit import Panel, Pills, Section, Stepper
from rideau.ui.settings.page import PageServices
from rideau.ui.widgets import label, spaced
from rideau.wording.words import Words

COUNTDOWN_S, STEP_S = (10, 600), 10


class AppsSection(Section):
    """Change the three."""

    def __init__(self, services: PageServices, words: Words) -> None:
        """Build a row for each."""
        text = words.text
        super().__init__(
            text("Apps at closing time"), text("Work apps are asked to close as if you had closed them yourself.")
        )
        self._services = services
        self._grid = QGridLayout()
        spaced(self._grid, spacing=12)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        name = text("Time to save your work")
        self.countdown = Stepper(COUNTDOWN_S, name, step=STEP_S, unit=text("seconds"))
        self.countdown.setObjectName("countdown")
        self.countdown.setMaximumWidth(theme.units(160))
        self._add(name, self.countdown)
        self._grid.setAlignment(self.countdown, Qt.AlignmentFlag.AlignLeading)  # or its column is as narrow as it is
        name = text("Apps that hide instead of closing")
        hidden = ((HiddenApps.END, text("are ended")), (HiddenApps.FREEZE, text("are frozen until the opening")))
        self.hidden: Pills[HiddenApps] = Pills(hidden, self._choose_hidden, name)
        self._add(name, self.hidden)
        name = text("What was closed comes back at the opening")
        back = (
            (Reopening.ASK, text("if I say so")),
            (Reopening.ALWAYS, text("always")),
            (Reopening.OFF, text("never")),
        )
        self.reopen: Pills[Reopening] = Pills(back, self._choose_reopening, name)
        self._add(name, self.reopen)
        panel = Panel()
        panel.body.addLayout(self._grid)
        self.body.addWidget(panel)
        self.countdown.valueChanged.connect(self._choose_countdown)

    def show_settings(self, settings: Settings) -> None:
        """Show what holds."""
        with QSignalBlocker(self.countdown):
            self.countdown.setValue(settings.apps.countdown_s)
        self.hidden.choose(settings.apps.hidden)
        self.reopen.choose(settings.apps.reopen)

    def _add(self, name: str, field: QWidget) -> None:
        row = self._grid.rowCount()
        said = label(name)
        said.setBuddy(field)
        self._grid.addWidget(said, row, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(field, row, 1)

    def _choose_countdown(self, seconds: int) -> None:
        self._change(self._apps._replace(countdown_s=seconds), Text("Time to save"), "countdown")

    def _choose_hidden(self, hidden: HiddenApps) -> None:
        self._change(self._apps._replace(hidden=hidden), Text("Apps that hide"))

    def _choose_reopening(self, reopen: Reopening) -> None:
        self._change(self._apps._replace(reopen=reopen), Text("Apps coming back"))

    @property
    def _apps(self) -> AppSettings:
        return self._services.desk.settings.apps

    def _change(self, apps: AppSettings, label_: Text, group: str = "") -> None:
        desk = self._services.desk
        desk.change(desk.settings._replace(apps=apps), label_, group)
