# SPDX-License-Identifier: MIT
"""How does Qt's loop hear a message bus? Through a plain connection of its own and a socket notifier.

PySide6's QtDBus (6.11) cannot read an ``a{sv}``, which is what every PropertiesChanged carries; jeepney can.
"""

import logging
from collections.abc import Callable, Iterable
from contextlib import suppress

from jeepney import HeaderFields, MatchRule, Message, MessageFlag, MessageType, message_bus
from jeepney.auth import AuthenticationError
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from PySide6.QtCore import QSocketNotifier

from rideau.adapters.bus_message import next_message
from rideau.domain.error import SessionBusError
from rideau.domain.text import Text

_LOG = logging.getLogger(__name__)


class BusSignals:
    """Hand the signals that match some rules to one callback, on the main thread; nothing runs in between."""

    def __init__(self, bus: str, rules: Iterable[MatchRule], on_signal: Callable[[Message], None]) -> None:
        """Connect to ``bus`` (``SYSTEM``, ``SESSION`` or an address) and call ``on_signal`` from now on.

        Raises:
            SessionBusError: that bus is not there or lets nobody in.

        """
        self._on_signal = on_signal
        self._connection = _connected(bus)
        for rule in rules:
            message = message_bus.AddMatch(rule)
            message.header.flags |= MessageFlag.no_reply_expected
            self._connection.send(message)
        self._notifier = QSocketNotifier(self._connection.sock.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._read)

    def close(self) -> None:
        """Hear no more. Idempotent."""
        self._notifier.setEnabled(False)
        self._connection.close()

    def _read(self) -> None:
        try:
            with suppress(TimeoutError):  # raised once nothing more is there
                while True:
                    self._hand_on(next_message(self._connection, timeout_s=0))
        except OSError as error:
            _LOG.warning("A message bus went away: %s", error)
            self.close()

    def _hand_on(self, message: Message) -> None:
        is_for_one = message.header.fields.get(HeaderFields.destination) is not None  # NameAcquired and the like
        if message.header.message_type is MessageType.signal and not is_for_one:
            self._on_signal(message)


def _connected(bus: str) -> DBusConnection:
    try:
        return open_dbus_connection(bus)
    except (OSError, KeyError, ValueError, RuntimeError, AuthenticationError) as error:  # an address may be any text
        raise SessionBusError(Text("The message service {bus} does not answer.", bus=bus)) from error
