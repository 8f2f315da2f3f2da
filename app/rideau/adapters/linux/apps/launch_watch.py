# SPDX-License-Identifier: MIT
"""Which of the watched apps is being started? Told by its files where they can be watched, else by what is at hand.

inotify costs nothing while nothing starts. What only a sandbox names has no file to watch: the process connector tells
of it where the kernel lets it, and a look at new pids every 5 seconds where not. Both run only while such a rule is
watched.
"""

import logging
import threading
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from rideau.adapters.linux.apps.exec_watch import ExecWatch
from rideau.adapters.linux.apps.lookout import Lookout, Source
from rideau.adapters.linux.apps.pid_scan import PidScan
from rideau.adapters.linux.apps.proc_connector import ProcConnector
from rideau.domain.app import AppRule

log = logging.getLogger(__name__)

PidsTold = Callable[[frozenset[int]], None]


class Closable(Source, Protocol):
    """Be a source that can be closed."""

    def close(self) -> None:
        """End. Idempotent."""
        ...


class LaunchWatch:
    """Watch for launches of rules, under ``lock``; its sources are the lookout's."""

    def __init__(
        self,
        lookout: Lookout,
        lock: "threading.RLock",
        opened: Callable[[frozenset[str]], None],
        started: PidsTold,
        tellers: Sequence[Callable[[PidsTold], Closable]] = (ProcConnector, PidScan),
    ) -> None:
        """Watch nothing yet. ``opened`` is told files of rules, ``started`` pids that are new or run something new.

        ``tellers`` are what tells of pids, the best first.
        """
        self._lookout = lookout
        self._lock = lock
        self._opened = opened
        self._started = started
        self._tellers = tellers
        self._files: ExecWatch | None = None
        self._pids: Closable | None = None
        self._guarded: dict[Closable, Guarded] = {}

    @property
    def is_scanning(self) -> bool:
        """Tell whether new pids are looked at every few seconds, for want of anything better."""
        return isinstance(self._pids, PidScan)

    def watch(self, rules: Iterable[AppRule]) -> tuple[AppRule, ...]:
        """Watch for these rules and no others; return those that no file tells of."""
        rules = tuple(rules)
        if not rules:
            self.close()
            return ()
        if self._files is None:
            self._files = ExecWatch(self._opened)
            self._look_at(self._files)
        self._files.watch(path for rule in rules for path in paths_of(rule))
        others = tuple(rule for rule in rules if self._is_missed(rule, self._files.missed))
        self._tell_pids(is_wanted=bool(others))
        return others

    def close(self) -> None:
        """Watch nothing any more. Idempotent."""
        for each in (self._files, self._pids):
            self._leave(each)
        self._files = self._pids = None

    def _is_missed(self, rule: AppRule, missed: frozenset[str]) -> bool:
        has_more = bool(rule.units or rule.flatpak)
        return missed.issuperset(paths_of(rule)) and (has_more or bool(rule.programs))

    def _tell_pids(self, *, is_wanted: bool) -> None:
        if self._pids is not None and not is_wanted:
            self._leave(self._pids)
            self._pids = None
        if self._pids is None and is_wanted:
            self._pids = self._best_teller()
            if self._pids is not None:
                self._look_at(self._pids)

    def _best_teller(self) -> Closable | None:
        for teller in self._tellers:
            try:
                return teller(self._started)
            except OSError as error:
                log.info("Launches are not told of by %s: %s", teller, error)
        return None

    def _look_at(self, source: Closable) -> None:
        guarded = self._guarded[source] = Guarded(source, self._lock)
        self._lookout.do(lambda: self._lookout.add(guarded))

    def _leave(self, source: Closable | None) -> None:
        """Close a source where it is looked at: closed on another thread, its number could be somebody else's there."""
        if source is None:
            return
        guarded = self._guarded.pop(source)
        self._lookout.do(lambda: self._lookout.drop(guarded))
        self._lookout.do(source.close)


class Guarded:
    """Look at a source under a lock."""

    def __init__(self, source: Source, lock: "threading.RLock") -> None:
        """Guard ``source`` by ``lock``."""
        self._source = source
        self._lock = lock

    def fileno(self) -> int:
        """Return the source's descriptor."""
        return self._source.fileno()

    def look(self) -> None:
        """Look."""
        with self._lock:
            self._source.look()


def paths_of(rule: AppRule) -> frozenset[str]:
    """Return the files and folders whose opening may be a start of ``rule``."""
    return frozenset(path for path in (*rule.programs, *rule.marks) if path.startswith("/"))
