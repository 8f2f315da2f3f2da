# SPDX-License-Identifier: MIT
"""Does the fake restorer keep to its port?"""

import pytest

from contracts.restorer import Changed, RestorerContract
from fakes.restorer import FakeRestorer
from rideau.domain.change import Change


class TestFakeRestorer(RestorerContract):
    """Run the contract."""

    @pytest.fixture
    def changed(self) -> Changed:
        shelf = {"a": "muted"}
        change = Change("shelf", "a", before="as it was", after="muted")
        return Changed(
            FakeRestorer(shelf), change, {"a": "as it was"}, shelf.copy, lambda: shelf.update(a="the person's own")
        )
