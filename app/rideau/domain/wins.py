# SPDX-License-Identifier: MIT
"""Which of the wins that were kept comes back on a hard day? (SPEC G6)."""

from collections.abc import Sequence
from datetime import date, timedelta

from rideau.domain.notebook import Win

OLD_ENOUGH = timedelta(days=14)
"""What was written down last week is no surprise yet."""


def recalled(wins: Sequence[Win], today: date, seed: int) -> Win | None:
    """Return one win to show again; the same for the same ``seed`` and day, another one on other days.

    Old ones come before those of the last two weeks; None where there is none.
    """
    old = [each for each in wins if each.on <= today - OLD_ENOUGH] or list(wins)
    return old[(today.toordinal() * 31 + seed) % len(old)] if old else None
