# SPDX-License-Identifier: MIT
"""How does a test press what a person would: the buttons of a window that is titled so, or its keys?"""

import subprocess
import time
from pathlib import Path

from PySide6.QtGui import QColor, QImage

from stage.desktop import Desktop
from stage.program import PATIENCE_S

PILL = QColor("#38346B")
LOOK_EVERY_S = 0.05
STEADY_LOOKS = 3
ENOUGH_PIXELS = 30
ROWS_AT_ONCE = 4
"""A button is higher than this."""
BESIDE = 55
"""From the end of the main button to within the one beside it."""

FOOT = (70, 30)
"""From the window's last corner to within the main button at its foot."""

BESIDE_LIST, DOT_PIXELS = range(175, 260), range(5, 15)
"""How far from the window's edge the round buttons of a page are, and how wide the dot in the chosen one is."""
ABOVE = (40, 26)
"""From the dot to within the line above its button."""


def windows_of(desktop: Desktop, title: str) -> list[str]:
    """Return the windows on the screen whose title contains ``title``."""
    return desktop.run(["xdotool", "search", "--onlyvisible", "--name", title]).stdout.split()


def wait_for_window(desktop: Desktop, title: str) -> str:
    """Return the window once it is there."""
    deadline = time.monotonic() + PATIENCE_S
    while not (found := windows_of(desktop, title)):
        assert time.monotonic() < deadline, f"no window was ever called {title!r}"
        time.sleep(LOOK_EVERY_S)
    return found[0]


def wait_until_no_window(desktop: Desktop, title: str) -> None:
    """Wait until no window is called so any more."""
    deadline = time.monotonic() + PATIENCE_S
    while windows_of(desktop, title):
        assert time.monotonic() < deadline, f"a window is still called {title!r}"
        time.sleep(LOOK_EVERY_S)


def press_main_button(desktop: Desktop, title: str, to: Path) -> None:
    """Click on the dark pill in the lower half of the window called ``title``, once it stands still."""
    _, x, y = _pill(desktop, title, to)
    _click(desktop, x, y)


