# SPDX-License-Identifier: MIT
"""What was switched outside the schedule, and until when? By hand: open, close, focus; by Rideau: its first start."""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from rideau.domain.phase import Phase, Reason, Rule


class OverrideKind(StrEnum):
    """Name what a hand can do to the schedule."""

    OPEN = "open"
    CLOSE = "close"
    FOCUS = "focus"
    FOCUS_PAUSE = "focus-pause"
    """A rest within a focus session: made after it, so it holds over it until its end."""
    FIRST_START = "first-start"
    """Rideau's own doing, no hand's: nothing is closed before the person said what."""


_PHASES = {
    OverrideKind.OPEN: Phase.WORK,
    OverrideKind.CLOSE: Phase.QUIET,
    OverrideKind.FOCUS: Phase.FOCUS,
    OverrideKind.FOCUS_PAUSE: Phase.WORK,
    OverrideKind.FIRST_START: Phase.WORK,
}
_RULES = {
    OverrideKind.OPEN: Rule.OPENED_BY_HAND,
    OverrideKind.CLOSE: Rule.CLOSED_BY_HAND,
    OverrideKind.FOCUS: Rule.FOCUS_BY_HAND,
    OverrideKind.FOCUS_PAUSE: Rule.FOCUS_PAUSE,
    OverrideKind.FIRST_START: Rule.FIRST_START,
}


class Override(NamedTuple):
    """Hold one switch by hand, half-open in aware UTC; ``end`` None lasts until it is taken back."""

    kind: OverrideKind
    start: datetime
    end: datetime | None
    reason: str = ""

    @property
    def phase(self) -> Phase:
        """Return the phase it gives."""
        return _PHASES[self.kind]

    @property
    def why(self) -> Reason:
        """Return the rule, with what the person typed."""
        return Reason(_RULES[self.kind], label=self.reason)

    def holds_at(self, instant: datetime) -> bool:
        """Tell whether it holds at ``instant``."""
        return self.start <= instant and (self.end is None or instant < self.end)

    def begun_at(self, now: datetime) -> "Override":
        """Return it as it stands at ``now``: where the clock was set back to before its start, it has just begun.

        A key and a focus session then last as long as was asked; a closing lasts until what was asked.
        """
        if self.start <= now:
            return self
        if self.kind is OverrideKind.CLOSE or self.end is None:
            return self._replace(start=now)
        return self._replace(start=now, end=self.end - (self.start - now))
