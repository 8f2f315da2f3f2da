# SPDX-License-Identifier: MIT
"""How long does it take to tell the apps among the processes of this machine, and among 200 made up ones?

Run: ``uv run python benchmarks/app_matching.py``. The goals: 1 ms for a scan by executable, 2 ms for telling
20 apps among 200 processes.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from rideau.adapters.catalogue_files import CatalogueFiles
from rideau.adapters.linux.apps.inventory import LinuxInventory
from rideau.adapters.linux.apps.process_list import ProcessList, file_ids
from rideau.adapters.resources import resources_folder
from rideau.domain.app import AppRule
from rideau.domain.app_match import RuleBook, runs_in
from rideau.domain.process import FileId, Process, ProcessId, ProcessTable
from rideau.domain.safety import Own
from rideau.keeper.proc import own_uid

ROUNDS = 30
PROCESSES, RULES = 200, 20
SCAN_GOAL_MS, MATCH_GOAL_MS = 1.0, 2.0


def main() -> int:
    """Print the figures; fail where one is beyond its goal."""
    processes, own = ProcessList(), Own(own_uid(), frozenset({os.getpid()}))
    files = file_ids([sys.executable])
    scan_ms = _median_ms("scan by executable", lambda: processes.running(files))
    _median_ms("all processes, whole", processes.table)
    _median_ms("one process with all above and below", lambda: processes.around([os.getpid()]))
    book = RuleBook(_rule(number) for number in range(RULES))
    _median_ms("20 apps among the processes of this machine", lambda: runs_in(processes.table(), book, (), own))
    made_up = ProcessTable(_process(number, own.uid) for number in range(PROCESSES))
    match_ms = _median_ms("20 apps among 200 Pythons", lambda: runs_in(made_up, book, (), own))
    networks = CatalogueFiles(resources_folder() / "networks").networks()
    _median_ms("the apps of this machine, for the first time", lambda: LinuxInventory(os.environ).apps())
    inventory = LinuxInventory(os.environ)
    _median_ms("the rules of the whole catalogue, again", lambda: inventory.rules(networks))
    return 0 if scan_ms <= SCAN_GOAL_MS and match_ms <= MATCH_GOAL_MS else 1


def _rule(number: int) -> AppRule:
    name = f"app{number}"
    folder = Path("/opt", name)
    units = (f"app-gnome-{name}-",)
    return AppRule(f"n/{name}", "n", name, programs=(str(folder / name),), marks=(str(folder),), units=units)


def _process(number: int, uid: int) -> Process:
    parent = 10_000 + number // 3 if number else 1
    argv = ("python3", "-u", f"/home/me/tool{number}.py")
    return Process(
        ProcessId(10_001 + number, number), parent, uid, "python3", "/usr/bin/python3.11", FileId(1, 1), argv, "x.scope"
    )


def _median_ms(name: str, act: Callable[[], object]) -> float:
    took = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        act()
        took.append(time.perf_counter() - start)
    median = statistics.median(took) * 1e3
    print(f"{name}: {median:.2f} ms")
    return median


if __name__ == "__main__":
    sys.exit(main())
