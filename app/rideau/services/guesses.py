# SPDX-License-Identifier: MIT
"""What would somebody here say of their hours and networks, had they been asked? Good guesses for the first start."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from rideau.domain.app import InstalledApp
from rideau.domain.app_id import app_key
from rideau.domain.network import Network
from rideau.domain.plain_week import PlainWeek
from rideau.domain.settings import ClockRange, Holidays, Settings


def _at(*times: tuple[float, float]) -> tuple[ClockRange, ...]:
    return tuple(ClockRange(round(start * 60), round(end * 60)) for start, end in times)


OFFICE = _at((9, 17))
FRENCH = _at((9, 12.5), (14, 18))
OFFICE_BY_COUNTRY: Mapping[str, tuple[ClockRange, ...]] = MappingProxyType(
    {
        **dict.fromkeys(("FR", "GP", "GF", "MC", "MQ", "NC", "PF", "RE", "YT"), FRENCH),
        **dict.fromkeys(("BE", "LU"), _at((9, 12.5), (13.5, 17.5))),
        "CH": _at((8, 12), (13, 17)),
        **dict.fromkeys(("IT", "PT"), _at((9, 13), (14, 18))),
        "ES": _at((9, 14), (16, 19)),
        **dict.fromkeys(("DZ", "MA", "TN"), _at((8.5, 12.5), (13.5, 17.5))),
        **dict.fromkeys(("DK", "FI", "NO"), _at((8, 16))),
        **dict.fromkeys(("DE", "NL", "SE"), _at((8.5, 17))),
        **dict.fromkeys(("BR", "CL", "CO", "MX", "PE", "JP", "KR", "SG", "HK"), _at((9, 18))),
        "CN": _at((9, 12), (13, 18)),
        "IN": _at((9.5, 18)),
    }
)
"""The hours of an office, as they are most often printed on its door."""
LUNCH = _at((9, 12.5), (13.5, 17.5))
"""For who wants a lunch break where most have none."""
_FRIDAY_OFF = ("AF", "BH", "DZ", "EG", "IL", "IQ", "JO", "KW", "LY", "OM", "QA", "SA", "SD", "SY", "YE")
DAYS = frozenset(range(5))
DAYS_BY_COUNTRY: Mapping[str, frozenset[int]] = MappingProxyType(
    {
        **dict.fromkeys(_FRIDAY_OFF, frozenset((6, 0, 1, 2, 3))),
        "IR": frozenset((5, 6, 0, 1, 2)),
        "NP": frozenset((6, 0, 1, 2, 3, 4)),
    }
)
"""The days of work where they are not Monday to Friday; 0 is Monday."""
PARTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "America/Anchorage": ("US", "AK"),
        "America/Boise": ("US", "ID"),
        "America/Detroit": ("US", "MI"),
        "America/Indiana/Indianapolis": ("US", "IN"),
        "America/Kentucky/Louisville": ("US", "KY"),
        "America/Phoenix": ("US", "AZ"),
        "Pacific/Honolulu": ("US", "HI"),
        "America/Edmonton": ("CA", "AB"),
        "America/Halifax": ("CA", "NS"),
        "America/Regina": ("CA", "SK"),
        "America/St_Johns": ("CA", "NL"),
        "America/Toronto": ("CA", "ON"),
        "America/Vancouver": ("CA", "BC"),
        "America/Winnipeg": ("CA", "MB"),
        "Atlantic/Azores": ("PT", "20"),
        "Atlantic/Canary": ("ES", "CN"),
        "Atlantic/Madeira": ("PT", "30"),
        "Africa/Ceuta": ("ES", "CE"),
        "Australia/Adelaide": ("AU", "SA"),
        "Australia/Brisbane": ("AU", "QLD"),
        "Australia/Darwin": ("AU", "NT"),
        "Australia/Hobart": ("AU", "TAS"),
        "Australia/Melbourne": ("AU", "VIC"),
        "Australia/Perth": ("AU", "WA"),
        "Australia/Sydney": ("AU", "NSW"),
    }
)
"""The part of the country that a zone is named for, where parts have holidays of their own."""
MOST_USED = (
    "linkedin",
    "instagram",
    "facebook",
    "whatsapp",
    "slack",
    "gmail",
    "teams",
    "x",
    "tiktok",
    "youtube",
    "outlook",
    "meta-business-suite",
)
"""What people whose work is on the networks use most: proposed to everybody, after what is installed."""
ENOUGH = 10
"""So many are asked about without being asked for."""


class Place(NamedTuple):
    """Hold where this computer is, so far as it can be told."""

    zone: str
    zone_countries: tuple[str, ...] = ()
    """The countries that keep the zone's time, the likeliest first."""
    locale: str = ""
    """``fr_CA``; empty for none."""

    @property
    def country(self) -> str:
        """Return the ISO 3166 code of the country; empty where nothing tells."""
        territory = self.locale.partition("_")[2][:2].upper()
        if self.zone_countries and territory not in self.zone_countries:
            return self.zone_countries[0]
        return territory


