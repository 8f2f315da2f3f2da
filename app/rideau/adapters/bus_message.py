# SPDX-License-Identifier: MIT
"""What if a stranger's message on the bus cannot be read? It is passed over, and the next one is heard.

A bus checks less than jeepney (0.9) needs: a descriptor that is named and not sent along, say, passes every bus and
ends in an IndexError here.
"""

import logging
import struct

from jeepney import Message
from jeepney.io.blocking import DBusConnection

_log = logging.getLogger(__name__)

UNREADABLE = (LookupError, ValueError, TypeError, RecursionError, struct.error)
"""What jeepney raises over a message that it took in and could not make sense of."""


def next_message(connection: DBusConnection, timeout_s: float | None = None) -> Message:
    """Return the next message that can be read, waiting for it at most ``timeout_s`` (None: for ever).

    Raises:
        TimeoutError: none came in time.
        OSError: the bus went away.

    """
    while True:
        try:
            return connection.receive(timeout=timeout_s)
        except UNREADABLE as error:
            pass_over(connection, error)


def pass_over(connection: DBusConnection, error: Exception) -> None:
    """Go on after a message that ended in ``error``, one of ``UNREADABLE``."""
    connection.parser.next_msg_size = None  # the message is out of jeepney's buffer, but its size would be kept
    _log.info("A message on the bus could not be read: %r", error)
