# SPDX-License-Identifier: MIT
"""How does Rideau speak up on this desktop, and start with it?"""

from collections.abc import Callable
from typing import NamedTuple, Protocol

from rideau.domain.probe import Probe


class Notice(NamedTuple):
    """Hold one notification of Rideau's own, already worded."""

    title: str
    body: str = ""
    action: str = ""
    """The label of its one button; empty for none."""
    replaces: str = ""
    """Notices of the same name take each other's place instead of piling up."""


class Announcer(Protocol):
    """Show a notification of Rideau's own. Main thread; returns at once; never raises (a failure is logged)."""

    def announce(self, notice: Notice, on_action: Callable[[], None] | None = None) -> None:
        """Show ``notice``; ``on_action`` is called on the main thread when its button is pressed."""
        ...


class Autostart(Protocol):
    """Start Rideau at login. Command line or main thread."""

    def is_on(self) -> bool:
        """Tell whether the next login starts Rideau."""
        ...

    def switch(self, *, on: bool) -> None:
        """Switch it; switching to what it already is changes nothing.

        Raises:
            StorageError: the entry could not be written.

        """
        ...

    def probe(self) -> Probe:
        """Say whether this desktop can start programs at login."""
        ...
