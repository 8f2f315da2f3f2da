# SPDX-License-Identifier: MIT
"""Who makes a plan hold in a test? One that keeps the plan in hand, and fails when it is told to."""

from rideau.domain.plan import Plan
from rideau.domain.probe import Fitness, Probe, Report
from rideau.domain.text import Text


class FakeEnforcer:
    """Hold plans in memory. Implements ``ports.enforcer.Enforcer``."""

    def __init__(self, name: str = "fake") -> None:
        """Be called ``name``; nothing holds yet."""
        self.name = name
        self.plan: Plan | None = None
        """What holds; None before the first ``apply`` and after ``release``."""
        self.failure: Exception | None = None
        """What the next ``apply`` raises, as an enforcer with a mistake in it would; None for one that works."""

    def probe(self) -> Probe:
        """Say that it works."""
        return Probe(self.name, Text("A fake"), Fitness.WORKS, Text("It works."))

    def apply(self, plan: Plan) -> Report:
        """Hold ``plan``, or raise ``failure`` and leave what held."""
        if self.failure is not None:
            raise self.failure
        self.plan = plan
        return Report(self.name, tuple(network.id for network in plan.muted))

    def release(self) -> None:
        """Let go of the plan."""
        self.plan = None
