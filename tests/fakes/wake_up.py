# SPDX-License-Identifier: MIT
"""How does a test see what the supervisor sleeps until? It reads what was armed last."""

from datetime import datetime


class FakeWakeUp:
    """Remember the deadline; the test itself does the waking."""

    def __init__(self) -> None:
        """Start out armed for nothing."""
        self.armed_at: datetime | None = None

    def arm(self, at: datetime | None) -> None:
        """Remember ``at``."""
        self.armed_at = at
