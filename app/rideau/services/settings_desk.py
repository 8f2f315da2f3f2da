# SPDX-License-Identifier: MIT
"""How are settings changed in a window: saved as one goes, taken back, and never over another hand's edit?"""

from collections.abc import Callable
from typing import NamedTuple

from rideau.domain.error import RideauError
from rideau.domain.settings import Settings
from rideau.domain.text import Text
from rideau.ports.settings_store import SettingsProblem, SettingsStore


class DeskState(NamedTuple):
    """Hold what the window shows of the settings as a whole."""

    settings: Settings
    """As the file says; of a file that does not hold, the last good ones under what was changed here since."""
    problems: tuple[SettingsProblem, ...] = ()
    """What does not hold in the file; the last good settings stay in force."""
    trouble: RideauError | None = None
    """Why the last change could not be saved; what was changed is kept here and tried again with the next one."""
    undo: Text | None = None
    """What ``undo`` takes back; None for nothing."""
    redo: Text | None = None
    notice: Text | None = None
    """What just happened that the person did not do here: another hand changed the file."""


class SettingsDesk:
    """Keep the settings of one window. Main thread."""

    def __init__(self, store: SettingsStore) -> None:
        """Begin with what ``store`` has."""
        self._store = store
        self.observers: list[Callable[[DeskState], None]] = []
        self.state = DeskState(store.load())

    @property
    def settings(self) -> Settings:
        """Return the settings as shown."""
        return self.state.settings

    def change(self, after: Settings, label: Text, group: str = "") -> None:
        """Save ``after``, to be taken back as ``label`` (“Monday”); trouble is in the state, never raised.

        Changes that follow each other with the same ``group`` (not empty) are taken back in one step: ten presses of an
        arrow key are one change.
        """
        del label, group
        self.state = self.state._replace(settings=after)
        for tell in self.observers:
            tell(self.state)

    def undo(self) -> None:
        """Take back the last change made here; what another hand changed since at the same place stays."""
        raise NotImplementedError

    def redo(self) -> None:
        """Make again what was taken back."""
        raise NotImplementedError

    def reload(self) -> None:
        """Take up the file as it is now: another hand changed it, or we did."""
        raise NotImplementedError
