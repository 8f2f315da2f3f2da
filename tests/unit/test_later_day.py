# SPDX-License-Identifier: MIT
"""Does one day begin later, so that the rest before it is whole, and nothing else change?"""

from datetime import UTC, date, datetime, timedelta

from fakes.house import House
from fakes.settings_store import FakeSettingsStore
from rideau.domain.later_day import with_later_day
from rideau.domain.rest import Rest
from rideau.domain.settings import ClockRange, ExceptionalDay, Hours, Leave, Settings, Week

CLOSING, OPENING = datetime(2026, 11, 23, 23, tzinfo=UTC), datetime(2026, 11, 24, 8, tzinfo=UTC)
SHORT = Rest(CLOSING, OPENING)
TUESDAY, WEDNESDAY = date(2026, 11, 24), date(2026, 11, 25)
"""The one that begins later, and a day off."""
LATE, EARLY = ClockRange(14 * 60, 23 * 60), ClockRange(8 * 60, 12 * 60)
OTHER = ExceptionalDay(date(2026, 12, 1), ())


def moved(
    week: tuple[ClockRange, ...], *exceptions: ExceptionalDay, rest: Rest = SHORT, off: date = WEDNESDAY
) -> Settings | None:
    hours = Hours(week=Week((week,) * 7), exceptions=exceptions, leave=(Leave(off, off),))
    settings = Settings(hours=hours)
    schedule = House(settings=FakeSettingsStore(settings)).supervisor.rules.schedule
    return with_later_day(settings, schedule, rest, UTC, "a night’s rest")


def exceptions(settings: Settings | None) -> tuple[ExceptionalDay, ...]:
    assert settings is not None
    return settings.hours.exceptions


def test_the_day_begins_eleven_hours_after_the_closing() -> None:
    day = ExceptionalDay(TUESDAY, (ClockRange(10 * 60, 12 * 60), LATE), "a night’s rest")
    assert exceptions(moved((EARLY, LATE), OTHER)) == (day, OTHER)


def test_a_day_that_is_an_exception_keeps_its_name_and_its_place() -> None:
    before = ExceptionalDay(TUESDAY, (EARLY,), "Open day")
    after = ExceptionalDay(TUESDAY, (ClockRange(10 * 60, 12 * 60),), "Open day")
    assert exceptions(moved((EARLY, LATE), OTHER, before)) == (OTHER, after)


def test_a_stretch_that_is_over_by_then_is_left_out() -> None:
    rest = Rest(CLOSING + timedelta(hours=2), OPENING)
    (day,) = exceptions(moved((EARLY, LATE), rest=rest))
    assert day.hours == (LATE,)


def test_hours_over_midnight_stay_those_of_their_day() -> None:
    rest = Rest(datetime(2026, 11, 24, 2, tzinfo=UTC), datetime(2026, 11, 24, 12, tzinfo=UTC))
    (day,) = exceptions(moved((ClockRange(12 * 60, 26 * 60),), rest=rest, off=date(2026, 12, 24)))
    assert day.hours == (ClockRange(13 * 60, 26 * 60),)


def test_nobody_is_asked_to_give_a_whole_day_away() -> None:
    assert moved((ClockRange(8 * 60, 9 * 60),)) is None
