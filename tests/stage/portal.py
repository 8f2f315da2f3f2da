# SPDX-License-Identifier: MIT
"""What does the desktop portal do with a notification? A stub that hands it on as xdg-desktop-portal does."""

import threading
from types import TracebackType
from typing import Self

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_error, new_method_call, new_method_return
from jeepney.bus_messages import message_bus

from stage.bus import SessionBus, ask
from stage.sender import DAEMON

PORTAL = "org.freedesktop.portal.Desktop"
PORTAL_ADDRESS = DBusAddress(
    "/org/freedesktop/portal/desktop", bus_name=PORTAL, interface="org.freedesktop.portal.Notification"
)


class PortalStub:
    """Own the portal's name; notify in its own, without an app's name, as for a caller outside of any sandbox."""

    def __init__(self, bus: SessionBus) -> None:
        """Serve on ``bus``."""
        self._serving = bus.connect()
        self._notifying = bus.connect()
        self._numbers: dict[str, int] = {}
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self) -> Self:
        """Begin."""
        ask(self._serving, message_bus.RequestName(PORTAL))
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End."""
        with self._notifying:
            gone = DBusAddress("/", bus_name=self._serving.unique_name, interface="stage.Stub")
            self._notifying.send(new_method_call(gone, "Leave"))
            self._thread.join()
        self._serving.close()

    def _serve(self) -> None:
        while True:
            call = self._serving.receive()
            if call.header.message_type is not MessageType.method_call:
                continue
            member = call.header.fields[HeaderFields.member]
            if member == "Leave":
                return
            self._serving.send(self._answer(member, call))

    def _answer(self, member: str, call: Message) -> Message:
        if member == "AddNotification":
            name, content = call.body
            title, body = content["title"][1], content["body"][1]
            values: tuple[object, ...] = ("", self._numbers.get(name, 0), "", title, body, [], {}, -1)
            (self._numbers[name],) = ask(self._notifying, new_method_call(DAEMON, "Notify", "susssasa{sv}i", values))
        elif member == "RemoveNotification":
            number = self._numbers.pop(call.body[0])
            ask(self._notifying, new_method_call(DAEMON, "CloseNotification", "u", (number,)))
        else:
            return new_error(call, "org.freedesktop.DBus.Error.UnknownMethod")
        return new_method_return(call)
