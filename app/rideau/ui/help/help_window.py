# SPDX-License-Identifier: MIT
"""Which places are there to turn to? An emergency first, then lines; with no network, and nothing is dialled."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from rideau.domain.help_place import ELSEWHERE, HelpPlace
from rideau.ports.help_places import HelpDirectory
from rideau.ui.kit import Panel
from rideau.ui.lone_window import LoneWindow
from rideau.ui.tab_order import read_in_order
from rideau.ui.widgets import Choice, announce, apart, button, label, spaced
from rideau.wording.countries import countries, sort_key
from rideau.wording.help_lines import source_line
from rideau.wording.words import Words

SLATS = 1
"""The shop is open."""


class HelpWays(NamedTuple):
    """Hold what is done with what a person asks for."""

    pick: Callable[[str], None]
    """Keeps the country that was picked: an ISO 3166 code, or ``elsewhere``."""
    open_url: Callable[[str], None]


class HelpWindow(LoneWindow):
    """Show the places of one country, which the person picks."""

    def __init__(self, directory: HelpDirectory, words: Words, country: str, ways: HelpWays) -> None:
        """Show those of ``country``."""
        super().__init__(words.text("Places to turn to"), words)
        self._directory, self._ways = directory, ways
        said = words.text("People who listen, whatever it is. Rideau dials nothing, and tells nobody that you looked.")
        self.body.addWidget(label(said, "second"))
        self.country = self._choice(country)
        self.body.addWidget(self.country)
        self._rows = QVBoxLayout()
        spaced(self._rows, spacing=8)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)
        self.done_button = button(words.text("Done"), "quiet", self.leave)
        self.foot.addStretch(1)
        self.foot.addWidget(self.done_button)
        self._fill()
        self.be_ready(SLATS, SLATS)
        self.country.setFocus()

    def _choice(self, country: str) -> Choice:
        names = countries(self._words.language)
        made = Choice()
        made.setAccessibleName(self._words.text("Country"))
        for code in sorted(self._directory.countries(), key=lambda each: sort_key(names[each])):
            made.addItem(names[code], code)
        made.addItem(self._words.text("Another country"), ELSEWHERE)
        made.setCurrentIndex(
            max(made.findData(country), -1) if country in self._directory.countries() else made.count() - 1
        )
        made.currentIndexChanged.connect(self._picked)
        return made

    def _picked(self) -> None:
        self._fill()
        self._ways.pick(str(self.country.currentData()))

    def _fill(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        words = self._words
        found = self._directory.places(str(self.country.currentData()), words.language)
        if found.emergency:
            self._add(words.text("If it is an emergency"), found.emergency)
            self._add(words.text("To talk to somebody"), found.lines)
        if found.country != ELSEWHERE:
            found = self._directory.places(ELSEWHERE, words.language)
        self._add(words.text("In any country"), found.lines)
        read_in_order(self)
        if self.isVisible():
            self.fit()

    def _add(self, title: str, places: tuple[HelpPlace, ...]) -> None:
        for each in (apart(label(title, "strong"), 16), *(self._panel(place) for place in places)):
            self._rows.addWidget(each)
            each.show()

    def _panel(self, place: HelpPlace) -> Panel:
        words = self._words
        panel = Panel(margin=12, spacing=4)
        head = QHBoxLayout()
        number = label(place.number, "sentence")
        number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        number.setAccessibleName(f"{place.name}: {place.number}")  # figures alone tell a listener nothing
        head.addWidget(number, 1)
        text = words.text("Open") if place.is_site else words.text("Copy")
        act = (
            partial(self._ways.open_url, f"https://{place.number}")
            if place.is_site
            else partial(self._copy, place.number)
        )
        way = button(text, "quiet", act)
        way.setAccessibleName(f"{text}: {place.number}")
        head.addWidget(way)
        panel.body.addLayout(head)
        panel.body.addWidget(label(place.name))
        panel.body.addWidget(label(place.hours, "second"))
        panel.body.addWidget(label(source_line(words, place), "small"))
        return panel

    def _copy(self, number: str) -> None:
        QGuiApplication.clipboard().setText(number)
        announce(self, self._words.text("Copied."))
