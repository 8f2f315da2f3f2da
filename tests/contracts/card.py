# SPDX-License-Identifier: MIT
"""What does every ``CardStand`` promise?"""

from abc import ABC, abstractmethod

from rideau.domain.tip import Gesture, Outcome, Picture
from rideau.ports.card import Card, CardHeard, CardStand

A_CARD = Card("tea", Picture.GLASS, Gesture.NONE, "A glass of water?", "The feed will wait.", "Pouring one", "Not now")


class Witness:
    """Note what is told of one card."""

    def __init__(self) -> None:
        """Begin with nothing told."""
        self.seen = 0
        self.ended: list[tuple[Outcome, str]] = []

    @property
    def heard(self) -> CardHeard:
        """Return what is to be told."""
        return CardHeard(self._see, lambda outcome, line: self.ended.append((outcome, line)))

    def _see(self) -> None:
        self.seen += 1


class CardStandContract(ABC):
    """Run against every ``CardStand``, with one fixture: ``stand``."""

    @abstractmethod
    def let_be_seen(self, witness: Witness) -> None:
        """Wait until the card is seen."""

    @abstractmethod
    def answer(self, outcome: Outcome, witness: Witness) -> None:
        """Answer the card as a person does, by its first or its second button, and wait until that is told."""

    def test_it_is_seen_then_followed_and_told_once(self, stand: CardStand) -> None:
        witness = Witness()
        assert not stand.is_showing
        stand.show(A_CARD, witness.heard)
        assert stand.is_showing
        self.let_be_seen(witness)
        assert (witness.seen, witness.ended) == (1, [])
        self.answer(Outcome.FOLLOWED, witness)
        assert witness.ended == [(Outcome.FOLLOWED, "")]
        assert not stand.is_showing
        stand.withdraw()
        assert len(witness.ended) == 1

    def test_its_second_button_dismisses_it_and_says_so(self, stand: CardStand) -> None:
        witness = Witness()
        stand.show(A_CARD, witness.heard)
        self.let_be_seen(witness)
        self.answer(Outcome.DISMISSED, witness)
        assert witness.ended == [(Outcome.DISMISSED, "no")]

    def test_one_that_is_withdrawn_is_told_so_seen_or_not(self, stand: CardStand) -> None:
        early, late = Witness(), Witness()
        stand.show(A_CARD, early.heard)
        stand.withdraw()
        stand.show(A_CARD, late.heard)
        self.let_be_seen(late)
        stand.withdraw()
        assert early.ended == late.ended == [(Outcome.WITHDRAWN, "")]
        assert not stand.is_showing

    def test_another_takes_its_place(self, stand: CardStand) -> None:
        first, second = Witness(), Witness()
        stand.show(A_CARD, first.heard)
        stand.show(A_CARD._replace(id="other"), second.heard)
        assert first.ended == [(Outcome.WITHDRAWN, "")]
        assert stand.is_showing
        self.let_be_seen(second)
        assert second.ended == []

    def test_closing_tells_nobody(self, stand: CardStand) -> None:
        witness = Witness()
        stand.close()
        stand.show(A_CARD, witness.heard)
        stand.close()
        assert not stand.is_showing
        assert witness.ended == []
