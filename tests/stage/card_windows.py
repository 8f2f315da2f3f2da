# SPDX-License-Identifier: MIT
"""Which cards are drawn and walked? Several tips, a few with a note, and each gesture while it runs."""

from collections.abc import Callable, Mapping

from rideau.domain.tip import Gesture, Picture
from rideau.ports.card import Card
from rideau.ui.card.card_window import CardHouse, CardTold, CardWindow
from rideau.wording.words import Words
from stage.stands import Stand, settle

SAID = {
    "en": {
        Picture.GLASS: (
            "You have been kind to everyone else all morning.",
            "A glass of water, now? The feed will still be there. So will you.",
            "Pouring one",
            "Not now",
        ),
        Picture.FEATHER: (
            "Something on your mind?",
            "Write it down; it will be here tomorrow.",
            "One line",
            "Not tonight",
        ),
    },
    "fr": {
        Picture.GLASS: (
            "Vous avez pris soin de tout le monde depuis ce matin.",
            "Un verre d’eau, maintenant\u202f? Le fil sera toujours là. Vous aussi.",
            "Je me sers un verre",
            "Pas maintenant",
        ),
        Picture.FEATHER: (
            "Une idée en tête\u202f?",
            "Notez-la\u202f: elle vous attendra demain.",
            "Une ligne",
            "Pas ce soir",
        ),
    },
}
NOTE = {"en": "The words change from time to time.", "fr": "Les mots changent de temps en temps."}


def _card(picture: Picture, gesture: Gesture = Gesture.NONE, *, has_note: bool = False) -> Callable[[Words], Stand]:
    def build(words: Words) -> Stand:
        said = SAID[words.language].get(picture, SAID[words.language][Picture.GLASS])
        note = NOTE[words.language] if has_note else ""
        card = Card("one", picture, gesture, *said, seconds=20, note=note, is_asked_for=True)
        house = CardHouse(words=lambda: words, is_motion_reduced=True)
        window = CardWindow(card, house, CardTold(lambda: None, lambda _outcome, _line: None, lambda: None))
        window.come()
        window.settle()
        settle()
        if gesture is not Gesture.NONE:
            window.sheet.yes.click()
        return Stand(window, close=window.withdraw)

    return build


CARD_WINDOWS: Mapping[str, Callable[[Words], Stand]] = {
    "card": _card(Picture.GLASS),
    "card, note": _card(Picture.FEATHER, has_note=True),
    "card, breathing": _card(Picture.BREATH, Gesture.BREATHE),
    "card, filling": _card(Picture.GLASS, Gesture.FILL),
    "card, walking": _card(Picture.WALK, Gesture.WALK),
    "card, looking": _card(Picture.HORIZON, Gesture.LOOK),
    "card, writing": _card(Picture.FEATHER, Gesture.WRITE),
}
