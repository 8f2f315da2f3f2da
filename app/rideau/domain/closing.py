# SPDX-License-Identifier: MIT
"""How is a running app closed at closing time? Counted down, asked, and otherwise left in peace (SPEC E3, E9).

Each running app goes its own course, which moves only when something happened:

    counting --time is up--> asked --no window left--> hidden --10 s--> ended, or frozen
      |   ^                   |
      v   |                   +--a box appeared--> saving --no window left--> hidden
     in-call                  +--10 s, no box----> stayed --no window left--> hidden

An app that is gone has no course any more. What has a window is never ended, and never frozen.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from rideau.domain.app import Stage
from rideau.domain.settings import HiddenApps, LockLevel

STRETCH = timedelta(minutes=5)
STRETCHES = {LockLevel.GENTLE: 10, LockLevel.FIRM: 10, LockLevel.LOCKED: 1}
"""How often five more minutes can be had of one app in one closed stretch: ten times, as WCAG 2.2.1 has it, but under
the lock, which is chosen, and can be left, in calm hours (gentleness, rule 9)."""
PATIENCE = timedelta(seconds=10)
"""How long an app may take to close when asked, and how long it may hide before it is ended."""
CALL_AGAIN = timedelta(seconds=30)
"""After how long a call that holds a closing up is asked about again."""
UNANSWERED = timedelta(seconds=60)
"""How long the curtain waits for an answer before it takes silence for "later"."""
MOST_ASKED = 2
"""An app that shows itself again after hiding is asked once more, and then left in peace."""

IN_PEACE = frozenset({Stage.SAVING, Stage.STAYED})
"""Nothing more is done to an app here until it puts its windows away itself."""
AT_REST = IN_PEACE | {Stage.FROZEN}


class Terms(NamedTuple):
    """Hold how apps are closed here."""

    countdown: timedelta = timedelta(seconds=60)
    hidden: HiddenApps = HiddenApps.END


class Sight(NamedTuple):
    """Hold what can be seen of one running app."""

    windows: frozenset[str] = frozenset()
    """The ids of all its windows, boxes included."""
    boxes: frozenset[str] = frozenset()
    """Those that stand before another window of it: dialogs."""
    is_sure: bool = True
    """Whether every window it may have is among them."""
    is_in_call: bool = False


class News(StrEnum):
    """Name what happened to a course."""

    DUE = "due"
    """What it waited for has passed."""
    SEEN = "seen"
    """Its windows were looked at."""
    STRETCH = "stretch"
    """The person wants five more minutes."""
    NOW = "now"
    """The person does not want to wait for the end of the countdown."""
    FAILED = "failed"
    """It could not be frozen."""


class Act(StrEnum):
    """Name what is to be done to an app."""

    ASK = "ask"
    """Ask each window to close; boxes before a window are not asked."""
    END = "end"
    FREEZE = "freeze"


class Course(NamedTuple):
    """Hold how far the closing of one app is."""

    stage: Stage = Stage.COUNTING
    closes_at: datetime | None = None
    """When the countdown ends, aware UTC, to be shown; what counts is a clock that nobody can set."""
    credit: timedelta = timedelta(0)
    """What the person had on top of the countdown and has not begun."""
    stretches_left: int = 0
    asked: int = 0
    """How often its windows were asked to close."""
    shown: frozenset[str] = frozenset()
    """The windows it had when it was asked."""
    is_tried: bool = False
    """It was asked to end (SIGTERM), which it may ignore, or could not be frozen: neither is tried again."""


class Step(NamedTuple):
    """Hold what follows from some news."""

    course: Course
    act: Act | None = None
    wait: timedelta | None = None
    """Say ``DUE`` after this, instead of whatever was waited for; None goes on waiting."""


def begun(sight: Sight, terms: Terms, stretches_left: int, now: datetime) -> Step:
    """Return how the closing of an app that runs at closing time begins: with a countdown that leaves time to save.

    Nobody can close windows that nobody can see: where that is so, the app is left in peace from the start.
    """
    course = Course(stretches_left=stretches_left)
    is_unseen = not sight.windows and not sight.is_sure
    return _staying(course) if is_unseen else _counting(course, terms, now)


def asked_at_once(sight: Sight) -> Step:
    """Return how something that appeared while closed, a browser's window for one site, is closed: it is asked."""
    return _asking(Course(), sight)


def moved(course: Course, news: News, sight: Sight, terms: Terms, now: datetime) -> Step:
    """Return what follows from ``news`` of an app that still runs, as ``sight`` has it at ``now`` (aware UTC)."""
    if news is News.STRETCH:
        return _stretched(course)
    return _FROM[course.stage](course, news, _Scene(sight, terms, now))


