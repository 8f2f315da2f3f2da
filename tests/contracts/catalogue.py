# SPDX-License-Identifier: MIT
"""What does every catalogue hold to?"""

import pytest

from rideau.ports.catalogue import Catalogue


class CatalogueContract:
    """Run against every catalogue: a subclass gives the fixture ``catalogue``, with at least two networks."""

    @pytest.fixture
    def catalogue(self) -> Catalogue:
        """Return the catalogue to hold to this."""
        raise NotImplementedError

    def test_networks_come_sorted_by_id(self, catalogue: Catalogue) -> None:
        """Networks come sorted by id, each once."""
        ids = [network.id for network in catalogue.networks()]
        assert len(ids) >= 2
        assert ids == sorted(set(ids))

    def test_nobody_has_an_account_yet(self, catalogue: Catalogue) -> None:
        """What ships says nothing about a person."""
        assert {(network.accounts, network.treat_as) for network in catalogue.networks()} == {((), None)}

    def test_the_answer_never_changes(self, catalogue: Catalogue) -> None:
        """Asked twice, it says the same."""
        assert catalogue.networks() == catalogue.networks()
