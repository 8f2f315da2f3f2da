# SPDX-License-Identifier: MIT
"""What is said about phases, reasons and what waited? The sentences of the house (DESIGN "Voice")."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from rideau.domain.key import Exit, wait_before
from rideau.domain.phase import Phase, Reason, Rule
from rideau.domain.text import Text
from rideau.wording.moments import clock_range, duration, full_date, see_you, until_when, weekday
from rideau.wording.shapes import Present
from rideau.wording.words import Words

PHASES = {
    Phase.WORK: Text("Work"),
    Phase.FOCUS: Text("Focus"),
    Phase.WIND_DOWN: Text("Wind-down"),
    Phase.QUIET: Text("Quiet"),
    Phase.AWAY: Text("Away"),
    Phase.ON_CALL: Text("On call"),
    Phase.CRISIS: Text("Crisis"),
}
_PLAIN_REASONS = {
    Rule.OPENED_BY_HAND: Text("Opened by hand."),
    Rule.CLOSED_BY_HAND: Text("Closed by hand."),
    Rule.FOCUS_BY_HAND: Text("A focus session started by hand."),
    Rule.FOCUS_PAUSE: Text("A pause in your focus session; it goes on by itself."),
    Rule.FIRST_START: Text("Open while you set Rideau up."),
    Rule.LEAVE: Text("Leave."),
    Rule.WIND_DOWN: Text("The last minutes before closing."),
    Rule.FOCUS_PLAN: Text("Your focus plan."),
    Rule.EXCEPTION: Text("Other hours than usual."),
    Rule.WORK_HOURS: Text("Your work hours."),
    Rule.HOLIDAY: Text("A public holiday."),
    Rule.OUTSIDE_HOURS: Text("Outside your work hours."),
}
_LABELLED_REASONS = {
    Rule.OPENED_BY_HAND: Text("Opened by hand: “{label}”."),
    Rule.CLOSED_BY_HAND: Text("Closed by hand: “{label}”."),
    Rule.LEAVE: Text("Leave: “{label}”."),
    Rule.HOLIDAY: Text("Public holiday: {label}."),
}
_TIMED_REASONS = {
    Rule.WIND_DOWN: Text("The last minutes of {hours}."),
    Rule.FOCUS_PLAN: Text("Your focus plan: {hours}."),
}
USUAL_KEY = timedelta(minutes=10)
_TURNING = {
    Exit.KEY: Text("Opens in {wait}."),
    Exit.EMERGENCY: Text("Opens in {wait}."),
    Exit.QUIT: Text("Rideau ends in {wait}."),
    Exit.RESTORE: Text("Everything is put back in {wait}."),
}


def phase(words: Words, named: Phase) -> str:
    """Return a phase's name."""
    return words.say(PHASES[named])


def why(words: Words, reason: Reason) -> str:
    """Return one sentence that says which rule decided, with what the person called it."""
    if reason.rule is Rule.EXCEPTION:
        return _exception(words, reason)
    if reason.rule is Rule.WORK_HOURS and reason.on and reason.hours:
        hours = clock_range(words, reason.hours)
        return words.text("Your hours for {day}: {hours}.", day=weekday(words, reason.on), hours=hours)
    if reason.rule in _TIMED_REASONS and reason.hours:
        timed = _TIMED_REASONS[reason.rule]
        return words.text(timed.template, hours=clock_range(words, reason.hours))
    if reason.rule in _LABELLED_REASONS and reason.label:
        return words.text(_LABELLED_REASONS[reason.rule].template, label=reason.label)
    return words.say(_PLAIN_REASONS[reason.rule])


def headline(words: Words, present: Present) -> str:
    """Return the phase in force and its end: ``Quiet until Mon 9:00``."""
    interval = present.interval
    if interval.reason.rule is Rule.FOCUS_PAUSE and interval.end is not None:
        until = until_when(words, interval.end, present.at, present.zone)
        return words.text("{phase} {until}", phase=words.text("Pause"), until=until)
    return phase_until(words, interval.phase, interval.end, present)


def phase_until(words: Words, named: Phase, end: datetime | None, present: Present) -> str:
    """Return a phase with its end as said at ``present``; the phase alone where nothing ends it."""
    if end is None:
        return phase(words, named)
    said = until_when(words, end, present.at, present.zone)
    return words.text("{phase} {until}", phase=phase(words, named), until=said)


def closed(words: Words, next_opening: datetime | None, now: datetime, zone: ZoneInfo) -> str:
    """Return what the shop says when it closes: ``Closed for today. See you Monday at 9:00.``."""
    if next_opening is None:
        return words.text("Closed.")
    bye = see_you(words, next_opening, now, zone)
    if next_opening.astimezone(zone).date() == now.astimezone(zone).date():
        return words.text("Closed for now. {see_you}", see_you=bye)
    return words.text("Closed for today. {see_you}", see_you=bye)


def opened_for(words: Words, length: timedelta) -> str:
    """Return what the shop says when the key was used: it closes again by itself."""
    if length == USUAL_KEY:
        return words.text("Open for 10 minutes. The curtain comes back by itself.")
    return words.text("Open for {length}. The curtain comes back by itself.", length=duration(words, length))


def opens_in(words: Words, wait: timedelta, way: Exit = Exit.KEY) -> str:
    """Return what is said while a key turns: ``Opens in 10 seconds.``; of leaving, what that will do."""
    return words.text(_TURNING[way].template, wait=duration(words, wait))


def keys(words: Words, used: int) -> str:
    """Return how many keys were used since closing, and what the next one waits; empty for none."""
    if used == 0:
        return ""
    wait = duration(words, wait_before(used))
    return words.plural(
        "One used since closing; the next one waits {wait}.",
        "{count} used since closing; the next one waits {wait}.",
        used,
        wait=wait,
    )


def digest_title(words: Words, count: int) -> str:
    """Return the digest's sentence: ``14 things waited. Here they are, quietly.``."""
    return words.plural(
        "One thing waited. Here it is, quietly.", "{count} things waited. Here they are, quietly.", count
    )


def digest(words: Words, counts: tuple[tuple[str, int], ...], names: Mapping[str, str]) -> tuple[str, str]:
    """Return the digest's title and its body: how many waited per network, ``Slack 9, Outlook 5``.

    ``counts`` are network ids with numbers, as the services' ``Digest.counts``; ``names`` gives ids their names.
    """
    body = ", ".join(
        words.text("{network} {count}", network=names.get(network, network), count=count) for network, count in counts
    )
    return digest_title(words, sum(count for _, count in counts)), body


def waiting(words: Words, count: int, *, is_open: bool) -> str:
    """Return how many withheld notifications wait, or waited until this opening; empty for none."""
    if count == 0:
        return ""
    if is_open:
        return words.plural("One thing waited.", "{count} things waited.", count)
    return words.plural("One thing waits for the next opening.", "{count} things wait for the next opening.", count)


def _exception(words: Words, reason: Reason) -> str:
    if reason.on is None:
        return words.say(_PLAIN_REASONS[Rule.EXCEPTION])
    on = full_date(words, reason.on)
    if reason.hours:
        hours = clock_range(words, reason.hours)
        if reason.label:
            return words.text("“{label}”, {date}: {hours}.", label=reason.label, date=on, hours=hours)
        return words.text("Other hours on {date}: {hours}.", date=on, hours=hours)
    if reason.label:
        return words.text("“{label}”, {date}: closed.", label=reason.label, date=on)
    return words.text("Closed on {date}.", date=on)
