# SPDX-License-Identifier: MIT
"""Are the guesses of the first start good ones?"""

import pytest

from rideau.domain.app import InstalledApp
from rideau.domain.network import AppIds, Network
from rideau.domain.plain_week import PlainWeek
from rideau.domain.settings import OFFICE_DAY, ClockRange, Holidays, Settings
from rideau.services.guesses import (
    ENOUGH,
    LUNCH,
    MOST_USED,
    OFFICE,
    NetworkGuess,
    Place,
    guess,
    networks_here,
    networks_to_ask,
    proposed,
)

KNOWN = ("FR", "CA", "EG", "US")
PARIS = Place("Europe/Paris", ("FR",), "en_US")
SLACK = Network("slack", "Slack", apps=AppIds(linux=("slack", "com.slack.Slack")))
ZULIP = Network("zulip", "Zulip", apps=AppIds(linux=("zulip",)))
ELEMENT = Network("element", "Element", apps=AppIds(linux=("im.riot.Riot.desktop",)))
LINKEDIN = Network("linkedin", "LinkedIn")


def test_the_zone_says_the_country_and_the_locale_where_it_does_not() -> None:
    assert PARIS.country == "FR"
    assert Place("Etc/UTC", (), "fr_CA").country == "CA"
    assert Place("Asia/Dubai", ("AE", "OM"), "ar_OM").country == "OM"
    assert Place("Etc/UTC").country == ""


def test_france_has_a_lunch_break() -> None:
    found = guess(PARIS, KNOWN)
    assert found.week == PlainWeek(frozenset(range(5)), OFFICE_DAY)
    assert found.lunch == OFFICE_DAY
    assert found.whole == OFFICE
    assert found.holidays == Holidays("FR")


def test_most_countries_have_none() -> None:
    found = guess(Place("America/New_York", ("US",)), KNOWN)
    assert found.week.ranges == OFFICE == (ClockRange(540, 1020),)
    assert (found.whole, found.lunch) == (OFFICE, LUNCH)


def test_the_weekend_is_not_on_the_same_days_everywhere() -> None:
    assert guess(Place("Africa/Cairo", ("EG",)), KNOWN).week.days == {6, 0, 1, 2, 3}


def test_nothing_is_said_of_holidays_nobody_knows() -> None:
    found = guess(Place("Antarctica/Troll", ("AQ",)), KNOWN)
    assert (found.country, found.holidays) == ("", None)


@pytest.mark.parametrize(
    ("place", "part"),
    [
        (Place("America/Vancouver", ("CA",)), "BC"),
        (Place("America/Toronto", ("CA",), "en_CA"), "ON"),
        (Place("America/Toronto", ("CA",), "fr_CA"), "QC"),
        (Place("Pacific/Honolulu", ("US",)), "HI"),
        (Place("Europe/Paris", ("FR",)), ""),
        (Place("Pacific/Honolulu", ("FR",)), ""),
    ],
)
def test_a_zone_may_say_which_part_of_the_country(place: Place, part: str) -> None:
    found = guess(place, KNOWN).holidays
    assert found is not None
    assert found.subdivision == part


def test_the_guesses_take_the_place_of_the_hours_alone() -> None:
    found = proposed(Settings(language="fr"), guess(PARIS, KNOWN))
    assert found.hours.holidays == Holidays("FR")
    assert found._replace(hours=Settings().hours) == Settings(language="fr")


def test_what_is_installed_comes_first_by_how_much_it_is_used() -> None:
    apps = (
        InstalledApp("zulip", "Zulip"),
        InstalledApp("im.riot.Riot", "Element"),
        InstalledApp("com.slack.Slack", "Slack", flatpak="com.slack.Slack"),
    )
    here = networks_here((ELEMENT, LINKEDIN, SLACK, ZULIP), apps)
    assert [each.id for each in here] == ["slack", "element", "zulip"]
    assert here[0].app == apps[2]


def test_who_has_nothing_installed_is_asked_about_the_most_used() -> None:
    asked = networks_to_ask((LINKEDIN, SLACK, ZULIP), (), ())
    assert [each.id for each in asked] == ["linkedin", "slack"]


def test_what_was_said_before_is_asked_about_again() -> None:
    here = (NetworkGuess("slack", InstalledApp("slack", "Slack")),)
    asked = networks_to_ask((LINKEDIN, SLACK, ZULIP), here, ("zulip", "slack", "gone"))
    assert [each.id for each in asked] == ["slack", "zulip", "linkedin"]
    assert asked[0].app is not None


def test_not_everything_is_asked_about() -> None:
    many = tuple(Network(each, each) for each in MOST_USED)
    assert len(networks_to_ask(many, (), ())) == ENOUGH < len(many)
