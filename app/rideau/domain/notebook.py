# SPDX-License-Identifier: MIT
"""What did the person put down: for tomorrow, for tonight, for themselves? It never leaves here (SPEC G4, G6)."""

from datetime import date, datetime
from typing import NamedTuple

LONGEST = 2000
"""How many characters one entry holds at most."""
MOST = 2000
"""How many entries of one kind there are at most: a win for each day of work of eight years."""


class Task(NamedTuple):
    """Hold something left open: writing down where, when and how eases the evening (gentleness, rule 15)."""

    what: str
    where: str = ""
    when: str = ""
    first_move: str = ""
    is_done: bool = False


class Thought(NamedTuple):
    """Hold one thought that is parked; it greets at the next opening."""

    text: str
    parked_at: datetime
    """Aware UTC."""


class Win(NamedTuple):
    """Hold one line on something that went well."""

    text: str
    on: date


class CheckIn(NamedTuple):
    """Hold one check-in: three answers from 1 to 5, or None for a question that was skipped. No score is made of it."""

    on: date
    energy: int | None = None
    distance: int | None = None
    efficacy: int | None = None


class Buddy(NamedTuple):
    """Name whom wins may be shared with, by the person's own hand."""

    name: str = ""
    mail: str = ""


class Notes(NamedTuple):
    """Hold everything in the notebook."""

    tasks: tuple[Task, ...] = ()
    """At most three are asked for."""
    tonight: tuple[str, ...] = ()
    """What goes out tonight by itself, typed or pasted, until somebody has looked at it."""
    thoughts: tuple[Thought, ...] = ()
    wins: tuple[Win, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    buddy: Buddy = Buddy()


def count_of(notes: Notes) -> int:
    """Return how many entries there are."""
    return sum(len(each) for each in (notes.tasks, notes.tonight, notes.thoughts, notes.wins, notes.check_ins))
