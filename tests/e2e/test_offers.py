# SPDX-License-Identifier: MIT
"""Does the button of what is offered by a notification do what it says? A real tray, and a real dunst."""

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
from stage.press import LOOK_EVERY_S, give_keyboard, press_keys, wait_for_window
from stage.running import Running

CHECK_IN = "^How is work these days[?]$"
WINDOW_APP = Path(__file__).parents[1] / "stage" / "window_app.py"
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
TURN_S = 5
"""Longer than a pause has to last to be one."""
PATIENCE_S = 120.0


@pytest.fixture(scope="module", name="desktop")
def fixture_desktop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    with Desktop(Furniture()) as desktop:
        for title in ("Mail", "Text"):
            fifo = tmp_path_factory.mktemp(title) / "orders"
            os.mkfifo(fifo)
            desktop.start([sys.executable, str(WINDOW_APP), str(fifo), title, title], log=f"{title}.log")
            wait_for_window(desktop, f"^{title}$")
        yield desktop


def settings(*hours: tuple[int, int], more: str = "") -> str:
    """Return settings whose every day is open between these hours from now."""
    now = datetime.now(UTC)
    times = [tuple(f"{now + timedelta(hours=each):%H:%M}" for each in span) for span in hours]
    listed = ", ".join(f'"{start}-{end}"' for start, end in sorted(times))
    days = "".join(f"{day} = [{listed}]\n" for day in DAYS)
    head = 'version = 1\nlanguage = "en"\n[lock]\nlevel = "gentle"\n[hours]\ntimezone = "UTC"\n'
    return f"{head}[hours.week]\n{days}{more}"


def press_offered(desktop: Desktop) -> None:
    """Turn from one app to the other, as it waits for somebody to do, and press the button of what is said then."""
    deadline = time.monotonic() + PATIENCE_S
    for app in cycle(("^Mail$", "^Text$")):
        assert time.monotonic() < deadline, "nothing was offered"
        turned = time.monotonic()
        give_keyboard(desktop, app)
        while time.monotonic() - turned < TURN_S:
            if desktop.run(["dunstctl", "count", "displayed"]).stdout.strip() != "0":
                assert desktop.run(["dunstctl", "action", "0"]).returncode == 0
                return
            time.sleep(LOOK_EVERY_S)


def test_a_check_in_begins_by_its_button_and_is_told_to_nobody(desktop: Desktop, rideau: Running) -> None:
    """Answers are in the notebook alone: neither the journal nor the log knows that there are any."""
    rideau.settings.write_text(settings((-3, 5), more="[check_in]\nenabled = true\n"))
    rideau.start()
    press_offered(desktop)
    wait_for_window(desktop, CHECK_IN)
    give_keyboard(desktop, CHECK_IN)
    press_keys(desktop, "Tab", "Return")
    notebook = rideau.state / "notebook.json"
    rideau.seconds_until(lambda: notebook.exists() and json.loads(notebook.read_text())["check_ins"])
    told = [each for each in rideau.document("log") if each["kind"] == "check-in"]
    assert [each["details"] for each in told] == [{"how": "offered"}]
    assert not any(word in rideau.log() for word in ("check_in", "energy", "distance"))


def test_a_later_opening_after_late_work_is_one_press(desktop: Desktop, rideau: Running) -> None:
    rideau.settings.write_text(settings((-4, -1), (3, 15)))
    rideau.start()
    desktop.run(["dunstctl", "close-all"])
    before = datetime.fromisoformat(rideau.document("status")["next_opening"])
    assert rideau.command("open", "--reason", "a late word").returncode == 0
    assert rideau.command("resume").returncode == 0
    press_offered(desktop)
    rideau.seconds_until(lambda: datetime.fromisoformat(rideau.document("status")["next_opening"]) > before)
    rest = datetime.fromisoformat(rideau.document("status")["next_opening"]) - datetime.now(UTC)
    assert timedelta(hours=10) < rest < timedelta(hours=12)
