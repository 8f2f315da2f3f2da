# SPDX-License-Identifier: MIT
"""What stands between a person and what is closed: sites, apps, a breath? Loaded after the icon, with a first plan."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from rideau.bootstrap.day import Day
from rideau.bootstrap.parts import no_apps, no_sites
from rideau.domain.app import Doorway
from rideau.domain.error import UsageError
from rideau.domain.plan import Plan
from rideau.domain.policy import plan_for
from rideau.domain.probe import Probe
from rideau.domain.text import Text
from rideau.ports.enforcer import Enforcer

if TYPE_CHECKING:
    from rideau.bootstrap.app import TrayProcess
    from rideau.bootstrap.apps import Shutters
    from rideau.bootstrap.doorbell import Doorbell
    from rideau.bootstrap.sites import Sites
    from rideau.ports.clock import Clock
    from rideau.services.app_guard import AppGuard
    from rideau.services.trusted_clock import TrustedClock
    from rideau.wording.words import Words


class Entrance:
    """Hold what closes sites, what mutes and closes apps, and who is let in. Main thread."""

    def __init__(self, desk: "TrayProcess", clock: "TrustedClock", doorbell: "Doorbell") -> None:
        """Put the parts together; nothing is closed before a plan is applied."""
        self._desk = desk
        self._clock = clock
        self._doorbell = doorbell
        self._doorway = Doorway()
        self._day = Day(desk, clock)
        self._day.breaths.asked.append(self._show)
        doorbell.breaths = self._day.breaths
        self._sites: Sites | None = None
        self._shutters: Shutters | None = None
        self.enforcers: tuple[Enforcer, ...] = (no_sites(), *no_apps())
        if sys.platform == "linux":
            self._sites = self._new_sites()
            self._shutters = self._new_shutters(self._sites, clock)
            self._day.ears = self._sites.link.ears
            self._day.rules = self._shutters.rules
            self.enforcers = (self._sites.gate, *self._shutters.enforcers)

    @property
    def is_kept(self) -> bool:
        """Tell whether a keeper is there, which goes on should this process end without a goodbye."""
        return self._sites is not None and self._sites.is_kept

    @property
    def proxy_files(self) -> tuple[Path, ...]:
        """Return where the desktop's proxy settings stand, so far as sites are closed by them."""
        return self._sites.proxy_files if self._sites else ()

    def look_at_proxy(self) -> None:
        """Make the plan hold again where the desktop's proxy settings changed."""
        if self._sites is not None:
            self._sites.look_at_proxy()

    def browsers(self, words: "Words") -> Mapping[str, object]:
        """Return what is known of browsers."""
        return self._sites.browsers(words) if self._sites else {}

    def probes(self) -> tuple[Probe, ...]:
        """Return how each mechanism stands, those of the enforcers apart."""
        apps = self._shutters.probes() if self._shutters else ()
        browsers = self._sites.gate.probes() if self._sites else ()
        return (*apps, *browsers, *self._day.probes())

    def enter(self, network: str, wish: str) -> None:
        """Go into ``network`` after a breath.

        Raises:
            UsageError: no breath opens it now.

        """
        if network not in self._desk.status().plan.breath:
            raise UsageError(Text("No breath is asked for there now."))
        self._day.breaths.go_in((network,), wish)

    def announce_end(self) -> None:
        """Say which browsers go on looking for the gate when Rideau ends."""
        if self._sites is not None:
            self._sites.announce_end()

    def close(self) -> None:
        """Keep what the day has used so far, and count nothing any more."""
        self._day.close()

    def _show(self, doorway: Doorway | None = None) -> None:
        """Show what stands at the door: what the guard of apps says, and who knocks at a site."""
        self._doorway = doorway or self._doorway
        self._desk.face.show_doorway(self._doorway._replace(knocks=self._day.breaths.knocks))

    def _new_sites(self) -> "Sites":
        from rideau.bootstrap.sites import Household, Sites  # noqa: PLC0415 - on Linux alone

        desk = self._desk
        household = Household(
            settings=lambda: desk.supervisor.rules.settings,
            zone=lambda: desk.supervisor.rules.zone,
            plan=lambda: desk.status().plan,
            changed=desk.wake,
            say=desk.say,
            attempted=desk.attempted,
            knocked=self._day.knocked,
            post=desk.main_thread.post,
        )
        made = Sites(desk.parts, household)
        made.gate.ahead = lambda: self._clock.moved
        return made

    def _new_shutters(self, sites: "Sites", clock: "Clock") -> "Shutters":
        from rideau.adapters.qt.delay import new_delay  # noqa: PLC0415 - see above
        from rideau.bootstrap.apps import AppHousehold, Shutters  # noqa: PLC0415 - see above

        desk = self._desk
        household = AppHousehold(
            settings=lambda: desk.supervisor.rules.settings,
            zone=lambda: desk.supervisor.rules.zone,
            coming=self._coming,
            changed=desk.wake,
            opened=self._guarded,
            say=desk.say,
            post=desk.main_thread.post,
            clock=clock,
            delay=new_delay,
            link=sites.link,
        )
        return Shutters(desk.parts, household)

    def _coming(self) -> Plan:
        """Return what should hold in the phase after the present one."""
        supervisor, status = self._desk.supervisor, self._desk.status()
        interval = status.upcoming[0] if status.upcoming else status.interval
        return plan_for(supervisor.networks, supervisor.rules.settings, interval, status.next_opening)

    def _guarded(self, guard: "AppGuard") -> None:
        self._doorbell.rings_for = guard
        guard.observers.doorway.append(self._show)
