# SPDX-License-Identifier: MIT
"""What is asked in a check-in, when, and what do the answers say over time? (SPEC G6; gentleness, rules 22 and 23).

The questions are our own, after the three dimensions in which the WHO describes strain at work; no instrument of
anybody's is used, no score is made, and nothing is compared with other people.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from rideau.domain.notebook import CheckIn, Notes
from rideau.domain.text import Text

ANSWERS = 5
SLIGHT = 0.75
"""How far, in answers, the latest ones have to lie from the earlier ones to be told apart."""
COMPARED = 2
"""How many answers make what is compared: the last two with the two before."""


class Aspect(StrEnum):
    """Name what one question is about, as ``CheckIn`` has it."""

    ENERGY = "energy"
    DISTANCE = "distance"
    EFFICACY = "efficacy"


class Question(NamedTuple):
    """Hold one question with its five answers, from the least to the most."""

    name: Text
    """What the line over the months is called."""
    ask: Text
    answers: tuple[Text, ...]


QUESTIONS: Mapping[Aspect, Question] = MappingProxyType(
    {
        Aspect.ENERGY: Question(
            Text("What is left in the evening"),
            Text("At the end of a working day, what is left in the lamp?"),
            (Text("Hardly a glow"), Text("A little"), Text("About half"), Text("A good deal"), Text("Plenty")),
        ),
        Aspect.DISTANCE: Question(
            Text("How near the work feels"),
            Text("Your work: does it feel far off, or near?"),
            (Text("Far off"), Text("Rather far"), Text("In between"), Text("Rather near"), Text("Near")),
        ),
        Aspect.EFFICACY: Question(
            Text("What you see come of it"),
            Text("What you do: how often do you see something come of it?"),
            (Text("Hardly ever"), Text("Now and then"), Text("Half the time"), Text("Often"), Text("Nearly always")),
        ),
    }
)


class Course(StrEnum):
    """Name how the latest answers stand to the earlier ones."""

    TOO_EARLY = "too-early"
    LESS = "less"
    SAME = "same"
    MORE = "more"


def answer_of(check_in: CheckIn, aspect: Aspect) -> int | None:
    """Return what was answered, 1 to 5; None where the question was skipped."""
    return {
        Aspect.ENERGY: check_in.energy,
        Aspect.DISTANCE: check_in.distance,
        Aspect.EFFICACY: check_in.efficacy,
    }[aspect]


def answered(notes: Notes, aspect: Aspect, answer: int | None, today: date) -> Notes:
    """Return the notebook with today's answer to one question; a second one on the same day takes its place.

    A day on which nothing at all is answered is not kept.
    """
    others = tuple(each for each in notes.check_ins if each.on != today)
    now = next((each for each in notes.check_ins if each.on == today), CheckIn(today))
    changed = CheckIn._make(answer if name == aspect else value for name, value in zip(now._fields, now, strict=True))
    kept = () if changed == CheckIn(today) else (changed,)
    return notes._replace(check_ins=tuple(sorted((*others, *kept), key=lambda each: each.on)))


def points(check_ins: Sequence[CheckIn], aspect: Aspect) -> tuple[tuple[date, int], ...]:
    """Return the answers to one question with their days, oldest first; what was skipped is left out."""
    found = ((each.on, answer_of(each, aspect)) for each in sorted(check_ins, key=lambda each: each.on))
    return tuple((on, answer) for on, answer in found if answer is not None)


def course(check_ins: Sequence[CheckIn], aspect: Aspect) -> Course:
    """Return how the last two answers to one question stand to the two before; two answers are compared singly."""
    values = [answer for _, answer in points(check_ins, aspect)]
    if len(values) < COMPARED:
        return Course.TOO_EARLY
    size = COMPARED if len(values) >= 2 * COMPARED else 1
    latest, before = values[-size:], values[-2 * size : -size]
    change = (sum(latest) - sum(before)) / size
    if abs(change) < SLIGHT:
        return Course.SAME
    return Course.MORE if change > 0 else Course.LESS


def is_due(every_weeks: int, check_ins: Sequence[CheckIn], offered: date | None, today: date) -> bool:
    """Tell whether it is time to ask again: so many weeks after the last answers, and after it was last offered.

    Somebody who let it pass is not asked again before the next time.
    """
    past = [each.on for each in check_ins] + ([offered] if offered is not None else [])
    return not past or today >= max(past) + timedelta(weeks=every_weeks)
