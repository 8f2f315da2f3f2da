# SPDX-License-Identifier: MIT
"""Does Rideau put everything back when it is told to quit before it has done starting?"""

import os
import signal
import socket
from collections.abc import Iterator

import pytest

from rideau.adapters.gate_listener import remembered_port
from rideau.adapters.paths import paths_from
from stage.desktop import Desktop, Furniture
from stage.keeper import eventually
from stage.linking import answer
from stage.program import Program
from stage.running import RIDEAU, Running, keepers_of, kill_rideau, trays_of

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


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_who_is_told_to_quit_as_soon_as_sites_are_closed_quits_and_opens_them(desktop: Desktop, number: int) -> None:
    """A keeper takes a tray that does not say goodbye for dead, and starts it again."""
    rideau = Running(desktop)
    rideau.forget()
    rideau.settings.write_text(CLOSED)
    paths, before = paths_from(rideau.environment), desktop.run(["dconf", "dump", "/"]).stdout

    def is_closed() -> bool:
        port = remembered_port(paths.gate_port_file)
        try:
            return port > 0 and answer(port) == 503
        except ConnectionRefusedError:
            return False

    app = Program(RIDEAU, rideau.environment, desktop.folder / "rideau.log")
    eventually(is_closed)
    os.kill(app.process.pid, number)
    assert app.wait() == 0
    eventually(lambda: not keepers_of(desktop.mark) and not trays_of(desktop.mark))
    assert desktop.run(["dconf", "dump", "/"]).stdout == before
