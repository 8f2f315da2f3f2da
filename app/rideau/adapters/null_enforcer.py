# SPDX-License-Identifier: MIT
"""What stands where a mechanism does not exist on this system or in this version? One that says so."""

from rideau.domain.network import Action
from rideau.domain.plan import Plan
from rideau.domain.probe import Fitness, Probe, Report
from rideau.domain.text import Text


class NullEnforcer:
    """Enforce nothing, and say what therefore is not covered."""

    def __init__(self, name: str, title: Text, not_covered: Text, needed_for: frozenset[Action]) -> None:
        """Stand in for mechanism ``name``; ``not_covered`` is said whenever a plan holds an action that needs it."""
        self.name = name
        self._title = title
        self._not_covered = not_covered
        self._needed_for = needed_for

    def probe(self) -> Probe:
        """Say that this is not here."""
        return Probe(self.name, self._title, Fitness.NOT_HERE, self._not_covered)

    def apply(self, plan: Plan) -> Report:
        """Change nothing; report what is left open when ``plan`` would need this."""
        is_needed = any(each.action in self._needed_for for each in plan.treatments)
        return Report(self.name, not_covered=(self._not_covered,) if is_needed else ())

    def release(self) -> None:
        """Let go of nothing."""
