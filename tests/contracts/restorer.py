# SPDX-License-Identifier: MIT
"""What does everyone keep to who puts something back?"""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from rideau.domain.change import Change, Outcome
from rideau.ports.state import Restorer


@dataclass(frozen=True)
class Changed:
    """Hold a machine on which ``change`` was just made."""

    restorer: Restorer
    change: Change
    before: object
    """What ``look`` saw before the change."""
    look: Callable[[], object]
    """Return everything that restoring could touch."""
    undo_by_hand: Callable[[], None]
    """Set what was changed to something else, as the person would."""


class RestorerContract:
    """Run by the fake and by each real adapter; a subclass gives ``changed``."""

    @pytest.fixture
    def changed(self) -> Changed:
        raise NotImplementedError

    def test_it_restores_the_kind_that_it_is_called_for(self, changed: Changed) -> None:
        assert changed.restorer.kind == changed.change.kind

    def test_what_is_still_ours_is_put_back_exactly(self, changed: Changed) -> None:
        assert changed.look() != changed.before
        assert changed.restorer.restore(changed.change) is Outcome.RESTORED
        assert changed.look() == changed.before

    def test_a_second_time_does_nothing_more(self, changed: Changed) -> None:
        changed.restorer.restore(changed.change)
        assert changed.restorer.restore(changed.change) in {Outcome.LEFT, Outcome.GONE}
        assert changed.look() == changed.before

    def test_what_the_person_changed_since_stays(self, changed: Changed) -> None:
        changed.undo_by_hand()
        theirs = changed.look()
        assert changed.restorer.restore(changed.change) is Outcome.LEFT
        assert changed.look() == theirs

    @pytest.mark.parametrize("place", ["", "nowhere", "/\0\n[x]"])
    def test_a_place_that_is_none_of_its_own_is_left_alone(self, changed: Changed, place: str) -> None:
        held, change = changed.look(), changed.change
        elsewhere = Change(change.kind, place, change.before, change.after)
        assert changed.restorer.restore(elsewhere) is Outcome.GONE
        assert changed.look() == held
