# SPDX-License-Identifier: MIT
"""What does a screen reader on Linux see of a program? What it says on the real accessibility bus (AT-SPI)."""

import time
from collections.abc import Callable, Iterator, Sequence
from types import TracebackType
from typing import Any, NamedTuple, Self

from jeepney import DBusAddress, HeaderFields, MatchRule, new_method_call
from jeepney.bus import get_connectable_addresses
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, prep_socket

from stage.bus import BusError, ask
from stage.desktop import Desktop
from stage.program import PATIENCE_S, activation

LAUNCHER = "org.a11y.Bus"
ENVIRONMENT = {"QT_ACCESSIBILITY": "1", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
"""What programs are started with so that they speak whatever else is said."""
REGISTRY = "org.a11y.atspi.Registry"
ROOT, REGISTRAR = "/org/a11y/atspi/accessible/root", "/org/a11y/atspi/registry"
ATSPI = "org.a11y.atspi"
EVENTS = f"{ATSPI}.Event.Object"
FOCUSED, CHECKED, SHOWING = 12, 4, 25
"""States by their number in AT-SPI."""
LOOK_EVERY_S = 0.05


class Seen(NamedTuple):
    """Hold one thing that a screen reader can come to."""

    bus_name: str
    path: str
    name: str
    role: str
    states: frozenset[int]


class Event(NamedTuple):
    """Hold what was told of one thing."""

    kind: str
    detail: str
    said: object
    path: str


class ScreenReader:
    """Be one: ask what there is, act on it, and hear what is said."""

    def __init__(self, desktop: Desktop) -> None:
        """Listen on the accessibility bus of ``desktop``; it starts on entering."""
        self._desktop = desktop

    def __enter__(self) -> Self:
        """Start the accessibility bus, say that a screen reader runs, and listen to every event."""
        self._bus = self._desktop.start(activation(LAUNCHER)[1], log="accessibility.log")
        self._desktop.bus.wait_for(LAUNCHER)
        for wanted in ("IsEnabled", "ScreenReaderEnabled"):
            self._desktop.bus.call(
                (LAUNCHER, "/org/a11y/bus", "org.freedesktop.DBus.Properties"),
                "Set",
                "ssv",
                "org.a11y.Status",
                wanted,
                ("b", True),
            )
        (address,) = self._desktop.bus.call((LAUNCHER, "/org/a11y/bus", LAUNCHER), "GetAddress")
        self._connection = DBusConnection(prep_socket(next(iter(get_connectable_addresses(address)))))
        self._events = self._connection.filter(MatchRule(type="signal", interface=EVENTS), bufsize=10_000)
        self._heard = self._events.__enter__()
        ask(self._connection, message_bus.AddMatch(MatchRule(type="signal", interface=EVENTS)))
        self._call((REGISTRY, REGISTRAR), REGISTRY, "RegisterEvent", "s", "object:")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Stop listening, and end the bus so that it takes its socket away."""
        self._events.__exit__(kind, error, at)
        self._connection.close()
        self._bus.stop()

    def everything(self) -> list[Seen]:
        """Return everything that all programs show, parents first."""
        return list(self._below((REGISTRY, ROOT)))

    def below(self, what: Seen) -> list[Seen]:
        """Return everything that is within something."""
        return list(self._below((what.bus_name, what.path)))

    def find(self, name: str, role: str = "", patience_s: float = PATIENCE_S) -> Seen:
        """Return what is called ``name``, once it is there."""
        deadline = time.monotonic() + patience_s
        while True:
            everything = self.everything()
            for each in everything:
                if each.name == name and role in {"", each.role} and SHOWING in each.states:
                    return each
            if time.monotonic() > deadline:
                message = f"nothing is called {name!r} ({role}), but {[(each.name, each.role) for each in everything]}"
                raise BusError(message)
            time.sleep(LOOK_EVERY_S)

    def names(self, role: str) -> list[str]:
        """Return what is called so, of what is shown in that role, in the order in which it is read."""
        return [each.name for each in self.everything() if each.role == role and SHOWING in each.states]

    def actions(self, of: Seen) -> list[str]:
        """Return what can be done with something."""
        count = self._property(of, "Action", "NActions")
        return [str(self._ask(of, "Action", "GetName", "i", number)) for number in range(count)]

    def act(self, on: Seen, action: str) -> None:
        """Do what a screen reader's command does."""
        assert self._ask(on, "Action", "DoAction", "i", self.actions(on).index(action))

    def focus(self, on: Seen) -> None:
        """Give the keyboard to something, as a screen reader does."""
        assert self._ask(on, "Component", "GrabFocus")

    def description(self, of: Seen) -> str:
        """Return what is said of something beside its name."""
        return str(self._property(of, "Accessible", "Description"))

    def hear(self, wanted: Callable[[Event], bool], patience_s: float = PATIENCE_S) -> Event:
        """Return the first event that is ``wanted``, once it is told."""
        deadline = time.monotonic() + patience_s
        while True:
            remaining = max(deadline - time.monotonic(), 0)
            try:
                message = self._connection.recv_until_filtered(self._heard, timeout=remaining)
            except TimeoutError as error:
                complaint = "that was never told"
                raise BusError(complaint) from error
            fields, body = message.header.fields, message.body
            event = Event(fields[HeaderFields.member], body[0], body[3][1], fields[HeaderFields.path])
            if wanted(event):
                return event

    def _below(self, place: tuple[str, str]) -> Iterator[Seen]:
        for bus_name, path in self._children(place):
            try:
                seen = self._seen(bus_name, path)
            except BusError:  # gone meanwhile
                continue
            yield seen
            yield from self._below((bus_name, path))

    def _children(self, place: tuple[str, str]) -> Sequence[tuple[str, str]]:
        try:
            return self._call(place, f"{ATSPI}.Accessible", "GetChildren")[0]
        except BusError:
            return ()

    def _seen(self, bus_name: str, path: str) -> Seen:
        place = (bus_name, path)
        name = self._call(place, "org.freedesktop.DBus.Properties", "Get", "ss", f"{ATSPI}.Accessible", "Name")[0][1]
        role = self._call(place, f"{ATSPI}.Accessible", "GetRoleName")[0]
        low, high = self._call(place, f"{ATSPI}.Accessible", "GetState")[0]
        states = low | high << 32
        return Seen(bus_name, path, name, role, frozenset(bit for bit in range(64) if states >> bit & 1))

    def _property(self, of: Seen, interface: str, name: str) -> Any:
        place = (of.bus_name, of.path)
        return self._call(place, "org.freedesktop.DBus.Properties", "Get", "ss", f"{ATSPI}.{interface}", name)[0][1]

    def _ask(self, of: Seen, interface: str, method: str, signature: str = "", *body: object) -> Any:
        return self._call((of.bus_name, of.path), f"{ATSPI}.{interface}", method, signature, *body)[0]

    def _call(
        self, place: tuple[str, str], interface: str, method: str, signature: str = "", *body: object
    ) -> tuple[Any, ...]:
        address = DBusAddress(place[1], bus_name=place[0], interface=interface)
        return ask(self._connection, new_method_call(address, method, signature or None, body))
