# SPDX-License-Identifier: MIT
"""Which country's public holidays are kept, and which of them are worked all the same?"""

from collections.abc import Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import QByteArray, QLocale, Qt, QTimeZone
from PySide6.QtWidgets import QLabel, QPushButton

from rideau.domain import day_edit
from rideau.domain.error import RideauError
from rideau.domain.settings import Holidays, Settings
from rideau.domain.text import Text
from rideau.services.settings_desk import DeskState
from rideau.ui import theme
from rideau.ui.kit import Panel
from rideau.ui.settings.hours.entry_list import EntryList
from rideau.ui.settings.hours.row_painter import LARGE, Row
from rideau.ui.settings.hours.section import HoursSection
from rideau.ui.widgets import Choice, announce, button, label
from rideau.wording import stays
from rideau.wording.countries import countries
from rideau.wording.moments import full_date, short_weekday

_Asked = tuple[str, str, int]


class HolidaysSection(HoursSection):
    """Choose a country and a region; list this year's days and the next year's, each kept or worked."""

    key = "holidays"
    title = Text("Public holidays")
    places = ("hours.holidays",)
    country: Choice
    region: Choice
    days: EntryList
    keep: QPushButton
    note: QLabel
    _asked: _Asked | None = None
    _named = ""
    _failure = ""
    _regions: Mapping[str, str] = {}
    _found: tuple[tuple[date, str], ...] = ()

    def show_state(self, state: DeskState) -> None:
        """Ask what the region is called, where one is chosen and nobody asked yet."""
        super().show_state(state)
        holidays = state.settings.hours.holidays
        if holidays and holidays.subdivision and holidays.country != self._named and not self.is_unfolded:
            self._named = holidays.country
            known = self.services.sources.holidays
            self.services.worker.run(partial(known.regions, holidays.country), self._say_region, lambda _error: None)

    def summary(self, settings: Settings) -> str:
        """Name the country, and how many days are worked."""
        holidays = settings.hours.holidays
        if holidays is None:
            return self.words.text("None are kept.")
        name = countries(self.words.language).get(holidays.country, holidays.country)
        if holidays.subdivision:
            region = self._regions.get(holidays.subdivision, holidays.subdivision)
            name = self.words.text("{country} ({region})", country=name, region=region)
        coming = [day for day in holidays.worked if day >= self.today]
        if not coming:
            return name
        worked = self.words.plural("one of them worked", "{count} of them worked", len(coming))
        return f"{name} · {worked}"

    def build_editor(self, panel: Panel) -> None:
        """Build the two choices and the list of days."""
        self.country, self.region = Choice(), Choice()
        self.country.setAccessibleName(self.words.text("Country"))
        self.region.setAccessibleName(self.words.text("Region"))
        for each, chosen in ((self.country, self._choose_country), (self.region, self._choose_region)):
            each.setMaxVisibleItems(14)
            each.setMinimumContentsLength(24)
            each.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            each.activated.connect(chosen)
            panel.body.addWidget(each)
        guess = self.guess()
        said = self.words.text("Keep those of {country}", country=countries(self.words.language).get(guess, guess))
        self.keep = button(said, "", lambda: self._choose(guess))
        self.keep.setVisible(False)
        panel.body.addWidget(self.keep, alignment=Qt.AlignmentFlag.AlignLeading)
        self.note = label("", "second")
        panel.body.addWidget(self.note)
        self.days = EntryList(self.words.text("Public holidays, each ticked where it is kept"), self._turn, None)
        panel.body.addWidget(self.days)
        self._offer_countries()

    def show_editor(self) -> None:
        """Show what is chosen, and ask for the days where others are meant."""
        holidays = self.settings.hours.holidays
        self.country.setCurrentIndex(max(0, self._index_of(holidays.country if holidays else "")))
        self.keep.setVisible(holidays is None and bool(self.guess()))
        self._show_days()
        if holidays is None:
            self._asked = None
            return
        asked = (holidays.country, holidays.subdivision, self.today.year)
        if asked != self._asked:
            self._asked = asked
            self._regions, self._found, self._failure = {}, (), ""
            self._show_days()
            self._ask(asked)

    def focus_editor(self) -> None:
        """Begin with the country."""
        self.country.setFocus()

    def guess(self) -> str:
        """Return the country that this computer's time zone lies in; empty where it lies in none."""
        zone = QTimeZone(QByteArray(self.services.sources.clock.zone().key.encode()))
        code = QLocale.territoryToCode(zone.territory()) if zone.isValid() else ""
        return code if code in countries("en") else ""

    def _say_region(self, regions: Mapping[str, str]) -> None:
        self._regions = self._regions or regions
        self.hint.setText(self.summary(self.settings))

    def _offer_countries(self) -> None:
        self.country.addItem(self.words.text("No public holidays"), "")
        names = countries(self.words.language)
        holidays = self.settings.hours.holidays
        first = [self.guess()] if self.guess() else []
        if holidays and holidays.country not in names:
            first.append(holidays.country)
        for code in first:
            self.country.addItem(names.get(code, code), code)
        self.country.insertSeparator(self.country.count())
        for code, name in names.items():
            self.country.addItem(name, code)

    def _index_of(self, country: str) -> int:
        return self.country.findData(country)

    def _choose_country(self, index: int) -> None:
        self._choose(self.country.itemData(index))

    def _choose(self, chosen: str) -> None:
        before = self.settings.hours.holidays
        if before is None or chosen != before.country:
            self.change(day_edit.with_country(self.settings, chosen), self._name)

    def _choose_region(self, index: int) -> None:
        if self._asked is not None:
            after = day_edit.with_country(self.settings, self._asked[0], self.region.itemData(index))
            self.change(after, self._name)

    def _ask(self, asked: _Asked) -> None:
        country, subdivision, year = asked
        known, language = self.services.sources.holidays, self.words.language

        def look() -> tuple[Mapping[str, str], Mapping[date, str]]:
            days = known.dates(Holidays(country, subdivision), range(year, year + 2), language)
            return known.regions(country), days

        def show(found: tuple[Mapping[str, str], Mapping[date, str]]) -> None:
            if asked == self._asked:
                self._regions, self._found = found[0], tuple(sorted(found[1].items()))
                self.hint.setText(self.summary(self.settings))
                self._show_days()
                self._scroll_to_today()
                if self.is_unfolded:
                    self.reveal(self.panel or self)

        def fail(error: RideauError) -> None:
            if asked == self._asked:
                self._failure = self.words.say(error.message)
                self._show_days()

        self.services.worker.run(look, show, fail)

    def _show_days(self) -> None:
        holidays = self.settings.hours.holidays
        self._show_regions(holidays)
        worked = holidays.worked if holidays else frozenset[date]()
        rows = [self._row(number, day in worked) for number, (day, _) in enumerate(self._found)]
        self.days.show_rows(rows if holidays else [])
        self.note.setText(self._failure or self.words.text("Each one is closed; untick those that you work."))
        self.note.setVisible(holidays is not None and bool(rows or self._failure))

    def _row(self, number: int, is_worked: bool) -> Row:  # noqa: FBT001 - what the row says
        day, name = self._found[number]
        when = f"{short_weekday(self.words, day)} {full_date(self.words, day)}"
        what = self.words.text("worked") if is_worked else stays.hours(self.words, ())
        first, second = (when, name) if theme.scale() < LARGE else (name, when)
        return Row(number, first, what, second, is_past=day < self.today, tick=not is_worked)

    def _show_regions(self, holidays: Holidays | None) -> None:
        self.region.setVisible(holidays is not None and (bool(self._regions) or bool(holidays.subdivision)))
        if holidays is None:
            return
        offered = {"": self.words.text("The whole country"), holidays.subdivision: holidays.subdivision}
        offered |= dict(sorted(self._regions.items(), key=lambda pair: pair[1]))
        offered[""] = self.words.text("The whole country")
        if [self.region.itemData(each) for each in range(self.region.count())] != list(offered):
            self.region.clear()
            for code, name in offered.items():
                self.region.addItem(name, code)
        for number, (code, name) in enumerate(offered.items()):
            self.region.setItemText(number, name)
            if code == holidays.subdivision:
                self.region.setCurrentIndex(number)

    def _turn(self, number: int) -> None:
        day, name = self._found[number]
        holidays = self.settings.hours.holidays
        is_worked = holidays is not None and day in holidays.worked
        after = day_edit.with_holiday_worked(self.settings, day, is_worked=not is_worked)
        self.change(after, Text("Public holiday: {name}", name=name))
        row = self.days.rows[number]
        announce(self.days, f"{row.note}, {row.what}")

    def _scroll_to_today(self) -> None:
        coming = next((number for number, (day, _) in enumerate(self._found) if day >= self.today), None)
        if coming is not None:
            at = self.days.model().index(coming, 0)
            self.days.setCurrentIndex(at)
            self.days.scrollTo(at, EntryList.ScrollHint.PositionAtTop)

    @property
    def _name(self) -> Text:
        return Text("Public holidays")
