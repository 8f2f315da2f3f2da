# SPDX-License-Identifier: MIT
"""Does the fake hold to what every directory of places to turn to holds to?"""

import pytest

from contracts.help_places import HelpDirectoryContract
from fakes.help_places import FakeHelpDirectory
from rideau.ports.help_places import HelpDirectory


class TestFakeHelpDirectory(HelpDirectoryContract):
    """The places that tests know hold to the contract."""

    @pytest.fixture
    def directory(self) -> HelpDirectory:
        """Return those."""
        return FakeHelpDirectory()


def test_a_name_without_a_number_is_a_site_to_look_at() -> None:
    directory = FakeHelpDirectory()
    assert [each.is_site for each in directory.places("elsewhere", "en").lines] == [True]
    assert [each.is_site for each in directory.places("FR", "en").lines] == [False]
