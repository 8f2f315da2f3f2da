# SPDX-License-Identifier: MIT
"""Which language does Rideau speak? It switches at once, without a restart."""

from rideau.domain.settings import SYSTEM, Settings
from rideau.domain.text import Text
from rideau.ui.kit import Pills, Section
from rideau.ui.settings.page import PageServices
from rideau.wording.words import Words

NAMES = {"en": "English", "fr": "Français"}
"""Each in its own language: whoever reads the other one wrong finds the way back."""


class LanguageSection(Section):
    """Offer the languages there are."""

    def __init__(self, services: PageServices, words: Words) -> None:
        """Build the choice."""
        super().__init__(words.text("Language"))
        self._services = services
        choices = [(SYSTEM, words.text("The language of this computer")), *NAMES.items()]
        self.pills: Pills[str] = Pills(choices, self._choose, words.text("Language"))
        for each, (code, _) in zip(self.pills.buttons(), choices, strict=True):
            each.setObjectName(f"language-{code}")
        self.body.addWidget(self.pills)

    def show_settings(self, settings: Settings) -> None:
        """Show which one holds."""
        self.pills.choose(settings.language)

    def _choose(self, code: str) -> None:
        desk = self._services.desk
        desk.change(desk.settings._replace(language=code), Text("Language"))
