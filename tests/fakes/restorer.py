# SPDX-License-Identifier: MIT
"""Who puts things back in a test? One whose machine is a shelf."""

from rideau.domain.change import Change, Outcome
from rideau.domain.error import RideauError
from rideau.domain.text import Text


class FakeRestorer:
    """Restore values in a dictionary that stands for the machine. Implements ``ports.state.Restorer``."""

    kind = "shelf"

    def __init__(self, shelf: dict[str, str]) -> None:
        """Stand before ``shelf``; ``is_away`` makes it fail, ``order`` tells what it was asked for."""
        self.shelf = shelf
        self.is_away = False
        self.order: list[str] = []

    def restore(self, change: Change) -> Outcome:
        """Put it back where it is still as it was set."""
        if self.is_away:
            raise RideauError(Text("The shelf is away."))
        self.order.append(change.place)
        if change.place not in self.shelf:
            return Outcome.GONE
        if self.shelf[change.place] != change.after:
            return Outcome.LEFT
        self.shelf[change.place] = change.before or ""
        return Outcome.RESTORED
