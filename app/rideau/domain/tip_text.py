# SPDX-License-Identifier: MIT
"""How long may a tip be, what may stand in it, and what is one called that nobody named? (gentleness, rule 19)."""

import re
import unicodedata
from typing import Final
from zlib import crc32

from rideau.domain.tip import Picture, Theme

MOST_WORDS: Final = 25
"""In sentence and body together."""
LONGEST_LABEL: Final = 24
LONGEST_TEXT: Final = 200
"""Letters of a sentence, or a body: a word can be long."""
LEAST_COOL_DOWN_DAYS: Final = 14
MOST_COOL_DOWN_DAYS: Final = 365
OWN: Final = "own-"
"""How the ids begin that Rideau makes for tips of one's own."""

_JOINERS: Final = "\u200c\u200d"
"""Scripts and emoji need these two; all else that nobody sees hides something."""
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_SLUG_LETTERS: Final = 32

PICTURES: Final = {
    Theme.BREATHE: Picture.BREATH,
    Theme.DRINK: Picture.GLASS,
    Theme.SNACK: Picture.FRUIT,
    Theme.EYES: Picture.HORIZON,
    Theme.MOVE: Picture.WALK,
    Theme.STOP_SCROLLING: Picture.FEED,
    Theme.CLOSE: Picture.SHUTTER,
    Theme.PHONE: Picture.DRAWER,
    Theme.PLACE: Picture.DESK,
    Theme.LEAVE_TOWN: Picture.TRAIN,
    Theme.PEOPLE: Picture.TABLE,
    Theme.WIN: Picture.STAR,
    Theme.COMPARE: Picture.GARDEN,
    Theme.ASK: Picture.BUBBLES,
    Theme.THINK: Picture.FEATHER,
    Theme.ACCOUNTS: Picture.KEYS,
    Theme.ENERGY: Picture.SUN,
    Theme.TOOLS: Picture.TOOLS,
}
"""The picture of each theme, where a tip names none."""


def word_count(*texts: str) -> int:
    """Return how many words stand in ``texts``; a mark that stands by itself is none."""
    return sum(any(letter.isalnum() for letter in word) for text in texts for word in text.split())


def is_seen(text: str) -> bool:
    """Tell whether ``text`` holds nothing that turns, hides or breaks lines: control characters, bidi overrides."""
    if text.isprintable():
        return True  # as a rule; what does not print may still be a space of some width, or joins letters
    return not any(unicodedata.category(letter) in _UNSEEN for letter in text if letter not in _JOINERS)


def made_id(sentence: str) -> str:
    """Return the id of a tip of one's own by what it says: the same for the same sentence, and only for it."""
    plain = unicodedata.normalize("NFKD", sentence).encode("ascii", "ignore").decode().casefold()
    slug = re.sub(r"[^a-z0-9]+", "-", plain)[:_SLUG_LETTERS].strip("-")
    return f"{OWN}{slug}-{crc32(sentence.encode()):08x}" if slug else f"{OWN}{crc32(sentence.encode()):08x}"
