# SPDX-License-Identifier: MIT
"""Which web sites does a test visit? One small ASGI app for every name; ``python origin_app.py CHAIN KEY`` serves it.

HTTPS with HTTP/1.1, HTTPS with HTTP/2, and plain HTTP, on three free ports of 127.0.0.1, told on descriptor 9.
"""

import asyncio
import json
import os
import signal
import socket
import sys
import time
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import Any

from hypercorn.asyncio import serve
from hypercorn.config import Config

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

TICK_S = 0.05
SITE = Path(__file__).with_name("site")
FILES = {
    "/live": ("live.html", "text/html; charset=utf-8"),
    "/live.js": ("live.js", "text/javascript"),
    "/shell": ("shell.html", "text/html; charset=utf-8"),
    "/shell-worker.js": ("shell-worker.js", "text/javascript"),
}
PAGE = """<!doctype html><meta charset="utf-8"><title>{host}</title><p id="here">This is {host}{path}</p>"""
MEGABYTE = b"\0" * 1_000_000
ASKED = "/-/"
"""What the test itself asks stands below this path, and is no hit."""


class Site:
    """Answer every request for every host, and remember them."""

    def __init__(self) -> None:
        """Begin with no hits."""
        self._hits: list[dict[str, object]] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, as ASGI 3 has it."""
        if scope["type"] == "lifespan":
            await _live(receive, send)
            return
        path = str(scope["path"])
        if path.startswith(ASKED):
            await self._tell(path, send)
            return
        host = dict(scope["headers"]).get(b"host", b"").decode("latin-1")
        self._hits.append({"host": host, "path": path, "scheme": scope["scheme"], "at": time.time()})
        if scope["type"] == "websocket":
            await _talk(receive, send)
            return
        await self._answer(path, host, scope, send)

    async def _answer(self, path: str, host: str, scope: Scope, send: Send) -> None:
        if path in FILES:
            name, kind = FILES[path]
            await _say(send, kind, (SITE / name).read_bytes())
        elif path == "/ping":
            await _say(send, "text/plain", b"pong")
        elif path == "/events":
            await _tick(send)
        elif path == "/slow":
            await _drip(send)
        elif path == "/bulk":
            await _pour(send, int(scope["query_string"] or b"1"))
        else:
            await _say(send, "text/html; charset=utf-8", PAGE.format(host=host, path=path).encode())

    async def _tell(self, path: str, send: Send) -> None:
        if path == f"{ASKED}forget":
            self._hits.clear()
        await _say(send, "application/json", json.dumps(self._hits).encode())


async def _live(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return


async def _begin(send: Send, kind: str) -> None:
    headers = [
        (b"content-type", kind.encode()),
        (b"cache-control", b"no-store"),
        (b"access-control-allow-origin", b"*"),
    ]
    await send({"type": "http.response.start", "status": 200, "headers": headers})


async def _say(send: Send, kind: str, body: bytes) -> None:
    await _begin(send, kind)
    await send({"type": "http.response.body", "body": body})


async def _tick(send: Send) -> None:
    await _begin(send, "text/event-stream")
    while True:
        await send({"type": "http.response.body", "body": b"data: tick\n\n", "more_body": True})
        await asyncio.sleep(TICK_S)


async def _drip(send: Send) -> None:
    await _begin(send, "application/octet-stream")
    while True:
        await send({"type": "http.response.body", "body": b"drip", "more_body": True})
        await asyncio.sleep(TICK_S)


async def _pour(send: Send, megabytes: int) -> None:
    await _begin(send, "application/octet-stream")
    for _ in range(megabytes):
        await send({"type": "http.response.body", "body": MEGABYTE, "more_body": True})
    await send({"type": "http.response.body", "body": b""})


async def _talk(receive: Receive, send: Send) -> None:
    await receive()
    await send({"type": "websocket.accept"})
    gone = asyncio.ensure_future(_until_gone(receive))
    while not gone.done():
        await send({"type": "websocket.send", "text": "tick"})
        await asyncio.wait([gone], timeout=TICK_S)


async def _until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "websocket.disconnect":
        pass


def _served(listener: socket.socket, chain: str = "", key: str = "", protocols: tuple[str, ...] = ()) -> Config:
    config = Config()
    config.bind = [f"fd://{listener.fileno()}"]
    config.loglevel = "ERROR"
    config.graceful_timeout = 0.2
    config.keep_alive_timeout = 600
    if chain:
        config.certfile, config.keyfile, config.alpn_protocols = chain, key, list(protocols)
    return config


async def _serve(chain: str, key: str) -> None:
    """Serve until SIGTERM."""
    listeners = {name: socket.create_server(("127.0.0.1", 0), backlog=1024) for name in ("http1", "http2", "plain")}
    ended = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, ended.set)
    site = Site()
    configs = (
        _served(listeners["http1"], chain, key, ("http/1.1",)),
        _served(listeners["http2"], chain, key, ("h2", "http/1.1")),
        _served(listeners["plain"]),
    )
    with os.fdopen(9, "w") as ready:
        print(json.dumps({name: each.getsockname()[1] for name, each in listeners.items()}), file=ready)
    await asyncio.gather(*(serve(site, config, shutdown_trigger=ended.wait) for config in configs))  # type: ignore[arg-type]  # our own, plainer ASGI types


if __name__ == "__main__":
    asyncio.run(_serve(*sys.argv[1:]))
