# SPDX-License-Identifier: MIT
"""Which running apps are being closed, and how far is each? Follows ``domain.closing`` through the apps that run."""

from collections.abc import Callable, Collection, Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from rideau.domain.app import ClosedApp, Closing, Run, Stage, Window
from rideau.domain.closing import (
    STRETCHES,
    Act,
    Course,
    News,
    Sight,
    Step,
    Terms,
    asked_at_once,
    begun,
    moved,
)
from rideau.domain.settings import LockLevel, Settings
from rideau.domain.text import Text
from rideau.ports.apps import Apps
from rideau.ports.clock import Clock, Delay
from rideau.ports.state import Event, EventKind, Journal

_AT_ONCE = timedelta(0)
_MAY_CALL = frozenset({Stage.COUNTING, Stage.IN_CALL, Stage.HIDDEN})
_SAID = {
    Stage.IN_CALL: Text("{app} closes when your call ends."),
    Stage.SAVING: Text("{app} asks about unsaved work; it is left in peace."),
    Stage.STAYED: Text("{app} did not close when it was asked to; it is left in peace."),
}
_UNSEEN = Text("{app} was open already, and this desktop does not let its windows be closed; it is left in peace.")


class Means(NamedTuple):
    """Hold what apps are closed by."""

    apps: Apps
    journal: Journal
    clock: Clock
    delay: Delay
    settings: Callable[[], Settings]
    """The settings in force."""


class _Followed:
    def __init__(self, run: Run, course: Course) -> None:
        self.run = run
        self.course = course
        self.back: ClosedApp | None = None
        """What would bring it back."""
        self.call_off: Callable[[], None] = lambda: None
        self.is_news = True
        """Whether its closing is to be told by the journal."""


