# SPDX-License-Identifier: MIT
"""How is the next head awaited from a peer, patiently but not for ever?"""

import asyncio

from rideau.keeper.end import End
from rideau.keeper.http_head import CRLF, HttpError, Request, Response, head_end, parse_request, parse_response
from rideau.keeper.watch import Limits


class HungUpError(HttpError):
    """Say that the site hung up without a word."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__(502, "the site hung up without a word")


async def next_request(client: End, limits: Limits) -> Request | None:
    """Return the next request, its body not read; None: the client asks no more. Raises HttpError."""
    try:
        async with asyncio.timeout(limits.idle_s):
            if not await _first_byte(client):
                return None
    except TimeoutError:
        return None
    try:
        async with asyncio.timeout(limits.head_s):
            head = await _head(client, limits.head)
    except TimeoutError as error:
        raise HttpError(408, "the head does not come") from error
    if not head:
        raise HttpError(400, "the head is not whole")
    return parse_request(head, limits.fields)


async def next_response(site: End, limits: Limits) -> Response:
    """Return the next answer, its body not read. Raises HttpError."""
    try:
        head = await _head(site, limits.head)
    except HttpError as error:
        raise HttpError(502, f"the site's answer: {error}") from error
    if not head:
        raise HttpError(502, "the site hung up") if site.received else HungUpError
    return parse_response(head, limits.fields)


async def _first_byte(client: End) -> bool:
    received = client.received
    while not received or received == CRLF[:1]:
        if not await client.more():
            return False
    if received.startswith(CRLF):  # RFC 9112, section 2.2: one empty line before a request is let pass
        del received[: len(CRLF)]
    return True


async def _head(end: End, largest: int) -> bytes:
    """Take the next head out of what ``end`` receives; empty if it ends before."""
    received, seen = end.received, 0
    while not (size := head_end(received, seen, largest)):
        seen = len(received)
        if not await end.more():
            return b""
    head = bytes(received[:size])
    del received[:size]
    return head
