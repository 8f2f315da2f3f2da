# SPDX-License-Identifier: MIT
"""What did the person ask for? One tree of values, the only source of defaults (CONTRACT, "Files")."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

from rideau.domain.network import Account, Action, AppIds, Kind, Side
from rideau.domain.phase import Phase

CURRENT_VERSION = 1
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SYSTEM = "system"
MINUTES_PER_DAY = 24 * 60


@dataclass(frozen=True, slots=True, order=True)
class ClockRange:
    """Hold a range of local wall-clock time in minutes since midnight of the day it starts on.

    ``0 <= start < 1440`` and ``start < end < start + 1440`` (or ``end == 1440``); an end past 1440 is on the next day.
    """

    start: int
    end: int

    def __str__(self) -> str:
        """Return the range as the settings write it: ``22:00-02:00``."""
        end = self.end if self.end <= MINUTES_PER_DAY else self.end - MINUTES_PER_DAY
        return f"{self.start // 60:02}:{self.start % 60:02}-{end // 60:02}:{end % 60:02}"


@dataclass(frozen=True, slots=True)
class Week:
    """Hold the ranges of each weekday, Monday first, sorted by start; an empty tuple is a day off."""

    days: tuple[tuple[ClockRange, ...], ...]


OFFICE_DAY = (ClockRange(9 * 60, 12 * 60 + 30), ClockRange(14 * 60, 18 * 60))
OFFICE_WEEK = Week(days=(OFFICE_DAY,) * 5 + ((), ()))


@dataclass(frozen=True, slots=True)
class Rotation:
    """Hold alternating weeks: ``weeks[0]`` holds in the week of ``anchor``, a Monday."""

    anchor: date
    weeks: tuple[Week, ...]


@dataclass(frozen=True, slots=True)
class Holidays:
    """Name a country's public holidays as the holidays library does, and those worked all the same."""

    country: str
    subdivision: str = ""
    worked: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class ExceptionalDay:
    """Replace what the week says for ranges that start on ``on``; no ranges means closed."""

    on: date
    hours: tuple[ClockRange, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Leave:
    """Hold a leave in local time: dates are included whole, a date-time is where leave starts or ends (naive)."""

    start: date | datetime
    until: date | datetime
    label: str = ""


@dataclass(frozen=True, slots=True)
class Hours:
    """Hold when the shop is open. ``rotation``, when set, takes the place of ``week``."""

    timezone: str = SYSTEM
    """``system`` (the device's own) or an IANA name."""
    week: Week = OFFICE_WEEK
    rotation: Rotation | None = None
    holidays: Holidays | None = None
    exceptions: tuple[ExceptionalDay, ...] = ()
    leave: tuple[Leave, ...] = ()


@dataclass(frozen=True, slots=True)
class WindDown:
    """Hold how long the last stretch before a real closing is (minutes; 0 is off), and what a real closing is."""

    minutes: int = 15
    min_gap_hours: float = 4


@dataclass(frozen=True, slots=True)
class FocusStretch:
    """Protect ``hours`` on each of ``days`` (0 is Monday) wherever they fall inside work."""

    days: tuple[int, ...]
    hours: ClockRange


class LockLevel(StrEnum):
    """Name how firmly the curtain holds (SPEC E8)."""

    GENTLE = "gentle"
    FIRM = "firm"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class NetworkSettings:
    """Hold what the person says about one network: their accounts, and, for one of their own, what it is.

    A field that is None keeps what the catalogue says.
    """

    name: str | None = None
    kind: Kind | None = None
    sites: tuple[str, ...] | None = None
    exceptions: tuple[str, ...] | None = None
    apps: AppIds | None = None
    notifications: tuple[str, ...] | None = None
    accounts: tuple[Account, ...] = ()
    treat_as: Side | None = None


def _no_policies() -> Mapping[Phase, Mapping[Side, Action]]:
    return MappingProxyType({})


def _no_exceptions() -> Mapping[str, Mapping[Phase, Action]]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class PolicySettings:
    """Hold the policy cells that the person changed; what is left out keeps its default (SPEC P5)."""

    phases: Mapping[Phase, Mapping[Side, Action]] = field(default_factory=_no_policies)
    networks: Mapping[str, Mapping[Phase, Action]] = field(default_factory=_no_exceptions)


@dataclass(frozen=True, slots=True)
class Limits:
    """Hold the daily allowances, in minutes."""

    personal_minutes_per_day: int = 30


def _no_networks() -> Mapping[str, NetworkSettings]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Settings:
    """Hold everything the settings file says, checked."""

    language: str = SYSTEM
    """``system``, ``en`` or ``fr``."""
    hours: Hours = Hours()
    wind_down: WindDown = WindDown()
    focus_plan: tuple[FocusStretch, ...] = ()
    lock_level: LockLevel = LockLevel.FIRM
    networks: Mapping[str, NetworkSettings] = field(default_factory=_no_networks)
    policy: PolicySettings = field(default_factory=PolicySettings)
    limits: Limits = Limits()
