# SPDX-License-Identifier: MIT
"""Does a first start ask once, by keyboard or by mouse, close nothing meanwhile, and follow what was said then?"""

import json
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from stage.desktop import DUNST, Desktop, Furniture
from stage.notices import Notices
from stage.press import give_keyboard, press_at_foot, press_keys, wait_for_window, wait_until_no_window, windows_of
from stage.running import Running

WELCOME, SMALL = "Welcome to Rideau", "^Rideau$"
FIRST_START = "first-start"
BY_HOURS = {"work-hours", "wind-down", "outside-hours", "holiday"}
STEPS = 4


@pytest.fixture(scope="module", name="desktop")
def fixture_desktop() -> Iterator[Desktop]:
    with Desktop(Furniture(notifications=DUNST, environment={"TZ": "Europe/Paris"})) as desktop:
        yield desktop


def settings_of(rideau: Running) -> dict[str, Any]:
    return tomllib.loads(rideau.settings.read_text())


def rule_of(rideau: Running) -> str:
    return str(rideau.document("status")["rule"])


def wait_until_through(desktop: Desktop, rideau: Running) -> None:
    """Wait until the assistant is gone and the hours hold."""
    wait_until_no_window(desktop, WELCOME)
    rideau.seconds_until(lambda: rule_of(rideau) in BY_HOURS)


def test_by_keyboard_alone(desktop: Desktop, rideau: Running) -> None:
    rideau.start()
    give_keyboard(desktop, WELCOME)
    said = rideau.document("status")
    assert (said["phase"], said["rule"], said["why"]) == ("work", FIRST_START, "Open while you set Rideau up.")
    assert not windows_of(desktop, SMALL), "the small window waits until the person is through"
    press_keys(desktop, "Left", "Return", "Return", "Up", "Return", "Return")
    wait_until_through(desktop, rideau)
    said = settings_of(rideau)
    assert said["hours"]["week"]["monday"] == ["09:00-17:00"]
    assert said["hours"]["holidays"]["country"] == "FR"
    assert said["lock"]["level"] == "gentle"
    assert rideau.document("autostart", "status")["autostart"]
    events = json.loads(rideau.command("log", "--json").stdout)
    assert "key" not in {each["kind"] for each in events}
    wait_for_window(desktop, SMALL)


def test_by_mouse_alone(desktop: Desktop, rideau: Running) -> None:
    rideau.start()
    for _ in range(STEPS):
        press_at_foot(desktop, WELCOME)
    wait_until_through(desktop, rideau)
    assert settings_of(rideau)["hours"]["holidays"]["country"] == "FR"


def test_a_second_start_asks_nothing(desktop: Desktop, rideau: Running) -> None:
    rideau.start()
    give_keyboard(desktop, WELCOME)
    press_keys(desktop, *["Return"] * STEPS)
    wait_until_through(desktop, rideau)
    rideau.leave()
    rideau.start()
    wait_for_window(desktop, SMALL)
    assert not windows_of(desktop, WELCOME)


def test_skipped_it_stays_open_and_leaves_the_file_of_a_beginner(desktop: Desktop, rideau: Running) -> None:
    rideau.start()
    give_keyboard(desktop, WELCOME)
    before = rideau.settings.read_bytes()
    with Notices(desktop.bus) as notices:
        press_keys(desktop, "alt+k")
        wait_until_no_window(desktop, WELCOME)
        wait_for_window(desktop, SMALL)
        rideau.seconds_until(lambda: any("office hours: Monday to Friday" in each.body for each in notices.seen()))
    assert rule_of(rideau) == FIRST_START
    assert rideau.settings.read_bytes() == before


def test_a_lost_settings_file_opens_nothing(desktop: Desktop, rideau: Running) -> None:
    """Whoever lives with Rideau cannot open the shop by deleting the file and starting anew."""
    rideau.settings.write_text("version = 1\n")
    rideau.start()
    rideau.leave()
    rideau.settings.unlink()
    rideau.start()
    wait_for_window(desktop, WELCOME)
    assert rule_of(rideau) in BY_HOURS
