# SPDX-License-Identifier: MIT
"""What does every ledger hold to?"""

import pytest

from rideau.domain.change import Change
from rideau.ports.state import Ledger

MUTE = Change("plasma-notifications", "plasmanotifyrc [Applications][slack] ShowPopups", None, "false")
HIDE = Change("gnome-notifications", "/org/gnome/é\n\x07/enable", "true", "false")


class LedgerContract:
    """Inherit this and give a ``ledger`` fixture: a fresh, empty one."""

    @pytest.fixture
    def ledger(self) -> Ledger:
        raise NotImplementedError

    def test_nothing_is_pending_at_first(self, ledger: Ledger) -> None:
        assert ledger.pending() == ()

    def test_what_is_recorded_is_pending_oldest_first(self, ledger: Ledger) -> None:
        first, second = ledger.record(MUTE), ledger.record(HIDE)
        assert ledger.pending() == ((first, MUTE), (second, HIDE))

    def test_what_is_settled_is_pending_no_more(self, ledger: Ledger) -> None:
        first, second = ledger.record(MUTE), ledger.record(HIDE)
        ledger.settle(first)
        assert ledger.pending() == ((second, HIDE),)

    def test_settling_twice_or_what_never_was_changes_nothing(self, ledger: Ledger) -> None:
        ledger.settle(17)
        number = ledger.record(MUTE)
        ledger.settle(number)
        ledger.settle(number)
        assert ledger.pending() == ()

    def test_a_number_is_never_given_twice(self, ledger: Ledger) -> None:
        """Settling late what was settled long ago does not strike out something else."""
        old = ledger.record(MUTE)
        ledger.settle(old)
        new = ledger.record(HIDE)
        ledger.settle(old)
        assert ledger.pending() == ((new, HIDE),)
