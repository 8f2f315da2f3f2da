# SPDX-License-Identifier: MIT
"""How are the opening hours of a week said? Each stretch, what they come to, and the rest they leave."""

from datetime import time

from rideau.domain.settings import MINUTES_PER_DAY, ClockRange
from rideau.domain.text import Text
from rideau.domain.week_edit import DAYS as DAYS_IN_A_WEEK
from rideau.domain.week_edit import Weeks
from rideau.domain.week_truth import DAILY_REST, WEEKLY_REST, Rest, Truth, leaves_work, short_rests, truth_of
from rideau.wording.moments import DAYS, SHORT_DAYS, clock_range, clock_time
from rideau.wording.words import Words

MINUTES_PER_HOUR = 60
WHOLE_DAY = ClockRange(0, MINUTES_PER_DAY)
_NO_BLANKS = {ord(blank): None for blank in "\u00a0\u202f"}
_AXIS = range(0, 25, 3)


def hours_said(words: Words, hours: ClockRange) -> str:
    """Return a stretch as it is written on its bar: ``9:00–12:30``."""  # noqa: RUF002 - an en dash between times
    return clock_range(words, str(hours))


def hours_in_short(words: Words, hours: ClockRange) -> tuple[str, ...]:
    """Return a stretch as a bar may say it, the narrower the later: ``9:00–12:30``, ``9–12:30``."""  # noqa: RUF002 - as above
    full = hours_said(words, hours)
    if words.language == "fr":
        return full, full.translate(_NO_BLANKS)
    if not words.is_12_hour or hours == WHOLE_DAY:
        return full, full.replace(":00", "")
    start, end = (_hour_hand(minute) for minute in hours)
    plain = words.text("{start}–{end}", start=start, end=end)  # noqa: RUF001 - an en dash between times
    return full, plain, plain.replace(":00", "")


def time_said(words: Words, minute: int) -> str:
    """Return a minute of a day, or of the next one, as its clock shows it."""
    hour, rest = divmod(minute % MINUTES_PER_DAY, MINUTES_PER_HOUR)
    return clock_time(words, time(hour, rest))


def day_said(words: Words, day: int) -> str:
    """Return the name of a weekday, 0 being Monday."""
    return words.say(DAYS[day])


def short_day_said(words: Words, day: int) -> str:
    """Return the short name of a weekday."""
    return words.say(SHORT_DAYS[day])


def axis_said(words: Words) -> tuple[str, ...]:
    """Return what stands above every third hour, from midnight to midnight."""
    if words.is_12_hour and words.language == "en":
        halves = {0: words.text("AM"), 12: words.text("PM"), 24: words.text("AM")}
        return tuple(f"{hour % 12 or 12} {halves[hour]}" if hour in halves else f"{hour % 12}" for hour in _AXIS)
    return tuple(str(hour) for hour in _AXIS)


def stretch_said(words: Words, day: int, hours: ClockRange) -> str:
    """Return a stretch as it is read aloud: ``Monday, 9:00 to 12:30``."""
    named = row_name(words, day)
    if hours == WHOLE_DAY:
        return words.text("{day}, all day", day=named)
    start, end = time_said(words, hours.start), time_said(words, hours.end)
    if hours.end > MINUTES_PER_DAY:
        next_day = day_said(words, (day + 1) % DAYS_IN_A_WEEK)
        return words.text("{day}, {start} to {next_day}, {end}", day=named, start=start, end=end, next_day=next_day)
    return words.text("{day}, {start} to {end}", day=named, start=start, end=end)


def row_name(words: Words, day: int, *, is_short: bool = False) -> str:
    """Return the name of a weekday as it begins a line, with a capital: ``Lundi``."""
    said = short_day_said(words, day) if is_short else day_said(words, day)
    return said[:1].upper() + said[1:]


def week_name(words: Words, number: int) -> str:
    """Return what the ``number``-th of the weeks is called: ``Week A``."""
    return words.text("Week {letter}", letter=week_letter(number))


def week_letter(number: int) -> str:
    """Return the letter of the ``number``-th of the weeks."""
    return chr(ord("A") + number)


def length_said(words: Words, minutes: float) -> str:
    """Return a length of time: ``15 h``, ``37 h 30 min``."""
    hours, rest = divmod(round(minutes), MINUTES_PER_HOUR)
    if not rest:
        return words.text("{hours} h", hours=hours)
    return words.text("{hours} h {minutes:02} min", hours=hours, minutes=rest)


