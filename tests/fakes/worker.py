# SPDX-License-Identifier: MIT
"""What stands in for another thread? Nothing: what is slow is done at once, or when a test says so."""

from collections.abc import Callable
from typing import TypeVar

from rideau.domain.error import RideauError

Result = TypeVar("Result")


class AtOnce:
    """Do slow things at once, on this thread (``ports.worker.Worker``)."""

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[RideauError], None] | None = None,
    ) -> None:
        """Do ``work`` and hand its result over."""
        try:
            result = work()
        except RideauError as error:
            if failed is not None:
                failed(error)
        else:
            done(result)


class Later:
    """Do slow things when told, one after the other (``ports.worker.Worker``)."""

    def __init__(self) -> None:
        """Begin with nothing to do."""
        self.queue: list[Callable[[], None]] = []

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[RideauError], None] | None = None,
    ) -> None:
        """Keep it for ``go``."""
        self.queue.append(lambda: AtOnce().run(work, done, failed))

    def go(self) -> None:
        """Do what was asked so far."""
        queue, self.queue = self.queue, []
        for each in queue:
            each()
