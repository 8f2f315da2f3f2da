# SPDX-License-Identifier: MIT
"""How are sites closed? Their way leads through the gate at any hour; the keeper is told which doors are shut now.

A transition changes nothing in browsers or on the desktop: only the keeper hears of it, and the managed policies where
an administrator agreed to them.
"""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import NamedTuple, Protocol

from rideau.adapters.idna_names import to_ascii
from rideau.adapters.keeper_link import KeeperLink
from rideau.adapters.routing_state import RoutingState
from rideau.adapters.site_doors import doors_of, open_parts, parted_hosts
from rideau.domain.door import Door, Doors, Profile
from rideau.domain.error import RideauError
from rideau.domain.network import Network
from rideau.domain.phase import Interval
from rideau.domain.plan import Plan
from rideau.domain.probe import Fitness, Probe, Report
from rideau.domain.text import Text
from rideau.keeper.message import Sign

log = logging.getLogger(__name__)

TITLE = Text("Sites")
_NOWHERE = RoutingState(is_in_place=False)


class Routing(Protocol):
    """Lead the desktop's browsers through the gate for some hosts, and never for others. Main thread."""

    def hold(self, hosts: tuple[str, ...], port: int) -> RoutingState:
        """Keep ``hosts`` and all below them led to the gate at ``port``; adopts what an earlier run left. Idempotent.

        Raises:
            RideauError: it could not be done.

        """
        ...

    def release(self) -> None:
        """Put back what was changed, by an earlier run too. Idempotent.

        Raises:
            RideauError: something could not be put back now.

        """
        ...

    def probe(self) -> Probe:
        """Say how the browsers of this desktop can be led; never raises, changes nothing."""
        ...


class Policies(Protocol):
    """Close sites by the policies of this machine's browsers, where there are such. Main thread."""

    def hold(self, doors: Doors) -> None:
        """Have closed what ``doors`` close to everybody, and nothing else; returns at once. Idempotent, never fails."""
        ...

    def release(self) -> None:
        """Have everything open again, by the time this returns if it can be. Idempotent, never fails."""
        ...


class BrowserCheck(Protocol):
    """Say whether one installed browser goes through the gate."""

    @property
    def id(self) -> str:
        """Return the browser's id."""
        ...

    @property
    def name(self) -> str:
        """Return what people call it."""
        ...

    @property
    def is_in_path(self) -> bool:
        """Tell whether it goes through the gate."""
        ...

    @property
    def reason(self) -> Text:
        """Return why, or why not."""
        ...

    @property
    def remedy(self) -> Text | None:
        """Return what to do where it does not."""
        ...

    @property
    def not_covered(self) -> Text | None:
        """Return what to say where something passes the gate by."""
        ...

    @property
    def is_cut_off(self) -> bool:
        """Tell whether it still asks a gate that is no more."""
        ...


Checks = Callable[[RoutingState, frozenset[str]], Sequence[BrowserCheck]]
"""Looks at every installed browser, given the routing and the programs that came through the gate."""


class Shown(NamedTuple):
    """Hold what closed doors and the shop front say, in the person's language."""

    signs: Mapping[str, Sign]
    board: Mapping[str, object]


