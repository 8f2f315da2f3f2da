# SPDX-License-Identifier: MIT
"""What stands on a card? A tip in the person's language, or the one question about a kind of them."""

from collections.abc import Callable

from rideau.domain.settings import Reminders
from rideau.domain.text import Text
from rideau.domain.tip import Gesture, Kind, Picture, Tip
from rideau.ports.card import Card
from rideau.wording.words import Words

FEWER = {
    Kind.REST: Text("Would you like fewer reminders to rest?"),
    Kind.CLOSE: Text("Would you like fewer reminders to close up?"),
    Kind.PEOPLE: Text("Would you like fewer reminders about people?"),
    Kind.CRAFT: Text("Would you like fewer reminders on your craft?"),
}


class TipCards:
    """Word cards. Implements ``services.tip_desk.CardWriter``."""

    def __init__(
        self, words: Callable[[], Words], reminders: Callable[[], Reminders], plan: Callable[[Words], str]
    ) -> None:
        """Word them by ``words``; ``plan`` says the person's own hours, for a late look at a closed door."""
        self._words = words
        self._reminders = reminders
        self._plan = plan

    def card(self, tip: Tip, *, is_first: bool, is_asked_for: bool, is_plan: bool) -> Card:
        """Return the card of ``tip``."""
        words, reminders = self._words(), self._reminders()
        said = tip.said_in(words.language)
        note = words.text("The words change each time.") if is_first else ""
        return Card(
            id=tip.id,
            picture=tip.picture,
            gesture=tip.gesture,
            sentence=said.sentence,
            body=said.body,
            yes=said.yes,
            no=said.no or words.text("Not now"),
            seconds=reminders.seconds,
            note=self._plan(words) if is_plan else note,
            is_silent=reminders.is_silent,
            is_asked_for=is_asked_for,
        )

    def question(self, kind: Kind) -> Card:
        """Return the question of ``kind``: rarer, off; whoever closes it keeps them."""
        words, reminders = self._words(), self._reminders()
        return Card(
            id=f"question-{kind.value}",
            picture=Picture.FEATHER,
            gesture=Gesture.NONE,
            sentence=words.say(FEWER[kind]),
            body=words.text("Close this card, and they stay as they are."),
            yes=words.text("Less often"),
            no=words.text("Turn them off"),
            seconds=reminders.seconds,
            is_silent=reminders.is_silent,
        )
