# SPDX-License-Identifier: MIT
"""What will happen tonight, in one sentence and a good-bye?"""

from datetime import datetime
from zoneinfo import ZoneInfo

from rideau.domain.evening import Evening
from rideau.domain.phase import Phase, Rule
from rideau.wording.doorway import listed
from rideau.wording.moments import NEAR_DAYS, clock_time, near_date, see_you, until_when, weekday
from rideau.wording.words import Words

MOST_NAMED = 3
EVENING_HOUR, MORNING_HOUR = 17, 6


def tonight(words: Words, evening: Evening) -> str:
    """Return what happens at the end of the day: ``Tonight at 18:00 Slack closes; Signal stays open. …``."""
    said = _sentence(words, evening)
    if not (evening.closing or evening.silent) or evening.reopens_at is None:
        return said
    return f"{said} {see_you(words, evening.reopens_at, evening.now, evening.zone)}"


def said_waiting(words: Words, opening: datetime | None, now: datetime, zone: ZoneInfo) -> str:
    """Return what is said to who changes something while it is closed firmly: what would open waits."""
    if opening is None:
        return words.text("It is closed now: what you tightened holds at once, what would open it waits.")
    return words.text(
        "It is closed now: what you tightened holds at once, what would open it waits {until}.",
        until=until_when(words, opening, now, zone),
    )


def _sentence(words: Words, evening: Evening) -> str:
    if not (evening.closing or evening.silent):
        return words.text("Nothing closes tonight: none of your networks is for work yet.")
    if evening.is_closed_until_another_day:
        return _with_staying(words, _already_closed(words, evening), evening)
    if evening.closes_at is None:
        return words.text("Nothing closes: your shop is open around the clock until you draw your hours.")
    when = when_said(words, evening.closes_at, evening)
    if evening.opens_at is not None:
        return _with_staying(words, _later_today(words, evening, evening.opens_at, when), evening)
    said = _with_staying(words, _closes(words, evening, when), evening)
    return said if _is_tonight(evening.closes_at, evening) else words.text("Nothing closes tonight. {said}", said=said)


def _is_tonight(instant: datetime, evening: Evening) -> bool:
    """Tell whether ``instant`` is today, or in the night that follows."""
    local, today = instant.astimezone(evening.zone), evening.now.astimezone(evening.zone).date()
    days = (local.date() - today).days
    return days == 0 or (days == 1 and local.hour < MORNING_HOUR)


def _closes(words: Words, evening: Evening, when: str) -> str:
    start = _capital(when)
    if not evening.closing:
        apps, count = _names(words, evening.silent)
        return words.plural(
            "{when} {apps} falls silent, and nothing closes",
            "{when} {apps} fall silent, and nothing closes",
            count,
            when=start,
            apps=apps,
        )
    apps, count = _names(words, evening.closing)
    return words.plural("{when} {apps} closes", "{when} {apps} close", count, when=start, apps=apps)


def _later_today(words: Words, evening: Evening, opens_at: datetime, when: str) -> str:
    opening = clock_time(words, opens_at.astimezone(evening.zone))
    if not evening.closing:
        apps, count = _names(words, evening.silent)
        return words.plural(
            "{apps} is silent until {opening}, and again {when}",
            "{apps} are silent until {opening}, and again {when}",
            count,
            apps=apps,
            opening=opening,
            when=when,
        )
    apps, count = _names(words, evening.closing)
    return words.plural(
        "{apps} opens at {opening} and closes {when}",
        "{apps} open at {opening} and close {when}",
        count,
        apps=apps,
        opening=opening,
        when=when,
    )


def _already_closed(words: Words, evening: Evening) -> str:
    names = evening.closing or evening.silent
    apps, count = _names(words, names)
    if not evening.closing:
        said = words.plural("{apps} is silent from now on", "{apps} are silent from now on", count, apps=apps)
    else:
        said = words.plural("{apps} is closed from now on", "{apps} are closed from now on", count, apps=apps)
    reason = evening.interval.reason
    if reason.rule is Rule.HOLIDAY and reason.label:
        return words.text("Today is {holiday}: {said}", holiday=reason.label, said=said)
    if evening.interval.phase is Phase.AWAY:
        return words.text("You are on leave: {said}", said=said)
    return said


def _with_staying(words: Words, said: str, evening: Evening) -> str:
    if not evening.staying:
        return words.text("{said}.", said=said)
    apps, count = _names(words, evening.staying)
    return words.plural("{said}; {apps} stays open.", "{said}; {apps} stay open.", count, said=said, apps=apps)


def when_said(words: Words, instant: datetime, evening: Evening) -> str:
    """Return when something happens, as said on the evening: ``tonight at 18:00``, ``Monday at 12:30``."""
    local, today = instant.astimezone(evening.zone), evening.now.astimezone(evening.zone).date()
    time, days = clock_time(words, local), (local.date() - today).days
    if days == 0 and local.hour >= EVENING_HOUR:
        return words.text("tonight at {time}", time=time)
    if days == 0:
        return words.text("today at {time}", time=time)
    if days == 1 and (local.hour, local.minute) == (0, 0):
        return words.text("tonight at midnight")
    if days == 1:
        return words.text("tomorrow at {time}", time=time)
    if days <= NEAR_DAYS:
        return words.text("{day} at {time}", day=weekday(words, local), time=time)
    return words.text("on {date} at {time}", date=near_date(words, local.date(), today), time=time)


def _names(words: Words, names: tuple[str, ...]) -> tuple[str, int]:
    return listed(words, names, MOST_NAMED), len(names)


def _capital(said: str) -> str:
    return said[:1].upper() + said[1:]
