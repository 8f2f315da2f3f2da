# SPDX-License-Identifier: MIT
"""Does each entry of the menu act on a panel that draws menus itself, and each click on the icon?"""

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from stage.desktop import XFCONF, Desktop, Furniture
from stage.program import Program
from stage.tray_menu import PanelsView

FACE = Path(__file__).parents[1] / "ui/face_alone.py"
WATCHER = "org.kde.StatusNotifierWatcher"
PATIENCE_S = 30.0
Show = Callable[..., PanelsView]


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    """Stand on a small desktop with a panel."""
    with Desktop(Furniture(notifications=None, screen="1280x900", panel=True, activatable=(XFCONF,))) as made:
        yield made


@pytest.fixture
def faces() -> Iterator[list[Program]]:
    """Hold the faces that a test starts; they are ended afterwards."""
    started: list[Program] = []
    yield started
    for each in started:
        each.stop()


@pytest.fixture
def show(desktop: Desktop, faces: list[Program]) -> Show:
    """Show the face of a phase, nothing enforced, in the panel."""

    def start(*arguments: str) -> PanelsView:
        until(lambda: not items(desktop))
        argv = [sys.executable, str(FACE), *arguments]
        faces.append(desktop.start(argv, log="face.log", QT_QPA_PLATFORMTHEME="generic"))
        until(lambda: items(desktop))
        return PanelsView(desktop.bus)

    return start


def items(desktop: Desktop) -> list[str]:
    to = (WATCHER, "/StatusNotifierWatcher", "org.freedesktop.DBus.Properties")
    ((_, found),) = desktop.bus.call(to, "Get", "ss", WATCHER, "RegisteredStatusNotifierItems")
    return list(found)


def until(happened: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not happened():
        assert time.monotonic() < deadline, "it never happened"
        time.sleep(0.05)


def windows_of(desktop: Desktop, title: str) -> list[str]:
    return desktop.run(["xdotool", "search", "--onlyvisible", "--name", title]).stdout.split()


def test_the_menu_of_a_closed_shop_says_the_state_and_what_can_be_done(show: Show) -> None:
    panel = show("quiet", "en")
    assert panel.labels() == [
        "Quiet until Mon 9:00",
        "Outside your work hours.",
        "Open for a moment",
        "3 things waited",
        "Keep a win…",
        "Places to turn to…",
        "Settings…",
        "Quit Rideau",
    ]
    assert not panel.find("Outside your work hours.").is_enabled
    assert [each.label for each in panel.find("Open for a moment").entries] == [
        "5 minutes…",
        "10 minutes…",
        "20 minutes…",
        "30 minutes…",
    ]
    assert panel.find("Quiet until Mon 9:00").properties.get("icon-data")


def test_a_length_leads_to_the_reason_where_the_level_asks_for_one(show: Show, desktop: Desktop) -> None:
    show("quiet", "en").click("Open for a moment", "20 minutes…")
    until(lambda: windows_of(desktop, "^Open for a moment"))


def test_at_the_gentle_level_a_length_opens_at_once(show: Show, desktop: Desktop) -> None:
    panel = show("quiet", "en", "gentle")
    panel.click("Open for a moment", "10 minutes")
    until(lambda: panel.labels()[0].startswith("Work until"))
    assert "Go back to my hours" in panel.labels()
    assert not windows_of(desktop, "^Open for a moment")


def test_an_open_shop_closes_and_goes_back_from_the_menu(show: Show) -> None:
    panel = show("work", "en")
    assert "Open for a moment" not in panel.labels()
    panel.click("Close now")
    until(lambda: "Closed by hand." in panel.labels())
    panel.click("Go back to my hours")
    until(lambda: "Close now" in panel.labels())


def test_a_focus_is_started_for_a_length_and_stopped(show: Show) -> None:
    panel = show("work", "en")
    panel.click("Focus", "50 minutes")
    until(lambda: panel.labels()[0].startswith("Focus until"))
    panel.click("Stop focus")
    until(lambda: panel.labels()[0].startswith("Work until"))


def test_what_waited_and_the_state_lead_to_their_windows(show: Show, desktop: Desktop) -> None:
    panel = show("quiet", "en")
    panel.click("3 things waited")
    until(lambda: windows_of(desktop, "^What waited"))
    panel.click("Quiet until Mon 9:00")
    until(lambda: windows_of(desktop, "^Rideau$"))


def test_quit_quits(show: Show, faces: list[Program]) -> None:
    show("quiet", "en").click("Quit Rideau")
    assert faces[-1].wait(PATIENCE_S) == 0


def test_a_left_click_shows_and_hides_the_window_and_a_middle_click_closes(show: Show, desktop: Desktop) -> None:
    panel = show("work", "en")
    panel.left_click()
    until(lambda: windows_of(desktop, "^Rideau$"))
    panel.left_click()
    until(lambda: not windows_of(desktop, "^Rideau$"))
    panel.middle_click()
    until(lambda: "Closed by hand." in panel.labels())
    panel.middle_click()
    assert "Closed by hand." in panel.labels()


def test_the_menu_of_a_locked_shop_says_so_and_upon_a_click_why(show: Show, desktop: Desktop) -> None:
    panel = show("quiet", "en", "locked")
    assert "Open for a moment" not in panel.labels()
    panel.click("The lock is on…")
    until(lambda: windows_of(desktop, "^Rideau$"))
