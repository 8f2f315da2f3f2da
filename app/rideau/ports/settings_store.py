# SPDX-License-Identifier: MIT
"""Where do settings come from, and how are they changed without losing what a person wrote?"""

from collections.abc import Callable, Mapping
from typing import NamedTuple, Protocol

from rideau.domain.error import RideauError
from rideau.domain.settings import Settings
from rideau.domain.text import Text


class SettingsProblem(NamedTuple):
    """Say where a settings file does not hold, what was found there and what is allowed."""

    file: str
    place: str
    """A key path (``hours.week.monday[0]``) or ``line 3, column 7``; empty for the file as a whole."""
    message: Text


class SettingsError(RideauError):
    """Say that settings do not hold; carries every problem found, never just the first."""

    title = Text("These settings need mending")

    def __init__(self, problems: tuple[SettingsProblem, ...]) -> None:
        """Keep ``problems`` (at least one); the message names the first."""
        first = problems[0]
        where = f"{first.file}: {first.place}" if first.place else first.file
        super().__init__(
            Text("{where}: {what}", where=where, what=first.message),
            Text("Run “rideau validate” to see every place."),
        )
        self.problems = problems


class SettingsStore(Protocol):
    """Read and write the settings file and the person's own ``networks.d``. Main thread or command line."""

    def load(self) -> Settings:
        """Return the settings as the files say, older versions migrated in memory; defaults where there is no file.

        Raises:
            SettingsError: the files do not hold; nothing of them is to be applied.

        """
        ...

    def remember(self) -> None:
        """Keep a copy of the files as they are, which just held, for ``last_good``; trouble is logged, not raised."""
        ...

    def last_good(self) -> Settings:
        """Return the settings of the last ``remember``, by any process; defaults where there are none that hold."""
        ...

    def plain(self) -> dict[str, object]:
        """Return the settings file's tables as they stand there, in today's version, each day of its week said.

        Without a file, what a new one begins with. The own networks beside it are no part of it.

        Raises:
            SettingsError: the file can't be read as tables.

        """
        ...

    def tried(self, edits: Mapping[str, object]) -> Settings:
        """Return what ``write`` would make of ``edits``, and write nothing.

        Raises:
            SettingsError: the result would not hold.
            StorageError: this file can't take the edits up.

        """
        ...

    def write(self, edits: Mapping[str, object]) -> Settings:
        """Set each key path (``hours.week.monday``) to a plain TOML value (None removes it), all or nothing.

        A day is set in the week that holds, also where the file says none: the others stay as they are.
        Atomic; comments, order and unknown keys stay; a file of an older version is migrated first and kept beside.

        Raises:
            SettingsError: the result would not hold; the file is untouched.
            StorageError: the file could not be written; the old one is whole.

        """
        ...


class SettingsWatch(Protocol):
    """Tell when the settings files change by another hand, within 2 s, without polling. Main thread."""

    def start(self, on_change: Callable[[], None]) -> None:
        """Call ``on_change`` after every change of the settings file or the folders beside it, from now on."""
        ...
