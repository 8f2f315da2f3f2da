# SPDX-License-Identifier: MIT
"""Does a mechanism work on this machine, and how did it go? Values for doctor and status, never exceptions."""

from enum import StrEnum
from typing import NamedTuple

from rideau.domain.text import Text


class Fitness(StrEnum):
    """Name how a mechanism stands on this machine (CONTRACT: doctor)."""

    WORKS = "works"
    MISSING = "missing"
    NOT_HERE = "not-here"


class Probe(NamedTuple):
    """Say whether a mechanism can work here, why, and what to do where it cannot."""

    name: str
    """A stable id, ``notifications``."""
    title: Text
    fitness: Fitness
    reason: Text
    remedy: Text | None = None


class Report(NamedTuple):
    """Say what an enforcer holds after an ``apply``: which networks, and what it cannot cover."""

    name: str
    networks: tuple[str, ...] = ()
    """Ids of the networks it is holding right now."""
    not_covered: tuple[Text, ...] = ()
    problem: Text | None = None
    """What went wrong; the supervisor applies again at the next wake."""
