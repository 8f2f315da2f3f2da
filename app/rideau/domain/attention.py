# SPDX-License-Identifier: MIT
"""Is this a moment to speak? What is sensed of the desktop (SPEC G3, gentleness rules 1 to 3)."""

from enum import StrEnum
from typing import NamedTuple

from rideau.domain.app import Window


class Presence(StrEnum):
    """Name how long nothing was typed and no pointer moved."""

    ACTIVE = "active"
    RESTING = "resting"
    """For 25 seconds: a breakpoint (rule 2)."""
    AWAY = "away"
    """For five minutes."""


class Signals(NamedTuple):
    """Hold what is sensed of one moment; None is unknown: nothing here tells, or it did not answer.

    No key, no title and no page is in here but the active window's own, which is never kept or logged.
    """

    microphone: bool | None = None
    """An app listens (what records the monitor of a sink is none)."""
    camera: bool | None = None
    meeting: bool | None = None
    """The window of a meeting is there, as far as its title tells."""
    sharing: bool | None = None
    """The screen is shared or recorded."""
    full_screen: bool | None = None
    """The active window fills its screen."""
    presenting: bool | None = None
    """A slide show runs, or the desktop is told that somebody presents."""
    mirrored: bool | None = None
    """Two outputs show the same."""
    playing: bool | None = None
    """A film or a piece of music plays; by itself no reason to be silent."""
    do_not_disturb: bool | None = None
    """The person's own, never one that Rideau set."""
    locked: bool | None = None
    typing: bool | None = None
    """A burst of typing goes on; its keys are never seen."""
    presence: Presence | None = None
    active: Window | None = None
    """The window in use."""


def merged(known: tuple[Signals, ...]) -> Signals:
    """Return what several sources know together: a yes beats a no, and a no beats not knowing."""
    return Signals._make(_strongest(values) for values in zip(Signals(), *known, strict=True))


def _strongest(values: tuple[object, ...]) -> object:
    said = [each for each in values if each is not None]
    return next((each for each in said if each), said[0] if said else None)