class NetworkGuess(NamedTuple):
    """Hold one network to ask about."""

    id: str
    app: InstalledApp | None = None
    """What of it is installed here; None for nothing."""


class Guesses(NamedTuple):
    """Hold what the assistant begins with."""

    country: str
    week: PlainWeek
    lunch: tuple[ClockRange, ...]
    """The hours of a day with a break."""
    whole: tuple[ClockRange, ...]
    """Those of a day without."""
    holidays: Holidays | None


def guess(place: Place, countries: Collection[str]) -> Guesses:
    """Return what is proposed at ``place``; ``countries`` are those whose holidays are known."""
    country = place.country
    usual = OFFICE_BY_COUNTRY.get(country, OFFICE)
    has_break = len(usual) > 1
    known = country if country in countries else ""
    return Guesses(
        country=known,
        week=PlainWeek(DAYS_BY_COUNTRY.get(country, DAYS), usual),
        lunch=usual if has_break else LUNCH,
        whole=OFFICE if has_break else usual,
        holidays=Holidays(known, _part(place, country)) if known else None,
    )


def proposed(settings: Settings, guesses: Guesses) -> Settings:
    """Return ``settings`` with the guesses in place of the hours."""
    hours = settings.hours._replace(week=guesses.week.week(), rotation=None, holidays=guesses.holidays)
    return settings._replace(hours=hours)


def networks_here(networks: Iterable[Network], apps: Sequence[InstalledApp]) -> tuple[NetworkGuess, ...]:
    """Return those of ``networks`` that an app of is installed, by the catalogue's most used first, then by name."""
    by_key = {app_key(key): app for app in reversed(apps) for key in (app.id, app.flatpak, app.snap) if key}
    found = []
    for network in networks:
        app = next((by_key[key] for key in map(app_key, network.apps.linux) if key in by_key), None)
        if app is not None:
            found.append((_rank(network.id), network.name.casefold(), NetworkGuess(network.id, app)))
    return tuple(each for _, _, each in sorted(found))


def networks_to_ask(
    networks: Sequence[Network], here: Sequence[NetworkGuess], said: Iterable[str]
) -> tuple[NetworkGuess, ...]:
    """Return what to ask about: what is ``here``, what the person ``said`` something of, and then the most used."""
    known = {each.id for each in networks}
    asked = {each.id: each for each in here}
    asked |= {each: NetworkGuess(each) for each in said if each in known and each not in asked}
    for each in MOST_USED:
        if len(asked) < ENOUGH and each in known and each not in asked:
            asked[each] = NetworkGuess(each)
    return tuple(asked.values())


def _part(place: Place, country: str) -> str:
    of, part = PARTS.get(place.zone, ("", ""))
    if place.zone == "America/Toronto" and place.locale.startswith("fr"):
        part = "QC"
    return part if of == country else ""


def _rank(network: str) -> int:
    return MOST_USED.index(network) if network in MOST_USED else len(MOST_USED)
