# SPDX-License-Identifier: MIT
"""What does Rideau cost against a minimal PySide6 tray? Start-up, memory, idle CPU and wake-ups, in one run.

Usage: ``python benchmarks/tray.py [--starts 5] [--idle-seconds 300]``. Both programs start in turn on the same virtual
Xfce panel, then idle side by side in quiet hours with twenty apps watched, their sound muted, notifications withheld
and sites closed, and every sense of reminders listening. Prints medians and ratios.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(FOLDER / "tests"), str(FOLDER / "benchmarks")]

from jeepney import DBusAddress, HeaderFields, MatchRule, new_method_call  # noqa: E402 - after the path
from jeepney.io.blocking import DBusConnection, open_dbus_connection  # noqa: E402 - after the path
from programs.guarded_desktop import GuardedDesktop, guarded_desktop  # noqa: E402 - after the path

from stage.program import Program  # noqa: E402 - after the path
from stage.running import RIDEAU  # noqa: E402 - after the path
from stage.sender import Sender  # noqa: E402 - after the path

FLOOR = [sys.executable, str(Path(__file__).parent / "programs" / "minimal_tray.py")]
SETTLING_S = 5
KNOCKING_S = 0.03
KILOBYTES_PER_MEGABYTE = 1024
LIMITS = {"start-up": 1.15, "private memory": 1.2}


@dataclass
class Figures:
    """Hold what was measured of one program."""

    start_ms: list[float] = field(default_factory=list)
    cpu_s: list[float] = field(default_factory=list)
    private_mb: list[float] = field(default_factory=list)


def watching(address: str, rule: MatchRule) -> DBusConnection:
    """Return a connection that sees every message that ``rule`` matches."""
    connection = open_dbus_connection(address)
    monitoring = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus.Monitoring")
    connection.send_and_get_reply(new_method_call(monitoring, "BecomeMonitor", "asu", ([rule.serialise()], 0)))
    return connection


def is_told(watcher: DBusConnection, member: str, within_s: float) -> bool:
    """Tell whether a message called ``member`` came within some seconds."""
    deadline = time.monotonic() + within_s
    try:
        while (left := deadline - time.monotonic()) > 0:
            if watcher.receive(timeout=left).header.fields.get(HeaderFields.member) == member:
                return True
    except TimeoutError:
        pass
    return False


def private_mb(pid: int) -> float:
    """Return the memory that would be freed if the process ended (private clean and dirty), in MB."""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    kilobytes = sum(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Private_"))
    return kilobytes / KILOBYTES_PER_MEGABYTE


def cpu_s(pid: int) -> dict[str, float]:
    """Return the CPU time of each thread that lives, in seconds, counted in nanoseconds by the kernel."""
    return {
        task.parent.name: int(task.read_text().split()[0]) / 1e9
        for task in Path(f"/proc/{pid}/task").glob("*/schedstat")
    }


def wake_ups(pid: int) -> dict[str, float]:
    """Return the voluntary context switches of each thread that lives."""
    return {
        status.parent.name: int(line.split()[1])
        for status in Path(f"/proc/{pid}/task").glob("*/status")
        for line in status.read_text().splitlines()
        if line.startswith("voluntary_ctxt_switches")
    }


def since(before: dict[str, float], now: dict[str, float]) -> float:
    """Return what the threads that live now did since ``before``; one that ended meanwhile did its part at start-up."""
    return sum(figure - before.get(thread, 0) for thread, figure in now.items())


def start(desktop: GuardedDesktop, argv: Sequence[str], figures: Figures) -> Program:
    """Start one program and note how long its icon took and what it costs once settled."""
    rule = MatchRule(type="method_call", interface="org.kde.StatusNotifierWatcher", member="RegisterStatusNotifierItem")
    watcher = watching(desktop.bus.address, rule)
    begun = time.perf_counter()
    program = desktop.start(argv)
    assert is_told(watcher, "RegisterStatusNotifierItem", 30), f"{argv}: {program.output()}"
    figures.start_ms.append((time.perf_counter() - begun) * 1000)
    watcher.close()
    time.sleep(SETTLING_S)
    figures.cpu_s.append(since({}, cpu_s(program.process.pid)))
    figures.private_mb.append(private_mb(program.process.pid))
    return program


def compare(label: str, floor: list[float], ours: list[float], unit: str) -> None:
    """Print both medians and their ratio, beside the limit where there is one."""
    ratio = statistics.median(ours) / statistics.median(floor)
    limit = f"  (at most {LIMITS[label]})" if label in LIMITS else ""
    spread = f"{min(ours):.2f}..{max(ours):.2f}"
    print(
        f"{label:16} floor {statistics.median(floor):8.2f} {unit}   Rideau {statistics.median(ours):8.2f} {unit}"
        f" [{spread}]   ratio {ratio:.2f}{limit}"
    )


def measure_starts(desktop: GuardedDesktop, starts: int) -> None:
    """Start both in turn and print what that costs."""
    floor, ours = Figures(), Figures()
    for program, figures in ((FLOOR, Figures()), (RIDEAU, Figures())):
        desktop.end(start(desktop, program, figures))
    for _ in range(starts):
        for program, figures in ((FLOOR, floor), (RIDEAU, ours)):
            desktop.end(start(desktop, program, figures))
    compare("start-up", floor.start_ms, ours.start_ms, "ms")
    compare("CPU to settled", floor.cpu_s, ours.cpu_s, "s ")
    compare("private memory", floor.private_mb, ours.private_mb, "MB")


def measure_withholding(desktop: GuardedDesktop, starts: int) -> None:
    """Print how long after the start of the process a work app's notification is withheld for the first time."""
    rule = MatchRule(type="method_call", interface="org.freedesktop.Notifications", member="CloseNotification")
    taken_ms: list[float] = []
    for _ in range(starts):
        watcher = watching(desktop.bus.address, rule)
        begun = time.perf_counter()
        program = desktop.start(RIDEAU)
        with Sender(desktop.bus) as slack:
            while True:
                slack.notify("Slack", "Are you there?")
                if is_told(watcher, "CloseNotification", KNOCKING_S):
                    break
        taken_ms.append((time.perf_counter() - begun) * 1000)
        watcher.close()
        desktop.end(program)
    spread = f"{min(taken_ms):.0f}..{max(taken_ms):.0f}"
    print(f"start to withheld: median {statistics.median(taken_ms):.0f} ms [{spread}]  (at most 1000)")


