# SPDX-License-Identifier: MIT
"""How does Rideau speak up on a Linux desktop? Through the notification daemon, with one button at most."""

import logging
import threading
from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from jeepney import HeaderFields, MatchRule, Message, MessageType
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection

from rideau.adapters.bus_message import next_message
from rideau.adapters.linux.bus import NATIVE_ERRORS, connect, disconnect, method_call
from rideau.adapters.linux.notifications.withholder import NOTIFICATIONS, NOTIFICATIONS_PATH
from rideau.adapters.notice_text import sendable
from rideau.domain.error import SessionBusError
from rideau.ports.desktop import Notice

log = logging.getLogger(__name__)

APP_NAME = "Rideau"
ACTION, SECOND = "act", "second"
PUT_AWAY = 2
"""Why one was closed: by the person (Desktop Notifications Specification 1.2, "NotificationClosed")."""
DESKTOP_ENTRY = "rideau"
DAEMON = (NOTIFICATIONS, NOTIFICATIONS_PATH, NOTIFICATIONS)
SIGNATURES: Mapping[str, str] = {"ActionInvoked": "us", "NotificationClosed": "uu"}
"""What is listened to, with what it carries (Desktop Notifications Specification 1.2, "Signals")."""
DAEMON_DECIDES = -1
"""How long it shows: as long as the person's desktop shows such things."""


class _Said(NamedTuple):
    """Hold a notice on its way or on the screen."""

    notice: Notice
    on_action: Callable[[], None] | None = None
    on_second: Callable[[], None] | None = None
    on_left: Callable[[bool], None] | None = None

    @property
    def is_listening(self) -> bool:
        """Tell whether anybody is to be called."""
        return any(self[1:])

    def buttons(self) -> list[str]:
        """Return the keys and labels of its buttons, as ``Notify`` takes them."""
        pairs = ((ACTION, self.notice.action, self.on_action), (SECOND, self.notice.second_action, self.on_second))
        return [each for key, label, call in pairs if label and call for each in (key, label)]


