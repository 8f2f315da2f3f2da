# SPDX-License-Identifier: MIT
"""What is said at the door: to an app that comes while it is closed, to one that is to leave, and about the key?

These sentences are read within a minute or two, so they may say “tomorrow” (the signs on closed sites may not).
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from rideau.domain.app import Closing, Stage
from rideau.domain.text import Text
from rideau.wording.moments import NEAR_DAYS, clock_time, duration, near_date, until, weekday
from rideau.wording.shapes import Present
from rideau.wording.words import Words

MOST_NAMED = 3
MINUTE_S = 60
STEP_S = 10
"""Within the last minute the sentence goes in steps of this; the clock beside it says the second."""
_KEYS = (
    Text("The second key since closing"),
    Text("The third key since closing"),
    Text("The fourth key since closing"),
)
_STAGES = {
    Stage.ASKED: Text("{app} was asked to close."),
    Stage.SAVING: Text("{app} asks about unsaved work; it is left in peace."),
    Stage.STAYED: Text("{app} did not close when it was asked to; it is left in peace."),
    Stage.FROZEN: Text("{app} rests until the next opening."),
}


def listed(words: Words, names: Sequence[str], most: int = MOST_NAMED) -> str:
    """Return ``names`` as one says them: ``Slack, Teams and Outlook``; of many, the first and how many more."""
    if len(names) <= 1:
        return "".join(names)
    if len(names) > most:
        head, rest = names[: most - 1], len(names) - most + 1
        last = words.plural("{count} more", "{count} more", rest)
    else:
        head, last = names[:-1], names[-1]
    return words.text("{first} and {last}", first=", ".join(head), last=last)


def closed_title(words: Words, names: Sequence[str], opens_at: datetime | None, present: Present) -> str:
    """Return what the curtain says first: ``Slack is closed for today``."""
    apps, count = listed(words, names), len(names)
    if opens_at is None:
        return words.plural("{apps} is closed", "{apps} are closed", count, apps=apps)
    if _days_ahead(opens_at, present) == 0:
        return words.plural("{apps} is closed for now", "{apps} are closed for now", count, apps=apps)
    return words.plural("{apps} is closed for today", "{apps} are closed for today", count, apps=apps)


def opens(words: Words, count: int, opens_at: datetime | None, present: Present) -> str:
    """Return when what is closed opens: ``Opens tomorrow at 9:00.``; empty where it never does."""
    if opens_at is None:
        return ""
    local, days = opens_at.astimezone(present.zone), _days_ahead(opens_at, present)
    time = clock_time(words, local)
    if days == 0:
        when = words.text("today at {time}", time=time)
    elif days == 1:
        when = words.text("tomorrow at {time}", time=time)
    elif days <= NEAR_DAYS:
        when = words.text("{day} at {time}", day=weekday(words, local), time=time)
    else:
        today = present.at.astimezone(present.zone).date()
        when = words.text("on {date} at {time}", date=near_date(words, local.date(), today), time=time)
    return words.plural("Opens {when}.", "They open {when}.", count, when=when)


def closes_in(words: Words, apps: str, count: int, left_s: float) -> str:
    """Return what the countdown says: ``Slack closes in 1 minute.``; ``apps`` are ``count`` names, listed."""
    if left_s > MINUTE_S:
        length = timedelta(minutes=-(-left_s // MINUTE_S))
    elif round(left_s) < STEP_S:
        return words.plural("{apps} closes in a few seconds.", "{apps} close in a few seconds.", count, apps=apps)
    else:
        length = timedelta(seconds=round(left_s / STEP_S) * STEP_S)
    said = duration(words, length)
    return words.plural("{apps} closes in {length}.", "{apps} close in {length}.", count, apps=apps, length=said)


def clock_left(words: Words, left_s: float) -> str:
    """Return the time left as a clock beside the sentence shows it: ``0:43``, and whole minutes above one."""
    if left_s > MINUTE_S:
        return words.text("{minutes} min", minutes=int(-(-left_s // MINUTE_S)))
    seconds = max(round(left_s), 0)
    return f"{seconds // MINUTE_S}:{seconds % MINUTE_S:02}"


def stage(words: Words, closing: Closing, present: Present) -> str:
    """Return how far the closing of one app is, in one sentence."""
    app = closing.name
    if closing.stage is Stage.IN_CALL:
        return words.text("{app} closes when your call ends.", app=app)
    if closing.stage is Stage.HIDDEN:
        return words.text("{app} has no window left, and stops in a few seconds.", app=app)
    if closing.stage is not Stage.COUNTING:
        return words.text(_STAGES[closing.stage].template, app=app)
    if closing.closes_at is None:
        return words.text("{app} is about to close.", app=app)
    return words.text(
        "{app} closes at {time}.", app=app, time=until(words, closing.closes_at, present.at, present.zone)
    )


def stretches(words: Words, left: int) -> str:
    """Return how often five more minutes can still be had."""
    if not left:
        return words.text("The extra minutes are used up.")
    return words.plural("Five more minutes can be had once.", "Five more minutes can be had {count} times.", left)


def wait_note(words: Words, used: int, wait: timedelta) -> str:
    """Return what the next key costs: ``The third key since closing; the wait is 40 seconds.``."""
    length = duration(words, wait)
    if used == 0:
        return words.text("The door opens after {length}.", length=length)
    if used <= len(_KEYS):
        return words.text("{which_key}; the wait is {length}.", which_key=_KEYS[used - 1], length=length)
    return words.text("Key {number} since closing; the wait is {length}.", number=used + 1, length=length)


def opens_in(words: Words, left_s: float) -> str:
    """Return how long the key still takes: ``Opens in 8 seconds``."""
    return words.text("Opens in {length}", length=_seconds(words, left_s))


def ends_in(words: Words, left_s: float) -> str:
    """Return how long leaving still takes: ``Rideau ends in 8 seconds.``."""
    return words.text("Rideau ends in {wait}.", wait=_seconds(words, left_s))


def _seconds(words: Words, left_s: float) -> str:
    return duration(words, timedelta(seconds=max(-(-left_s // 1), 1)))


def _days_ahead(instant: datetime, present: Present) -> int:
    return (instant.astimezone(present.zone).date() - present.at.astimezone(present.zone).date()).days
