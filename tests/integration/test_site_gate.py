# SPDX-License-Identifier: MIT
"""Are sites closed through the gate as the plan says, and nothing but the keeper told of a transition?"""

import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import pytest

from contracts.enforcer import CLOSED, OPEN, SLACK, EnforcerContract
from fakes.policies import FakePolicies
from fakes.routing import FakeRouting
from rideau.adapters.gate_listener import open_listener
from rideau.adapters.keeper_link import FAILS
from rideau.adapters.routing_state import RoutingState
from rideau.adapters.site_gate import Shown, SiteGate
from rideau.domain.door import Door, Doors, Profile
from rideau.domain.error import StorageError
from rideau.domain.network import Action, Network
from rideau.domain.plan import Plan, Treatment
from rideau.domain.probe import Fitness
from rideau.domain.text import Text
from rideau.keeper.message import Fields, Role, Sign, Type
from stage.keeper import Talk, eventually
from stage.linking import House, RecordingLink, answer, lives

LINKEDIN = Network(
    "linkedin", "LinkedIn", sites=("linkedin.com/feed", "lnkd.in"), exceptions=("linkedin.com/company/*/inbox",)
)
UNTIL = datetime(2026, 11, 23, 8, tzinfo=UTC)


class Check(NamedTuple):
    """Say of a browser what the test wants said."""

    id: str = "firefox"
    name: str = "Firefox"
    is_in_path: bool = True
    reason: Text = Text("It is seen at the gate.")
    remedy: Text | None = None
    not_covered: Text | None = None
    is_cut_off: bool = False


def show(_plan: Plan, networks: tuple[Network, ...]) -> Shown:
    return Shown({each.id: Sign(f"{each.name} is closed", "Because.") for each in networks}, {"tip": "Tea."})


def plan_of(*networks: Network, closed: frozenset[str] = frozenset(), action: Action = Action.BLOCK) -> Plan:
    treatments = tuple(Treatment(each, action) for each in networks if each.id in closed or action is not Action.BLOCK)
    closed_in = MappingProxyType(dict.fromkeys(Profile, closed)) if closed else MappingProxyType({})
    interval = CLOSED.interval._replace(end=UNTIL)
    return Plan(interval, UNTIL, treatments, networks, networks, closed_in)


class Gatehouse:
    """Hold an enforcer of sites among real keepers, with routing and checks that are told what to say."""

    def __init__(self, folder: Path) -> None:
        self.house = House(folder)
        open_listener(self.house.paths.gate_port_file).close()  # not the first start: the port is known at once
        self.routing = FakeRouting()
        self.checks: tuple[Check, ...] = ()
        self.link = self.house.link()
        self.gate = SiteGate(self.link, self.routing, lambda _state, _seen: self.checks, show)

    def host(self) -> Talk:
        """Return a browser's host that said hello."""
        eventually(lambda: self.link.port)
        answer(self.link.port)  # the keeper has its orders
        talk = Talk(self.house.paths.keeper_socket)
        talk.hello(Role.BROWSER, browser="chromium", profile="none", extension="0.1.0")
        return talk

    def state(self) -> Fields:
        """Return what a browser's host is told."""
        talk = self.host()
        state = talk.hear(Type.STATE)
        talk.close()
        return state


@pytest.fixture(name="gatehouse")
def fixture_gatehouse() -> Iterator[Gatehouse]:
    folder = Path(tempfile.mkdtemp(prefix="rideau-gate-"))
    gatehouse = Gatehouse(folder)
    yield gatehouse
    gatehouse.gate.release()
    gatehouse.house.clear()
    shutil.rmtree(folder)


class TestContract(EnforcerContract):
    """Run the contract against a real keeper."""

    @pytest.fixture(name="enforcer")
    def fixture_enforcer(self, gatehouse: Gatehouse) -> SiteGate:
        return gatehouse.gate


def test_doors_signs_and_the_board_reach_the_browsers(gatehouse: Gatehouse) -> None:
    gatehouse.gate.apply(plan_of(SLACK, LINKEDIN, closed=frozenset({"slack"})))
    state = gatehouse.state()
    assert state["doors"] == [
        {"network": "slack", "name": "Slack", "sites": ["slack.com", "localhost"], "exceptions": []},
        {
            "network": "linkedin",
            "name": "LinkedIn",
            "sites": ["linkedin.com/feed", "lnkd.in"],
            "exceptions": ["linkedin.com/company/*/inbox"],
        },
    ]
    assert state["closed"] == {profile.value: ["slack"] for profile in Profile}
    assert state["signs"] == {"slack": {"title": "Slack is closed", "why": "Because."}}
    assert (state["board"], state["until"]) == ({"tip": "Tea."}, UNTIL.timestamp())


def test_a_clock_that_was_set_ahead_moves_the_keepers_end_of_the_phase_with_it(gatehouse: Gatehouse) -> None:
    gatehouse.gate.ahead = lambda: timedelta(hours=3)
    gatehouse.gate.apply(plan_of(SLACK, LINKEDIN, closed=frozenset({"slack"})))
    assert gatehouse.state()["until"] == (UNTIL + timedelta(hours=3)).timestamp()


