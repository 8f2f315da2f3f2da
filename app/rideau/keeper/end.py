# SPDX-License-Identifier: MIT
"""How is one end of a connection read and written, never faster than the other end can take it?"""

import asyncio
import contextlib
import socket
import struct
import sys
from collections.abc import Callable

from rideau.keeper.watch import Limits, Place

_ENOUGH = 64 * 1024
"""Bytes waiting to be read before no more are fetched."""
_RESET_AT_CLOSE = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)


class End(asyncio.Protocol):
    """Hold what came from one peer until somebody takes it out of ``received``."""

    def __init__(self) -> None:
        """Begin unconnected."""
        self.received = bytearray()
        self.is_at_end = False
        """Tell whether the peer has said its last."""
        self.is_gone = False
        self.on_end: Callable[[], None] | None = None
        """Called when the peer has said its last."""
        self._transport: asyncio.Transport | None = None
        self._arrival: asyncio.Future[None] | None = None
        self._relief: asyncio.Future[None] | None = None
        self._is_full = False

    @property
    def transport(self) -> asyncio.Transport:
        """Return what carries the bytes; there is one from ``connection_made`` on."""
        assert self._transport is not None  # noqa: S101 - asyncio's promise
        return self._transport

    @property
    def is_idle(self) -> bool:
        """Tell whether the peer is there and has said nothing that was not read."""
        return not (self.received or self.is_at_end or self.is_gone or self.transport.is_closing())

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin."""
        assert isinstance(transport, asyncio.Transport)  # noqa: S101 - asyncio's promise
        self._transport = transport
        set_up(transport)

    def data_received(self, data: bytes) -> None:
        """Keep what came; fetch no more while nobody takes it."""
        self.received += data
        if len(self.received) > _ENOUGH:
            self.transport.pause_reading()
        self._wake(self._arrival)

    def eof_received(self) -> bool:
        """Keep the way back open."""
        self.is_at_end = True
        self._wake(self._arrival)
        if self.on_end is not None:
            self.on_end()
        return True

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - why it was lost changes nothing
        """Let go of whoever waits."""
        self.is_gone = True
        self._wake(self._arrival)
        self._wake(self._relief)

    def pause_writing(self) -> None:
        """Note that the peer is slow."""
        self._is_full = True

    def resume_writing(self) -> None:
        """Let go of whoever waits for the peer."""
        self._is_full = False
        self._wake(self._relief)

    async def more(self) -> bool:
        """Wait until more came than is in ``received`` now; False: no more will come. One waits at a time."""
        if self.is_at_end or self.is_gone or self.transport.is_closing():
            return False
        self.transport.resume_reading()
        before = len(self.received)
        self._arrival = asyncio.get_running_loop().create_future()
        await self._arrival
        return len(self.received) > before

    async def drained(self) -> None:
        """Wait until the peer took most of what was written, or is gone."""
        if self._is_full and not self.is_gone:
            self._relief = asyncio.get_running_loop().create_future()
            await self._relief

    def write(self, data: bytes) -> None:
        """Send ``data``; to one who is gone, nothing."""
        if data and not self.transport.is_closing():
            self.transport.write(data)

    def close(self) -> None:
        """Hang up once everything written is sent."""
        self.transport.close()

    def reset(self) -> None:
        """Cut the connection now: the peer sees a reset."""
        reset(self.transport)

    def dismiss(self) -> None:
        """Hang up without waiting for anything."""
        if self.transport.get_write_buffer_size():
            self.transport.abort()
        self.transport.close()

    async def farewell(self, last: bytes, limits: Limits) -> None:
        """Send ``last`` and hang up; closing at once on what the peer still says would lose it."""
        self.write(last)
        say_last(self.transport)
        self.transport.set_write_buffer_limits(0)
        try:
            async with asyncio.timeout(limits.body_s):
                await self.drained()
            async with asyncio.timeout(limits.farewell_s):
                while await self.more():
                    self.received.clear()
        except TimeoutError:
            self.transport.abort()
        self.transport.close()

    @staticmethod
    def _wake(waiter: asyncio.Future[None] | None) -> None:
        if waiter is not None and not waiter.done():
            waiter.set_result(None)


def set_up(transport: asyncio.BaseTransport) -> None:
    """Send small pieces at once, and find out in time about peers that vanished."""
    connection = transport.get_extra_info("socket")
    try:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # asyncio leaves it out for accepted sockets
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    except OSError:
        transport.close()  # it is gone already


def say_last(transport: asyncio.Transport) -> None:
    """End this direction once everything written is sent; the other stays open."""
    if transport.is_closing():
        return
    try:
        transport.write_eof()
    except OSError:
        transport.abort()  # the peer reset it, which nobody has read yet


def reset(transport: asyncio.Transport) -> None:
    """Cut the connection now: the peer sees a reset, not an end it could take for a whole answer."""
    if transport.is_closing() and transport.get_write_buffer_size() == 0:
        return
    with contextlib.suppress(OSError):  # it is gone already
        transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_AT_CLOSE)
    transport.abort()


def place_of(transport: asyncio.BaseTransport, which: str) -> Place:
    """Return the ``peername`` or ``sockname``; an empty place once it is gone."""
    raw_place = transport.get_extra_info(which)
    return (str(raw_place[0]), int(raw_place[1])) if raw_place else ("", 0)
