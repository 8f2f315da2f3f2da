# SPDX-License-Identifier: MIT
"""Is a day with three calls, slides and a film ever interrupted? The real tray, card, screen, sound server, daemon."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from contracts.window_source import start_app
from stage.desktop import DUNST, Desktop, Furniture
from stage.program import PATIENCE_S, Program
from stage.running import Running
from stage.sound import PulseAudio

TRAY = Path(__file__).parents[1] / "stage/paced_tray.py"
ALL_WEEK = "\n".join(
    ["version = 1", "[hours.week]"]
    + [
        f'{day} = ["00:00-24:00"]'
        for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    ]
    + ["[reminders]", "seconds = 200", "recurring = []", ""]
)


class WorkingDay:
    """Hold somebody's desktop with the tray on it, and what it said."""

    def __init__(self, desktop: Desktop, sound: PulseAudio, microphone: str) -> None:
        self.desktop = desktop
        self.sound = sound
        self._microphone = microphone
        self._recorder = sound.own_program("recorder")
        self._heard = 0
        rideau = Running(desktop)
        rideau.forget()
        rideau.settings.write_text(ALL_WEEK)
        self.rideau = rideau
        self._fifo = desktop.folder / "orders"
        os.mkfifo(self._fifo)
        self.letters = start_app(desktop, "Letters")
        self.ledger = start_app(desktop, "Ledger")
        self.tray = desktop.start([sys.executable, str(TRAY), str(self._fifo)], log="tray.log")
        self.hear("ready")

    @property
    def said(self) -> list[str]:
        """Return what the tray said so far."""
        return self.tray.output().split("\n")[:-1]

    def hear(self, line: str) -> None:
        """Wait until the tray says ``line``, after whatever was heard before."""
        deadline = time.monotonic() + PATIENCE_S
        while line not in self.said[self._heard :]:
            assert self.tray.is_running, self.tray.output()
            assert time.monotonic() < deadline, f"no {line!r} in {self.said[self._heard :]} of {self.said}"
            time.sleep(0.02)
        self._heard += self.said[self._heard :].index(line) + 1

    def wait_until(self, holds: Callable[[], bool]) -> None:
        """Wait until something is so on the screen, which tells nobody."""
        deadline = time.monotonic() + PATIENCE_S
        while not holds():
            assert time.monotonic() < deadline, self.tray.output()
            time.sleep(0.02)

    def order(self, words: str) -> None:
        """Lead the clock, or have something be due."""
        with self._fifo.open("w") as fifo:
            fifo.write(f"{words}\n")

    def turn_to(self, title: str) -> None:
        """Turn to another window."""
        self.desktop.run(["wmctrl", "-a", title])

    def in_use(self) -> str:
        """Return the window that has the keyboard."""
        return self.desktop.run(["xdotool", "getwindowfocus", "getwindowname"]).stdout.strip()

    def cards(self) -> int:
        """Return how many cards are on the screen, as the X server tells."""
        found = self.desktop.run(["xdotool", "search", "--onlyvisible", "--name", "^Rideau$"]).stdout.split()
        return len(found)

    def call(self) -> Program:
        """Begin a call: something listens at the microphone."""
        return self.sound.record(self._recorder, "Meeting", self._microphone)

    def fill_screen(self, title: str) -> Program:
        """Show a window that fills the screen."""
        program = start_app(self.desktop, title).program
        self.wait_until(lambda: title in self.desktop.run(["wmctrl", "-l"]).stdout)
        self.desktop.run(["wmctrl", "-r", title, "-b", "add,fullscreen"])
        return program


@pytest.fixture(name="day")
def fixture_day() -> Iterator[WorkingDay]:
    with PulseAudio() as sound, sound.microphone() as microphone:
        there = {name: sound.environment[name] for name in ("XDG_RUNTIME_DIR", "PULSE_COOKIE")}
        with Desktop(Furniture(DUNST, "openbox", panel=True, environment=there)) as desktop:
            yield WorkingDay(desktop, sound, microphone)


def test_a_day_with_three_calls_slides_and_a_film_is_not_interrupted_once(day: WorkingDay) -> None:
    """In each something is due and held; then one card comes, without the keyboard, until the next takes it away."""
    interruptions = (
        day.call,
        lambda: day.fill_screen("Presenting: talk"),
        day.call,
        lambda: day.fill_screen("Film"),
        day.call,
    )
    for number, begin in enumerate(interruptions):
        going = begin()
        if number:
            day.hear("ended withdrawn")
        day.order("later 80")
        day.order("due")
        day.hear("held")
        for title in ("Letters", "Ledger") if begin == day.call else ():
            day.turn_to(title)
        assert day.cards() == 0
        going.stop()
        day.wait_until(lambda: day.in_use() in {"Letters", "Ledger"})
        in_use = day.in_use()
        day.hear("showing")
        day.wait_until(lambda: day.cards() == 1)
        assert day.in_use() == in_use
    day.turn_to("Letters")
    assert day.rideau.command("tip", "dismiss").returncode == 0
    day.hear("ended dismissed")
    assert day.in_use() == "Letters"
    assert day.cards() == 0
    assert [day.said.count(line) for line in ("held", "showing", "ended withdrawn")] == [5, 5, 4]
    assert day.rideau.command("quit").returncode == 0


def test_a_recorder_that_starts_takes_a_card_away(day: WorkingDay) -> None:
    day.turn_to("Letters")
    assert day.rideau.command("tip", "now").returncode == 0
    day.hear("showing")
    day.wait_until(lambda: day.cards() == 1)
    day.call()
    day.hear("ended withdrawn")
    assert day.cards() == 0
    assert day.rideau.command("quit").returncode == 0
