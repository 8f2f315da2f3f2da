# SPDX-License-Identifier: MIT
"""What does the journal tell? One sentence per event, from its few flat details."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from rideau.domain.phase import Phase, Reason, Rule
from rideau.domain.text import Text
from rideau.ports.state import Event, EventKind
from rideau.wording.moments import duration
from rideau.wording.phrases import phase, why
from rideau.wording.words import Words

Details = Mapping[str, str | int]

_PLAIN = {
    EventKind.STARTED: Text("Rideau started."),
    EventKind.STOPPED: Text("Rideau ended."),
    EventKind.PHASE: Text("The phase changed."),
    EventKind.OPENED: Text("Opened by hand."),
    EventKind.CLOSED: Text("Closed by hand."),
    EventKind.RESUMED: Text("Back to the schedule."),
    EventKind.FOCUS: Text("A focus session started."),
    EventKind.REFUSED: Text("Asked for; it stayed as it was."),
    EventKind.ATTEMPT: Text("A closed site was asked for."),
    EventKind.KEY: Text("A key was used."),
    EventKind.APP_STOPPED: Text("An app was started while closed."),
    EventKind.APP_CLOSED: Text("An app was closed at closing time."),
    EventKind.STRETCHED: Text("Five more minutes at closing time."),
    EventKind.HELD: Text("A change waits for the opening."),
    EventKind.TAMPERED: Text("Something would have opened early; it stayed closed."),
    EventKind.TIP: Text("A tip was shown."),
    EventKind.PAUSED: Text("A breath was taken before entering."),
    EventKind.LIMIT: Text("The day's allowance was used up."),
    EventKind.CHECK_IN: Text("A check-in was offered."),
    EventKind.REVIEW: Text("After two weeks, it was asked whether the curtain holds as you like."),
    EventKind.EVENING: Text("The small window of the evening or the morning came."),
    EventKind.REST: Text("A later opening was spoken of, for a whole night's rest."),
    EventKind.DIGEST: Text("What waited was given back."),
    EventKind.RESTORED: Text("Changes were put back."),
    EventKind.PROBLEM: Text("Something did not work."),
}


_NOTICED = {
    "clock": Text("The clock was moved; the opening stayed where it was."),
    "zone": Text("You were in another time zone; the hours followed it from the next opening."),
    "settings": Text("Something was opened in a file; it stayed closed."),
    "killed": Text("Rideau was ended by another hand while closed, and went on."),
    "autostart": Text("Starting at login was switched off while closed."),
}
_KEYS = {
    "key": Text("A key was used, after a wait of {wait}."),
    "emergency": Text("The emergency exit was used, after a wait of {wait}."),
    "quit": Text("Ended by hand while closed, after a wait of {wait}."),
    "restore": Text("Everything was put back by hand while closed, after a wait of {wait}."),
}

_EVENINGS = {
    "offered": Text("The wind-down was offered."),
    "opened": Text("The wind-down was opened."),
    "greeted": Text("What had been written down was there at the opening."),
}
_RESTS = {
    "proposed": Text("A later opening was offered, for a whole night's rest."),
    "taken": Text("It opens later, for a whole night's rest."),
}


_CLOSED = {
    "asked": Text("{app} was closed at closing time."),
    "ended": Text("{app} had no window left at closing time, and was ended."),
    "frozen": Text("{app} had no window left at closing time, and rested until the opening."),
    "stayed": Text("{app} stayed open at closing time."),
}


def event_sentence(words: Words, event: Event) -> str:
    """Return one sentence; details that are missing or of an older version are left out."""
    said = _TELLERS[event.kind](words, event.details) if event.kind in _TELLERS else ""
    return said or words.say(_PLAIN[event.kind])


def _phase(words: Words, details: Details) -> str:
    try:
        named = phase(words, Phase(str(details["phase"])))
        because = why(words, Reason(Rule(str(details["why"])), label=str(details.get("label", ""))))
    except (KeyError, ValueError):
        return ""
    return words.text("{phase}. {why}", phase=named, why=because)


def _opened(words: Words, details: Details) -> str:
    minutes, reason = details.get("minutes"), details.get("reason")
    if not isinstance(minutes, int) or not reason:
        return ""
    return words.text(
        "Opened by hand for {length}: “{reason}”.", length=duration(words, timedelta(minutes=minutes)), reason=reason
    )


def _key(words: Words, details: Details) -> str:
    wait_s, said = details.get("wait_s"), _KEYS.get(str(details.get("exit")))
    if said is None or not isinstance(wait_s, int):
        return ""
    return words.text(said.template, wait=duration(words, timedelta(seconds=wait_s)))


def _app_stopped(words: Words, details: Details) -> str:
    app = details.get("app")
    return words.text("{app} was started while closed, and met the curtain.", app=app) if app else ""


def _app_closed(words: Words, details: Details) -> str:
    app, said = details.get("app"), _CLOSED.get(str(details.get("how")))
    return words.text(said.template, app=app) if app and said else ""


def _stretched(words: Words, details: Details) -> str:
    app = details.get("app")
    return words.text("{app} had five more minutes at closing time.", app=app) if app else ""


def _tampered(words: Words, details: Details) -> str:
    noticed = _NOTICED.get(str(details.get("what")))
    return words.say(noticed) if noticed else ""


def _refused(words: Words, details: Details) -> str:
    return words.text("A passphrase was tried that is not the one.") if details.get("why") == "passphrase" else ""


def _focus(words: Words, details: Details) -> str:
    minutes, pause = details.get("minutes"), details.get("pause")
    if isinstance(pause, int):
        return words.text("A pause of {length} in a focus session.", length=duration(words, timedelta(minutes=pause)))
    if not isinstance(minutes, int):
        return ""
    return words.text("A focus session of {length} started.", length=duration(words, timedelta(minutes=minutes)))


def _digest(words: Words, details: Details) -> str:
    """Details are network ids with how many waited."""
    count = sum(each for each in details.values() if isinstance(each, int))
    if count == 0:
        return ""
    return words.plural("One thing that waited was given back.", "{count} things that waited were given back.", count)


def _attempt(words: Words, details: Details) -> str:
    network = details.get("name") or details.get("network")
    return words.text("A closed site was asked for: {network}.", network=network) if network else ""


def _problem(words: Words, details: Details) -> str:
    name = details.get("enforcer")
    return words.text("“{name}” did not work; the log says why.", name=name) if name else ""


def _evening(words: Words, details: Details) -> str:
    how = _EVENINGS.get(str(details.get("how")))
    return words.say(how) if how else ""


def _rest(words: Words, details: Details) -> str:
    how = _RESTS.get(str(details.get("how")))
    return words.say(how) if how else ""


_TELLERS: dict[EventKind, Callable[[Words, Details], str]] = {
    EventKind.PHASE: _phase,
    EventKind.OPENED: _opened,
    EventKind.KEY: _key,
    EventKind.APP_STOPPED: _app_stopped,
    EventKind.APP_CLOSED: _app_closed,
    EventKind.STRETCHED: _stretched,
    EventKind.TAMPERED: _tampered,
    EventKind.EVENING: _evening,
    EventKind.REST: _rest,
    EventKind.REFUSED: _refused,
    EventKind.FOCUS: _focus,
    EventKind.ATTEMPT: _attempt,
    EventKind.DIGEST: _digest,
    EventKind.PROBLEM: _problem,
}
