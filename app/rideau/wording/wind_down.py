# SPDX-License-Identifier: MIT
"""What is said in the evening's small window, and to those who write meanwhile? (gentleness, rules 15, 16, 18)."""

from datetime import datetime
from zoneinfo import ZoneInfo

from rideau.wording.evening import EVENING_HOUR
from rideau.wording.moments import NEAR_DAYS, clock_time, near_date, weekday
from rideau.wording.words import Words

OPENING = "{opening}"


def comes_down(words: Words, closes_at: datetime, zone: ZoneInfo) -> str:
    """Return until when it is: ``The curtain comes down at 18:00.``."""
    return words.text("The curtain comes down at {time}.", time=clock_time(words, closes_at.astimezone(zone)))


def opening_said(words: Words, opening: datetime, now: datetime, zone: ZoneInfo) -> str:
    """Return an opening as told to somebody else: ``tomorrow, Tuesday, at 9:00``, ``Monday at 9:00``.

    Whoever reads it does so another day, so a day is always named.
    """
    local, today = opening.astimezone(zone), now.astimezone(zone).date()
    time = clock_time(words, local)
    if (local.date() - today).days <= NEAR_DAYS:
        return words.text("{day} at {time}", day=weekday(words, local), time=time)
    date_ = near_date(words, local.date(), today)
    return words.text("{day} {date} at {time}", day=weekday(words, local), date=date_, time=time)


def away_message(words: Words, own: str, opening: str) -> str:
    """Return what to tell people who write while it is closed: the person's own text, or Rideau's."""
    if own.strip():
        return own.replace(OPENING, opening)
    if not opening:
        return words.text("Thank you for your message. I am away now, and will answer when I am back.")
    return words.text(
        "Thank you for your message. I am back on {opening}, and will answer then. No need to write again.",
        opening=opening,
    )


def no_reply(words: Words, opening: str) -> str:
    """Return the line for a message that goes out late: ``No reply needed before Monday at 9:00.``; empty for never."""
    return words.text("No reply needed before {opening}.", opening=opening) if opening else ""


def for_day(words: Words, opening: datetime | None, now: datetime, zone: ZoneInfo) -> str:
    """Return the day that one looks ahead to: ``for tomorrow``, ``for Monday``, ``for 4 January``, ``for later``."""
    if opening is None:
        return words.text("for later")
    day, today = opening.astimezone(zone).date(), now.astimezone(zone).date()
    days = (day - today).days
    if days <= 1:
        return words.text("for tomorrow") if days == 1 else words.text("for later today")
    if days <= NEAR_DAYS:
        return words.text("for {day}", day=weekday(words, day))
    return words.text("for {date}", date=near_date(words, day, today))


def is_before_days_off(opening: datetime | None, now: datetime, zone: ZoneInfo) -> bool:
    """Tell whether a day without work lies between."""
    return opening is None or (opening.astimezone(zone).date() - now.astimezone(zone).date()).days > 1


def greeting(words: Words, now: datetime, zone: ZoneInfo) -> str:
    """Return how one is greeted at an opening at that time of day."""
    hour = now.astimezone(zone).hour
    if hour < 12:  # noqa: PLR2004 - noon
        return words.text("Good morning")
    return words.text("Welcome back") if hour < EVENING_HOUR else words.text("Good evening")
