# SPDX-License-Identifier: MIT
"""What happens on one connection to the gate, from its first byte to its last?"""

import asyncio
import contextlib
from collections.abc import Callable, Iterator
from typing import NamedTuple

from rideau.keeper import refusal
from rideau.keeper.dial import PSEUDONYM, ProxyRefusedError, Road
from rideau.keeper.end import End, place_of
from rideau.keeper.exchange import Exchange, Outcome, Parties
from rideau.keeper.http_head import HttpError, Request
from rideau.keeper.http_reading import next_request
from rideau.keeper.http_target import Goal, goal_of
from rideau.keeper.tunnel import Tunnel
from rideau.keeper.watch import Passage, Place, Watch

_ESTABLISHED = b"HTTP/1.1 200 Connection established\r\n\r\n"
_PAC_PATH = "/proxy.pac"
_PAC_LINES = (("Content-Type", "application/x-ns-proxy-autoconfig"),)


class House(NamedTuple):
    """Hold what every visit has in common."""

    watch: Watch
    road: Callable[[], Road]
    pac_text: Callable[[], str]


class _Refused(Exception):  # noqa: N818 - an answer, not a fault
    """Say that nothing but this ``last`` word is to be answered."""

    def __init__(self, last: bytes) -> None:
        super().__init__()
        self.last = last


class Visit:
    """Talk to one client until it leaves, or until its connection has become a tunnel."""

    def __init__(self, house: House, client: End) -> None:
        """Begin with nothing heard."""
        self._house = house
        self._watch = house.watch
        self._limits = house.watch.limits
        self._client = client
        self._client_place: Place = place_of(client.transport, "peername")
        self._gate: Place = place_of(client.transport, "sockname")
        self._site: End | None = None
        """The server that is asked, or that answered last and takes another request."""
        self._site_is_for: tuple[str, str, int] = ("", "", 0)

    async def run(self) -> None:
        """Serve request after request; nothing a client or a site does raises."""
        try:
            while await self._serve_next():
                pass
        except _Refused as refused:
            await self._client.farewell(refused.last, self._limits)
        except HttpError as error:
            await self._client.farewell(refusal.answer(error.status), self._limits)
        finally:
            self._dismiss_site()

    async def _serve_next(self) -> bool:
        """Tell whether the connection is still ours to serve."""
        request = await next_request(self._client, self._limits)
        if request is None:
            self._client.close()
            return False
        if request.target == _PAC_PATH and self._house.pac_text():
            raise _Refused(self._pac(request))
        if PSEUDONYM in {word.rpartition(" ")[2] for word in request.fields.words("via")}:
            raise HttpError(508, "this came from here")
        goal = goal_of(request)
        if not self._watch.leads_here(goal.host):
            raise HttpError(403, "this is no site of ours")
        if goal.is_tunnel:
            await self._tunnel(request, goal)
            return False
        return await self._exchange(request, goal)

    def _pac(self, request: Request) -> bytes:
        """Answer who asks for the PAC by our own name; a page of another name that leads here gets nothing."""
        ours = {f"{name}:{self._gate[1]}" for name in ("127.0.0.1", "localhost")}
        if request.method != "GET" or not set(request.fields.values("host")) & ours:
            return refusal.answer(403)
        return refusal.answer(200, _PAC_LINES, self._house.pac_text().encode())

    def _passage(self, goal: Goal, cut: Callable[[], None]) -> Passage:
        return Passage(goal.address, self._client_place, self._gate, cut)

    def _admit(self, passage: Passage, goal: Goal, request: Request) -> None:
        """Raise what is answered where ``passage`` is closed."""
        network = self._watch.closed_by(passage)
        if network is None:
            return
        self._watch.reception.attempted(network, goal.host, goal.scheme, passage.visitor)
        if goal.is_tunnel:
            raise HttpError(403, "closed")
        raise _Refused(refusal.closed(request, network, self._watch.orders))

    async def _tunnel(self, request: Request, goal: Goal) -> None:
        passage = self._passage(goal, lambda: None)
        self._admit(passage, goal, request)
        try:
            site = await self._house.road().through_to(goal, self._gate, request.fields)
        except ProxyRefusedError as refused:
            challenges = refused.response.fields.values("proxy-authenticate")
            lines = tuple(("Proxy-Authenticate", value) for value in challenges)
            raise _Refused(refusal.answer(refused.status, lines)) from refused
        self._site = site
        self._admit(passage, goal, request)  # again: it may have been closed meanwhile
        self._client.write(_ESTABLISHED)
        self._join(passage, site)

    def _join(self, passage: Passage, site: End) -> None:
        """Make one tunnel of client and site; nothing is awaited between the last look at the orders and this."""
        self._site = None
        tunnel = Tunnel((self._client, site), self._limits.half_closed_s, lambda: self._watch.leave(passage))
        passage.cut = tunnel.cut
        self._watch.enter(passage)

    async def _exchange(self, request: Request, goal: Goal) -> bool:
        passage = self._passage(goal, self._cut)
        self._admit(passage, goal, request)
        site, is_old = await self._reached(goal)
        self._admit(passage, goal, request)
        self._watch.enter(passage)
        try:
            with self._limited_once_half_closed():
                outcome = await Exchange(Parties(self._client, site), request, goal, self._house.road()).run()
        finally:
            self._watch.leave(passage)
        if outcome is Outcome.IS_WEBSOCKET:
            self._join(passage, site)
            return False
        return await self._after(outcome, is_old=is_old)

    async def _after(self, outcome: Outcome, *, is_old: bool) -> bool:
        """Tell whether the client may go on asking."""
        if outcome is Outcome.BOTH_STAY:
            return True
        self._dismiss_site()
        if outcome is Outcome.CLIENT_STAYS:
            return True
        if outcome is Outcome.UNANSWERED and not is_old:
            raise HttpError(502, "the site hung up without a word")
        if outcome is Outcome.BOTH_GO:
            await self._client.farewell(b"", self._limits)
        else:
            self._client.reset()  # a browser asks again where a connection it used before breaks unanswered
        return False

    async def _reached(self, goal: Goal) -> tuple[End, bool]:
        """Return a server for ``goal``, and whether it had answered on this connection before."""
        road = self._house.road()
        key = (road.proxy, goal.host, goal.port)
        if self._site is not None and self._site_is_for == key and self._site.is_idle:
            return self._site, True
        self._dismiss_site()
        self._site = await road.to_site(goal, self._gate)
        self._site_is_for = key
        return self._site, False

    def _dismiss_site(self) -> None:
        if self._site is not None:
            self._site.dismiss()
            self._site = None

    def _cut(self) -> None:
        self._client.reset()
        if self._site is not None:
            self._site.reset()

    @contextlib.contextmanager
    def _limited_once_half_closed(self) -> Iterator[None]:
        """Give the answer to a client that has said its last a bounded time: it may be gone, and only silent."""
        timers: list[asyncio.TimerHandle] = []

        def limit() -> None:
            timers.append(asyncio.get_running_loop().call_later(self._limits.half_closed_s, self._client.reset))

        self._client.on_end = limit
        if self._client.is_at_end:
            limit()
        try:
            yield
        finally:
            self._client.on_end = None
            for timer in timers:
                timer.cancel()