class NotificationAnnouncer:
    """Show notices; listen for buttons only while a notice that has one is out.

    One thread of its own, started with the first notice, asleep until the daemon answers or a button is pressed.
    """

    def __init__(
        self, environment: Mapping[str, str], post: Callable[[Callable[[], None]], None], icon: str = DESKTOP_ENTRY
    ) -> None:
        """Speak on the session bus of ``environment``; ``post`` runs what it is given on the main thread.

        ``icon`` is a name from the icon theme, or the path of a file where Rideau is not installed into one.
        """
        self._environment = environment
        self._icon = icon
        self._post = post
        self._lock = threading.Lock()
        self._connection: DBusConnection | None = None
        self._has_reader = False
        self._to_say: list[_Said] = []
        self._asked: dict[int, _Said] = {}
        self._out: dict[int, _Said] = {}
        self._is_listening = False
        self._unwanted: set[int] = set()
        """Serials of what was taken back before the daemon had numbered it."""

    def announce(
        self,
        notice: Notice,
        on_action: Callable[[], None] | None = None,
        on_second: Callable[[], None] | None = None,
        on_left: Callable[[bool], None] | None = None,
    ) -> None:
        """Show ``notice``; a failure is logged."""
        with self._lock:
            self._to_say.append(_Said(Notice(*map(sendable, notice)), on_action, on_second, on_left))
            if self._connection is not None:
                self._say_all()
            if not self._has_reader:
                self._has_reader = True
                threading.Thread(target=self._read, name="announcer", daemon=True).start()

    def take_back(self, name: str) -> None:
        """Take what is called ``name`` off the screen, or keep it from coming."""
        with self._lock:
            self._to_say = [each for each in self._to_say if each.notice.replaces != name]
            for serial, said in self._asked.items():
                if said.notice.replaces == name:
                    self._asked[serial] = said._replace(on_action=None, on_second=None, on_left=None)
                    self._unwanted.add(serial)
            for number in [number for number, said in self._out.items() if said.notice.replaces == name]:
                del self._out[number]
                self._close(number)

    def _close(self, number: int) -> None:
        if self._connection is not None:
            try:
                self._connection.send(method_call(DAEMON, "CloseNotification", "u", (number,)))
            except NATIVE_ERRORS as error:
                log.warning("A notice could not be taken back: %s", error)

    def _read(self) -> None:
        try:
            connection = connect(self._environment)
        except SessionBusError as error:
            log.warning("A notice could not be shown: %s", error)
            self._forget()
            return
        try:
            with self._lock:
                self._connection = connection
                connection.send(message_bus.AddMatch(_daemons()))
                self._say_all()
            while True:
                self._see(next_message(connection))
        except NATIVE_ERRORS as error:
            log.info("The desktop's message bus went away: %s", error)
        finally:
            self._forget()
            disconnect(connection)

    def _forget(self) -> None:
        with self._lock:
            self._connection, self._has_reader, self._is_listening = None, False, False
            for said in (*self._to_say, *self._asked.values(), *self._out.values()):
                self._tell_left(said)
            self._unwanted.clear()
            self._to_say.clear()
            self._asked.clear()
            self._out.clear()

    def _say_all(self) -> None:
        """Send what is to be said; of one name, the next waits until the daemon has numbered the one before."""
        names_asked = {said.notice.replaces for said in self._asked.values() if said.notice.replaces}
        waiting: list[_Said] = []
        for said in self._to_say:
            if said.notice.replaces in names_asked:
                waiting.append(said)
                continue
            self._say(said)
            if said.notice.replaces:
                names_asked.add(said.notice.replaces)
        self._to_say = waiting

    def _say(self, said: _Said) -> None:
        connection, notice = self._connection, said.notice
        if connection is None:
            return
        # No "default" action beside it: xfce4-notifyd 0.7 draws that as a second button of the same words.
        actions = said.buttons()
        hints = {"desktop-entry": ("s", DESKTOP_ENTRY), "urgency": ("y", 1)}
        body = (
            APP_NAME,
            self._number_of(notice.replaces),
            self._icon,
            notice.title,
            _escaped(notice.body),
            actions,
            hints,
            DAEMON_DECIDES,
        )
        serial = next(connection.outgoing_serial)
        self._asked[serial] = said
        try:
            self._listen(connection, wanted=said.is_listening or self._is_listening)
            connection.send(method_call(DAEMON, "Notify", "susssasa{sv}i", body), serial=serial)
        except NATIVE_ERRORS as error:
            del self._asked[serial]
            self._tell_left(said)
            log.warning("A notice could not be shown: %s", error)

    def _number_of(self, name: str) -> int:
        return next((number for number, said in self._out.items() if name and said.notice.replaces == name), 0)

    def _listen(self, connection: DBusConnection, *, wanted: bool) -> None:
        if wanted is self._is_listening:
            return
        for member in SIGNATURES:
            rule = MatchRule(type="signal", interface=NOTIFICATIONS, member=member, path=NOTIFICATIONS_PATH)
            connection.send(message_bus.AddMatch(rule) if wanted else message_bus.RemoveMatch(rule))
        self._is_listening = wanted

    def _see(self, message: Message) -> None:
        fields = message.header.fields
        with self._lock:
            if message.header.message_type in {MessageType.method_return, MessageType.error}:
                self._see_answer(fields.get(HeaderFields.reply_serial, 0), message)
            elif fields.get(HeaderFields.interface) == NOTIFICATIONS:
                self._see_signal(fields.get(HeaderFields.member, ""), message)
            elif fields.get(HeaderFields.member) == "NameOwnerChanged":
                for each in self._out.values():
                    self._tell_left(each)
                self._out.clear()  # another daemon gives the same numbers to other people's notifications
                self._listen_while_needed()

    def _see_answer(self, serial: int, message: Message) -> None:
        said = self._asked.pop(serial, None)
        if said is None:
            return
        if message.header.message_type is MessageType.error:
            log.warning("A notice could not be shown: %s", message.body)
            self._tell_left(said)
        elif message.header.fields.get(HeaderFields.signature) == "u":
            (number,) = message.body
            if serial in self._unwanted:
                self._close(number)
            else:
                self._out[number] = said
        self._unwanted.discard(serial)
        self._say_all()

    def _see_signal(self, member: str, message: Message) -> None:
        is_sound = message.header.fields.get(HeaderFields.signature) == SIGNATURES.get(member)
        said = self._out.get(message.body[0]) if is_sound and message.body else None  # anybody may send such a signal
        if said is None:
            return
        if member == "NotificationClosed":
            del self._out[message.body[0]]
            self._tell_left(said, is_put_away=message.body[1] == PUT_AWAY)
        elif member == "ActionInvoked":
            call = {ACTION: said.on_action, SECOND: said.on_second}.get(message.body[1])
            if call is not None:
                self._out[message.body[0]] = said._replace(on_left=None)  # it was answered
                self._post(call)
        self._listen_while_needed()

    def _listen_while_needed(self) -> None:
        connection = self._connection
        if connection and not any(each.is_listening for each in (*self._out.values(), *self._asked.values())):
            self._listen(connection, wanted=False)

    def _tell_left(self, said: _Said, *, is_put_away: bool = False) -> None:
        if said.on_left is not None:
            self._post(partial(said.on_left, is_put_away))


def _daemons() -> MatchRule:
    """Return what tells that one notification daemon went or another came."""
    rule = MatchRule(type="signal", sender="org.freedesktop.DBus", member="NameOwnerChanged")
    rule.add_arg_condition(0, NOTIFICATIONS)
    return rule


def _escaped(text: str) -> str:
    """Return ``text`` with nothing in it that a daemon could take for markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
