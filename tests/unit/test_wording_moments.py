# SPDX-License-Identifier: MIT
"""Are instants, days and lengths of time said as people say them?"""

import gettext
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from rideau.wording import moments
from rideau.wording.words import Words

ENGLISH = Words("en", gettext.NullTranslations())
AMERICAN = Words("en", gettext.NullTranslations(), is_12_hour=True)
PARIS = ZoneInfo("Europe/Paris")
FRIDAY = datetime(2026, 11, 20, 17, 0, tzinfo=UTC)  # 18:00 in Paris


def later(**by: float) -> datetime:
    return FRIDAY + timedelta(**by)


@pytest.mark.parametrize(
    ("wall", "said", "american"),
    [
        (time(9), "9:00", "9:00 AM"),
        (time(0), "0:00", "12:00 AM"),
        (time(12, 5), "12:05", "12:05 PM"),
        (time(23, 59), "23:59", "11:59 PM"),
    ],
)
def test_a_time_follows_the_locales_clock(wall: time, said: str, american: str) -> None:
    assert moments.clock_time(ENGLISH, wall) == said
    assert moments.clock_time(AMERICAN, wall) == american


def test_a_range_of_the_settings_is_said_with_the_clock() -> None:
    assert moments.clock_range(ENGLISH, "09:00-12:30") == "9:00–12:30"  # noqa: RUF001 an en dash
    assert moments.clock_range(AMERICAN, "22:00-02:00") == "10:00 PM–2:00 AM"  # noqa: RUF001 an en dash
    assert moments.clock_range(ENGLISH, "14:00-24:00") == "14:00–0:00"  # noqa: RUF001 an en dash
    assert moments.clock_range(ENGLISH, "00:00-24:00") == "all day"
    for odd in ("", "all day", "09:00", "09:00-12:00-13:00"):
        assert moments.clock_range(ENGLISH, odd) == odd


@pytest.mark.parametrize(
    ("instant", "short", "bye"),
    [
        (later(hours=1), "19:00", "See you at 19:00."),
        (later(hours=15), "Sat 9:00", "See you tomorrow at 9:00."),
        (later(hours=63), "Mon 9:00", "See you Monday at 9:00."),
        (later(days=6), "Thu 18:00", "See you Thursday at 18:00."),
        (later(days=7), "27 November", "See you on 27 November at 18:00."),
        (later(days=42), "1 January 2027", "See you on 1 January 2027 at 18:00."),
    ],
)
def test_the_nearer_an_instant_the_shorter_it_is_said(instant: datetime, short: str, bye: str) -> None:
    assert moments.until(ENGLISH, instant, FRIDAY, PARIS) == short
    assert moments.until_when(ENGLISH, instant, FRIDAY, PARIS) == f"until {short}"
    assert moments.see_you(ENGLISH, instant, FRIDAY, PARIS) == bye


def test_a_french_sentence_spells_its_days_out_and_a_list_does_not() -> None:
    french = Words("fr", gettext.NullTranslations())
    monday = FRIDAY + timedelta(days=2, hours=15)
    assert moments.until_when(french, monday, FRIDAY, PARIS) == "until Monday 9:00"
    assert moments.until(french, monday, FRIDAY, PARIS) == "Mon 9:00"
    assert moments.until_when(french, FRIDAY + timedelta(hours=1), FRIDAY, PARIS) == "until 19:00"
    assert moments.until_when(french, FRIDAY - timedelta(days=10), FRIDAY, PARIS) == "until 10 November"


def test_a_change_in_a_list_is_said_with_its_time_however_far_off() -> None:
    assert moments.coming(ENGLISH, later(days=6), FRIDAY, PARIS) == "Thu 18:00"
    assert moments.coming(ENGLISH, later(days=7), FRIDAY, PARIS) == "27 Nov 18:00"


def test_the_day_is_the_one_on_the_wall_of_the_zone() -> None:
    late = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)
    assert moments.until(ENGLISH, late, FRIDAY, PARIS) == "Sat 0:30"
    assert moments.until(ENGLISH, late, FRIDAY, ZoneInfo("UTC")) == "23:30"


def test_an_instant_gone_by_is_said_by_its_day_too() -> None:
    assert moments.until(ENGLISH, later(days=-2), FRIDAY, PARIS) == "Wed 18:00"
    assert moments.until(ENGLISH, later(days=-9), FRIDAY, PARIS) == "11 November"
    assert moments.see_you(ENGLISH, later(days=-2), FRIDAY, PARIS) == "See you on 18 November at 18:00."


def test_on_the_night_of_a_clock_change_the_wall_is_read() -> None:
    evening = datetime(2026, 3, 28, 21, 0, tzinfo=UTC)
    morning = datetime(2026, 3, 29, 7, 0, tzinfo=UTC)
    assert moments.see_you(ENGLISH, morning, evening, PARIS) == "See you tomorrow at 9:00."


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (timedelta(minutes=1), "1 minute"),
        (timedelta(minutes=10), "10 minutes"),
        (timedelta(seconds=1), "1 second"),
        (timedelta(seconds=90), "90 seconds"),
        (timedelta(hours=1), "1 hour"),
        (timedelta(hours=24), "24 hours"),
        (timedelta(hours=1, minutes=5), "1 h 05 min"),
    ],
)
def test_a_length_of_time_is_said_in_its_own_unit(length: timedelta, said: str) -> None:
    assert moments.duration(ENGLISH, length) == said


def test_days_and_dates_have_their_names() -> None:
    assert moments.weekday(ENGLISH, date(2026, 11, 20)) == "Friday"
    assert moments.short_weekday(ENGLISH, date(2026, 11, 22)) == "Sun"
    assert moments.short_date(ENGLISH, date(2026, 5, 1)) == "1 May"
    assert moments.full_date(ENGLISH, date(2026, 5, 31)) == "31 May 2026"
    assert moments.stamp(ENGLISH, FRIDAY, PARIS) == "Fri 20 Nov 18:00"


def test_a_sentence_spells_its_dates_out() -> None:
    assert moments.said(ENGLISH, FRIDAY.astimezone(PARIS)) == "Friday 20 November, 18:00"
    assert moments.said(ENGLISH, timedelta(minutes=10)) == "10 minutes"
