# SPDX-License-Identifier: MIT
"""How does a test stand in for a service of the desktop? It owns names on a private bus, answers and tells."""

import contextlib
import socket
import threading
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any, Self

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus

from stage.bus import SessionBus, ask

Answers = Mapping[str, Callable[..., tuple[str, tuple[Any, ...]]]]
"""By member: what is called with the words that came, and returns a signature and words."""


class BusService:
    """Own names while it is entered."""

    def __init__(self, bus: SessionBus, *names: str, answers: Answers | None = None) -> None:
        """Choose ``names`` and how to answer; whatever else is asked is an error."""
        self._answers = dict(answers or {})
        self._connection = bus.connect()
        self._names = names
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self) -> Self:
        """Take the names."""
        for name in self._names:
            ask(self._connection, message_bus.RequestName(name))
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Leave the bus."""
        self._connection.sock.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._connection.close()

    @property
    def unique_name(self) -> str:
        """Return its own name on the bus."""
        return str(self._connection.unique_name)

    def tell(self, path: str, interface: str, member: str, signature: str, words: tuple[Any, ...]) -> None:
        """Emit a signal."""
        emitter = DBusAddress(path, interface=interface)
        self._connection.send(new_signal(emitter, member, signature, words))

    def tell_changed(self, path: str, interface: str, name: str, signature: str, value: Any) -> None:
        """Say that a property changed."""
        changes = {name: (signature, value)}
        self.tell(path, "org.freedesktop.DBus.Properties", "PropertiesChanged", "sa{sv}as", (interface, changes, []))

    def _serve(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                message = self._connection.receive()
                if message.header.message_type is MessageType.method_call:
                    self._connection.send(self._answer(message))

    def _answer(self, message: Message) -> Message:
        answer = self._answers.get(str(message.header.fields[HeaderFields.member]))
        if answer is None:
            return new_error(message, "org.freedesktop.DBus.Error.UnknownMethod")
        try:
            signature, words = answer(*message.body)
        except LookupError:
            return new_error(message, "org.freedesktop.DBus.Error.Failed")
        return new_method_return(message, signature, words)
