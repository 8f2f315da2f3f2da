# SPDX-License-Identifier: MIT
"""What do reminders cost the tray, and how soon is a card gone when a call comes?

Usage: ``python benchmarks/reminding.py [--calls 5] [--cards 10] [--idle-seconds 60]``. The real tray on a virtual
screen with a panel, a window manager, a notification daemon and PulseAudio: with reminders and without, idle, and
after cards. Prints medians.
"""

import argparse
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(FOLDER / "tests"), str(FOLDER / "benchmarks")]

import pulsectl  # noqa: E402 - after the path
from tray import private_mb, wake_ups  # noqa: E402 - after the path

from e2e.test_working_day import ALL_WEEK, WorkingDay  # noqa: E402 - after the path
from stage.desktop import DUNST, Desktop, Furniture  # noqa: E402 - after the path
from stage.running import Running  # noqa: E402 - after the path
from stage.sound import PulseAudio  # noqa: E402 - after the path
from stage.windows import WindowWatch  # noqa: E402 - after the path

SETTLING_S = 45
"""Longer than it takes until somebody counts as resting."""
WANTED = ALL_WEEK.replace("recurring = []", "")
MONTHS = """
import sys
sys.path[:0] = ["tests"]
from unit.test_tip_choice_properties import *
from statistics import pstdev
counts = Counter()
for seed in range({months}):
    counts += Counter(each.theme for each in month(seed, (Outcome.EXPIRED, Outcome.WITHDRAWN)))
for seed in range({months}):
    month(seed, ENDS)
even = fmean(counts.values())
print(f"{{min(counts.values()) / even:.3f}} to {{max(counts.values()) / even:.3f}} of an even share")
"""


def tray_figures(desktop: Desktop, settings: str, idle_s: float) -> tuple[float, float]:
    """Return the tray's own memory in MB and its wake-ups a minute, all threads, idle."""
    rideau = Running(desktop)
    rideau.forget()
    rideau.settings.write_text(settings)
    app = rideau.start()
    time.sleep(SETTLING_S)
    before = wake_ups(app.pid)
    time.sleep(idle_s)
    after = wake_ups(app.pid)
    memory = private_mb(app.pid)
    rideau.command("quit")
    app.wait()
    return memory, sum(after[each] - before.get(each, 0) for each in after) * 60 / idle_s


@contextmanager
def listening(sound: PulseAudio) -> Iterator[list[float]]:
    """Note when the server tells of a new recorder."""
    told: list[float] = []

    def note(_: object) -> None:
        told.append(time.monotonic())
        raise pulsectl.PulseLoopStop

    with sound.client() as pulse:
        pulse.event_mask_set("source_output")
        pulse.event_callback_set(note)
        thread = threading.Thread(target=pulse.event_listen, args=(30,))
        thread.start()
        yield told
        thread.join()


def call_to_gone_ms(day: WorkingDay) -> float:
    """Return how long after the sound server told of a recorder the card was off the screen."""
    day.rideau.command("tip", "now")
    day.hear("showing")
    day.wait_until(lambda: day.cards() == 1)
    with WindowWatch(day.desktop.environment) as watch, listening(day.sound) as told:
        recorder = day.call()
        day.hear("ended withdrawn")
        day.wait_until(lambda: any(each.kind == "unmap" for each in watch.events))
        gone = min(each.at for each in watch.events if each.kind == "unmap")
    recorder.stop()
    time.sleep(1)
    return (gone - told[0]) * 1000


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calls", type=int, default=5)
    parser.add_argument("--cards", type=int, default=10)
    parser.add_argument("--idle-seconds", type=float, default=60)
    parser.add_argument("--months", type=int, default=100)
    wanted = parser.parse_args()
    with PulseAudio() as sound, sound.microphone() as microphone:
        there = {name: sound.environment[name] for name in ("XDG_RUNTIME_DIR", "PULSE_COOKIE")}
        with Desktop(Furniture(DUNST, "openbox", panel=True, environment=there)) as desktop:
            without = tray_figures(desktop, WANTED.replace("[reminders]", "[reminders]\nenabled = false"), 5)
            memory, woken = tray_figures(desktop, WANTED, wanted.idle_seconds)
            print(f"tray, reminders off: {without[0]:.1f} MB; on: {memory:.1f} MB, {woken:.1f} wake-ups a minute idle")
            day = WorkingDay(desktop, sound, microphone)
            gone = [call_to_gone_ms(day) for _ in range(wanted.calls)]
            told = f"{statistics.median(gone):.0f} ms, at most {max(gone):.0f} ms"
            print(f"from a recorder in the sound server until the card is gone: {told}")
            before = private_mb(day.tray.pid)
            for _ in range(wanted.cards):
                day.rideau.command("tip", "now")
                day.hear("showing")
                day.rideau.command("tip", "dismiss")
                day.hear("ended dismissed")
            print(f"tray after {wanted.cards} more cards: {private_mb(day.tray.pid) - before:+.1f} MB")
            day.rideau.command("quit")
    script = MONTHS.format(months=wanted.months)
    print(f"themes over {wanted.months} months, no rule breached in {2 * wanted.months}:", end=" ", flush=True)
    subprocess.run([sys.executable, "-c", script], cwd=FOLDER, check=True)


if __name__ == "__main__":
    main()
