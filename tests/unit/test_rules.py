# SPDX-License-Identifier: MIT
"""Which day is it where the schedule holds?"""

from datetime import UTC, date, datetime

from fakes.clock import FakeClock
from fakes.moment import PARIS
from rideau.domain.settings import Hours, Settings
from rideau.services.rules import today_of


def test_it_is_tomorrow_already_east_of_greenwich_and_today_still_in_a_zone_of_the_settings() -> None:
    clock = FakeClock(datetime(2026, 11, 20, 23, 30, tzinfo=UTC), PARIS)
    assert today_of(Settings(), clock) == date(2026, 11, 21)
    assert today_of(Settings(hours=Hours(timezone="America/Montreal")), clock) == date(2026, 11, 20)
