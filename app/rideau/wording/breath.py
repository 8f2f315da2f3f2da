# SPDX-License-Identifier: MIT
"""What is said before a breath opens something? The way out comes first, and no way is praised or blamed."""

from collections.abc import Sequence
from datetime import timedelta

from rideau.wording.doorway import listed
from rideau.wording.moments import duration
from rideau.wording.shapes import Present
from rideau.wording.words import Words


def breath_title(words: Words, names: Sequence[str]) -> str:
    """Return what is said first: ``A breath before TikTok``."""
    return words.text("A breath before {network}", network=listed(words, names))


def breath_why(words: Words) -> str:
    """Return what the breath is for, in a sentence or two."""
    return words.text("Breathe in, and slowly out. Then see whether you still want to.")


def load_again(words: Words) -> str:
    """Return what is left to do where no page comes back by itself."""
    return words.text("Once you are in, load the page again.")


def leave_it(words: Words, present: Present) -> str:
    """Return the way out; in the evening it has until tomorrow."""
    if present.interval.phase.is_open:
        return words.text("Leave it closed")
    return words.text("Leave it for tomorrow")


def go_in(words: Words, minutes: int) -> str:
    """Return the way in, with how long it stays open."""
    return words.text("Go in for {length}", length=duration(words, timedelta(minutes=minutes)))


def urgent(words: Words) -> str:
    """Return the way in that waits for nothing and asks nothing."""
    return words.text("It's urgent")


def what_for(words: Words) -> str:
    """Return the question that nobody has to answer."""
    return words.text("What for? You may leave it empty.")