def truth_lines(words: Words, weeks: Weeks) -> tuple[str, ...]:
    """Return what the hours come to: a line for the work, and one for the rest where there is any work."""
    truth = truth_of(weeks)
    if not any(truth.work):
        return (words.text("No hours yet: always closed. Double-click in a day to open."),)
    return f"{_work(words, truth)} {_evenings(words, truth)}", _rest(words, truth)


def rest_warnings(words: Words, weeks: Weeks) -> tuple[str, ...]:
    """Return what falls short of the rest that is due: the shortest between two days, and the week's."""
    short = short_rests(weeks)
    truth = truth_of(weeks)
    least = min(truth.weekly)
    warned = [_short_rest(words, short, weeks)] if short else []
    if least < WEEKLY_REST:
        warned.append(
            words.text(
                "The longest rest of {week} is {found}; {due} are due in one piece each week (Directive 2003/88/EC,"
                " article 5; in France, L3132-2; read November 2026). Agreements may differ, and the choice is yours.",
                week=_week_meant(words, truth.weekly.index(least), len(weeks)),
                found=length_said(words, least),
                due=length_said(words, WEEKLY_REST),
            )
        )
    return tuple(warned)


def _hour_hand(minute: int) -> str:
    hour, rest = divmod(minute, MINUTES_PER_HOUR)
    return f"{hour % 12 or 12}:{rest:02}"


def _work(words: Words, truth: Truth) -> str:
    if len(truth.work) == 1:
        return words.text("{length} of work.", length=length_said(words, truth.work[0]))
    each = ", ".join(
        words.text("{week} {length}", week=week_name(words, number), length=length_said(words, minutes))
        for number, minutes in enumerate(truth.work)
    )
    return words.text("{weeks}: {average} of work on average.", weeks=each, average=length_said(words, truth.average))


def _evenings(words: Words, truth: Truth) -> str:
    fewest = min(truth.evenings)
    if fewest == max(truth.evenings):
        if fewest == DAYS_IN_A_WEEK:
            return words.text("Every evening is free.")
        return words.plural("{count} evening free.", "{count} evenings free.", fewest)
    return words.text("{fewest} to {most} evenings free.", fewest=fewest, most=max(truth.evenings))


def _rest(words: Words, truth: Truth) -> str:
    weekly = words.text(
        "Longest rest {longest} ({due} are due each week).",
        longest=length_said(words, min(truth.weekly)),
        due=length_said(words, WEEKLY_REST),
    )
    if truth.shortest is None:
        return weekly
    daily = words.text(
        "Shortest rest {shortest} ({due} are due between two days).",
        shortest=length_said(words, truth.shortest.minutes),
        due=length_said(words, DAILY_REST),
    )
    return f"{daily} {weekly}"


def _short_rest(words: Words, short: tuple[Rest, ...], weeks: Weeks) -> str:
    rest = short[0]
    said = words.text(
        "From {end} to {start} there are {found} of rest; {due} are due (Directive 2003/88/EC, article 3; in France,"
        " L3131-1; read November 2026). {way} Agreements may differ, and the choice is yours.",
        end=_moment(words, rest.start, len(weeks)),
        start=_moment(words, rest.end, len(weeks)),
        found=length_said(words, rest.minutes),
        due=length_said(words, DAILY_REST),
        way=_way_to_rest(words, rest, weeks),
    )
    if len(short) == 1:
        return said
    more = words.plural("{count} other rest is short, too.", "{count} other rests are short, too.", len(short) - 1)
    return f"{said} {more}"


def _way_to_rest(words: Words, rest: Rest, weeks: Weeks) -> str:
    """Return what would leave a rest whole: opening later, or closing earlier where no work would be left."""
    if leaves_work(weeks, rest):
        opening = time_said(words, rest.start + DAILY_REST)
        return words.text("Opening at {time} would leave them whole.", time=opening)
    return words.text("Closing at {time} would leave them whole.", time=time_said(words, rest.end - DAILY_REST))


def _moment(words: Words, minute: int, weeks: int) -> str:
    day, clock = divmod(minute, MINUTES_PER_DAY)
    number, weekday = divmod(day, DAYS_IN_A_WEEK)
    said = words.text("{day} {time}", day=day_said(words, weekday), time=time_said(words, clock))
    if weeks == 1:
        return said
    return words.text("{moment} ({week})", moment=said, week=week_name(words, number % weeks))


def _week_meant(words: Words, number: int, weeks: int) -> str:
    return words.text("your week") if weeks == 1 else week_name(words, number)


def hours_of_day(day: int) -> Text:
    """Return what a change of a day's hours is called, to be taken back."""
    return DAYS[day]
