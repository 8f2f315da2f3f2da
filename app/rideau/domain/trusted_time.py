# SPDX-License-Identifier: MIT
"""What time is it to be taken for, where the wall clock may have been moved by hand? (SPEC E8)."""

from datetime import datetime, timedelta
from typing import NamedTuple

SLACK = timedelta(minutes=2)
"""A clock that is off by less was not moved: clocks drift, and are corrected."""


class Reading(NamedTuple):
    """Hold one look at all the clocks."""

    boot: str
    """Names this start of the machine; empty where the system gives none."""
    since_boot: timedelta
    """Sleep counts, and nobody can set it."""
    wall: datetime
    """Aware UTC."""
    is_synchronised: bool
    """The kernel says that the wall clock follows a time server; a clock set by hand does not until it is corrected."""


class Anchor(NamedTuple):
    """Hold an instant that was believed, and when that was since the machine's start."""

    boot: str
    since_boot: timedelta
    wall: datetime


class Judged(NamedTuple):
    """Say what time it is taken for, and from where that goes on."""

    now: datetime
    moved: timedelta
    """By how much the wall clock is ahead of that (behind: negative); nothing where it is believed."""
    anchor: Anchor


def anchor_at(reading: Reading) -> Anchor:
    """Return the anchor that believes ``reading``."""
    return Anchor(reading.boot, reading.since_boot, reading.wall)


def judged(anchor: Anchor, reading: Reading) -> Judged:
    """Return what to believe of ``reading``: its wall clock, but where that was moved since ``anchor``.

    Where the machine was started anew in between nobody knows how long it was off: the clock is believed unless it
    shows less than was seen already; then it goes on from there.
    """
    if anchor.boot != reading.boot:
        if reading.wall >= anchor.wall - SLACK or reading.is_synchronised:
            return Judged(reading.wall, timedelta(), anchor_at(reading))
        anchor = Anchor(reading.boot, timedelta(), anchor.wall)
    expected = anchor.wall + (reading.since_boot - anchor.since_boot)
    moved = reading.wall - expected
    if abs(moved) <= SLACK:
        return Judged(reading.wall, timedelta(), anchor)
    if reading.is_synchronised:
        return Judged(reading.wall, timedelta(), anchor_at(reading))
    return Judged(expected, moved, anchor)
