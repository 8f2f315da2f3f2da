# SPDX-License-Identifier: MIT
"""Who stands before the curtain? Apps that were started while closed, frozen before they drew anything (SPEC E3)."""

from collections.abc import Callable, Collection, Iterable
from datetime import datetime, timedelta

from rideau.domain.app import AppRule, Run, Stopped
from rideau.domain.closing import UNANSWERED
from rideau.ports.state import Event, EventKind
from rideau.services.closing_time import Means

ONE_ATTEMPT = timedelta(seconds=10)
"""An app whose launcher tries a few times over: one attempt, one line in the journal."""
SELF_START = timedelta(seconds=2)
"""What is there again this soon after it was ended was started by its own keeper, not by a hand."""


class _Waiting:
    """Hold every launch of one app: one line of the curtain."""

    def __init__(self, rule: AppRule, id_: str, at: datetime, *, is_shown: bool) -> None:
        self.rule = rule
        self.id = id_
        """The first launch's."""
        self.at = at
        self.is_shown = is_shown
        self.runs: dict[str, Run] = {}
        self.delays: list[Callable[[], None]] = []
        self.open_delays = 0
        """How many of them have not passed; silence is an answer once all have."""


class Curtain:
    """Keep what was started while closed until somebody answers, or nobody does. Main thread."""

    def __init__(self, means: Means, has_changed: Callable[[], None]) -> None:
        """Begin with nobody there."""
        self._means = means
        self._has_changed = has_changed
        self._waiting: dict[str, _Waiting] = {}
        self._attempted_at: dict[str, datetime] = {}
        self._just_ended: set[str] = set()
        self.paused: frozenset[str] = frozenset()
        """The networks that a breath opens: what meets it is no attempt, and is written down once it is answered."""

    @property
    def stopped(self) -> tuple[Stopped, ...]:
        """Return what the curtain shows, the first come first."""
        shown = (each for each in self._waiting.values() if each.is_shown)
        return tuple(Stopped(each.id, each.rule.network, each.rule.name, each.rule.icon, each.at) for each in shown)

    @property
    def run_ids(self) -> frozenset[str]:
        """Return the ids of all runs that wait here."""
        return frozenset(id_ for each in self._waiting.values() for id_ in each.runs)

    def meet(self, run: Run) -> None:
        """Show that ``run`` met the curtain; a second launch of the same app stands behind the first.

        An app that is started again by its own keeper as soon as it is ended is not ended over and over: it stays
        frozen, and the curtain is not shown for it, until a hand starts it too.
        """
        rule = run.rule
        if rule.network not in self.paused:
            self._note_attempt(rule)
        waiting = self._waiting.get(rule.id)
        if waiting is None:
            is_shown = rule.id not in self._just_ended
            waiting = _Waiting(rule, run.id, self._means.clock.now(), is_shown=is_shown)
            self._waiting[rule.id] = waiting
        elif not waiting.is_shown:
            waiting.is_shown, waiting.at = True, self._means.clock.now()
        waiting.runs[run.id] = run
        if waiting.is_shown and not waiting.delays:
            self._wait(waiting, UNANSWERED)
        self._has_changed()

    def later(self, ids: Collection[str]) -> None:
        """Take "later" for an answer: end what never drew a window."""
        for rule_id, each in tuple(self._waiting.items()):
            if each.id in ids:
                self._turn_away(rule_id)

    def hold(self, ids: Collection[str], length: timedelta) -> None:
        """Wait for an answer ``length`` from now on, and never shorter than before."""
        for each in self._waiting.values():
            if each.id in ids and each.is_shown:
                self._wait(each, length)

    def look(self, runs: Iterable[Run]) -> None:
        """Forget what is not among ``runs``, or goes on: somebody else ended or thawed it.

        A browser's window for one site is told until it is answered, though it is gone by then.
        """
        there = {run.id for run in runs if run.is_frozen}
        for rule_id, each in tuple(self._waiting.items()):
            each.runs = {id_: run for id_, run in each.runs.items() if id_ in there or not run.processes}
            if not each.runs:
                self._forget(rule_id)

    def call_off(self, is_closed: Callable[[str], bool]) -> None:
        """Let in, whole, everything whose network ``is_closed`` denies."""
        for rule_id, each in tuple(self._waiting.items()):
            if not is_closed(each.rule.network):
                self._forget(rule_id)
                for run in each.runs.values():
                    self._means.apps.thaw(run)

    def _turn_away(self, rule_id: str) -> None:
        each = self._forget(rule_id)
        for run in self._means.apps.runs():
            if run.id in each.runs and run.is_frozen:  # as it is now: somebody else may have let it in
                self._means.apps.end(run)
        self._just_ended.add(rule_id)
        self._means.delay.after(SELF_START, lambda: self._just_ended.discard(rule_id))

    def _wait(self, waiting: _Waiting, length: timedelta) -> None:
        waiting.open_delays += 1
        waiting.delays.append(self._means.delay.after(length, lambda: self._passed(waiting)))

    def _passed(self, waiting: _Waiting) -> None:
        waiting.open_delays -= 1
        if not waiting.open_delays:
            self._turn_away(waiting.rule.id)

    def _forget(self, rule_id: str) -> _Waiting:
        each = self._waiting.pop(rule_id)
        for call_off in each.delays:
            call_off()
        self._has_changed()
        return each

    def _note_attempt(self, rule: AppRule) -> None:
        now, last = self._means.clock.now(), self._attempted_at.get(rule.id)
        self._attempted_at[rule.id] = now
        if last is None or not timedelta(0) <= now - last < ONE_ATTEMPT:
            details = {"network": rule.network, "app": rule.name}
            self._means.journal.record(Event(now, EventKind.APP_STOPPED, details))
