# SPDX-License-Identifier: MIT
"""Which days are public holidays? Asked of the ``holidays`` library once, then kept in a file.

The library takes a quarter of a second to load, so it is loaded only for years that are not kept yet.
"""

import json
import logging
import threading
import warnings
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from rideau.adapters.atomic_file import read_limited, replace_file
from rideau.domain.error import StorageError
from rideau.domain.settings import Holidays
from rideau.domain.text import Text
from rideau.ports.settings_store import SettingsError, SettingsProblem

if TYPE_CHECKING:
    from holidays import HolidayBase

_log = logging.getLogger(__name__)

_LANGUAGES = {"en": ("en_US", "en_GB", "en"), "fr": ("fr",)}
"""What the library may call each of our languages, the best first."""

_FILE = "holidays.json"
_SHORT_FORM = 3

_Year: TypeAlias = dict[str, str]
"""ISO dates and names."""


class KnownHolidays:
    """Know what the ``holidays`` library knows. Implements ``ports.catalogue.HolidayCalendar``; any thread.

    A file that cannot be read or written costs time at the next start and nothing else.
    """

    def __init__(self, cache_folder: Path, settings_file: str = "config.toml") -> None:
        """Keep the dates in ``cache_folder``, which need not exist; problems are said to be in ``settings_file``."""
        self._settings_file = settings_file
        self._file = cache_folder / _FILE
        self._lock = threading.Lock()
        self._kept: dict[str, _Year] | None = None

    def dates(self, holidays: Holidays, years: range, language: str) -> Mapping[date, str]:
        """Return the holidays of ``years`` that are not worked, named in ``language`` where the library can."""
        with self._lock:
            if self._kept is None:
                self._kept = self._read()
            missing = [year for year in years if _key(holidays, language, year) not in self._kept]
            if missing:
                _check_known(holidays, self._settings_file)
                found = _asked(holidays, missing, language)
                self._kept.update((_key(holidays, language, year), found[year]) for year in missing)
                self._write(self._kept)
            known = [self._kept[_key(holidays, language, year)] for year in years]
        named = ((date.fromisoformat(day), name) for year in known for day, name in year.items())
        return {day: name for day, name in named if day not in holidays.worked}

    def regions(self, country: str) -> Mapping[str, str]:
        """Return the names of its subdivisions by code, as they are called there."""
        import holidays as library  # noqa: PLC0415 - a quarter of a second, only where regions are shown

        if country not in library.list_supported_countries(include_aliases=True):
            return {}
        known = library.country_holidays(country)
        return {code: _region_name(code, known.subdivisions_aliases) for code in known.subdivisions}

    def _read(self) -> dict[str, _Year]:
        try:
            kept = json.loads(read_limited(self._file))
            return _checked(kept["years"]) if kept["library"] == _library_version() else {}
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            _log.info("The kept holidays cannot be read and are asked for again: %s", error)
            return {}

    def _write(self, years: Mapping[str, _Year]) -> None:
        written = json.dumps({"library": _library_version(), "years": years}, ensure_ascii=False, indent=1)
        try:
            replace_file(self._file, written.encode())
        except StorageError as error:
            _log.info("The holidays could not be kept and will be asked for at the next start: %s", error)


def _library_version() -> str:
    from importlib import metadata  # noqa: PLC0415 - 15 ms, for those alone who have holidays

    return metadata.version("holidays")


def _key(holidays: Holidays, language: str, year: int) -> str:
    return f"{holidays.country}/{holidays.subdivision}/{language}/{year}"


def _checked(years: Mapping[str, Mapping[str, str]]) -> dict[str, _Year]:
    """Return what was kept if every date in it is one.

    Raises:
        ValueError, TypeError, AttributeError: something in it is not as it was written.

    """
    return {
        key: {date.fromisoformat(day).isoformat(): str(name) for day, name in year.items()}
        for key, year in years.items()
    }


def _check_known(holidays: Holidays, settings_file: str) -> None:
    """Hold country and subdivision against what the library knows.

    Raises:
        SettingsError: it does not know one of them.

    """
    import holidays as library  # noqa: PLC0415 - a quarter of a second, only for years that are not kept

    message = _stranger(holidays.country, library.list_supported_countries(include_aliases=True))
    field = "country"
    if message is None and holidays.subdivision:
        field, known = "subdivision", _subdivisions(library.country_holidays(holidays.country))
        message = _stranger(holidays.subdivision, known, of=holidays.country)
    if message is not None:
        raise SettingsError((SettingsProblem(settings_file, f"hours.holidays.{field}", message),))


def _asked(holidays: Holidays, years: Iterable[int], language: str) -> dict[int, _Year]:
    """Return the library's answer for each of ``years``, worked ones included."""
    import holidays as library  # noqa: PLC0415 - a quarter of a second, only for years that are not kept

    country = library.country_holidays(holidays.country)
    found: dict[int, _Year] = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # some calendars of the moon are known for some decades only
        for year in years:
            days = library.country_holidays(
                holidays.country,
                subdiv=holidays.subdivision or None,
                years=year,
                expand=False,
                language=_language(country, language),
            )
            found[year] = {day.isoformat(): name for day, name in sorted(days.items()) if day.year == year}
    return found


def _region_name(code: str, aliases: Mapping[str, str]) -> str:
    """Return what ``aliases`` call ``code``, in up to two of the languages spoken there; short forms only for want."""
    names = [name for name, meant in aliases.items() if meant == code] or [code]
    spoken = [name for name in names if len(name) > _SHORT_FORM]
    return " · ".join(spoken[:2]) or names[-1]


def _subdivisions(country: "HolidayBase") -> list[str]:
    return sorted({*country.subdivisions, *country.subdivisions_aliases})


def _language(country: "HolidayBase", language: str) -> str | None:
    """Return what the library calls ``language`` for this country, or the country's own where it does not know it.

    Left to itself the library would follow the environment of this process.
    """
    known = (each for each in _LANGUAGES.get(language, ()) if each in country.supported_languages)
    return next(known, country.default_language)


def _stranger(found: str, allowed: Iterable[str], of: str = "") -> Text | None:
    """Return what to say of ``found`` where it is not among ``allowed``."""
    known = sorted(allowed)
    if found in known:
        return None
    folded = {each.casefold(): each for each in known}
    from difflib import get_close_matches  # noqa: PLC0415 - only for what is not known

    near = [folded[each] for each in get_close_matches(found.casefold(), folded, n=3, cutoff=0.5)]
    return _message(found, known, near, of)


def _message(found: str, known: list[str], near: list[str], of: str) -> Text:
    if not known:
        return Text("“{found}” is not known: {country} has no subdivisions here.", found=found, country=of)
    if of:
        names = ", ".join(near or known)
        return Text(
            "“{found}” is no subdivision of {country}. Known are: {names}.", found=found, country=of, names=names
        )
    if near:
        return Text("“{found}” is no country code. Known and close are: {names}.", found=found, names=", ".join(near))
    return Text("“{found}” is no country code. Allowed are those of ISO 3166: “FR”, “CA”.", found=found)
