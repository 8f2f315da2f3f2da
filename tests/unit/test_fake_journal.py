# SPDX-License-Identifier: MIT
"""Does the fake hold to the contract of its port?"""

import pytest

from contracts.journal import JournalContract
from fakes.journal import FakeJournal


class TestFakeJournal(JournalContract):
    @pytest.fixture
    def journal(self) -> FakeJournal:
        return FakeJournal()
