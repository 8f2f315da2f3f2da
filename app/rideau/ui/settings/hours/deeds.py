# SPDX-License-Identifier: MIT
"""What can be done to a stretch or a day of the timeline, by whichever way it was asked? Each is one change."""

from collections.abc import Callable, Iterable
from typing import NamedTuple, Protocol

from rideau.domain import week_edit
from rideau.domain.settings import MINUTES_PER_DAY, ClockRange
from rideau.domain.text import Text
from rideau.domain.week_edit import DAYS, Edited, Place, Weeks
from rideau.wording.week_lines import day_said, hours_of_day, hours_said, row_name, stretch_said
from rideau.wording.words import Words

USUAL_OPENING = 9 * 60


class Change(NamedTuple):
    """Hold a change for the settings."""

    weeks: Weeks
    label: Text
    """What is taken back by undo."""
    group: str = ""
    """Changes of one group that follow each other are one."""


class Stand(Protocol):
    """Be where deeds are done: the timeline."""

    @property
    def weeks(self) -> Weeks:
        """Return the weeks as shown."""
        ...

    @property
    def week(self) -> int:
        """Return which of them is shown."""
        ...

    def take(self, change: Change, place: Place, said: str) -> None:
        """Save ``change``, come to ``place`` and say what is so now."""
        ...

    def take_later(self, change: Change, place: Place, said: str) -> None:
        """Show ``change`` at once; save it, come to ``place`` and say it when the key is let go."""
        ...

    def announce(self, said: str) -> None:
        """Say something that changed nothing."""
        ...


class Deeds:
    """Do things to stretches and days, and say what came of it."""

    def __init__(self, stand: Stand, words: Words) -> None:
        """Act on ``stand``."""
        self._stand = stand
        self._words = words

    def nudge(self, place: Place, step: Callable[[Weeks, Place, int], Edited], direction: int) -> None:
        """Move a stretch or one of its ends by a step of the grid; presses that follow each other are one change."""
        group = f"hours {place.week} {place.day} {step.__name__}"
        self._take(step(self._stand.weeks, place, direction), group)

    def shift_day(self, place: Place, direction: int) -> None:
        """Move a stretch to the day before or after."""
        day = (place.day + direction) % DAYS
        start = week_edit.at(self._stand.weeks, place).start
        self._take(week_edit.moved(self._stand.weeks, place, day, start))

    def put(self, edited: Edited) -> None:
        """Take what a drag came to."""
        self._take(edited)

    def add(self, day: int, near: int | None = None) -> Place | None:
        """Add a stretch to a day: at ``near``, or after its last one, or at nine."""
        weeks, week = self._stand.weeks, self._stand.week
        if near is None:
            ranges = weeks[week].days[day]
            near = min(ranges[-1].end + week_edit.PAUSE, MINUTES_PER_DAY - 1) if ranges else USUAL_OPENING
        edited = week_edit.added(weeks, week, day, near)
        if edited is None:
            self._stand.announce(self._words.text("There is no room left on {day}.", day=day_said(self._words, day)))
            return None
        self._take(edited)
        return edited.place

    def split(self, place: Place, middle: int | None = None) -> None:
        """Cut a stretch in two."""
        edited = week_edit.split(self._stand.weeks, place, middle)
        if edited is None:
            self._stand.announce(self._words.text("It is too short to split."))
            return
        parts = self._words.text("{day}, {hours}", day=row_name(self._words, place.day), hours=self._day(edited, place))
        self._save(edited.weeks, edited.place, parts)

    def join(self, place: Place) -> None:
        """Join a stretch with the next one of its day."""
        edited = week_edit.joined(self._stand.weeks, place)
        if edited is None:
            self._stand.announce(self._words.text("Nothing follows that it could be joined with."))
            return
        self._take(edited)

    def remove(self, place: Place) -> None:
        """Take a stretch away, and come to the one after it."""
        weeks = week_edit.removed(self._stand.weeks, place)
        left = len(weeks[place.week].days[place.day])
        said = self._words.text("{stretch}: removed", stretch=self._said(self._stand.weeks, place))
        self._save(weeks, place._replace(nth=min(place.nth, left - 1)), said)

    def clear(self, day: int) -> None:
        """Close a day."""
        place = Place(self._stand.week, day, -1)
        said = self._words.text("{day}, closed", day=row_name(self._words, day))
        self._save(week_edit.cleared(self._stand.weeks, place.week, day), place, said)

    def copy(self, place: Place, targets: Iterable[int]) -> None:
        """Give other days the hours of the day of ``place``."""
        wanted = [each for each in targets if each != place.day]
        said = self._words.text(
            "{day} is copied to {days}",
            day=row_name(self._words, place.day),
            days=", ".join(day_said(self._words, each) for each in wanted),
        )
        weeks = week_edit.copied(self._stand.weeks, self._stand.week, place.day, wanted)
        if weeks != self._stand.weeks:
            change = Change(weeks, Text("Several days"))
            self._stand.take(change, place, said)

    def type(self, place: Place, start: int, end: int) -> str:
        """Set exact times; returns why that cannot be, empty for done."""
        found = week_edit.typed(self._stand.weeks, place, start, end)
        if found is None:
            return self._words.text("It would end when it starts.")
        if isinstance(found, ClockRange):
            return self._words.text("It would overlap {hours}.", hours=hours_said(self._words, found))
        self._take(found)
        return ""

    def _take(self, edited: Edited, group: str = "") -> None:
        said = self._said(edited.weeks, edited.place)
        if edited.weeks == self._stand.weeks:
            self._stand.announce(self._words.text("{stretch}: there is no room there", stretch=said))
            return
        self._save(edited.weeks, edited.place, said, group)

    def _save(self, weeks: Weeks, after: Place, said: str, group: str = "") -> None:
        take = self._stand.take_later if group else self._stand.take
        take(Change(weeks, hours_of_day(after.day), group), after, said)

    def _said(self, weeks: Weeks, place: Place) -> str:
        return stretch_said(self._words, place.day, week_edit.at(weeks, place))

    def _day(self, edited: Edited, place: Place) -> str:
        ranges = edited.weeks[place.week].days[place.day]
        return ", ".join(hours_said(self._words, each) for each in ranges)
