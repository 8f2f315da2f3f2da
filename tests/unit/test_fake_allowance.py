# SPDX-License-Identifier: MIT
"""Does the fake store of the day's allowance hold to what the real one does?"""

import pytest

from contracts.allowance_store import AllowanceStoreContract
from fakes.allowance import FakeAllowanceStore


class TestFakeAllowanceStore(AllowanceStoreContract):
    """Hold the fake to it."""

    @pytest.fixture
    def store(self) -> FakeAllowanceStore:
        return FakeAllowanceStore()
