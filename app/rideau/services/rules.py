# SPDX-License-Identifier: MIT
"""What do the settings come to today: which networks, which schedule, in which zone?"""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from rideau.domain.network import Network
from rideau.domain.override import Override
from rideau.domain.partition import merge_networks
from rideau.domain.schedule import Calendar, Schedule
from rideau.domain.settings import SYSTEM, Settings
from rideau.domain.wall_clock import start_of
from rideau.ports.catalogue import Catalogue, HolidayCalendar
from rideau.ports.clock import Clock

YEARS_AROUND = 2


class Sources(NamedTuple):
    """Hold where the rules come from besides the settings."""

    clock: Clock
    catalogue: Catalogue
    holidays: HolidayCalendar
    language: Callable[[Settings], str]
    """Resolves the settings' language, ``system`` included, to ``en`` or ``fr``."""


class Rules(NamedTuple):
    """Hold the settings in force with everything that follows from them at one moment."""

    settings: Settings
    zone: ZoneInfo
    schedule: Schedule
    year: int
    """The local year the holidays were looked up around."""

    def with_overrides(self, overrides: tuple[Override, ...]) -> "Rules":
        """Return the same rules under other switches by hand."""
        return self._replace(schedule=self.schedule.with_overrides(overrides))

    def next_work_day(self, day: date) -> date:
        """Return the first day after ``day`` on which work begins, whatever the hand did; the very next without any."""
        following = day + timedelta(days=1)
        midnight = start_of(following, self.zone)
        opening = self.schedule.next_start_of_work(midnight - timedelta.resolution)
        return opening.astimezone(self.zone).date() if opening else following

    def are_current(self, clock: Clock) -> bool:
        """Tell whether they still follow from the same settings: the device's zone and the year are as they were."""
        return (
            self.zone.key == zone_of(self.settings, clock).key and self.year == clock.now().astimezone(self.zone).year
        )


def zone_of(settings: Settings, clock: Clock) -> ZoneInfo:
    """Return the zone of the schedule: the device's own, or the fixed one."""
    name = settings.hours.timezone
    return clock.zone() if name == SYSTEM else ZoneInfo(name)


def today_of(settings: Settings, clock: Clock) -> date:
    """Return which day it is in the zone of the schedule."""
    return clock.now().astimezone(zone_of(settings, clock)).date()


def schedule_of(settings: Settings, sources: Sources, overrides: tuple[Override, ...], now: datetime) -> Schedule:
    """Return the schedule that ``settings`` and the switches by hand come to at ``now`` (aware).

    Raises:
        SettingsError: the settings name a country or subdivision whose holidays are not known.

    """
    zone = zone_of(settings, sources.clock)
    holidays = _holidays(settings, sources, now.astimezone(zone).year)
    return Schedule(Calendar(settings.hours, settings.wind_down, settings.focus_plan, zone, holidays), overrides)


def networks_of(settings: Settings, sources: Sources) -> tuple[Network, ...]:
    """Return the catalogue as merged with the person's own."""
    return merge_networks(sources.catalogue.networks(), settings.networks)


def build_rules(settings: Settings, sources: Sources, overrides: tuple[Override, ...], now: datetime) -> Rules:
    """Work out what ``settings`` come to at ``now`` (aware); raises as ``schedule_of`` does."""
    schedule = schedule_of(settings, sources, overrides, now)
    zone = zone_of(settings, sources.clock)
    return Rules(settings, zone, schedule, now.astimezone(zone).year)


def _holidays(settings: Settings, sources: Sources, year: int) -> Mapping[date, str]:
    if settings.hours.holidays is None:
        return {}
    years = range(year - YEARS_AROUND, year + YEARS_AROUND + 1)
    return sources.holidays.dates(settings.hours.holidays, years, sources.language(settings))
