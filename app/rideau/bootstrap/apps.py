# SPDX-License-Identifier: MIT
"""How is what closes and mutes apps put together? Nothing of it is loaded before a plan closes or mutes anything."""

import os
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from rideau.adapters.late_enforcer import LateEnforcer
from rideau.bootstrap.parts import Offline, words_for
from rideau.domain.app import Doorway
from rideau.domain.network import Network
from rideau.domain.phase import Phase
from rideau.domain.plan import Plan
from rideau.domain.policy import MAY_CLOSE
from rideau.domain.probe import Probe
from rideau.domain.settings import Settings
from rideau.ports.clock import Clock, Delay
from rideau.ports.desktop import Notice
from rideau.ports.enforcer import Enforcer

if TYPE_CHECKING:
    from rideau.adapters.linux.apps.inventory import LinuxInventory
    from rideau.adapters.linux.apps.linux_apps import Keeping
    from rideau.domain.app import AppRule
    from rideau.ports.apps import Apps
    from rideau.services.app_guard import AppGuard, Said


class AppHousehold(NamedTuple):
    """Hold what closing apps needs of whoever runs it."""

    settings: Callable[[], Settings]
    """The settings in force."""
    zone: Callable[[], ZoneInfo]
    """The zone of the schedule."""
    coming: Callable[[], Plan]
    """What should hold in the phase after the present one."""
    changed: Callable[[], None]
    """What is enforced changed by itself: an app asks about unsaved work."""
    opened: Callable[["AppGuard"], None]
    """The guard is there now, to be asked."""
    say: Callable[[Notice], None]
    post: Callable[[Callable[[], None]], None]
    """Calls on the main thread what is handed to it on another."""
    clock: Clock
    delay: Callable[[], Delay]
    link: "Keeping"


class Shutters:
    """Close and mute apps. Main thread."""

    def __init__(self, parts: Offline, household: AppHousehold) -> None:
        """Put the parts together; nothing runs yet."""
        self._parts = parts
        self._household = household
        self._guard: AppGuard | None = None
        self.enforcers: tuple[Enforcer, ...] = (
            LateEnforcer("apps", self._is_guarded, self._new_guard),
            LateEnforcer("sound", lambda plan: bool(plan.muted), self._new_sound),
        )
        self._in_call: frozenset[str] = frozenset()

    def probes(self) -> tuple[Probe, ...]:
        """Say what tells of windows here."""
        return self._new_guard().further_probes()

    @cached_property
    def _inventory(self) -> "LinuxInventory":
        from rideau.adapters.linux.apps.inventory import LinuxInventory  # noqa: PLC0415 - where apps are closed or muted

        return LinuxInventory(os.environ)

    def rules(self, networks: "Sequence[Network]") -> "tuple[AppRule, ...]":
        """Return how the apps of ``networks`` are told among windows."""
        return self._inventory.rules(networks)

    def _is_guarded(self, plan: Plan) -> bool:
        is_asked = any(each.action in MAY_CLOSE for each in plan.treatments)
        return is_asked or plan.interval.phase is Phase.WIND_DOWN or self._parts.paths.closed_apps_file.exists()

    def _new_guard(self) -> "AppGuard":
        from rideau.adapters.closed_apps_file import ClosedAppsFile  # noqa: PLC0415 - where apps are closed
        from rideau.services.app_guard import AppGuard, AppParts  # noqa: PLC0415 - as above
        from rideau.services.closing_time import Means  # noqa: PLC0415 - as above

        if self._guard is None:
            household = self._household
            means = Means(self._new_apps(), self._parts.journal, household.clock, household.delay(), household.settings)
            closed = ClosedAppsFile(self._parts.paths.closed_apps_file)
            self._guard = AppGuard(AppParts(means, self._inventory, closed, household.coming, household.changed))
            self._guard.observers.said.append(self._say)
            self._guard.observers.doorway.append(self._look_at_calls)
            household.opened(self._guard)
        return self._guard

    def _new_apps(self) -> "Apps":
        from rideau.adapters.linux.apps.linux_apps import LinuxApps, Machine  # noqa: PLC0415 - where apps are closed
        from rideau.adapters.linux.sound.microphones import recording_pids  # noqa: PLC0415 - as above

        machine = Machine(
            os.environ,
            self._parts.ledger,
            self._household.link,
            self._inventory,
            lambda: recording_pids(os.environ),
        )
        return LinuxApps(machine, self._household.post)

    def _new_sound(self) -> Enforcer:
        from rideau.adapters.linux.sound.sound_guard import SoundGuard  # noqa: PLC0415 - where apps are muted

        return SoundGuard(os.environ, self._parts.ledger, self._muted, self._inventory.program_ids)

    def _muted(self, plan: Plan) -> "tuple[AppRule, ...]":
        return self._inventory.rules([each for each in plan.muted if each.id not in self._in_call])

    def _look_at_calls(self, doorway: Doorway) -> None:
        """Have sound let go of who is in a call, and mute them once it is over."""
        if doorway.in_call != self._in_call:
            self._in_call = doorway.in_call
            self._household.post(self._household.changed)

    def _say(self, said: "Said") -> None:
        from rideau.services.app_guard import Topic  # noqa: PLC0415 - where apps are closed
        from rideau.wording.app_notices import closing_soon, not_back  # noqa: PLC0415 - as above

        words = words_for(self._household.settings())
        if said.topic is Topic.COMING and said.at is not None:
            title, body = closing_soon(words, said.names, said.at, self._household.zone())
        else:
            title, body = not_back(words, said.names)
        self._household.say(Notice(title, body, replaces="apps"))


def offline_app_probes(parts: Offline) -> tuple[Probe, ...]:
    """Return how sound and apps stand here, for doctor where no app runs."""
    from rideau.adapters.linux.apps.app_probes import app_window_probe, launch_probe  # noqa: PLC0415 - where it is asked
    from rideau.adapters.linux.sound.sound_guard import SoundGuard  # noqa: PLC0415 - as above

    sound = SoundGuard(os.environ, parts.ledger, lambda _: ())
    return sound.probe(), launch_probe(), app_window_probe(os.environ)
