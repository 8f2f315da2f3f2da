# SPDX-License-Identifier: MIT
"""A ledger in memory."""

from rideau.domain.change import Change
from rideau.domain.error import StorageError
from rideau.domain.text import Text


class FakeLedger:
    """Keep the ledger in memory; ``is_full`` makes it refuse to record, like a full disk."""

    def __init__(self) -> None:
        """Begin empty."""
        self.is_full = False
        self._next = 1
        self._pending: dict[int, Change] = {}

    def record(self, change: Change) -> int:
        """Keep it."""
        if self.is_full:
            raise StorageError(Text("The disk is full."))
        number, self._next = self._next, self._next + 1
        self._pending[number] = change
        return number

    def settle(self, number: int) -> None:
        """Strike it out."""
        self._pending.pop(number, None)

    def pending(self) -> tuple[tuple[int, Change], ...]:
        """Return what is not struck out."""
        return tuple(self._pending.items())
