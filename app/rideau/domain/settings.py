# SPDX-License-Identifier: MIT
"""What did the person ask for? One tree of values, the only source of defaults (CONTRACT, "Files")."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from rideau.domain.network import Account, Action, AppIds, Kind, Side
from rideau.domain.phase import Phase
from rideau.domain.tip import Theme

CURRENT_VERSION = 1
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SYSTEM = "system"
MINUTES_PER_DAY = 24 * 60
AWAY_PLACEHOLDER = "{opening}"
"""Where the next opening goes in an away message."""


class ClockRange(NamedTuple):
    """Hold a range of local wall-clock time in minutes since midnight of the day it starts on.

    ``0 <= start < 1440`` and ``start < end < start + 1440`` (or ``end == 1440``); an end past 1440 is on the next day.
    """

    start: int
    end: int

    def __str__(self) -> str:
        """Return the range as the settings write it: ``22:00-02:00``."""
        end = self.end if self.end <= MINUTES_PER_DAY else self.end - MINUTES_PER_DAY
        return f"{self.start // 60:02}:{self.start % 60:02}-{end // 60:02}:{end % 60:02}"


class Week(NamedTuple):
    """Hold the ranges of each weekday, Monday first, sorted by start; an empty tuple is a day off."""

    days: tuple[tuple[ClockRange, ...], ...]


OFFICE_DAY = (ClockRange(9 * 60, 12 * 60 + 30), ClockRange(14 * 60, 18 * 60))
OFFICE_WEEK = Week(days=(OFFICE_DAY,) * 5 + ((), ()))


class Rotation(NamedTuple):
    """Hold alternating weeks: ``weeks[0]`` holds in the week of ``anchor``, a Monday."""

    anchor: date
    weeks: tuple[Week, ...]


class Holidays(NamedTuple):
    """Name a country's public holidays as the holidays library does, and those worked all the same."""

    country: str
    subdivision: str = ""
    worked: frozenset[date] = frozenset()


class ExceptionalDay(NamedTuple):
    """Replace what the week says for ranges that start on ``on``; no ranges means closed."""

    on: date
    hours: tuple[ClockRange, ...]
    label: str = ""


class Leave(NamedTuple):
    """Hold a leave in local time: dates are included whole, a date-time is where leave starts or ends (naive)."""

    start: date | datetime
    until: date | datetime
    label: str = ""


class Hours(NamedTuple):
    """Hold when the shop is open. ``rotation``, when set, takes the place of ``week``."""

    timezone: str = SYSTEM
    """``system`` (the device's own) or an IANA name."""
    week: Week = OFFICE_WEEK
    rotation: Rotation | None = None
    holidays: Holidays | None = None
    exceptions: tuple[ExceptionalDay, ...] = ()
    leave: tuple[Leave, ...] = ()


class WindDown(NamedTuple):
    """Hold how long the last stretch before a real closing is (minutes; 0 is off), and what a real closing is."""

    minutes: int = 15
    min_gap_hours: float = 4
    ritual_minutes: int = 25
    """How long before such a closing the small ritual is offered (gentleness, rule 15); 0 for never."""


class FocusStretch(NamedTuple):
    """Protect ``hours`` on each of ``days`` (0 is Monday) wherever they fall inside work."""

    days: tuple[int, ...]
    hours: ClockRange


class LockLevel(StrEnum):
    """Name how firmly the curtain holds (SPEC E8)."""

    GENTLE = "gentle"
    FIRM = "firm"
    LOCKED = "locked"


class HiddenApps(StrEnum):
    """Name what happens to an app that hides when its windows are closed (SPEC E3)."""

    END = "end"
    FREEZE = "freeze"


class Reopening(StrEnum):
    """Name whether what was closed comes back at opening."""

    OFF = "off"
    ASK = "ask"
    ALWAYS = "always"


class AppSettings(NamedTuple):
    """Hold how apps are closed at closing time (SPEC E3)."""

    countdown_s: int = 60
    """10 to 600."""
    hidden: HiddenApps = HiddenApps.END
    reopen: Reopening = Reopening.ASK


class NetworkSettings(NamedTuple):
    """Hold what the person says about one network: their accounts, and, for one of their own, what it is.

    A field that is None keeps what the catalogue says.
    """

    name: str | None = None
    kind: Kind | None = None
    sites: tuple[str, ...] | None = None
    exceptions: tuple[str, ...] | None = None
    apps: AppIds | None = None
    notifications: tuple[str, ...] | None = None
    side: Side | None = None
    """The side where the person has named no account: work, personal or mixed; in place of the catalogue's."""
    accounts: tuple[Account, ...] = ()
    treat_as: Side | None = None


