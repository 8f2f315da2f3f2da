# SPDX-License-Identifier: MIT
"""How do the ritual before closing and the greeting at the opening come about in the tray process?"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rideau.bootstrap.app import TrayProcess


class Evenings:
    """Offer them at their time. Main thread only."""

    def __init__(self, desk: "TrayProcess") -> None:
        """Watch for the time."""
        self._desk = desk

    def close(self) -> None:
        """Offer nothing any more."""
