# SPDX-License-Identifier: MIT
"""How is a sense of the moment waited for, as the thread of the senses does?"""

import select
import time
from collections.abc import Callable

from rideau.adapters.linux.attention.sense import Sense
from rideau.domain.attention import Signals
from stage.program import PATIENCE_S


def until(sense: Sense, holds: Callable[[Signals], object], patience_s: float = PATIENCE_S) -> None:
    """Have ``sense`` read whatever comes until what it tells is so."""
    end = time.monotonic() + patience_s
    while not holds(sense.signals()):
        left = end - time.monotonic()
        assert left > 0, f"it never came so: {sense.signals()}"
        wait_for(sense, left)


def wait_for(sense: Sense, patience_s: float) -> None:
    """Have ``sense`` read what comes next, or what its deadline brings."""
    deadline = sense.deadline()
    wait = patience_s if deadline is None else min(max(deadline - time.monotonic(), 0), patience_s)
    select.select([sense], [], [], wait)
    sense.read()


def stays(sense: Sense, holds: Callable[[Signals], object], while_: Callable[[], bool]) -> None:
    """Have ``sense`` read whatever comes while something goes on; what it tells must be so all along."""
    while while_():
        assert holds(sense.signals()), sense.signals()
        wait_for(sense, 0.01)
    assert holds(sense.signals()), sense.signals()
