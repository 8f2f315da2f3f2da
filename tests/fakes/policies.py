# SPDX-License-Identifier: MIT
"""Who closes sites by policy in a test? One that keeps in mind what it was told to close."""

from rideau.domain.door import Doors


class FakePolicies:
    """Close nothing, and remember. Implements ``adapters.site_gate.Policies``."""

    def __init__(self) -> None:
        """Have been told nothing."""
        self.held: list[Doors] = []
        self.is_released = False

    def hold(self, doors: Doors) -> None:
        """Remember ``doors``."""
        self.held.append(doors)

    def release(self) -> None:
        """Remember that everything is to be open."""
        self.is_released = True
