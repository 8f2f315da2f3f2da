# SPDX-License-Identifier: MIT
"""Who speaks to the keeper, and what may they say? The tray gives orders, browsers' hosts are told what holds.

Nobody is waited for: who does not say hello in time, says what is no message, or does not read, is hung up on.
"""

import asyncio
import logging
import os
import socket
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Protocol

from rideau.keeper.browser import Browser, browser_from
from rideau.keeper.line import Line
from rideau.keeper.message import (
    LARGEST_LINE,
    Fields,
    Lease,
    MessageError,
    Orders,
    Reader,
    Role,
    Type,
    decoded,
    encoded,
    lease_from,
    orders_from,
    state_fields,
)
from rideau.keeper.private_socket import Peer, peer_of
from rideau.keeper.proc import own_uid

HELLO_WITHIN_S = 3.0
MOST_STRANGERS = 16
"""Connections that have not said hello; the next one takes the place of the first."""
MOST_BROWSERS = 64
LONGEST_SMALL_LINE = 64 * 1024
"""For everybody but the tray."""
LONGEST_PROBLEM = 200
"""Characters: what is wrong may quote what was said."""
_REST_S = 0.5

_HELLO_FIRST = "hello comes first"
_NOT_YOURS = "that is not said by a {role}"
_TOO_MANY = "there are too many browsers"
_REPLACED = "another tray is here now"

log = logging.getLogger(__name__)


class Duties(Protocol):
    """Do what is asked at the desk."""

    def tray_came(self) -> None:
        """Note that a tray said hello."""
        ...

    def notices(self) -> list[tuple[Type, Fields]]:
        """Return what a tray is told after its welcome, besides the browsers."""
        ...

    def tray_left(self) -> None:
        """Note that the tray's connection ended without a goodbye."""
        ...

    def tray_quits(self, pid: int) -> None:
        """Note that process ``pid``, the tray or who speaks in its place, said goodbye."""
        ...

    def ordered(self, orders: Orders) -> None:
        """Make ``orders`` hold."""
        ...

    def leased(self, lease: Lease) -> None:
        """Hold ``lease``."""
        ...

    def released(self, lease_id: str) -> None:
        """Forget a lease."""
        ...

    def browsers_changed(self, browsers: tuple[Browser, ...]) -> None:
        """Know these browsers' hosts from now on."""
        ...


