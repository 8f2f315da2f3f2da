# SPDX-License-Identifier: MIT
"""Does the fake hold to the contract of its port?"""

import pytest

from contracts.settings_store import SettingsStoreContract
from fakes.settings_store import FakeSettingsStore


class TestFakeSettingsStore(SettingsStoreContract):
    @pytest.fixture
    def store(self) -> FakeSettingsStore:
        return FakeSettingsStore()
