# SPDX-License-Identifier: MIT
"""What does every enforcer keep to, whatever it enforces?"""

import time
from types import MappingProxyType

from rideau.domain.door import Profile
from rideau.domain.network import Action, AppIds, Network
from rideau.domain.phase import Interval, Phase, Reason, Rule
from rideau.domain.plan import Plan, Treatment
from rideau.domain.probe import Fitness
from rideau.ports.enforcer import Enforcer

SLACK = Network(
    "slack", "Slack", sites=("slack.com", "localhost"), apps=AppIds(linux=("slack.desktop",)), notifications=("Slack",)
)
_INTERVAL = Interval(None, None, Phase.QUIET, Reason(Rule.OUTSIDE_HOURS))
CLOSED = Plan(
    _INTERVAL,
    None,
    (Treatment(SLACK, Action.BLOCK),),
    (SLACK,),
    (SLACK,),
    MappingProxyType({profile: frozenset({SLACK.id}) for profile in Profile}),
)
OPEN = Plan(_INTERVAL, None, (), (SLACK,), (SLACK,))

MUST_RETURN_WITHIN_S = 0.1
ROOM = 5
"""A machine shared with other jobs may be this many times slower."""


class EnforcerContract:
    """Hold an enforcer to its port; a subclass gives ``enforcer``, ready to work."""

    def test_it_has_a_name_and_a_fitness(self, enforcer: Enforcer) -> None:
        probe = enforcer.probe()
        assert probe.name == enforcer.name
        assert probe.fitness is Fitness.WORKS

    def test_applying_twice_equals_once(self, enforcer: Enforcer) -> None:
        assert enforcer.apply(CLOSED) == enforcer.apply(CLOSED)

    def test_the_report_names_what_is_held(self, enforcer: Enforcer) -> None:
        assert enforcer.apply(CLOSED).networks == ("slack",)
        assert enforcer.apply(OPEN).networks == ()

    def test_letting_go_is_safe_at_any_time(self, enforcer: Enforcer) -> None:
        enforcer.release()
        enforcer.apply(CLOSED)
        enforcer.release()
        enforcer.release()
        assert enforcer.apply(CLOSED).networks == ("slack",)

    def test_it_never_keeps_the_main_thread(self, enforcer: Enforcer) -> None:
        began = time.perf_counter()
        enforcer.apply(CLOSED)
        enforcer.apply(OPEN)
        enforcer.release()
        assert time.perf_counter() - began < 3 * MUST_RETURN_WITHIN_S * ROOM
