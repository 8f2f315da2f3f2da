# SPDX-License-Identifier: MIT
"""How does a test wait for what a sense tells? As the thread of the senses does."""

import select
import time
from collections.abc import Callable

from rideau.adapters.linux.attention.sense import Sense
from rideau.domain.attention import Signals
from stage.program import PATIENCE_S


def until(sense: Sense, holds: Callable[[Signals], object], patience_s: float = PATIENCE_S) -> None:
    """Read what comes, and at each deadline, until the signals are so."""
    end = time.monotonic() + patience_s
    while not holds(sense.signals()):
        left = end - time.monotonic()
        assert left > 0, f"it never came so: {sense.signals()}"
        deadline = sense.deadline()
        wait = left if deadline is None else min(max(deadline - time.monotonic(), 0), left)
        select.select([sense], [], [], wait)
        sense.read()
