# SPDX-License-Identifier: MIT
"""Which apps are closed now? What is started meets the curtain, what runs is counted down and asked (SPEC E3, E9).

``Curtain`` keeps what was started, ``ClosingTime`` what runs, ``AppReturn`` what comes back at opening.
"""

from collections.abc import Callable, Collection, Iterable
from datetime import datetime, timedelta
from enum import StrEnum, auto
from typing import NamedTuple

from rideau.domain.app import AppRule, ClosedApp, Doorway, Run
from rideau.domain.network import Network
from rideau.domain.plan import Plan
from rideau.domain.probe import Probe, Report
from rideau.domain.text import Text
from rideau.ports.apps import ClosedApps, Heard, Inventory
from rideau.services.app_return import AppReturn, network_of
from rideau.services.closing_time import ClosingTime, Means
from rideau.services.closing_warning import ClosingWarning
from rideau.services.curtain import Curtain
from rideau.services.lock import level_in_force

LOOK_AFTER = timedelta(milliseconds=50)
"""Windows come and go in bursts; they are looked at once."""


class Topic(StrEnum):
    """Name what there is to say about apps."""

    COMING = auto()
    """These run, and close at ``at``."""
    FAILED = auto()
    """These should have come back, and could not be started."""


class Said(NamedTuple):
    """Hold what is to be said once, in a notification."""

    topic: Topic
    names: tuple[str, ...]
    at: datetime | None = None
    """Aware UTC."""


class AppParts(NamedTuple):
    """Hold what the guard acts through."""

    means: Means
    inventory: Inventory
    closed: ClosedApps
    coming: Callable[[], Plan]
    """The plan for the phase after the present one."""
    changed: Callable[[], None]
    """What the report says changed by itself: it is to be asked for again."""


