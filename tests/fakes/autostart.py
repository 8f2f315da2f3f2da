# SPDX-License-Identifier: MIT
"""How does a test start at login without a login?"""

from rideau.domain.probe import Fitness, Probe
from rideau.domain.text import Text


class FakeAutostart:
    """Keep the switch in memory."""

    def __init__(self, *, on: bool = False) -> None:
        """Start out switched ``on`` or not."""
        self._on = on

    def is_on(self) -> bool:
        """Tell whether it is switched on."""
        return self._on

    def switch(self, *, on: bool) -> None:
        """Switch it."""
        self._on = on

    def probe(self) -> Probe:
        """Say that memory always works."""
        return Probe("autostart", Text("Start at login"), Fitness.WORKS, Text("This is kept in memory."))
