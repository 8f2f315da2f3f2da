# SPDX-License-Identifier: MIT
"""What is shown at the door: the curtain, the countdown, what comes back? Domain values in, words out; no Qt."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from rideau.domain.app import Closing, Doorway, Stage, Stopped
from rideau.domain.closing import UNANSWERED
from rideau.domain.key import wait_before
from rideau.domain.settings import LockLevel
from rideau.services.lock import level_in_force, open_refusal
from rideau.services.status import Status
from rideau.ui.present_breath import BreathView, breath_view
from rideau.wording import doorway as said
from rideau.wording import phrases, signs
from rideau.wording.moments import duration
from rideau.wording.words import Words

ANSWER_S = UNANSWERED.total_seconds()
"""How long the curtain waits for an answer before it is “later”."""
NEWS = frozenset({Stage.COUNTING, Stage.IN_CALL, Stage.STAYED})
"""Stages worth a window; the others pass by themselves, and who asks about unsaved work is a window already."""
USUAL_KEY = timedelta(minutes=10)
TOGETHER_S = 5.0
"""What closes within this is said in one sentence."""
MOST_LINES = 5


class Wanted(NamedTuple):
    """Hold what is asked of the key; ``key`` is the turn that was waited for, empty at first."""

    duration: timedelta
    reason: str
    key: str = ""
    passphrase: str = ""


class AppLine(NamedTuple):
    """Hold one app as a line of a window: its name, its icon (a theme's name or a path), and a remark."""

    name: str
    icon: str
    note: str = ""


class KeyView(NamedTuple):
    """Hold the way in: its label, what it costs, and whether the passphrase is asked for."""

    label: str
    note: str
    needs_passphrase: bool = False


class CurtainView(NamedTuple):
    """Hold what the curtain shows of apps that were started while they are closed."""

    title: str
    why: str
    tip: str
    apps: tuple[AppLine, ...]
    more: str
    """How many apps have no line of their own; empty for none."""
    run_ids: tuple[str, ...]
    key: KeyView | None
    no_key: str
    """Why there is no key, and until when; empty where there is one."""
    answer_s: float
    """How long an answer is still waited for."""


class StretchView(NamedTuple):
    """Hold the way to five more minutes."""

    label: str
    note: str
    """How often it can still be had."""
    run_ids: tuple[str, ...]

    @property
    def is_enabled(self) -> bool:
        """Tell whether it can be had."""
        return bool(self.run_ids)


class CountdownView(NamedTuple):
    """Hold what is shown of running apps at closing time."""

    title: str
    """A whole sentence; the windows put the time in where ``counting`` says whose it is."""
    advice: str
    counting: str
    """The apps whose time runs, listed; empty where none counts."""
    how_many: int
    left_s: float
    apps: tuple[AppLine, ...]
    more: str
    run_ids: tuple[str, ...]
    """Those that “close now” closes."""
    stretch: StretchView | None
    news: frozenset[tuple[str, Stage]]
    """What is worth a window: put away by hand, it stays away until there is other news."""
    has_question: bool
    """Whether an app asks about unsaved work: nothing may stand before its question."""
    is_at_rest: bool
    """Whether nothing more happens before the opening."""


class ComebackView(NamedTuple):
    """Hold the offer to bring back what was closed."""

    title: str
    why: str
    apps: tuple[AppLine, ...]
    more: str


class DoorView(NamedTuple):
    """Hold everything that is shown at the door; what is None is not on the screen."""

    curtain: CurtainView | None = None
    countdown: CountdownView | None = None
    comeback: ComebackView | None = None
    breath: BreathView | None = None
    line: str = ""
    """How the tray's menu names it, to bring a window back that was put away."""


def door_view(doorway: Doorway, status: Status, words: Words, *, has_passphrase: bool = False) -> DoorView:
    """Return what is shown of ``doorway`` at ``status``."""
    paused = status.plan.breath
    closed = [each for each in doorway.stopped if each.network not in paused]
    asked = [each for each in (*doorway.stopped, *doorway.knocks) if each.network in paused]
    curtain = _curtain(closed, status, words, has_passphrase=has_passphrase) if closed else None
    breath = breath_view(asked, status, words) if asked else None
    countdown = _countdown(doorway.closing, status, words) if doorway.closing else None
    comeback = _comeback(doorway, words) if doorway.to_reopen else None
    titles = (each.title for each in (curtain, breath, countdown, comeback) if each is not None)
    return DoorView(curtain, countdown, comeback, breath, next(titles, ""))


def key_view(status: Status, words: Words, *, has_passphrase: bool = False) -> KeyView | None:
    """Return the way in as the lock level leaves it; None where it leaves none."""
    level = level_in_force(status.lock_level, status.plan, status.at)
    note = ""
    if level is not LockLevel.GENTLE:
        note = said.wait_note(words, status.keys_used, wait_before(status.keys_used))
    if level is LockLevel.LOCKED and has_passphrase:
        return KeyView(words.text("Open with the passphrase…"), note, needs_passphrase=True)
    if open_refusal(status) is not None:
        return None
    return KeyView(words.text("Open for {length}…", length=duration(words, USUAL_KEY)), note)


def wanted_for(minutes: int, reason: str, passphrase: str = "") -> Wanted:
    """Return what is asked of the key."""
    return Wanted(timedelta(minutes=minutes), reason, passphrase=passphrase)


def opens_at(status: Status) -> datetime | None:
    """Return when what is closed now opens: at the end of a phase inside work hours, else when these begin."""
    return status.interval.end if status.interval.phase.is_open else status.next_opening


def _curtain(stopped: Sequence[Stopped], status: Status, words: Words, *, has_passphrase: bool) -> CurtainView:
    lines = _merged(AppLine(each.name, each.icon) for each in stopped)
    when = opens_at(status)
    refusal = None if status.interval.phase.is_open else open_refusal(status)
    key = None if status.interval.phase.is_open else key_view(status, words, has_passphrase=has_passphrase)
    no_key = words.error(refusal) if refusal else words.text("That is your rule for this phase.")
    because = phrases.why(words, status.interval.reason)
    first = min(each.at for each in stopped)
    today = status.at.astimezone(status.zone).date()
    shown, more = _shortened(lines, words)
    return CurtainView(
        title=said.closed_title(words, [each.name for each in lines], when, status),
        why=f"{said.opens(words, len(lines), when, status)} {because}".strip(),
        tip=signs.tip(words, today, lines[0].name),
        apps=shown,
        more=more,
        run_ids=tuple(each.run_id for each in stopped),
        key=key,
        no_key="" if key else no_key,
        answer_s=max(ANSWER_S - (status.at - first).total_seconds(), 0.0),
    )


def _countdown(closing: Sequence[Closing], status: Status, words: Words) -> CountdownView:
    counting = [each for each in closing if each.stage is Stage.COUNTING and each.closes_at is not None]
    nearest = min((each.closes_at for each in counting if each.closes_at), default=status.at)
    soon = [each for each in counting if each.closes_at and (each.closes_at - nearest).total_seconds() <= TOGETHER_S]
    names = [each.name for each in _merged(AppLine(each.name, each.icon) for each in soon)]
    left_s = max((nearest - status.at).total_seconds(), 0.0)
    lines = _merged(
        AppLine(each.name, each.icon, "" if each in soon else said.stage(words, each, status)) for each in closing
    )
    shown, more = _shortened(lines, words)
    apps = said.listed(words, names)
    if soon:
        title = said.closes_in(words, apps, len(names), left_s)
    elif len(lines) == 1:
        title = lines[0].note
        shown = (lines[0]._replace(note=""),)
    else:
        title = words.text("Closing time.")
    return CountdownView(
        title=title,
        advice=words.text("Save your work.") if soon else _advice(closing, words),
        counting=apps,
        how_many=len(names),
        left_s=left_s,
        apps=shown,
        more=more,
        run_ids=tuple(each.run_id for each in soon),
        stretch=_stretch(soon, words) if soon else None,
        news=frozenset((each.run_id, each.stage) for each in closing if each.stage in NEWS),
        has_question=any(each.stage is Stage.SAVING for each in closing),
        is_at_rest=all(each.stage is Stage.FROZEN for each in closing),
    )


def _advice(closing: Sequence[Closing], words: Words) -> str:
    if any(each.stage is Stage.SAVING for each in closing):
        return words.text("Take the time it takes.")
    return ""


def _stretch(soon: Sequence[Closing], words: Words) -> StretchView:
    can = [each for each in soon if each.stretches_left > 0]
    left = min((each.stretches_left for each in can), default=0)
    run_ids = tuple(each.run_id for each in can)
    return StretchView(words.text("+5 minutes"), said.stretches(words, left), run_ids)


def _comeback(doorway: Doorway, words: Words) -> ComebackView:
    lines = _merged(AppLine(each.name, each.icon) for each in doorway.to_reopen)
    names = said.listed(words, [each.name for each in lines])
    why = words.plural("It was closed at closing time.", "They were closed at closing time.", len(lines))
    shown, more = _shortened(lines, words)
    return ComebackView(words.text("Bring back {apps}?", apps=names), why, shown, more)


def _merged(lines: Iterable[AppLine]) -> tuple[AppLine, ...]:
    """Return ``lines`` without those that a reader could not tell from an earlier one."""
    return tuple(dict.fromkeys(lines))


def _shortened(lines: tuple[AppLine, ...], words: Words) -> tuple[tuple[AppLine, ...], str]:
    if len(lines) <= MOST_LINES:
        return lines, ""
    rest = len(lines) - MOST_LINES + 1
    telling_first = tuple(sorted(lines, key=lambda each: not each.note))
    return telling_first[: MOST_LINES - 1], words.plural("and {count} more", "and {count} more", rest)
