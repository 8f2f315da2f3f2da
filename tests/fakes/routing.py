# SPDX-License-Identifier: MIT
"""Who leads browsers to the gate in a test? One that keeps in mind where to, and says what it is told to say."""

from rideau.adapters.routing_state import RoutingState
from rideau.domain.error import RideauError
from rideau.domain.probe import Fitness, Probe
from rideau.domain.text import Text


class FakeRouting:
    """Lead nobody, and count. Implements ``adapters.site_gate.Routing``."""

    def __init__(self) -> None:
        """Work, without anything to say."""
        self.state = RoutingState(is_in_place=True)
        self.failure: RideauError | None = None
        self.fitness = Fitness.WORKS
        self.is_held = False
        self.changes: list[tuple[tuple[str, ...], int]] = []
        """Where browsers were led to, each time it became another place."""

    def hold(self, hosts: tuple[str, ...], port: int) -> RoutingState:
        """Lead to ``port``, or fail."""
        if self.failure is not None:
            raise self.failure
        if not self.is_held or self.changes[-1] != (hosts, port):
            self.changes.append((hosts, port))
        self.is_held = True
        return self.state

    def release(self) -> None:
        """Lead nowhere, or fail."""
        if self.failure is not None:
            raise self.failure
        self.is_held = False

    def probe(self) -> Probe:
        """Say how it is told to stand."""
        return Probe("routing", Text("Routing"), self.fitness, Text("It is a fake."))
