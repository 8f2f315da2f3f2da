# SPDX-License-Identifier: MIT
"""How does a test run the real gate, in its own loop or in its own process, with sites that exist only here?

As a program (``python tests/stage/gate.py``) it is a gate alone: it prints its port, then obeys lines on its input:
``open``, ``close``, ``tunnels``, ``memory``. Every name it is asked for is on this machine.
"""

import asyncio
import contextlib
import os
import socket
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from types import MappingProxyType
from typing import Any

from rideau.domain.door import STRANGER, Door, Doors, Profile, Visitor
from rideau.keeper.gate import Gate, Limits
from rideau.keeper.message import Orders, Sign

DOORS = (
    Door("linkedin", "LinkedIn", ("linkedin.test", "[::2]"), ("learning.linkedin.test",)),
    Door("facebook", "Facebook", ("facebook.test/feed", "127.0.0.9"), ()),
)
OPEN = Orders(Doors(DOORS))
EVERYTHING_CLOSED = MappingProxyType({profile: frozenset({"linkedin", "facebook"}) for profile in Profile})
CLOSED = Orders(
    Doors(DOORS, EVERYTHING_CLOSED),
    until=4e9,
    signs=MappingProxyType({"linkedin": Sign("LinkedIn opens Monday at 9:00. <b>", "It is evening & late.")}),
    board=MappingProxyType({"language": "en", "headline": "Closed for today.", "tip": "A glass of “water”?"}),
)


class FakeReception:
    """Know everybody as ``visitor``, and keep what was told."""

    def __init__(self) -> None:
        self.visitor: Visitor = STRANGER
        self.lets_in = True
        self.attempts: list[tuple[str, str, str]] = []
        self.busy: list[bool] = []
        self.in_use: list[frozenset[str]] = []
        self.asked = 0
        self.came = 0

    def is_ours(self, client: tuple[str, int], gate: tuple[str, int]) -> bool:
        assert client[0] == gate[0]
        return self.lets_in

    def visitor_of(self, client: tuple[str, int], gate: tuple[str, int]) -> Visitor:
        assert client != gate
        self.asked += 1
        return self.visitor

    def passed(self, client: tuple[str, int], gate: tuple[str, int]) -> None:
        assert client != gate
        self.came += 1

    def attempted(self, network: str, host: str, scheme: str, visitor: Visitor) -> None:
        assert isinstance(visitor, Visitor)
        self.attempts.append((network, host, scheme))

    def in_use_changed(self, networks: frozenset[str]) -> None:
        """Note it."""
        self.in_use.append(networks)

    def busy_changed(self, is_busy: bool) -> None:  # noqa: FBT001 - as in Reception
        self.busy.append(is_busy)


