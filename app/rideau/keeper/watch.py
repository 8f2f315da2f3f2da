# SPDX-License-Identifier: MIT
"""Who is inside, may they stay, and who is told? The part of the gate that knows the orders."""

from typing import NamedTuple, Protocol

from rideau.domain.door import Visitor

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
    """Know who is at the gate, and tell those who want to know. Called on the event loop; nothing here may block long."""

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
