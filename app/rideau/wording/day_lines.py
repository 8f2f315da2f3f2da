# SPDX-License-Identifier: MIT
"""How does the day stand: what is left of its allowance, and when are notifications handed over next?"""

from collections.abc import Iterator
from typing import Protocol

from rideau.domain.plan import Plan
from rideau.wording.allowance import allowance_left
from rideau.wording.moments import until
from rideau.wording.shapes import Allowance, Present
from rideau.wording.words import Words


class DayStatus(Present, Protocol):
    """Hold the present moment, with how the day stands: ``services.status.Status``."""

    @property
    def plan(self) -> Plan:
        """Return what should hold."""
        ...

    @property
    def allowance(self) -> Allowance | None:
        """Return what is left of the day's allowance."""
        ...


def day_lines(words: Words, status: DayStatus) -> Iterator[str]:
    """Yield a short line for each."""
    if status.allowance is not None:
        yield allowance_left(words, status.allowance.left)
    batch = status.plan.batch
    if batch is not None and batch.next is not None:
        time = until(words, batch.next, status.at, status.zone)
        yield words.text("Notifications come together at {time}", time=time)
    elif batch is not None:
        yield words.text("Notifications come together at the next opening")
