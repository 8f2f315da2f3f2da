# SPDX-License-Identifier: MIT
"""How are tips, their themes and pictures called on the page? Pure; no Qt."""

from collections.abc import Iterable

from rideau.domain.reminder_edit import comes
from rideau.domain.settings import Settings
from rideau.domain.text import Text
from rideau.domain.tip import Kind, Picture, Theme, Tip
from rideau.domain.tip_choice import ASKED_THEMES, ONLY_WHERE_WANTED
from rideau.ports.card import Card as ShownCard
from rideau.ui.settings.networks.present_sides import Card
from rideau.wording.words import Words

KINDS = {
    Kind.REST: Text("Rest"),
    Kind.CLOSE: Text("Closing"),
    Kind.PEOPLE: Text("People"),
    Kind.CRAFT: Text("The craft"),
}
THEMES = {
    Theme.BREATHE: Text("Breathing"),
    Theme.DRINK: Text("Drinking"),
    Theme.SNACK: Text("Eating"),
    Theme.EYES: Text("Eyes"),
    Theme.MOVE: Text("Moving"),
    Theme.STOP_SCROLLING: Text("Leaving the feed"),
    Theme.CLOSE: Text("Closing the day"),
    Theme.PHONE: Text("The phone"),
    Theme.PLACE: Text("The place"),
    Theme.LEAVE_TOWN: Text("Elsewhere"),
    Theme.PEOPLE: Text("Meeting people"),
    Theme.WIN: Text("What went well"),
    Theme.COMPARE: Text("Not comparing"),
    Theme.ASK: Text("Asking for help"),
    Theme.THINK: Text("Thinking"),
    Theme.ACCOUNTS: Text("Accounts"),
    Theme.ENERGY: Text("Energy"),
    Theme.TOOLS: Text("Tools"),
}
PICTURES = {
    Picture.BREATH: Text("a breath"),
    Picture.GLASS: Text("a glass"),
    Picture.FRUIT: Text("fruit"),
    Picture.HORIZON: Text("the horizon"),
    Picture.WALK: Text("a walk"),
    Picture.FEED: Text("a feed"),
    Picture.SHUTTER: Text("the shutter"),
    Picture.DRAWER: Text("a drawer"),
    Picture.DESK: Text("a desk"),
    Picture.TRAIN: Text("a train"),
    Picture.TABLE: Text("a table"),
    Picture.STAR: Text("a star"),
    Picture.GARDEN: Text("a garden"),
    Picture.BUBBLES: Text("speech bubbles"),
    Picture.FEATHER: Text("a feather"),
    Picture.KEYS: Text("keys"),
    Picture.SUN: Text("the sun"),
    Picture.TOOLS: Text("tools"),
}


def rows(words: Words, settings: Settings, tips: Iterable[Tip]) -> list[Card]:
    """Return each tip as a row of the list: what it says, then its theme and how it stands."""
    made = []
    for tip in tips:
        notes = [words.say(THEMES[tip.theme])]
        notes += [words.text("your own")] if tip.is_own else []
        if not comes(settings, tip):
            notes.append(words.text("switched off"))
        elif keeps_hours(tip):
            notes.append(
                words.text("at their own hours") if is_wanted(settings, tip) else words.text("if you want them")
            )
        made.append(Card(tip.id, tip.said_in(words.language).sentence, " · ".join(notes)))
    return made


def keeps_hours(tip: Tip) -> bool:
    """Tell whether ``tip`` comes in its own rhythm alone, where it is wanted."""
    return tip.theme in ONLY_WHERE_WANTED and not tip.is_own


def is_wanted(settings: Settings, tip: Tip) -> bool:
    """Tell whether its rhythm is wanted."""
    return any(ASKED_THEMES[each] is tip.theme for each in settings.reminders.recurring)


def card_of(words: Words, tip: Tip) -> ShownCard:
    """Return ``tip`` as the card that it becomes."""
    said = tip.said_in(words.language)
    no = said.no or words.text("Not now")
    return ShownCard(tip.id, tip.picture, tip.gesture, said.sentence, said.body, said.yes, no, 0)