class _Scene(NamedTuple):
    sight: Sight
    terms: Terms
    now: datetime


def _from_counting(course: Course, news: News, scene: _Scene) -> Step:
    if scene.sight.is_in_call:
        return _held_up(course)
    if news not in {News.DUE, News.NOW}:
        return Step(course)
    if news is News.DUE and course.credit:
        return Step(course._replace(credit=timedelta(0)), wait=course.credit)
    return _asking(course, scene.sight)


def _from_call(course: Course, news: News, scene: _Scene) -> Step:
    if scene.sight.is_in_call:
        return Step(course, wait=CALL_AGAIN if news is News.DUE else None)
    return _counting(course, scene.terms, scene.now)


def _from_asked(course: Course, news: News, scene: _Scene) -> Step:
    sight = scene.sight
    if not sight.windows:
        return _out_of_sight(course, sight)
    if sight.boxes or not sight.windows <= course.shown:
        return Step(course._replace(stage=Stage.SAVING))
    return _staying(course) if news is News.DUE else Step(course)


def _from_saving(course: Course, _: News, scene: _Scene) -> Step:
    sight = scene.sight
    if sight.boxes or not sight.windows <= course.shown:
        return Step(course)
    return _staying(course) if sight.windows else _out_of_sight(course, sight)  # answered with "no", or with "yes"


def _from_stayed(course: Course, _: News, scene: _Scene) -> Step:
    return Step(course) if scene.sight.windows else _out_of_sight(course, scene.sight)


def _from_hidden(course: Course, news: News, scene: _Scene) -> Step:
    sight = scene.sight
    if sight.windows:
        return _shown_again(course, sight)
    if news is not News.DUE:
        return Step(course)
    if sight.is_in_call:
        return _held_up(course)
    if course.is_tried or not sight.is_sure:
        return _staying(course)
    if scene.terms.hidden is HiddenApps.FREEZE:
        return Step(course._replace(stage=Stage.FROZEN), Act.FREEZE)
    return Step(course._replace(is_tried=True), Act.END, PATIENCE)


def _from_frozen(course: Course, news: News, _: _Scene) -> Step:
    return _staying(course._replace(is_tried=True)) if news is News.FAILED else Step(course)


_FROM: Mapping[Stage, Callable[[Course, News, _Scene], Step]] = {
    Stage.COUNTING: _from_counting,
    Stage.IN_CALL: _from_call,
    Stage.ASKED: _from_asked,
    Stage.SAVING: _from_saving,
    Stage.STAYED: _from_stayed,
    Stage.HIDDEN: _from_hidden,
    Stage.FROZEN: _from_frozen,
}


def _shown_again(course: Course, sight: Sight) -> Step:
    if sight.boxes:
        return Step(course._replace(stage=Stage.SAVING, shown=sight.windows - sight.boxes))
    return _asking(course, sight) if course.asked < MOST_ASKED else _staying(course)


def _stretched(course: Course) -> Step:
    if course.stage is not Stage.COUNTING or not course.stretches_left or course.closes_at is None:
        return Step(course)
    return Step(
        course._replace(
            closes_at=course.closes_at + STRETCH,
            credit=course.credit + STRETCH,
            stretches_left=course.stretches_left - 1,
        )
    )


def _counting(course: Course, terms: Terms, now: datetime) -> Step:
    counting = course._replace(stage=Stage.COUNTING, closes_at=now + terms.countdown, credit=timedelta(0))
    return Step(counting, wait=terms.countdown)


def _held_up(course: Course) -> Step:
    return Step(course._replace(stage=Stage.IN_CALL, closes_at=None), wait=CALL_AGAIN)


def _asking(course: Course, sight: Sight) -> Step:
    if not sight.windows:
        return _out_of_sight(course, sight)
    asked = course._replace(stage=Stage.ASKED, closes_at=None, asked=course.asked + 1, shown=sight.windows)
    return Step(asked, Act.ASK, PATIENCE)


def _out_of_sight(course: Course, sight: Sight) -> Step:
    """Return what follows where no window is left: it hides, or it cannot be told and is left in peace.

    One that was asked to end and goes on is not asked again.
    """
    if course.is_tried or not sight.is_sure:
        return _staying(course)
    return Step(course._replace(stage=Stage.HIDDEN, closes_at=None), wait=PATIENCE)


def _staying(course: Course) -> Step:
    return Step(course._replace(stage=Stage.STAYED, closes_at=None))
