# SPDX-License-Identifier: MIT
"""How is a card shown, without ever taking the keyboard from anybody?"""

from collections.abc import Callable
from typing import NamedTuple, Protocol

from rideau.domain.tip import Gesture, Outcome, Picture


class Card(NamedTuple):
    """Hold one card, in the person's language already."""

    id: str
    """The tip's."""
    picture: Picture
    gesture: Gesture
    sentence: str
    body: str
    yes: str
    no: str
    """Never empty: the usual label where the tip has none of its own."""
    seconds: int = 20
    """How long it stays; 0 until it is closed (WCAG 2.2.1)."""
    note: str = ""
    """One small line below, such as once that the words change."""
    is_silent: bool = True
    is_asked_for: bool = False
    """Whether the person asked for this very card: it takes the keyboard then, as any window that was asked for."""


class CardHeard(NamedTuple):
    """Hold who is told, on the main thread."""

    seen: Callable[[], None]
    """The first frame is on the screen."""
    ended: Callable[[Outcome, str], None]
    """It is gone, and how; with the line that was written on it, where its gesture is to write one.

    A dismissal says ``no`` where the second button itself was pressed, and nothing for Escape.
    """


class CardStand(Protocol):
    """Show one card at a time. Main thread; everything returns at once."""

    @property
    def is_showing(self) -> bool:
        """Tell whether one is there, or on its way."""
        ...

    def show(self, card: Card, heard: CardHeard) -> None:
        """Show ``card``; one that is there makes room, and counts as withdrawn."""
        ...

    def withdraw(self) -> None:
        """Take it off the screen at once, a call or a presentation comes; ``ended`` is told. Without one, nothing."""
        ...

    def close(self) -> None:
        """Take it off the screen and wait until it is gone; nobody is told."""
        ...
