# SPDX-License-Identifier: MIT
"""Settings in force, in memory."""

from fakes.settings_store import FakeSettingsStore
from rideau.domain.error import StorageError
from rideau.domain.text import Text
from rideau.ports.in_force import Kept, Texts
from rideau.ports.settings_store import SettingsError


class FakeInForceStore:
    """Keep what is in force in memory; ``is_full`` makes it refuse, like a full disk."""

    def __init__(self, settings: FakeSettingsStore | None = None) -> None:
        """Begin with nothing kept; the texts are those of ``settings``."""
        self.is_full = False
        self.saves = 0
        self.kept: Kept | None = None
        self._settings = settings or FakeSettingsStore()

    def load(self) -> Kept | None:
        """Return what was kept."""
        return self.kept

    def texts(self) -> Texts:
        """Return the settings that hold, as something like a text."""
        try:
            return (("config.toml", repr(self._settings.load())),)
        except SettingsError:
            return (("config.toml", repr(self._settings.last_good())),)

    def save(self, kept: Kept) -> None:
        """Keep this instead."""
        if self.is_full:
            raise StorageError(Text("The disk is full."))
        self.saves += 1
        self.kept = kept
