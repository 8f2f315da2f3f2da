# SPDX-License-Identifier: MIT
"""Is what apps wish of the screen sorted, and followed to its end, whatever was missed?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rideau.adapters.linux.attention.inhibitions import MOST, Casts, Inhibitions, Kind, kind_of, request_of, told_by
from rideau.domain.attention import Signals


@pytest.mark.parametrize(
    ("reason", "kind"),
    [
        ("presentation", Kind.PRESENTING),
        ("Running in presentation mode", Kind.PRESENTING),
        ("Mode présentation en cours", Kind.PRESENTING),
        ("Läuft im Präsentationsmodus", Kind.PRESENTING),
        ("Slide show", Kind.PRESENTING),
        ("Native desktop capture", Kind.SHARING),
        ("Video Wake Lock", Kind.PLAYING),
        ("Playing audio", Kind.PLAYING),
        ("Lecture de la vidéo", Kind.PLAYING),
        ("Playing some media.", Kind.PLAYING),
        ("Download in progress", Kind.OTHER),
        ("", Kind.OTHER),
    ],
)
def test_a_reason_has_a_kind(reason: str, kind: Kind) -> None:
    assert kind_of(reason) is kind


def test_that_nobody_wishes_anything_is_no_knowledge() -> None:
    assert told_by(set()) == told_by({Kind.OTHER}) == Signals()
    assert told_by(set(Kind)) == Signals(presenting=True, sharing=True, playing=True)


def test_a_wish_ends_with_its_own_number() -> None:
    wishes = Inhibitions()
    wishes.begun(":1.5", 7, "presentation")
    wishes.begun(":1.5", 8, "Playing video")
    wishes.answered(":1.5", 8, 1)
    wishes.answered(":1.5", 7, 2)
    wishes.ended(":1.5", 1)
    assert wishes.kinds == {Kind.PRESENTING}
    wishes.ended(":1.6", 2)
    assert wishes.kinds == {Kind.PRESENTING}, "somebody else's number"
    wishes.ended(":1.5", 2)
    assert not wishes.kinds


def test_without_an_answer_the_oldest_ends() -> None:
    wishes = Inhibitions()
    wishes.begun(":1.5", 7, "presentation")
    wishes.begun(":1.5", 8, "Playing video")
    wishes.ended(":1.5", 99)
    assert wishes.kinds == {Kind.PLAYING}


def test_a_refused_wish_is_none() -> None:
    wishes = Inhibitions()
    wishes.begun(":1.5", 7, "presentation")
    wishes.answered(":1.6", 7, None)
    assert wishes.senders == {":1.5"}
    wishes.answered(":1.5", 7, None)
    assert not wishes.senders


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["begun", "answered", "ended", "left"]), st.sampled_from([":1.1", ":1.2"]), st.integers(1, 3)
    )
)


@given(STEPS)
def test_whoever_left_wishes_nothing(steps: list[tuple[str, str, int]]) -> None:
    wishes = Inhibitions()
    for what, sender, number in steps:
        if what == "begun":
            wishes.begun(sender, number, "presentation")
        elif what == "answered":
            wishes.answered(sender, number, number)
        elif what == "ended":
            wishes.ended(sender, number)
        else:
            wishes.left(sender)
            assert sender not in wishes.senders
    wishes.left(":1.1")
    wishes.left(":1.2")
    assert wishes.kinds == set()


def test_a_cast_lasts_from_the_choice_to_its_end() -> None:
    casts = Casts()
    casts.begun(":1.42", "/s/1", "t1")
    casts.answered("/somebody/else", 2)
    assert casts.senders == {":1.42"}, "the person chooses"
    casts.answered(request_of(":1.42", "t1"), 0)
    assert casts.senders == {":1.42"}
    casts.ended("/s/1")
    assert not casts.senders


def test_a_cast_that_is_refused_or_left_is_none() -> None:
    casts = Casts()
    casts.begun(":1.42", "/s/1", "t1")
    casts.answered(request_of(":1.42", "t1"), 1)
    assert not casts.senders
    casts.begun(":1.42", "/s/2", "")
    casts.begun(":1.43", "/s/3", "t")
    casts.left(":1.42")
    assert casts.senders == {":1.43"}
    casts.left(":1.43")
    assert not casts.senders


def test_a_request_is_where_the_portal_puts_it() -> None:
    assert request_of(":1.42", "t1") == "/org/freedesktop/portal/desktop/request/1_42/t1"


def test_a_flood_of_wishes_and_casts_is_not_kept() -> None:
    wishes, casts = Inhibitions(), Casts()
    for number in range(MOST + 10):
        wishes.begun(":1.5", number, "presentation")
        casts.begun(":1.5", f"/session/{number}", "t")
    for number in range(MOST):
        wishes.ended(":1.5", number)
        casts.ended(f"/session/{number}")
    assert (wishes.senders, casts.senders) == (set(), set())
