# SPDX-License-Identifier: MIT
"""How is it said that a rest is short? The rule, the figures and the choice; nobody is told what to do (SPEC H6)."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from rideau.domain.rest import DAILY, WEEKLY, Rest
from rideau.domain.settings import LockLevel
from rideau.wording.moments import clock_time, duration
from rideau.wording.shapes import FullStatus
from rideau.wording.words import Words


def name_of_later_opening(words: Words) -> str:
    """Return what a later opening is called where it is shown who closed."""
    return words.text("for a whole night's rest")


def short_after_work(words: Words, rest: Rest, now: datetime, zone: ZoneInfo) -> tuple[str, str]:
    """Return the title and the sentences for a rest that work by hand made short."""
    title = words.text("Your rest until then: {length}", length=duration(words, rest.length))
    body = words.text(
        "You worked until {end}, and open {until}. {rule} Opening at {later} would leave it whole.",
        end=clock_time(words, rest.start.astimezone(zone)),
        until=_at(words, rest.end, now, zone),
        rule=daily_rule(words),
        later=clock_time(words, rest.later_opening.astimezone(zone)),
    )
    return title, body


def later_label(words: Words, rest: Rest, zone: ZoneInfo) -> str:
    """Return the label of the button that takes the later opening."""
    return words.text("Open at {time}", time=clock_time(words, rest.later_opening.astimezone(zone)))


def taken(words: Words, rest: Rest, opening: datetime, present: FullStatus) -> tuple[str, str]:
    """Return what was done: ``You open tomorrow at 10:15; your rest is 11 hours.``."""
    title = _opens(words, rest, opening, (present.at, present.zone))
    if present.lock_level is LockLevel.LOCKED:
        return title, words.text("The lock keeps it so.")
    return title, words.text("“Go back to my hours” takes it back.")


def moved(words: Words, rest: Rest, now: datetime, zone: ZoneInfo) -> str:
    """Return what was done to the plan: ``You open tomorrow at 10:15; your rest is 11 hours. …``."""
    opens = _opens(words, rest, rest.later_opening, (now, zone))
    return words.text("{opens} That day stands among your exceptions.", opens=opens)


def planned(words: Words, rest: Rest, zone: ZoneInfo) -> str:
    """Return what is said of a rest that is short by plan."""
    return words.text(
        "From {start} to {end} you have {length} of rest. {rule} Opening at {later} would leave it whole.",
        start=clock_time(words, rest.start.astimezone(zone)),
        end=clock_time(words, rest.end.astimezone(zone)),
        length=duration(words, rest.length),
        rule=daily_rule(words),
        later=clock_time(words, rest.later_opening.astimezone(zone)),
    )


def planned_week(words: Words, longest: timedelta) -> str:
    """Return what is said of a week in which no rest is long enough."""
    return words.text(
        "The longest rest of the coming week is {length}. The European rule is {hours} hours in one piece in each"
        " week (Directive 2003/88, article 5, read November 2026); agreements may differ.",
        length=duration(words, longest),
        hours=WEEKLY // timedelta(hours=1),
    )


def daily_rule(words: Words) -> str:
    """Return the rule on a day's rest."""
    return words.text(
        "The European rule is {hours} hours in a row (Directive 2003/88, article 3, read November 2026); agreements may"
        " differ.",
        hours=DAILY // timedelta(hours=1),
    )


def _opens(words: Words, rest: Rest, opening: datetime, present: tuple[datetime, ZoneInfo]) -> str:
    at, length = _at(words, opening, *present), duration(words, opening - rest.start)
    return words.text("You open {at}; your rest is {length}.", at=at, length=length)


def _at(words: Words, opening: datetime, now: datetime, zone: ZoneInfo) -> str:
    local, today = opening.astimezone(zone), now.astimezone(zone).date()
    time = clock_time(words, local)
    if (local.date() - today).days == 1:
        return words.text("tomorrow at {time}", time=time)
    return words.text("at {time}", time=time)
