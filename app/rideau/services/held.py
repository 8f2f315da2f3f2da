# SPDX-License-Identifier: MIT
"""What holds at a moment in which new settings have to wait for the opening, and what of them does wait?"""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from rideau.domain.network import Network
from rideau.domain.override import OverrideKind
from rideau.domain.phase import Interval
from rideau.domain.plan import Plan
from rideau.domain.policy import closable_networks, plan_for
from rideau.domain.schedule import Schedule
from rideau.domain.settings import SYSTEM, Breath, LockLevel, Settings
from rideau.domain.strictness import is_weaker, stricter_plan
from rideau.services.rules import Rules, Sources, networks_of


class Waits(StrEnum):
    """Name what of new settings has to wait."""

    HOURS = "hours"
    ZONE = "zone"
    LEVEL = "level"
    NETWORKS = "networks"
    LAUNCHERS = "launchers"
    PROFILE = "profile"
    COUNTDOWN = "countdown"
    ALLOWANCE = "allowance"
    BREATH = "breath"


class Frozen:
    """Hold the rules in force, with what follows from them once it is asked for."""

    def __init__(self, rules: Rules, sources: Sources) -> None:
        """Work nothing out yet."""
        self.rules = rules
        self.sources = sources

    @cached_property
    def networks(self) -> tuple[Network, ...]:
        """Return their networks."""
        return networks_of(self.rules.settings, self.sources)

    @cached_property
    def closable(self) -> tuple[Network, ...]:
        """Return those of the networks that some phase closes."""
        return closable_networks(self.networks, self.rules.settings)


class Held(NamedTuple):
    """Hold the rules in force that new ones have to wait for, and until when."""

    frozen: Frozen
    until: datetime
    level: LockLevel
    """The firmer one of both."""

    @property
    def rules(self) -> Rules:
        """Return the rules in force."""
        return self.frozen.rules

    def beside(self, new: Rules) -> Rules:
        """Return ``new`` as far as it holds already: hours and zone are still those in force."""
        settings, kept = new.settings, self.rules.settings
        launchers = settings.browsers.launchers or kept.browsers.launchers
        return self.rules._replace(
            settings=settings._replace(
                lock_level=self.level,
                browsers=kept.browsers._replace(launchers=launchers),
                apps=settings.apps._replace(countdown_s=min(settings.apps.countdown_s, kept.apps.countdown_s)),
                limits=min(settings.limits, kept.limits),
                breath=_longer(settings.breath, kept.breath),
            )
        )

    def interval_at(self, now: datetime, new: Rules) -> Interval:
        """Return the interval that holds at ``now``: by the rules in force until the opening, then by ``new``."""
        if now >= self.until:
            found = new.schedule.interval_at(now)
            return found._replace(start=max(found.start or self.until, self.until))
        found = self.rules.schedule.interval_at(now)
        return found._replace(end=min(found.end or self.until, self.until))

    def opening(self, new: Rules) -> datetime | None:
        """Return when the shop opens next, keys aside."""
        hours = hours_alone(new.schedule)
        return self.until if hours.phase_at(self.until).is_open else hours.next_opening(self.until)

    def start_of_work(self, new: Rules, now: datetime) -> datetime | None:
        """Return when work begins next, whatever the hand did."""
        start = self.rules.schedule.next_start_of_work(now) or self.until
        by_calendar = new.schedule.with_overrides(())
        return start if by_calendar.phase_at(start).is_open else by_calendar.next_opening(start)

    def plan(self, plan: Plan, new: Rules, now: datetime) -> Plan:
        """Return the stricter of ``plan``, which is for ``now`` by ``new``, and the one in force."""
        networks, closable = (self.frozen.networks, self.frozen.closable) if plan.networks else ((), ())
        mine = plan_for(networks, self.rules.settings, self.interval_at(now, new), self.opening(new))
        return stricter_plan(mine._replace(closable=closable), plan)

    def weakened_by(self, new: Rules, networks: Sequence[Network], now: datetime) -> tuple[Waits, ...]:
        """Return what of ``new``, with its ``networks``, would open something before ``until``."""
        found = []
        if self._opens_earlier(new, now):
            hours = self.rules.settings.hours._replace(timezone=SYSTEM)
            found.append(Waits.ZONE if hours == new.settings.hours else Waits.HOURS)
        if new.settings.lock_level is not self.level:
            found.append(Waits.LEVEL)
        interval = self.rules.schedule.interval_at(now)
        alone = plan_for(networks, new.settings._replace(lock_level=self.level), interval, None)
        mine = plan_for(self.frozen.networks, self.rules.settings, interval, None)
        if is_weaker(alone, mine):
            found.append(Waits.NETWORKS)
        return (*found, *_behind(self.beside(new).settings, new.settings))

    def _opens_earlier(self, new: Rules, now: datetime) -> bool:
        hours = hours_alone(new.schedule)
        opening = hours.next_opening(now)
        return hours.phase_at(now).is_open or (opening is not None and opening < self.until)


def _behind(holding: Settings, new: Settings) -> tuple[Waits, ...]:
    """Return what is smaller than hours and networks, and ``holding`` has otherwise than ``new``."""
    waiting = {
        Waits.LAUNCHERS: holding.browsers.launchers is not new.browsers.launchers,
        Waits.PROFILE: holding.browsers.own_profile is not new.browsers.own_profile,
        Waits.COUNTDOWN: holding.apps != new.apps,
        Waits.ALLOWANCE: holding.limits != new.limits,
        Waits.BREATH: holding.breath != new.breath,
    }
    return tuple(each for each, waits in waiting.items() if waits)


def _longer(one: Breath, other: Breath) -> Breath:
    """Return the breath that lasts longer and lets in for less."""
    return Breath(max(one.seconds, other.seconds), min(one.minutes, other.minutes))


def hours_alone(schedule: Schedule) -> Schedule:
    """Return the schedule as if no key had been used."""
    overrides = tuple(each for each in schedule.overrides if each.kind is not OverrideKind.OPEN)
    return schedule if overrides == schedule.overrides else schedule.with_overrides(overrides)
