# SPDX-License-Identifier: MIT
"""Where can somebody turn to who is not well? Rideau names places, and dials nothing (gentleness, rule 24)."""

from datetime import date
from typing import NamedTuple

ELSEWHERE = "elsewhere"
"""What stands for every country that has no numbers of its own here."""


class HelpPlace(NamedTuple):
    """Hold one place in one language."""

    number: str
    """As it is dialled or written, ``0800 32 123``; a site's name where there is no number."""
    name: str
    hours: str
    source: str
    """The site where it was read."""
    read: str
    """How old what was read there is: a year and a month, ``2024-10``."""
    checked: date
    """When it was last compared with what the source says."""

    @property
    def is_site(self) -> bool:
        """Tell whether it is looked at rather than dialled."""
        return not any(sign.isdigit() for sign in self.number)


class HelpPlaces(NamedTuple):
    """Hold the places of one country, what is for an emergency first."""

    country: str
    """An ISO 3166 code, or ``elsewhere``."""
    emergency: tuple[HelpPlace, ...]
    lines: tuple[HelpPlace, ...]
