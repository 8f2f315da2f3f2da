# SPDX-License-Identifier: MIT
"""How does something move in a loop? Curves over its phase, all of which end where they began."""

from math import cos, pi, sin


def wave(phase: float, turns: int = 1, shift: float = 0.0) -> float:
    """Swing between -1 and 1, ``turns`` times a loop, ``shift`` of a turn ahead."""
    return sin(2 * pi * (phase * turns + shift))


def swell(phase: float, turns: int = 1, shift: float = 0.0) -> float:
    """Rise from 0 to 1 and sink again, softly at both ends."""
    return (1 - cos(2 * pi * (phase * turns + shift))) / 2


def eased(part: float) -> float:
    """Go from 0 to 1 with a soft start and end; before and after it stands still."""
    held = min(max(part, 0.0), 1.0)
    return held * held * held * (held * (6 * held - 15) + 10)


def between(phase: float, begins: float, ends: float) -> float:
    """Go from 0 to 1 between two phases."""
    return eased((phase - begins) / (ends - begins))


def there_and_back(phase: float, there: tuple[float, float], back: tuple[float, float]) -> float:
    """Go to 1 between the phases of ``there``, stay, and return to 0 between those of ``back``."""
    return between(phase, *there) - between(phase, *back)


def stretch(phase: float, begins: float, ends: float) -> float:
    """Go evenly from 0 to 1 between two phases; before and after it stands still."""
    return min(max((phase - begins) / (ends - begins), 0.0), 1.0)


def shown(part: float, edge: float = 0.2) -> float:
    """Return how much is seen of what comes and goes: it fades in and out at the edges of its own time."""
    return eased(part / edge) * eased((1 - part) / edge)


def mixed(one: float, other: float, part: float) -> float:
    """Return what lies ``part`` of the way between two figures."""
    return one + (other - one) * part
