# SPDX-License-Identifier: MIT
"""Who says that it is time again? Recurring reminders, never the boundaries of work hours."""

from collections.abc import Callable, Mapping
from datetime import time, timedelta
from typing import NamedTuple, Protocol


class Rhythm(NamedTuple):
    """Hold how often: every so long, or each day at a local time; one of the two."""

    every: timedelta | None = None
    at: time | None = None


class Recurring(Protocol):
    """Call back again and again, on wall time, through sleep and clock changes. Main thread; nothing polls.

    What was missed while the machine slept is never made up for.
    """

    def set(self, rhythms: Mapping[str, Rhythm], due: Callable[[str], None]) -> None:
        """Call ``due`` with the name of each of ``rhythms`` whenever it is time, in place of what was set before."""
        ...

    def stop(self) -> None:
        """Call nobody any more. Idempotent."""
        ...
