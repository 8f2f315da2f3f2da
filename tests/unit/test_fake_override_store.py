# SPDX-License-Identifier: MIT
"""Does the fake hold to the contract of its port?"""

import pytest

from contracts.override_store import OverrideStoreContract
from fakes.override_store import FakeOverrideStore


class TestFakeOverrideStore(OverrideStoreContract):
    @pytest.fixture
    def store(self) -> FakeOverrideStore:
        return FakeOverrideStore()
