# SPDX-License-Identifier: MIT
"""How do browsers reach the sites that have hours? Through this HTTP proxy on loopback, open or closed.

Sites that are no door's are refused, so it is of no use to anybody else. How many it serves follows what the
system grants: a visit takes two file descriptors.
"""

import asyncio
import contextlib
import socket
import sys
from collections.abc import Callable

from rideau.keeper.dial import Connector, Road, direct
from rideau.keeper.end import End, place_of
from rideau.keeper.message import Orders
from rideau.keeper.visit import House, Visit
from rideau.keeper.watch import Limits, Reception, Watch

__all__ = ["Gate", "Limits", "Reception"]

_BACKLOG = 256
_OTHER_FILES = 64
"""Descriptors left for everything but visits."""
_MANY_FILES = 65536


class Gate:
    """Let through to configured hosts while they are open; refuse everything else. Lives on one event loop."""

    def __init__(self, reception: Reception, limits: Limits = Limits(), connect: Connector = direct) -> None:  # noqa: B008 - a value
        """Begin without orders: connections wait in the backlog until ``obey``."""
        self.pac_text = ""
        """Served as ``/proxy.pac`` where it is not empty."""
        self._reception = reception
        self._watch = Watch(reception, limits)
        self._connect = connect
        self._most = limits.connections
        self._visits: dict[asyncio.Task[None], End] = {}
        self._house = House(self._watch, self._road, lambda: self.pac_text)
        self._has_orders = asyncio.Event()
        self._is_closed = asyncio.Event()

    @property
    def tunnels(self) -> int:
        """Return how many tunnels and exchanges are live."""
        return self._watch.live

    def obey(self, orders: Orders) -> None:
        """Make ``orders`` hold, and cut at once whatever they close; doing so twice changes nothing."""
        self.pac_text = orders.pac
        self._watch.obey(orders)
        self._has_orders.set()

    def reconsider(self) -> None:
        """Judge what is live again: a browser's host came, went or changed its profile."""
        self._watch.reconsider()

    async def serve(self, listener: socket.socket) -> None:
        """Serve connections to ``listener`` from the first orders on until ``close``; ``listener`` stays open."""
        self._most = min(self._most, (_descriptors() - _OTHER_FILES) // 2)
        await self._has_orders.wait()
        if self._is_closed.is_set():
            return
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: _Client(self._begin), sock=listener.dup(), backlog=_BACKLOG)
        try:
            await self._is_closed.wait()
        finally:
            server.close()

    def close(self) -> None:
        """Accept nobody any more and cut whoever is inside; ``serve`` returns."""
        self._is_closed.set()
        self._has_orders.set()
        self._watch.cut_all()
        for client in tuple(self._visits.values()):
            client.reset()

    def _begin(self, client: End) -> asyncio.Task[None] | None:
        """Let ``client`` in and talk to it; None: it was turned away."""
        place, gate = place_of(client.transport, "peername"), place_of(client.transport, "sockname")
        if len(self._visits) + self._watch.live >= self._most or not self._reception.is_ours(place, gate):
            client.transport.abort()
            return None
        self._reception.passed(place, gate)
        visit = asyncio.get_running_loop().create_task(Visit(self._house, client).run())
        self._visits[visit] = client
        visit.add_done_callback(self._over)
        return visit

    def _over(self, visit: asyncio.Task[None]) -> None:
        client = self._visits.pop(visit)
        error = None if visit.cancelled() else visit.exception()
        if error is not None:
            client.reset()
            context = {"message": "a visit failed", "exception": error}
            asyncio.get_running_loop().call_exception_handler(context)

    def _road(self) -> Road:
        return Road(self._connect, self._watch.limits, self._watch.orders.upstream)


class _Client(End):
    """Begin a visit with whoever connects, and end it when the connection is lost."""

    def __init__(self, begin: Callable[[End], asyncio.Task[None] | None]) -> None:
        super().__init__()
        self._begin = begin
        self._visit: asyncio.Task[None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        self._visit = self._begin(self)

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        if self._visit is not None:
            self._visit.cancel()


if sys.platform == "win32":

    def _descriptors() -> int:
        return _MANY_FILES

else:
    import resource

    def _descriptors() -> int:
        """Take as many file descriptors as the system grants without asking, and return how many."""
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = _MANY_FILES if hard == resource.RLIM_INFINITY else min(hard, _MANY_FILES)
        if soft != resource.RLIM_INFINITY and soft < wanted:
            with contextlib.suppress(ValueError, OSError):  # macOS grants fewer than it says
                resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
                return wanted
        return _MANY_FILES if soft == resource.RLIM_INFINITY else soft
