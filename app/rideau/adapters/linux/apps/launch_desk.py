# SPDX-License-Identifier: MIT
"""What becomes of an app that is started? Frozen before it draws, where its rule is closed and nothing speaks against.

Let be: what ran before its rule was closed, what that starts, what has drawn already, what is out of reach.
"""

import logging
import time
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from pathlib import Path

from rideau.adapters.linux.apps.app_look import AppLook
from rideau.adapters.linux.apps.app_windows import AppWindows
from rideau.adapters.linux.apps.freezer import Freezer
from rideau.domain.app import Run
from rideau.domain.app_match import Matches
from rideau.domain.process import ProcessId
from rideau.domain.text import Text
from rideau.ports.apps import Heard

log = logging.getLogger(__name__)

PAUSES_S = (0.0, 0.0005, 0.001, 0.002, 0.003, 0.005)
"""Between looks for a process whose file was opened: the opening comes before it runs, or is somebody reading."""
TOO_YOUNG_TO_DRAW_S = 0.25
"""Where windows are not seen, what is older may have drawn: it is never killed."""
_TICKS = 100
"""To a second, in what proc(5) tells of starts (USER_HZ)."""


class LaunchDesk:
    """Decide about launches. One thread at a time: whoever calls holds the lock that it shares with the main thread."""

    def __init__(self, look: AppLook, windows: AppWindows, freezer: Freezer, heard: Heard) -> None:
        """Let everything be; ``heard`` is told at once, on the caller's thread."""
        self._look = look
        self._windows = windows
        self._freezer = freezer
        self._heard = heard
        self._active: frozenset[str] = frozenset()
        self._let_be: set[str | ProcessId] = set()
        self._undrawn: set[str] = set()
        self.refused: dict[str, Text] = {}
        """Why rules are left aside, by their ids."""

    def hold(self, active: frozenset[str], matches: Matches) -> None:
        """Stop the launches of the ``active`` rules; ``matches`` is what runs now, everything.

        What runs of a rule that was not active before goes on. What was started a moment ago, and not judged yet, is
        left to be.
        """
        new = active - self._active
        self.refused = {each.rule_id: each.why for each in matches.refused}
        self._active = active - self.refused.keys()
        before, self._let_be = self._let_be, set()
        for run in matches.runs:
            if run.rule.id in new or run.rule.id not in active or before.intersection(_names(run)):
                self.let_be(run)

    def rest(self) -> None:
        """Let everything be; what is frozen stays so."""
        self._active, self.refused = frozenset(), {}
        self._let_be.clear()

    def let_be(self, run: Run) -> None:
        """Let ``run`` go on, and what it starts."""
        self._let_be.update(_names(run))
        self._undrawn.discard(run.id)

    def is_undrawn(self, run_id: str) -> bool:
        """Tell whether a run was frozen at its start, and has been ever since."""
        return run_id in self._undrawn

    def opened(self, paths: frozenset[str]) -> None:
        """Take it that files of rules were opened: find out whether they run."""
        for pause in PAUSES_S:
            time.sleep(pause)
            if self._judge(each.pid for each in self._look.running() - self._known()):
                return
        self._judge(self._look.read_by_others(paths) - {each.pid for each in self._known()})

    def executed(self, pids: Iterable[int]) -> None:
        """Take it that processes run another program now."""
        self._judge(self._look.named(frozenset(pids)))

    def came(self, pids: Iterable[int]) -> None:
        """Take it that processes came at some time during the last seconds: too late for the curtain."""
        for run in self._found(self._look.named(frozenset(pids))):
            if not self._let_be.intersection(_names(run)):
                self.let_be(run)
                self._heard.changed()

    def _judge(self, pids: Iterable[int]) -> bool:
        """Deal with these processes; return whether there was anything to deal with."""
        runs = self._found(frozenset(pids))
        for run in runs:
            self._meet(run)
        return bool(runs)

    def _found(self, pids: AbstractSet[int]) -> tuple[Run, ...]:
        if not pids:
            return ()
        matches = self._look.around(pids, self._windows.known())
        for each in matches.refused:
            if each.rule_id not in self.refused:
                log.info("A launch is let through: %s", each.why)
                self.refused[each.rule_id] = each.why
                self._heard.changed()
        return tuple(run for run in matches.runs if run.processes)

    def _meet(self, run: Run) -> None:
        if run.id in self._freezer.frozen():
            self._freezer.freeze(run.id, lambda: self._processes_of(run))  # what it forked just before
        elif run.rule.id not in self._active or self._let_be.intersection(_names(run)):
            self.let_be(run)
        elif run.windows or not self._stop(run):
            self.let_be(run)
            self._heard.changed()

    def _stop(self, run: Run) -> bool:
        """Freeze a launch; return whether it stands still, and had drawn nothing by then."""
        looks = iter((run.processes,))
        if not self._freezer.freeze(run.id, lambda: next(looks, None) or self._processes_of(run)):
            return False
        self._windows.look()
        if self._has_windows(run):
            self._freezer.thaw(run.id)
            return False
        is_undrawn = self._windows.tells_all() or _age_of(run) < TOO_YOUNG_TO_DRAW_S
        if is_undrawn:
            self._undrawn.add(run.id)
        self._heard.launched(run._replace(is_frozen=True, has_drawn=not is_undrawn))
        return True

    def _has_windows(self, run: Run) -> bool:
        """Tell whether a frozen run has drawn; a sandbox tells numbers of its own with its windows."""
        pids = {each.pid for each in self._freezer.frozen().get(run.id, ())}
        book, is_boxed = self._look.book, bool(run.rule.flatpak)
        return any(each.pid in pids or (is_boxed and book.by_class(each) == run.rule) for each in self._windows.known())

    def _processes_of(self, run: Run) -> tuple[ProcessId, ...]:
        now = self._look.of_run(run)
        return now.processes if now else ()

    def _known(self) -> frozenset[ProcessId]:
        """Return the processes that were judged."""
        held = (each for processes in self._freezer.frozen().values() for each in processes)
        return frozenset((*held, *(each for each in self._let_be if isinstance(each, ProcessId))))


def _names(run: Run) -> frozenset[str | ProcessId]:
    return frozenset((run.id, *run.processes))


def _age_of(run: Run) -> float:
    """Return how many seconds ago the root of ``run`` was forked."""
    since_boot = float(Path("/proc/uptime").read_text(encoding="ascii").split()[0])
    return since_boot - run.processes[0].start / _TICKS