def measure_idling(desktop: GuardedDesktop, seconds: float) -> None:
    """Let both idle side by side, everything guarded, and print CPU and wake-ups; Rideau's keeper counts."""
    floor, ours = (start(desktop, argv, Figures()) for argv in (FLOOR, RIDEAU))
    desktop.check_guarded()
    keeper = desktop.keeper()
    pids = {"floor": floor.pid, "tray": ours.pid, "keeper": keeper}
    print(f"keeper's private memory: {private_mb(keeper):.2f} MB")
    before = {name: (cpu_s(pid), wake_ups(pid)) for name, pid in pids.items()}
    time.sleep(seconds)
    for name, pid in pids.items():
        cpu, woken = before[name]
        per_hour, per_minute = since(cpu, cpu_s(pid)) * 3600 / seconds, since(woken, wake_ups(pid)) * 60 / seconds
        limit = "" if name == "floor" else "  (tray and keeper: at most 0.1 and 4)"
        print(f"idle {name:11} {per_hour:.3f} CPU s/h   {per_minute:.2f} wake-ups/min{limit}")
    desktop.end(ours)
    desktop.end(floor)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--starts", type=int, default=5)
    parser.add_argument("--idle-seconds", type=float, default=300)
    options = parser.parse_args()
    with guarded_desktop() as desktop:
        measure_starts(desktop, options.starts)
        measure_withholding(desktop, options.starts)
        measure_idling(desktop, options.idle_seconds)


if __name__ == "__main__":
    main()