class ClosingTime:
    """Close running apps, each on its own course. Main thread."""

    def __init__(self, means: Means, is_closed: Callable[[ClosedApp], None], has_changed: Callable[[], None]) -> None:
        """Follow nothing; tell of every app that was closed for good, and whenever a course moved."""
        self._means = means
        self._is_closed = is_closed
        self._has_changed = has_changed
        self._followed: dict[str, _Followed] = {}
        self.since: datetime | None = None
        """Since when the shop is closed: what was stretched before does not count."""
        self.level = LockLevel.FIRM
        """The lock level in force."""

    @property
    def closings(self) -> tuple[Closing, ...]:
        """Return how far each is."""
        return tuple(_closing(each.run, each.course) for each in self._followed.values())

    @property
    def run_ids(self) -> frozenset[str]:
        """Return the ids of the runs that are followed."""
        return frozenset(self._followed)

    @property
    def spared(self) -> frozenset[str]:
        """Return the ids of the rules whose launches are let through: those being closed may start their helpers."""
        going = (each for each in self._followed.values() if each.course.stage is not Stage.FROZEN)
        return frozenset(each.run.rule.id for each in going if each.run.processes)

    @property
    def said(self) -> tuple[Text, ...]:
        """Return what is not closed yet, and why."""
        waiting = (each for each in self._followed.values() if each.course.stage in _SAID)
        return tuple(dict.fromkeys(_said(each.run, each.course) for each in waiting))

    def begin(self, run: Run) -> None:
        """Close ``run`` after its countdown."""
        means = self._means
        stretches = self._stretches_left(run.rule.network)
        step = begun(self._sight(run), self._terms, stretches, means.clock.now())
        self._follow(run, step)
        means.delay.after(_AT_ONCE, lambda: self._get_to_know(run.id))  # all at once would take too long

    def ask_at_once(self, run: Run) -> None:
        """Close ``run`` without a countdown: it came while closed, which the journal tells already."""
        self._follow(run, asked_at_once(self._sight(run)))
        self._followed[run.id].is_news = False

    def look(self, runs: Iterable[Run]) -> None:
        """Move every course as ``runs``, everything that runs now, lets it; forget what is gone or was thawed."""
        there = {run.id: run for run in runs}
        for id_, each in tuple(self._followed.items()):
            run = there.get(id_)
            if run is None:
                self._gone(id_, there.values())
            elif each.course.stage is Stage.FROZEN and not run.is_frozen:
                self._forget(id_)  # somebody else thawed it: it is a running app again
            else:
                each.run = run
                self._move(id_, News.SEEN)

    def call_off(self, is_closed: Callable[[str], bool]) -> None:
        """Let everything go on whose network ``is_closed`` denies, exactly where it was."""
        for id_, each in tuple(self._followed.items()):
            if not is_closed(each.run.rule.network):
                self._forget(id_)
                if each.course.stage is Stage.FROZEN:
                    self._means.apps.thaw(each.run)

    def stretch(self, run_ids: Collection[str]) -> None:
        """Give each of ``run_ids`` five more minutes, as often as there are some left."""
        for id_ in run_ids:
            each = self._followed.get(id_)
            before = each.course.stretches_left if each else 0
            self._move(id_, News.STRETCH)
            if each and each.course.stretches_left < before:
                self._record(EventKind.STRETCHED, {"network": each.run.rule.network, "app": each.run.rule.name})

    def close_now(self, run_ids: Collection[str]) -> None:
        """Wait for the end of the countdown no longer."""
        for id_ in run_ids:
            self._look_again(id_, News.NOW)

    @property
    def _terms(self) -> Terms:
        said = self._means.settings().apps
        return Terms(timedelta(seconds=said.countdown_s), said.hidden)

    def _sight(self, run: Run, *, is_in_call: bool = False) -> Sight:
        boxes = frozenset(window.id for window in run.windows if window.is_dialog)
        is_sure = bool(run.windows) or not run.processes or self._means.apps.sees_windows()
        return Sight(frozenset(window.id for window in run.windows), boxes, is_sure, is_in_call)

    def _stretches_left(self, network: str) -> int:
        """Return how many are left; killing Rideau gives none back."""
        events = self._means.journal.events(self.since) if self.since else ()
        had = sum(each.kind is EventKind.STRETCHED and each.details.get("network") == network for each in events)
        return max(STRETCHES[self.level] - had, 0)

    def _follow(self, run: Run, step: Step) -> None:
        self._followed[run.id] = _Followed(run, Course())
        self._take(run.id, step)

    def _get_to_know(self, id_: str) -> None:
        """Learn what would bring an app back, and whether it is in a call."""
        each = self._followed.get(id_)
        if each is not None:
            each.back = each.back or self._means.apps.placed(each.run)
            self._move(id_, News.SEEN, is_in_call=self._means.apps.is_in_call(each.run))

    def _look_again(self, id_: str, news: News) -> None:
        """Move one course, its app looked at afresh, calls included."""
        runs = self._means.apps.runs()
        run = next((each for each in runs if each.id == id_), None)
        each = self._followed.get(id_)
        if each is None:
            return
        if run is None:
            self._gone(id_, runs)
        else:
            each.run = run
            may_call = each.course.stage in _MAY_CALL
            self._move(id_, news, is_in_call=may_call and self._means.apps.is_in_call(run))

    def _move(self, id_: str, news: News, *, is_in_call: bool | None = None) -> None:
        each = self._followed.get(id_)
        if each is None:
            return
        if is_in_call is None:  # a call is asked about only where one holds things up
            is_in_call = each.course.stage is Stage.IN_CALL and self._means.apps.is_in_call(each.run)
        sight = self._sight(each.run, is_in_call=is_in_call)
        self._take(id_, moved(each.course, news, sight, self._terms, self._means.clock.now()))

    def _take(self, id_: str, step: Step) -> None:
        each = self._followed[id_]
        before, each.course = each.course, step.course
        if step.wait is not None:
            each.call_off()
            each.call_off = self._means.delay.after(step.wait, lambda: self._look_again(id_, News.DUE))
        if each.course.stage is Stage.STAYED and before.stage is not Stage.STAYED:
            self._record_once(each, "stayed")
        if each.course != before:
            self._has_changed()
        if step.act is not None:
            self._do(each, step.act)

    def _do(self, each: _Followed, act: Act) -> None:
        apps, run = self._means.apps, each.run
        match act:
            case Act.ASK:
                each.back = apps.placed(run) or each.back
                for window in _fronts(run):
                    apps.ask_to_close(window)
            case Act.END:
                apps.end(run)
            case _ if apps.freeze(run):
                self._record_once(each, "frozen")
            case _:
                self._move(run.id, News.FAILED)

    def _gone(self, id_: str, runs: Iterable[Run]) -> None:
        """Take note that a run is gone; what of it goes on without its first process is still the same app."""
        each = self._followed[id_]
        self._forget(id_)
        heirs = [run for run in runs if run.id not in self._followed and _is_heir(run, each.run)]
        for run in heirs:
            self._inherit(run, each)
        if not any(other.run.rule.id == each.run.rule.id for other in self._followed.values()):
            self._is_closed_down(each)

    def _inherit(self, run: Run, before: _Followed) -> None:
        """Go on with ``run``, which is what is left of an app that was followed ``before``."""
        if before.course.asked:
            self._follow(run, asked_at_once(self._sight(run)))
        else:
            self.begin(run)
        self._followed[run.id].back = before.back

    def _is_closed_down(self, each: _Followed) -> None:
        if each.is_news and each.course.stage is not Stage.FROZEN:
            self._record_closed(each.run, "ended" if each.course.is_tried else "asked")
        if each.back is not None:
            self._is_closed(each.back)

    def _forget(self, id_: str) -> None:
        self._followed.pop(id_).call_off()
        self._has_changed()

    def _record_once(self, each: _Followed, how: str) -> None:
        """Tell of an app once, though what is left of it may be several runs."""
        others = (other for other in self._followed.values() if other is not each)
        if not any((it.run.rule.id, it.course.stage) == (each.run.rule.id, each.course.stage) for it in others):
            self._record_closed(each.run, how)

    def _record_closed(self, run: Run, how: str) -> None:
        self._record(EventKind.APP_CLOSED, {"network": run.rule.network, "app": run.rule.name, "how": how})

    def _record(self, kind: EventKind, details: dict[str, str | int]) -> None:
        self._means.journal.record(Event(self._means.clock.now(), kind, details))


def _closing(run: Run, course: Course) -> Closing:
    rule = run.rule
    return Closing(run.id, rule.network, rule.name, rule.icon, course.stage, course.closes_at, course.stretches_left)


def _fronts(run: Run) -> tuple[Window, ...]:
    """Return the windows of ``run`` that are to close; a box before one may hold what somebody typed, and stays."""
    return tuple(window for window in run.windows if not window.is_dialog) or run.windows


def _is_heir(run: Run, gone: Run) -> bool:
    return not run.is_frozen and not frozenset(run.processes).isdisjoint(gone.processes)


def _said(run: Run, course: Course) -> Text:
    is_unseen = course.stage is Stage.STAYED and not course.asked and not run.windows
    said = _UNSEEN if is_unseen else _SAID[course.stage]
    return Text(said.template, app=run.rule.name)