class Desk:
    """Hold the conversations."""

    def __init__(self, listener: socket.socket, gate: socket.socket, duties: Duties) -> None:
        """Answer at ``listener`` from now on, for the gate that listens at ``gate``."""
        self._listener = listener
        self._gate = gate
        self._duties = duties
        self._loop = asyncio.get_running_loop()
        self._strangers: list[_Talk] = []
        self._tray: _Talk | None = None
        self._browsers: dict[_Talk, Browser] = {}
        self._looking: dict[_Talk, str] = {}
        self._told_looking: list[str] = []
        self._state = b""
        self._doings: Mapping[tuple[Role, Type], Callable[[_Talk, Fields], None]] = MappingProxyType(
            {
                (Role.TRAY, Type.ORDERS): self._ordered,
                (Role.TRAY, Type.PING): self._pong,
                (Role.TRAY, Type.LEASE): self._leased,
                (Role.TRAY, Type.RELEASE): self._released,
                (Role.TRAY, Type.GOODBYE): self._quits,
                (Role.BROWSER, Type.PING): self._pong,
                (Role.BROWSER, Type.PROFILE): self._corrected,
                (Role.BROWSER, Type.ATTEMPT): self._attempted,
                (Role.BROWSER, Type.LOOKING): self._looked,
            }
        )
        self._loop.add_reader(listener, self._accept)

    def tell(self, kind: Type, fields: Fields) -> None:
        """Tell the tray, if there is one; attempts are left out while it does not read, lest they drown it."""
        if self._tray is not None and not (kind is Type.ATTEMPT and self._tray.line.is_behind):
            self._tray.line.say(encoded(kind, fields))

    def show(self, orders: Orders) -> None:
        """Tell every browser's host what holds now, and whoever comes."""
        self._state = encoded(Type.STATE, state_fields(orders))
        for talk in tuple(self._browsers):
            talk.line.say(self._state)

    def move(self, listener: socket.socket) -> None:
        """Answer at ``listener`` from now on."""
        self._loop.remove_reader(self._listener)
        self._listener.close()
        self._listener = listener
        self._loop.add_reader(listener, self._accept)

    def close(self) -> None:
        """Hang up on everybody."""
        self._loop.remove_reader(self._listener)
        self._listener.close()
        tray, self._tray = self._tray, None
        for talk in (*self._strangers, *self._browsers, *([tray] if tray else [])):
            talk.line.hang_up()

    def _accept(self) -> None:
        try:
            connection, _ = self._listener.accept()
        except BlockingIOError:
            return
        except OSError:  # out of descriptors, as a rule
            log.warning("Nobody can be let in for a moment", exc_info=True)
            self._loop.remove_reader(self._listener)
            self._loop.call_later(_REST_S, self._accept_again)
            return
        peer = peer_of(connection)
        if not is_allowed(peer):
            log.warning("%s tried to speak to this keeper and was refused", peer)
            connection.close()
            return
        if len(self._strangers) >= MOST_STRANGERS:
            self._strangers[0].line.hang_up()
        self._strangers.append(_Talk(connection, peer.pid if peer else 0, self))

    def _accept_again(self) -> None:
        if self._listener.fileno() >= 0:
            self._loop.add_reader(self._listener, self._accept)

    def heard(self, talk: "_Talk", line: bytes) -> None:
        """Do what was said, or say what is wrong with it and hang up."""
        try:
            kind, fields = decoded(line)
            if talk in self._strangers:
                self._greet(talk, kind, Reader(fields))
            else:
                self._do(talk, kind, fields)
        except MessageError as error:
            problem = str(error)[:LONGEST_PROBLEM]
            log.warning("Process %d was hung up on: %s", talk.pid, problem)
            talk.line.say(encoded(Type.ERROR, {"message": problem}))
            talk.line.hang_up()

    def ended(self, talk: "_Talk") -> None:
        """Forget a conversation that is over."""
        talk.deadline.cancel()
        if talk in self._strangers:
            self._strangers.remove(talk)
        elif talk is self._tray:
            self._tray = None
            self._duties.tray_left()
        elif self._browsers.pop(talk, None):
            self._looking.pop(talk, None)
            self._tell_looking()
            self._tell_browsers()

    def _greet(self, talk: "_Talk", kind: Type, read: Reader) -> None:
        role = read.text("role")
        if kind is not Type.HELLO or role not in set(Role):
            raise MessageError(_HELLO_FIRST)
        greet = self._greet_tray if role == Role.TRAY else self._greet_browser
        greet(talk, read.fields)
        talk.deadline.cancel()

    def _greet_tray(self, talk: "_Talk", _: Fields) -> None:
        replaced, self._tray = self._tray, talk
        self._strangers.remove(talk)
        if replaced is not None:
            replaced.line.say(encoded(Type.ERROR, {"message": _REPLACED}))
            replaced.line.hang_up()
        talk.line.longest = LARGEST_LINE
        self._duties.tray_came()
        talk.line.hand_over(self._welcome(), self._gate.fileno())
        self.tell(Type.BROWSERS, self._browsers_fields())
        if self._told_looking:
            self.tell(Type.LOOKING, {"networks": self._told_looking})
        for kind, fields in self._duties.notices():
            self.tell(kind, fields)

    def _greet_browser(self, talk: "_Talk", fields: Fields) -> None:
        if len(self._browsers) >= MOST_BROWSERS:
            raise MessageError(_TOO_MANY)
        self._browsers[talk] = browser_from(fields, talk.pid)
        self._strangers.remove(talk)
        talk.line.say(self._welcome())
        if self._state:
            talk.line.say(self._state)
        self._tell_browsers()

    def _welcome(self) -> bytes:
        return encoded(Type.WELCOME, {"pid": os.getpid(), "port": self._gate.getsockname()[1]})

    def _do(self, talk: "_Talk", kind: Type, fields: Fields) -> None:
        role = Role.TRAY if talk is self._tray else Role.BROWSER
        doing = self._doings.get((role, kind))
        if doing is None:
            raise MessageError(_NOT_YOURS.format(role=role))
        doing(talk, fields)

    def _pong(self, talk: "_Talk", fields: Fields) -> None:
        talk.line.say(encoded(Type.PONG, {"id": fields.get("id")}))

    def _ordered(self, _: "_Talk", fields: Fields) -> None:
        self._duties.ordered(orders_from(fields))

    def _leased(self, _: "_Talk", fields: Fields) -> None:
        self._duties.leased(lease_from(fields))

    def _released(self, _: "_Talk", fields: Fields) -> None:
        self._duties.released(Reader(fields).text("id"))

    def _quits(self, talk: "_Talk", _: Fields) -> None:
        self._tray = None
        talk.line.hang_up()
        self._duties.tray_quits(talk.pid)

    def _corrected(self, talk: "_Talk", fields: Fields) -> None:
        self._browsers[talk] = self._browsers[talk]._replace(profile=Reader(fields).profile("profile"))
        self._tell_browsers()

    def _attempted(self, _: "_Talk", fields: Fields) -> None:
        network = Reader(fields).text("network")
        said = {"network": network, "host": "", "by": "extension", "scheme": "", "has_extension": True}
        self.tell(Type.ATTEMPT, said)

    def _looked(self, talk: "_Talk", fields: Fields) -> None:
        self._looking[talk] = Reader(fields).text("network")
        self._tell_looking()

    def _tell_looking(self) -> None:
        """Tell the tray which counted networks somebody looks at, if they are others than before."""
        networks = sorted({each for each in self._looking.values() if each})
        if networks != self._told_looking:
            self._told_looking = networks
            self.tell(Type.LOOKING, {"networks": networks})

    def _tell_browsers(self) -> None:
        self.tell(Type.BROWSERS, self._browsers_fields())
        self._duties.browsers_changed(tuple(self._browsers.values()))

    def _browsers_fields(self) -> Fields:
        return {"browsers": [browser.fields for browser in self._browsers.values()]}


class _Talk:
    """Hold one conversation and the process at its other end."""

    def __init__(self, connection: socket.socket, pid: int, desk: Desk) -> None:
        self.pid = pid
        self.line = Line(connection, lambda said: desk.heard(self, said), lambda: desk.ended(self), LONGEST_SMALL_LINE)
        self.deadline = asyncio.get_running_loop().call_later(HELLO_WITHIN_S, self.line.hang_up)


def is_allowed(peer: Peer | None) -> bool:
    """Tell whether who is at the other end runs as the user this keeper runs as."""
    return peer is not None and peer.uid == own_uid()
