# SPDX-License-Identifier: MIT
"""Does the gate carry what is open, at once cut what closes, and refuse the rest?"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable

from stage.gate import served

Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@contextlib.asynccontextmanager
async def site(serve: Serve) -> AsyncIterator[int]:
    """Run ``serve`` for each connection to a site; its port."""

    async def served_one(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            await serve(reader, writer)
        writer.close()

    server = await asyncio.start_server(served_one, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1]


async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(65536):
        writer.write(data)
        await writer.drain()


def play(scene: Callable[[], Awaitable[None]]) -> None:
    async def with_patience() -> None:
        async with asyncio.timeout(30):
            await scene()

    asyncio.run(with_patience())


def test_a_tunnel_carries_bytes_both_ways_and_each_half_closes_alone() -> None:
    async def scene() -> None:
        async with site(echo) as port, served(port) as house:
            reader, writer = await house.tunnel("LinkedIn.test.:8443")
            writer.write(b"x" * 3_000_000)
            writer.write_eof()
            assert await reader.read() == b"x" * 3_000_000
            assert house.neighbours.reached == [("linkedin.test", 8443)]

    play(scene)
