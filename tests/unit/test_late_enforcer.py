# SPDX-License-Identifier: MIT
"""Is a mechanism made when a plan needs it, and not before?"""

import pytest

from contracts.enforcer import CLOSED, OPEN, EnforcerContract
from fakes.enforcer import FakeEnforcer
from rideau.adapters.late_enforcer import LateEnforcer
from rideau.domain.probe import Report


class Workshop:
    def __init__(self) -> None:
        self.made: list[FakeEnforcer] = []

    def make(self) -> FakeEnforcer:
        self.made.append(FakeEnforcer("sound"))
        return self.made[-1]


@pytest.fixture
def workshop() -> Workshop:
    return Workshop()


@pytest.fixture(name="enforcer")
def fixture_enforcer(workshop: Workshop) -> LateEnforcer:
    return LateEnforcer("sound", lambda plan: bool(plan.muted), workshop.make)


class TestLateEnforcer(EnforcerContract):
    @pytest.fixture
    def enforcer(self) -> LateEnforcer:
        return LateEnforcer("fake", lambda plan: bool(plan.muted), lambda: FakeEnforcer("fake"))


def test_nothing_is_made_while_nothing_is_needed(enforcer: LateEnforcer, workshop: Workshop) -> None:
    assert enforcer.apply(OPEN) == Report("sound")
    enforcer.release()
    assert workshop.made == []


def test_it_is_made_once_and_told_of_every_plan_from_then_on(enforcer: LateEnforcer, workshop: Workshop) -> None:
    enforcer.apply(CLOSED)
    enforcer.apply(OPEN)
    enforcer.probe()
    (made,) = workshop.made
    assert made.plan is OPEN
    enforcer.release()
    assert made.plan is None


def test_to_say_how_it_stands_it_is_made(enforcer: LateEnforcer, workshop: Workshop) -> None:
    assert enforcer.probe().name == "sound"
    assert len(workshop.made) == 1
