# SPDX-License-Identifier: MIT
"""Is a missing display told in words before Qt aborts, and is a real one let pass?"""

import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from rideau.adapters.linux.display import display_problem
from stage.desktop import Home
from stage.program import require, start_and_listen
from stage.screen import Screen


@pytest.fixture(scope="module")
def home() -> Iterator[Home]:
    with Home() as home:
        yield home


@pytest.fixture(scope="module")
def screen(home: Home) -> Iterator[str]:
    """An X display that lets everybody of this machine in."""
    with Screen(home.environment, home.folder) as screen:
        yield screen.display


@pytest.fixture(scope="module")
def guarded(home: Home) -> Iterator[tuple[str, Path]]:
    """An X display that wants a cookie, and the file that holds it."""
    authority = home.folder / "authority"
    for number in (":0", ":1"):  # another display's cookie must not be mistaken for this one's
        add_cookie(authority, number, "00" * 16)
    cookie = "0123456789abcdef" * 2
    server_side = home.folder / "server-authority"
    add_cookie(server_side, ":0", cookie)
    argv = ["Xvfb", "-displayfd", "9", "-auth", str(server_side), "-nolisten", "tcp", "-noreset"]
    program, number = start_and_listen(argv, home.environment, home.folder / "guarded.log")
    add_cookie(authority, f":{number}", cookie)
    yield f":{number}", authority
    program.stop()


def add_cookie(authority: Path, display: str, cookie: str) -> None:
    subprocess.run(
        [require("xauth"), "-f", str(authority), "add", display, "MIT-MAGIC-COOKIE-1", cookie],
        check=True,
        capture_output=True,
    )


def starts(environment: dict[str, str]) -> bool:
    """Ask Qt itself whether it comes up; it aborts where it cannot."""
    argv = [sys.executable, "-c", "from PySide6.QtWidgets import QApplication; QApplication([])"]
    full = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", **environment}
    return subprocess.run(argv, env=full, check=False, capture_output=True, timeout=60).returncode == 0


def test_a_real_display_is_let_pass_and_asking_is_quick(screen: str) -> None:
    environment = {"DISPLAY": screen}
    assert display_problem(environment) is None
    costs_ms = []
    for _ in range(20):
        began = time.perf_counter()
        assert display_problem(environment) is None
        costs_ms.append((time.perf_counter() - began) * 1000)
    print(f"asking costs {statistics.median(costs_ms):.2f} ms")
    assert statistics.median(costs_ms) < 5


def test_no_display_at_all_is_told_with_a_way_to_see_rideau_anyway() -> None:
    said = str(display_problem({"HOME": "/home/someone"}))
    assert "\n" not in said
    assert "xvfb-run rideau" in said


@pytest.mark.parametrize(
    "environment",
    [
        {"DISPLAY": ":4711"},
        {"DISPLAY": "rubbish"},
        {"DISPLAY": "localhost:4711"},
        {"WAYLAND_DISPLAY": "wayland-4711", "XDG_RUNTIME_DIR": "/nonexistent"},
        {"XDG_SESSION_TYPE": "wayland"},
        {"QT_QPA_PLATFORM": "xcb"},
        {"QT_QPA_PLATFORM": "wayland"},
    ],
    ids=str,
)
def test_a_display_where_nobody_answers_is_told_before_qt_aborts(environment: dict[str, str]) -> None:
    assert display_problem(environment) is not None
    assert not starts(environment)


def test_a_display_that_wants_a_cookie_lets_in_who_has_it(guarded: tuple[str, Path]) -> None:
    display, authority = guarded
    environment = {"DISPLAY": display, "XAUTHORITY": str(authority)}
    assert display_problem(environment) is None
    assert starts(environment)


@pytest.mark.parametrize("content", [None, b"", b"\x01", b"\x01\x00\x00\xff"])
def test_a_display_that_refuses_is_told_before_qt_aborts(
    guarded: tuple[str, Path], tmp_path: Path, content: bytes | None
) -> None:
    authority = tmp_path / "authority"
    if content is not None:
        authority.write_bytes(content)
    environment = {"DISPLAY": guarded[0], "XAUTHORITY": str(authority)}
    assert guarded[0] in str(display_problem(environment))
    assert not starts(environment)


def test_a_live_x_display_is_enough_beside_a_dead_wayland_one(screen: str) -> None:
    environment = {"DISPLAY": screen, "WAYLAND_DISPLAY": "gone", "XDG_RUNTIME_DIR": "/nonexistent"}
    assert display_problem(environment) is None
    assert starts(environment)


def test_a_server_that_hangs_up_is_nobody(tmp_path: Path) -> None:
    path = tmp_path / "wayland-7"
    with socket.socket(socket.AF_UNIX) as gone:
        gone.bind(str(path))
    assert display_problem({"WAYLAND_DISPLAY": str(path)}) is not None


def test_a_platform_without_a_screen_needs_none() -> None:
    assert display_problem({"QT_QPA_PLATFORM": "offscreen"}) is None
    assert starts({"QT_QPA_PLATFORM": "offscreen"})
