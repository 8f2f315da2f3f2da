# SPDX-License-Identifier: MIT
"""How do reminders come together in the tray process? Loaded once everything that is waited for is there."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rideau.bootstrap.app import TrayProcess


class Reminding:
    """Connect what is sensed, what is due and the card. Main thread only."""

    def __init__(self, desk: "TrayProcess") -> None:
        """Begin to sense, unless reminders are switched off."""
        self._desk = desk

    def close(self) -> None:
        """Take the card off the screen, and sense nothing any more."""
