# SPDX-License-Identifier: MIT
"""Does changing one day leave all the others as they were, in their order?"""

from datetime import date, datetime

import pytest

from rideau.domain import day_edit
from rideau.domain.settings import ClockRange, ExceptionalDay, FocusStretch, Holidays, Hours, Leave, Settings

MARCH, JUNE, JULY = date(2026, 3, 2), date(2026, 6, 20), date(2026, 7, 3)
MORNING = ClockRange(540, 720)


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12)  # noqa: DTZ001 - leave is in local time


def test_a_new_entry_goes_before_the_first_later_one() -> None:
    march, june, july = (ExceptionalDay(day, ()) for day in (MARCH, JUNE, JULY))
    assert day_edit.added((march, july), june) == (march, june, july)
    assert day_edit.added((march, june), july) == (march, june, july)
    assert day_edit.added((), june) == (june,)


def test_entries_out_of_order_stay_as_their_author_put_them() -> None:
    march, june, july = (ExceptionalDay(day, ()) for day in (MARCH, JUNE, JULY))
    assert day_edit.added((july, march), june) == (june, july, march)


def test_leaves_and_stretches_have_an_order_too() -> None:
    whole, half = Leave(JUNE, JUNE), Leave(noon(JUNE), JUNE)
    assert day_edit.added((half,), whole) == (whole, half)
    monday, friday = FocusStretch((0, 1), MORNING), FocusStretch((4,), MORNING)
    assert day_edit.added((friday,), monday) == (monday, friday)


def test_one_entry_is_replaced_or_removed_in_its_place() -> None:
    entries = tuple(ExceptionalDay(day, (), "kept") for day in (JULY, MARCH, JUNE))
    other = ExceptionalDay(MARCH, (MORNING,), "changed")
    assert day_edit.replaced(entries, 1, other) == (entries[0], other, entries[2])
    assert day_edit.removed(entries, 1) == (entries[0], entries[2])


def test_settings_take_each_kind() -> None:
    exceptions, leaves = (ExceptionalDay(JUNE, ()),), (Leave(JUNE, JULY),)
    settings = day_edit.with_leave(day_edit.with_exceptions(Settings(), exceptions), leaves)
    assert (settings.hours.exceptions, settings.hours.leave) == (exceptions, leaves)
    assert day_edit.with_zone(settings, "Asia/Tokyo").hours.timezone == "Asia/Tokyo"


def test_days_worked_stay_with_their_country_alone() -> None:
    worked = Settings(hours=Hours(holidays=Holidays("FR", "", frozenset({JULY}))))
    assert day_edit.with_country(worked, "FR", "57").hours.holidays == Holidays("FR", "57", frozenset({JULY}))
    assert day_edit.with_country(worked, "BE").hours.holidays == Holidays("BE")
    assert day_edit.with_country(worked, "").hours.holidays is None
    assert day_edit.with_country(Settings(), "FR").hours.holidays == Holidays("FR")


def test_a_holiday_is_worked_or_kept() -> None:
    kept = Settings(hours=Hours(holidays=Holidays("FR")))
    worked = day_edit.with_holiday_worked(kept, JULY, is_worked=True)
    assert worked.hours.holidays == Holidays("FR", "", frozenset({JULY}))
    assert day_edit.with_holiday_worked(worked, JULY, is_worked=False) == kept
    assert day_edit.with_holiday_worked(Settings(), JULY, is_worked=True) == Settings()


def test_a_date_has_one_exception() -> None:
    hours = Hours(exceptions=(ExceptionalDay(JUNE, ()), ExceptionalDay(JULY, ())))
    assert day_edit.exception_problem(hours, JUNE, None) is not None
    assert day_edit.exception_problem(hours, JUNE, 1) is not None
    assert day_edit.exception_problem(hours, JUNE, 0) is None


@pytest.mark.parametrize(
    ("start", "until", "holds"),
    [
        (JUNE, JUNE, True),
        (JUNE, JULY, True),
        (JULY, JUNE, False),
        (noon(JUNE), JUNE, True),
        (JUNE, noon(JUNE), True),
        (noon(JUNE), noon(JUNE), False),
        (date.max, date.max, True),
    ],
)
def test_a_leave_ends_after_it_starts(start: date, until: date, *, holds: bool) -> None:
    assert (day_edit.leave_problem(start, until) is None) is holds


def test_leaves_that_share_time_are_found() -> None:
    leaves = (Leave(MARCH, MARCH), Leave(JUNE, JULY))
    assert day_edit.overlapped(leaves, Leave(JULY, JULY), None) == leaves[1]
    assert day_edit.overlapped(leaves, Leave(JULY, JULY), 1) is None
    assert day_edit.overlapped((Leave(JUNE, noon(JULY)),), Leave(noon(JULY), JULY), None) is None


def test_a_leave_until_midnight_does_not_touch_the_next_day() -> None:
    midnight = datetime(2026, 7, 3)  # noqa: DTZ001 - leave is in local time
    assert day_edit.last_day(Leave(JUNE, midnight)) == date(2026, 7, 2)
    assert day_edit.last_day(Leave(JUNE, noon(JULY))) == JULY
    assert day_edit.last_day(Leave(JUNE, JULY)) == JULY
    assert day_edit.last_day(Leave(midnight, midnight)) == JULY
