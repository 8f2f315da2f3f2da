# SPDX-License-Identifier: MIT
"""What do all directories of places to turn to hold to?"""

import pytest

from rideau.domain.help_place import ELSEWHERE
from rideau.ports.help_places import HelpDirectory


class HelpDirectoryContract:
    """Run against all directories: a subclass gives the fixture ``directory``, with places for France."""

    @pytest.fixture
    def directory(self) -> HelpDirectory:
        """Return the directory to hold to this."""
        raise NotImplementedError

    def test_a_country_is_listed_where_it_has_places(self, directory: HelpDirectory) -> None:
        """The countries are sorted, and everywhere else is none of them."""
        assert "FR" in directory.countries()
        assert list(directory.countries()) == sorted(directory.countries())
        assert ELSEWHERE not in directory.countries()

    @pytest.mark.parametrize("language", ["en", "fr"])
    def test_an_emergency_comes_first(self, directory: HelpDirectory, language: str) -> None:
        """A country has a number for an emergency, and a line to talk."""
        places = directory.places("FR", language)
        assert places.country == "FR"
        assert places.emergency
        assert places.lines

    @pytest.mark.parametrize("country", ["ZZ", "", "fr", ELSEWHERE])
    def test_an_unknown_country_gets_the_places_for_everywhere(self, directory: HelpDirectory, country: str) -> None:
        """Nobody is left without a place."""
        places = directory.places(country, "en")
        assert places.country == ELSEWHERE
        assert places.lines

    def test_another_language_is_answered_in_english(self, directory: HelpDirectory) -> None:
        """Another language is answered in English."""
        assert directory.places("FR", "de") == directory.places("FR", "en")
