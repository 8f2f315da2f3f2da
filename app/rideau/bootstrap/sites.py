# SPDX-License-Identifier: MIT
"""How is what closes sites put together: the keeper, the browsers' way to its gate, and the words on closed doors?"""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from rideau.adapters.keeper_line import call_keeper
from rideau.adapters.keeper_link import Heard, KeeperLink
from rideau.adapters.linux.autostart import launch_command
from rideau.adapters.linux.sites.gate_check import GateCheck, cut_off, gate_checks
from rideau.adapters.linux.sites.gate_facts import gate_facts
from rideau.adapters.linux.sites.managed_tier import ManagedTier
from rideau.adapters.linux.sites.proxy_now import proxy_files, proxy_now
from rideau.adapters.linux.sites.routing import ROUTING_KINDS, DesktopRouting
from rideau.adapters.routing_state import RoutingState
from rideau.adapters.site_gate import Shown, SiteGate
from rideau.bootstrap.parts import Offline, words_for
from rideau.domain.door import Doors
from rideau.domain.network import Network
from rideau.domain.plan import Plan
from rideau.domain.settings import Settings
from rideau.domain.text import Text
from rideau.keeper.message import Orders
from rideau.ports.desktop import Notice
from rideau.services.attempts import GATE, Attempt, Attempts, is_front_door
from rideau.services.lock import level_in_force
from rideau.wording.signs import Moment, attempt_notice, board, breath_board, sign, signs
from rideau.wording.words import Words

NOBODY_KEEPS_IT = Text(
    "Browsers are led to the gate, and nobody keeps it: work sites do not load. Start Rideau, or run “rideau restore”."
)


class Household(NamedTuple):
    """Hold what closing sites needs of whoever runs it."""

    settings: Callable[[], Settings]
    """The settings in force."""
    zone: Callable[[], ZoneInfo]
    """The zone of the schedule."""
    plan: Callable[[], Plan]
    """What should hold now."""
    changed: Callable[[], None]
    """What is enforced changed by itself: a browser came, the keeper failed."""
    say: Callable[[Notice], None]
    attempted: Callable[[], None]
    """Somebody wanted into a closed site."""
    knocked: Callable[[Network], None]
    """Somebody wants into a site that a breath opens, and no page of ours asks them."""
    post: Callable[[Callable[[], None]], None]
    """Calls on the main thread what is handed to it on another."""


