# SPDX-License-Identifier: MIT
"""How does a test start a real keeper with a gate of its own, and speak to it as a tray or a browser's host would?"""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from rideau.keeper.message import Fields, Orders, Role, Type, decoded, encoded, orders_fields
from rideau.keeper.private_socket import peer_of
from stage.program import PATIENCE_S

LOOK_EVERY_S = 0.01


def eventually(is_so: Callable[[], object], patience_s: float = PATIENCE_S) -> float:
    """Wait until ``is_so``; return after how many seconds it was."""
    start = time.monotonic()
    while not is_so():
        assert time.monotonic() - start < patience_s, "it never happened"
        time.sleep(LOOK_EVERY_S)
    return time.monotonic() - start


class Talk:
    """Hold one connection to a keeper's socket."""

    def __init__(self, path: Path) -> None:
        """Connect, and say nothing yet."""
        self.connection = socket.socket(socket.AF_UNIX)
        self.connection.settimeout(PATIENCE_S)
        self.connection.connect(str(path))
        self.handed: list[socket.socket] = []
        """The sockets that came along."""
        self._rest = b""

    def say(self, kind: Type, fields: Fields) -> None:
        """Send one line."""
        self.connection.sendall(encoded(kind, fields))

    def hello(self, role: Role, **fields: object) -> Fields:
        """Say hello, and return the welcome."""
        self.say(Type.HELLO, {"role": role.value, "pid": os.getpid(), **fields})
        return self.hear(Type.WELCOME)

    def order(self, orders: Orders) -> None:
        """Give ``orders``, and wait until the keeper has taken them in."""
        self.say(Type.ORDERS, orders_fields(orders))
        self.ping()

    def ping(self) -> None:
        """Wait until everything said before was heard."""
        self.say(Type.PING, {"id": "here"})
        self.hear(Type.PONG)

    def hear(self, *kinds: Type) -> Fields:
        """Return the next line of one of ``kinds``, passing others over; fail where the keeper hangs up first."""
        while True:
            kind, fields = self.next_line()
            if kind in kinds:
                return fields

    def next_line(self) -> tuple[Type, Fields]:
        """Return the next line."""
        while b"\n" not in self._rest:
            piece = self._receive()
            assert piece, "the keeper hung up"
            self._rest += piece
        line, _, self._rest = self._rest.partition(b"\n")
        return decoded(line)

    def until_hung_up(self) -> bytes:
        """Wait until the keeper hangs up; return everything it said before."""
        with suppress(ConnectionResetError):
            while piece := self._receive():
                self._rest += piece
        return self._rest

    def close(self) -> None:
        """Hang up."""
        for each in (self.connection, *self.handed):
            each.close()

    def _receive(self) -> bytes:
        piece, descriptors, _, _ = socket.recv_fds(self.connection, 65536, 4)
        self.handed += [socket.socket(fileno=each) for each in descriptors]
        return piece


class Keeper:
    """Hold a real keeper process, its socket and the gate's listening socket; leaving ends them."""

    def __init__(self, folder: Path, environment: Mapping[str, str] | None = None, through: Sequence[str] = ()) -> None:
        """Start one that keeps its socket and its log in ``folder`` (a short path), and wait until it listens.

        ``through`` goes in front of its command.
        """
        self._through = tuple(through)
        self.path = folder / "run" / "keeper"
        self.log = folder / "keeper.log"
        self.gate = socket.create_server(("127.0.0.1", 0), backlog=512)
        self.port: int = self.gate.getsockname()[1]
        self._environment = dict(os.environ if environment is None else environment)
        self._talks: list[Talk] = []
        try:
            self.process = self.start()
        except AssertionError:
            self.gate.close()
            raise

    def start(self) -> "subprocess.Popen[bytes]":
        """Start a keeper for the same gate, in place of one that ended, and wait until it listens."""
        command = [*self._through, sys.executable, "-P", "-m", "rideau.keeper"]
        with self.log.open("ab") as output:
            self.process = subprocess.Popen(
                [*command, "--socket", str(self.path), "--listen-fd", str(self.gate.fileno())],
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                pass_fds=(self.gate.fileno(),),
                start_new_session=True,
                cwd="/",
            )
        eventually(lambda: self._listens() or self.process.poll() is not None)
        assert self.process.poll() is None, self.log.read_text()
        return self.process

    def connect(self) -> Talk:
        """Return a connection that has not said hello."""
        self._talks.append(Talk(self.path))
        return self._talks[-1]

    def tray(self, orders: Orders | None = None) -> Talk:
        """Return a tray's connection, which gave ``orders`` already."""
        talk = self.connect()
        talk.hello(Role.TRAY)
        if orders is not None:
            talk.order(orders)
        return talk

    def host(self, **fields: object) -> Talk:
        """Return the connection of a browser's host."""
        talk = self.connect()
        talk.hello(Role.BROWSER, **{"browser": "chromium", "profile": "none", "extension": "0.1.0", **fields})
        return talk

    def wait(self, patience_s: float = PATIENCE_S) -> int:
        """Wait until the keeper ends by itself; return its exit code."""
        return self.process.wait(patience_s)

    def kill(self) -> None:
        """Kill the keeper (SIGKILL)."""
        with suppress(ProcessLookupError):
            os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait(PATIENCE_S)

    def rss_kb(self) -> int:
        """Return how much memory the keeper has resident."""
        lines = Path(f"/proc/{self.process.pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End the keeper before its talks, lest it start a tray."""
        self.kill()
        for talk in self._talks:
            talk.close()
        self.gate.close()

    def _listens(self) -> bool:
        """Tell whether it is the latest keeper that listens; the one before may still be there."""
        with socket.socket(socket.AF_UNIX) as connection:
            if connection.connect_ex(str(self.path)) != 0:
                return False
            peer = peer_of(connection)
            return peer is not None and peer.pid == self.process.pid
