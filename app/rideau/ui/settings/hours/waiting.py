# SPDX-License-Identifier: MIT
"""How is a held arrow key saved? Once, when it is let go or rests a moment; what is shown follows every step."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer

from rideau.domain.week_edit import Place, Weeks, with_day
from rideau.ui.settings.hours.deeds import Change

REST_MS = 700
"""After this long without a further step it is saved, though nobody told that the key was let go."""


class Waiting(NamedTuple):
    """Hold a change that is shown and not saved yet."""

    change: Change
    place: Place
    said: str

    def over(self, weeks: Weeks) -> "Waiting | None":
        """Return it on top of ``weeks`` that another hand wrote meanwhile; None where its week is no more."""
        week, day = self.place.week, self.place.day
        if week >= len(weeks):
            return None
        ranges = self.change.weeks[week].days[day]
        return self._replace(change=self.change._replace(weeks=with_day(weeks, self.place, ranges)))


class WaitingRoom:
    """Keep the change of a key that is held."""

    def __init__(self, parent: QObject, save: Callable[[Waiting], None]) -> None:
        """``save`` is called once for all that was kept, however it comes to be saved."""
        self._save = save
        self.kept: Waiting | None = None
        self._rest = QTimer(parent)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.save)

    def keep(self, waiting: Waiting) -> None:
        """Keep ``waiting`` in place of what was kept."""
        self.kept = waiting
        self._rest.start()

    def save(self) -> None:
        """Save what is kept, if anything."""
        self._rest.stop()
        kept, self.kept = self.kept, None
        if kept is not None:
            self._save(kept)
