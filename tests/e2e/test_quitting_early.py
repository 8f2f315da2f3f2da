# SPDX-License-Identifier: MIT
"""What does Rideau leave when it is told to end before it has done starting, and when its session is over?"""

import os
import signal
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from rideau.adapters.gate_listener import remembered_port
from rideau.adapters.paths import paths_from
from stage.desktop import Desktop, Furniture
from stage.keeper import eventually
from stage.linking import answer
from stage.program import PATIENCE_S, Program, marked
from stage.running import RIDEAU, Running, command_of, keepers_of, kill_rideau, trays_of

CLOSED = """version = 1
[hours]
timezone = "UTC"
[hours.week]
monday = []
[networks.shop]
name = "Guild"
sites = ["localhost"]
accounts = [{ name = "City page", use = "professional" }]
"""


@pytest.fixture(name="desktop")
def fixture_desktop() -> Iterator[Desktop]:
    """Be a desktop whose settings hold, on a machine whose system bus takes its time."""
    gnome = {"XDG_CURRENT_DESKTOP": "GNOME"}
    furniture = Furniture(notifications=None, window_manager="", environment=gnome, activatable=("ca.desrt.dconf",))
    with Desktop(furniture) as desktop, socket.socket(socket.AF_UNIX) as bus:
        path = desktop.folder / "system-bus"
        bus.bind(str(path))
        bus.listen()
        desktop.environment["DBUS_SYSTEM_BUS_ADDRESS"] = f"unix:path={path}"
        del desktop.environment["GSETTINGS_BACKEND"]
        yield desktop
        kill_rideau(desktop.mark)


@pytest.fixture(name="rideau")
def fixture_rideau(desktop: Desktop) -> Running:
    rideau = Running(desktop)
    rideau.forget()
    rideau.settings.write_text(CLOSED)
    return rideau


def is_closed(rideau: Running) -> bool:
    port = remembered_port(paths_from(rideau.environment).gate_port_file)
    try:
        return port > 0 and answer(port) == 503
    except ConnectionRefusedError:
        return False


def dump(desktop: Desktop) -> str:
    return desktop.run(["dconf", "dump", "/"]).stdout


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_whom_a_signal_ends_as_soon_as_sites_are_closed_comes_back_and_nothing_opens_meanwhile(
    desktop: Desktop, rideau: Running, number: int
) -> None:
    app = Program(RIDEAU, rideau.environment, desktop.folder / "rideau.log")
    eventually(lambda: is_closed(rideau))
    os.kill(app.process.pid, number)
    assert app.wait() == 0
    assert is_closed(rideau)
    led = dump(desktop)
    assert "autoconfig-url" in led
    eventually(lambda: trays_of(desktop.mark) and rideau.command("status").returncode == 0)
    assert is_closed(rideau)
    assert dump(desktop) == led


def test_at_the_end_of_the_session_everything_is_put_back(desktop: Desktop, rideau: Running) -> None:
    """The signal comes first, then the screen goes: the keeper tries, cannot, and puts everything back."""
    before = dump(desktop)
    app = Program(RIDEAU, rideau.environment, desktop.folder / "rideau.log")
    eventually(lambda: is_closed(rideau))
    (screen,) = (pid for pid in marked(desktop.mark) if Path(command_of(pid)[0]).name == "Xvfb")
    os.kill(app.process.pid, signal.SIGTERM)
    os.kill(screen, signal.SIGKILL)
    app.wait()
    eventually(lambda: not keepers_of(desktop.mark) and not trays_of(desktop.mark), 2 * PATIENCE_S)
    assert dump(desktop) == before
