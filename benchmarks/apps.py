# SPDX-License-Identifier: MIT
"""How soon are apps met when they start, seen when they show, missed when they end, and freed when the tray is killed?

Usage: ``python benchmarks/apps.py [--times 20]``, on a virtual screen with real windows, on this machine's real process
list. Prints median, 95th percentile and maximum beside what is promised; ends with 1 where that is missed.
"""

import argparse
import os
import queue
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1] / "tests")]

from programs.figures import Table  # noqa: E402 - after the path

from fakes.ledger import FakeLedger  # noqa: E402 - after the path
from rideau.adapters.ledger_file import LedgerFile  # noqa: E402 - after the path
from rideau.adapters.linux.apps.frozen_process import is_stopped  # noqa: E402 - after the path
from rideau.adapters.linux.apps.linux_apps import LinuxApps, Machine  # noqa: E402 - after the path
from rideau.domain.app import Run  # noqa: E402 - after the path
from rideau.ports.apps import Heard  # noqa: E402 - after the path
from stage.app_watching import FakeInventory, FakeLink  # noqa: E402 - after the path
from stage.desktop import Desktop, Furniture  # noqa: E402 - after the path
from stage.windows import WindowWatch  # noqa: E402 - after the path
from stage.work_apps import Kind, WorkApp  # noqa: E402 - after the path

TRAY = Path(__file__).parents[1] / "tests" / "stage" / "app_tray.py"
PATIENCE_S = 30.0
A_WINDOW_WOULD_COME_S = 1.0


class Watcher:
    """Hold apps that are watched, and when something was heard."""

    def __init__(self, desktop: Desktop, *apps: WorkApp, ledger: LedgerFile | None = None) -> None:
        """Watch nothing yet."""
        machine = Machine(desktop.environment, ledger or FakeLedger(), FakeLink(), FakeInventory(*apps))
        self.apps = LinuxApps(machine, lambda act: act())
        self.launched: queue.SimpleQueue[tuple[float, Run]] = queue.SimpleQueue()
        self.changed: queue.SimpleQueue[float] = queue.SimpleQueue()
        self.heard = Heard(
            lambda run: self.launched.put((time.monotonic(), run)), lambda: self.changed.put(time.monotonic())
        )

    def changed_until(self, is_so: Callable[[], object]) -> float:
        """Return when the change was heard with which ``is_so`` came true."""
        while True:
            at = self.changed.get(timeout=PATIENCE_S)
            if is_so():
                return at

    def silence(self) -> None:
        """Forget what was heard."""
        while not self.changed.empty():
            self.changed.get()


def measure_launches(desktop: Desktop, table: Table, times: int) -> None:
    """Start an app again and again that is closed: from before its shell starts to its whole tree standing still."""
    for kind in (Kind.WINDOW, Kind.HELPERS):
        app = WorkApp(desktop, f"late{kind.value}", kind)
        watcher = Watcher(desktop, app, ledger=LedgerFile(desktop.state / "ledger"))
        watcher.apps.watch((app.rule,), frozenset(), watcher.heard)
        for _ in range(times):
            began = time.monotonic()
            app.start()
            at, run = watcher.launched.get(timeout=PATIENCE_S)
            while not all(map(is_stopped, run.processes)):  # told, and waiting for its turn to stop
                at = time.monotonic()
                assert at - began < PATIENCE_S
            table.add(f"exec -> frozen ({kind.value})", (at - began) * 1000, most=50)
        time.sleep(A_WINDOW_WOULD_COME_S)
        shown = max(_windows_of(desktop, app), app.said().count("shown"))
        table.add_as("", f"windows mapped of {times} launches ({kind.value})", shown, most=0)
        app.kill()
        watcher.apps.release()


def measure_unknown(desktop: Desktop, table: Table, times: int) -> None:
    """Start an app that only its windows' class names: from its first window to its being seen."""
    app = WorkApp(desktop, "unknown")
    watcher = Watcher(desktop, app)
    rule = app.rule._replace(programs=(), program_ids=frozenset())
    watcher.apps.watch((rule,), frozenset(), watcher.heard)
    for _ in range(times):
        watcher.silence()
        with WindowWatch(desktop.environment) as windows:
            app.start()
            at = watcher.changed_until(lambda: any(run.windows for run in watcher.apps.runs()))
            windows.wait("map")
            mapped = next(event.at for event in windows.events if event.kind == "map")
        table.add("window of an unknown executable -> noticed", max(at - mapped, 0) * 1000, most=500)
        app.kill()
        watcher.changed_until(lambda: not watcher.apps.runs())
    watcher.apps.release()


