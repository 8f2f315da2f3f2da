# SPDX-License-Identifier: MIT
"""What was closed, kept in memory."""

from rideau.domain.app import ClosedApp
from rideau.domain.error import StorageError
from rideau.domain.text import Text


class FakeClosedApps:
    """Keep what was closed in memory. Implements ``ports.apps.ClosedApps``."""

    def __init__(self, *apps: ClosedApp) -> None:
        """Begin with ``apps``."""
        self._apps = apps
        self.is_full = False
        """Whether the disk has no room."""

    def load(self) -> tuple[ClosedApp, ...]:
        """Return what was saved."""
        return self._apps

    def save(self, apps: tuple[ClosedApp, ...]) -> None:
        """Replace it, unless the disk is full."""
        if self.is_full:
            raise StorageError(Text("No room."))
        self._apps = apps
