# SPDX-License-Identifier: MIT
"""Are days, leaves and places said as people say them?"""

import gettext
from datetime import date, datetime
from zoneinfo import available_timezones

import pytest

from rideau.domain.day_count import DaysTaken
from rideau.domain.settings import ClockRange, Leave
from rideau.wording import stays
from rideau.wording.countries import countries, sort_key
from rideau.wording.words import Words
from rideau.wording.zone_names import zone_name, zone_names

ENGLISH = Words("en", gettext.NullTranslations())
TODAY = date(2026, 6, 1)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 8, day, hour, minute)  # noqa: DTZ001 - leave is in local time


@pytest.mark.parametrize(
    ("leave", "said"),
    [
        (Leave(date(2026, 8, 3), date(2026, 8, 21)), "3\u201321 August"),
        (Leave(date(2026, 8, 1), date(2026, 8, 21)), "1 August \u2013 21 August"),
        (Leave(date(2026, 8, 3), date(2027, 1, 4)), "3 August \u2013 4 January 2027"),
        (Leave(date(2026, 8, 3), date(2026, 8, 3)), "Mon 3 August"),
        (Leave(at(3, 12, 30), date(2026, 8, 3)), "3 August from 12:30"),
        (Leave(date(2026, 8, 3), at(3, 12)), "3 August until 12:00"),
        (Leave(at(3, 10), at(3, 12)), "3 August from 10:00 to 12:00"),
        (Leave(at(3, 12), at(5, 12)), "3 August from 12:00 \u2013 5 August until 12:00"),
        (Leave(at(3, 12), at(6, 0)), "3 August from 12:00 \u2013 5 August"),
        (Leave(date(2026, 8, 3), at(4, 0)), "3 August"),
    ],
)
def test_a_leave_is_said(leave: Leave, said: str) -> None:
    assert stays.stay(ENGLISH, leave, TODAY) == said


def test_hours_and_days_are_said() -> None:
    assert stays.hours(ENGLISH, ()) == "closed"
    assert stays.hours(ENGLISH, (ClockRange(540, 720), ClockRange(780, 900))) == "9:00\u201312:00, 13:00\u201315:00"
    assert stays.day(ENGLISH, date(2026, 6, 20), TODAY) == "Sat 20 June"
    assert stays.minute(ENGLISH, 750) == "12:30"


@pytest.mark.parametrize(
    ("days", "said"), [((0, 1, 2), "Mon\u2013Wed"), ((0, 1), "Mon, Tue"), ((4, 0, 2), "Mon, Wed, Fri"), ((), "")]
)
def test_weekdays_are_said(days: tuple[int, ...], said: str) -> None:
    assert stays.weekdays(ENGLISH, days) == said


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (DaysTaken(0, 0), "It takes no work day: you would be free anyway."),
        (DaysTaken(15, 0), "It takes 15 work days."),
        (DaysTaken(1, 1), "It takes 1 work day. One more is taken in part."),
        (DaysTaken(0, 2), "It takes part of 2 work days."),
    ],
)
def test_what_a_leave_takes_is_said(days: DaysTaken, said: str) -> None:
    assert stays.taken(ENGLISH, days) == said


def test_countries_are_sorted_as_they_are_said() -> None:
    assert countries("fr")["DE"] == "Allemagne"
    assert list(countries("fr"))[:2] == ["AF", "ZA"]
    assert countries("en")["DE"] == "Germany"


def test_accents_do_not_matter_for_looking() -> None:
    assert sort_key("Île d\u2019Œuf") == "ile d'oeuf"


def test_a_zone_is_called_by_its_city() -> None:
    assert zone_name("Europe/London", "fr").city == "Londres"
    assert zone_name("America/Argentina/Buenos_Aires", "en")[1:] == ("Buenos Aires", "America")
    assert zone_name("UTC", "en") == ("UTC", "UTC", "")
    assert zone_name("Etc/GMT+3", "en").region == ""


def test_each_city_is_offered_once_in_its_newer_spelling() -> None:
    names = zone_names(available_timezones(), "en")
    assert {each.id for each in names if each.city in {"Kolkata", "Kyiv"}} == {"Asia/Kolkata", "Europe/Kyiv"}
    assert not {each.region for each in names} & {"US", "Etc", "Canada"}
    assert "UTC" in {each.id for each in names}
    assert any("montreal" in each.sought for each in names)
