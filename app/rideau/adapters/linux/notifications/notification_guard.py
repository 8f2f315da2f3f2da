# SPDX-License-Identifier: MIT
"""How are a muted network's notifications withheld on every Linux desktop? A monitor that closes them (SPEC E1)."""

import logging
import shutil
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from jeepney import Message
from jeepney.bus_messages import message_bus

from rideau.adapters.idna_names import to_ascii
from rideau.adapters.linux.apps.installed_apps import is_desktop
from rideau.adapters.linux.bus import ask, connect, disconnect, method_call
from rideau.adapters.linux.notifications.notification_monitor import MONITORING, NotificationMonitor
from rideau.adapters.linux.notifications.withholder import NOTIFICATIONS, RULES, Withholder
from rideau.domain.error import RideauError, SessionBusError
from rideau.domain.network import Network
from rideau.domain.notification import NotificationMatcher, Watchlist
from rideau.domain.plan import Plan
from rideau.domain.probe import Fitness, Probe, Report
from rideau.domain.text import Text
from rideau.domain.waiting import Waiting
from rideau.ports.clock import Clock
from rideau.ports.state import Ledger

if TYPE_CHECKING:
    from rideau.adapters.linux.notifications.gnome_notifications import GnomeNotifications
    from rideau.adapters.linux.notifications.plasma_notifications import PlasmaNotifications

log = logging.getLogger(__name__)

PATIENCE_S = 0.06
"""How long the main thread waits for the watching thread; both directions together stay below 100 ms."""

TITLE = Text("Notifications")
FIREFOX = Text("Firefox does not say which site a notification comes from, so its sites still notify.")


class NotificationGuard:
    """Withhold what muted networks notify, and keep it.

    No setting is touched except, on Plasma and GNOME, one key per installed app. Nothing runs while nothing is muted.
    """

    name = "notifications"

    def __init__(
        self, environment: Mapping[str, str], hold: Callable[[Waiting], None], clock: Clock, ledger: Ledger
    ) -> None:
        """Guard the session bus of ``environment``; ``hold`` is called on the watching thread and must be quick."""
        self._environment = environment
        self._hold = hold
        self._clock = clock
        self._switches = tuple(_switches(environment, ledger))
        self._monitor: NotificationMonitor | None = None
        self._networks: tuple[Network, ...] = ()
        self._watchlist = Watchlist(NotificationMatcher((), to_ascii))
        self._not_covered = (FIREFOX,) if _has_firefox(environment) else ()

    def probe(self) -> Probe:
        """Say whether this session's bus lets notifications be watched, and whether anybody shows them."""
        try:
            connection = connect(self._environment)
        except SessionBusError as error:
            return Probe(self.name, TITLE, Fitness.MISSING, error.message, error.remedy)
        try:
            (has_daemon,) = ask(connection, message_bus.NameHasOwner(NOTIFICATIONS))
            ask(connection, method_call(MONITORING, "BecomeMonitor", "asu", (list(RULES), 0)))
        except SessionBusError:
            reason = Text("This desktop does not let Rideau watch notifications.")
            remedy = Text("Your administrator can allow it (BecomeMonitor on the session bus).")
            return Probe(self.name, TITLE, Fitness.MISSING, reason, remedy)
        finally:
            disconnect(connection)
        reason = Text("They are withheld and counted.")
        if not has_daemon:
            reason = Text("They are withheld as soon as a program shows notifications.")
        return Probe(self.name, TITLE, Fitness.WORKS, reason)

    def apply(self, plan: Plan) -> Report:
        """Withhold what the networks muted by ``plan`` notify from now on, and nothing else."""
        muted, urgent = plan.muted, plan.batch.urgent_senders if plan.batch else ()
        ids = frozenset(each.id for each in muted)
        matcher = self._matcher_of(plan.networks or muted)
        self._watchlist = Watchlist(matcher, ids, plan.withheld, urgent)
        batched = tuple(each for each in plan.networks if each.id in plan.withheld)
        problem = self._hold_popups(muted if urgent else (*muted, *batched))  # what is urgent is to be seen
        if not muted and not batched:
            self._stop()
            return Report(self.name, problem=problem)
        monitor = self._watch()
        problem = monitor.problem or problem
        held = () if monitor.problem else tuple(network.id for network in (*muted, *batched))
        return Report(self.name, held, self._not_covered, problem)

    def release(self) -> None:
        """Let every notification pass again, and put back what was changed."""
        self._stop()
        self._hold_popups(())

    def _matcher_of(self, networks: tuple[Network, ...]) -> NotificationMatcher:
        if networks == self._networks:
            return self._watchlist.matcher
        self._networks = networks
        return NotificationMatcher(networks, to_ascii)

    def _watch(self) -> NotificationMonitor:
        if self._monitor is not None and self._monitor.is_running:
            self._monitor.withholder.watchlist = self._watchlist
            self._monitor.retry(PATIENCE_S)
            return self._monitor
        self._monitor = NotificationMonitor(self._environment, self._withholder)
        self._monitor.start(PATIENCE_S)
        return self._monitor

    def _stop(self) -> None:
        if self._monitor is not None:
            self._monitor.stop(PATIENCE_S / 2)
            self._monitor = None

    def _withholder(self, send: Callable[[Message], None]) -> Withholder:
        return Withholder(self._watchlist, send, self._hold, self._clock)

    def _hold_popups(self, muted: tuple[Network, ...]) -> Text | None:
        problem: Text | None = None
        for switches in self._switches:
            try:
                switches.hold(muted)
            except RideauError as error:
                log.warning("Pop-ups may flash up: %s", error)
                problem = error.message
        return problem


def _switches(environment: Mapping[str, str], ledger: Ledger) -> "Iterator[PlasmaNotifications | GnomeNotifications]":
    """Give what switches pop-ups off on each desktop that this one calls itself; most need none, and load none."""
    if is_desktop("KDE", environment):
        from rideau.adapters.linux.notifications.plasma_notifications import PlasmaNotifications  # noqa: PLC0415

        yield PlasmaNotifications(environment, ledger)
    if is_desktop("GNOME", environment):
        from rideau.adapters.linux.notifications.gnome_notifications import GnomeNotifications  # noqa: PLC0415

        yield GnomeNotifications(environment, ledger)


def _has_firefox(environment: Mapping[str, str]) -> bool:
    path = environment.get("PATH")
    return any(shutil.which(name, path=path) for name in ("firefox", "firefox-esr"))
