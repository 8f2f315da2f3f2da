# SPDX-License-Identifier: MIT
"""Does a gate in a process of its own bear a crowd: in memory, in descriptors, and when it closes?"""

import asyncio
import resource
import sys
import time
from pathlib import Path

import pytest

from stage import gate as stage_gate
from stage.gate import echo, is_reset, play, site

CROWD = 1000
HEAD = b"CONNECT linkedin.test:443 HTTP/1.1\r\n\r\n"


class Alone:
    """Speak to a gate that runs as a program, with ``descriptors`` to begin with."""

    def __init__(self, descriptors: str) -> None:
        self._descriptors = descriptors
        self.port = 0

    async def start(self, site_port: int) -> None:
        program = f'ulimit {self._descriptors}; exec "$0" "$@"'
        command = ("sh", "-c", program, sys.executable, str(Path(stage_gate.__file__)), str(site_port))
        pipe = asyncio.subprocess.PIPE
        self._process = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe)
        self.port = int(await self.ask())

    async def ask(self, what: str = "") -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{what}\n".encode() if what else b"")
        return (await self._process.stdout.readline()).decode().strip()

    async def end(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        assert await self._process.wait() == 0

    async def tunnel(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(HEAD)
        try:
            async with asyncio.timeout(10):
                answer = await reader.readuntil(b"\r\n\r\n")
        except (ConnectionError, asyncio.IncompleteReadError):
            answer = b""
        if not answer.startswith(b"HTTP/1.1 200 "):
            writer.transport.abort()
        return reader, writer


@pytest.fixture(autouse=True)
def _many_descriptors() -> None:
    """Let this process hold both far ends of every tunnel."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 4 * CROWD if hard == resource.RLIM_INFINITY else min(hard, 4 * CROWD)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, wanted), hard))


async def _leave(tunnels: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]]) -> None:
    for _, writer in tunnels:
        writer.transport.abort()
    await asyncio.sleep(0)


def test_a_thousand_idle_tunnels_are_light_and_gone_at_once() -> None:
    """The gate takes what descriptors it needs, though it was given few to begin with."""

    async def scene() -> None:
        house = Alone("-Sn 256")
        async with site(echo) as port:
            await house.start(port)
            tunnels = []
            for _ in range(CROWD // 50):
                tunnels += await asyncio.gather(*(house.tunnel() for _ in range(50)))
            for _, writer in tunnels:
                writer.write(b"hello")
            for reader, _ in tunnels:
                assert await reader.readexactly(5) == b"hello"
            assert await house.ask("tunnels") == str(CROWD)
            assert int(await house.ask("memory")) < 60_000_000
            closed_at = time.monotonic()
            await house.ask("close")
            assert all(await asyncio.gather(*(is_reset(reader) for reader, _ in tunnels)))
            assert time.monotonic() - closed_at < 3  # a hundred take 15 ms on an idle machine
            assert await house.ask("tunnels") == "0"
            await _leave(tunnels)
            await house.end()

    play(scene)


def test_without_descriptors_for_more_the_gate_turns_away_and_serves_on() -> None:
    async def scene() -> None:
        house = Alone("-n 164")
        async with site(echo) as port:
            await house.start(port)
            tunnels = [await house.tunnel() for _ in range(80)]
            live = [pair for pair in tunnels if not pair[1].is_closing()]
            assert len(live) == 50
            for reader, writer in live:
                writer.write(b"hello")
                assert await reader.readexactly(5) == b"hello"
            await _leave(tunnels)
            while await house.ask("tunnels") != "0":
                pass
            again = await house.tunnel()
            assert not again[1].is_closing()
            await _leave([again])
            await house.end()

    play(scene)
