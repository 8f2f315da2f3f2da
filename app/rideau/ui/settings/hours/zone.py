# SPDX-License-Identifier: MIT
"""Whose clock do the hours follow: this computer's, or that of one place wherever the computer is?"""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo, available_timezones

from PySide6.QtWidgets import QLabel

from rideau.domain import day_edit
from rideau.domain.settings import SYSTEM, Settings
from rideau.domain.text import Text
from rideau.ui.finder import Finder
from rideau.ui.kit import Panel, Pills
from rideau.ui.settings.hours.section import HoursSection
from rideau.ui.widgets import label
from rideau.wording.countries import sort_key
from rideau.wording.moments import clock_time, short_weekday
from rideau.wording.words import Words
from rideau.wording.zone_names import ZoneName, zone_name, zone_names

_MOST = 40


class CityField(Finder[ZoneName]):
    """Find a time zone by its city; cities that begin so come first."""

    def __init__(self, words: Words, on_choose: Callable[[str], None]) -> None:
        """Look up nothing until something is typed; ``on_choose`` is told the id of the zone."""
        super().__init__(words.text("City of the time zone"), lambda zone: on_choose(zone.id))
        self.setPlaceholderText(words.text("Search a city: Paris, Montréal, Tokyo…"))
        self._language = words.language
        self._zones: list[ZoneName] = []

    def offers(self, typed: str) -> list[tuple[str, ZoneName]]:
        """Offer the zones whose city, country or id holds what was typed."""
        self._zones = self._zones or zone_names(available_timezones(), self._language)
        sought = sort_key(typed.strip())
        found = [each for each in self._zones if sought in each.sought] if sought else []
        found.sort(key=lambda each: not sort_key(each.city).startswith(sought))
        return [(said(each), each) for each in found[:_MOST]]


class ZoneSection(HoursSection):
    """Choose the clock, and see both where they differ."""

    key = "zone"
    title = Text("Time zone")
    places = ("hours.timezone",)
    whose: Pills[bool]
    city: CityField
    truth: QLabel

    def summary(self, settings: Settings) -> str:
        """Say whose clock it is, and both times where they differ now."""
        zone = settings.hours.timezone
        if zone == SYSTEM:
            return self.words.text("This computer's: {city}", city=self._city(self._own.key))
        said_ = self.words.text("{city}, wherever this computer is", city=self._city(zone))
        differ = self._difference(zone)
        return f"{said_}. {differ}" if differ else said_

    def build_editor(self, panel: Panel) -> None:
        """Build the two ways and the search."""
        words = self.words
        choices = ((True, words.text("This computer's")), (False, words.text("That of one place")))
        self.whose = Pills(choices, self._choose, words.text("Time zone"))
        panel.body.addWidget(self.whose)
        hint = words.text("Away from home? With the clock of one place, your hours stay those of your office.")
        panel.body.addWidget(label(hint, "second"))
        self.city = CityField(words, self._take)
        panel.body.addWidget(self.city)
        self.truth = label("", "yes")
        panel.body.addWidget(self.truth)

    def show_editor(self) -> None:
        """Show whose clock holds."""
        zone = self.settings.hours.timezone
        is_own = zone == SYSTEM
        self.whose.choose(is_own)
        self.city.setVisible(not is_own)
        self.city.setText("" if is_own else said(zone_name(zone, self.words.language)))
        self.truth.setText("" if is_own else self._difference(zone) or self._same())
        self.truth.setVisible(not is_own)

    def focus_editor(self) -> None:
        """Begin with whose clock it is."""
        for each in self.whose.buttons():
            if each.isChecked():
                each.setFocus()

    def _choose(self, is_own: bool) -> None:  # noqa: FBT001 - what Pills hands over
        self.change(day_edit.with_zone(self.settings, SYSTEM if is_own else self._own.key), Text("Time zone"))
        if not is_own:
            self.reveal(self.panel or self)

    def _take(self, zone: str) -> None:
        self.change(day_edit.with_zone(self.settings, zone), Text("Time zone"))
        self.show_editor()

    def _difference(self, zone: str) -> str:
        """Return both times where the clock of ``zone`` shows another now."""
        now = self.services.sources.clock.now()
        here, there = now.astimezone(self._own), now.astimezone(ZoneInfo(zone))
        if here.replace(tzinfo=None) == there.replace(tzinfo=None):
            return ""
        return self.words.text(
            "It is {there} there now, {here} here.", there=self._time(there, here), here=clock_time(self.words, here)
        )

    def _same(self) -> str:
        return self.words.text("Right now both clocks show the same time.")

    def _time(self, there: datetime, here: datetime) -> str:
        at = clock_time(self.words, there)
        if there.date() == here.date():
            return at
        return self.words.text("{day} {time}", day=short_weekday(self.words, there), time=at)

    def _city(self, zone: str) -> str:
        return zone_name(zone, self.words.language).city

    @property
    def _own(self) -> ZoneInfo:
        return self.services.sources.clock.zone()


def said(zone: ZoneName) -> str:
    """Return a zone as it is offered: the city first, then its id."""
    return f"{zone.city} · {zone.id}" if zone.city != zone.id else zone.id
