# SPDX-License-Identifier: MIT
"""Where do tests link a tray to real keepers? In folders of their own, with other trays that can be killed."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from rideau.adapters.keeper_link import Heard, KeeperLink
from rideau.adapters.keeper_process import COMMAND
from rideau.adapters.paths import Paths
from rideau.domain.door import Door, Doors, Profile
from rideau.keeper.message import Orders
from rideau.services.attempts import Attempt

DOORS = (Door("slack", "Slack", ("slack.com", "localhost")),)
BASE = Orders(Doors(), restart=("true",), restore=("true",))
CLOSED = BASE._replace(doors=Doors(DOORS, {each: frozenset({"slack"}) for each in Profile}))
OPEN = BASE._replace(doors=Doors(DOORS))
TRAY = """
import sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from stage.linking import CLOSED, House, answer
house = House(Path(sys.argv[1]))
link = house.link()
link.open()
link.hold(CLOSED)
while not link.port:
    time.sleep(0.01)
assert answer(link.port) == 503
{more}
print(link.keeper_pid, flush=True)
time.sleep(600)
"""
"""Another process that is the tray for a while."""


class House:
    """Hold folders, and the links and programs that live in them."""

    def __init__(self, folder: Path) -> None:
        """Live in ``folder``."""
        self.paths = Paths(folder / "config", folder / "state", folder / "cache", folder / "run")
        self.folder = folder
        self.links: list[KeeperLink] = []
        self.programs: list[subprocess.Popen[str]] = []
        self.attempts: list[Attempt] = []
        self.changes = 0

    def link(self, command: Sequence[str] = COMMAND) -> KeeperLink:
        """Return a link of this process."""
        heard = Heard(self.attempts.append, self.note_change)
        self.links.append(KeeperLink(self.paths, heard, lambda act: act(), BASE, command))
        return self.links[-1]

    def note_change(self) -> None:
        """Count one change."""
        self.changes += 1

    def start(self, program: str, *arguments: str) -> tuple[subprocess.Popen[str], int]:
        """Start a Python program that says a process id first; return it with that."""
        words = [sys.executable, "-c", program, *arguments]
        process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, start_new_session=True)
        self.programs.append(process)
        assert process.stdout is not None
        return process, int(process.stdout.readline())

    def tray(self, more: str = "") -> tuple[subprocess.Popen[str], int]:
        """Start another tray; return it with its keeper's process id."""
        return self.start(TRAY.format(more=more), str(self.folder), str(Path(__file__).parents[1]))

    def clear(self) -> None:
        """End everything."""
        for link in self.links:
            link.end()
        for process in self.programs:
            kill(process.pid)
            process.wait()
            if process.stdout:
                process.stdout.close()


def answer(port: int, patience_s: float = 10) -> int:
    """Return how the gate answers who asks for a page of the work site, where nobody listens; 0 for a hang-up."""
    with socket.create_connection(("127.0.0.1", port), patience_s) as connection:
        connection.sendall(b"GET http://localhost:1/ HTTP/1.1\r\nHost: localhost:1\r\nConnection: close\r\n\r\n")
        with suppress(ConnectionResetError):
            if said := connection.recv(100):
                return int(said.split()[1])
        return 0


def kill(pid: int, number: int = signal.SIGKILL) -> None:
    """Send a signal to a process, if it is still there."""
    assert pid > 1
    with suppress(ProcessLookupError):
        os.kill(pid, number)


def lives(pid: int) -> bool:
    """Tell whether a process lives, dead ones that nobody reaped left out."""
    return state_of(pid) not in {"", "Z"}


def state_of(pid: int) -> str:
    """Return the state of a process as proc(5) names it; empty for none."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return ""


class RecordingLink(KeeperLink):
    """Keep no keeper, and what it would have been told."""

    def __init__(self, house: House) -> None:
        """Be told nothing yet."""
        super().__init__(house.paths, Heard(house.attempts.append, house.note_change), lambda act: act(), BASE)
        self.held: list[Orders] = []
        self.port_to_be = 12345

    def open(self) -> int:
        """Return ``port_to_be``."""
        return self.port_to_be

    def hold(self, orders: Orders) -> None:
        """Record ``orders``."""
        self.held.append(orders)
