# SPDX-License-Identifier: MIT
"""Where is kept what a person puts down? On this machine, for them alone."""

from collections.abc import Callable
from typing import Protocol

from rideau.domain.notebook import Notes


class Notebook(Protocol):
    """Keep one ``Notes`` on disk. Any thread; several processes may hold it, and take turns."""

    def load(self) -> Notes:
        """Return what is kept; empty where nothing is, or where it can't be read (set aside, never thrown away)."""
        ...

    def change(self, how: Callable[[Notes], Notes]) -> Notes:
        """Keep what ``how`` makes of what is kept now, atomically and flushed to disk; return it.

        Raises:
            StorageError: it could not be written; what was kept still stands.

        """
        ...
