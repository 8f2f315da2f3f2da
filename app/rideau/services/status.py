# SPDX-License-Identifier: MIT
"""What is so right now, why, and until when? The one value that the tray, the windows and ``rideau status`` show."""

from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from rideau.domain.key import KeyTurn
from rideau.domain.override import Override
from rideau.domain.phase import Interval
from rideau.domain.plan import Plan
from rideau.domain.probe import Report
from rideau.domain.rest import Rest
from rideau.domain.settings import Breath, LockLevel
from rideau.domain.text import Text
from rideau.ports.settings_store import SettingsProblem


class Allowance(NamedTuple):
    """Hold how much of the day's allowance there is."""

    whole: timedelta
    used: timedelta
    is_coarse: bool = False
    """Whether sites are counted by what passes the gate while a browser is in front, and not by their tabs."""

    @property
    def left(self) -> timedelta:
        """Return what is left."""
        return max(self.whole - self.used, timedelta(0))


class Status(NamedTuple):
    """Hold everything there is to say about the present moment."""

    at: datetime
    """When this was so, aware UTC."""
    zone: ZoneInfo
    """The zone of the schedule, in which times are shown."""
    plan: Plan
    upcoming: tuple[Interval, ...]
    """The next intervals after the present one, at most three."""
    lock_level: LockLevel
    overrides: tuple[Override, ...]
    """The switches by hand that are not over yet, oldest first."""
    reports: tuple[Report, ...]
    waiting: int
    """How many withheld notifications wait to be given back."""
    settings_problems: tuple[SettingsProblem, ...]
    """What is wrong with the settings file; the last good settings stay in force."""
    key: KeyTurn | None = None
    """The key that is being turned; None while nobody waits for one."""
    keys_used: int = 0
    """How often a key was used in the present closed stretch."""
    held: tuple[Text, ...] = ()
    """What would open something early and waits for the opening, one sentence each (SPEC E8)."""
    breath: Breath = Breath()
    """How long the breath before entering lasts, and how long one is in then."""
    allowance: Allowance | None = None
    """What is left of the day's allowance; None where nothing has one now."""
    rest: Rest | None = None
    """A rest that is too short: the one ahead by plan, or tonight's after work by hand (SPEC H6)."""
    can_resume: bool = True
    """Whether going back to the hours would change anything; only ever False after an early closing."""

    @property
    def interval(self) -> Interval:
        """Return the phase in force with its reason and its end."""
        return self.plan.interval

    @property
    def next_opening(self) -> datetime | None:
        """Return when work hours begin next."""
        return self.plan.next_opening

    @property
    def override(self) -> Override | None:
        """Return the switch by hand that holds now, if one does: of several the one made last."""
        holding = [each for each in self.overrides if each.holds_at(self.at)]
        return holding[-1] if holding else None
