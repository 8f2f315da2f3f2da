# SPDX-License-Identifier: MIT
"""Does the fake hold to what every library of tips holds to?"""

import pytest

from contracts.tips import TipLibraryContract
from fakes.tips import FakeTips, tip
from rideau.domain.tip import Theme
from rideau.ports.tips import TipLibrary


class TestFakeTips(TipLibraryContract):
    """The fake holds to the contract."""

    @pytest.fixture
    def library(self) -> TipLibrary:
        """Return two tips."""
        return FakeTips(tip("one", Theme.DRINK), tip("two", Theme.MOVE))