def test_transitions_are_told_to_the_keeper_alone(gatehouse: Gatehouse) -> None:
    """No browser and no desktop setting hears of them: routing holds the same hosts at the same port throughout."""
    for _ in range(3):
        gatehouse.gate.apply(CLOSED)
        eventually(lambda: gatehouse.link.port and answer(gatehouse.link.port) == 503)
        gatehouse.gate.apply(OPEN)
        eventually(lambda: gatehouse.link.port and answer(gatehouse.link.port) != 503)
    assert gatehouse.routing.changes == [(("localhost", "slack.com"), gatehouse.link.port)]


def test_where_no_phase_closes_anything_nothing_runs(gatehouse: Gatehouse) -> None:
    gatehouse.routing.is_held = True  # by an earlier run
    report = gatehouse.gate.apply(plan_of())
    assert (report.networks, report.not_covered, report.problem) == ((), (), None)
    assert not gatehouse.routing.is_held
    assert gatehouse.link.keeper_pid == 0
    gatehouse.gate.apply(CLOSED)
    eventually(lambda: gatehouse.link.keeper_pid)
    pid = gatehouse.link.keeper_pid
    gatehouse.gate.apply(plan_of())
    assert not gatehouse.routing.is_held
    eventually(lambda: not lives(pid))


def test_where_the_gate_ends_the_browsers_that_it_leaves_behind_are_named(gatehouse: Gatehouse) -> None:
    gatehouse.checks = (Check(not_covered=Text("Not led.")), Check(reason=Text("Start it again."), is_cut_off=True))
    assert [str(each) for each in gatehouse.gate.apply(plan_of()).not_covered] == ["Start it again."]


def test_after_release_browsers_are_led_as_before_and_no_keeper_is_left(gatehouse: Gatehouse) -> None:
    gatehouse.gate.apply(CLOSED)
    eventually(lambda: gatehouse.link.keeper_pid)
    pid = gatehouse.link.keeper_pid
    gatehouse.gate.release()
    assert not gatehouse.routing.is_held
    assert not lives(pid)


def test_what_is_not_covered_is_said_once_and_only_while_something_is_closed(gatehouse: Gatehouse) -> None:
    no_proxy = Text("Firefox is set to “No proxy”: Rideau can't close sites there.")
    gatehouse.routing.state = RoutingState(is_in_place=True, not_covered=(no_proxy,))
    gatehouse.checks = (Check(), Check(not_covered=no_proxy), Check(not_covered=Text("Chromium passes by.")))
    said = [str(each) for each in gatehouse.gate.apply(CLOSED).not_covered]
    assert said == [str(no_proxy), "Chromium passes by."]
    assert gatehouse.gate.apply(OPEN).not_covered == ()


def test_parts_of_a_host_need_the_extension_and_that_is_said(gatehouse: Gatehouse) -> None:
    plan = plan_of(LINKEDIN, closed=frozenset({"linkedin"}))
    said = Text("Without the browser extension, the whole of {host} is closed.", host="linkedin.com")
    assert gatehouse.gate.apply(plan).not_covered == (said,)
    talk = gatehouse.host()
    eventually(lambda: gatehouse.link.browsers)
    assert gatehouse.gate.apply(plan).not_covered == ()
    talk.close()


def test_many_parts_are_said_in_one_breath(gatehouse: Gatehouse) -> None:
    mail = Network("mail", "Mail", sites=("mail.example",))
    chat = Network("chat", "Chat", sites=("mail.example/chat", "desk.example/a"))
    board = Network("board", "Board", sites=("board.example/b", "video.example/studio"))
    video = Network("video", "Video", sites=("video.example",))
    networks = (mail, chat, board, video)
    plan = plan_of(*networks, closed=frozenset({"chat", "board"}))._replace(closable=(chat, board))
    assert [str(each) for each in gatehouse.gate.apply(plan).not_covered] == [
        "Without the browser extension, these are closed as a whole: board.example, desk.example.",
        "Without the browser extension, these parts stay open: mail.example/chat (Mail), video.example/studio (Video).",
    ]


def test_where_browsers_cannot_be_led_nothing_is_said_to_be_held(gatehouse: Gatehouse) -> None:
    gatehouse.routing.failure = StorageError(Text("The disk is full."))
    report = gatehouse.gate.apply(CLOSED)
    assert (report.networks, str(report.problem)) == ((), "The disk is full.")
    parted = plan_of(LINKEDIN, closed=frozenset({"linkedin"}))
    assert gatehouse.gate.apply(parted).not_covered == (), "nothing is closed, so nothing is closed as a whole"
    assert gatehouse.gate.probe().fitness is Fitness.MISSING
    assert str(gatehouse.gate.apply(plan_of()).problem) == "The disk is full.", "what was changed is not back either"
    gatehouse.routing.failure = None
    report = gatehouse.gate.apply(CLOSED)
    assert (report.networks, report.problem) == (("slack",), None)


