# SPDX-License-Identifier: MIT
"""What is shown of the present moment, and what can be asked for? Domain values in, words and states out; no Qt."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from rideau.domain.error import RefusedError
from rideau.domain.override import OverrideKind
from rideau.domain.phase import Phase
from rideau.domain.settings import LockLevel
from rideau.services.control import is_paused
from rideau.services.lock import level_in_force, open_refusal, resume_refusal
from rideau.services.status import Status
from rideau.wording import moments, phrases
from rideau.wording.allowance import counted_coarsely
from rideau.wording.day_lines import day_lines
from rideau.wording.words import Words

COUNT_DOWNS = frozenset({Phase.FOCUS, Phase.WIND_DOWN})
FOCUS_MINUTES = (25, 50, 90)
OPEN_MINUTES = (5, 10, 20, 30)
USUAL_MINUTES = 10
ARC_STEPS = 60
LINE = 100
"""How long a line may be, in characters, where nothing wraps it."""


class Act(StrEnum):
    """Name what a person can ask for with one click or one key."""

    CLOSE = "close"
    RESUME = "resume"
    OPEN = "open"
    STOP_FOCUS = "stop-focus"
    WIND_DOWN = "wind-down"
    """The small ritual before closing."""
    PAUSE_FOCUS = "pause-focus"
    RESUME_FOCUS = "resume-focus"
    CALLED_IN = "called-in"
    """Nothing sets on-call yet: no view offers it."""
    KEEP_WIN = "keep-win"
    PLACES = "places"
    """The page of places to turn to."""
    SHOW_TIP = "show-tip"
    """Show the last tip again."""


class Button(NamedTuple):
    """Hold one thing that can be asked for: what it does, and its label (``&`` marks its key)."""

    act: Act
    label: str
    is_enabled: bool = True
    """Whether it can be asked for now; what can't is not shown."""


class Length(NamedTuple):
    """Hold one length of time that can be asked for."""

    minutes: int
    label: str


class FocusView(NamedTuple):
    """Hold the focus controls; ``stop`` and ``pause`` (or going on) are None where no session runs."""

    label: str
    is_enabled: bool
    choices: tuple[Length, ...]
    stop: Button | None
    pause: Button | None = None


class Coming(NamedTuple):
    """Hold one change to come: when, and what then holds."""

    when: str
    what: str


class View(NamedTuple):
    """Hold everything that the tray and the small window show of one moment."""

    phase: Phase
    headline: str
    why: str
    goodbye: str
    """What the shop says when it is closed; empty while it is open."""
    tooltip: str
    toggle: Button
    """Close now, or go back to the hours."""
    open: Button
    openings: tuple[Length, ...]
    """For how long it can be opened; a label that ends in dots leads to a question first."""
    refusal: str
    """What the lock says where it lets nothing open; empty where it does not hold."""
    focus: FocusView
    waiting: str
    """How many things waited; empty for none."""
    coming: tuple[Coming, ...]
    banner: str
    """What is wrong with the settings file; empty when it holds."""
    notes: tuple[str, ...]
    """What could not be done or is not covered, one sentence each."""
    day: tuple[str, ...] = ()
    """How the day stands: what is left of its allowance, and when notifications are handed over next."""
    called_in: Button | None = None
    """The way to say that one was called in; None where nobody is on call."""


def view_of(status: Status, words: Words, *, has_passphrase: bool = False) -> View:
    """Return what is shown of ``status`` in the language of ``words``; a passphrase opens under the lock, too."""
    headline = phrases.headline(words, status)
    why = phrases.why(words, status.interval.reason)
    banner = settings_banner(status, words)
    day = tuple(day_lines(words, status))
    return View(
        phase=status.interval.phase,
        headline=headline,
        why=why,
        goodbye=_goodbye(status, words),
        tooltip="\n".join(shortened(line) for line in (headline, why, *day, *banner.split("\n")) if line),
        toggle=_toggle(status, words),
        open=_open(status, words, has_passphrase=has_passphrase),
        openings=_lengths(OPEN_MINUTES, words, is_asked=asks_for_reason(status)),
        refusal=_refusal(status, words, has_passphrase=has_passphrase),
        focus=_focus(status, words),
        waiting=waiting_label(words, status.waiting),
        coming=tuple(_coming(status, words)),
        banner=banner,
        notes=tuple(_notes(status, words)),
        day=day,
    )


def asks_for_reason(status: Status) -> bool:
    """Tell whether opening by hand leads to a question first; at the gentle level it opens at once."""
    return level_in_force(status.lock_level, status.plan, status.at) is not LockLevel.GENTLE


