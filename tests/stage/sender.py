# SPDX-License-Identifier: MIT
"""How does a test notify as an app would? One connection that says whatever a test wants said."""

import contextlib
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self

from jeepney import DBusAddress, MatchRule, Message, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection

from stage.bus import SessionBus, ask
from stage.program import PATIENCE_S

DAEMON = DBusAddress(
    "/org/freedesktop/Notifications",
    bus_name="org.freedesktop.Notifications",
    interface="org.freedesktop.Notifications",
)


class Sender:
    """Be an app on the bus."""

    def __init__(self, bus: SessionBus) -> None:
        """Join ``bus``; leave it on exit."""
        self.connection = bus.connect()

    def __enter__(self) -> Self:
        """Stay for a while."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Leave."""
        self.connection.close()

    def notify(
        self,
        app_name: str,
        title: str,
        body: str = "",
        *,
        replaces: int = 0,
        hints: Mapping[str, tuple[str, Any]] | None = None,
    ) -> int:
        """Notify as ``app_name``; return the number that the daemon gave it."""
        content: tuple[Any, ...] = (app_name, replaces, "", title, body, [], dict(hints or {}), -1)
        return int(ask(self.connection, new_method_call(DAEMON, "Notify", "susssasa{sv}i", content))[0])

    def call(self, to: tuple[str, str, str], method: str, signature: str, *body: Any) -> tuple[Any, ...]:
        """Call ``method`` of ``to`` (bus name, object path, interface)."""
        name, path, interface = to
        return ask(
            self.connection,
            new_method_call(DBusAddress(path, bus_name=name, interface=interface), method, signature or None, body),
        )


def unreadable(connection: DBusConnection, message: Message) -> bytes:
    """Return ``message`` as it goes over the wire, its ``u`` values told as descriptors that nobody sent along.

    The bus lets it pass; jeepney cannot read it.
    """
    return bytes(message.serialise(serial=next(connection.outgoing_serial))).replace(b"\1u\0", b"\1h\0")


BY_CALL = 3
"""Why a notification closed: by a call of CloseNotification (Desktop Notifications Specification, section 9)."""


class Closings:
    """Hear which notifications are closed while it is entered."""

    def __init__(self, bus: SessionBus) -> None:
        """Join ``bus``."""
        self._connection = bus.connect()
        self._rule = MatchRule(
            type="signal",
            interface="org.freedesktop.Notifications",
            member="NotificationClosed",
            path="/org/freedesktop/Notifications",
        )

    def __enter__(self) -> Self:
        """Begin."""
        ask(self._connection, message_bus.AddMatch(self._rule))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Leave."""
        self._connection.close()

    def by_call(self, at_least: int, patience_s: float = PATIENCE_S) -> list[int]:
        """Return the numbers of those that somebody closed, ``at_least`` so many, and half a second's more."""
        closed: list[int] = []
        with self._connection.filter(self._rule) as signals, contextlib.suppress(TimeoutError):
            while True:
                patience = patience_s if len(closed) < at_least else 0.5
                number, why = self._connection.recv_until_filtered(signals, timeout=patience).body
                if why == BY_CALL:
                    closed.append(number)
        return closed
