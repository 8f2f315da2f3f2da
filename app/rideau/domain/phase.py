# SPDX-License-Identifier: MIT
"""Which phase holds, and which rule decided it?"""

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple


class Phase(StrEnum):
    """Name a phase in the field's words (SPEC H3)."""

    WORK = "work"
    FOCUS = "focus"
    WIND_DOWN = "wind-down"
    QUIET = "quiet"
    AWAY = "away"
    ON_CALL = "on-call"
    CRISIS = "crisis"

    @property
    def is_open(self) -> bool:
        """Tell whether the shop is open: work, focus and wind-down are work hours."""
        return self in OPEN_PHASES


OPEN_PHASES = frozenset({Phase.WORK, Phase.FOCUS, Phase.WIND_DOWN})


class Rule(StrEnum):
    """Name the rule that decided a phase."""

    OPENED_BY_HAND = "opened-by-hand"
    CLOSED_BY_HAND = "closed-by-hand"
    FOCUS_BY_HAND = "focus-by-hand"
    FOCUS_PAUSE = "focus-pause"
    """A rest within a focus session, which goes on by itself."""
    FIRST_START = "first-start"
    """Open while the person says what their hours are."""
    LEAVE = "leave"
    WIND_DOWN = "wind-down"
    FOCUS_PLAN = "focus-plan"
    EXCEPTION = "exception"
    WORK_HOURS = "work-hours"
    HOLIDAY = "holiday"
    OUTSIDE_HOURS = "outside-hours"


class Reason(NamedTuple):
    """Say why a phase holds: the rule, what the person called it, and the local date and range it comes from."""

    rule: Rule
    label: str = ""
    """A name from the settings, the holiday calendar or a typed reason; shown as it is."""
    on: date | None = None
    """The local date the range starts on, for work hours and exceptions; the holiday's date."""
    hours: str = ""
    """The range as the settings write it, ``09:00-12:30``; empty where no range decided."""


class Interval(NamedTuple):
    """Hold one stretch of one phase for one reason, half-open, in aware UTC.

    ``start`` or ``end`` is None where nothing in reach bounds it (hours that never open).
    """

    start: datetime | None
    end: datetime | None
    phase: Phase
    reason: Reason
