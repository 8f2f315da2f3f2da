# SPDX-License-Identifier: MIT
"""Settings in memory, in the very words that the file would have."""

import tomllib
from collections.abc import Mapping

from rideau.adapters.settings_paths import UnwritableError
from rideau.adapters.settings_reader import RawFile, read_settings
from rideau.adapters.settings_toml import shared_tables
from rideau.adapters.settings_week import with_its_week, within_a_week
from rideau.adapters.settings_writer import edited
from rideau.domain.error import StorageError
from rideau.domain.settings import Settings
from rideau.domain.text import Text
from rideau.ports.settings_store import SettingsError, SettingsProblem
from rideau.services.settings_edits import edits_between

FILE = "config.toml"
BARE = "version = 1\n"
WRONG = -1
"""What holds nowhere."""


class FakeSettingsStore:
    """Keep the text of a settings file: ``replace`` or ``spoil`` what it says as a hand in an editor would."""

    def __init__(self, settings: Settings | None = None, text: str = BARE) -> None:
        """Begin with ``settings`` written into ``text``."""
        self.text = text
        """What the file says, to be read and to be changed by hand."""
        self.own_networks = ""
        """What a file of own networks beside it says."""
        self.is_disk_full = False
        self._good = Settings()
        if settings is not None:
            self.replace(settings)

    @property
    def problems(self) -> tuple[SettingsProblem, ...]:
        """Return what does not hold."""
        return self._read(self.text)[1]

    def replace(self, settings: Settings) -> None:
        """Put other settings in place, as a hand in an editor would."""
        bare, _ = self._read(BARE)
        self.text = edited(BARE, within_a_week(tomllib.loads(BARE), edits_between(bare, settings)))

    def spoil(self, place: str = "hours.week.monday[0]") -> None:
        """Make the settings not hold, at ``place``; ``replace`` mends them."""
        key, bracket, _ = place.partition("[")
        self.text = self._edited({key: [WRONG] if bracket else WRONG})

    def load(self) -> Settings:
        """Return what is kept."""
        return self._held(self.text)

    def remember(self) -> None:
        """Keep these as the last good ones."""
        self._good = self._held(self.text)

    def last_good(self) -> Settings:
        """Return the ones remembered."""
        return self._good

    def plain(self) -> dict[str, object]:
        """Return the tables of the text."""
        try:
            return with_its_week(shared_tables(self.text))
        except tomllib.TOMLDecodeError as error:
            raise SettingsError(_unreadable(error)) from error

    def tried(self, edits: Mapping[str, object]) -> Settings:
        """Return what the edits would make of it."""
        return self._held(self._edited(edits))

    def write(self, edits: Mapping[str, object]) -> Settings:
        """Take the edits."""
        text = self._edited(edits)
        settings = self._held(text)
        if self.is_disk_full:
            raise StorageError(Text("“{file}” could not be written: {why}", file=FILE, why=Text("the disk is full.")))
        self.text = text
        return settings

    def _edited(self, edits: Mapping[str, object]) -> str:
        try:
            return edited(self.text, within_a_week(shared_tables(self.text), edits))
        except tomllib.TOMLDecodeError as error:
            raise SettingsError(_unreadable(error)) from error
        except UnwritableError as error:
            raise StorageError(Text("“{place}” could not be changed.", place=str(error))) from error

    def _held(self, text: str) -> Settings:
        settings, problems = self._read(text)
        if problems:
            raise SettingsError(problems)
        return settings

    def _read(self, text: str) -> tuple[Settings, tuple[SettingsProblem, ...]]:
        try:
            own = [RawFile("networks.d/own.toml", tomllib.loads(self.own_networks))]
            return read_settings(RawFile(FILE, shared_tables(text)), own, None)
        except tomllib.TOMLDecodeError as error:
            return Settings(), _unreadable(error)


def _unreadable(error: tomllib.TOMLDecodeError) -> tuple[SettingsProblem, ...]:
    return (SettingsProblem(FILE, "", Text("This is not how TOML is written: {what}.", what=str(error))),)
