# SPDX-License-Identifier: MIT
"""Switches by hand, in memory."""

from rideau.domain.error import StorageError
from rideau.domain.override import Override
from rideau.domain.text import Text


class FakeOverrideStore:
    """Keep the switches in memory; ``is_full`` makes it refuse to save, like a full disk."""

    def __init__(self, *overrides: Override) -> None:
        """Begin with ``overrides`` saved."""
        self.is_full = False
        self._overrides = overrides

    def load(self) -> tuple[Override, ...]:
        """Return what is kept."""
        return self._overrides

    def save(self, overrides: tuple[Override, ...]) -> None:
        """Keep these instead."""
        if self.is_full:
            raise StorageError(Text("The disk is full."))
        self._overrides = overrides
