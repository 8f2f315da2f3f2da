# SPDX-License-Identifier: MIT
"""Do the windows turn dark when the desktop does, through a portal on a real bus and Qt on a real screen?"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from stage.desktop import Desktop, Furniture

PROGRAMS = Path(__file__).parents[1] / "ui"
ASKS_FIRST = """
from PySide6.QtGui import QGuiApplication
from rideau.adapters.qt.appearance import is_dark_asked_for
application = QGuiApplication([])
print(is_dark_asked_for())
"""


def start(desktop: Desktop, name: str, *arguments: str) -> "subprocess.Popen[str]":
    environment = {**desktop.environment, "QT_QPA_PLATFORMTHEME": "generic"}
    argv = [sys.executable, "-u", str(PROGRAMS / name), *arguments]
    return subprocess.Popen(argv, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def lines_until(program: "subprocess.Popen[str]", *wanted: str) -> set[str]:
    """Return what ``program`` says until it said all that is ``wanted``."""
    assert program.stdout is not None
    said: set[str] = set()
    while not said.issuperset(wanted):
        line = program.stdout.readline()
        assert line, f"it ended after {said}"
        said.add(line.strip())
    return said


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    """Stand on a bare screen with a bus."""
    with Desktop(Furniture(notifications=None, window_manager="")) as made:
        yield made


def test_the_windows_follow_the_portal_from_the_start_and_live(desktop: Desktop) -> None:
    with start(desktop, "portal_alone.py") as portal:
        lines_until(portal, "ready")
        with start(desktop, "face_alone.py", "work", "en") as face:
            lines_until(face, "ready", "dark", "still")
            assert portal.stdin is not None
            portal.stdin.write("light\n")
            portal.stdin.flush()
            lines_until(face, "light")
            face.terminate()
        portal.terminate()


def test_without_a_portal_the_face_stands_all_the_same(desktop: Desktop) -> None:
    with start(desktop, "face_alone.py", "work", "en") as face:
        said = lines_until(face, "ready", "no panel")
        assert not {"dark", "still"} & said
        face.terminate()


def asked_first(desktop: Desktop) -> str:
    return desktop.run([sys.executable, "-c", ASKS_FIRST]).stdout.strip()


def test_before_a_first_frame_a_dark_desktop_is_known(desktop: Desktop) -> None:
    assert asked_first(desktop) == "False"
    with start(desktop, "portal_alone.py") as portal:
        lines_until(portal, "ready")
        assert asked_first(desktop) == "True"
        portal.terminate()
