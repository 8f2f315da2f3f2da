# SPDX-License-Identifier: MIT
"""Which day is it where the schedule holds, and which is worked next?"""

from datetime import UTC, date, datetime

from fakes.catalogue import FakeCatalogue
from fakes.clock import FakeClock
from fakes.holidays import FakeHolidays
from fakes.moment import PARIS
from rideau.domain.settings import Hours, Settings, Week
from rideau.services.rules import Sources, build_rules, today_of


def test_it_is_tomorrow_already_east_of_greenwich_and_today_still_in_a_zone_of_the_settings() -> None:
    clock = FakeClock(datetime(2026, 11, 20, 23, 30, tzinfo=UTC), PARIS)
    assert today_of(Settings(), clock) == date(2026, 11, 21)
    assert today_of(Settings(hours=Hours(timezone="America/Montreal")), clock) == date(2026, 11, 20)


def test_the_next_work_day_comes_after_a_week_end_and_is_the_very_next_where_nobody_works() -> None:
    clock = FakeClock(datetime(2026, 11, 20, 23, 30, tzinfo=UTC), PARIS)
    sources = Sources(clock, FakeCatalogue(), FakeHolidays(), lambda _settings: "en")
    friday, monday = date(2026, 11, 20), date(2026, 11, 23)
    assert build_rules(Settings(), sources, (), clock.now()).next_work_day(friday) == monday
    idle = Settings(hours=Hours(week=Week(((),) * 7)))
    assert build_rules(idle, sources, (), clock.now()).next_work_day(friday) == date(2026, 11, 21)
