# SPDX-License-Identifier: MIT
"""Is the source chosen that tells most, and does the probe say what is not told?"""

import subprocess
import sys
from collections.abc import Iterator, Mapping

import pytest

from rideau.adapters.linux.windowing.window_source import open_window_source, window_probe
from rideau.domain.probe import Fitness
from stage.desktop import Desktop, Furniture

NOBODY = {"XDG_RUNTIME_DIR": "/nonexistent", "HOME": "/nonexistent"}
LOADED = """
import sys
from rideau.adapters.linux.windowing.window_source import open_window_source
print(*(name for name in sys.modules if name.endswith("_windows") or name.startswith("jeepney")))
"""


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    with Desktop(Furniture(notifications=None)) as desktop:
        yield desktop


def test_on_an_x_screen_the_x_server_tells(desktop: Desktop) -> None:
    source = open_window_source(desktop.environment)
    assert source is not None
    assert source.name == "x11"
    source.close()
    assert window_probe(desktop.environment).fitness is Fitness.WORKS


@pytest.mark.parametrize(
    "session",
    [
        {"XDG_CURRENT_DESKTOP": "GNOME", "WAYLAND_DISPLAY": "wayland-0"},
        {"XDG_CURRENT_DESKTOP": "KDE", "XDG_SESSION_TYPE": "wayland"},
        {"SWAYSOCK": "/nonexistent", "WAYLAND_DISPLAY": "/nonexistent"},
    ],
)
def test_where_wayland_tells_nothing_xwayland_tells_of_its_own(desktop: Desktop, session: Mapping[str, str]) -> None:
    environment = {**desktop.environment, **session, "DBUS_SESSION_BUS_ADDRESS": desktop.bus.address}
    source = open_window_source(environment)
    assert source is not None
    assert source.name == "x11"
    source.close()
    probe = window_probe(environment)
    assert probe.fitness is Fitness.NOT_HERE
    assert "older apps (X11) only" in str(probe.reason)


@pytest.mark.parametrize(
    "session", [{}, {"DISPLAY": ":9999"}, {"DISPLAY": "?"}, {"WAYLAND_DISPLAY": "wayland-9", "SWAYSOCK": "/dev/null"}]
)
def test_where_nobody_answers_there_is_no_source_and_the_probe_says_so(session: Mapping[str, str]) -> None:
    environment = {**NOBODY, **session}
    assert open_window_source(environment) is None
    assert window_probe(environment).fitness is Fitness.NOT_HERE


def test_choosing_loads_no_source(desktop: Desktop) -> None:
    said = subprocess.run([sys.executable, "-c", LOADED], env=desktop.environment, capture_output=True, check=True)
    assert said.stdout.split() == []
