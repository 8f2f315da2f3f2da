# SPDX-License-Identifier: MIT
"""What can a person ask of the tray and the small window? The face answers; they only show and pass on."""

from typing import Protocol

from rideau.ui.present import Act


class Asks(Protocol):
    """Take what a person asked for. Main thread; returns at once; trouble is said, never raised."""

    def act(self, act: Act) -> None:
        """Close, resume, ask for an opening, or stop focus."""
        ...

    def focus(self, minutes: int) -> None:
        """Start a focus session of ``minutes``."""
        ...

    def refresh(self) -> None:
        """Show what is so by now; what is withheld is counted without anybody being told."""
        ...

    def show_waiting_list(self) -> None:
        """Show what waited."""
        ...

    def show_settings(self) -> None:
        """Show the settings."""
        ...

    def show_window(self) -> None:
        """Show the small window in front."""
        ...

    def toggle_window(self) -> None:
        """Show the small window, or hide it where it is already looked at."""
        ...

    def starts_at_login(self) -> bool:
        """Tell whether the next login starts Rideau."""
        ...

    def start_at_login(self, *, on: bool) -> None:
        """Switch that."""
        ...

    def quit(self) -> None:
        """Leave, putting everything back first."""
        ...
