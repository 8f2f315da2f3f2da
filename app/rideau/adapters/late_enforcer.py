# SPDX-License-Identifier: MIT
"""How does a mechanism cost nothing while no plan needs it? It is loaded and made when the first one does."""

from collections.abc import Callable

from rideau.domain.plan import Plan
from rideau.domain.probe import Probe, Report
from rideau.ports.enforcer import Enforcer


class LateEnforcer:
    """Stand in for an enforcer until a plan needs it; then pass everything on. Implements ``Enforcer``."""

    def __init__(self, name: str, is_needed: Callable[[Plan], bool], make: Callable[[], Enforcer]) -> None:
        """Make the enforcer called ``name`` once ``is_needed`` of a plan, or when it is asked how it stands."""
        self.name = name
        self._is_needed = is_needed
        self._make = make
        self._made: Enforcer | None = None

    def probe(self) -> Probe:
        """Say whether it can work here."""
        return self._there().probe()

    def apply(self, plan: Plan) -> Report:
        """Make ``plan`` hold, if there is anything to do or to undo."""
        if self._made is None and not self._is_needed(plan):
            return Report(self.name)
        return self._there().apply(plan)

    def release(self) -> None:
        """Let go of everything, if anything was ever held."""
        if self._made is not None:
            self._made.release()

    def _there(self) -> Enforcer:
        if self._made is None:
            self._made = self._make()
        return self._made
