# SPDX-License-Identifier: MIT
"""What does it cost to sense whether this is a moment to speak, and how soon is it known? All senses, on an X desktop.

Run: ``uv run python benchmarks/attention.py [NAME…]``, only the senses called so. The bars: 4 wake-ups a minute and
0.1 CPU s/h idle; 8 wake-ups for ten seconds of typing and 1 CPU s/h; 8 of the thread that senses for each of ten
windows that come and go; 25 MB and two threads. In brackets: the wake-ups of that thread; the others hear of it.
"""

import contextlib
import functools
import http.server
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parents[1]
sys.path[:0] = [str(FOLDER / "tests"), str(FOLDER / "benchmarks")]

from contracts.window_source import start_app  # noqa: E402 - after the path
from stage.bus import SessionBus  # noqa: E402 - after the path
from stage.chromium import Chromium  # noqa: E402 - after the path
from stage.desktop import Home  # noqa: E402 - after the path
from stage.manager import wait_for_manager  # noqa: E402 - after the path
from stage.program import PATIENCE_S, Program  # noqa: E402 - after the path
from stage.screen import Screen  # noqa: E402 - after the path

SENSES = FOLDER / "benchmarks/programs/senses.py"
MANAGERS = ("openbox", "xfwm4")
IDLE_S, SETTLE_S = 60, 3
PAGE = """<!doctype html><title>Room</title><textarea autofocus></textarea><script>
onkeydown = event => { if (event.key === "F8") navigator.mediaDevices.getDisplayMedia({ video: true }); };
</script>"""


class Cost(NamedTuple):
    """Hold what a process used so far, all its threads together."""

    wake_ups: int
    sensing: int
    """How many wake-ups were those of the thread that senses, not of the main one that is told."""
    cpu_s: float


def cost(pid: int) -> Cost:
    """Read what process ``pid`` used."""
    wake_ups, sensing, cpu_ns = 0, 0, 0
    for task in Path(f"/proc/{pid}/task").iterdir():
        status = (task / "status").read_text()
        count = int(status.partition("\nvoluntary_ctxt_switches:")[2].split()[0])
        wake_ups += count
        sensing += count if int(task.name) != pid else 0
        cpu_ns += int((task / "schedstat").read_text().split()[0])
    return Cost(wake_ups, sensing, cpu_ns / 1e9)


def pss_mb(pid: int) -> float:
    """Return a process's share of memory."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


class Bench:
    """Hold the desktop, and the senses on it."""

    def __init__(self, home: Home) -> None:
        """Start the senses."""
        self.home = home
        self.senses: Program = home.start(
            [sys.executable, str(SENSES), *sys.argv[1:]], log="senses.log", PYTHONPATH=str(FOLDER / "app")
        )
        self.until("presence=")

    def lines(self) -> list[str]:
        """Return what was told so far."""
        return self.senses.output().splitlines()

    def until(self, word: str, since: int = 0) -> float:
        """Return when ``word`` was told after the first ``since`` lines."""
        end = time.monotonic() + PATIENCE_S
        while not (found := [line for line in self.lines()[since:] if word in line]):
            assert time.monotonic() < end, f"never told: {word}; {self.lines()[since:]}"
            time.sleep(0.01)
        return float(found[0].split()[0])

    def measured(self, label: str, act: Callable[[], None], bar: str) -> None:
        """Print what ``act`` costs the senses."""
        time.sleep(SETTLE_S)
        before, began = cost(self.senses.pid), time.monotonic()
        act()
        took, after = time.monotonic() - began, cost(self.senses.pid)
        wake_ups, sensing = after.wake_ups - before.wake_ups, after.sensing - before.sensing
        per_hour = (after.cpu_s - before.cpu_s) / took * 3600
        print(f"  {label:44} {wake_ups:4} wake-ups ({sensing:3}) in {took:4.0f} s  {per_hour:6.2f} CPU s/h  ({bar})")

    def soon(self, label: str, act: Callable[[], object], word: str, bar: str) -> None:
        """Print how soon something is told."""
        count, began = len(self.lines()), time.monotonic()
        act()
        print(f"  {label:44} told after {(self.until(word, count) - began) * 1000:4.0f} ms  ({bar})")


def main() -> int:
    """Measure under each window manager."""
    for manager in MANAGERS:
        print(manager)
        with desktop(manager) as home:
            measure(Bench(home))
    return 0


@contextlib.contextmanager
def desktop(manager: str) -> Iterator[Home]:
    """Give a screen with a bus and a window manager."""
    with Home() as home, Screen(home.environment, home.folder) as screen:
        home.environment["DISPLAY"] = screen.display
        with SessionBus(home.environment, home.folder) as bus:
            home.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.address
            home.start([manager])
            wait_for_manager(home.environment)
            yield home


def measure(bench: Bench) -> None:
    """Print all figures."""
    home = bench.home
    threads = len([*Path(f"/proc/{bench.senses.pid}/task").iterdir()])
    print(f"  {'alone':44} {pss_mb(bench.senses.pid):.1f} MB PSS, {threads} threads  (at most 25 MB, 2)")
    app = start_app(home, "Letters")
    bench.until("x11:")
    bench.measured("idle", lambda: time.sleep(IDLE_S), "at most 4, 0.1 CPU s/h")
    bench.measured("typing, 12 keys a second", lambda: type_for_ten_seconds(home), "at most 8, 1 CPU s/h")
    bench.measured("ten windows that come and go", lambda: ten_windows(home), "at most 80")
    bench.soon(
        "full screen", lambda: home.run(["wmctrl", "-r", "Letters", "-b", "add,fullscreen"]), "full_screen", "100"
    )
    app.program.stop()
    with room() as url, Chromium(home, switches=["--auto-select-desktop-capture-source=Entire screen"]) as browser:
        browser.open_tab(url)
        time.sleep(SETTLE_S)
        bench.measured("typing into Chromium", lambda: type_for_ten_seconds(home), "at most 8, 1 CPU s/h")
        bench.soon("Chromium shares, from the key on", lambda: home.run(["xdotool", "key", "F8"]), "sharing", "250")


def type_for_ten_seconds(home: Home) -> None:
    """Type, and wait for the pause after it to be told."""
    home.run(["xdotool", "type", "--delay", "83", "a" * 120])
    time.sleep(3)


def ten_windows(home: Home) -> None:
    """Have ten windows come and go, one after another."""
    for number in range(10):
        app = start_app(home, f"Window {number}")
        home.run(["xdotool", "search", "--sync", "--onlyvisible", "--name", f"Window {number}"])
        time.sleep(0.5)
        app.program.stop()
        time.sleep(0.5)


@contextlib.contextmanager
def room() -> Iterator[str]:
    """Serve a page that shares the screen at F8."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Room)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}/"
        server.shutdown()


class Room(http.server.BaseHTTPRequestHandler):
    """Serve the page."""

    def do_GET(self) -> None:
        """Send it."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(PAGE.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


if __name__ == "__main__":
    sys.exit(main())
