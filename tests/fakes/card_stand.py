# SPDX-License-Identifier: MIT
"""What stands in for the card in tests? One that is seen and answered when the test says so."""

from rideau.domain.tip import Outcome
from rideau.ports.card import Card, CardHeard


class FakeCardStand:
    """Remember the cards that were shown (``ports.card.CardStand``)."""

    def __init__(self) -> None:
        """Show nothing yet."""
        self.shown: list[Card] = []
        self._heard: CardHeard | None = None

    @property
    def is_showing(self) -> bool:
        """Tell whether one is there."""
        return self._heard is not None

    def show(self, card: Card, heard: CardHeard) -> None:
        """Show ``card``; the test says when it is seen."""
        self.withdraw()
        self.shown.append(card)
        self._heard = heard

    def withdraw(self) -> None:
        """Take it off the screen."""
        self.end(Outcome.WITHDRAWN)

    def close(self) -> None:
        """Take it off the screen, and tell nobody."""
        self._heard = None

    def see(self) -> None:
        """Let its first frame be seen."""
        if self._heard is not None:
            self._heard.seen()

    def end(self, outcome: Outcome, line: str = "") -> None:
        """Let it end so; without one, nothing."""
        heard, self._heard = self._heard, None
        if heard is not None:
            heard.ended(outcome, line)
