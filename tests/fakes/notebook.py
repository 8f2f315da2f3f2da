# SPDX-License-Identifier: MIT
"""What did the person put down in a test? Kept in memory."""

from collections.abc import Callable

from rideau.domain.error import StorageError
from rideau.domain.notebook import Notes
from rideau.domain.text import Text


class FakeNotebook:
    """Keep notes in memory; ``is_full`` makes it refuse to change, like a full disk. Implements ``ports.notebook``."""

    def __init__(self, notes: Notes | None = None) -> None:
        """Begin with ``notes``."""
        self.notes = notes or Notes()
        self.is_full = False
        self.changes = 0
        """How often something was kept."""

    def load(self) -> Notes:
        """Return what is kept."""
        return self.notes

    def change(self, how: Callable[[Notes], Notes]) -> Notes:
        """Keep what ``how`` makes of it."""
        if self.is_full:
            raise StorageError(Text("The disk is full."), Text("Make some room."))
        after = how(self.notes)
        self.changes += after != self.notes
        self.notes = after
        return after
