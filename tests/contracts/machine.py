# SPDX-License-Identifier: MIT
"""What does everything that tells how Rideau stands on a machine hold to?"""

import pytest

from rideau.domain.probe import Fitness
from rideau.ports.machine import Machine


class MachineContract:
    """Inherit this and give a ``machine`` fixture: an app runs, nothing is kept closed, and something is changed."""

    @pytest.fixture
    def machine(self) -> Machine:
        raise NotImplementedError

    def test_an_app_runs(self, machine: Machine) -> None:
        assert machine.is_running()

    def test_each_mechanism_has_a_title_and_a_reason(self, machine: Machine) -> None:
        found = machine.mechanisms()
        assert found
        assert all(each.name and each.title and each.reason for each in found)
        assert {each.fitness for each in found} <= set(Fitness)

    def test_each_change_is_a_sentence(self, machine: Machine) -> None:
        assert machine.changes()
        assert all(each.kind and each.what.endswith(".") for each in machine.changes())

    def test_what_is_put_back_is_changed_no_more(self, machine: Machine) -> None:
        came = machine.restore()
        assert (came.key, bool(came.lines), came.failed) == ("", True, ())
        assert machine.changes() == ()

    def test_a_wait_that_nobody_knows_is_called_off_in_silence(self, machine: Machine) -> None:
        machine.call_off("nobody's")
        assert machine.changes()
