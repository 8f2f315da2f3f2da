# SPDX-License-Identifier: MIT
"""What does every holiday calendar hold to?"""

from datetime import date

import pytest

from rideau.domain.settings import Holidays
from rideau.ports.catalogue import HolidayCalendar
from rideau.ports.settings_store import SettingsError

NEW_YEAR = date(2026, 1, 1)
BASTILLE_DAY = date(2026, 7, 14)
YEAR = range(2026, 2027)


class HolidayCalendarContract:
    """Run against every one: a subclass gives the fixture ``holidays``, which knows at least France in 2026."""

    @pytest.fixture
    def holidays(self) -> HolidayCalendar:
        """Return the calendar to hold to this."""
        raise NotImplementedError

    def test_a_holiday_has_a_name(self, holidays: HolidayCalendar) -> None:
        """A holiday has a name."""
        assert holidays.dates(Holidays("FR"), YEAR, "en")[BASTILLE_DAY]

    def test_only_the_years_asked_for_are_told(self, holidays: HolidayCalendar) -> None:
        """Only the years asked for are told."""
        assert {day.year for day in holidays.dates(Holidays("FR"), YEAR, "en")} == {2026}

    def test_holidays_worked_all_the_same_are_left_out(self, holidays: HolidayCalendar) -> None:
        """Holidays worked all the same are left out."""
        told = holidays.dates(Holidays("FR", worked=frozenset({BASTILLE_DAY})), YEAR, "en")
        assert BASTILLE_DAY not in told
        assert NEW_YEAR in told

    def test_a_subdivision_is_known(self, holidays: HolidayCalendar) -> None:
        """A subdivision is known."""
        assert BASTILLE_DAY in holidays.dates(Holidays("FR", "57"), YEAR, "en")

    @pytest.mark.parametrize(
        ("asked", "place"),
        [
            (Holidays("ATLANTIS"), "hours.holidays.country"),
            (Holidays("FR", "ATLANTIS"), "hours.holidays.subdivision"),
        ],
    )
    def test_what_is_not_known_is_said_with_its_place(
        self, holidays: HolidayCalendar, asked: Holidays, place: str
    ) -> None:
        """What is not known is said with its place."""
        with pytest.raises(SettingsError, match="ATLANTIS") as raised:
            holidays.dates(asked, YEAR, "en")
        assert [problem.place for problem in raised.value.problems] == [place]

    def test_regions_have_names(self, holidays: HolidayCalendar) -> None:
        """A subdivision has a name; a country that nobody knows has none."""
        assert holidays.regions("FR")["57"] == "Moselle"
        assert holidays.regions("ATLANTIS") == {}
