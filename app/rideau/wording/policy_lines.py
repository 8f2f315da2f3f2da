# SPDX-License-Identifier: MIT
"""What does a cell of the policy table say, in plain words?"""

from rideau.domain.network import Action, Side
from rideau.domain.phase import Phase
from rideau.domain.policy_edit import Cell, Difference
from rideau.domain.settings import LockLevel, Settings
from rideau.domain.text import Text
from rideau.wording.phrases import PHASES
from rideau.wording.terms import SIDES
from rideau.wording.words import Words

PHASE_HINTS = {
    Phase.WORK: Text("your work hours"),
    Phase.FOCUS: Text("stretches that you protect"),
    Phase.WIND_DOWN: Text("the last minutes of the day"),
    Phase.QUIET: Text("evenings, nights, weekends"),
    Phase.AWAY: Text("leave and holidays"),
    Phase.ON_CALL: Text("not in use yet"),
    Phase.CRISIS: Text("not in use yet"),
}
SIDE_TITLES = {Side.WORK: Text("Work networks"), Side.PERSONAL: Text("Personal networks")}
ACTION_NAMES = {
    Action.ALLOW: Text("Leave alone"),
    Action.LIMIT: Text("Limit"),
    Action.PAUSE: Text("A breath first"),
    Action.MUTE: Text("Mute"),
    Action.BLOCK: Text("Close and mute"),
}
_DOES = {
    Action.ALLOW: Text("left alone"),
    Action.PAUSE: Text("a breath first"),
    Action.MUTE: Text("muted"),
    Action.BLOCK: Text("closed and muted"),
}
_EXPLAINED = {
    Action.ALLOW: Text("It is open, notifications and all. Rideau does nothing."),
    Action.PAUSE: Text("A few seconds and a question before it opens; the way out comes first."),
    Action.MUTE: Text("It stays open. Notifications and sound wait until later."),
    Action.BLOCK: Text("Its sites and apps are closed. Notifications and sound wait until later."),
}
_GENTLE_BLOCK = Text("Your lock level is gentle: it stays open, and is muted only.")


def does(words: Words, said: Action, holds: Action, settings: Settings) -> str:
    """Return what happens to a network, ``closed and muted``; where the lock level softens it, what is left of it."""
    if said is Action.LIMIT:
        minutes = settings.limits.personal_minutes_per_day
        return words.plural("{count} minute a day", "{count} minutes a day", minutes)
    if said is not holds:
        return words.text("muted, not closed")
    return words.say(_DOES[said])


def cell_does(words: Words, cell: Cell, settings: Settings) -> str:
    """Return what happens in ``cell``, with what is different for chats."""
    does_ = does(words, cell.said, cell.holds, settings)
    if cell.chats is cell.holds:
        return does_
    return words.text("{does}, but chats muted", does=does_)


def cell_notes(words: Words, cell: Cell) -> str:
    """Return what is to be known of ``cell`` beside what it does; empty for nothing."""
    return words.text("your choice") if cell.is_own else ""


def cell_label(cell: Cell) -> Text:
    """Name a cell: ``Quiet, work``."""
    return Text("{phase}, {side}", phase=PHASES[cell.phase], side=SIDES[cell.side])


def cell_name(words: Words, cell: Cell, settings: Settings) -> str:
    """Return the whole cell as a screen reader says it: ``Quiet, work: closed and muted. Your own choice.``."""
    whose = words.text("Your own choice.") if cell.is_own else words.text("The default.")
    said = words.text("{cell}: {does}.", cell=cell_label(cell), does=cell_does(words, cell, settings))
    return f"{said} {whose}"


def difference_label(network: str, phase: Phase) -> Text:
    """Name what one phase does to one network, by the name of the latter: ``Slack, Focus``."""
    return Text("{network}, {phase}", network=network, phase=PHASES[phase])


def difference_name(words: Words, network: str, difference: Difference, settings: Settings) -> str:
    """Return what happens to one network as a screen reader says it."""
    doing = does(words, difference.said, difference.holds, settings)
    return words.text("{cell}: {does}.", cell=difference_label(network, difference.phase), does=doing)


def explained(words: Words, action: Action, settings: Settings) -> str:
    """Return one sentence that says what ``action`` comes to."""
    if action is Action.LIMIT:
        return words.plural(
            "Open for {count} minute of real use a day, shared by all that are limited. Then closed until tomorrow.",
            "Open for {count} minutes of real use a day, shared by all that are limited. Then closed until tomorrow.",
            settings.limits.personal_minutes_per_day,
        )
    if action is Action.BLOCK and settings.lock_level is LockLevel.GENTLE:
        return words.say(_GENTLE_BLOCK)
    return words.say(_EXPLAINED[action])
