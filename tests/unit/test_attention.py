# SPDX-License-Identifier: MIT
"""What is known where several sources tell of one desktop?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rideau.domain.attention import Presence, Signals, merged

SAID = st.sampled_from([None, False, True])
ONE_SOURCE = st.tuples(SAID, SAID).map(lambda said: Signals(microphone=said[0], sharing=said[1]))


def test_where_nobody_tells_nothing_is_known() -> None:
    assert merged(()) == Signals()
    assert merged((Signals(), Signals())) == Signals()


@pytest.mark.parametrize("told", [(None, True), (False, True), (True, None, False), (True, True)])
def test_a_yes_beats_whatever_else_is_told(told: tuple[bool | None, ...]) -> None:
    assert merged(tuple(Signals(camera=each) for each in told)) == Signals(camera=True)


def test_a_no_beats_not_knowing() -> None:
    assert merged((Signals(), Signals(camera=False), Signals())) == Signals(camera=False)


def test_of_what_is_neither_the_first_that_is_told_counts() -> None:
    told = (Signals(locked=False), Signals(presence=Presence.AWAY), Signals(presence=Presence.ACTIVE))
    assert merged(told) == Signals(locked=False, presence=Presence.AWAY)


@given(st.lists(ONE_SOURCE))
def test_in_which_order_yes_and_no_are_told_makes_no_difference(told: list[Signals]) -> None:
    assert merged(tuple(told)) == merged(tuple(reversed(told)))
