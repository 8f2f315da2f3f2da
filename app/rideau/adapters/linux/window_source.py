# SPDX-License-Identifier: MIT
"""Who tells which windows there are, and asks one to close? One source for each kind of desktop, all alike outside.

Each source is loaded only where it is the one. On GNOME under Wayland no client may list windows: X11 then tells of the
apps that run through XWayland, and the probe says that the rest is known by its processes alone.
"""

from typing import Protocol

from rideau.domain.app import Window
from rideau.domain.error import RideauError
from rideau.domain.text import Text

PATIENCE_S = 2.0
"""How long a window system may take over one answer before it counts as lost."""


class WindowSourceError(RideauError):
    """Say that the window system is away, or does not answer."""

    title = Text("The windows cannot be seen")


class WindowSource(Protocol):
    """Know the windows of this desktop, and move them. One thread at a time; no call but these does I/O.

    What is asked of a window that is gone is no error and does nothing. Every call but ``windows`` and ``close`` may
    raise ``WindowSourceError``: the connection is lost for good then, ``windows`` is empty, and ``close`` is what is
    left to do.
    """

    @property
    def name(self) -> str:
        """Return what its windows' ids begin with: ``x11``, ``sway``, ``wlr``, ``kde``."""
        ...

    def fileno(self) -> int:
        """Return what becomes readable when something came: ``read`` is due. The same until ``close``."""
        ...

    def read(self) -> bool:
        """Take in what came and return whether windows came, went or changed (titles aside). Waits for nothing to come.

        It may ask back about a new window, which takes a millisecond.
        """
        ...

    def windows(self) -> tuple[Window, ...]:
        """Return the windows as last known, oldest first. No I/O; filled from the start."""
        ...

    def window_title(self, window_id: str) -> str:
        """Return the title that a window has now; empty where it is gone.

        ``windows`` may hold the one that it came with: titles change all the time, and nobody is woken for it.
        """
        ...

    def ask_to_close(self, window_id: str) -> None:
        """Ask a window to close as its own close button would. Nothing is ever killed."""
        ...

    def hide(self, window_id: str) -> None:
        """Put a window away (minimise)."""
        ...

    def show(self, window_id: str) -> None:
        """Bring a window back as it was before ``hide``, without the keyboard's focus where that can be had."""
        ...

    def placement(self, window_id: str) -> str:
        """Return where and how a window stands, as one JSON text for ``place``; empty where it is gone."""
        ...

    def place(self, window_id: str, placement: str) -> None:
        """Put a window where ``placement`` says, as far as this desktop lets; what is not understood is left out."""
        ...

    def close(self) -> None:
        """Hang up. Idempotent."""
        ...
