# SPDX-License-Identifier: MIT
"""Does the settings in force in memory hold to the port?"""

import pytest

from contracts.in_force import BARE, InForceStoreContract
from fakes.in_force import FakeInForceStore
from rideau.domain.error import StorageError


class TestFakeInForceStore(InForceStoreContract):
    @pytest.fixture
    def store(self) -> FakeInForceStore:
        return FakeInForceStore()


def test_a_full_one_refuses() -> None:
    store = FakeInForceStore()
    store.is_full = True
    with pytest.raises(StorageError):
        store.save(BARE)