class SiteGate:
    """Close sites by the gate. Implements ``ports.enforcer.Enforcer``; nothing runs where no phase closes any."""

    name = "sites"

    def __init__(
        self,
        link: KeeperLink,
        routing: Routing,
        checks: Checks,
        show: Callable[[Plan, tuple[Network, ...]], Shown],
        policies: Policies | None = None,
    ) -> None:
        """Speak to the keeper over ``link``; ``show`` words what closed doors say under a plan, by network."""
        self._link = link
        self._routing = routing
        self._checks = checks
        self._show = show
        self._policies = policies
        self.ahead: Callable[[], timedelta] = timedelta
        """Tells by how much the device's clock, which the keeper goes by, is ahead of the one that plans go by."""
        self._networks: tuple[Network, ...] = ()
        self._neighbours: tuple[Network, ...] = ()
        self._doors: tuple[Door, ...] = ()
        self._is_released = False
        self._occasion: tuple[Interval, RoutingState, frozenset[str]] | None = None
        self._found: Sequence[BrowserCheck] = ()
        self.state = _NOWHERE

    def hosts_of(self, network: str) -> frozenset[str]:
        """Return the hosts of a network's sites, in normal form."""
        return frozenset(
            site.partition("/")[0] for door in self._doors if door.network == network for site in door.sites
        )

    def probe(self) -> Probe:
        """Say whether sites can be closed here."""
        if problem := self._link.problem:
            return Probe(self.name, TITLE, Fitness.MISSING, problem, Text("Quit Rideau and start it again."))
        routing = self._routing.probe()
        if routing.fitness is not Fitness.WORKS:
            return routing._replace(name=self.name, title=TITLE)
        if problem := self.state.problem:
            return Probe(self.name, TITLE, Fitness.MISSING, problem)
        reason = Text(
            "A gate on this computer closes them: browsers are led through it. An address made of numbers alone goes"
            " past it."
        )
        return Probe(self.name, TITLE, Fitness.WORKS, reason)

    def probes(self) -> tuple[Probe, ...]:
        """Return how browsers are led here, and how it stands with each installed one."""
        return (self._routing.probe(), *(_browser_probe(each) for each in self.checks()))

    def checks(self) -> Sequence[BrowserCheck]:
        """Return how it stands with each installed browser."""
        return self._checks(self.state, self._link.seen)

    def apply(self, plan: Plan) -> Report:
        """Shut the doors that ``plan`` closes, and no others."""
        doors = Doors(self._doors_to(plan.closable, plan.networks), plan.closed_in, plan.breath_in, plan.counted_in)
        if not doors.doors:
            problem = self._open_up()
            return Report(self.name, not_covered=self._cut_off(plan.interval), problem=problem)
        before = self.state
        if before.is_in_place:
            self._order(plan, doors)  # the sooner, the better; the routing is as it was, as a rule
        self.state = self._lead(doors) if self._may_lead(plan) else self._lead_past()
        if not before.is_in_place or (self.state.upstream, self.state.pac) != (before.upstream, before.pac):
            self._order(plan, doors)
        self._hold_policies(doors)
        closed = plan.closed_in.get(Profile.NONE, frozenset())
        held = tuple(door.network for door in doors.doors if door.network in closed)
        problem = self._link.problem or self.state.problem
        return Report(self.name, held if self._holds else (), self._not_covered(plan, doors), problem)

    def release(self) -> None:
        """Open every door, lead browsers as they were led before, and end the keeper."""
        self._open_up()
        self._link.end()
        if self._policies is not None:
            self._policies.release()

    @property
    def _holds(self) -> bool:
        return self.state.is_in_place and self._link.problem is None

    def _doors_to(self, closable: tuple[Network, ...], networks: tuple[Network, ...]) -> tuple[Door, ...]:
        if (closable, networks) != (self._networks, self._neighbours):
            self._networks, self._neighbours = closable, networks
            self._doors = doors_of(closable, networks, to_ascii)
        return self._doors

    def _open_up(self) -> Text | None:
        """Have no gate; return what could not be put back."""
        self._hold_policies(Doors())
        problem = None if self._is_released else self._put_back()
        self.state = _NOWHERE
        self._link.close()
        return problem

    def _hold_policies(self, doors: Doors) -> None:
        if self._policies is not None:
            self._policies.hold(doors)

    def _lead(self, doors: Doors) -> RoutingState:
        port = self._link.open()
        if not port:
            return _NOWHERE  # a moment: the link tells when it is known
        self._is_released = False
        try:
            return self._routing.hold(doors.hosts, port)
        except RideauError as error:
            log.warning("Browsers cannot be led to the gate: %s", error)
            return RoutingState(is_in_place=False, problem=error.message)

    def _may_lead(self, plan: Plan) -> bool:
        """Tell whether browsers reach something at the gate, or are meant to reach nothing."""
        return self._link.problem is None or any(plan.closed_in.values())

    def _lead_past(self) -> RoutingState:
        """Lead browsers as they were led before: no keeper stays up, and open sites would be dead."""
        self._link.open()
        self._put_back()
        return _NOWHERE

    def _put_back(self) -> Text | None:
        """Lead browsers as they were led before; return why that could not be done."""
        try:
            self._routing.release()
        except RideauError as error:
            log.warning("Browsers are still led to the gate: %s", error)
            return error.message
        self._is_released = True
        return None

    def _order(self, plan: Plan, doors: Doors) -> None:
        closed = frozenset[str]().union(*doors.closed.values())
        shown = self._show(plan, tuple(each for each in self._networks if each.id in closed))
        end = plan.interval.end
        orders = self._link.base._replace(
            doors=doors,
            until=(end + self.ahead()).timestamp() if end else None,
            signs=shown.signs,
            board=shown.board,
            upstream=self.state.upstream,
            pac=self.state.pac,
        )
        self._link.hold(orders)

    def _not_covered(self, plan: Plan, doors: Doors) -> tuple[Text, ...]:
        if not any(plan.closed_in.values()):
            return ()
        said = (
            *self.state.not_covered,
            *(self._passed_by(plan.interval) if self._holds else ()),
            *(_without_extension(doors) if self._holds and not self._link.browsers else ()),
        )
        return tuple(dict.fromkeys(said))

    def _passed_by(self, interval: Interval) -> tuple[Text, ...]:
        """Return what passes the gate by."""
        return tuple(each.not_covered for each in self._looked_at(interval) if each.not_covered)

    def _cut_off(self, interval: Interval) -> tuple[Text, ...]:
        """Return which browsers still ask the gate that is no more."""
        return tuple(each.reason for each in self._looked_at(interval) if each.is_cut_off)

    def _looked_at(self, interval: Interval) -> Sequence[BrowserCheck]:
        """Return how it stands with each browser; looking takes its time, so once a phase does, as a rule."""
        occasion = (interval, self.state, self._link.seen)
        if occasion != self._occasion:
            self._occasion, self._found = occasion, self.checks()
        return self._found


def _without_extension(doors: Doors) -> Iterator[Text]:
    """Yield where a whole host is closed, or open, of which only a part should be; many are one sentence."""
    match parted_hosts(doors):
        case ():
            pass
        case (host,):
            yield Text("Without the browser extension, the whole of {host} is closed.", host=host)
        case hosts:
            yield Text("Without the browser extension, these are closed as a whole: {hosts}.", hosts=", ".join(hosts))
    match open_parts(doors):
        case ():
            pass
        case ((part, name),):
            yield Text(
                "Without the browser extension, {part} stays open: the rest is {network}.", part=part, network=name
            )
        case parts:
            listed = ", ".join(f"{part} ({name})" for part, name in parts)
            yield Text("Without the browser extension, these parts stay open: {parts}.", parts=listed)


def _browser_probe(check: BrowserCheck) -> Probe:
    fitness = Fitness.WORKS if check.is_in_path else Fitness.MISSING
    return Probe(
        f"sites-{check.id}", Text("Sites in {browser}", browser=check.name), fitness, check.reason, check.remedy
    )
