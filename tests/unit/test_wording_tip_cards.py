# SPDX-License-Identifier: MIT
"""Does a card say what the tip says, in the person's language, and the listing which tips come?"""

from gettext import NullTranslations

from fakes.tips import tip
from rideau.domain.settings import Reminders
from rideau.domain.tip import Kind, Theme
from rideau.wording.tip_cards import TipCards
from rideau.wording.tip_listing import tip_lines, tips_document
from rideau.wording.words import Words

TEA = tip("tea", Theme.DRINK)
ENGLISH, FRENCH = Words("en", NullTranslations()), Words("fr", NullTranslations())


def cards(words: Words, reminders: Reminders | None = None) -> TipCards:
    wanted = reminders or Reminders()
    return TipCards(lambda: words, lambda: wanted, lambda _: "See you Monday at 9:00.")


def test_a_card_speaks_the_persons_language_and_stays_as_long_as_they_like() -> None:
    card = cards(FRENCH, Reminders(seconds=0, is_silent=False)).card(
        TEA, is_first=False, is_asked_for=True, is_plan=False
    )
    assert (card.sentence, card.yes, card.no) == ("Sentence of tea. (fr)", "Bonne idée", "Not now")
    assert (card.seconds, card.is_silent, card.is_asked_for, card.note) == (0, False, True, "")


def test_the_first_card_says_that_words_change_and_a_late_one_shows_ones_own_plan() -> None:
    writer = cards(ENGLISH)
    first = writer.card(TEA, is_first=True, is_asked_for=False, is_plan=False)
    late = writer.card(TEA, is_first=True, is_asked_for=False, is_plan=True)
    assert (first.note, late.note) == ("The words change each time.", "See you Monday at 9:00.")


def test_the_question_has_two_ways_and_closing_keeps() -> None:
    for kind in Kind:
        card = cards(ENGLISH).question(kind)
        assert (card.yes, card.no) == ("Less often", "Turn them off")
        assert card.sentence.endswith("?")
        assert len(f"{card.sentence} {card.body}".split()) <= 25


def test_the_listing_says_which_tips_come() -> None:
    wanted = Reminders(tips_off=frozenset({"tea"}))
    (told,) = tips_document(ENGLISH, [TEA], wanted)["tips"]  # type: ignore[misc]  # a document is an object
    assert (told["id"], told["theme"], told["on"], told["own"]) == ("tea", "drink", False, False)
    assert tip_lines(ENGLISH, [TEA], wanted) == ["tea  Sentence of tea. (switched off)"]
    assert tip_lines(ENGLISH, [TEA], Reminders()) == ["tea  Sentence of tea."]
