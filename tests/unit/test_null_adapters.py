# SPDX-License-Identifier: MIT
"""Does what stands in for a missing mechanism say so, and pretend nothing?"""

from datetime import UTC, datetime

import pytest

from rideau.adapters.null_autostart import NullAutostart
from rideau.adapters.null_enforcer import NullEnforcer
from rideau.domain.error import StorageError
from rideau.domain.network import Action, Network
from rideau.domain.phase import Interval, Phase, Reason, Rule
from rideau.domain.plan import Plan, Treatment
from rideau.domain.probe import Fitness
from rideau.domain.text import Text

NOW = datetime(2026, 11, 23, 20, tzinfo=UTC)
QUIET = Interval(NOW, None, Phase.QUIET, Reason(Rule.OUTSIDE_HOURS))
WHY = Text("Sites are not closed yet.")


def test_switching_on_what_cannot_be_is_refused_in_words_and_stays_off() -> None:
    autostart = NullAutostart()
    autostart.switch(on=False)
    with pytest.raises(StorageError, match="does not start itself"):
        autostart.switch(on=True)
    assert not autostart.is_on()
    assert autostart.probe().fitness is Fitness.NOT_HERE


def test_what_is_not_covered_is_said_only_when_a_plan_would_need_it() -> None:
    enforcer = NullEnforcer("sites", Text("Sites"), WHY, frozenset({Action.BLOCK, Action.LIMIT}))
    slack = Network("slack", "Slack")
    assert enforcer.apply(Plan(QUIET, None, (Treatment(slack, Action.MUTE),))).not_covered == ()
    for action in (Action.BLOCK, Action.LIMIT):
        report = enforcer.apply(Plan(QUIET, None, (Treatment(slack, action),)))
        assert (report.networks, report.not_covered) == ((), (WHY,))
    assert enforcer.probe().fitness is Fitness.NOT_HERE
    enforcer.release()
