# SPDX-License-Identifier: MIT
"""What hangs on a closed door, and what does the shop front say? In words that stay true until the phase ends.

They are read at any hour of the evening and the night, so they name days and never say “tomorrow”.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import NamedTuple
from zlib import crc32
from zoneinfo import ZoneInfo

from rideau.domain.key import EMERGENCY
from rideau.domain.network import Network
from rideau.domain.phase import Interval
from rideau.domain.plan import Plan
from rideau.domain.settings import Breath, LockLevel
from rideau.domain.text import Text
from rideau.keeper.message import Sign
from rideau.wording.breath import breath_title, breath_why, go_in, leave_it, urgent, what_for
from rideau.wording.moments import NEAR_DAYS, clock_time, duration, near_date, weekday
from rideau.wording.phrases import phase, phase_until, why
from rideau.wording.words import Words

KEY_MINUTES = 10
THIRD = 3

LATE = Text("Something on your mind? Write it down; it will be here tomorrow.")
TIPS = (
    LATE,
    Text("The kettle is closer than the inbox."),
    Text("Ten slow breaths take less time than one more scroll."),
    Text("Whoever wrote to you tonight can wait until the morning, and knows it."),
    Text("Look out of the window for a minute; something has changed out there."),
    Text("Stand up, stretch, drink a glass of water. Then see what you still want."),
    Text("The best idea of the week may come on a walk."),
    Text("Call somebody you like. Two minutes count."),
    Text("A question kept overnight often answers itself."),
    Text("Your plants may have opinions about the watering can."),
    Text("What is urgent will ring. The rest can sleep."),
    Text("Put one song on, and do nothing else for as long as it plays."),
)


class Moment(NamedTuple):
    """Hold what the signs are written by. Fits ``shapes.Present``."""

    plan: Plan
    at: datetime
    """Aware UTC."""
    zone: ZoneInfo
    lock_level: LockLevel

    @property
    def interval(self) -> Interval:
        """Return the phase in force."""
        return self.plan.interval

    @property
    def opens_at(self) -> datetime | None:
        """Return when what is closed now opens: at the end of a phase inside work hours, else when these begin."""
        return self.interval.end if self.interval.phase.is_open else self.plan.next_opening


def signs(words: Words, networks: tuple[Network, ...], moment: Moment) -> Mapping[str, Sign]:
    """Return the sign of each of ``networks``, by id."""
    return {each.id: sign(words, each, moment) for each in networks}


def sign(words: Words, network: Network, moment: Moment) -> Sign:
    """Return what hangs on the door of ``network``: when it opens, why it is closed and until when."""
    if network.id in moment.plan.breath:
        return Sign(breath_title(words, (network.name,)), breath_why(words))
    if network.id in moment.plan.used_up:
        return _used_up(words, network)
    until = phase_until(words, moment.interval.phase, moment.interval.end, moment)
    because = words.text("{why} {until}.", why=why(words, moment.interval.reason), until=until)
    if moment.opens_at is None:
        return Sign(words.text("{network} stays closed. Your hours, your rule.", network=network.name), because)
    when = opening(words, moment.opens_at, moment)
    title = words.text("{network} opens {when}. Your hours, your rule.", network=network.name, when=when)
    return Sign(title, because)


def _used_up(words: Words, network: Network) -> Sign:
    title = words.text("{network} has had its time for today. Your hours, your rule.", network=network.name)
    return Sign(title, words.text("The day's allowance is used up; tomorrow brings a new one."))


def breath_board(words: Words, breath: Breath, moment: Moment) -> Mapping[str, object]:
    """Return what the friendly page says before a breath opens a site."""
    return {
        "seconds": breath.seconds,
        "leave": leave_it(words, moment),
        "go_in": go_in(words, breath.minutes),
        "urgent": urgent(words),
        "what_for": what_for(words),
    }


def board(words: Words, moment: Moment) -> Mapping[str, object]:
    """Return what the friendly page shows besides: the phase, the good-bye, a tip, the keys that the lock leaves."""
    has_key = moment.lock_level is LockLevel.FIRM and not moment.interval.phase.is_open
    label = words.text("Open for {length}", length=duration(words, timedelta(minutes=KEY_MINUTES)))
    return {
        "language": words.language,
        "phase": moment.interval.phase.value,
        "phase_name": phase(words, moment.interval.phase),
        "opening": opening(words, moment.opens_at, moment) if moment.opens_at else "",
        "headline": headline(words, moment),
        "tip": tip(words, moment.at.astimezone(moment.zone).date(), moment.interval.phase.value),
        "keys": [{"minutes": KEY_MINUTES, "label": label}] if has_key else [],
        "no_key": "" if has_key else _no_key(words, moment),
    }


def headline(words: Words, moment: Moment) -> str:
    """Return the good-bye of the house: ``Closed for today. See you Monday at 9:00.``."""
    opens_at = moment.plan.next_opening
    if moment.interval.phase.is_open:
        return words.text("{until}.", until=phase_until(words, moment.interval.phase, moment.interval.end, moment))
    if opens_at is None:
        return words.text("Closed.")
    local, today = opens_at.astimezone(moment.zone), moment.at.astimezone(moment.zone).date()
    said, days = clock_time(words, local), (local.date() - today).days
    if days == 0:
        return words.text("Closed for now. {see_you}", see_you=words.text("See you at {time}.", time=said))
    if days <= NEAR_DAYS:
        bye = words.text("See you {day} at {time}.", day=weekday(words, local), time=said)
    else:
        bye = words.text("See you on {date} at {time}.", date=near_date(words, local.date(), today), time=said)
    return words.text("Closed for today. {see_you}", see_you=bye)


def opening(words: Words, instant: datetime, moment: Moment) -> str:
    """Return when something opens: ``Monday at 9:00``."""
    local, today = instant.astimezone(moment.zone), moment.at.astimezone(moment.zone).date()
    said, days = clock_time(words, local), (local.date() - today).days
    if days == 0:
        return words.text("today at {time}", time=said)
    if 0 < days <= NEAR_DAYS:
        return words.text("{day} at {time}", day=weekday(words, local), time=said)
    return words.text("on {date} at {time}", date=near_date(words, local.date(), today), time=said)


def tip(words: Words, day: date, seed: str) -> str:
    """Return one gentle sentence, the same for a day and a ``seed``."""
    return words.say(TIPS[crc32(f"{day.isoformat()} {seed}".encode()) % len(TIPS)])


def attempt_notice(words: Words, said: Sign, count: int) -> tuple[str, str]:
    """Return title and body of what is said at the ``count``-th attempt of an evening.

    A daemon may cut a title after some forty letters (xfce4-notifyd): it is the first of the sign's two sentences.
    """
    when, _, rule = said.title.rpartition(". ")
    title, body = (f"{when}.", f"{rule} {said.why}") if when else said
    return title, words.say(LATE) if count >= THIRD else body


def _no_key(words: Words, moment: Moment) -> str:
    if moment.interval.phase.is_open:
        return words.text("That is your rule for this phase.")
    if moment.lock_level is LockLevel.LOCKED:
        said = words.text("The lock is on: nothing opens before the next opening.")
        return f"{said} {words.say(EMERGENCY)}"
    return ""
