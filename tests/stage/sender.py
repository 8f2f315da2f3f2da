# SPDX-License-Identifier: MIT
"""How does a test notify as an app would? One connection that says whatever a test wants said."""

from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self

from jeepney import DBusAddress, new_method_call

from stage.bus import SessionBus, ask

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
