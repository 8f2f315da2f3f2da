# SPDX-License-Identifier: MIT
"""Does the fake of a machine hold to the contract, with its wait and its refusal?"""

from datetime import timedelta

import pytest

from contracts.machine import MachineContract
from fakes.machine import FakeMachine
from rideau.domain.error import RefusedError
from rideau.domain.text import Text
from rideau.ports.machine import Machine


class TestFakeMachine(MachineContract):
    """Hold the contract."""

    @pytest.fixture
    def machine(self) -> Machine:
        return FakeMachine()


def test_a_wait_that_is_asked_for_comes_first() -> None:
    machine = FakeMachine()
    machine.wait = timedelta(seconds=10)
    came = machine.restore()
    assert (came.wait, machine.restores) == (machine.wait, 0)
    assert machine.restore(came.key).key == ""
    assert machine.restores == 1


def test_a_refusal_changes_nothing() -> None:
    machine = FakeMachine()
    machine.refusal = RefusedError(Text("No."))
    with pytest.raises(RefusedError):
        machine.restore()
    assert machine.changes()
