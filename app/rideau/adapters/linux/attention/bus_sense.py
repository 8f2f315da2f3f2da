# SPDX-License-Identifier: MIT
"""What do the services on a message bus tell of the moment? One connection, one listener for each kind of service."""

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from jeepney import HeaderFields, MatchRule, Message

from rideau.adapters.linux.attention.bus_link import BusLink
from rideau.domain.attention import Signals, merged

PATIENCE_S = 0.04
"""How long services that hang may keep all senses when somebody looks."""
FIRST_PATIENCE_S = 0.2
"""How long they may at first."""


class Listener(Protocol):
    """Tell part of the moment by what goes by on a bus. No I/O but through its link; nothing is waited for."""

    def rules(self) -> Iterable[MatchRule]:
        """Return which signals it is to be told."""
        ...

    def begin(self) -> None:
        """Ask for what holds already; may be called again."""
        ...

    def look(self) -> None:
        """Ask for what is told only when asked."""
        ...

    def hear(self, member: str, message: Message) -> None:
        """Take in a signal; it may be one that another listener wants."""
        ...

    def signals(self) -> Signals:
        """Return what is known."""
        ...


class BusSense:
    """Be the ``Sense`` of one bus."""

    def __init__(
        self, name: str, environment: Mapping[str, str], listeners: Callable[[BusLink], tuple[Listener, ...]]
    ) -> None:
        """Join the session bus of ``environment`` with what ``listeners`` makes.

        Raises:
            SenseLostError: there is no bus.

        """
        self.name = name
        self._link = BusLink(environment)
        self._listeners = listeners(self._link)
        for rule in (rule for each in self._listeners for rule in each.rules()):
            self._link.hear(rule)
        for each in self._listeners:
            each.begin()
        self._take_in(FIRST_PATIENCE_S)

    def fileno(self) -> int:
        """Return the connection's descriptor."""
        return self._link.fileno()

    def deadline(self) -> float | None:
        """Return none: services tell everything."""
        return None

    def read(self) -> None:
        """Take in what came."""
        self._take_in(0)

    def look(self) -> None:
        """Have everybody ask, and wait for the answers for a moment."""
        for each in self._listeners:
            each.look()
        self._take_in(PATIENCE_S)

    def signals(self) -> Signals:
        """Return what all listeners know together."""
        return merged(tuple(each.signals() for each in self._listeners))

    def close(self) -> None:
        """Leave the bus."""
        self._link.close()

    def _take_in(self, patience_s: float) -> None:
        for message in self._link.messages(patience_s):
            member = str(message.header.fields.get(HeaderFields.member, ""))
            for each in self._listeners:
                each.hear(member, message)
