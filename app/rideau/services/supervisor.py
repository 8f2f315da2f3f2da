# SPDX-License-Identifier: MIT
"""What happens at a wake? Read the clock, decide the plan, make it hold, tell who watches, sleep until it ends."""

import logging
from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from functools import partial
from typing import NamedTuple

from rideau.domain.batches import REACH, batch_at, stretches_of, with_batches
from rideau.domain.error import StorageError
from rideau.domain.key import closed_since
from rideau.domain.network import Network
from rideau.domain.override import Override
from rideau.domain.phase import Interval
from rideau.domain.plan import Batch, Plan
from rideau.domain.policy import closable_networks, plan_for
from rideau.domain.probe import Probe, Report
from rideau.domain.settings import Settings
from rideau.domain.standing import Standing, as_it_stands
from rideau.domain.text import Text
from rideau.ports.clock import WakeUp
from rideau.ports.enforcer import Enforcer
from rideau.ports.settings_store import SettingsError, SettingsProblem, SettingsStore
from rideau.ports.state import Event, EventKind, Journal, OverrideStore
from rideau.services.held import Held
from rideau.services.in_force import InForce
from rideau.services.rules import Rules, Sources, build_rules, networks_of
from rideau.services.status import Status
from rideau.services.waiting_room import Digest, WaitingRoom

log = logging.getLogger(__name__)

UPCOMING = 3


class Ports(NamedTuple):
    """Hold what the supervisor acts through."""

    sources: Sources
    settings: SettingsStore
    overrides: OverrideStore
    journal: Journal
    wake_up: WakeUp
    enforcers: Callable[[], tuple[Enforcer, ...]]
    """Makes the enforcers, at the first wake; what only asks for the status needs none."""
    in_force: InForce
    """Keeps what would open early from doing so."""


class Observers:
    """Hold who is told, on the main thread: of every status, of a digest, of settings that stop or start to hold."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self.status: list[Callable[[Status], None]] = []
        self.digest: list[Callable[[Digest], None]] = []
        self.settings_problems: list[Callable[[tuple[SettingsProblem, ...]], None]] = []
        self.standing: Callable[[datetime], Standing] = lambda _now: Standing()
        """Says who went in after a breath, and whether the day's allowance is used up."""
        self.turns: list[Callable[[datetime], datetime | None]] = []
        """Say when what ``standing`` says is another one; None for not by itself."""
        self.completes: list[Callable[[Status], Status]] = []
        """Who knows more of a status than is known here, and adds it before anybody sees it."""


