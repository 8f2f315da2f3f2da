# SPDX-License-Identifier: MIT
"""Which networks are known, and which days are public holidays? Data that ships or that a library knows."""

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from rideau.domain.network import Network
from rideau.domain.settings import Holidays


class Catalogue(Protocol):
    """Hold the networks that ship with Rideau. Any thread; the answer never changes while running."""

    def networks(self) -> tuple[Network, ...]:
        """Return every network of the catalogue, without accounts, sorted by id."""
        ...


class HolidayCalendar(Protocol):
    """Know public holidays. Costly the first time, then kept; any thread."""

    def dates(self, holidays: Holidays, years: range, language: str) -> Mapping[date, str]:
        """Return the holidays of ``years`` that are not worked, with their names in ``language`` where known.

        Raises:
            SettingsError: the country or subdivision is not one the library knows.

        """
        ...

    def regions(self, country: str) -> Mapping[str, str]:
        """Return the subdivisions of ``country`` with holidays of their own: names by code, none for a stranger."""
        ...
