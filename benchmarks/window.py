# SPDX-License-Identifier: MIT
"""What do the windows cost? Until the first frame, in the tray once they are closed, idle, and for each frame dragged.

Usage: ``python benchmarks/window.py [--openings 9] [--idle-seconds 60]``. Every page of the settings window opens in
turn with a bare window of PySide6, in the same way as the tray starts them; the tray's private memory is looked at
before the first window and after each. The small window is the tray's own: it opens and is put away again and again,
and what the first time and each later time leave there is printed.
"""

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(FOLDER / "tests"), str(FOLDER / "benchmarks")]

from tray import KILOBYTES_PER_MEGABYTE, private_mb, since, wake_ups  # noqa: E402 - after the path

from rideau.adapters.control_client import ask  # noqa: E402 - after the path
from rideau.adapters.control_protocol import Command, Request  # noqa: E402 - after the path
from rideau.ports.settings_window import SettingsPage  # noqa: E402 - after the path
from stage.desktop import Desktop, Furniture  # noqa: E402 - after the path
from stage.press import give_keyboard, press_keys, wait_for_window  # noqa: E402 - after the path
from stage.program import marked  # noqa: E402 - after the path
from stage.running import Running, command_of  # noqa: E402 - after the path

PROGRAMS = FOLDER / "benchmarks/programs"
TITLE, SMALL = "^Rideau settings$", "^Rideau$"
PAGES = (SettingsPage.HOURS, SettingsPage.NETWORKS, SettingsPage.REMINDERS, SettingsPage.GENERAL, SettingsPage.COMPUTER)
SETTINGS = "version = 1\n"
MOST_MS, MOST_MB, MOST_FRAME_MS = 300.0, 3.0, 50.0
SETTLING_S = 5.0
NETWORKS = 500


