# SPDX-License-Identifier: MIT
"""How does Rideau stand on this machine, as told to a person, and how is everything put back?"""

from datetime import timedelta
from typing import NamedTuple, Protocol

from rideau.domain.probe import Fitness


class Mechanism(NamedTuple):
    """Hold how one mechanism stands, in the person's language already (CONTRACT: doctor)."""

    name: str
    """A stable id, ``notifications``."""
    title: str
    fitness: Fitness
    reason: str
    remedy: str = ""


class HeldChange(NamedTuple):
    """Hold one thing that Rideau has changed on this machine and will put back, said to the person."""

    kind: str
    """The ledger's own name for it, ``kde-proxy``."""
    what: str
    """One sentence."""
    stays: bool = False
    """Whether it was put in place to stay (the extension's host, launchers): only “put everything back” takes it."""


class Restoration(NamedTuple):
    """Hold what came of putting everything back: it is done, or it waits for a key."""

    lines: tuple[str, ...]
    """What was done; of a wait, what it will do. In the person's language."""
    key: str = ""
    """What to ask again with once ``wait`` is over; empty where it is done."""
    wait: timedelta = timedelta(0)
    failed: tuple[str, ...] = ()
    """What could not be put back now, one sentence each; it is kept in mind."""


class Machine(Protocol):
    """Ask the running app, or look by oneself where none runs. Slow (up to seconds): called through a ``Worker``."""

    def is_running(self) -> bool:
        """Tell whether an app runs."""
        ...

    def mechanisms(self) -> tuple[Mechanism, ...]:
        """Return how each mechanism stands.

        Raises:
            RideauError: the running app does not answer.

        """
        ...

    def changes(self) -> tuple[HeldChange, ...]:
        """Return what is changed right now, oldest first."""
        ...

    def restore(self, key: str = "") -> Restoration:
        """Put everything back; while something is kept closed firmly, only with the ``key`` of a wait that is over.

        Raises:
            RefusedError: the lock holds.
            RideauError: it failed.

        """
        ...

    def call_off(self, key: str) -> None:
        """Forget a wait, at no cost. Silent where nobody knows of it any more."""
        ...
