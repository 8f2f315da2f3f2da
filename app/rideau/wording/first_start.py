# SPDX-License-Identifier: MIT
"""What is said to who skipped the assistant? Until when it is open, and which hours hold then."""

from datetime import datetime
from zoneinfo import ZoneInfo

from rideau.domain.plain_week import PlainWeek
from rideau.domain.text import Text
from rideau.wording.moments import DAYS, clock_range, until
from rideau.wording.words import Words


def starter_hours(words: Words, week: PlainWeek, end: datetime, now: datetime, zone: ZoneInfo) -> tuple[str, str]:
    """Return title and body: it is open until ``end``; then ``week`` holds, whose days follow one another."""
    title = words.text("Open until {time}", time=until(words, end, now, zone))
    ranges = [clock_range(words, str(each)) for each in week.ranges]
    hours = words.text("{first} and {last}", first=", ".join(ranges[:-1]), last=ranges[-1]) if ranges[1:] else ranges[0]
    body = Text(
        "Then Rideau keeps office hours: {first} to {last}, {hours}. The settings change them.",
        first=words.say(DAYS[min(week.days)]),
        last=words.say(DAYS[max(week.days)]),
        hours=hours,
    )
    return title, words.say(body)
