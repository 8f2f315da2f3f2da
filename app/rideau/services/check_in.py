# SPDX-License-Identifier: MIT
"""How does a check-in go? Asked for, answered at once into the notebook, and erased at a word."""

from collections.abc import Callable
from datetime import date

from rideau.domain.check_in import Aspect, answered
from rideau.domain.notebook import CheckIn
from rideau.ports.notebook import Notebook


class CheckIns:
    """Ask and answer. Main thread; ``today`` tells the local date."""

    def __init__(self, notebook: Notebook, today: Callable[[], date]) -> None:
        """Keep the answers in ``notebook``."""
        self._notebook = notebook
        self._today = today

    @property
    def today(self) -> date:
        """Return the day that is answered for."""
        return self._today()

    def history(self) -> tuple[CheckIn, ...]:
        """Return every check-in, oldest first."""
        return tuple(sorted(self._notebook.load().check_ins, key=lambda each: each.on))

    def answer(self, aspect: Aspect, answer: int | None) -> None:
        """Keep one answer, at once: whoever leaves half-way loses nothing.

        Raises:
            StorageError: it could not be written.

        """
        self._notebook.change(lambda notes: answered(notes, aspect, answer, self._today()))

    def erase(self) -> None:
        """Forget every answer, for good.

        Raises:
            StorageError: it could not be written.

        """
        self._notebook.change(lambda notes: notes._replace(check_ins=()))
