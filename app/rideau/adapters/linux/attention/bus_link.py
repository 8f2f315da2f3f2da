# SPDX-License-Identifier: MIT
"""How does a sense speak with a message bus without ever waiting for an answer? It is called back once one is there."""

import time
from collections.abc import Callable, Iterator, Mapping

from jeepney import HeaderFields, MatchRule, Message, MessageFlag, MessageType
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection

from rideau.adapters.bus_message import next_message
from rideau.adapters.linux.attention.sense import SenseLostError
from rideau.adapters.linux.bus import connect, disconnect, method_call
from rideau.domain.error import SessionBusError

BUS = "org.freedesktop.DBus"
PROPERTIES = "org.freedesktop.DBus.Properties"
OWNER_CHANGED = "NameOwnerChanged"
SYSTEM_BUS = "unix:path=/run/dbus/system_bus_socket"

Answer = tuple[object, ...] | None
"""What was answered; None where it was an error: whoever was asked is not there, or does not know."""


class BusLink:
    """Be one connection to a bus."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Connect to the session bus of ``environment``.

        Raises:
            SenseLostError: there is none, or it does not answer.

        """
        try:
            self.connection: DBusConnection = connect(environment)
        except SessionBusError as error:
            raise SenseLostError(str(error.message)) from error
        self._waiting: dict[int, Callable[[Answer, str], None]] = {}

    def fileno(self) -> int:
        """Return the connection's descriptor."""
        return int(self.connection.sock.fileno())

    def close(self) -> None:
        """Hang up."""
        disconnect(self.connection)

    def hear(self, rule: MatchRule) -> None:
        """Have ``messages`` tell of what fits ``rule``."""
        self._tell(message_bus.AddMatch(rule))

    def hear_no_more(self, rule: MatchRule) -> None:
        """Take ``hear`` back."""
        self._tell(message_bus.RemoveMatch(rule))

    def ask(self, message: Message, answered: Callable[[Answer, str], None]) -> None:
        """Send ``message``; nothing is started for it. ``answered`` is told what came back, and from whom."""
        message.header.flags |= MessageFlag.no_auto_start
        serial = next(self.connection.outgoing_serial)
        self._waiting[serial] = answered
        self._send(message, serial)

    def ask_property(self, of: tuple[str, str, str], name: str, answered: Callable[[object, str], None]) -> None:
        """Ask ``of`` (bus name, path, interface) what property ``name`` is; None where nobody knows."""
        to = (of[0], of[1], PROPERTIES)
        self.ask(
            method_call(to, "Get", "ss", (of[2], name)),
            lambda answer, sender: answered(variant(answer[0]) if answer else None, sender),
        )

    def messages(self, patience_s: float = 0) -> Iterator[Message]:
        """Yield the signals that came; answers go where they were asked for, and are waited for that long at most.

        Raises:
            SenseLostError: the bus went away.

        """
        end = time.monotonic() + patience_s
        try:
            while True:
                left = max(end - time.monotonic(), 0) if self._waiting else 0
                message = next_message(self.connection, timeout_s=left)
                if message.header.message_type is MessageType.signal:
                    yield message
                else:
                    self._answer(message)
        except TimeoutError:
            return
        except OSError as error:
            raise SenseLostError(str(error)) from error

    def _answer(self, message: Message) -> None:
        answered = self._waiting.pop(message.header.fields.get(HeaderFields.reply_serial, 0), None)
        if answered is not None:
            is_error = message.header.message_type is MessageType.error
            answered(None if is_error else tuple(message.body), sender_of(message))

    def _tell(self, message: Message) -> None:
        message.header.flags |= MessageFlag.no_reply_expected
        self._send(message, None)

    def _send(self, message: Message, serial: int | None) -> None:
        try:
            self.connection.send(message, serial=serial)
        except OSError as error:
            raise SenseLostError(str(error)) from error


def system_bus(environment: Mapping[str, str]) -> dict[str, str]:
    """Return what leads a link to the system's bus instead of the session's."""
    return {"DBUS_SESSION_BUS_ADDRESS": environment.get("DBUS_SYSTEM_BUS_ADDRESS") or SYSTEM_BUS}


def sender_of(message: Message) -> str:
    """Return the unique name of who sent ``message``."""
    return str(message.header.fields.get(HeaderFields.sender, ""))


def variant(value: object) -> object:
    """Return what is in a variant, as jeepney has it: its signature, and the value."""
    return value[1] if isinstance(value, tuple) and len(value) == len(("signature", "value")) else None


def signal(interface: str, member: str, *words: str, path: str | None = None) -> MatchRule:
    """Return the rule of a signal whose first words are ``words``."""
    rule = MatchRule(type="signal", interface=interface, member=member, path=path)
    for number, word in enumerate(words):
        rule.add_arg_condition(number, word)
    return rule


def comes_and_goes(name: str) -> MatchRule:
    """Return the rule of the signal that somebody took or gave up ``name``."""
    return signal(BUS, OWNER_CHANGED, name)


def changed(message: Message, interface: str) -> dict[str, object]:
    """Return which properties of ``interface`` a ``PropertiesChanged`` gives a value; None for those it does not tell.

    Empty where ``message`` is something else.
    """
    match message.body:
        case (str(said), dict(values), list(outdated)) if said == interface:
            return {name: variant(value) for name, value in values.items()} | dict.fromkeys(outdated)
        case _:
            return {}
