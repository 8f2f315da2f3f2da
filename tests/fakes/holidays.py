# SPDX-License-Identifier: MIT
"""Which days are holidays, when a test says so?"""

from collections.abc import Mapping
from datetime import date

from rideau.domain.settings import Holidays
from rideau.domain.text import Text
from rideau.ports.settings_store import SettingsError, SettingsProblem


class FakeHolidays:
    """Know the holidays it was given, of one country with one subdivision. Implements ``HolidayCalendar``."""

    def __init__(self, dates: Mapping[date, str] | None = None, country: str = "FR", subdivision: str = "57") -> None:
        """Know ``dates`` (kept as ``known``) and nothing else; ``asked`` lists the years it was asked for."""
        self.known = dict(dates or {})
        self._country = country
        self._subdivision = subdivision
        self.asked: list[range] = []

    def dates(self, holidays: Holidays, years: range, language: str) -> Mapping[date, str]:
        """Return those of ``years`` that are not worked, by the same names in every ``language``."""
        del language
        self.asked.append(years)
        self._check("country", holidays.country, (self._country,))
        self._check("subdivision", holidays.subdivision, ("", self._subdivision))
        return {day: name for day, name in self.known.items() if day.year in years and day not in holidays.worked}

    def regions(self, country: str) -> Mapping[str, str]:
        """Return its one subdivision."""
        return {self._subdivision: "Moselle"} if country == self._country else {}

    @staticmethod
    def _check(field: str, found: str, known: tuple[str, ...]) -> None:
        if found not in known:
            message = Text("“{found}” is not known here.", found=found)
            raise SettingsError((SettingsProblem("config.toml", f"hours.holidays.{field}", message),))
