# SPDX-License-Identifier: MIT
"""Does the evening's window come by itself, without the keyboard, and the morning's with the thought? A real tray."""

import json
import os
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import cycle
from pathlib import Path

import pytest

from stage.desktop import Desktop, Furniture
from stage.press import (
    LOOK_EVERY_S,
    give_keyboard,
    press_keys,
    press_main_button,
    type_text,
    wait_for_window,
    wait_until_no_window,
    windows_of,
)
from stage.running import Running

EVENING, MORNING = "^Winding down$", "^(Good morning|Welcome back|Good evening)$"
WINDOW_APP = Path(__file__).parents[1] / "stage" / "window_app.py"
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
TURN_S = 5
"""Longer than a pause has to last to be one."""
PATIENCE_S = 120.0
THOUGHT = "ask the shops"
IN_FRENCH, TASK = "^La journée se termine$", "call the printer"


@pytest.fixture(scope="module", name="desktop")
def fixture_desktop() -> Iterator[Desktop]:
    with Desktop(Furniture(notifications=None)) as desktop:
        yield desktop


def open_from_to(start: datetime, end: datetime) -> str:
    """Return settings whose every day is open between these times of day."""
    hours = "".join(f'{day} = ["{start:%H:%M}-{end:%H:%M}"]\n' for day in DAYS)
    return f'version = 1\nlanguage = "en"\n[lock]\nlevel = "gentle"\n[hours]\ntimezone = "UTC"\n[hours.week]\n{hours}'


def app_called(desktop: Desktop, title: str, folder: Path) -> str:
    """Show a window of another app, and return it."""
    fifo = folder / title
    os.mkfifo(fifo)
    desktop.start([sys.executable, str(WINDOW_APP), str(fifo), title, title], log=f"{title}.log")
    return wait_for_window(desktop, f"^{title}$")


def active(desktop: Desktop) -> str:
    return desktop.run(["xdotool", "getactivewindow"]).stdout.strip()


def work_until_shown(desktop: Desktop, title: str) -> str:
    """Turn from one app to the other, as it waits for somebody to do, and return which one has the keyboard then."""
    deadline = time.monotonic() + PATIENCE_S
    for app in cycle(("^Mail$", "^Text$")):
        assert time.monotonic() < deadline, f"a window called {title!r} never came"
        window, turned = give_keyboard(desktop, app), time.monotonic()
        while time.monotonic() - turned < TURN_S:
            if windows_of(desktop, title):
                return window
            time.sleep(LOOK_EVERY_S)
    raise AssertionError


def let_a_night_pass(notebook: Path, now: datetime) -> None:
    """Have what was parked just now be parked the evening before."""
    notes = json.loads(notebook.read_text())
    notes["thoughts"][0]["parked_at"] = (now - timedelta(hours=14)).isoformat()
    notebook.write_text(json.dumps(notes))


def test_a_thought_parked_in_the_evening_greets_at_the_opening(
    desktop: Desktop, rideau: Running, tmp_path: Path
) -> None:
    """Work goes on in another window meanwhile, and keeps the keyboard."""
    now = datetime.now(UTC)
    rideau.settings.write_text(open_from_to(now - timedelta(hours=3), now + timedelta(minutes=15)))
    app_called(desktop, "Mail", tmp_path)
    app_called(desktop, "Text", tmp_path)
    rideau.start()
    at_work = work_until_shown(desktop, EVENING)
    assert active(desktop) == at_work
    give_keyboard(desktop, EVENING)
    press_keys(desktop, "Tab", "Tab", "Tab", "Tab", "Tab")
    type_text(desktop, THOUGHT)
    press_main_button(desktop, EVENING, tmp_path / "screen.png")
    rideau.seconds_until(lambda: rideau.document("status")["phase"] == "quiet")
    assert THOUGHT in (rideau.state / "notebook.json").read_text()
    rideau.command("resume")
    rideau.command("quit")
    now = datetime.now(UTC)
    let_a_night_pass(rideau.state / "notebook.json", now)
    rideau.settings.write_text(open_from_to(now - timedelta(minutes=10), now + timedelta(hours=3)))
    rideau.start()
    at_work = work_until_shown(desktop, MORNING)
    assert active(desktop) == at_work
    give_keyboard(desktop, MORNING)
    press_keys(desktop, "space")
    rideau.seconds_until(lambda: THOUGHT not in (rideau.state / "notebook.json").read_text())


def test_a_command_brings_it_up_any_time_and_lowers_the_curtain_through_the_lock(
    desktop: Desktop, rideau: Running, tmp_path: Path
) -> None:
    now = datetime.now(UTC)
    rideau.settings.write_text(open_from_to(now - timedelta(hours=5), now + timedelta(hours=3)))
    rideau.start()
    assert rideau.command("wind-down").returncode == 0
    give_keyboard(desktop, EVENING)
    press_main_button(desktop, EVENING, tmp_path / "screen.png")
    rideau.seconds_until(lambda: rideau.document("status")["phase"] == "quiet")
    assert "opened" in rideau.command("log", "--json").stdout


def test_another_language_comes_at_once_and_keeps_what_was_typed(desktop: Desktop, rideau: Running) -> None:
    now = datetime.now(UTC)
    rideau.settings.write_text(open_from_to(now - timedelta(hours=5), now + timedelta(hours=3)))
    rideau.start()
    assert rideau.command("wind-down").returncode == 0
    give_keyboard(desktop, EVENING)
    type_text(desktop, TASK)
    rideau.settings.write_text(rideau.settings.read_text().replace('"en"', '"fr"'))
    wait_for_window(desktop, IN_FRENCH)
    wait_until_no_window(desktop, EVENING)
    assert TASK in (rideau.state / "notebook.json").read_text()
