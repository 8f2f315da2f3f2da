# SPDX-License-Identifier: MIT
"""Does the fake enforcer keep to its port?"""

import pytest

from contracts.enforcer import CLOSED, OPEN, EnforcerContract
from fakes.enforcer import FakeEnforcer
from rideau.ports.enforcer import Enforcer


class TestFakeEnforcer(EnforcerContract):
    """Run the contract."""

    @pytest.fixture
    def enforcer(self) -> Enforcer:
        return FakeEnforcer()


def test_it_keeps_the_latest_plan_until_it_lets_go() -> None:
    enforcer = FakeEnforcer()
    enforcer.apply(OPEN)
    enforcer.apply(CLOSED)
    assert enforcer.plan is CLOSED
    enforcer.release()
    assert enforcer.plan is None


def test_a_failure_is_raised_and_leaves_what_held() -> None:
    enforcer = FakeEnforcer()
    enforcer.apply(CLOSED)
    enforcer.failure = ZeroDivisionError("boom")
    with pytest.raises(ZeroDivisionError):
        enforcer.apply(OPEN)
    assert enforcer.plan is CLOSED
