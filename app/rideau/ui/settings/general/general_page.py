# SPDX-License-Identifier: MIT
"""What is on the page General? Sections below each other; each shows its part of the settings and changes it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rideau.domain.text import Text
from rideau.services.settings_desk import DeskState
from rideau.ui.kit import Section
from rideau.ui.settings.general.about_section import AboutSection
from rideau.ui.settings.general.apps_section import AppsSection
from rideau.ui.settings.general.language_section import LanguageSection
from rideau.ui.settings.general.lock_section import LockSection
from rideau.ui.settings.general.login_section import LoginSection
from rideau.ui.settings.general.yours_section import YoursSection
from rideau.ui.settings.page import Page, PageServices
from rideau.wording.words import Words


class GeneralPage(Page):
    """Show the sections, from what is wanted often to what is wanted once."""

    title = Text("General")

    def __init__(self, services: PageServices, words: Words) -> None:
        """Build every section."""
        super().__init__(services, words)
        self.body.setSpacing(2 * self.body.spacing())
        self.lock = LockSection(self.services, words)
        self.apps = AppsSection(self.services, words)
        self.language = LanguageSection(self.services, words)
        self.login = LoginSection(self.services, words)
        self.yours = YoursSection(self.services, words)
        self.about = AboutSection(self.services, words)
        for each in (self.lock, self.apps, self.language, self.login, self.yours, self.about):
            self.body.addWidget(each)
        self.body.addStretch(1)
        self._places: dict[str, Section] = {"lock": self.lock, "apps": self.apps, "language": self.language}

    def show_state(self, state: DeskState) -> None:
        """Show what the settings say."""
        self.lock.show_settings(state.settings)
        self.apps.show_settings(state.settings)
        self.language.show_settings(state.settings)

    def show_place(self, place: str) -> None:
        """Give the keyboard to the section of ``place``, which the window scrolls to."""
        section = self._places.get(place.partition(".")[0])
        if section is not None:
            first = next(each for each in section.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus)
            first.setFocus()
            self.ensure_seen(section)