class AppObservers:
    """Hold who is told, on the main thread."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self.doorway: list[Callable[[Doorway], None]] = []
        """Whenever it is another one than before."""
        self.said: list[Callable[[Said], None]] = []


class AppGuard:
    """Keep the apps of closed networks closed; the ``Enforcer`` of apps. Main thread."""

    name = "apps"

    def __init__(self, parts: AppParts) -> None:
        """Close nothing before the first plan."""
        self._parts = parts
        self._means = parts.means
        self._apps = parts.means.apps
        self._heard = Heard(self._launched, self._look_soon)
        self._curtain = Curtain(self._means, self._show_soon)
        self._closing = ClosingTime(self._means, self._closed_for_good, self._show_soon)
        self._return = AppReturn(self._apps, parts.closed, self._running_of)
        self._rules: tuple[AppRule, ...] = ()
        self._networks: tuple[Network, ...] = ()
        self._spared: frozenset[str] = frozenset()
        self._blocked: frozenset[str] = frozenset()
        self._seen: tuple[Run, ...] = ()
        self._uncovered: tuple[Text, ...] = ()
        self._told: tuple[Text, ...] = ()
        self._warning = ClosingWarning(parts.means.clock, parts.means.delay, self._warn)
        self._is_watching = self._is_looking = self._is_showing = False
        self.doorway = Doorway()
        """What stands at the door now."""
        self.observers = AppObservers()

    # --- the enforcer ----------------------------------------------------------------------------------------------

    def probe(self) -> Probe:
        """Say whether launches are seen here."""
        return self._apps.probes()[0]

    def further_probes(self) -> tuple[Probe, ...]:
        """Say what else tells of apps here: of their windows."""
        return self._apps.probes()[1:]

    def apply(self, plan: Plan) -> Report:
        """Close the apps of what ``plan`` blocks, and open up the others."""
        if self._closing.run_ids:  # what closed a moment ago, and was not heard of, comes back too
            self._closing.look(self._apps.runs())
        blocked = frozenset(each.id for each in plan.blocked)
        newly, self._blocked = blocked - self._blocked, blocked
        self._networks, self._curtain.paused = plan.networks, plan.breath
        self._closing.since = plan.interval.start
        self._closing.level = level_in_force(self._means.settings().lock_level, plan, self._means.clock.now())
        self._rules = self._parts.inventory.rules(plan.blocked) if blocked else ()
        self._watch()
        self._curtain.call_off(self._is_closed)
        self._closing.call_off(self._is_closed)
        self._look(newly)
        self._open_up(plan)
        self._warning.look(plan.interval)
        self._show()
        self._told = self._not_covered
        held = tuple(dict.fromkeys(rule.network for rule in self._rules))
        return Report(self.name, held, self._told)

    def release(self) -> None:
        """Let everything go on, and watch nothing."""
        self._blocked, self._rules = frozenset(), ()
        self._warning.stop()
        self._curtain.call_off(self._is_closed)
        self._closing.call_off(self._is_closed)
        self._return.offered = ()
        self._apps.release()
        self._is_watching = False
        self._told = self._uncovered = ()
        self._show()

    # --- what the person answers (``ui.ask.AppActs``) --------------------------------------------------------------

    def later(self, run_ids: Collection[str]) -> None:
        """Leave these closed: end what never drew a window."""
        self._curtain.later(run_ids)

    def hold(self, run_ids: Collection[str], length: timedelta) -> None:
        """Wait for an answer about these for ``length`` from now at least: somebody is giving one."""
        self._curtain.hold(run_ids, length)

    def stretch(self, run_id: str = "") -> None:
        """Give this one five more minutes; all of them for an empty id."""
        self._closing.stretch((run_id,) if run_id else self._closing.run_ids)

    def close_now(self, run_id: str = "") -> None:
        """Ask this one to close without waiting for the end of its countdown; all of them for an empty id."""
        self._closing.close_now((run_id,) if run_id else self._closing.run_ids)

    def reopen(self, *, wanted: bool) -> None:
        """Bring back what is offered, or let it be."""
        self._say(Topic.FAILED, tuple(each.name for each in self._return.answer(yes=wanted)))
        self._show()

    # --- inside ----------------------------------------------------------------------------------------------------

    def _is_closed(self, network: str) -> bool:
        return network in self._blocked

    def _launched(self, run: Run) -> None:
        if self._is_closed(run.rule.network):
            self._curtain.meet(run)
        else:  # it opened a moment ago
            self._apps.thaw(run)

    def _closed_for_good(self, app: ClosedApp) -> None:
        self._return.remember(app)

    def _watch(self) -> None:
        """Watch the rules in force; where there are none and were none, nothing is even loaded for it."""
        self._uncovered, self._spared = (), self._closing.spared
        if self._rules or self._is_watching:
            self._uncovered = self._apps.watch(self._rules, self._spared, self._heard)
            self._is_watching = bool(self._rules)

    def _look(self, newly: frozenset[str]) -> None:
        """Take up what runs; ``newly`` closed networks leave their browser windows time, too."""
        if not self._rules:
            return
        runs = self._seen = self._apps.runs()
        self._curtain.look(runs)
        self._closing.look(runs)
        known = self._curtain.run_ids | self._closing.run_ids
        for run in runs:
            if run.id not in known and not run.is_frozen:
                self._take_up(run, newly)
        self._spare()

    def _spare(self) -> None:
        if self._spared != self._closing.spared:
            self._watch()

    def _take_up(self, run: Run, newly: frozenset[str]) -> None:
        if run.processes or run.rule.network in newly:
            self._closing.begin(run)
        else:
            self._closing.ask_at_once(run)
            self._curtain.meet(run)

    def _look_soon(self) -> None:
        if not self._is_looking:
            self._is_looking = True
            self._means.delay.after(LOOK_AFTER, self._look_now)

    def _look_now(self) -> None:
        before, self._is_looking = self._seen, False
        self._look(frozenset())
        if self._seen == before:
            self._watch()  # nothing came or went: a launch that was let through says so here
        self._show_soon()

    def _show_soon(self) -> None:
        if not self._is_showing:
            self._is_showing = True
            self._means.delay.after(timedelta(0), self._show_now)

    def _show_now(self) -> None:
        self._is_showing = False
        self._spare()
        self._show()
        if self._not_covered != self._told:
            self._parts.changed()

    def _show(self) -> None:
        doorway = Doorway(self._curtain.stopped, self._closing.closings, self._return.offered)
        if doorway != self.doorway:
            self.doorway = doorway
            for observer in self.observers.doorway:
                observer(doorway)

    @property
    def _not_covered(self) -> tuple[Text, ...]:
        return (*self._uncovered, *self._closing.said)

    def _open_up(self, plan: Plan) -> None:
        failed = self._return.open_up(plan, self._means.settings().apps.reopen, self._is_closed)
        self._say(Topic.FAILED, tuple(each.name for each in failed))

    def _warn(self, end: datetime) -> None:
        """Say what runs now and closes at ``end``, which is near."""
        coming = tuple(each for each in self._parts.coming().blocked if not self._is_closed(each.id))
        rules = self._parts.inventory.rules(coming)
        self._say(Topic.COMING, tuple(dict.fromkeys(run.rule.name for run in self._running(rules))), end)

    def _running_of(self, apps: Iterable[ClosedApp]) -> frozenset[str]:
        """Return the ids of the rules of ``apps`` that run."""
        apps = tuple(apps)
        ids, concerned = frozenset(each.rule_id for each in apps), frozenset(map(network_of, apps))
        rules = self._parts.inventory.rules(tuple(each for each in self._networks if each.id in concerned))
        return frozenset(run.rule.id for run in self._running(tuple(each for each in rules if each.id in ids)))

    def _running(self, rules: tuple[AppRule, ...]) -> tuple[Run, ...]:
        """Return what runs of ``rules``; nothing is done to any."""
        if not rules:
            return ()
        ids = frozenset(rule.id for rule in rules)
        self._apps.watch((*self._rules, *rules), self._spared | ids, self._heard)
        found = tuple(run for run in self._apps.runs() if run.rule.id in ids)
        self._is_watching = True
        self._watch()
        return found

    def _say(self, topic: Topic, names: tuple[str, ...], at: datetime | None = None) -> None:
        if names:
            for observer in self.observers.said:
                observer(Said(topic, names, at))