class Supervisor:
    """Keep the world as the plan for now says. Main thread only; every public method may be called at any moment."""

    def __init__(self, ports: Ports, waiting_room: WaitingRoom) -> None:
        """Read settings and switches by hand; nothing is enforced before the first ``wake``."""
        self._ports = ports
        self._waiting_room = waiting_room
        self._problems: tuple[SettingsProblem, ...] = ()
        self._reports: tuple[Report, ...] = ()
        self._last: Interval | None = None
        self._enforcers: tuple[Enforcer, ...] | None = None
        self._networks: tuple[Network, ...] | None = None
        self._closable: tuple[Network, ...] | None = None
        self.observers = Observers()
        self._rules = self._first_rules()

    @property
    def rules(self) -> Rules:
        """Return the settings in force and what follows from them."""
        held = self._held_at(self._now())
        return held.beside(self._rules) if held else self._rules

    @property
    def networks(self) -> tuple[Network, ...]:
        """Return the networks in force: the catalogue as merged with the person's own."""
        if self._networks is None:
            self._networks = networks_of(self._rules.settings, self._ports.sources)
        return self._networks

    def wake(self) -> Status:
        """Make the plan for now hold, and be woken again when it ends. Idempotent."""
        self._ports.in_force.look_at_clock(self._rules)
        now = self._now()
        self._refresh_rules(now)
        enforcers = self._enforcers = self._enforcers or self._first_enforcers(now)
        self._ports.in_force.notice(self._rules, now)
        plan = self._plan_at(now)
        self._reports = tuple(self._apply(enforcer, plan) for enforcer in enforcers)
        self._ports.in_force.settle(self._rules, self.networks, now)
        self._note_phase(plan, now)
        self._waiting_room.hand_back(plan, now, self._announce)
        self._ports.wake_up.arm(self._next_look(plan, now))
        status = self._status(plan, now)
        for observer in self.observers.status:
            observer(status)
        return status

    def rearm(self) -> None:
        """Be woken when the plan may be another one by now: what ``observers.turns`` say has changed."""
        now = self._now()
        self._ports.wake_up.arm(self._next_look(self._plan_at(now), now))

    def status(self) -> Status:
        """Return what is so right now, without changing anything."""
        now = self._now()
        return self._status(self._plan_at(now), now)

    def settings_changed(self) -> None:
        """Take up the settings files as they are now; where they do not hold, the last good ones stay in force."""
        try:
            settings = self._ports.settings.load()
            self._rules = self._build(settings)
            self._networks = self._closable = None
        except SettingsError as error:
            self._found(error.problems)
        else:
            self._ports.settings.remember()
            self._found(())
        self.wake()

    def switch(self, overrides: tuple[Override, ...]) -> Status:
        """Put ``overrides`` in place of the switches by hand, on disk first, and make what follows hold.

        Raises:
            StorageError: they could not be kept; nothing changed.

        """
        self._ports.in_force.switching(overrides)
        try:
            self._ports.overrides.save(overrides)
        except StorageError:
            self._ports.in_force.switching(self._rules.schedule.overrides)
            raise
        self._rules = self._rules.with_overrides(overrides)
        return self.wake()

    def next_start_of_work(self) -> datetime | None:
        """Return when the schedule alone opens next."""
        now = self._now()
        held = self._held_at(now)
        return held.start_of_work(self._rules, now) if held else self._rules.schedule.next_start_of_work(now)

    def closed_since(self) -> datetime | None:
        """Return when the present closed stretch began, keys notwithstanding; None where it is open."""
        return closed_since(self.rules.schedule, self._now())

    def is_open_by_hours(self) -> bool:
        """Tell whether the schedule alone is open now."""
        return self.rules.schedule.with_overrides(()).phase_at(self._now()).is_open

    def focus_pause(self) -> timedelta:
        """Return how long a pause within a focus session lasts."""
        return timedelta(minutes=self.rules.settings.focus_pause_minutes)

    def next_closing(self, overrides: tuple[Override, ...]) -> datetime | None:
        """Return when the shop would close next under ``overrides`` instead of those in force."""
        return self.rules.schedule.with_overrides(overrides).next_closing(self._now())

    def probes(self) -> tuple[Probe, ...]:
        """Return how each mechanism stands on this machine."""
        return tuple(enforcer.probe() for enforcer in self._enforcers or ())

    def release(self, spared: Collection[str] = ()) -> None:
        """Let go of everything that is enforced, for quitting; of ``spared`` enforcers another process takes care."""
        for enforcer in reversed(self._enforcers or ()):  # apps are thawed while the keeper still holds their leases
            if enforcer.name not in spared:
                self._isolated(enforcer, enforcer.release)
        self._ports.in_force.end()
        self._ports.journal.record(Event(self._ports.sources.clock.now(), EventKind.STOPPED, {}))

    def _first_enforcers(self, now: datetime) -> tuple[Enforcer, ...]:
        self._ports.journal.record(Event(now, EventKind.STARTED, {}))
        if not self._problems:
            self._ports.settings.remember()
        return self._ports.enforcers()

    def _first_rules(self) -> Rules:
        try:
            return self._build(self._ports.settings.load())
        except SettingsError as error:
            self._problems = error.problems
            return self._build(self._ports.settings.last_good())

    def _build(self, settings: Settings) -> Rules:
        overrides = self._ports.in_force.own(self._ports.overrides.load(), self._now())
        return build_rules(settings, self._ports.sources, overrides, self._now())

    def _refresh_rules(self, now: datetime) -> None:
        if not self._rules.are_current(self._ports.sources.clock):
            self._rules = self._build(self._rules.settings)
        overrides = self._rules.schedule.overrides
        lasting = tuple(each.begun_at(now) for each in overrides if each.end is None or now < each.end)
        if lasting != overrides:
            self._rules = self._rules.with_overrides(lasting)

    def _plan_at(self, now: datetime) -> Plan:
        """Return the plan for ``now``: of the settings in force and the new ones the stricter, as the day stands."""
        plan, held = self._new_plan_at(now), self._held_at(now)
        settings = (held.beside(self._rules) if held else self._rules).settings
        plan = held.plan(plan, self._rules, now) if held else plan
        plan = as_it_stands(plan, self.observers.standing(now), settings.lock_level)
        return with_batches(plan, self._batch_at(now), settings.batches) if settings.batches.is_on else plan

    def _batch_at(self, now: datetime) -> Batch | None:
        rules = self._rules
        around = rules.schedule.with_overrides(()).intervals(now - REACH, now + REACH)
        return batch_at(now, stretches_of(around), rules.settings.batches, rules.zone)

    def _new_plan_at(self, now: datetime) -> Plan:
        """Return it by the new settings; before the first wake nothing is done to any network, so none is looked up."""
        schedule = self._rules.schedule
        interval, opening = schedule.interval_at(now), schedule.next_opening(now)
        if self._enforcers is None:
            return plan_for((), self._rules.settings, interval, opening)
        if self._closable is None:
            self._closable = closable_networks(self.networks, self._rules.settings)
        return plan_for(self.networks, self._rules.settings, interval, opening)._replace(closable=self._closable)

    def _held_at(self, now: datetime) -> Held | None:
        return self._ports.in_force.held(self._rules, now)

    def _next_look(self, plan: Plan, now: datetime) -> datetime | None:
        """Return when the plan may be another one, by the device's clock."""
        turns = (*(turn(now) for turn in self.observers.turns), plan.batch.next if plan.batch else None)
        ends = (plan.interval.end, self._rules.schedule.interval_at(now).end, *turns)
        return min((end + self._ports.in_force.moved for end in ends if end is not None), default=None)

    def _now(self) -> datetime:
        return self._ports.sources.clock.now()

    def _status(self, plan: Plan, now: datetime) -> Status:
        rules, held = self._rules, self._held_at(now)
        shown = held.beside(rules) if held else rules
        interval_at = partial(held.interval_at, new=rules) if held else rules.schedule.interval_at
        status = Status(
            at=now,
            zone=shown.zone,
            plan=plan,
            upcoming=_upcoming(interval_at, plan.interval.end),
            lock_level=shown.settings.lock_level,
            overrides=tuple(each for each in rules.schedule.overrides if each.end is None or now < each.end),
            reports=self._reports,
            waiting=len(self._waiting_room.items()),
            settings_problems=self._problems,
            held=self._ports.in_force.sentences,
            breath=shown.settings.breath,
        )
        for complete in self.observers.completes:
            status = complete(status)
        return status

    def _note_phase(self, plan: Plan, now: datetime) -> None:
        interval, last = plan.interval, self._last
        self._last = interval
        if last is not None and (last.phase, last.reason) == (interval.phase, interval.reason):
            return
        details = {"phase": interval.phase.value, "why": interval.reason.rule.value, "label": interval.reason.label}
        self._ports.journal.record(Event(now, EventKind.PHASE, details))
        if last is None and interval.phase.is_open:
            self._waiting_room.show_since(interval.start or now)
        elif last is not None and last.phase.is_open != interval.phase.is_open:
            self._waiting_room.show_since(now)

    def _announce(self, digest: Digest) -> None:
        now = self._ports.sources.clock.now()
        self._ports.journal.record(Event(now, EventKind.DIGEST, dict(digest.counts)))
        for observer in self.observers.digest:
            observer(digest)

    def _found(self, problems: tuple[SettingsProblem, ...]) -> None:
        if problems == self._problems:
            return
        self._problems = problems
        for observer in self.observers.settings_problems:
            observer(problems)

    def _apply(self, enforcer: Enforcer, plan: Plan) -> Report:
        report = self._isolated(enforcer, lambda: enforcer.apply(plan))
        return report or Report(
            enforcer.name, problem=Text("It failed just now; it is tried again at the next change.")
        )

    def _isolated(self, enforcer: Enforcer, act: Callable[[], Report | None]) -> Report | None:
        try:
            return act()
        except Exception:  # the supervisor isolates each enforcer: one that fails must not stop the others
            log.exception("The enforcer %s failed", enforcer.name)
            now = self._ports.sources.clock.now()
            self._ports.journal.record(Event(now, EventKind.PROBLEM, {"enforcer": enforcer.name}))
            return None


def _upcoming(interval_at: Callable[[datetime], Interval], start: datetime | None) -> tuple[Interval, ...]:
    found: list[Interval] = []
    while start is not None and len(found) < UPCOMING:
        found.append(interval_at(start))
        start = found[-1].end
    return tuple(found)
