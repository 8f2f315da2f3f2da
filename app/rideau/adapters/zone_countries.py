# SPDX-License-Identifier: MIT
"""Which countries keep a zone's time? Asked of the tables that come with the time zones."""

from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from zoneinfo import TZPATH

_BY_COUNTRY, _BY_ZONE = "zone.tab", "zone1970.tab"


def countries_of(zone: str) -> tuple[str, ...]:
    """Return the ISO 3166 codes of the countries that keep the time of ``zone``, the likeliest first; none if unknown.

    A country has zones named for its own cities in one table; in the other, zones that agree since 1970 are one.
    """
    for table in (_BY_COUNTRY, _BY_ZONE):
        for row in _rows(table):
            codes, _, named = row[:3]
            if named == zone:
                return tuple(codes.split(","))
    return ()


def _rows(table: str) -> Iterator[list[str]]:
    lines = _text(table).splitlines()
    return (line.split("\t") for line in lines if line.count("\t") > 1 and not line.startswith("#"))


def _text(table: str) -> str:
    for folder in TZPATH:
        try:
            return (Path(folder) / table).read_text("utf-8")
        except (OSError, ValueError):
            continue
    try:
        return (resources.files("tzdata") / "zoneinfo" / table).read_text("utf-8")
    except (ModuleNotFoundError, OSError, ValueError):
        return ""
