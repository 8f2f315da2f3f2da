# SPDX-License-Identifier: MIT
"""Does the catalogue that tests use behave as the real one?"""

import pytest

from contracts.catalogue import CatalogueContract
from fakes.catalogue import FakeCatalogue
from rideau.domain.network import Network
from rideau.ports.catalogue import Catalogue


class TestFakeCatalogue(CatalogueContract):
    """The fake holds to the contract."""

    @pytest.fixture
    def catalogue(self) -> Catalogue:
        """Return a fake with two networks."""
        return FakeCatalogue(Network("zulip", "Zulip"), Network("asana", "Asana"))
