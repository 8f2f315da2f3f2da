# SPDX-License-Identifier: MIT
"""What does each lock level do tonight? One sentence with the real time and the real names (SPEC E8)."""

from rideau.domain.evening import Evening
from rideau.domain.settings import LockLevel
from rideau.domain.text import Text
from rideau.wording.doorway import listed
from rideau.wording.evening import when_said
from rideau.wording.moments import until_when
from rideau.wording.words import Words

MOST_NAMED = 3
NAMES = {LockLevel.GENTLE: Text("Gentle"), LockLevel.FIRM: Text("Firm"), LockLevel.LOCKED: Text("Locked")}
_IN_GENERAL = {
    LockLevel.GENTLE: Text("Mutes, and never closes anything."),
    LockLevel.FIRM: Text("Closes; a key opens for a few minutes, after a short wait and for a reason."),
    LockLevel.LOCKED: Text("Closes, and no key opens before the next opening."),
}
_WAYS_IN = {
    LockLevel.FIRM: Text("A key opens for a few minutes: a short wait that grows with each, and a reason."),
    LockLevel.LOCKED: Text("No key opens before that; the emergency exit takes ten minutes of waiting."),
}


def level_tonight(words: Words, level: LockLevel, evening: Evening) -> str:
    """Return what ``level`` does at the end of the present day."""
    names = evening.closing
    closes_at = evening.now if evening.is_closed_until_another_day else evening.closes_at
    if not names or closes_at is None:
        return words.say(_IN_GENERAL[level])
    when = words.text("now") if closes_at == evening.now else when_said(words, closes_at, evening)
    apps, start, count = listed(words, names, MOST_NAMED), when[:1].upper() + when[1:], len(names)
    if level is LockLevel.GENTLE:
        return words.plural(
            "{when} {apps} falls silent. Nothing closes.",
            "{when} {apps} fall silent. Nothing closes.",
            count,
            when=start,
            apps=apps,
        )
    closed = _closed(words, evening, start, apps)
    return f"{closed} {words.say(_WAYS_IN[level])}"


def _closed(words: Words, evening: Evening, start: str, apps: str) -> str:
    if evening.reopens_at is None:
        return words.plural(
            "{when} {apps} closes.", "{when} {apps} close.", len(evening.closing), when=start, apps=apps
        )
    until = until_when(words, evening.reopens_at, evening.now, evening.zone)
    return words.plural(
        "{when} {apps} closes {until}.",
        "{when} {apps} close {until}.",
        len(evening.closing),
        when=start,
        apps=apps,
        until=until,
    )
