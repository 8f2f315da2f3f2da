# SPDX-License-Identifier: MIT
"""What does every inventory of installed apps hold to?"""

import pytest

from rideau.domain.network import Network
from rideau.ports.apps import Inventory


class InventoryContract:
    """Run against every inventory: a subclass gives ``inventory`` and ``networks``.

    The networks are two of which an app is installed each, and a third of which none is.
    """

    @pytest.fixture
    def inventory(self) -> Inventory:
        """Return the inventory to hold to this."""
        raise NotImplementedError

    @pytest.fixture
    def networks(self) -> tuple[Network, Network, Network]:
        """Return the networks to ask for."""
        raise NotImplementedError

    def test_apps_come_sorted_by_name(self, inventory: Inventory) -> None:
        """Apps come sorted by name, each once."""
        apps = inventory.apps()
        assert len(apps) >= 2
        assert [each.name.casefold() for each in apps] == sorted(each.name.casefold() for each in apps)
        assert len({each.id for each in apps}) == len(apps)

    def test_rules_come_in_the_order_of_the_networks(
        self, inventory: Inventory, networks: tuple[Network, Network, Network]
    ) -> None:
        """Rules come in the order in which the networks are asked for, and name them."""
        one, two, _ = networks
        assert [each.network for each in inventory.rules((one, two))] == [one.id, two.id]
        assert [each.network for each in inventory.rules((two, one))] == [two.id, one.id]
        assert all(each.id.startswith(f"{each.network}/") and each.name for each in inventory.rules(networks))

    def test_every_rule_has_an_id_of_its_own(
        self, inventory: Inventory, networks: tuple[Network, Network, Network]
    ) -> None:
        """No two rules share an id."""
        ids = [each.id for each in inventory.rules(networks)]
        assert len(set(ids)) == len(ids)

    def test_what_is_not_installed_makes_no_rule(
        self, inventory: Inventory, networks: tuple[Network, Network, Network]
    ) -> None:
        """There is nothing to watch of a network of which no app is installed."""
        assert inventory.rules((networks[2],)) == inventory.rules(()) == ()

    def test_the_answer_stays_while_nothing_is_installed(
        self, inventory: Inventory, networks: tuple[Network, Network, Network]
    ) -> None:
        """Asked twice, it says the same."""
        assert inventory.apps() == inventory.apps()
        assert inventory.rules(networks) == inventory.rules(networks)
