# SPDX-License-Identifier: MIT
"""How does one plain HTTP request get its answer, with both bodies under way at once?"""

import asyncio
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from rideau.keeper.dial import PSEUDONYM, Road
from rideau.keeper.end import End
from rideau.keeper.http_body import LAST_CHUNK, Unframing, chunk, unframing_of
from rideau.keeper.http_head import Framing, HttpError, Request, Response, written
from rideau.keeper.http_reading import HungUpError, next_response
from rideau.keeper.http_target import Goal
from rideau.keeper.watch import Limits

_NO_CONTENT = 204
_SWITCHING_PROTOCOLS = 101
_MOST_INTERIM = 32


class Outcome(Enum):
    """Name what becomes of the two connections after an exchange."""

    BOTH_STAY = auto()
    CLIENT_STAYS = auto()
    BOTH_GO = auto()
    IS_WEBSOCKET = auto()
    UNANSWERED = auto()
    """The site hung up before the first byte of an answer."""
    BROKEN = auto()
    """The answer was cut off; only a reset tells the client so."""


class Parties(NamedTuple):
    """Hold the two ends of an exchange."""

    client: End
    site: End


class Exchange:
    """Pass one request on and its answer back."""

    def __init__(self, parties: Parties, request: Request, goal: Goal, road: Road) -> None:
        """Begin with the request's head read, its body not."""
        self._client, self._site = parties
        self._request = request
        self._goal = goal
        self._road = road
        self._limits: Limits = road.limits
        self._fault: HttpError | None = None
        self._keeps_client = False
        """Decided when the answer's head is written."""

    async def run(self) -> Outcome:
        """Return once the answer is through. Raises HttpError: the client is to be told; nothing was answered yet."""
        self._site.write(self._request_head())
        sending = asyncio.get_running_loop().create_task(self._send_body())
        try:
            response = await self._final_response()
            if response is None:
                return Outcome.UNANSWERED
            if response.status == _SWITCHING_PROTOCOLS:
                return Outcome.IS_WEBSOCKET
            is_sent = sending.done() and self._fault is None
            self._keeps_client = self._request.stays and is_sent and not response.ends_at_close(self._request.method)
            if not await self._pass_back(response):
                return Outcome.BROKEN
            return self._after(response)
        finally:
            sending.cancel()

    def _after(self, response: Response) -> Outcome:
        if not self._keeps_client:
            return Outcome.BOTH_GO
        return Outcome.BOTH_STAY if response.stays and not self._site.received else Outcome.CLIENT_STAYS

    def _request_head(self) -> bytes:
        request, goal = self._request, self._goal
        target = goal.rest if self._road.is_direct else f"http://{goal.host_field}{goal.rest.removeprefix('*')}"
        return written(f"{request.method} {target} HTTP/1.1", self._request_lines())

    def _request_lines(self) -> Iterator[tuple[str, str]]:
        yield "Host", self._goal.host_field
        yield from self._request.fields.to_pass_on()
        if not self._road.is_direct:
            yield "Via", f"1.{self._request.minor} {PSEUDONYM}"
            for value in self._request.fields.values("proxy-authorization"):
                yield "Proxy-Authorization", value
        if self._request.wants_websocket:
            yield "Upgrade", "websocket"
            yield "Connection", "Upgrade"
        yield from self._request.framing.lines()

    async def _send_body(self) -> None:
        """Send the request's body; where it fails, hang up on the site, so that nobody waits for its answer."""
        if not self._request.framing.has_body:
            return
        body = unframing_of(self._request.framing)
        try:
            await self._send_on(body)
            while not body.is_done and not self._site.is_gone:
                async with asyncio.timeout(self._limits.body_s):
                    has_more = await self._client.more()
                if not has_more:
                    raise HttpError(400, "the body ends too early")  # noqa: TRY301 - one end for all faults
                await self._send_on(body)
        except HttpError as error:
            self._give_up(error)
        except TimeoutError:
            self._give_up(HttpError(408, "the body does not come"))

    async def _send_on(self, body: Unframing) -> None:
        data = body.take(self._client.received)
        self._site.write(_framed(data, self._request.framing, body))
        await self._site.drained()

    def _give_up(self, fault: HttpError) -> None:
        self._fault = fault
        self._site.reset()

    async def _final_response(self) -> Response | None:
        for _ in range(_MOST_INTERIM):
            response = await self._response()
            if response is None or not response.is_interim:
                return self._checked(response)
            if self._request.minor:
                self._client.write(written(_status_line(response), response.fields.to_pass_on()))
        raise HttpError(502, "the site does not come to its answer")

    async def _response(self) -> Response | None:
        try:
            return await next_response(self._site, self._limits)
        except HungUpError:
            if self._fault is not None:
                raise self._fault from None
            return None

    def _checked(self, response: Response | None) -> Response | None:
        if response is not None and response.status == _SWITCHING_PROTOCOLS:
            if not self._request.wants_websocket or response.fields.words("upgrade") != {"websocket"}:
                raise HttpError(502, "the site speaks what nobody asked for")
            lines = (*response.fields.to_pass_on(), ("Upgrade", "websocket"), ("Connection", "Upgrade"))
            self._client.write(written(_status_line(response), lines))
        return response

    async def _pass_back(self, response: Response) -> bool:
        """Tell whether the whole answer went through."""
        framing = self._framing_for_client(response)
        self._client.write(written(_status_line(response), self._response_lines(response, framing)))
        if not response.has_body(self._request.method):
            return True
        body = unframing_of(response.framing)
        while not self._client.is_gone:
            try:
                data = body.take(self._site.received)
            except HttpError:
                return False
            self._client.write(_framed(data, framing, body))
            if body.is_done:
                return True
            await self._client.drained()
            if not self._site.received and not await self._site.more():
                return body.may_end_here() and not self._site.is_gone
        return False

    def _framing_for_client(self, response: Response) -> Framing:
        if response.status == _NO_CONTENT or (response.framing.is_chunked and not self._request.minor):
            return Framing()
        return response.framing

    def _response_lines(self, response: Response, framing: Framing) -> Iterator[tuple[str, str]]:
        yield from response.fields.to_pass_on()
        if not self._road.is_direct:
            for value in response.fields.values("proxy-authenticate"):
                yield "Proxy-Authenticate", value
        yield from framing.lines()
        if not self._keeps_client:
            yield "Connection", "close"


def _status_line(response: Response) -> str:
    return f"HTTP/1.1 {response.status} {response.reason}"


def _framed(data: bytes, framing: Framing, body: Unframing) -> bytes:
    if not framing.is_chunked:
        return data
    return (chunk(data) if data else b"") + (LAST_CHUNK if body.is_done else b"")