class Neighbourhood:
    """Connect every host to ``port`` of this machine, and keep which were asked for."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.reached: list[tuple[str, int]] = []
        self.places: dict[str, tuple[str, int]] = {}
        """Where some hosts are instead."""
        self.hold = asyncio.Event()
        """Cleared, nobody gets through."""
        self.hold.set()

    async def __call__(self, protocol: Callable[[], asyncio.Protocol], host: str, port: int) -> asyncio.BaseTransport:
        self.reached.append((host, port))
        await self.hold.wait()
        place = self.places.get(host, ("127.0.0.1", self.port))
        transport, _ = await asyncio.get_running_loop().create_connection(protocol, *place)
        return transport


class Served:
    """Hold a gate that runs, and what a test asks of it."""

    def __init__(self, gate: Gate, reception: FakeReception, neighbours: Neighbourhood, port: int) -> None:
        self.gate = gate
        self.reception = reception
        self.neighbours = neighbours
        self.port = port
        self._writers: list[asyncio.StreamWriter] = []

    async def connect(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """Return a connection to the gate."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        self._writers.append(writer)
        return reader, writer

    @property
    def visits(self) -> int:
        """Return how many clients are talked to."""
        return len(self.gate._visits)

    async def leave(self) -> None:
        """End every connection."""
        for writer in self._writers:
            writer.transport.abort()
            with contextlib.suppress(ConnectionError):
                await writer.wait_closed()

    async def say(self, raw: bytes, *, has_more: bool = False) -> bytes:
        """Return everything the gate answers to ``raw`` until it hangs up."""
        reader, writer = await self.connect()
        writer.write(raw)
        if not has_more:
            writer.write_eof()
        try:
            async with asyncio.timeout(20):
                return await reader.read()
        except ConnectionError:
            return b""

    async def tunnel(self, authority: str = "linkedin.test:443") -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """Return a connection that is a tunnel already."""
        reader, writer = await self.connect()
        writer.write(f"CONNECT {authority} HTTP/1.1\r\nHost: {authority}\r\n\r\n".encode())
        answer = await reader.readuntil(b"\r\n\r\n")
        assert answer.startswith(b"HTTP/1.1 200 "), answer
        return reader, writer


Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@contextlib.asynccontextmanager
async def site(serve: Serve) -> AsyncIterator[int]:
    """Run ``serve`` for each connection to a site; its port."""
    tasks: set[asyncio.Task[None]] = set()

    async def served_one(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        tasks.add(task)
        try:
            await serve(reader, writer)
            writer.close()
            await writer.wait_closed()
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, asyncio.CancelledError):
            writer.transport.abort()
        finally:
            tasks.discard(task)

    server = await asyncio.start_server(served_one, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        for task in tuple(tasks):
            task.cancel()
        await asyncio.gather(*tasks)


async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Say everything back."""
    while data := await reader.read(65536):
        writer.write(data)
        await writer.drain()


async def until(holds: Callable[[], bool]) -> None:
    """Wait until something is so; the scene's patience bounds it."""
    while not holds():  # noqa: ASYNC110 - what is looked at is other people's, and tells nobody
        await asyncio.sleep(0.005)


async def is_reset(reader: asyncio.StreamReader) -> bool:
    """Read to the end; tell whether it was a reset."""
    try:
        await reader.read()
    except ConnectionResetError:
        return True
    return False


def play(scene: Callable[[], Awaitable[None]]) -> None:
    """Run ``scene`` in a loop of its own, which hears of every error nobody caught."""
    errors: list[dict[str, Any]] = []

    async def with_patience() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda _, context: errors.append(context))
        async with asyncio.timeout(30):
            await scene()

    asyncio.run(with_patience())
    assert not errors, errors


@contextlib.asynccontextmanager
async def served(
    port: int,
    orders: Orders | None = OPEN,
    limits: Limits = Limits(),  # noqa: B008 - a value
    listener: socket.socket | None = None,
) -> AsyncIterator[Served]:
    """Run a gate in this loop whose every site is at ``port``; a given ``listener`` stays open."""
    is_own = listener is None
    listener = listener or socket.create_server(("127.0.0.1", 0))
    reception, neighbours = FakeReception(), Neighbourhood(port)
    gate = Gate(reception, limits, neighbours)
    if orders is not None:
        gate.obey(orders)
    serving = asyncio.create_task(gate.serve(listener))
    house = Served(gate, reception, neighbours, listener.getsockname()[1])
    try:
        yield house
    finally:
        await house.leave()
        gate.close()
        await serving
        if is_own:
            listener.close()


def resident_bytes() -> int:
    """Return how much memory this process holds."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


async def _alone(port: int) -> None:
    """Be a gate alone, obeying standard input."""
    loop = asyncio.get_running_loop()
    lines = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    async with served(port) as house:
        print(house.port, flush=True)
        answers: dict[str, Callable[[], object]] = {
            "open": lambda: house.gate.obey(OPEN),
            "close": lambda: house.gate.obey(CLOSED),
            "tunnels": lambda: house.gate.tunnels,
            "memory": resident_bytes,
        }
        while line := (await lines.readline()).decode().strip():
            print(answers[line](), flush=True)


if __name__ == "__main__":
    asyncio.run(_alone(int(sys.argv[1])))
