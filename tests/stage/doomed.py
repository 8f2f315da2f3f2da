# SPDX-License-Identifier: MIT
"""Which Rideau is killed at one step of its ledger? For tests: ``doomed.py alone|together STEP NOTES rideau``.

STEP is a line of NOTES, where every step of a life is noted before it is taken: ``WHEN OPERATION KIND TIMES``, say
``after record sound-mute 1``. Before, within (written, about to be flushed) and after each operation there is one. It
dies as by ``kill -9``, together with its keeper if asked to; with ``-`` for STEP it lives.
"""

import os
import signal
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rideau.adapters import ledger_file
from rideau.adapters.ledger_file import LedgerFile
from rideau.cli.main import main
from rideau.domain.change import Change


class Fate:
    """Count steps, and die at one of them. Any thread."""

    def __init__(self, step: str, notes: Path, *, is_shared: bool) -> None:
        """Die at ``step``, and the keeper first where it is ``is_shared``."""
        self._is_shared = is_shared
        self._step = step
        self._notes = notes
        self._lock = threading.Lock()
        self._seen: Counter[str] = Counter()
        self._here = threading.local()
        self._flush = os.fsync

    def step(self, name: str) -> None:
        """Note one step, and die where it is the one."""
        with self._lock:
            self._seen[name] += 1
            line = f"{name} {self._seen[name]}"
            with self._notes.open("a") as notes:
                notes.write(f"{line}\n")
            if line == self._step:
                for pid in (*(_children() if self._is_shared else ()), os.getpid()):
                    os.kill(pid, signal.SIGKILL)

    def flush(self, file: int) -> None:
        """Be ``os.fsync``, which is a step where the ledger calls it."""
        if name := getattr(self._here, "name", ""):
            self.step(f"within {name}")
        self._flush(file)

    @contextmanager
    def around(self, name: str) -> Iterator[None]:
        """Take the steps of operation ``name``."""
        self.step(f"before {name}")
        self._here.name = name
        yield
        self._here.name = ""
        self.step(f"after {name}")


class DoomedLedger(LedgerFile):
    """Be the ledger, with steps."""

    fate: Fate

    def record(self, change: Change) -> int:
        """Write ``change`` ahead of making it."""
        with self.fate.around(f"record {change.kind}"):
            return super().record(change)

    def settle(self, number: int) -> None:
        """Strike out change ``number``."""
        change = dict(self.pending()).get(number)
        if change is not None:
            with self.fate.around(f"settle {change.kind}"):
                super().settle(number)


def _children() -> list[int]:
    """Return the processes that this one started, the keeper as a rule."""
    return [int(pid) for each in Path("/proc/self/task").glob("*/children") for pid in each.read_text().split()]


if __name__ == "__main__":
    DoomedLedger.fate = Fate(sys.argv[2], Path(sys.argv[3]), is_shared=sys.argv[1] == "together")
    os.fsync = DoomedLedger.fate.flush  # type: ignore[assignment]  # nobody here flushes anything but descriptors
    ledger_file.LedgerFile = DoomedLedger  # type: ignore[misc]  # before anybody has taken it from there
    sys.argv = sys.argv[4:]
    sys.exit(main())
