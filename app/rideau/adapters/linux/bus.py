# SPDX-License-Identifier: MIT
"""How does Rideau reach the person's own session bus, through jeepney and in blocking calls?"""

import socket
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from jeepney import DBusAddress, DBusErrorResponse, Message, MessageType, new_method_call
from jeepney.auth import AuthenticationError
from jeepney.bus import get_connectable_addresses
from jeepney.io.blocking import DBusConnection, prep_socket

from rideau.adapters.bus_message import UNREADABLE, pass_over
from rideau.domain.error import SessionBusError
from rideau.domain.text import Text

CONNECT_TIMEOUT_S = 2.0
CALL_TIMEOUT_S = 1.0

NATIVE_ERRORS = (OSError, AuthenticationError, DBusErrorResponse)
"""What the socket and jeepney raise: a bus that is away, refuses, or answers with an error (TimeoutError included)."""

NO_BUS = Text("This desktop session has no message service (D-Bus).")
NO_BUS_REMEDY = Text(
    "Start Rideau from your desktop's menu. Elsewhere, DBUS_SESSION_BUS_ADDRESS has to name the session's bus."
)
NO_ANSWER = Text("The desktop's message service (D-Bus) does not answer.")


def socket_address(environment: Mapping[str, str]) -> str | None:
    """Return the session bus's socket as ``socket.connect`` takes it; None where the session has no bus.

    ``DBUS_SESSION_BUS_ADDRESS`` (D-Bus Specification, "Server Addresses"), else systemd's ``$XDG_RUNTIME_DIR/bus``.
    """
    listed = environment.get("DBUS_SESSION_BUS_ADDRESS", "")
    if listed:
        with suppress(ValueError, KeyError, RuntimeError):  # a malformed address, or no transport that we speak
            return str(next(get_connectable_addresses(listed)))
        return None
    runtime = environment.get("XDG_RUNTIME_DIR")
    default = Path(runtime, "bus") if runtime else None
    return str(default) if default and default.is_socket() else None


def socket_path(environment: Mapping[str, str]) -> Path | None:
    """Return where the session bus's socket is or would be; None where it has no place among the files."""
    address = socket_address(environment)
    if address is not None:
        return None if address.startswith("\0") else Path(address)
    runtime = environment.get("XDG_RUNTIME_DIR")
    return Path(runtime, "bus") if runtime and "DBUS_SESSION_BUS_ADDRESS" not in environment else None


def connect(environment: Mapping[str, str]) -> DBusConnection:
    """Return a new connection to the person's session bus; close it with ``disconnect``.

    Raises:
        SessionBusError: there is no bus, or it does not answer.

    """
    address = socket_address(environment)
    if address is None:
        raise SessionBusError(NO_BUS, NO_BUS_REMEDY)
    try:
        return DBusConnection(prep_socket(address, timeout=CONNECT_TIMEOUT_S))
    except NATIVE_ERRORS as error:
        raise SessionBusError(NO_ANSWER) from error


def disconnect(connection: DBusConnection) -> None:
    """Close ``connection``."""
    with suppress(OSError):
        connection.close()


def interrupt(connection: DBusConnection) -> None:
    """Wake whichever thread waits on ``connection``: it sees the end of the stream at once. Any thread."""
    with suppress(OSError):
        connection.sock.shutdown(socket.SHUT_RDWR)


def ask(connection: DBusConnection, message: Message) -> tuple[Any, ...]:
    """Send ``message`` and return the body of its answer.

    Raises:
        SessionBusError: the bus is away, or answers with an error, or not within a second.

    """
    try:
        reply = connection.send_and_get_reply(message, timeout=CALL_TIMEOUT_S)
    except NATIVE_ERRORS as error:
        raise SessionBusError(NO_ANSWER) from error
    except UNREADABLE as error:
        pass_over(connection, error)
        raise SessionBusError(NO_ANSWER) from error
    if reply.header.message_type is MessageType.error:
        raise SessionBusError(NO_ANSWER) from DBusErrorResponse(reply)
    return tuple(reply.body)


def method_call(to: tuple[str, str, str], method: str, signature: str = "", body: tuple[object, ...] = ()) -> Message:
    """Return a call of ``method`` of ``to``: bus name, object path, interface."""
    name, path, interface = to
    address = DBusAddress(path, bus_name=name, interface=interface)
    return new_method_call(address, method, signature or None, body)
