# SPDX-License-Identifier: MIT
"""Does the holiday calendar that tests use behave as the real one?"""

import pytest

from contracts.holiday_calendar import BASTILLE_DAY, NEW_YEAR, HolidayCalendarContract
from fakes.holidays import FakeHolidays


class TestFakeHolidays(HolidayCalendarContract):
    """The fake holds to the contract."""

    @pytest.fixture
    def holidays(self) -> FakeHolidays:
        """Return the holidays to hold to it."""
        return FakeHolidays({NEW_YEAR: "New Year", BASTILLE_DAY: "Bastille Day", NEW_YEAR.replace(year=2027): "Later"})
