# SPDX-License-Identifier: MIT
"""What stands where Rideau can't start itself at login yet? Something that says so, and never pretends."""

from rideau.domain.error import StorageError
from rideau.domain.probe import Fitness, Probe
from rideau.domain.text import Text

NOT_YET = Text("Rideau does not start itself at login on this system yet.")


class NullAutostart:
    """Never start at login. Implements ``ports.desktop.Autostart``."""

    def is_on(self) -> bool:
        """Tell that the next login does not start Rideau."""
        return False

    def switch(self, *, on: bool) -> None:
        """Leave it off.

        Raises:
            StorageError: it was to be switched on.

        """
        if on:
            raise StorageError(NOT_YET, Text("Add it to your system's own list of what starts at login."))

    def probe(self) -> Probe:
        """Say that this is not here."""
        return Probe("autostart", Text("Start at login"), Fitness.NOT_HERE, NOT_YET)
