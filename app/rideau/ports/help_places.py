# SPDX-License-Identifier: MIT
"""Who knows the places to turn to, with no network at all?"""

from typing import Protocol

from rideau.domain.help_place import HelpPlaces


class HelpDirectory(Protocol):
    """Hold the places that ship with Rideau. Any thread; the answer never changes while running.

    ``language`` is ``en`` or ``fr``; another one is answered in English.
    """

    def countries(self) -> tuple[str, ...]:
        """Return the countries with numbers of their own, as ISO 3166 codes, sorted.

        Raises:
            StorageError: Rideau's own files are damaged.

        """
        ...

    def places(self, country: str, language: str) -> HelpPlaces:
        """Return the places of ``country``; those for everywhere else where it has none.

        Raises:
            StorageError: Rideau's own files are damaged.

        """
        ...