def shortened(text: str, most: int = LINE) -> str:
    """Return at most ``most`` characters of ``text``: a line of a menu or a tooltip does not wrap."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def remaining(status: Status) -> float | None:
    """Return how much of a count-down is left, 1 to 0 in steps the icon can show; None in phases without one."""
    interval = status.interval
    is_counted = interval.phase in COUNT_DOWNS or is_paused(status)
    if not is_counted or interval.start is None or interval.end is None:
        return None
    left = (interval.end - status.at) / (interval.end - interval.start)
    return min(max(round(left * ARC_STEPS), 0), ARC_STEPS) / ARC_STEPS


def waiting_label(words: Words, count: int) -> str:
    """Return how many things waited, as a label; empty for none."""
    return words.plural("One thing waited", "{count} things waited", count) if count else ""


def settings_banner(status: Status, words: Words) -> str:
    """Return what is wrong with the settings file in one sentence or two; empty when it holds."""
    if not status.settings_problems:
        return ""
    first = status.settings_problems[0]
    where = words.text("{place}: {what}", place=first.place, what=first.message) if first.place else ""
    said = words.text("The settings file needs mending; the last good settings stay in force.")
    return f"{said}\n{where or words.say(first.message)}"


def _goodbye(status: Status, words: Words) -> str:
    if _is_open(status):
        return ""
    return phrases.closed(words, status.next_opening, status.at, status.zone)


def _is_open(status: Status) -> bool:
    return status.interval.phase.is_open or status.interval.phase is Phase.CRISIS


def _toggle(status: Status, words: Words) -> Button:
    override = status.override
    is_key = override is not None and override.kind is OverrideKind.OPEN and bool(override.reason)
    is_early = override is not None and override.kind is OverrideKind.CLOSE and status.can_resume
    if is_key or is_early:
        return Button(Act.RESUME, words.text("&Go back to my hours"), is_enabled=resume_refusal(status) is None)
    return Button(Act.CLOSE, words.text("&Close now"), is_enabled=status.interval.phase.is_open)


def _open(status: Status, words: Words, *, has_passphrase: bool) -> Button:
    is_free = has_passphrase or open_refusal(status) is None
    return Button(Act.OPEN, words.text("&Open for a moment…"), is_enabled=is_free and not _is_open(status))


def _refusal(status: Status, words: Words, *, has_passphrase: bool) -> str:
    refusal = open_refusal(status)
    if refusal is None or has_passphrase or _is_open(status):
        return ""
    early = resume_refusal(status)
    return words.error(RefusedError(early.message, refusal.remedy) if early else refusal)


def _lengths(all_minutes: Iterable[int], words: Words, *, is_asked: bool = False) -> tuple[Length, ...]:
    dots = "…" if is_asked else ""
    said = ((minutes, words.plural("{count} minute", "{count} minutes", minutes)) for minutes in all_minutes)
    return tuple(Length(minutes, label + dots) for minutes, label in said)


def _focus(status: Status, words: Words) -> FocusView:
    is_resting = is_paused(status)
    is_running = status.interval.phase is Phase.FOCUS or is_resting
    return FocusView(
        label=words.text("&Focus"),
        is_enabled=status.interval.phase.is_open,
        choices=_lengths(FOCUS_MINUTES, words),
        stop=Button(Act.STOP_FOCUS, words.text("&Stop focus")) if is_running else None,
        pause=_pause(words, is_resting=is_resting) if is_running else None,
    )


def _pause(words: Words, *, is_resting: bool) -> Button:
    if is_resting:
        return Button(Act.RESUME_FOCUS, words.text("&Resume"))
    return Button(Act.PAUSE_FOCUS, words.text("&Take a pause"))


def _coming(status: Status, words: Words) -> Iterator[Coming]:
    for each in status.upcoming:
        if each.start is not None:
            when = moments.coming(words, each.start, status.at, status.zone)
            yield Coming(when, phrases.phase(words, each.phase))


def _notes(status: Status, words: Words) -> Iterator[str]:
    for held in status.held:
        yield words.say(held)
    if status.allowance is not None and status.allowance.is_coarse:
        yield counted_coarsely(words)
    if status.rest is not None:
        from rideau.wording.rest import planned  # noqa: PLC0415 - as a rule it is long enough

        yield planned(words, status.rest, status.zone)
    for report in status.reports:
        if report.problem:
            yield words.say(report.problem)
        for missing in report.not_covered:
            yield words.say(missing)
