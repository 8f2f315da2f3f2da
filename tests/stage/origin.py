# SPDX-License-Identifier: MIT
"""How does a test start its web sites, name their addresses, and ask who came?"""

import json
import sys
import urllib.request
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from stage.certificates import Authority
from stage.desktop import Home
from stage.names import EVERY_NAME, WORK
from stage.program import PATIENCE_S, Program, start_and_listen

APP = Path(__file__).with_name("origin_app.py")
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class Hit(NamedTuple):
    """Hold one request that reached the web sites."""

    host: str
    """With its port, as the browser wrote it."""
    path: str
    scheme: str
    """``https``, ``http``, ``wss`` or ``ws``."""
    at: float
    """POSIX seconds."""


class Origin:
    """Serve every name of the stage, over HTTP/1.1, HTTP/2 and plain HTTP."""

    def __init__(self, home: Home) -> None:
        """Make its certificates; it serves on entering."""
        self._home = home
        self.authority = Authority(home.folder, EVERY_NAME)
        self._program: Program | None = None
        self._ports: dict[str, int] = {}

    def __enter__(self) -> Self:
        """Start and wait until it listens."""
        argv = [sys.executable, str(APP), str(self.authority.chain), str(self.authority.key)]
        self._program, said = start_and_listen(argv, self._home.environment, self._home.folder / "origin.log")
        assert said, self._program.output()
        self._ports = json.loads(said)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Stop."""
        if self._program is not None:
            self._program.stop()

    def https(self, host: str = WORK, path: str = "/", *, http2: bool = False) -> str:
        """Return a page's address."""
        return f"https://{host}:{self._ports['http2' if http2 else 'http1']}{path}"

    def http(self, host: str = WORK, path: str = "/") -> str:
        """Return a page's address on plain HTTP."""
        return f"http://{host}:{self._ports['plain']}{path}"

    def port(self, kind: str) -> int:
        """Return the port of ``http1``, ``http2`` or ``plain``."""
        return self._ports[kind]

    def hits(self, host: str = "", path: str = "") -> list[Hit]:
        """Return who came, to ``host`` and whatever stands below it, or to anywhere; to ``path``, or to any."""
        return [hit for hit in self._ask("hits") if _is_below(hit.host, host) and (not path or hit.path == path)]

    def forget(self) -> None:
        """Forget who came."""
        self._ask("forget")

    def _ask(self, what: str) -> list[Hit]:
        with DIRECT.open(f"http://127.0.0.1:{self._ports['plain']}/-/{what}", timeout=PATIENCE_S) as answer:
            return [Hit(**each) for each in json.load(answer)]


def _is_below(host: str, above: str) -> bool:
    name = host.partition(":")[0].rstrip(".")
    return not above or name == above or name.endswith(f".{above}")
