# SPDX-License-Identifier: MIT
"""What are the field's words called in the person's language: sides, actions, lock levels, fitness?"""

from rideau.domain.network import Action, Kind, Side, Use
from rideau.domain.probe import Fitness
from rideau.domain.settings import LockLevel
from rideau.domain.text import Text
from rideau.wording.words import Words

LOCK_LEVELS = {
    LockLevel.GENTLE: Text("gentle: mutes, never blocks"),
    LockLevel.FIRM: Text("firm: closed, with a key for a few minutes"),
    LockLevel.LOCKED: Text("locked: no key before the opening"),
}
SIDES = {
    Side.WORK: Text("work"),
    Side.PERSONAL: Text("personal"),
    Side.MIXED: Text("mixed"),
    Side.UNASSIGNED: Text("not assigned"),
}
ACTIONS = {
    Action.ALLOW: Text("allowed"),
    Action.LIMIT: Text("limited"),
    Action.PAUSE: Text("after a pause"),
    Action.MUTE: Text("muted"),
    Action.BLOCK: Text("closed"),
}
KINDS = {
    Kind.SOCIAL: Text("social"),
    Kind.CHAT: Text("chat"),
    Kind.MAIL: Text("mail"),
    Kind.MEETING: Text("meetings"),
    Kind.PUBLISHING: Text("publishing"),
    Kind.TASKS: Text("tasks"),
    Kind.OTHER: Text("other"),
}
USES = {
    Use.OFFICIAL: Text("official"),
    Use.PROFESSIONAL: Text("professional"),
    Use.PERSONAL: Text("personal"),
}
FITNESS = {
    Fitness.WORKS: Text("works"),
    Fitness.MISSING: Text("missing"),
    Fitness.NOT_HERE: Text("not here"),
}


def lock_level(words: Words, level: LockLevel) -> str:
    """Return a lock level's name and what it does."""
    return words.say(LOCK_LEVELS[level])


def side(words: Words, named: Side) -> str:
    """Return a side's name."""
    return words.say(SIDES[named])


def action(words: Words, named: Action) -> str:
    """Return what an action does, as a participle: ``muted``."""
    return words.say(ACTIONS[named])


def kind(words: Words, named: Kind) -> str:
    """Return a kind's name."""
    return words.say(KINDS[named])


def use(words: Words, named: Use) -> str:
    """Return a use's name."""
    return words.say(USES[named])


def fitness(words: Words, named: Fitness) -> str:
    """Return how a mechanism stands, in a word."""
    return words.say(FITNESS[named])
