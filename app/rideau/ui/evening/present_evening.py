# SPDX-License-Identifier: MIT
"""What does the evening's small window say? Domain values in, words out; no Qt."""

from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from rideau.domain.evening_ritual import Closing
from rideau.wording.moments import see_you
from rideau.wording.wind_down import (
    away_message,
    comes_down,
    for_day,
    is_before_days_off,
    no_reply,
    opening_said,
)
from rideau.wording.words import Words


class EveningFacts(NamedTuple):
    """Hold what the window is about."""

    now: datetime
    """Aware."""
    zone: ZoneInfo
    closing: Closing | None
    """The closing ahead; None where the curtain is down."""
    opening: datetime | None
    """When it opens again."""
    own_message: str = ""
    """The person's own away message."""
    rest: str = ""
    """What there is to say of a rest that is short; empty for nothing."""
    later: str = ""
    """The label of the way to open later, so that the rest is whole; empty where there is none."""


class EveningView(NamedTuple):
    """Hold what is said."""

    title: str
    until: str
    """Until when it is, and that nothing has to be done."""
    left_title: str
    left_hint: str
    win_title: str
    win_hint: str
    tonight_title: str
    tonight_hint: str
    thought_title: str
    thought_hint: str
    away: str
    no_reply: str
    lower: str
    """The main action; empty where the curtain is down."""
    leave: str
    """The way beside it."""
    closing_phrase: str
    see_you: str
    rest: str
    later: str


def evening_view(facts: EveningFacts, words: Words) -> EveningView:
    """Return what is said of ``facts``."""
    opening, zone = facts.opening, facts.zone
    told = opening_said(words, opening, facts.now, zone) if opening else ""
    day = for_day(words, opening, facts.now, zone)
    is_open = facts.closing is not None
    return EveningView(
        title=words.text("Winding down"),
        until=_until(facts, words),
        left_title=words.text("Still open, {for_day}", for_day=day),
        left_hint=_left_hint(facts, words),
        win_title=words.text("One thing that went well"),
        win_hint=words.text("However small"),
        tonight_title=words.text("What goes out tonight by itself"),
        tonight_hint=words.text("A post, a newsletter: one a line"),
        thought_title=words.text("A thought, {for_day}", for_day=day),
        thought_hint=words.text("It will be here when you open"),
        away=away_message(words, facts.own_message, told),
        no_reply=no_reply(words, told),
        lower=words.text("Lower the curtain") if is_open else "",
        leave=words.text("Let it come down") if is_open else words.text("Close"),
        closing_phrase=words.text("That is enough for today."),
        see_you=see_you(words, opening, facts.now, zone) if opening else "",
        rest=facts.rest,
        later=facts.later,
    )


def _until(facts: EveningFacts, words: Words) -> str:
    if facts.closing is None:
        return words.text("The curtain is down. Skip what you like.")
    down = comes_down(words, facts.closing.at, facts.zone)
    return words.text("{comes_down} Skip what you like.", comes_down=down)


def _left_hint(facts: EveningFacts, words: Words) -> str:
    if is_before_days_off(facts.opening, facts.now, facts.zone):
        return words.text("Where, when and the first move: then it can wait there, and your days off are yours.")
    return words.text("Where, when and the first move: then it can wait there.")
