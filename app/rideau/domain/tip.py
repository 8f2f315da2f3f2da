# SPDX-License-Identifier: MIT
"""What is a gentle reminder? One warm sentence, a moving picture, one small thing to do (SPEC G1, G2)."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """Name what a tip is for; what was dismissed again and again makes its whole kind rarer."""

    REST = "rest"
    CLOSE = "close"
    PEOPLE = "people"
    CRAFT = "craft"

    @property
    def themes(self) -> "tuple[Theme, ...]":
        """Return the themes that belong to it, in their order."""
        return tuple(each for each in Theme if each.kind is self)


class Theme(StrEnum):
    """Name what a tip speaks of (SPEC G2)."""

    BREATHE = "breathe"
    DRINK = "drink"
    SNACK = "snack"
    EYES = "eyes"
    MOVE = "move"
    STOP_SCROLLING = "stop-scrolling"
    CLOSE = "close"
    PHONE = "phone"
    PLACE = "place"
    LEAVE_TOWN = "leave-town"
    PEOPLE = "people"
    WIN = "win"
    COMPARE = "compare"
    ASK = "ask"
    THINK = "think"
    ACCOUNTS = "accounts"
    ENERGY = "energy"
    TOOLS = "tools"

    @property
    def kind(self) -> Kind:
        """Return the kind it belongs to."""
        return _KINDS[self]


_KINDS = {
    Theme.BREATHE: Kind.REST,
    Theme.DRINK: Kind.REST,
    Theme.SNACK: Kind.REST,
    Theme.EYES: Kind.REST,
    Theme.MOVE: Kind.REST,
    Theme.STOP_SCROLLING: Kind.CLOSE,
    Theme.CLOSE: Kind.CLOSE,
    Theme.PHONE: Kind.CLOSE,
    Theme.PLACE: Kind.CLOSE,
    Theme.LEAVE_TOWN: Kind.CLOSE,
    Theme.PEOPLE: Kind.PEOPLE,
    Theme.WIN: Kind.PEOPLE,
    Theme.COMPARE: Kind.PEOPLE,
    Theme.ASK: Kind.PEOPLE,
    Theme.THINK: Kind.CRAFT,
    Theme.ACCOUNTS: Kind.CRAFT,
    Theme.ENERGY: Kind.CRAFT,
    Theme.TOOLS: Kind.CRAFT,
}


class Moment(StrEnum):
    """Name a context in which a tip makes sense (SPEC G3)."""

    ANY = "any"
    LONG_STRETCH = "long-stretch"
    """A long time of active work since a real pause."""
    LATE_ATTEMPT = "late-attempt"
    """Somebody wanted into a closed network in the evening."""
    BEFORE_CLOSING = "before-closing"
    FIRST_OF_DAY = "first-of-day"
    MIDDAY = "midday"
    """Around the gap for lunch, or the middle of a day without one."""
    FRIDAY = "friday"
    """The last stretch before days off, whatever the weekday."""
    AFTER_CRISIS = "after-crisis"
    LONG_FOCUS = "long-focus"
    """A focus session of 50 minutes and more has just ended."""
    GOOD_EVENING = "good-evening"
    """The opening after an evening that was kept free."""


class Picture(StrEnum):
    """Name a moving picture; each is drawn by Rideau itself."""

    BREATH = "breath"
    GLASS = "glass"
    FRUIT = "fruit"
    HORIZON = "horizon"
    WALK = "walk"
    FEED = "feed"
    SHUTTER = "shutter"
    DRAWER = "drawer"
    DESK = "desk"
    TRAIN = "train"
    TABLE = "table"
    STAR = "star"
    GARDEN = "garden"
    BUBBLES = "bubbles"
    FEATHER = "feather"
    KEYS = "keys"
    SUN = "sun"
    TOOLS = "tools"


class Gesture(StrEnum):
    """Name the small thing that can be done on the card itself."""

    NONE = "none"
    BREATHE = "breathe"
    """A circle to breathe with, for 20 seconds."""
    FILL = "fill"
    """A glass that fills while it is held."""
    WALK = "walk"
    """A counter of the minutes walked."""
    LOOK = "look"
    """Twenty seconds of looking far away."""
    WRITE = "write"
    """One line to be parked for tomorrow."""


class Wording(NamedTuple):
    """Hold a tip in one language: 25 words at most in sentence and body together (gentleness, rule 19)."""

    sentence: str
    body: str
    yes: str
    """The label of the one small thing to do."""
    no: str = ""
    """Another label for leaving it; empty for the usual one."""


class Tip(NamedTuple):
    """Hold one tip."""

    id: str
    theme: Theme
    moments: frozenset[Moment]
    picture: Picture
    gesture: Gesture
    cool_down: timedelta
    """How long it is not shown again, 14 days at least (gentleness, rule 10)."""
    wordings: Mapping[str, Wording]
    """By language, ``en`` and ``fr``; an own tip may have one alone."""
    is_own: bool = False

    @property
    def kind(self) -> Kind:
        """Return the kind it belongs to."""
        return self.theme.kind

    def said_in(self, language: str) -> Wording:
        """Return it in ``language``, or in whichever it was written."""
        return self.wordings.get(language) or next(iter(self.wordings.values()))


class Outcome(StrEnum):
    """Name how a card ended."""

    FOLLOWED = "followed"
    DISMISSED = "dismissed"
    EXPIRED = "expired"
    """It went by itself; that says nothing of whether it was welcome."""
    WITHDRAWN = "withdrawn"
    """A call, a presentation or a full screen came."""
    FAILED = "failed"


class Showing(NamedTuple):
    """Hold one card that was shown, as history tells of it."""

    at: datetime
    """Aware UTC."""
    tip: str
    theme: Theme
    outcome: Outcome
    is_asked: bool = False
    """Whether the person asked for this kind of reminder (hourly movement, water), or for this one."""
    is_by_hand: bool = False
    """Whether the person asked for this very card: how it ended then says nothing of whether more are welcome."""
