# SPDX-License-Identifier: MIT
"""Where else is there something to set, and which Rideau is this?"""

from PySide6.QtWidgets import QHBoxLayout

from rideau.ports.settings_window import SettingsPage
from rideau.ui.kit import Section
from rideau.ui.settings.page import PageServices
from rideau.ui.widgets import button, label, spaced
from rideau.wording.words import Words


class AboutSection(Section):
    """Lead there, and say it."""

    def __init__(self, services: PageServices, words: Words) -> None:
        """Build the ways and the line."""
        super().__init__(words.text("And besides"))
        self.zone = button(
            words.text("Away from home? The time zone is with your hours"),
            "quiet",
            lambda: services.go(SettingsPage.HOURS, "hours.timezone"),
        )
        self.assistant = button(
            words.text("Show the first steps again"), "quiet", lambda: services.go(SettingsPage.ASSISTANT, "")
        )
        for each, name in ((self.zone, "go-zone"), (self.assistant, "go-assistant")):
            each.setObjectName(name)
            row = QHBoxLayout()
            spaced(row)
            row.addWidget(each)
            row.addStretch(1)
            self.body.addLayout(row)
        self._words = words
        self.line = label(words.text("Rideau, free software under the MIT licence"), "small")
        self.body.addWidget(self.line)
        services.worker.run(_version, self._say_version)

    def _say_version(self, version: str) -> None:
        self.line.setText(self._words.text("Rideau {version}, free software under the MIT licence", version=version))


def _version() -> str:
    from importlib.metadata import version  # noqa: PLC0415 - slow to load

    return version("rideau")
