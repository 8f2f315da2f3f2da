# SPDX-License-Identifier: MIT
"""How are instants, days and lengths of time said? The names of days and months come from our own translations."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from rideau.domain.text import Text
from rideau.wording.words import Words

DAYS = (
    Text("Monday"),
    Text("Tuesday"),
    Text("Wednesday"),
    Text("Thursday"),
    Text("Friday"),
    Text("Saturday"),
    Text("Sunday"),
)
SHORT_DAYS = (Text("Mon"), Text("Tue"), Text("Wed"), Text("Thu"), Text("Fri"), Text("Sat"), Text("Sun"))
MONTHS = (
    Text("January"),
    Text("February"),
    Text("March"),
    Text("April"),
    Text("May"),
    Text("June"),
    Text("July"),
    Text("August"),
    Text("September"),
    Text("October"),
    Text("November"),
    Text("December"),
)
SHORT_MONTHS = (
    Text("Jan"),
    Text("Feb"),
    Text("Mar"),
    Text("Apr"),
    Text("May"),
    Text("Jun"),
    Text("Jul"),
    Text("Aug"),
    Text("Sep"),
    Text("Oct"),
    Text("Nov"),
    Text("Dec"),
)
NOON = 12
WHOLE_DAY = "00:00-24:00"
NEAR_DAYS = 6
"""A weekday's name is enough up to this many days away; further it would name two days."""


def clock_time(words: Words, wall: time | datetime) -> str:
    """Return a wall-clock time: ``9:00`` or ``9:00 AM`` in English, ``9 h`` or ``9 h 30`` in French."""
    if words.is_12_hour and words.language == "en":
        half = words.text("AM") if wall.hour < NOON else words.text("PM")
        return words.text("{hour}:{minute:02} {half}", hour=wall.hour % NOON or NOON, minute=wall.minute, half=half)
    if wall.minute == 0:
        return words.text("{hour}:00", hour=wall.hour)
    return words.text("{hour}:{minute:02}", hour=wall.hour, minute=wall.minute)


def clock_range(words: Words, hours: str) -> str:
    """Return a range as the settings write it (``09:00-12:30``) in the locale's clock; a whole day is ``all day``."""
    if hours == WHOLE_DAY:
        return words.text("all day")
    try:
        start, end = (_wall(part) for part in hours.split("-"))
    except ValueError:
        return hours
    return words.text("{start}–{end}", start=clock_time(words, start), end=clock_time(words, end))  # noqa: RUF001 an en dash between two times


def weekday(words: Words, day: date) -> str:
    """Return the name of a day of the week: ``Monday``."""
    return words.say(DAYS[day.weekday()])


def short_weekday(words: Words, day: date) -> str:
    """Return the short name of a day of the week: ``Mon``, ``lun.``."""
    return words.say(SHORT_DAYS[day.weekday()])


def full_date(words: Words, day: date) -> str:
    """Return a date with its year: ``4 January 2027``, ``1er janvier 2027``."""
    return words.text("{date} {year}", date=_day_of(words, day, words.say(MONTHS[day.month - 1])), year=day.year)


def short_date(words: Words, day: date) -> str:
    """Return a date without its year: ``4 Jan``, ``4 janv.``."""
    return _day_of(words, day, words.say(SHORT_MONTHS[day.month - 1]))


def month(words: Words, said: str) -> str:
    """Return a year and a month, ``2026-03``, with its name: ``March 2026``, ``mars 2026``."""
    year, _, number = said.partition("-")
    return words.text("{date} {year}", date=words.say(MONTHS[int(number) - 1]), year=year)


def near_date(words: Words, day: date, today: date) -> str:
    """Return a date as said on ``today``: the year only where it is another one."""
    if day.year != today.year:
        return full_date(words, day)
    return _day_of(words, day, words.say(MONTHS[day.month - 1]))


