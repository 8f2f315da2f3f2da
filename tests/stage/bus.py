# SPDX-License-Identifier: MIT
"""Which session bus do the programs of a test talk on? A private one that activates only what the test chose."""

import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from jeepney import DBusAddress, MatchRule, Message, MessageType, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, prep_socket

from stage.program import PATIENCE_S, Program, activation, start_and_listen

CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>{kind}</type>
  <keep_umask/>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <servicedir>{services}</servicedir>
  <policy context="default">
    <allow user="*"/>
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
  <limit name="max_message_size">134217728</limit>
</busconfig>
"""


class BusError(Exception):
    """Say what the bus answered instead of what was asked."""


class SessionBus:
    """Run a private dbus-daemon; ``activatable`` names the only services that it may start."""

    def __init__(
        self, environment: Mapping[str, str], folder: Path, activatable: Iterable[str] = (), kind: str = "session"
    ) -> None:
        """Write its configuration below ``folder``; it starts on entering, with ``environment`` for what it starts."""
        self._environment = environment
        self._folder = folder
        self._kind = kind
        self._program: Program | None = None
        self.socket = folder / f"{kind}-bus"
        self.address = f"unix:path={self.socket}"
        self._services = folder / f"{kind}-services"
        self._services.mkdir(parents=True, exist_ok=True)
        for name in activatable:
            file, _ = activation(name)
            (self._services / file.name).write_bytes(file.read_bytes())

    def __enter__(self) -> Self:
        """Start it and wait until it listens."""
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Stop it."""
        self.stop()

    def start(self) -> None:
        """Start it; returns once it accepts connections. Called again after ``stop``, it comes back at its address."""
        config = self._folder / f"{self._kind}-bus.conf"
        config.write_text(CONFIG.format(kind=self._kind, socket=self.socket, services=self._services))
        self.socket.unlink(missing_ok=True)
        argv = ["dbus-daemon", f"--config-file={config}", "--nofork", "--nopidfile", "--print-address=9"]
        environment = {**self._environment, "DBUS_SESSION_BUS_ADDRESS": self.address}
        self._program, address = start_and_listen(argv, environment, self._folder / f"{self._kind}-bus.log")
        if not address:
            raise BusError(self._program.output())

    def stop(self) -> None:
        """End it, as when a desktop session's bus goes away."""
        if self._program is not None:
            self._program.stop()
            self._program = None

    def connect(self) -> DBusConnection:
        """Return a connection of the test's own; close it."""
        return DBusConnection(prep_socket(str(self.socket)))

    def has(self, name: str) -> bool:
        """Tell whether somebody owns ``name``."""
        with self.connect() as connection:
            (owned,) = ask(connection, message_bus.NameHasOwner(name))
            return bool(owned)

    def wait_for(self, name: str, patience_s: float = PATIENCE_S) -> str:
        """Wait until somebody owns ``name``; return the owner's unique name. Event-driven."""
        return self._wait_for_owner(name, owned=True, patience_s=patience_s)

    def wait_until_gone(self, name: str, patience_s: float = PATIENCE_S) -> None:
        """Wait until nobody owns ``name``. Event-driven."""
        self._wait_for_owner(name, owned=False, patience_s=patience_s)

    def call(self, to: tuple[str, str, str], method: str, signature: str = "", *body: Any) -> tuple[Any, ...]:
        """Call ``method`` of ``to`` (bus name, object path, interface) and return what it answers."""
        name, path, interface = to
        with self.connect() as connection:
            address = DBusAddress(path, bus_name=name, interface=interface)
            return ask(connection, new_method_call(address, method, signature or None, body))

    def _wait_for_owner(self, name: str, *, owned: bool, patience_s: float) -> str:
        rule = MatchRule(
            type="signal", sender="org.freedesktop.DBus", interface="org.freedesktop.DBus", member="NameOwnerChanged"
        )
        rule.add_arg_condition(0, name)
        deadline = time.monotonic() + patience_s
        with self.connect() as connection:
            ask(connection, message_bus.AddMatch(rule))
            if bool(ask(connection, message_bus.NameHasOwner(name))[0]) is owned:
                return str(ask(connection, message_bus.GetNameOwner(name))[0]) if owned else ""
            with connection.filter(rule) as changes:
                while True:
                    remaining = max(deadline - time.monotonic(), 0)
                    try:
                        change = connection.recv_until_filtered(changes, timeout=remaining)
                    except TimeoutError as error:
                        message = f"{name} was not {'owned' if owned else 'given up'} within {patience_s} s"
                        raise BusError(message) from error
                    if bool(change.body[2]) is owned:
                        return str(change.body[2])


def ask(connection: DBusConnection, message: Message, patience_s: float = PATIENCE_S) -> tuple[Any, ...]:
    """Send ``message`` and return the body of its answer; raise ``BusError`` where it is an error."""
    reply = connection.send_and_get_reply(message, timeout=patience_s)
    if reply.header.message_type is MessageType.error:
        raise BusError(reply.body)
    return tuple(reply.body)
