# SPDX-License-Identifier: MIT
"""How does an app stand still, and go on as if nothing had been? Stopped as a tree, in the ledger first."""

import logging
import threading
import time
from collections.abc import Callable, Iterable
from typing import Protocol

from rideau.adapters.linux.apps.frozen_process import (
    CONTINUE,
    KILL,
    STOP,
    frozen_change,
    goes_on,
    is_stopped,
    rests,
    send,
)
from rideau.domain.error import StorageError
from rideau.domain.process import ProcessId
from rideau.keeper.message import Lease
from rideau.keeper.proc import sockets_of
from rideau.ports.state import Ledger

log = logging.getLogger(__name__)

STOPPING_WITHIN_S = 0.01
A_MOMENT_S = 0.005
"""Long enough to let go of the screen, too short to draw."""
TIMES = 3
_LOOK_EVERY_S = 0.0002
LEASE = "frozen"
"""One lease for all that is frozen: the keeper holds a few leases only."""

Tree = Callable[[], tuple[ProcessId, ...]]
"""Return the processes of an app as they are now, parents before their children."""


class Leases(Protocol):
    """Be what keeps a keeper informed of what to continue; ``KeeperLink`` is."""

    def lease(self, lease: Lease) -> None:
        """Have these processes continued when this one is gone."""
        ...

    def release(self, lease_id: str) -> None:
        """End a lease. Idempotent."""
        ...


class _Frozen:
    """Hold what is frozen of one run."""

    def __init__(self) -> None:
        self.processes: tuple[ProcessId, ...] = ()
        self.numbers: list[int] = []
        """In the ledger."""


class Freezer:
    """Stop and continue runs, by their ids. Any thread; one at a time."""

    def __init__(self, ledger: Ledger, link: Leases, is_screen_held: Callable[[], bool] = lambda: False) -> None:
        """Have nothing frozen yet; ``is_screen_held`` tells whether a client keeps the screen to itself."""
        self._is_screen_held = is_screen_held
        self._ledger = ledger
        self._link = link
        self._lock = threading.RLock()
        self._frozen: dict[str, _Frozen] = {}

    def frozen(self) -> dict[str, tuple[ProcessId, ...]]:
        """Return which processes are held, by run."""
        with self._lock:
            return {run_id: held.processes for run_id, held in self._frozen.items()}

    def is_woken(self, run_id: str) -> bool:
        """Tell whether somebody else lets a run go on that is held here."""
        return any(map(goes_on, self.frozen().get(run_id, ())))

    def freeze(self, run_id: str, tree: Tree) -> bool:
        """Stop what ``tree`` returns, and what it forks meanwhile; return whether it is stopped. Idempotent.

        What somebody else had stopped before is left out, and so stays stopped when the run goes on.
        """
        with self._lock:
            held = self._frozen.setdefault(run_id, _Frozen())
            try:
                self._stop(held, tree())
                self._stop(held, tree())  # once more: for what was forked before its parent stood still
            except StorageError as error:
                log.warning("An app cannot be frozen: %s", error)
            if not held.processes:
                del self._frozen[run_id]
            elif not self._leaves_screen_free(held):
                log.warning("An app keeps the screen to itself, and so cannot be frozen")
                self.thaw(run_id)
            return run_id in self._frozen

    def thaw(self, run_id: str) -> None:
        """Let a run go on, parents first; in the ledger and with the keeper it is done with then. Idempotent."""
        with self._lock:
            self._let_go(run_id, CONTINUE)

    def kill(self, run_id: str) -> None:
        """End what is frozen of a run at once (SIGKILL). Idempotent."""
        with self._lock:
            self._let_go(run_id, KILL)

    def thaw_all(self) -> None:
        """Let everything go on."""
        for run_id in self.frozen():
            self.thaw(run_id)

    def forget(self, gone: Iterable[ProcessId]) -> None:
        """Take it that these have ended: a run that has none left is held no more."""
        gone = frozenset(gone)
        with self._lock:
            for run_id, held in tuple(self._frozen.items()):
                held.processes = tuple(each for each in held.processes if each not in gone)
                if not held.processes:
                    self._let_go(run_id, 0)

    def _leaves_screen_free(self, held: _Frozen) -> bool:
        """Let go on for a moment what was stopped while it kept the screen to itself; return whether that helped."""
        if not any(sockets_of(each.pid) for each in held.processes):  # it speaks to nobody yet
            return True
        for _ in range(TIMES):
            if not self._is_screen_held():
                return True
            for each in held.processes:
                send(each, CONTINUE)
            time.sleep(A_MOMENT_S)
            _stop_all(held.processes)
        return not self._is_screen_held()

    def _stop(self, held: _Frozen, processes: tuple[ProcessId, ...]) -> None:
        new = tuple(each for each in processes if each not in held.processes and not is_stopped(each))
        if not new:
            return
        held.numbers.append(self._ledger.record(frozen_change(new)))
        held.processes += new
        self._lease()
        _stop_all(new)

    def _let_go(self, run_id: str, number: int) -> None:
        held = self._frozen.pop(run_id, None)
        if held is None:
            return
        for process in held.processes:
            send(process, number)
        self._lease()
        for each in held.numbers:
            self._settle(each)

    def _lease(self) -> None:
        """Have the keeper know of all that is held."""
        together = tuple(each for held in self._frozen.values() for each in held.processes)
        if together:
            self._link.lease(Lease(LEASE, together))
        else:
            self._link.release(LEASE)

    def _settle(self, number: int) -> None:
        try:
            self._ledger.settle(number)
        except StorageError as error:  # it stays pending: continuing once more does no harm
            log.warning("The ledger could not be written: %s", error)


def _stop_all(processes: tuple[ProcessId, ...]) -> None:
    """Stop them, children first, and wait until they stand."""
    stopped = [each for each in reversed(processes) if send(each, STOP)]
    until = time.monotonic() + STOPPING_WITHIN_S
    while not all(map(rests, stopped)) and time.monotonic() < until:
        time.sleep(_LOOK_EVERY_S)
