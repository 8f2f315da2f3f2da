# SPDX-License-Identifier: MIT
"""Do the stand-ins for a card keep to what every stand promises?"""

import pytest

from contracts.card import A_CARD, CardStandContract, Witness
from fakes.announcer import RecordingAnnouncer
from fakes.card_stand import FakeCardStand
from rideau.adapters.notified_cards import NotifiedCards
from rideau.domain.tip import Outcome


class TestFakeCardStand(CardStandContract):
    @pytest.fixture
    def stand(self) -> FakeCardStand:
        self._stand = FakeCardStand()
        return self._stand

    def let_be_seen(self, witness: Witness) -> None:
        del witness
        self._stand.see()

    def answer(self, outcome: Outcome, witness: Witness) -> None:
        del witness
        self._stand.end(outcome, "no" if outcome is Outcome.DISMISSED else "")


class TestNotifiedCards(CardStandContract):
    @pytest.fixture
    def stand(self) -> NotifiedCards:
        self._announcer = RecordingAnnouncer()
        return NotifiedCards(self._announcer)

    def let_be_seen(self, witness: Witness) -> None:
        assert witness.seen == 1

    def answer(self, outcome: Outcome, witness: Witness) -> None:
        del witness
        (self._announcer.press if outcome is Outcome.FOLLOWED else self._announcer.press_second)()

    def test_one_that_leaves_the_screen_by_itself_is_over(self, stand: NotifiedCards) -> None:
        for is_put_away, outcome in ((True, Outcome.DISMISSED), (False, Outcome.EXPIRED)):
            witness = Witness()
            stand.show(A_CARD, witness.heard)
            self._announcer.leave(is_put_away=is_put_away)
            assert witness.ended == [(outcome, "")]
            assert not stand.is_showing

    def test_it_says_all_that_the_card_says_and_is_taken_back_by_its_name(self, stand: NotifiedCards) -> None:
        stand.show(A_CARD._replace(note="Words change."), Witness().heard)
        notice = self._announcer.notices[-1]
        assert notice.body == f"{A_CARD.body}\nWords change."
        assert (notice.action, notice.second_action) == (A_CARD.yes, A_CARD.no)
        stand.withdraw()
        assert self._announcer.taken_back == [notice.replaces]