def opening_ms(desktop: Desktop, *program: str) -> float:
    """Return how long a process took from its start to the first frame of its window."""
    begun = time.monotonic()
    argv = [sys.executable, *program]
    with subprocess.Popen(argv, env=desktop.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        seen = float(process.stdout.readline())
    return (seen - begun) * 1000


def measure_openings(desktop: Desktop, openings: int) -> bool:
    """Open each in turn and print the medians."""
    programs = {"bare window": ("bare_window.py",)}
    programs |= {page: ("window_opening.py", page) for page in PAGES}
    taken: dict[str, list[float]] = {name: [] for name in programs}
    for turn in range(openings + 1):
        for name, (script, *words) in programs.items():
            found = opening_ms(desktop, str(PROGRAMS / script), *words)
            if turn:  # the first time reads everything from the disk
                taken[name].append(found)
    for name, figures in taken.items():
        spread = f"{min(figures):.0f}..{max(figures):.0f}"
        limit = "" if name == "bare window" else f"  (at most {MOST_MS:.0f})"
        print(f"opening, {name:12} median {statistics.median(figures):6.0f} ms [{spread}]{limit}")
    return all(statistics.median(taken[page]) <= MOST_MS for page in PAGES)


def measure_memory(desktop: Desktop, rideau: Running) -> bool:
    """Open and close the window over a tray, and print what stays behind there."""
    tray = rideau.start()
    time.sleep(SETTLING_S)
    before, after = private_mb(tray.pid), []
    for page in PAGES:
        ask(rideau.home.folder / "run/rideau/control", Request(Command.SETTINGS, page=page))
        wait_for_window(desktop, TITLE)
        time.sleep(1)
        give_keyboard(desktop, TITLE)
        press_keys(desktop, "ctrl+w")
        rideau.seconds_until(lambda: not [pid for pid in marked(desktop.mark) if "--led" in command_of(pid)])
        time.sleep(1)
        after.append(private_mb(tray.pid))
    kept = max(after) - before
    said = ", ".join(f"{each:.2f}" for each in after)
    print(f"tray: {before:.2f} MB before, {said} after each window: {kept:+.2f} MB kept  (at most {MOST_MB:.0f})")
    return kept <= MOST_MB


def measure_idling(desktop: Desktop, rideau: Running, seconds: float) -> None:
    """Leave the open settings window alone and print how often it and the tray wake up."""
    tray = rideau.start()
    ask(rideau.home.folder / "run/rideau/control", Request(Command.SETTINGS, page=SettingsPage.HOURS))
    wait_for_window(desktop, TITLE)
    time.sleep(2 * SETTLING_S)
    (window,) = (pid for pid in marked(desktop.mark) if "--led" in command_of(pid))
    pids = {"tray": tray.pid, "settings window": window}
    before = {name: wake_ups(pid) for name, pid in pids.items()}
    time.sleep(seconds)
    for name, pid in pids.items():
        print(f"idle, {name} (the window open): {since(before[name], wake_ups(pid)) * 60 / seconds:.1f} wake-ups/min")
    rideau.leave()


def measure_small_window(desktop: Desktop, rideau: Running, openings: int) -> None:
    """Show the small window and put it away, and print what it leaves in the tray."""
    tray = rideau.start()
    time.sleep(SETTLING_S)
    left = [private_mb(tray.pid)]
    for _ in range(openings + 1):
        ask(rideau.home.folder / "run/rideau/control", Request(Command.SHOW))
        wait_for_window(desktop, SMALL)
        time.sleep(1)
        give_keyboard(desktop, SMALL)
        press_keys(desktop, "Escape")
        time.sleep(1)
        left.append(private_mb(tray.pid))
    first, later = left[1] - left[0], (left[-1] - left[1]) / openings * KILOBYTES_PER_MEGABYTE
    print(f"small window: {first:+.2f} MB in the tray after it was shown, {later:+.0f} KB after each later time")
    rideau.leave()


def measure_dragging() -> bool:
    """Drag a card among many networks, and print how long the frames took."""
    from programs.dragging_networks import frames_of_a_drag, many_networks  # noqa: PLC0415 - loads Qt, without a screen
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - as above

    from rideau.ui.settings.networks.networks_page import NetworksPage  # noqa: PLC0415 - as above
    from rideau.ui.settings.window import SettingsWindow  # noqa: PLC0415 - as above
    from rideau.wording.words import load_words  # noqa: PLC0415 - as above
    from stage.settings_house import page_services  # noqa: PLC0415 - as above

    application = QApplication([])
    services = page_services(many_networks(NETWORKS))
    window = SettingsWindow(services, load_words("en", FOLDER), SettingsPage.NETWORKS)
    window.show()
    application.processEvents()
    page = window.pages[SettingsPage.NETWORKS]
    assert isinstance(page, NetworksPage)
    *frames, drop = frames_of_a_drag(page.sides.board)
    print(f"dragging among {NETWORKS} networks: usual {statistics.median(frames):.1f} ms, slowest {max(frames):.1f} ms")
    print(f"  (at most {MOST_FRAME_MS:.0f}); dropped, saved and shown in {drop:.1f} ms")
    return max(frames) <= MOST_FRAME_MS


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--openings", type=int, default=9)
    parser.add_argument("--idle-seconds", type=float, default=60)
    parser.add_argument("--dragging", action="store_true", help="only that, in this process")
    options = parser.parse_args()
    if options.dragging:
        return 0 if measure_dragging() else 1
    with Desktop(Furniture(notifications=None, panel=True)) as desktop:
        rideau = Running(desktop)
        rideau.forget()
        rideau.settings.write_text(SETTINGS)
        kept = measure_openings(desktop, options.openings)
        kept = measure_memory(desktop, rideau) and kept
        rideau.leave()
        measure_small_window(desktop, rideau, options.openings)
        measure_idling(desktop, rideau, options.idle_seconds)
    sys.stdout.flush()
    alone = [sys.executable, __file__, "--dragging"]
    done = subprocess.run(alone, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, check=False)
    return 0 if kept and done.returncode == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
