# SPDX-License-Identifier: MIT
"""Who is inside, may they stay, and who is told? The part of the gate that knows the orders."""

import asyncio
from collections.abc import Callable
from typing import NamedTuple, Protocol

from rideau.domain.door import STRANGER, Doorkeeper, Doors, Visitor
from rideau.domain.host import Address
from rideau.keeper.message import Orders

Place = tuple[str, int]
"""An IP address and a port."""


class Limits(NamedTuple):
    """Hold how much of anything the gate puts up with; seconds and bytes."""

    connections: int = 4096
    head: int = 64 * 1024
    """A larger head is refused (431)."""
    fields: int = 200
    """A head with more fields is refused (431)."""
    head_s: float = 10.0
    """For a head to arrive, from its first byte."""
    idle_s: float = 90.0
    """Between two requests of a connection, and before the first."""
    body_s: float = 60.0
    """Without a byte of a request's body."""
    connect_s: float = 15.0
    """To reach a site."""
    half_closed_s: float = 60.0
    """Without a byte, once one side has said its last."""
    farewell_s: float = 2.0
    """For a refused client to read its answer and hang up."""
    calm_s: float = 5.0
    """Without anything live before the gate counts as no longer busy."""


class Reception(Protocol):
    """Know who is at the gate, and tell those who want to know. On the event loop: be quick."""

    def is_ours(self, client: Place, gate: Place) -> bool:
        """Tell whether the same user made this connection; another's is dropped where it was accepted."""
        ...

    def visitor_of(self, client: Place, gate: Place) -> Visitor:
        """Return who made this connection; asked only where the answer matters, and again after each change."""
        ...

    def passed(self, client: Place, gate: Place) -> None:
        """Note that a connection came; must be cheap."""
        ...

    def attempted(self, network: str, host: str, scheme: str, visitor: Visitor) -> None:
        """Note that somebody wanted into a closed network; ``scheme`` is ``https`` or ``http``."""
        ...

    def busy_changed(self, is_busy: bool) -> None:  # noqa: FBT001 - the one thing that is told
        """Note that something went live at the gate, or that for a while nothing has been."""
        ...

    def in_use_changed(self, networks: frozenset[str]) -> None:
        """Note which networks whose use is counted are live, from browsers without the extension."""
        ...


class Passage:
    """Hold one way through the gate, live or about to be."""

    __slots__ = ("address", "client", "counted", "cut", "gate", "visitor")

    def __init__(self, address: Address, client: Place, gate: Place, cut: Callable[[], None]) -> None:
        """Lead ``client`` to ``address``; one without a scheme is a tunnel, of which no page is known."""
        self.address = address
        self.client = client
        self.gate = gate
        self.cut = cut
        """End it at once, both ends."""
        self.visitor = STRANGER
        self.counted: str | None = None
        """The network whose use it is, where that is counted here."""


class Watch:
    """Know the orders and what is live; cut what they close."""

    def __init__(self, reception: Reception, limits: Limits) -> None:
        """Begin without orders."""
        self.reception = reception
        self.limits = limits
        self.orders = Orders(Doors())
        self._doorkeeper = Doorkeeper(Doors())
        self._live: set[Passage] = set()
        self._in_use: frozenset[str] = frozenset()
        self._is_busy = False
        self._calm: asyncio.TimerHandle | None = None

    @property
    def live(self) -> int:
        """Return how many passages are live."""
        return len(self._live)

    def obey(self, orders: Orders) -> None:
        """Make ``orders`` hold: first for whoever comes, then for what is live."""
        self.orders = orders
        self._doorkeeper = Doorkeeper(orders.doors)
        self.reconsider()

    def reconsider(self) -> None:
        """Cut what is live and closed."""
        for passage in tuple(self._live):
            if self.closed_by(passage) is not None:
                passage.cut()
            else:
                passage.counted = self._counted(passage)
        self._tell_in_use()

    def cut_all(self) -> None:
        """Cut everything that is live."""
        for passage in tuple(self._live):
            passage.cut()

    def leads_here(self, host: str) -> bool:
        """Tell whether ``host`` is the gate's business at all."""
        return self._doorkeeper.leads_here(host)

    def closed_by(self, passage: Passage) -> str | None:
        """Return the network that closes ``passage`` now, or None."""
        host = passage.address.host
        is_asked = self._doorkeeper.must_know_who(host)
        passage.visitor = self.reception.visitor_of(passage.client, passage.gate) if is_asked else STRANGER
        if passage.address.scheme:
            return self._doorkeeper.closed_page_by(passage.address, passage.visitor)
        return self._doorkeeper.closed_by(host, passage.visitor)

    def enter(self, passage: Passage) -> None:
        """Note that ``passage`` is live."""
        self._live.add(passage)
        passage.counted = self._counted(passage)
        self._tell_in_use()
        if self._calm is not None:
            self._calm.cancel()
            self._calm = None
        if not self._is_busy:
            self._is_busy = True
            self.reception.busy_changed(is_busy=True)

    def leave(self, passage: Passage) -> None:
        """Note that ``passage`` is over; one that is not live is forgotten already."""
        self._live.discard(passage)
        self._tell_in_use()
        if self._is_busy and not self._live and self._calm is None:
            self._calm = asyncio.get_running_loop().call_later(self.limits.calm_s, self._calm_down)

    def _counted(self, passage: Passage) -> str | None:
        """Return the network whose use is counted by ``passage``; where the extension is, it tells better."""
        network = self._doorkeeper.counted_for(passage.address.host)
        if network is None:
            return None
        return None if self.reception.visitor_of(passage.client, passage.gate).has_extension else network

    def _tell_in_use(self) -> None:
        found = frozenset(each.counted for each in self._live if each.counted)
        if found != self._in_use:
            self._in_use = found
            self.reception.in_use_changed(found)

    def _calm_down(self) -> None:
        self._calm = None
        self._is_busy = False
        self.reception.busy_changed(is_busy=False)