def until(words: Words, instant: datetime, now: datetime, zone: ZoneInfo) -> str:
    """Return an instant near ``now``, short: ``12:30`` today, ``Mon 9:00`` within six days, else the date.

    Past instants are said the same way. ``zone`` is the one in which it is read.
    """
    local, today = instant.astimezone(zone), now.astimezone(zone).date()
    days = abs((local.date() - today).days)
    if days == 0:
        return clock_time(words, local)
    if days <= NEAR_DAYS:
        return words.text("{day} {time}", day=short_weekday(words, local), time=clock_time(words, local))
    return near_date(words, local.date(), today)


def coming(words: Words, instant: datetime, now: datetime, zone: ZoneInfo) -> str:
    """Return an instant of the near future for a list, always with its time: ``Mon 9:00``, ``28 Nov 9:00``."""
    if abs(_days_ahead(instant, now, zone)) <= NEAR_DAYS:
        return until(words, instant, now, zone)
    local = instant.astimezone(zone)
    return words.text("{day} {time}", day=short_date(words, local), time=clock_time(words, local))


def until_when(words: Words, instant: datetime, now: datetime, zone: ZoneInfo) -> str:
    """Return ``until`` with its preposition: ``until Mon 9:00``, ``jusqu'à lundi 9 h``, ``jusqu'au 24 août``."""
    said, days = until(words, instant, now, zone), _days_ahead(instant, now, zone)
    if days > NEAR_DAYS:
        return words.text("until {date}", date=said)
    if words.language == "fr" and 0 < abs(days) <= NEAR_DAYS:  # a French sentence spells its days out
        local = instant.astimezone(zone)
        said = words.text("{day} {time}", day=weekday(words, local), time=clock_time(words, local))
    return words.text("until {time}", time=said)


def see_you(words: Words, instant: datetime, now: datetime, zone: ZoneInfo) -> str:
    """Return the good-bye of the house: ``See you Monday at 9:00.``, ``À lundi, 9 h.``."""
    local, days = instant.astimezone(zone), _days_ahead(instant, now, zone)
    said = clock_time(words, local)
    if days == 0:
        return words.text("See you at {time}.", time=said)
    if days == 1:
        return words.text("See you tomorrow at {time}.", time=said)
    if 0 < days <= NEAR_DAYS:
        return words.text("See you {day} at {time}.", day=weekday(words, local), time=said)
    day = near_date(words, local.date(), now.astimezone(zone).date())
    return words.text("See you on {date} at {time}.", date=day, time=said)


def stamp(words: Words, instant: datetime, zone: ZoneInfo) -> str:
    """Return an instant of a list: ``Mon 4 Jan 9:00``."""
    local = instant.astimezone(zone)
    return words.text(
        "{day} {date} {time}",
        day=short_weekday(words, local),
        date=short_date(words, local),
        time=clock_time(words, local),
    )


def duration(words: Words, length: timedelta) -> str:
    """Return a length of time: ``10 minutes``, ``1 hour``, ``1 h 30 min``, ``45 seconds``."""
    seconds = round(length.total_seconds())
    hours, minutes = divmod(seconds // 60, 60)
    if seconds % 60 and not hours:
        return words.plural("{count} second", "{count} seconds", seconds)
    if not hours:
        return words.plural("{count} minute", "{count} minutes", minutes)
    if not minutes:
        return words.plural("{count} hour", "{count} hours", hours)
    return words.text("{hours} h {minutes:02} min", hours=hours, minutes=minutes)


def said(words: Words, value: datetime | timedelta) -> str:
    """Return what fills a blank of a ``Text``, spelled out: an instant, read in its own zone, or a length of time."""
    if isinstance(value, timedelta):
        return duration(words, value)
    local = _day_of(words, value, words.say(MONTHS[value.month - 1]))
    return words.text("{day} {date}, {time}", day=weekday(words, value), date=local, time=clock_time(words, value))


def _wall(text: str) -> time:
    hour, minute = (int(part) for part in text.split(":"))
    return time(hour % 24, minute)


def _day_of(words: Words, day: date, month: str) -> str:
    if day.day == 1:
        return words.text("1 {month}", month=month)
    return words.text("{day} {month}", day=day.day, month=month)


def _days_ahead(instant: datetime, now: datetime, zone: ZoneInfo) -> int:
    return (instant.astimezone(zone).date() - now.astimezone(zone).date()).days
