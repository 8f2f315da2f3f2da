# SPDX-License-Identifier: MIT
"""Is every place to turn to that ships whole in both languages, and was it looked at within a year?"""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from contracts.help_places import HelpDirectoryContract
from rideau.adapters.help_files import HelpFiles
from rideau.domain.error import StorageError
from rideau.domain.help_place import ELSEWHERE, HelpPlace
from rideau.ports.help_places import HelpDirectory

FILE = Path(__file__).parents[2] / "resources" / "help" / "places.toml"
SHIPPED = HelpFiles(FILE)
EVERY = [
    (country, language, place)
    for country in (*SHIPPED.countries(), ELSEWHERE)
    for language in ("en", "fr")
    for places in (SHIPPED.places(country, language),)
    for place in (*places.emergency, *places.lines)
]
A_YEAR = timedelta(days=366)


class TestHelpFiles(HelpDirectoryContract):
    """The file that ships holds to the contract."""

    @pytest.fixture
    def directory(self) -> HelpDirectory:
        """Return the places as shipped."""
        return HelpFiles(FILE)


def test_the_countries_that_were_asked_for_are_there() -> None:
    assert set(SHIPPED.countries()) == {"BE", "CA", "CH", "DE", "ES", "FR", "GB", "US"}
    assert [each.number for each in SHIPPED.places(ELSEWHERE, "en").lines] == ["findahelpline.com"]
    assert all(SHIPPED.places(each, "en").emergency for each in SHIPPED.countries())


@pytest.mark.parametrize(("country", "language", "place"), EVERY)
def test_a_place_was_looked_at_within_the_last_twelve_months(country: str, language: str, place: HelpPlace) -> None:
    """Where this fails, look every number up on the service's own site, mend it, and write down the day."""
    today = datetime.now(UTC).date()
    assert today - A_YEAR <= place.checked <= today + timedelta(days=1), (country, language, place.number)


@pytest.mark.parametrize(("country", "language", "place"), EVERY)
def test_a_place_is_whole(country: str, language: str, place: HelpPlace) -> None:
    assert all((place.number, place.name, place.hours)), country
    assert re.fullmatch(r"[a-z0-9.-]+\.[a-z]+", place.source)
    assert re.fullmatch(r"20\d\d-[01]\d", place.read)
    assert place.is_site == (country == ELSEWHERE)
    if language == "fr":
        assert not re.search(r"[ \u00a0][;:!?»]|'", place.name + place.hours)


GOOD = """
[elsewhere]
lines = [{ number = "a.example", name = { en = "A", fr = "B" }, hours = { en = "C", fr = "D" }, source = "a.example", \
read = "2026-01", checked = 2026-01-01 }]
"""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[elsewhere",
        "elsewhere = 1",
        GOOD.replace('fr = "B"', 'de = "B"'),
        GOOD.replace('{ en = "A", fr = "B" }', '"A"'),
        GOOD.replace('source = "a.example"', "source = 1"),
        GOOD.replace("checked = 2026-01-01", 'checked = "soon"'),
        GOOD.replace("lines = [", "emergency = 5\nlines = ["),
        GOOD.replace("lines = [", "emergency = [5]\nlines = ["),
        "\ud800",
    ],
)
def test_a_damaged_file_is_told_with_what_to_do(tmp_path: Path, text: str) -> None:
    file = tmp_path / "places.toml"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(StorageError, match=re.escape(str(file))) as refused:
        HelpFiles(file).places("FR", "fr")
    assert refused.value.remedy is not None


def test_no_file_at_all_is_told_too(tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        HelpFiles(tmp_path / "none.toml").countries()


def test_a_whole_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "places.toml"
    file.write_text(GOOD, "utf-8")
    assert HelpFiles(file).places("FR", "fr").lines[0].name == "B"
