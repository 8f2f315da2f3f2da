# SPDX-License-Identifier: MIT
"""What does the gate itself cost, and how fast does it let go? Sockets, no browsers; the real tray and keeper."""

import contextlib
import os
import resource
import selectors
import signal
import socket
import time
from collections.abc import Iterator
from pathlib import Path

from programs.figures import Table

from rideau.adapters.control_client import ask
from rideau.adapters.control_protocol import Command, Request
from rideau.domain.error import RideauError
from stage.names import WORK
from stage.program import PATIENCE_S
from stage.shop import Shop
from stage.web import until

REQUESTS = 200
MEGABYTES = 200
TUNNELS = 100
IDLE = 1000
FALLS_OF_THE_TRAY = 3
"""More often in a minute the keeper does not bring it back."""
SETTLING_S = 2
"""A keeper that lives shorter is taken for one that cannot live, and the next one is tried later."""
KILOBYTES_PER_MEGABYTE = 1024


class Gate:
    """Hold the ways to one server: through the shop's gate, and direct."""

    def __init__(self, shop: Shop, server: int) -> None:
        """Lead to ``server``, a port of this machine that ``programs/pour.py`` serves."""
        self.port = int(shop.paths.gate_port_file.read_text())
        self._server = server

    def direct(self) -> socket.socket:
        """Return a connection without the gate."""
        return socket.create_connection(("127.0.0.1", self._server), 10)

    def tunnel(self) -> socket.socket:
        """Return a tunnel through the gate."""
        connection = socket.create_connection(("127.0.0.1", self.port), 10)
        connection.sendall(f"CONNECT {WORK}:{self._server} HTTP/1.1\r\nHost: {WORK}:{self._server}\r\n\r\n".encode())
        answer = b""
        while b"\r\n\r\n" not in answer:
            piece = connection.recv(4096)
            if not piece:
                raise ConnectionResetError
            answer += piece
        if b" 200 " not in answer.partition(b"\r\n")[0] + b" ":
            connection.close()
            raise ConnectionRefusedError(answer)
        return connection

    def is_open(self) -> bool:
        """Tell whether a tunnel can be had."""
        with contextlib.suppress(OSError), self.tunnel() as connection:
            return megabytes(connection, 0) == 1
        return False


def megabytes(connection: socket.socket, count: int) -> int:
    """Have ``count`` megabytes poured, and return how many bytes came."""
    connection.sendall(b"%d\n" % count)
    left = wanted = count * 1_000_000 + 1
    buffer = bytearray(1 << 20)
    while left:
        came = connection.recv_into(buffer)
        if not came:
            raise ConnectionResetError
        left -= came
    return wanted


@contextlib.contextmanager
def tunnels(gate: Gate, count: int) -> Iterator[list[socket.socket]]:
    """Hold ``count`` live tunnels."""
    with contextlib.ExitStack() as exits:
        yield [exits.enter_context(gate.tunnel()) for _ in range(count)]


def measure_all(shop: Shop, gate: Gate, table: Table, times: int) -> None:
    """Measure everything."""
    table.add_as("MB", "keeper's memory", resident_mb(shop.keeper()), most=30)
    measure_requests(gate, table)
    measure_bulk(gate, table, times)
    measure_cutting(shop, gate, table, times)
    measure_memory(shop, gate, table)
    measure_falls(shop, gate, table, times)


def measure_requests(gate: Gate, table: Table) -> None:
    """Compare new requests through the gate with direct ones, in turn."""
    taken: dict[str, list[float]] = {"direct": [], "tunnel": []}
    for _ in range(REQUESTS):
        for name, way in (("direct", gate.direct), ("tunnel", gate.tunnel)):
            begun = time.perf_counter()
            with way() as connection:
                megabytes(connection, 0)
            taken[name].append((time.perf_counter() - begun) * 1000)
    for direct, through in zip(sorted(taken["direct"]), sorted(taken["tunnel"]), strict=True):
        table.add("new request: direct", direct)
        table.add("new request: what the gate adds", through - direct, most=5)


def measure_bulk(gate: Gate, table: Table, times: int) -> None:
    """Compare how fast bytes come."""
    for _ in range(times):
        for name, way, least in (("direct", gate.direct, None), ("through the gate", gate.tunnel, 100)):
            with way() as connection:
                megabytes(connection, 1)
                begun = time.perf_counter()
                megabytes(connection, MEGABYTES)
                table.add_as("MB/s", f"bulk {name}", MEGABYTES / (time.perf_counter() - begun), least=least)


def measure_cutting(shop: Shop, gate: Gate, table: Table, times: int) -> None:
    """Close over many live tunnels, and see when the last client knows."""
    for _ in range(times):
        shop.open()
        with tunnels(gate, TUNNELS) as live, selectors.DefaultSelector() as selector:
            for each in live:
                selector.register(each, selectors.EVENT_READ)
            begun = time.perf_counter()
            shop.close()
            left = set(live)
            while left:
                for key, _ in selector.select(10):
                    each = next(one for one in left if one is key.fileobj)
                    with contextlib.suppress(ConnectionResetError):
                        assert not each.recv(1), "a closed tunnel brought something"
                    selector.unregister(each)
                    left.discard(each)
            table.add(f"{TUNNELS} live tunnels gone", (time.perf_counter() - begun) * 1000, most=300)
    shop.open()


def measure_memory(shop: Shop, gate: Gate, table: Table) -> None:
    """Look at the keeper's memory, before and with many idle tunnels."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    with tunnels(gate, IDLE):
        table.add_as("MB", f"keeper's memory with {IDLE} idle tunnels", resident_mb(shop.keeper()), most=60)


def resident_mb(pid: int) -> float:
    """Return the resident memory of a process."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / KILOBYTES_PER_MEGABYTE


def measure_falls(shop: Shop, gate: Gate, table: Table, times: int) -> None:
    """Kill and stop keeper and tray, and see when work sites are back."""
    falls = (
        ("keeper killed: work sites back", shop.keeper, signal.SIGKILL, 2000),
        ("keeper stopped under a live tunnel: back", shop.keeper, signal.SIGSTOP, 5000),
    )
    for name, who, how, most in falls:
        for _ in range(times):
            until(gate.is_open)
            time.sleep(SETTLING_S)
            with gate.tunnel():
                fallen = who()
                begun = time.perf_counter()
                os.kill(fallen, how)
                until(lambda fallen=fallen: shop.keeper() not in {0, fallen} and gate.is_open())  # type: ignore[misc]  # a default binds it
                table.add(name, (time.perf_counter() - begun) * 1000, most=most)
    measure_tray(shop, gate, table)


def measure_tray(shop: Shop, gate: Gate, table: Table) -> None:
    """Kill the tray while closed: the gate stays shut; see when there is a tray again that opens."""
    for _ in range(FALLS_OF_THE_TRAY):
        shop.close()
        first, begun = shop.tray(), time.perf_counter()
        os.kill(first, signal.SIGKILL)
        while shop.tray() in {0, first} or not is_answering(shop):
            assert not gate.is_open(), "open while closed"
            assert time.perf_counter() - begun < PATIENCE_S, "no tray came back"
        table.add("tray killed while closed: answers again", (time.perf_counter() - begun) * 1000)
        assert not gate.is_open(), "open while closed"
        shop.open()
        until(gate.is_open)
        table.add_as("times", "tray killed: open while closed", 0, most=0)


def is_answering(shop: Shop) -> bool:
    """Tell whether a tray answers."""
    with contextlib.suppress(RideauError):
        ask(shop.paths.control_socket, Request(Command.STATUS))
        return True
    return False
