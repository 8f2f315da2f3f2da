# SPDX-License-Identifier: MIT
"""What do the cards that were shown say of the next one? Ceiling, spacing, back-off (gentleness, rules 1 and 4)."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile
from typing import NamedTuple
from zoneinfo import ZoneInfo

from rideau.domain.settings import Reminders
from rideau.domain.tip import Kind, Outcome, Showing, Theme

BETWEEN = timedelta(minutes=10)
"""No card comes sooner after another, whoever asked for either."""
ONE_SHIFT = timedelta(hours=12)
"""A day of work that runs over midnight is one day to the ceiling, too."""
HALF_DAY = timedelta(hours=12)
WEEK, MONTH = timedelta(days=7), timedelta(days=30)
TOP = 4
"""After so many dismissals in a row a kind is silent for a month, and then one question is asked."""
TASTE_LASTS = timedelta(days=60)
"""How long it counts that a theme was followed or dismissed."""
QUESTION = "question:"
"""What the one question is called in history, with its kind behind."""

_LONG_AGO = datetime.min.replace(tzinfo=UTC)
_A_DAY = timedelta(days=1)

Ladder = Kind | Theme
"""What is backed off from: a kind, or one of the themes that were asked for."""


class Standing(NamedTuple):
    """Hold how far one kind was backed off from."""

    step: int = 0
    quiet_until: datetime = _LONG_AGO
    is_questioned: bool = False
    """The one question was asked since it last stood at nothing."""


class Taste(NamedTuple):
    """Hold how often a theme was shown, followed and dismissed lately."""

    shown: int = 0
    followed: int = 0
    dismissed: int = 0


def tomorrow(day: date) -> date:
    """Return the next day, where nobody knows which one is worked."""
    return day + _A_DAY


class History:
    """Fold cards, oldest first. One thread."""

    def __init__(
        self,
        zone: ZoneInfo,
        showings: Iterable[Showing] = (),
        next_work_day: Callable[[date], date] = tomorrow,
    ) -> None:
        """Fold ``showings``; days are those of ``zone``, and ``next_work_day`` says which one is worked next."""
        self._zone = zone
        self._next_work_day = next_work_day
        self._standings: dict[Ladder, Standing] = {}
        self._last_of: dict[str, datetime] = {}
        self.showings: list[Showing] = []
        for each in showings:
            self.add(each)

    @property
    def last(self) -> Showing | None:
        """Return the latest card that was seen."""
        return next((each for each in reversed(self.showings) if each.outcome is not Outcome.FAILED), None)

    @property
    def last_unasked(self) -> Showing | None:
        """Return the latest card that was seen and that nobody had asked for."""
        return next((each for each in reversed(self.showings) if _counts(each)), None)

    def add(self, showing: Showing) -> None:
        """Take up one card more."""
        self.showings.append(showing)
        if showing.outcome is not Outcome.FAILED:
            self._last_of[showing.tip] = showing.at
            self._climb(showing)

    def last_shown(self, tip: str) -> datetime | None:
        """Return when ``tip`` was seen last."""
        return self._last_of.get(tip)

    def asked_since(self, theme: Theme, start: datetime) -> int:
        """Return how many recurring ones of ``theme`` were seen after ``start``."""
        seen = (each for each in self._since(start) if each.is_asked and each.outcome is not Outcome.FAILED)
        return sum(each.theme is theme for each in seen)

    def standing(self, of: Ladder) -> Standing:
        """Return how far ``of`` was backed off from."""
        return self._standings.get(of, Standing())

    def is_quiet(self, of: Ladder, now: datetime) -> bool:
        """Tell whether ``of`` is to be silent at ``now``."""
        return now < self.standing(of).quiet_until

    def question(self, now: datetime) -> Kind | None:
        """Return the kind that the one question is due of: keep, rarer, off."""
        for kind in Kind:
            standing = self.standing(kind)
            if standing.step == TOP and not standing.is_questioned and standing.quiet_until <= now:
                return kind
        return None

    def free_at(self, reminders: Reminders, now: datetime, *, is_asked: bool) -> datetime:
        """Return when the next card may come at the earliest, ``now`` where one may come at once."""
        near = [each for each in self._since(now - 2 * _A_DAY) if each.at <= now + _A_DAY]
        times = [now, *(each.at + BETWEEN for each in near)]
        if not is_asked:
            apart = timedelta(minutes=reminders.apart_minutes)
            times += [each.at + apart for each in near if not each.is_asked and not each.is_by_hand]
            times += self._under_ceiling([each for each in near if _counts(each)], reminders.per_day, now)
        return max(times)

    def tastes(self, now: datetime) -> Mapping[Theme, Taste]:
        """Return what is known of each theme from the last weeks."""
        found: dict[Theme, Taste] = {}
        for each in self.showings:
            if each.outcome is not Outcome.FAILED and each.at > now - TASTE_LASTS:
                before = found.get(each.theme, Taste())
                found[each.theme] = Taste(
                    before.shown + 1,
                    before.followed + (each.outcome is Outcome.FOLLOWED),
                    before.dismissed + (each.outcome is Outcome.DISMISSED and not each.is_by_hand),
                )
        return found

    def _since(self, start: datetime) -> Iterable[Showing]:
        return takewhile(lambda each: each.at > start, reversed(self.showings))

    def _under_ceiling(self, counted: list[Showing], ceiling: int, now: datetime) -> list[datetime]:
        leaving = sorted(self._leaves_at(each) for each in counted)
        left = [each for each in leaving if each > now]
        return left[len(left) - ceiling :][:1] if len(left) >= ceiling else []

    def _leaves_at(self, showing: Showing) -> datetime:
        """Return from when on ``showing`` does not count any more: another day, and another shift."""
        return max(self._midnight_after(showing.at.astimezone(self._zone).date()), showing.at + ONE_SHIFT)

    def _midnight_after(self, day: date) -> datetime:
        return datetime.combine(day + _A_DAY, time(), self._zone).astimezone(UTC)

    def _climb(self, showing: Showing) -> None:
        if showing.is_by_hand:
            return
        ladder: Ladder = showing.theme if showing.is_asked else showing.theme.kind
        standing = self.standing(ladder)
        if showing.tip.startswith(QUESTION):
            if showing.outcome is not Outcome.WITHDRAWN:
                self._standings[ladder] = standing._replace(step=TOP - 1, is_questioned=True)
        elif showing.outcome is Outcome.DISMISSED:
            step = min(standing.step + 1, TOP)
            self._standings[ladder] = standing._replace(step=step, quiet_until=self._quiet_until(step, showing.at))
        elif showing.outcome is Outcome.FOLLOWED:
            step = max(standing.step - 1, 0)
            self._standings[ladder] = Standing(step, standing.quiet_until, standing.is_questioned and step > 0)

    def _quiet_until(self, step: int, at: datetime) -> datetime:
        if step == 1:
            return at + HALF_DAY
        if step == 2:  # noqa: PLR2004 - the second in a row
            following = self._next_work_day(at.astimezone(self._zone).date())
            return self._midnight_after(following)
        return at + (MONTH if step == TOP else WEEK)


def _counts(showing: Showing) -> bool:
    """Tell whether it was seen, and nobody had asked for it."""
    return showing.outcome is not Outcome.FAILED and not showing.is_asked and not showing.is_by_hand
