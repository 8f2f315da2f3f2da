# SPDX-License-Identifier: MIT
"""What does whatever knows the tips hold to?"""

from datetime import timedelta

import pytest

from rideau.domain.tip import Gesture, Moment, Picture, Theme, Tip, Wording
from rideau.ports.tips import TipLibrary

MINE = Tip(
    id="own-tea",
    theme=Theme.DRINK,
    moments=frozenset({Moment.MIDDAY, Moment.ANY}),
    picture=Picture.GLASS,
    gesture=Gesture.FILL,
    cool_down=timedelta(days=20),
    wordings={"fr": Wording("Un thé « chaud » ?", "C’est l’heure.", "J’y vais", "Plus tard")},
    is_own=True,
)


class TipLibraryContract:
    """Run against all libraries: a subclass gives the fixture ``library``, in which no tip is the person's own."""

    @pytest.fixture
    def library(self) -> TipLibrary:
        """Return the library to hold to this."""
        raise NotImplementedError

    def test_there_are_tips_and_each_is_called_otherwise(self, library: TipLibrary) -> None:
        """There are tips, and each is called otherwise."""
        ids = [tip.id for tip in library.tips()]
        assert ids
        assert len(set(ids)) == len(ids)
        assert (library.tips(), library.problems()) == (library.tips(), ())

    def test_what_is_added_comes_after_those_that_ship(self, library: TipLibrary) -> None:
        """What is added comes after those that ship, as it was written."""
        before = library.tips()
        library.add(MINE)
        assert library.tips() == (*before, MINE)
        assert library.problems() == ()

    def test_one_of_the_same_id_is_replaced(self, library: TipLibrary) -> None:
        """One of the same id is replaced."""
        before = library.tips()
        library.add(MINE)
        changed = MINE._replace(wordings={"en": Wording('Tea \\ "soon"?', "", "Yes")})
        library.add(changed)
        assert library.tips() == (*before, changed)

    def test_what_is_taken_out_is_gone_and_taking_out_twice_is_once(self, library: TipLibrary) -> None:
        """What is taken out is gone, and taking out twice is once."""
        before = library.tips()
        library.add(MINE)
        library.remove(MINE.id)
        library.remove(MINE.id)
        assert library.tips() == before