class Sites:
    """Close sites, and say so to whoever wanted in. Main thread."""

    def __init__(self, parts: Offline, household: Household) -> None:
        """Put the parts together; nothing runs yet."""
        self._household = household
        self._clock = parts.clock
        self._attempts = Attempts(parts.journal, parts.clock)
        self._attempts.noted.append(household.attempted)
        self.link = KeeperLink(
            parts.paths, Heard(self._attempted, household.changed), household.post, _base_orders(parts)
        )
        routing = DesktopRouting(
            os.environ, parts.ledger, parts.paths.undo_script, lambda: household.settings().browsers.launchers
        )
        tier = ManagedTier(os.environ, parts.ledger)
        self._proxy = proxy_now(os.environ)
        self.gate = SiteGate(self.link, routing, _checks(os.environ), self._show, tier)

    @property
    def is_kept(self) -> bool:
        """Tell whether a keeper is there, which goes on should this process end without a goodbye."""
        return self.link.keeper_pid > 0

    @property
    def proxy_files(self) -> tuple[Path, ...]:
        """Return the files whose change is to be told by ``look_at_proxy``."""
        return proxy_files(os.environ)

    def look_at_proxy(self) -> None:
        """Have the plan made to hold again where another hand, or this one, changed the desktop's proxy settings."""
        now = proxy_now(os.environ)
        if now != self._proxy:
            self._proxy = now
            self._household.changed()

    def browsers(self, words: Words) -> Mapping[str, object]:
        """Return which browsers go through the gate and whose extension is connected, for ``rideau browsers``."""
        from rideau.wording.browser_listing import GateStand, Known, known_document  # noqa: PLC0415 - when asked for

        gate = {
            each.id: GateStand(each.is_in_path, words.say(each.reason), words.say(each.remedy) if each.remedy else "")
            for each in self.gate.checks()
        }
        there = (Known(each.browser, each.profile.value, each.extension) for each in self.link.browsers)
        return known_document(gate, there)

    def announce_end(self) -> None:
        """Say which browsers go on looking for the gate when Rideau ends."""
        words = words_for(self._household.settings())
        if said := cut_off(gate_facts(os.environ, frozenset())):
            body = "\n".join(words.say(each) for each in said)
            self._household.say(Notice(words.text("Rideau has ended"), body, replaces="gate"))

    def _show(self, plan: Plan, networks: tuple[Network, ...]) -> Shown:
        words, moment = words_for(self._household.settings()), self._moment(plan)
        said = board(words, moment)
        if plan.breath:
            said = {**said, "breath": breath_board(words, self._household.settings().breath, moment)}
        return Shown(signs(words, networks, moment), said)

    def _moment(self, plan: Plan) -> Moment:
        household = self._household
        now = self._clock.now()
        return Moment(plan, now, household.zone(), level_in_force(household.settings().lock_level, plan, now))

    def _knocked(self, attempt: Attempt, network: Network) -> None:
        """Have a card ask whoever wants in, where no page of ours does."""
        is_asked_there = attempt.has_extension or attempt.by != GATE
        if not is_asked_there and is_front_door(attempt.host, self.gate.hosts_of(network.id)):
            self._household.knocked(network)

    def _attempted(self, attempt: Attempt) -> None:
        plan = self._household.plan()
        network = next((each for each in plan.closable if each.id == attempt.network), None)
        if network is None:
            return  # it left the settings a moment ago
        if network.id in plan.breath:
            self._knocked(attempt, network)
            return
        count = self._attempts.note(attempt, network.name, self.gate.hosts_of(network.id))
        if count:
            words = words_for(self._household.settings())
            title, body = attempt_notice(words, sign(words, network, self._moment(plan)), count)
            self._household.say(Notice(title, body, replaces=f"attempt-{network.id}"))


def offline_gate(parts: Offline) -> SiteGate:
    """Return the gate of sites for doctor where no app runs: asked how it stands, never to act."""
    link = KeeperLink(parts.paths, Heard(lambda _: None, _nothing), lambda act: act(), _base_orders(parts))
    routing = DesktopRouting(os.environ, parts.ledger, parts.paths.undo_script, lambda: False)
    gate = SiteGate(link, routing, _checks(os.environ), lambda _plan, _networks: Shown({}, {}))
    gate.state = _state_without_app(parts)
    return gate


def _state_without_app(parts: Offline) -> RoutingState:
    """Return how the gate stands where no app runs; after a crash of everything, browsers may look for it in vain."""
    is_led = any(change.kind in ROUTING_KINDS for _, change in parts.ledger.pending())
    line = call_keeper(parts.paths.keeper_socket) if is_led else None
    if line is not None:
        line.close()
    is_lost = is_led and line is None
    return RoutingState(is_in_place=is_led, problem=NOBODY_KEEPS_IT if is_lost else None)


def _base_orders(parts: Offline) -> Orders:
    command = (*launch_command(), *(("--config", str(parts.config)) if parts.config else ()))
    restore = (*command, "restore", "--keep-installed")
    return Orders(Doors(), restart=command, restore=restore, undo=str(parts.paths.undo_script))


def _checks(environment: Mapping[str, str]) -> Callable[[RoutingState, frozenset[str]], tuple[GateCheck, ...]]:
    return lambda state, seen: gate_checks(environment, state, seen)


def _nothing() -> None:
    """Do nothing."""
