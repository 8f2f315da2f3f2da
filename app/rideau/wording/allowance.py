# SPDX-License-Identifier: MIT
"""What is said of the day's allowance? How much is left, plainly; never how much was spent."""

from datetime import timedelta

from rideau.wording.moments import duration
from rideau.wording.words import Words

MINUTE = timedelta(minutes=1)


def allowance_left(words: Words, left: timedelta) -> str:
    """Return what is left of today's allowance, as a line of a menu."""
    if left <= timedelta(0):
        return words.text("Today's allowance is used up")
    return words.text("Today's allowance: {length} left", length=duration(words, _whole(left)))


def nearly_over(words: Words, left: timedelta) -> tuple[str, str]:
    """Return title and body of what is said shortly before it is used up."""
    title = words.text("{length} left of today's allowance", length=duration(words, _whole(left)))
    return title, words.text("Time enough to finish what you are at; then those sites and apps close for today.")


def counted_coarsely(words: Words) -> str:
    """Say how sites are counted where no extension tells which tab is looked at."""
    return words.text(
        "Without the browser extension, time on sites is counted roughly: while a browser is in front and one of them"
        " is connected."
    )


def _whole(left: timedelta) -> timedelta:
    """Return ``left`` in whole minutes, none for less than half a one too few."""
    return max(round(left / MINUTE), 1) * MINUTE