def test_policies_are_told_of_every_transition_and_opened_with_the_last_door(gatehouse: Gatehouse) -> None:
    """Also where browsers cannot be led to the gate: a policy needs no gate."""
    policies = FakePolicies()
    link = RecordingLink(gatehouse.house)
    gate = SiteGate(link, gatehouse.routing, lambda _state, _seen: (), show, policies)
    gatehouse.routing.failure = StorageError(Text("The disk is full."))
    for plan in (CLOSED, OPEN, plan_of()):
        gate.apply(plan)
    gatehouse.routing.failure = None
    gate.apply(CLOSED)
    closed = [sorted(set().union(*each.closed.values())) for each in policies.held]
    assert closed == [["slack"], [], [], ["slack"]]
    assert [len(each.doors) for each in policies.held] == [1, 1, 0, 1]
    assert not policies.is_released
    gate.release()
    assert policies.held[-1] == Doors()
    assert policies.is_released


def test_the_proxy_the_person_had_is_told_to_the_keeper(gatehouse: Gatehouse) -> None:
    link = RecordingLink(gatehouse.house)
    gate = SiteGate(link, gatehouse.routing, lambda _state, _seen: (), show)
    gatehouse.routing.state = RoutingState(is_in_place=True, upstream="proxy.example:3128")
    gate.apply(CLOSED)
    assert [each.upstream for each in link.held] == ["proxy.example:3128"]
    gate.apply(OPEN)
    assert [bool(each.doors.closed) for each in link.held] == [True, False], "each transition is told once"
    gatehouse.routing.state = RoutingState(is_in_place=True)
    gate.apply(OPEN)
    assert link.held[-1].upstream == ""


def test_a_port_that_is_not_known_yet_is_waited_for_elsewhere(gatehouse: Gatehouse) -> None:
    link = RecordingLink(gatehouse.house)
    link.port_to_be = 0
    gate = SiteGate(link, gatehouse.routing, lambda _state, _seen: (), show)
    report = gate.apply(CLOSED)
    assert (report.networks, report.problem, gatehouse.routing.changes) == ((), None, [])
    link.port_to_be = 23456
    assert gate.apply(CLOSED).networks == ("slack",)


def test_while_no_keeper_stays_up_open_sites_are_not_led_to_it_and_closed_ones_stay_closed(
    gatehouse: Gatehouse,
) -> None:
    """An update may have left a tray and a keeper that do not go together; work goes on all the same."""
    link, routing = RecordingLink(gatehouse.house), gatehouse.routing
    gate = SiteGate(link, routing, lambda _state, _seen: (), show)
    gate.apply(OPEN)
    for problem, plan, is_held in (
        (FAILS, CLOSED, True),
        (FAILS, OPEN, False),
        (FAILS, CLOSED, True),
        (None, OPEN, True),
    ):
        link.problem = problem
        assert gate.apply(plan).problem == problem
        assert routing.is_held == is_held
    link.problem, routing.failure = FAILS, StorageError(Text("no"))
    assert gate.apply(OPEN).problem == FAILS


def test_sites_are_known_by_their_hosts_however_they_are_written(gatehouse: Gatehouse) -> None:
    link = RecordingLink(gatehouse.house)
    gate = SiteGate(link, gatehouse.routing, lambda _state, _seen: (), show)
    forum = Network("forum", "Forum", sites=("Fórum.Example/Team/*", "two..dots", "WWW.example."))
    gate.apply(plan_of(forum, closed=frozenset({"forum"})))
    assert link.held[-1].doors.doors == (Door("forum", "Forum", ("xn--frum-qqa.example/Team/*", "www.example")),)
    assert gate.hosts_of("forum") == {"xn--frum-qqa.example", "www.example"}
    assert gate.hosts_of("another") == frozenset()


def test_doctor_is_told_of_the_gate_the_way_to_it_and_every_browser(gatehouse: Gatehouse) -> None:
    gatehouse.checks = (Check(), Check("chromium", "Chromium", is_in_path=False, reason=Text("It has its own proxy.")))
    said = [(each.name, str(each.title), each.fitness) for each in gatehouse.gate.probes()]
    assert said == [
        ("routing", "Routing", Fitness.WORKS),
        ("sites-firefox", "Sites in Firefox", Fitness.WORKS),
        ("sites-chromium", "Sites in Chromium", Fitness.MISSING),
    ]
    gatehouse.routing.fitness = Fitness.NOT_HERE
    probe = gatehouse.gate.probe()
    assert (probe.name, str(probe.title), probe.fitness) == ("sites", "Sites", Fitness.NOT_HERE)
    gatehouse.link.problem = FAILS
    assert (gatehouse.gate.probe().fitness, gatehouse.gate.probe().reason) == (Fitness.MISSING, FAILS)
