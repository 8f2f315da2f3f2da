# SPDX-License-Identifier: MIT
"""Where do tips come from, and how does a person add their own?"""

from typing import Protocol

from rideau.domain.tip import Tip
from rideau.ports.settings_store import SettingsProblem


class TipLibrary(Protocol):
    """Know the tips that ship with Rideau and the person's own in ``tips.d``. Any thread."""

    def tips(self) -> tuple[Tip, ...]:
        """Return every tip, shipped ones first; a file of one's own that does not hold is left out whole.

        Raises:
            StorageError: Rideau's own files are damaged.

        """
        ...

    def problems(self) -> tuple[SettingsProblem, ...]:
        """Return what is wrong with the person's own files, each with its place and what is allowed."""
        ...

    def add(self, tip: Tip) -> None:
        """Write ``tip``, one of the person's own, into ``tips.d``; one of the same id is replaced.

        Raises:
            StorageError: it could not be written; nothing changed.

        """
        ...

    def remove(self, tip: str) -> None:
        """Take a tip of one's own out again. Idempotent.

        Raises:
            StorageError: it could not be written, or stands in a file that holds other things by hand.

        """
        ...
