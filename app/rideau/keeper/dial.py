# SPDX-License-Identifier: MIT
"""How is a site reached: directly, or through the person's own HTTP proxy, and never through ourselves?"""

import asyncio
import ipaddress
import re
from collections.abc import Callable
from typing import NamedTuple, Protocol

from rideau.keeper.end import End, place_of
from rideau.keeper.http_head import Fields, HttpError, Response, written
from rideau.keeper.http_reading import next_response
from rideau.keeper.http_target import LARGEST_PORT, Goal
from rideau.keeper.watch import Limits, Place

PSEUDONYM = "rideau"
"""What we call ourselves towards the person's own proxy (RFC 9110, section 7.6.3), to know our own requests again."""

_PROXY = re.compile(r"\[?([^\[\]]+?)\]?:(\d{1,5})")
_SECOND_ADDRESS_S = 0.25
"""RFC 8305, section 5."""
_ACCEPTED = range(200, 300)


class Connector(Protocol):
    """Connect a protocol to a host and port; raises OSError."""

    async def __call__(self, protocol: Callable[[], asyncio.Protocol], host: str, port: int) -> asyncio.BaseTransport:
        """Return the transport once it is connected; a name is resolved here."""
        ...


class ProxyRefusedError(HttpError):
    """Say that the person's own proxy let nobody through; ``response`` is what it said."""

    def __init__(self, response: Response) -> None:
        """Keep what it said."""
        super().__init__(response.status, "the proxy beyond refuses")
        self.response = response


class Road(NamedTuple):
    """Hold how sites are reached."""

    connect: Connector
    limits: Limits
    proxy: str = ""
    """``host:port`` of the person's own proxy; empty for none."""

    @property
    def is_direct(self) -> bool:
        """Tell whether sites are reached without another proxy."""
        return not self.proxy

    async def to_site(self, goal: Goal, gate: Place) -> End:
        """Return an end at the server that takes plain requests for ``goal``. Raises HttpError."""
        host, port = self._hop(goal)
        try:
            async with asyncio.timeout(self.limits.connect_s):
                return await self._connected(host, port, gate)
        except TimeoutError as error:
            raise HttpError(504, "the site does not answer") from error
        except (OSError, UnicodeError) as error:
            raise HttpError(502, "the site is not reached") from error

    async def through_to(self, goal: Goal, gate: Place, credentials: Fields) -> End:
        """Return an end through which ``goal`` itself is spoken to. Raises HttpError."""
        end = await self.to_site(goal, gate)
        if self.is_direct:
            return end
        is_through = False
        try:
            response = await self._asked_beyond(end, goal, credentials)
            is_through = response.status in _ACCEPTED
        finally:
            if not is_through:  # or whoever waits has left meanwhile: nobody else holds this end yet
                end.reset()
        if not is_through:
            raise ProxyRefusedError(response)
        return end

    async def _asked_beyond(self, end: End, goal: Goal, credentials: Fields) -> Response:
        """Return what the person's own proxy at ``end`` says to a tunnel. Raises HttpError."""
        lines = (("Host", goal.authority), ("Via", f"1.1 {PSEUDONYM}"), *_credentials(credentials))
        end.write(written(f"CONNECT {goal.authority} HTTP/1.1", lines))
        try:
            async with asyncio.timeout(self.limits.connect_s):
                response = await next_response(end, self.limits)
                while response.is_interim:
                    response = await next_response(end, self.limits)
        except TimeoutError as error:
            raise HttpError(504, "the proxy beyond does not answer") from error
        return response

    def _hop(self, goal: Goal) -> tuple[str, int]:
        if self.is_direct:
            return goal.host.strip("[]"), goal.port
        found = _PROXY.fullmatch(self.proxy)
        if found is None or int(found[2]) > LARGEST_PORT:
            raise HttpError(502, "the proxy beyond has no place")
        return found[1], int(found[2])

    async def _connected(self, host: str, port: int, gate: Place) -> End:
        end = End()
        transport = await self.connect(lambda: end, host, port)
        if _is_ourselves(place_of(transport, "peername"), gate):
            end.reset()
            raise HttpError(508, "this leads back here")
        return end


async def direct(protocol: Callable[[], asyncio.Protocol], host: str, port: int) -> asyncio.BaseTransport:
    """Connect to ``host``, all its addresses tried in turn, without waiting long for any."""
    loop = asyncio.get_running_loop()
    transport, _ = await loop.create_connection(protocol, host, port, happy_eyeballs_delay=_SECOND_ADDRESS_S)
    return transport


def _credentials(fields: Fields) -> tuple[tuple[str, str], ...]:
    return tuple(("Proxy-Authorization", value) for value in fields.values("proxy-authorization"))


def _is_ourselves(peer: Place, gate: Place) -> bool:
    """Tell whether ``peer`` is the gate, by whichever of its addresses."""
    if peer[1] != gate[1]:
        return False
    if peer[0] == gate[0]:
        return True
    address = ipaddress.ip_address(peer[0])
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_loopback