def measure_ends(desktop: Desktop, table: Table, times: int) -> None:
    """Kill a running app: until its end is heard."""
    app = WorkApp(desktop, "ending")
    watcher = Watcher(desktop, app)
    for _ in range(times):
        watcher.apps.watch((app.rule,), frozenset({app.rule.id}), watcher.heard)
        app.start()
        watcher.changed_until(lambda: any(run.windows for run in watcher.apps.runs()))
        watcher.silence()
        (pid,) = app.pids()
        began = time.monotonic()
        os.kill(pid, signal.SIGKILL)
        table.add("end -> noticed", (watcher.changed.get(timeout=PATIENCE_S) - began) * 1000, most=50)
        app.wait_until_gone()
    watcher.apps.release()


def measure_calls(desktop: Desktop, table: Table, times: int) -> None:
    """Ask what the main thread asks, with this machine's processes."""
    app = WorkApp(desktop, "asked", Kind.HELPERS)
    watcher = Watcher(desktop, app)
    watcher.apps.watch((app.rule,), frozenset({app.rule.id}), watcher.heard)
    app.start()
    app.wait_until_said("shown")
    (run,) = watcher.apps.runs()
    calls: tuple[tuple[str, Callable[[], object]], ...] = (
        ("watch", lambda: watcher.apps.watch((app.rule,), frozenset({app.rule.id}), watcher.heard)),
        ("runs", watcher.apps.runs),
        ("hide", lambda: watcher.apps.hide(run)),
        ("freeze", lambda: watcher.apps.freeze(run)),
        ("thaw", lambda: watcher.apps.thaw(run)),
        ("is_in_call", lambda: watcher.apps.is_in_call(run)),
        ("placed", lambda: watcher.apps.placed(run)),
        ("watch nothing", lambda: watcher.apps.watch((), frozenset(), watcher.heard)),
    )
    for _ in range(times):
        for name, call in calls:
            began = time.monotonic()
            call()
            table.add(f"main thread: {name}", (time.monotonic() - began) * 1000, most=50)
    app.kill()
    watcher.apps.release()


def measure_kill(desktop: Desktop, table: Table, times: int) -> None:
    """Kill the tray: until what it froze runs again."""
    for _ in range(times):
        app = WorkApp(desktop, "leased", Kind.HELPERS)
        with (
            tempfile.TemporaryDirectory() as folder,
            subprocess.Popen(
                [sys.executable, str(TRAY), folder, str(app.program), app.name],
                env=desktop.environment,
                stdout=subprocess.PIPE,
                text=True,
            ) as tray,
        ):
            assert tray.stdout is not None
            assert tray.stdout.readline() == "watching\n"
            app.start()
            assert tray.stdout.readline().startswith("frozen ")
            processes = app.processes()
            while not all(map(is_stopped, processes)):
                time.sleep(0.001)
            began = time.monotonic()
            tray.kill()
            while any(map(is_stopped, processes)):
                assert time.monotonic() - began < PATIENCE_S
                time.sleep(0.001)
            table.add("kill -9 of the tray -> frozen apps run", (time.monotonic() - began) * 1000, most=200)
        app.kill()


def _windows_of(desktop: Desktop, app: WorkApp) -> int:
    """Return how many windows on the screen are the app's."""
    return desktop.run(["xwininfo", "-root", "-tree"]).stdout.count(f'("{app.name}"')


MEASURES = (measure_launches, measure_unknown, measure_ends, measure_calls, measure_kill)


def main() -> int:
    """Measure, print, and say whether everything promised is kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=20)
    options = parser.parse_args()
    table = Table()
    with Desktop(Furniture(notifications=None)) as desktop:
        for measure in MEASURES:
            measure(desktop, table, options.times)
    return 0 if table.print() else 1


if __name__ == "__main__":
    sys.exit(main())
