# SPDX-License-Identifier: MIT
"""Does the inventory that tests use behave as the real one?"""

import pytest

from contracts.inventory import InventoryContract
from fakes.inventory import FakeInventory
from rideau.domain.app import AppRule
from rideau.domain.network import Network


class TestFakeInventory(InventoryContract):
    """The fake holds to the contract."""

    @pytest.fixture
    def inventory(self) -> FakeInventory:
        """Return the inventory to hold to it."""
        return FakeInventory(AppRule("one/b", "one", "B"), AppRule("two/a", "two", "A"))

    @pytest.fixture
    def networks(self) -> tuple[Network, Network, Network]:
        """Return the networks to ask for."""
        return Network("one", "One"), Network("two", "Two"), Network("three", "Three")
