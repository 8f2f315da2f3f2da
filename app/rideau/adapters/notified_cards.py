# SPDX-License-Identifier: MIT
"""What stands in for a card where windows cannot be placed? A notification of the same words and the same answers."""

from functools import partial

from rideau.domain.tip import Outcome
from rideau.ports.card import Card, CardHeard
from rideau.ports.desktop import Announcer, Notice

NAME = "card"
NO = "no"


class NotifiedCards:
    """Show one card at a time as a notification (``ports.card``); how long it stays is the desktop's choice."""

    def __init__(self, announcer: Announcer) -> None:
        """Speak through ``announcer``."""
        self._announcer = announcer
        self._heard: CardHeard | None = None

    @property
    def is_showing(self) -> bool:
        """Tell whether one is there, or on its way."""
        return self._heard is not None

    def show(self, card: Card, heard: CardHeard) -> None:
        """Show ``card``."""
        self.withdraw()
        self._heard = heard
        body = "\n".join(each for each in (card.body, card.note) if each)
        self._announcer.announce(
            Notice(card.sentence, body, card.yes, NAME, card.no),
            partial(self._end, heard, Outcome.FOLLOWED, ""),
            partial(self._end, heard, Outcome.DISMISSED, NO),
            partial(self._left, heard),
        )
        heard.seen()

    def withdraw(self) -> None:
        """Take it off the screen at once."""
        heard, self._heard = self._heard, None
        if heard is not None:
            self._announcer.take_back(NAME)
            heard.ended(Outcome.WITHDRAWN, "")

    def close(self) -> None:
        """Take it off the screen."""
        if self._heard is not None:
            self._heard = None
            self._announcer.take_back(NAME)

    def _left(self, heard: CardHeard, is_dismissed: bool) -> None:  # noqa: FBT001 - what the announcer tells
        self._end(heard, Outcome.DISMISSED if is_dismissed else Outcome.EXPIRED, "")

    def _end(self, heard: CardHeard, outcome: Outcome, line: str) -> None:
        if heard is self._heard:
            self._heard = None
            heard.ended(outcome, line)