def press_second_button(desktop: Desktop, title: str, to: Path) -> None:
    """Click on what stands right of the main button, once that stands still."""
    length, x, y = _pill(desktop, title, to)
    _click(desktop, x + length // 2 + BESIDE, y)


def press_at_foot(desktop: Desktop, title: str) -> None:
    """Click within the main button at the foot of the window called ``title``, where reading ends."""
    window = wait_for_window(desktop, title)
    at = _geometry(desktop, window)
    place = (str(at["WIDTH"] - FOOT[0]), str(at["HEIGHT"] - FOOT[1]))
    subprocess.run(
        ["xdotool", "mousemove", "--window", window, *place, "click", "1"], env=desktop.environment, check=True
    )


def chosen_at(desktop: Desktop, title: str, to: Path) -> tuple[int, int]:
    """Return where the chosen one of several round buttons is in the window called ``title``, once it stands still."""
    window, deadline, seen = wait_for_window(desktop, title), time.monotonic() + PATIENCE_S, 0
    place: tuple[int, int] | None = None
    while seen < STEADY_LOOKS or place is None:
        assert time.monotonic() < deadline, f"{title!r} never showed what is chosen"
        before, place = place, _dot_in(desktop, window, to)
        seen = seen + 1 if place == before else 0
        time.sleep(LOOK_EVERY_S)
    return place


def press_above_chosen(desktop: Desktop, title: str, to: Path) -> None:
    """Click on what explains the round button above the chosen one."""
    x, y = chosen_at(desktop, title, to)
    _click(desktop, x + ABOVE[0], y - ABOVE[1])


def give_keyboard(desktop: Desktop, title: str) -> str:
    """Lead the keyboard to the window called ``title``, as the window manager's keys do, and return the window."""
    window, deadline = wait_for_window(desktop, title), time.monotonic() + PATIENCE_S
    while desktop.run(["xdotool", "getactivewindow"]).stdout.strip() != window:
        assert time.monotonic() < deadline, f"{title!r} never took the keyboard"
        desktop.run(["xdotool", "windowactivate", window])
        time.sleep(LOOK_EVERY_S)
    return window


def press_keys(desktop: Desktop, *keys: str) -> None:
    """Press these keys one after another."""
    subprocess.run(["xdotool", "key", "--delay", "50", *keys], env=desktop.environment, check=True)


def type_text(desktop: Desktop, text: str) -> None:
    """Type ``text``."""
    subprocess.run(["xdotool", "type", "--delay", "30", text], env=desktop.environment, check=True)


def height_of(desktop: Desktop, window: str) -> int:
    """Return how high a window is; 0 where it is gone."""
    return _geometry(desktop, window).get("HEIGHT", 0)


def from_back_to_front(desktop: Desktop) -> list[str]:
    """Return the windows as they lie above each other, the one in front last."""
    told = desktop.run(["xprop", "-root", "_NET_CLIENT_LIST_STACKING"]).stdout
    return [str(int(each.strip(), 16)) for each in told.partition("#")[2].split(",") if each.strip()]


def _click(desktop: Desktop, x: int, y: int) -> None:
    subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", "1"], env=desktop.environment, check=True)


def _pill(desktop: Desktop, title: str, to: Path) -> tuple[int, int, int]:
    """Return how long the main button is, and where its middle lies, once it stands still."""
    window, deadline, seen = wait_for_window(desktop, title), time.monotonic() + PATIENCE_S, 0
    place: tuple[int, int, int] | None = None
    desktop.run(["xdotool", "mousemove", "1", "1"])  # a button below the pointer has another colour
    while seen < STEADY_LOOKS or place is None:
        assert time.monotonic() < deadline, f"{title!r} never showed its button"
        before, place = place, _pill_in(desktop, window, to)
        seen = seen + 1 if place == before else 0
        time.sleep(LOOK_EVERY_S)
    return place


def _geometry(desktop: Desktop, window: str) -> dict[str, int]:
    told = desktop.run(["xdotool", "getwindowgeometry", "--shell", window]).stdout
    return {key: int(value) for key, _, value in (line.partition("=") for line in told.splitlines()) if value.isdigit()}


def _pill_in(desktop: Desktop, window: str, to: Path) -> tuple[int, int, int] | None:
    at = _geometry(desktop, window)
    if not {"X", "Y", "WIDTH", "HEIGHT"} <= at.keys():
        return None
    picture = QImage(str(desktop.screenshot(to)))
    rows = range(at["Y"] + at["HEIGHT"] // 2, min(at["Y"] + at["HEIGHT"], picture.height()), ROWS_AT_ONCE)
    columns = range(at["X"], min(at["X"] + at["WIDTH"], picture.width()))
    longest = max((_longest_run(picture, y, columns) for y in rows), default=(0, 0, 0))
    return longest if longest[0] >= ENOUGH_PIXELS else None


def _longest_run(picture: QImage, y: int, columns: range) -> tuple[int, int, int]:
    """Return how long the longest stretch of the pill's colour in a row is, and where its middle lies."""
    best, begun = (0, 0, y), columns.start
    for x in columns:
        if picture.pixelColor(x, y) != PILL:
            begun = x + 1
        elif x - begun >= best[0]:
            best = (x - begun + 1, (begun + x) // 2, y)
    return best


def _dot_in(desktop: Desktop, window: str, to: Path) -> tuple[int, int] | None:
    at = _geometry(desktop, window)
    if not {"X", "Y", "HEIGHT"} <= at.keys():
        return None
    picture = QImage(str(desktop.screenshot(to)))
    columns = range(at["X"] + BESIDE_LIST.start, min(at["X"] + BESIDE_LIST.stop, picture.width()))
    for y in range(at["Y"], min(at["Y"] + at["HEIGHT"], picture.height())):
        length, x, _ = _longest_run(picture, y, columns)
        if length in DOT_PIXELS:
            return x, y
    return None
