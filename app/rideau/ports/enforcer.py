# SPDX-License-Identifier: MIT
"""Who makes the world match the plan?"""

from typing import Protocol

from rideau.domain.plan import Plan
from rideau.domain.probe import Probe, Report


class Enforcer(Protocol):
    """Make one part of the machine match a plan. Called on the main thread; must return within 100 ms.

    Told what should hold, never "block" and then "unblock": ``apply`` is idempotent, and applying the same plan again
    repairs whatever changed in between. What needs the ledger writes it before it acts.
    """

    name: str

    def probe(self) -> Probe:
        """Say whether this can work here; never raises, changes nothing."""
        ...

    def apply(self, plan: Plan) -> Report:
        """Make ``plan`` hold; trouble is told in the report, not raised."""
        ...

    def release(self) -> None:
        """Let go of everything and put back what was changed. Idempotent; safe before any ``apply``."""
        ...
