# SPDX-License-Identifier: MIT
"""What is there to say of the present moment? The plan, the journal and the activity, put together as facts."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from rideau.domain.contexts import ATTEMPTS_WITHIN, Day, Facts, Span, day_of, moments_at, next_start, spans
from rideau.domain.evening import evening_of
from rideau.domain.evening_ritual import closed_before, opened_since
from rideau.domain.phase import Phase
from rideau.domain.tip import Moment
from rideau.ports.clock import Clock
from rideau.ports.state import EventKind, Journal
from rideau.services.activity import Activity
from rideau.services.rules import Rules
from rideau.services.status import Status

A_DAY = timedelta(days=1)
NOT_KEPT = frozenset({EventKind.ATTEMPT, EventKind.OPENED, EventKind.KEY})
"""What an evening that was kept free has none of."""


class Sight(NamedTuple):
    """Hold what occasions are seen by."""

    clock: Clock
    journal: Journal
    rules: Callable[[], Rules]
    activity: Activity


def phase_of(status: Status, *, is_open_by_hours: bool) -> Phase:
    """Return the phase that reminders go by: what is open by a key or for a first start counts as closed to them."""
    phase = status.interval.phase
    return Phase.QUIET if phase.is_open and not is_open_by_hours else phase


class Occasions:
    """Follow the phases, and tell which moments hold. Main thread."""

    def __init__(self, sight: Sight) -> None:
        """Begin with nothing known of what was before."""
        self._sight = sight
        self._phase: Phase | None = None
        self._since: datetime | None = None
        self._focus: tuple[datetime, datetime] | None = None
        self._crisis_ended_at: datetime | None = None
        self._attempts: tuple[datetime, ...] = ()
        self._begun_at: datetime | None = None
        self._begun_on: date | None = None
        self._is_evening_kept = False
        self._day: tuple[object, Day] | None = None

    @property
    def phase(self) -> Phase:
        """Return the phase that holds, ``quiet`` where none is known."""
        return self._phase or Phase.QUIET

    def phase_is(self, phase: Phase) -> None:
        """Take note of the phase that holds; the plan may be another one, too."""
        self._day = None
        now = self._sight.clock.now()
        if phase is self._phase:
            return
        if self._since is not None and self._phase is Phase.FOCUS:
            self._focus = (self._since, now)
        if self._phase is Phase.CRISIS:
            self._crisis_ended_at = now
        self._phase, self._since = phase, now

    def attempted(self) -> None:
        """Take note that somebody wanted into a closed network."""
        now = self._sight.clock.now()
        recent = (each for each in self._attempts if each > now - ATTEMPTS_WITHIN)
        self._attempts = (*recent, now)

    def looked_at(self) -> None:
        """Take note that something is sensed: in work hours, the day has begun with the first of it."""
        if self.phase.is_open and self._sight.activity.is_working:
            rules = self._sight.rules()
            now = self._sight.clock.now()
            today = now.astimezone(rules.zone).date()
            if today != self._begun_on:
                self._begun_on, self._begun_at = today, now
                self._is_evening_kept = self._kept(rules, now)

    def moments(self) -> frozenset[Moment]:
        """Return the moments that hold now."""
        return moments_at(self._facts())

    def next_at(self) -> datetime | None:
        """Return when another one begins, as far as can be told."""
        return next_start(self._facts())

    def spans(self) -> tuple[Span, ...]:
        """Return when the moments of today hold."""
        return spans(self._facts())

    def day(self) -> Day:
        """Return what the plan says of today."""
        rules, now = self._sight.rules(), self._sight.clock.now()
        today = now.astimezone(rules.zone).date()
        key = (today, rules.zone.key)
        if self._day is None or self._day[0] != key:
            self._day = (key, _day(rules, now))
        return self._day[1]

    def _facts(self) -> Facts:
        rules, now, activity = self._sight.rules(), self._sight.clock.now(), self._sight.activity
        stretch = activity.stretch
        is_of_today = now.astimezone(rules.zone).date() == self._begun_on
        return Facts(
            now=now,
            zone=rules.zone,
            is_open=self.phase.is_open,
            day=self.day(),
            ritual=timedelta(minutes=rules.settings.wind_down.ritual_minutes),
            begun_at=self._begun_at if is_of_today else None,
            is_evening_kept=self._is_evening_kept,
            stretch=stretch,
            is_working=activity.is_working,
            focus=self._focus,
            crisis_ended_at=self._crisis_ended_at,
            attempts=self._attempts,
        )

    def _kept(self, rules: Rules, now: datetime) -> bool:
        """Tell whether the evening before today's opening was kept free, and the journal tells of one."""
        opening = opened_since(rules.schedule, rules.settings.wind_down, now)
        if opening is None:
            return False
        told = self._sight.journal.events(closed_before(rules.schedule, opening))
        return bool(told) and not any(each.kind in NOT_KEPT and each.at < opening for each in told)


def _day(rules: Rules, now: datetime) -> Day:
    midnight = datetime.combine(now.astimezone(rules.zone).date(), time(), rules.zone)
    day = day_of(
        rules.schedule.intervals(midnight.astimezone(now.tzinfo), (midnight + A_DAY).astimezone(now.tzinfo)), rules.zone
    )
    evening = evening_of(rules.schedule, (), rules.settings, now, rules.zone)
    return day._replace(closes_at=evening.closes_at, reopens_at=evening.reopens_at)
