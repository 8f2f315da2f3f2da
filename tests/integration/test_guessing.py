# SPDX-License-Identifier: MIT
"""Is what the first start guesses from read rightly, and do the guesses fit what the holidays library knows?"""

from datetime import date
from pathlib import Path

import pytest

from rideau.adapters.catalogue_files import CatalogueFiles
from rideau.adapters.holidays import KnownHolidays
from rideau.adapters.locale import locale_name
from rideau.adapters.resources import resources_folder
from rideau.adapters.zone_countries import countries_of
from rideau.services.guesses import MOST_USED, PARTS, Place, guess
from rideau.wording.countries import countries


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("Europe/Paris", ("FR",)),
        ("Europe/Zurich", ("CH",)),
        ("Europe/Amsterdam", ("NL",)),
        ("America/New_York", ("US",)),
        ("Etc/UTC", ()),
        ("Nowhere/Land", ()),
    ],
)
def test_a_zone_is_known_by_its_country(zone: str, expected: tuple[str, ...]) -> None:
    assert countries_of(zone) == expected


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"LANG": "fr_CA.UTF-8"}, "fr_CA"),
        ({"LANG": "en_US.UTF-8", "LC_TIME": "fr_FR.UTF-8"}, "fr_FR"),
        ({"LANG": "ca_ES@valencia"}, "ca_ES"),
        ({"LANG": "C.UTF-8"}, ""),
        ({}, ""),
    ],
)
def test_the_locale_of_times_says_the_country(environ: dict[str, str], expected: str) -> None:
    assert locale_name(environ) == expected


@pytest.mark.parametrize("zone", sorted(PARTS))
def test_every_part_of_a_country_is_known_to_the_holidays(zone: str, tmp_path: Path) -> None:
    found = guess(Place(zone, countries_of(zone)), countries("en").keys()).holidays
    assert found is not None
    assert (found.country, found.subdivision) == PARTS[zone]
    days = KnownHolidays(tmp_path).dates(found, range(2026, 2027), "en")
    assert date(2026, 12, 25) in days


def test_what_is_used_most_is_in_the_catalogue() -> None:
    known = {each.id for each in CatalogueFiles(resources_folder() / "networks").networks()}
    assert set(MOST_USED) <= known
