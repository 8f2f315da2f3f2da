# SPDX-License-Identifier: MIT
"""Are real public holidays told, kept, and told again without the library?"""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import holidays as library
import pytest

from contracts.holiday_calendar import BASTILLE_DAY, YEAR, HolidayCalendarContract
from rideau.adapters.holidays import KnownHolidays
from rideau.domain.settings import Holidays
from rideau.ports.settings_store import SettingsError
from rideau.wording.countries import countries

FRANCE = Holidays("FR")
CHRISTMAS = date(2026, 12, 25)
IS_LOADED = """
import sys
from pathlib import Path
from rideau.adapters.holidays import KnownHolidays
from rideau.domain.settings import Holidays
KnownHolidays(Path(sys.argv[1])).dates(Holidays("FR"), range(2026, 2027), "fr")
print("holidays" in sys.modules)
"""


def is_library_loaded(folder: Path) -> bool:
    """Tell whether a fresh process needs the library to answer from ``folder``."""
    command = [sys.executable, "-c", IS_LOADED, str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() == "True"


class TestKnownHolidays(HolidayCalendarContract):
    """The library behind its adapter holds to the contract."""

    @pytest.fixture
    def holidays(self, tmp_path: Path) -> KnownHolidays:
        """Return the holidays to hold to it."""
        return KnownHolidays(tmp_path / "cache" / "rideau")

    @pytest.mark.parametrize(
        ("country", "language", "name"),
        [
            ("FR", "fr", "Noël"),
            ("FR", "en", "Christmas Day"),
            ("FR", "xx", "Noël"),  # the country's own
            ("DE", "fr", "Erster Weihnachtstag"),  # the country's own
            ("GB", "fr", "Christmas Day"),
        ],
    )
    def test_names_come_in_the_language_where_it_is_known(
        self, holidays: KnownHolidays, country: str, language: str, name: str
    ) -> None:
        """Names come in the language where it is known."""
        assert holidays.dates(Holidays(country), YEAR, language)[CHRISTMAS] == name

    def test_a_subdivision_has_days_of_its_own(self, holidays: KnownHolidays) -> None:
        """A subdivision has days of its own."""
        saint_stephen = date(2026, 12, 26)
        assert saint_stephen in holidays.dates(Holidays("FR", "Alsace"), YEAR, "fr")
        assert saint_stephen not in holidays.dates(FRANCE, YEAR, "fr")

    @pytest.mark.parametrize(
        ("asked", "said"),
        [
            (Holidays("FRX"), "FR"),
            (Holidays("qqqqqq"), "ISO 3166"),
            (Holidays("DE", "BAYERN"), "Bayern"),
            (Holidays("FR", "qqqqqq"), "Martinique"),
            (Holidays("LI", "qqqqqq"), "no subdivisions"),
        ],
    )
    def test_what_is_allowed_is_said(self, holidays: KnownHolidays, asked: Holidays, said: str) -> None:
        """What is allowed is said."""
        with pytest.raises(SettingsError, match=said):
            holidays.dates(asked, YEAR, "en")

    @pytest.mark.parametrize("year", [1, 1600, 2150, 9999])
    def test_no_year_is_too_far(self, holidays: KnownHolidays, year: int) -> None:
        """No year is too far."""
        for country in ("FR", "US", "CN", "IL", "SA", "IN"):
            assert {day.year for day in holidays.dates(Holidays(country), range(year, year + 1), "en")} <= {year}

    def test_a_year_that_is_kept_needs_no_library(self, tmp_path: Path) -> None:
        """A year that is kept needs no library."""
        assert is_library_loaded(tmp_path)
        assert not is_library_loaded(tmp_path)

    @pytest.mark.parametrize(
        "content",
        [b"", b"\xff\xfe\x00", b"[]", b"null", b"{}", b"[" * 100_000, b'{"library": 1, "years": {}}'],
    )
    def test_a_file_that_is_no_good_is_asked_for_again_and_rewritten(self, tmp_path: Path, content: bytes) -> None:
        """A file that is no good is asked for again and rewritten."""
        file = tmp_path / "holidays.json"
        file.write_bytes(content)
        assert BASTILLE_DAY in KnownHolidays(tmp_path).dates(FRANCE, YEAR, "fr")
        assert json.loads(file.read_bytes())["years"]["FR//fr/2026"]["2026-07-14"]

    @pytest.mark.parametrize("years", [{"FR//fr/2026": {"yesterday": "x"}}, {"FR//fr/2026": 5}, [1], None])
    def test_dates_that_are_none_are_asked_for_again(self, tmp_path: Path, years: object) -> None:
        """Dates that are none are asked for again."""
        KnownHolidays(tmp_path).dates(Holidays("US"), YEAR, "en")
        file = tmp_path / "holidays.json"
        kept = json.loads(file.read_bytes())
        file.write_text(json.dumps(kept | {"years": years}))
        assert BASTILLE_DAY in KnownHolidays(tmp_path).dates(FRANCE, YEAR, "fr")

    def test_another_version_of_the_library_is_asked_again(self, tmp_path: Path) -> None:
        """Another version of the library is asked again."""
        KnownHolidays(tmp_path).dates(FRANCE, YEAR, "fr")
        file = tmp_path / "holidays.json"
        kept = json.loads(file.read_bytes())
        file.write_text(json.dumps({"library": "0.1", "years": {"FR//fr/2026": {"2026-02-02": "Old"}}}))
        assert date(2026, 2, 2) not in KnownHolidays(tmp_path).dates(FRANCE, YEAR, "fr")
        assert json.loads(file.read_bytes())["library"] == kept["library"]

    def test_a_folder_that_cannot_be_written_costs_nothing_but_time(self, tmp_path: Path) -> None:
        """A folder that cannot be written costs nothing but time."""
        in_the_way = tmp_path / "file"
        in_the_way.write_text("not a folder")
        holidays = KnownHolidays(in_the_way / "rideau")
        assert BASTILLE_DAY in holidays.dates(FRANCE, YEAR, "fr")
        (tmp_path / "folder" / "holidays.json").mkdir(parents=True)
        assert BASTILLE_DAY in KnownHolidays(tmp_path / "folder").dates(FRANCE, YEAR, "fr")
        assert os.listdir(tmp_path / "folder") == ["holidays.json"]  # noqa: PTH208 - names are what is compared

    def test_threads_get_the_same_answer(self, holidays: KnownHolidays) -> None:
        """Threads get the same answer."""
        with ThreadPoolExecutor(8) as threads:
            answers = list(threads.map(lambda _: holidays.dates(FRANCE, range(2020, 2030), "fr"), range(16)))
        assert all(answer == answers[0] for answer in answers)
        assert len(answers[0]) == 110


def test_every_country_of_the_library_has_a_name_in_both_languages() -> None:
    """Every country that the library knows has a name in both languages."""
    known = set(library.list_supported_countries(include_aliases=False))
    for language in ("en", "fr"):
        assert set(countries(language)) == known
        assert all(countries(language).values())
