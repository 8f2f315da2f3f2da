# SPDX-License-Identifier: MIT
"""How Rideau stands on a machine, as a test says."""

from datetime import timedelta

from rideau.domain.error import RideauError
from rideau.domain.probe import Fitness
from rideau.ports.machine import HeldChange, Mechanism, Restoration


class FakeMachine:
    """Stand as told (``ports.machine.Machine``)."""

    def __init__(self) -> None:
        """Begin with one mechanism of each fitness and one change."""
        self.found: tuple[Mechanism, ...] = (
            Mechanism("notifications", "Notifications", Fitness.WORKS, "dunst answers."),
            Mechanism("autostart", "Start at login", Fitness.MISSING, "There is no folder for it.", "Make the folder."),
            Mechanism("sound", "Sound", Fitness.NOT_HERE, "No sound server runs."),
        )
        self.changed: tuple[HeldChange, ...] = (HeldChange("gnome-proxy", "Browsers are led through Rideau's gate."),)
        self.restores = 0
        self.running = True
        self.refusal: RideauError | None = None
        self.wait = timedelta(0)
        self.called_off: list[str] = []

    def is_running(self) -> bool:
        """Tell whether an app runs."""
        return self.running

    def mechanisms(self) -> tuple[Mechanism, ...]:
        """Return what was put in."""
        return self.found

    def changes(self) -> tuple[HeldChange, ...]:
        """Return what was put in."""
        return self.changed

    def restore(self, key: str = "") -> Restoration:
        """Forget the changes, after a wait where one is asked for."""
        if self.refusal is not None:
            raise self.refusal
        if self.wait and not key:
            return Restoration(("Everything is put back in 10 seconds.",), "key", self.wait)
        self.restores += 1
        self.changed = ()
        return Restoration(("Everything is as it was.",))

    def call_off(self, key: str) -> None:
        """Note it."""
        self.called_off.append(key)
