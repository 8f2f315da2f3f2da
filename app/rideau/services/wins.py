# SPDX-License-Identifier: MIT
"""How are wins kept, let go of, and shared by the person's own hand?"""

from collections.abc import Callable
from datetime import date

from rideau.domain import wins
from rideau.domain.notebook import Buddy, Win
from rideau.domain.notebook_edit import with_win
from rideau.ports.notebook import Notebook


class Wins:
    """Keep one line each. Main thread; ``today`` tells the local date. Every change raises StorageError as the port."""

    def __init__(self, notebook: Notebook, today: Callable[[], date]) -> None:
        """Keep them in ``notebook``."""
        self._notebook = notebook
        self._today = today

    def history(self) -> tuple[Win, ...]:
        """Return every win, the latest first."""
        return tuple(reversed(self._notebook.load().wins))

    def keep(self, text: str) -> None:
        """Keep one line; an empty one changes nothing."""
        self._notebook.change(lambda notes: with_win(notes, self._today(), "", text))

    def let_go(self, win: Win) -> None:
        """Take one out again."""
        self._notebook.change(lambda notes: notes._replace(wins=tuple(each for each in notes.wins if each != win)))

    def recalled(self, seed: int) -> Win | None:
        """Return one to show again on a hard day."""
        return wins.recalled(self._notebook.load().wins, self._today(), seed)

    @property
    def buddy(self) -> Buddy:
        """Return whom they may be shared with."""
        return self._notebook.load().buddy

    def name_buddy(self, buddy: Buddy) -> None:
        """Keep whom they may be shared with; nothing is ever sent by Rideau itself."""
        self._notebook.change(lambda notes: notes._replace(buddy=buddy))
