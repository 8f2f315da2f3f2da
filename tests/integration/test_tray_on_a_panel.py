# SPDX-License-Identifier: MIT
"""Does the icon stand in a real panel: at start, after the panel's crash, and in one that comes late?"""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from stage.desktop import XFCONF, Desktop, Furniture
from stage.program import Program

FACE = Path(__file__).parents[1] / "ui/face_alone.py"
WATCHER = "org.kde.StatusNotifierWatcher"
PANEL_HEIGHT = 40
SLAT = QColor("#38346B")
SOON_S = 2.0
StartFace = Callable[[], Program]


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    """Stand on a small desktop without a panel."""
    with Desktop(Furniture(notifications=None, screen="900x700", activatable=(XFCONF,))) as made:
        yield made


@pytest.fixture
def start_face(desktop: Desktop) -> Iterator[StartFace]:
    """Start the face, nothing enforced, in its evening; it is ended afterwards."""
    started: list[Program] = []

    def start() -> Program:
        argv = [sys.executable, str(FACE), "quiet", "en"]
        started.append(desktop.start(argv, log="face.log", QT_QPA_PLATFORMTHEME="generic"))
        return started[-1]

    yield start
    for program in started:
        program.stop()


def seconds_until(happened: Callable[[], object], patience_s: float = 10) -> float:
    start = time.monotonic()
    while not happened():
        assert time.monotonic() - start < patience_s, "it never happened"
        time.sleep(0.05)
    return time.monotonic() - start


def is_registered(desktop: Desktop) -> bool:
    to = (WATCHER, "/StatusNotifierWatcher", "org.freedesktop.DBus.Properties")
    items = desktop.bus.call(to, "Get", "ss", WATCHER, "RegisteredStatusNotifierItems")
    return bool(items[0][1])


def show_in_panel(desktop: Desktop, start_face: StartFace) -> None:
    desktop.start_panel()
    start_face()
    seconds_until(lambda: is_registered(desktop))


def icon_at(desktop: Desktop, tmp_path: Path) -> tuple[int, int] | None:
    """Return where the panel shows the closed shutter, found by its colour."""
    picture = QImage(str(desktop.screenshot(tmp_path / "screen.png")))
    points = [(x, y) for y in range(PANEL_HEIGHT) for x in range(picture.width()) if picture.pixelColor(x, y) == SLAT]
    return points[len(points) // 2] if len(points) > 10 else None


def windows_of(desktop: Desktop, title: str) -> list[str]:
    found = desktop.run(["xdotool", "search", "--onlyvisible", "--name", title])
    return found.stdout.split()


def press(desktop: Desktop, *what: str) -> None:
    subprocess.run(["xdotool", *what], env=desktop.environment, check=True)


def test_the_icon_is_in_the_panel_and_leads_to_window_and_menu(
    desktop: Desktop, start_face: StartFace, tmp_path: Path
) -> None:
    show_in_panel(desktop, start_face)
    seconds_until(lambda: icon_at(desktop, tmp_path))
    where = icon_at(desktop, tmp_path)
    assert where is not None
    assert windows_of(desktop, "^Rideau$") == []
    press(desktop, "mousemove", *map(str, where), "click", "1")
    seconds_until(lambda: windows_of(desktop, "^Rideau$"))
    press(desktop, "click", "3")
    time.sleep(1)  # the panel draws the menu in a window without a name
    press(desktop, "key", "o")
    time.sleep(1)  # and its submenu in another
    press(desktop, "key", "Return")
    seconds_until(lambda: windows_of(desktop, "^Open for a moment"))


def test_a_panel_that_starts_again_has_the_icon_within_two_seconds(
    desktop: Desktop, start_face: StartFace, tmp_path: Path
) -> None:
    show_in_panel(desktop, start_face)
    desktop.stop_panel()
    desktop.start_panel()
    assert seconds_until(lambda: icon_at(desktop, tmp_path)) < SOON_S


def test_a_panel_that_goes_is_stood_in_for_by_the_window(
    desktop: Desktop, start_face: StartFace, tmp_path: Path
) -> None:
    show_in_panel(desktop, start_face)
    desktop.stop_panel()
    seconds_until(lambda: windows_of(desktop, "^Rideau$"))
    desktop.start_panel()
    assert seconds_until(lambda: icon_at(desktop, tmp_path)) < SOON_S


def test_a_panel_that_comes_late_gets_the_icon_within_two_seconds(
    desktop: Desktop, start_face: StartFace, tmp_path: Path
) -> None:
    face = start_face()
    seconds_until(lambda: windows_of(desktop, "^Rideau$"))
    assert "no panel" in face.output()
    desktop.start_panel()
    assert seconds_until(lambda: icon_at(desktop, tmp_path)) < SOON_S
