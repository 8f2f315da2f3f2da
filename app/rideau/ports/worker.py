# SPDX-License-Identifier: MIT
"""How is something slow done without a window standing still?"""

from collections.abc import Callable
from typing import Protocol, TypeVar

from rideau.domain.error import RideauError

Result = TypeVar("Result")


class Worker(Protocol):
    """Do slow things beside the main thread, one after the other. Main thread; returns at once."""

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[RideauError], None] | None = None,
    ) -> None:
        """Have ``work`` done on another thread, then ``done`` called with its result on the main one.

        A RideauError goes to ``failed``, or to the log where nobody asks. Any other error is a mistake of ours: it is
        logged, and ``failed`` is told that there was one.
        """
        ...
