# SPDX-License-Identifier: MIT
"""What does a key cost, and how long does it open? (SPEC E8)."""

from datetime import datetime, timedelta
from typing import NamedTuple


class KeyTurn(NamedTuple):
    """Hold one key that was asked for and is not through yet: the wait before it opens."""

    id: str
    """What is to be said again at ``due``, to open."""
    due: datetime
    """When it can open, aware UTC; on a clock that nobody can set."""
    wait: timedelta
    duration: timedelta
    """How long it opens then."""
    reason: str
