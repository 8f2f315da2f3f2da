# SPDX-License-Identifier: MIT
"""What of the rules runs now, and what of it may be touched? The processes of this moment, judged by the domain."""

import os
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import suppress
from pathlib import Path

from rideau.adapters.linux.apps.process_list import ProcessList, file_ids
from rideau.domain.app import AppRule, Run, Window
from rideau.domain.app_match import Matches, RuleBook, runs_in
from rideau.domain.process import FileId, ProcessId, ProcessTable
from rideau.domain.safety import Own
from rideau.keeper.proc import ancestors_of, own_uid

_TELLS_CHILDREN = Path(f"/proc/self/task/{os.getpid()}/children")
"""Most kernels tell of a process's children (proc(5)); where not, everybody is asked for their parent."""
_ELF = b"\x7fELF"
SAME_MOMENT_S = 0.03
"""Reading every process takes 10 ms and more; looks that follow each other at once share what was read."""


class AppLook:
    """Look at the processes with the rules in force. One thread at a time."""

    def __init__(self, processes: ProcessList, keeper_pid: Callable[[], int]) -> None:
        """Have no rules yet; Rideau's own are this process and the keeper, with all above and below."""
        self._processes = processes
        self._keeper_pid = keeper_pid
        self._uid = own_uid()
        self._others: AbstractSet[FileId] = frozenset()
        self._read: dict[FileId, bool] = {}
        self._table: ProcessTable | None = None
        self._table_at_s = 0.0
        self.book = RuleBook(())

    @property
    def rules(self) -> tuple[AppRule, ...]:
        """Return the rules in force."""
        return self.book.rules

    def take(self, rules: Iterable[AppRule], others: AbstractSet[FileId]) -> None:
        """Have ``rules`` in force; ``others`` are the programs of all installed apps.

        A file that a package update has put in a program's place is known, too.
        """
        fresh = tuple(each._replace(program_ids=each.program_ids | file_ids(each.programs)) for each in rules)
        if fresh != self.book.rules or others != self._others:
            self.book, self._others = RuleBook(fresh, others), others

    def everything(self, windows: Collection[Window]) -> Matches:
        """Return all that runs of the rules."""
        if self._table is None or time.monotonic() - self._table_at_s > SAME_MOMENT_S:
            self._table = self._processes.table()
            self._table_at_s = time.monotonic()
        return runs_in(self._table, self.book, tuple(windows), self._own())

    def forget(self) -> None:
        """Take it that processes came or went since the last look."""
        self._table = None

    def around(self, pids: Iterable[int], windows: Collection[Window]) -> Matches:
        """Return what runs of the rules among these processes, those that they started and those that started them."""
        return runs_in(self._around(pids), self.book, tuple(windows), self._own())

    def of_run(self, run: Run, windows: Collection[Window] = ()) -> Run | None:
        """Return ``run`` as it is now; None where it is gone, or has become out of reach."""
        if not run.processes:
            return None
        book = RuleBook((run.rule,), self._others)
        table = self._around(each.pid for each in run.processes)
        left = {each for each in run.processes if (now := table.by_pid.get(each.pid)) and now.id == each}
        runs = runs_in(table, book, tuple(windows), self._own()).runs
        return next((each for each in runs if each.id == run.id or left.intersection(each.processes)), None)

    def running(self) -> frozenset[ProcessId]:
        """Return the processes that run a program of the rules."""
        return frozenset(self._processes.running(file_ids(path for rule in self.rules for path in rule.programs)))

    def read_by_others(self, paths: Iterable[str]) -> frozenset[int]:
        """Return the processes that run one of ``paths`` through another program: a script, an archive."""
        if all(map(self._is_program, paths)):
            return frozenset()
        return frozenset(each.pid for each in self._processes.table() if self.book.by_itself(each))

    def named(self, pids: Collection[int]) -> frozenset[int]:
        """Return those of ``pids`` that a rule means for what they are."""
        table = ProcessList(frozenset(pids).__contains__).table()
        book = self.book
        return frozenset(each.pid for each in table if book.by_itself(each) or book.by_unit(each, sandboxed=False))

    def _around(self, pids: Iterable[int]) -> ProcessTable:
        """Return these processes with all above and below; without reading every other one, where the kernel lets."""
        pids = frozenset(pids)
        if not _TELLS_CHILDREN.exists():
            return self._processes.around(pids)
        wanted = {above for pid in pids for above in ancestors_of(pid)} | {
            below for pid in pids for below in _below(pid)
        }
        return ProcessList(wanted.__contains__).table()

    def _own(self) -> Own:
        return Own(self._uid, frozenset({os.getpid(), self._keeper_pid()} - {0}))

    def _is_program(self, path: str) -> bool:
        """Tell whether the kernel runs ``path`` by itself. It is read once: that is an opening, too."""
        for file in file_ids((path,)):
            if file not in self._read:
                self._read[file] = _begins_as_program(path)
            return self._read[file]
        return True


def _below(pid: int) -> Iterator[int]:
    """Yield process ``pid``, and whom it started, and whom those started."""
    yield pid
    for tasks in Path("/proc", str(pid), "task").glob("*/children"):
        with suppress(OSError):  # gone meanwhile
            for child in tasks.read_text(encoding="ascii").split():
                yield from _below(int(child))


def _begins_as_program(path: str) -> bool:
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - four bytes of it
            return file.read(len(_ELF)) == _ELF
    except OSError:  # a folder, or one that may be run and not read
        return not os.path.isdir(path)  # noqa: PTH112 - as above
