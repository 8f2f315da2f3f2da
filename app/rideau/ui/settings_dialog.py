# SPDX-License-Identifier: MIT
"""Where are the settings that matter most changed by hand? One plain dialog; every problem is said beside its field."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rideau.domain.error import RideauError
from rideau.domain.probe import Probe
from rideau.domain.settings import Settings
from rideau.ports.desktop import Autostart
from rideau.ports.settings_store import SettingsError, SettingsProblem, SettingsStore
from rideau.ui import theme
from rideau.ui.present_settings import edits, field_of, shown
from rideau.ui.settings_form import SettingsForm
from rideau.ui.widgets import app_icon, button, dress, label, spaced
from rideau.wording import terms
from rideau.wording.words import Words

OpenUrl = Callable[[QUrl], object]


class SettingsServices(Protocol):
    """Hold what the dialog acts through; ``ui.face.Services`` does."""

    @property
    def settings(self) -> SettingsStore:
        """Return where settings are read and written."""
        ...

    @property
    def autostart(self) -> Autostart:
        """Return what starts Rideau at login."""
        ...

    @property
    def probes(self) -> Callable[[], tuple[Probe, ...]]:
        """Return what says how each mechanism stands here."""
        ...

    @property
    def settings_file(self) -> Path | None:
        """Return where the settings file is, or None to keep it to oneself."""
        ...


class SettingsDialog(QDialog):
    """Show settings, and write what was changed: all or nothing, and nothing typed is lost on trouble."""

    def __init__(self, services: SettingsServices, words: Words, open_url: OpenUrl = QDesktopServices.openUrl) -> None:
        """Build the dialog from the settings as they are; of a file that does not hold, from the last good ones."""
        super().__init__()
        self._services = services
        self._words = words
        self._open_url = open_url
        settings, self._problems = self._read()
        self._before: Mapping[str, str] = shown(settings)
        self._was_on = services.autostart.is_on()
        self.setWindowTitle(words.text("Settings of Rideau"))
        self.setWindowIcon(app_icon())
        self.form = SettingsForm(self._before, words, is_rotation=settings.hours.rotation is not None)
        self.form.login.setChecked(self._was_on)
        self._build_parts()
        self._build_layout()
        self._say(self._problems)
        dress(self)
        self.resize(theme.units(560), theme.units(680))

    def save(self) -> None:
        """Write what was changed, or say beside each field why not."""
        try:
            wanted = edits(self._before, self.form.values(), {field_of(each.place) for each in self._problems})
            if wanted or self._problems:
                self._services.settings.write(wanted)
            if self.form.login.isChecked() != self._was_on:
                self._services.autostart.switch(on=self.form.login.isChecked())
        except SettingsError as error:
            self._say(error.problems)
        except RideauError as error:
            self._say_elsewhere(self._words.error(error))
        else:
            self.accept()

    def _read(self) -> tuple[Settings, tuple[SettingsProblem, ...]]:
        try:
            return self._services.settings.load(), ()
        except SettingsError as error:
            return self._services.settings.last_good(), error.problems

    def _build_parts(self) -> None:
        self.elsewhere = label(role="notice")
        self.elsewhere.hide()
        self.file_button = button(self._words.text("Open the settings &file"), "quiet", self._open_file)
        self.file_button.setVisible(self._services.settings_file is not None)
        self.cancel_button = button(self._words.text("Leave as it was"), "quiet", self.reject)
        self.save_button = button(self._words.text("&Save"), "main", self.save)
        self.save_button.setDefault(True)

    def _build_layout(self) -> None:
        whole = QVBoxLayout(self)
        spaced(whole, spacing=0)
        page = QWidget()
        sections = QVBoxLayout(page)
        spaced(sections, margin=24, spacing=16)
        sections.addWidget(self.form)
        sections.addWidget(label(self._words.text("This computer"), "title"))
        for probe in self._services.probes():
            sections.addWidget(self._mechanism(probe))
        sections.addStretch(1)
        self.scroll_area = QScrollArea()
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_area.setWidget(page)
        whole.addWidget(self.scroll_area, 1)
        foot = QVBoxLayout()
        spaced(foot, margin=16, spacing=12)
        foot.addWidget(self.elsewhere)
        row = QHBoxLayout()
        spaced(row)
        row.addWidget(self.file_button)
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.save_button)
        foot.addLayout(row)
        whole.addLayout(foot)

    def _mechanism(self, probe: Probe) -> QWidget:
        said = [probe.reason, probe.remedy] if probe.remedy else [probe.reason]
        panel = QWidget()
        lines = QVBoxLayout(panel)
        spaced(lines, spacing=2)
        state = terms.fitness(self._words, probe.fitness)
        title = self._words.text("{title}: {state}", title=probe.title, state=state)
        lines.addWidget(label(title, "strong"))
        lines.addWidget(label(" ".join(self._words.say(each) for each in said), "second"))
        return panel

    def _say(self, problems: tuple[SettingsProblem, ...]) -> None:
        beside: dict[str, str] = {}
        elsewhere = []
        for problem in problems:
            field, said = field_of(problem.place), self._words.say(problem.message)
            if field is not None:
                beside.setdefault(field, said)
            else:
                where = problem.place or problem.file
                elsewhere.append(self._words.text("{place}: {what}", place=where, what=said))
        first = self.form.show_problems(beside)
        if first is not None:
            first.setFocus()
            self.scroll_area.ensureWidgetVisible(first)
        self._say_elsewhere("\n".join(elsewhere))

    def _say_elsewhere(self, said: str) -> None:
        self.elsewhere.setText(said)
        self.elsewhere.setVisible(bool(said))

    def _open_file(self) -> None:
        file = self._services.settings_file
        if file is None:
            return
        try:
            if not file.exists():
                self._services.settings.write({})
        except RideauError as error:
            self._say_elsewhere(self._words.error(error))
            return
        self._open_url(QUrl.fromLocalFile(str(file)))
