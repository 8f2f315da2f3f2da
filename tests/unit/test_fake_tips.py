# SPDX-License-Identifier: MIT
"""Does the fake hold to what every library of tips holds to?"""

import pytest

from contracts.tips import MINE, TipLibraryContract
from fakes.tips import FakeTips, tip
from rideau.domain.tip import Kind, Theme, Wording
from rideau.ports.tips import TipLibrary


class TestFakeTips(TipLibraryContract):
    """The fake holds to the contract."""

    @pytest.fixture
    def library(self) -> TipLibrary:
        """Return two tips."""
        return FakeTips(tip("one", Theme.DRINK), tip("two", Theme.MOVE))


def test_a_tip_is_said_in_ones_language_or_in_whichever_it_was_written() -> None:
    french, english = MINE.wordings["fr"], Wording("Tea?", "", "Yes")
    assert MINE.said_in("en") == french
    assert MINE._replace(wordings={"fr": french, "en": english}).said_in("en") == english


def test_a_tip_is_of_the_kind_of_its_theme() -> None:
    assert MINE.theme is Theme.DRINK
    assert MINE.kind is Kind.REST
