# SPDX-License-Identifier: MIT
"""How do browsers reach the sites that have hours? Through this HTTP proxy on loopback, open or closed."""

import socket

from rideau.keeper.message import Orders
from rideau.keeper.watch import Limits, Reception

__all__ = ["Gate", "Limits", "Reception"]


class Gate:
    """Let through to configured hosts while they are open; refuse everything else. Lives on one event loop."""

    def __init__(self, reception: Reception, limits: Limits = Limits()) -> None:  # noqa: B008 - a value
        """Begin without orders: connections wait in the backlog until ``obey``."""
        self.pac_text = ""
        """Served as ``/proxy.pac`` where it is not empty."""
        self._reception = reception
        self._limits = limits

    @property
    def tunnels(self) -> int:
        """Return how many tunnels and exchanges are live."""
        raise NotImplementedError

    def obey(self, orders: Orders) -> None:
        """Make ``orders`` hold, and cut at once whatever they close; doing so twice changes nothing."""
        raise NotImplementedError

    def reconsider(self) -> None:
        """Judge what is live again: a browser's host came, went or changed its profile."""
        raise NotImplementedError

    def open_everything(self) -> None:
        """Close nothing any more, until the next orders."""
        raise NotImplementedError

    async def serve(self, listener: socket.socket) -> None:
        """Serve connections to ``listener`` from the first orders on until ``close``; ``listener`` stays open."""
        raise NotImplementedError

    def close(self) -> None:
        """Accept nobody any more and cut whoever is inside; ``serve`` returns."""
        raise NotImplementedError
