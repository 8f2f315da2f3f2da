# SPDX-License-Identifier: MIT
"""What was used of the day's allowance, in memory."""

from rideau.domain.allowance import DayBook
from rideau.domain.error import StorageError
from rideau.domain.text import Text


class FakeAllowanceStore:
    """Keep it in memory (``ports.state.AllowanceStore``)."""

    def __init__(self, book: DayBook = DayBook()) -> None:  # noqa: B008 - a value
        """Begin with ``book``."""
        self.book = book
        self.is_full = False

    def load(self) -> DayBook:
        """Return what was saved."""
        return self.book

    def save(self, book: DayBook) -> None:
        """Keep ``book``."""
        if self.is_full:
            raise StorageError(Text("The disk is full."))
        self.book = book
