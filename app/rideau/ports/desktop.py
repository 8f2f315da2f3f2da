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
    """The label of its main button; empty for none."""
    replaces: str = ""
    """Notices of the same name take each other's place instead of piling up."""
    second_action: str = ""
    """The label of another button; empty for none."""


class Announcer(Protocol):
    """Show a notification of Rideau's own. Main thread; returns at once; never raises (a failure is logged)."""

    def announce(
        self,
        notice: Notice,
        on_action: Callable[[], None] | None = None,
        on_second: Callable[[], None] | None = None,
        on_left: Callable[[bool], None] | None = None,
    ) -> None:
        """Show ``notice``; each of the others is called on the main thread.

        ``on_action`` and ``on_second`` when a button is pressed; ``on_left`` once it left the screen without one, as
        far as the desktop tells, with whether the person put it away.
        """
        ...

    def take_back(self, name: str) -> None:
        """Take the notices that ``replaces`` calls ``name`` off the screen; nobody is called. None there: nothing."""
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
