# SPDX-License-Identifier: MIT
"""What was said to the person in pop-ups? A watcher on the bus that sees every notification sent."""

from types import TracebackType
from typing import NamedTuple, Self

from jeepney import DBusAddress, HeaderFields, MatchRule, new_method_call

from stage.bus import SessionBus, ask

MONITORING = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus.Monitoring")
NOTIFY = MatchRule(type="method_call", interface="org.freedesktop.Notifications", member="Notify")


class Said(NamedTuple):
    """Hold one notification."""

    app: str
    title: str
    body: str


class Notices:
    """See what is notified while it is entered."""

    def __init__(self, bus: SessionBus) -> None:
        """Watch ``bus``."""
        self._connection = bus.connect()
        self._said: list[Said] = []

    def __enter__(self) -> Self:
        """Begin."""
        ask(self._connection, new_method_call(MONITORING, "BecomeMonitor", "asu", ([NOTIFY.serialise()], 0)))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End."""
        self._connection.close()

    def seen(self, settling_s: float = 1) -> list[Said]:
        """Return what was notified so far, once nothing came for ``settling_s`` seconds."""
        while True:
            try:
                message = self._connection.receive(timeout=settling_s)
            except TimeoutError:
                return self._said
            if message.header.fields.get(HeaderFields.member) == "Notify":
                self._said.append(Said(message.body[0], message.body[3], message.body[4]))
