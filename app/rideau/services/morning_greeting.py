# SPDX-License-Identifier: MIT
"""When does the morning's window come? Once at an opening after a real closing, where there is something to say."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from rideau.domain.evening_ritual import closed_before, opened_since
from rideau.ports.clock import Clock
from rideau.ports.state import Event, EventKind, Journal
from rideau.services.free_moment import FreeMoment, Moments
from rideau.services.rules import Rules

if TYPE_CHECKING:
    from rideau.domain.notebook import Notes
    from rideau.ports.notebook import Notebook

GREETS_FOR = timedelta(hours=4)
"""Whoever begins later than that has begun: nothing is caught up."""


class GreetingPorts(NamedTuple):
    """Hold what the greeting acts through."""

    rules: Callable[[], Rules]
    """Returns the rules in force."""
    clock: Clock
    journal: Journal
    notebook: "Notebook"
    moments: Moments
    greet: Callable[[], None]


class MorningGreeting:
    """Greet. Main thread; nothing polls, and what is over before it could come is dropped silently."""

    def __init__(self, ports: GreetingPorts) -> None:
        """Wait for ``look``."""
        self._ports = ports
        self._seen: datetime | None = None
        """The opening that was looked at already."""
        self._moment = FreeMoment(ports.moments)

    def look(self) -> None:
        """Greet at the opening that has come, once. Called at every change of status."""
        opening = self._opening()
        if opening == self._seen:
            return
        self.stop()
        self._seen = opening
        if opening is not None and not self._was_greeted(opening) and self._has_news(opening):
            self._moment.wait(self._greet)

    def stop(self) -> None:
        """Greet nobody any more, until the next opening."""
        self._moment.stop()

    def _greet(self) -> None:
        opening = self._opening()
        if opening is not None and opening == self._seen:
            now = self._ports.clock.now()
            self._ports.journal.record(Event(now, EventKind.EVENING, {"how": "greeted"}))
            self._ports.greet()

    def _opening(self) -> datetime | None:
        """Return the opening that this stretch of work began with; None where it is closed, or long past."""
        rules, now = self._ports.rules(), self._ports.clock.now()
        opening = opened_since(rules.schedule, rules.settings.wind_down, now)
        return opening if opening is not None and now - opening < GREETS_FOR else None

    def _was_greeted(self, opening: datetime) -> bool:
        events = self._ports.journal.events(opening, (EventKind.EVENING,))
        return any(each.details.get("how") == "greeted" for each in events)

    def _has_news(self, opening: datetime) -> bool:
        notes = self._ports.notebook.load()
        return has_news(notes, opening) or bool(notes.wins and self._recalled(notes, opening))

    def _recalled(self, notes: "Notes", opening: datetime) -> str:
        from rideau.services.hard_evening import TELLING, win_for  # noqa: PLC0415 - once a day, where there are wins

        rules = self._ports.rules()
        told = self._ports.journal.events(closed_before(rules.schedule, opening), TELLING)
        return win_for(notes, told, opening, rules.zone)


def has_news(notes: "Notes", opening: datetime) -> bool:
    """Tell whether something was put down before ``opening`` that greets at it."""
    from rideau.domain.notebook_edit import tidied  # noqa: PLC0415 - once a day

    is_parked = any(each.parked_at < opening for each in notes.thoughts)
    return is_parked or bool(tidied(notes).tasks or notes.tonight)
