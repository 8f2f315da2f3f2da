# SPDX-License-Identifier: MIT
"""Who makes a plan hold in a test? One that only notes what it was told."""

from rideau.domain.plan import Plan
from rideau.domain.probe import Fitness, Probe, Report
from rideau.domain.text import Text


class RecordingEnforcer:
    """Note every plan. Implements ``ports.enforcer.Enforcer``."""

    def __init__(self, name: str = "recording") -> None:
        """Be called ``name``."""
        self.name = name
        self.plans: list[Plan] = []
        self.is_holding = False

    def probe(self) -> Probe:
        """Say that it works."""
        return Probe(self.name, Text("Recording"), Fitness.WORKS, Text("It works."))

    def apply(self, plan: Plan) -> Report:
        """Note ``plan``."""
        self.plans.append(plan)
        self.is_holding = bool(plan.muted)
        return Report(self.name, tuple(network.id for network in plan.muted))

    def release(self) -> None:
        """Note that it let go."""
        self.is_holding = False
