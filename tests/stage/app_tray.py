# SPDX-License-Identifier: MIT
"""Who freezes apps and can be killed? A program for tests: ``app_tray.py FOLDER PROGRAM NAME``, with a real keeper.

It says ``watching``, then ``frozen PID...`` of the app that was started, then waits to be killed.
"""

import os
import queue
import sys
import time
from contextlib import suppress
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
sys.path[:0] = [str(REPOSITORY / "app"), str(REPOSITORY / "tests")]

from rideau.adapters.keeper_link import Heard as LinkHeard  # noqa: E402 - found only after the path is set
from rideau.adapters.keeper_link import KeeperLink  # noqa: E402 - as above
from rideau.adapters.ledger_file import LedgerFile  # noqa: E402 - as above
from rideau.adapters.linux.apps.linux_apps import LinuxApps, Machine  # noqa: E402 - as above
from rideau.domain.app import AppRule, Run  # noqa: E402 - as above
from rideau.ports.apps import Heard  # noqa: E402 - as above
from stage.app_watching import FakeInventory  # noqa: E402 - as above
from stage.linking import BASE, House  # noqa: E402 - as above


def main(folder: str, program: str, name: str) -> None:
    """Freeze what is started of PROGRAM."""
    house, launched = House(Path(folder)), queue.SimpleQueue[Run]()
    link = KeeperLink(house.paths, LinkHeard(house.attempts.append, lambda: None), lambda act: act(), BASE)
    ledger = LedgerFile(house.paths.ledger_file)
    apps = LinuxApps(Machine(os.environ, ledger, link, FakeInventory()), lambda act: act())
    rule = AppRule(f"work/{name}", "work", name, programs=(program,))
    assert apps.watch((rule,), frozenset(), Heard(launched.put, lambda: None)) == ()
    print("watching", flush=True)
    run = launched.get()
    while _held_by(link.keeper_pid) < len(run.processes):
        time.sleep(0.01)
    print("frozen", *(each.pid for each in run.processes), flush=True)
    time.sleep(600)


def _held_by(keeper: int) -> int:
    """Return how many processes the keeper has a lease on."""
    found = 0
    for each in Path(f"/proc/{keeper}/fd").glob("*") if keeper else ():
        with suppress(OSError):
            found += "pidfd" in str(each.readlink())
    return found


if __name__ == "__main__":
    main(*sys.argv[1:])
