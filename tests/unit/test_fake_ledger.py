# SPDX-License-Identifier: MIT
"""Does the fake hold to the contract of its port?"""

import pytest

from contracts.ledger import LedgerContract
from fakes.ledger import FakeLedger


class TestFakeLedger(LedgerContract):
    @pytest.fixture
    def ledger(self) -> FakeLedger:
        return FakeLedger()
