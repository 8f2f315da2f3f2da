# SPDX-License-Identifier: MIT
"""Was the evening before an opening hard, and what comes back of the wins then? From the journal alone."""

from collections.abc import Iterable
from datetime import datetime, tzinfo

from rideau.domain.hard_evening import is_hard
from rideau.domain.notebook import Notes
from rideau.domain.phase import Phase
from rideau.domain.wins import recalled
from rideau.ports.state import Event, EventKind

TELLING = frozenset({EventKind.OPENED, EventKind.ATTEMPT, EventKind.APP_STOPPED, EventKind.PHASE})
"""What an evening is judged by."""
SEED = 0
"""One person's wins come back in one order."""
_ATTEMPTS = frozenset({EventKind.ATTEMPT, EventKind.APP_STOPPED})


def win_for(notes: Notes, told: Iterable[Event], opening: datetime, zone: tzinfo) -> str:
    """Return the win that comes back at ``opening``, after the closed stretch that ``told`` tells of; empty for none.

    The same all morning: the window may be asked for twice.
    """
    evening = [each for each in told if each.at < opening]
    if not was_hard(evening):
        return ""
    found = recalled(notes.wins, opening.astimezone(zone).date(), SEED)
    return found.text if found is not None else ""


def was_hard(evening: Iterable[Event]) -> bool:
    """Tell whether a closed stretch was hard, of which these events tell."""
    evening = tuple(evening)
    keys = sum(each.kind is EventKind.OPENED for each in evening)
    attempts = sum(each.kind in _ATTEMPTS for each in evening)
    return is_hard(keys, attempts, had_crisis=any(map(_is_crisis, evening)))


def _is_crisis(event: Event) -> bool:
    return event.kind is EventKind.PHASE and event.details.get("phase") == Phase.CRISIS.value