class PolicySettings(NamedTuple):
    """Hold the policy cells that the person changed; what is left out keeps its default (SPEC P5)."""

    phases: Mapping[Phase, Mapping[Side, Action]] = MappingProxyType({})
    networks: Mapping[str, Mapping[Phase, Action]] = MappingProxyType({})


class Limits(NamedTuple):
    """Hold the daily allowances, in minutes."""

    personal_minutes_per_day: int = 30


class Breath(NamedTuple):
    """Hold the breath before entering where the policy says ``pause`` (gentleness, rule 6)."""

    seconds: int = 5
    """3 to 8."""
    minutes: int = 10
    """How long one is in then."""


class Asked(StrEnum):
    """Name the recurring reminders that come only where the person wants them, but for the meal."""

    MOVE = "move"
    MEAL = "meal"
    WATER = "water"
    EYES = "eyes"


class Reminders(NamedTuple):
    """Hold how gentle reminders come (SPEC G1-G3; gentleness, rules 1, 12, 13, 21)."""

    is_on: bool = True
    per_day: int = 4
    """How many cards nobody asked for come in a day at most; 1 to 4."""
    apart_minutes: int = 60
    """60 to 480."""
    seconds: int = 20
    """How long a card stays, 10 to 200; 0 until it is closed."""
    recurring: frozenset[Asked] = frozenset({Asked.MEAL})
    themes_off: frozenset[Theme] = frozenset()
    tips_off: frozenset[str] = frozenset()
    themes_rarer: frozenset[Theme] = frozenset()
    is_silent: bool = True


class Batches(NamedTuple):
    """Hold when work notifications are handed over inside work hours (SPEC G7; gentleness, rule 14)."""

    is_on: bool = False
    times: tuple[int, ...] = ()
    """One to four local times, minutes since midnight; none for half an hour after the start, after lunch, and
    three quarters of an hour before the end."""
    urgent_networks: frozenset[str] = frozenset()
    urgent_senders: tuple[str, ...] = ()
    """Names that let a notification through wherever its title holds one, whatever the case."""


class CheckInSettings(NamedTuple):
    """Hold whether and how often to be asked how work goes (SPEC G6)."""

    is_on: bool = False
    every_weeks: int = 4
    """4 to 26."""
    country: str = ""
    """Where to look for people to turn to, an ISO 3166 code; empty for the hours' country, or the locale's."""


class Browsers(NamedTuple):
    """Hold what the person says about their browsers (SPEC P3, E4)."""

    own_profile: Side = Side.PERSONAL
    """The side of life of the profile that a browser has had all along; the other side gets one made for it."""
    launchers: bool = False
    """Agreed to: browsers that ignore this desktop's proxy settings are started through the gate by their launchers."""


class AuditQuestion(StrEnum):
    """Name what the audit asks of one network (SPEC P4)."""

    RUNS_CLIENTS = "runs-clients"
    """Are client accounts or pages run from a personal account?"""
    FOLLOWS_CLIENTS = "follows-clients"
    """Are clients followed from a personal account?"""
    FRIENDS_CLIENTS = "friends-with-clients"
    """Are clients among the friends or contacts of a personal account?"""


class AuditAnswer(NamedTuple):
    """Hold one answer: a yes is a step to take until it is done."""

    is_yes: bool
    account: str = ""
    """From which account; empty where none was named."""
    done_on: date | None = None
    """When the person ticked the step off."""


class Settings(NamedTuple):
    """Hold everything the settings file says, checked."""

    language: str = SYSTEM
    """``system``, ``en`` or ``fr``."""
    hours: Hours = Hours()
    wind_down: WindDown = WindDown()
    focus_plan: tuple[FocusStretch, ...] = ()
    lock_level: LockLevel = LockLevel.FIRM
    networks: Mapping[str, NetworkSettings] = MappingProxyType({})
    policy: PolicySettings = PolicySettings()
    focus_pause_minutes: int = 5
    """How long a pause within a focus session lasts, 1 to 30."""
    limits: Limits = Limits()
    breath: Breath = Breath()
    reminders: Reminders = Reminders()
    batches: Batches = Batches()
    check_in: CheckInSettings = CheckInSettings()
    away_message: str = ""
    """What to tell people who write while it is closed, ``{opening}`` where the next opening goes; empty for
    Rideau's own."""
    browsers: Browsers = Browsers()
    apps: AppSettings = AppSettings()
    audit: Mapping[str, Mapping[AuditQuestion, AuditAnswer]] = MappingProxyType({})
    """What the person answered, by network; what is left out was not asked yet."""
