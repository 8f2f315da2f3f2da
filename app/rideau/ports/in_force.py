# SPDX-License-Identifier: MIT
"""Which settings are in force, whatever the files say by now? Kept on disk, so that a restart opens nothing early."""

from datetime import datetime, timedelta
from typing import NamedTuple, Protocol

from rideau.domain.override import Override
from rideau.domain.settings import LockLevel, Settings
from rideau.domain.trusted_time import Anchor

Texts = tuple[tuple[str, str], ...]
"""The settings files by name, as they are written."""


class Kept(NamedTuple):
    """Hold the settings in force, and what has to be known again after a restart."""

    settings: Settings
    texts: Texts
    zone: str
    """The zone the hours are read in, also where the settings leave it to the device."""
    since: datetime
    level: LockLevel
    """The firmest lock level since the last opening."""
    waiting: Texts = ()
    """What the files say instead, and has to wait."""
    noticed: datetime | None = None
    """Since when that waits."""
    switches: tuple[Override, ...] = ()
    """The switches by hand that Rideau itself wrote."""
    anchor: Anchor | None = None
    moved: timedelta = timedelta()
    """By how much the clock was moved, as far as it was told."""
    closed_until: int = 0
    """POSIX seconds, by the device's clock, until which it stays closed; 0 while nothing is held."""
    starts_at_login: bool = False
    alive: str = ""
    """The boot in which an app runs that did not end yet by itself."""


class InForceStore(Protocol):
    """Keep one ``Kept``. Main thread."""

    def load(self) -> Kept | None:
        """Return what was kept; None where nothing was, or where it does not hold (set aside)."""
        ...

    def texts(self) -> Texts:
        """Return the settings files as they are: those that held last, where they do not hold."""
        ...

    def save(self, kept: Kept) -> None:
        """Replace what was kept, atomically and flushed to disk.

        Raises:
            StorageError: it could not be written.

        """
        ...
