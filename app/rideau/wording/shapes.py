# SPDX-License-Identifier: MIT
"""What of the services' values is said here? Their shapes, because words and services do not know each other."""

from datetime import datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from rideau.domain.key import KeyTurn
from rideau.domain.override import Override
from rideau.domain.phase import Interval
from rideau.domain.plan import Plan
from rideau.domain.probe import Report
from rideau.domain.settings import LockLevel
from rideau.domain.text import Text
from rideau.ports.settings_store import SettingsProblem


class Present(Protocol):
    """Hold the phase in force at a moment."""

    @property
    def at(self) -> datetime:
        """Return when this is so, aware UTC."""
        ...

    @property
    def zone(self) -> ZoneInfo:
        """Return the zone in which times are said."""
        ...

    @property
    def interval(self) -> Interval:
        """Return the phase in force."""
        ...


class Allowance(Protocol):
    """Hold how much of the day's allowance there is: ``services.status.Allowance``."""

    @property
    def whole(self) -> timedelta:
        """Return the whole of it."""
        ...

    @property
    def left(self) -> timedelta:
        """Return what is left."""
        ...

    @property
    def is_coarse(self) -> bool:
        """Tell whether sites are counted roughly."""
        ...


class FullStatus(Present, Protocol):
    """Hold everything there is to say about the present moment: ``services.status.Status``."""

    @property
    def plan(self) -> Plan:
        """Return what should hold."""
        ...

    @property
    def upcoming(self) -> tuple[Interval, ...]:
        """Return the next intervals."""
        ...

    @property
    def lock_level(self) -> LockLevel:
        """Return how firmly the curtain holds."""
        ...

    @property
    def overrides(self) -> tuple[Override, ...]:
        """Return the switches by hand that are not over."""
        ...

    @property
    def reports(self) -> tuple[Report, ...]:
        """Return what each enforcer holds."""
        ...

    @property
    def waiting(self) -> int:
        """Return how many notifications wait."""
        ...

    @property
    def settings_problems(self) -> tuple[SettingsProblem, ...]:
        """Return what is wrong with the settings file."""
        ...

    @property
    def key(self) -> KeyTurn | None:
        """Return the key that is being turned."""
        ...

    @property
    def keys_used(self) -> int:
        """Return how many keys were used in the present closed stretch."""
        ...

    @property
    def allowance(self) -> Allowance | None:
        """Return what is left of the day's allowance."""
        ...

    @property
    def held(self) -> tuple[Text, ...]:
        """Return what holds otherwise than the settings now say, one sentence each."""
        ...


class Restored(Protocol):
    """Hold how a restore went: ``services.restoration.RestoreSummary``."""

    @property
    def restored(self) -> int:
        """Return how many changes are back as they were."""
        ...

    @property
    def left(self) -> int:
        """Return how many the person changed since."""
        ...

    @property
    def gone(self) -> int:
        """Return how many are about what no longer exists."""
        ...

    @property
    def failed(self) -> tuple[Text, ...]:
        """Return what could not be put back."""
        ...
