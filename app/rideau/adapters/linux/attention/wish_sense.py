# SPDX-License-Identifier: MIT
"""Does somebody present, share their screen, or watch a film? Apps ask the desktop to keep the screen on then.

One connection becomes a monitor of these calls and of no others; a second one hears who leaves. Of a call its sender,
its member and the kind of its reason are kept. What began before is not known here.
"""

from collections.abc import Mapping
from functools import partial

from jeepney import HeaderFields, Message, MessageType
from jeepney.bus_messages import message_bus

from rideau.adapters.bus_message import next_message
from rideau.adapters.linux.attention.bus_link import OWNER_CHANGED, Answer, BusLink, comes_and_goes, sender_of, variant
from rideau.adapters.linux.attention.inhibitions import Casts, Inhibitions, Kind, told_by
from rideau.adapters.linux.attention.sense import SenseLostError
from rideau.adapters.linux.attention.several import several
from rideau.adapters.linux.bus import ask, connect, disconnect, method_call
from rideau.domain.attention import Signals
from rideau.domain.error import SessionBusError

MONITORING = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus.Monitoring")
KEEPERS = (
    ("org.freedesktop.ScreenSaver", "Inhibit", "UnInhibit"),
    ("org.freedesktop.PowerManagement.Inhibit", "Inhibit", "UnInhibit"),
    ("org.gnome.SessionManager", "Inhibit", "Uninhibit"),
)
"""Who keeps the screen on: the interface, and what begins and ends it."""
ANSWERERS = ("org.freedesktop.ScreenSaver", "org.freedesktop.PowerManagement", "org.gnome.SessionManager")
CAST, REQUEST, SESSION = (f"org.freedesktop.portal.{name}" for name in ("ScreenCast", "Request", "Session"))
RULES = (
    *(f"type='method_call',interface='{name}',member='{member}'" for name, *both in KEEPERS for member in both),
    *(f"type='{kind}',sender='{name}'" for name in ANSWERERS for kind in ("method_return", "error")),
    "type='error',sender='org.freedesktop.DBus'",  # where nobody keeps the screen on, the bus itself refuses
    f"type='method_call',interface='{CAST}',member='Start'",
    f"type='method_call',interface='{SESSION}',member='Close'",
    f"type='signal',interface='{SESSION}',member='Closed'",
    f"type='signal',interface='{REQUEST}',member='Response'",
)
_REASON_AT = {"org.gnome.SessionManager": 2}
"""Which word of a call is the reason, where it is not the second."""
_BEGINS = {(name, begins) for name, begins, _ in KEEPERS}
_ENDS = {(name, ends) for name, _, ends in KEEPERS}


class WishSense:
    """Watch the session's bus."""

    name = "wishes"

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Join the session bus of ``environment`` twice.

        Raises:
            SenseLostError: there is no bus, or it lets nobody watch (a sandbox's does not).

        """
        self._wishes = Inhibitions()
        self._casts = Casts()
        self._watched: set[str] = set()
        self._link = BusLink(environment)
        try:
            self._monitor = connect(environment)
        except SessionBusError as error:
            self._link.close()
            raise SenseLostError(str(error.message)) from error
        try:
            ask(self._monitor, method_call(MONITORING, "BecomeMonitor", "asu", (list(RULES), 0)))
            self._both = several(self._link.fileno(), self._monitor.sock.fileno())
        except (SessionBusError, OSError) as error:
            disconnect(self._monitor)
            self._link.close()
            raise SenseLostError(str(error)) from error

    def fileno(self) -> int:
        """Return the descriptor of both connections."""
        return self._both.fileno()

    def deadline(self) -> float | None:
        """Return none: everything is told."""
        return None

    def read(self) -> None:
        """Take in what was asked for, ended, and who left."""
        try:
            while True:
                self.see(next_message(self._monitor, timeout_s=0))
        except TimeoutError:
            pass
        except OSError as error:
            raise SenseLostError(str(error)) from error
        self._watch_senders()
        for message in self._link.messages():
            match message.header.fields.get(HeaderFields.member), message.body:
                case str(said), (str(name), str(_), "") if said == OWNER_CHANGED:
                    self._leave(name)
        self._watch_senders()

    def look(self) -> None:
        """Take in what came: nothing here is told only when asked."""
        self.read()

    def signals(self) -> Signals:
        """Return what goes on."""
        sharing = {Kind.SHARING} if self._casts.senders else set()
        return told_by(self._wishes.kinds | sharing)

    def close(self) -> None:
        """Leave the bus."""
        self._both.close()
        disconnect(self._monitor)
        self._link.close()

    def see(self, message: Message) -> None:
        """Take in one message of those watched for."""
        kind = message.header.message_type
        if kind is MessageType.method_call:
            self._see_call(message)
        elif kind is MessageType.signal:
            self._see_signal(message)
        else:
            self._see_answer(message)

    def _see_call(self, message: Message) -> None:
        fields, sender, body = message.header.fields, sender_of(message), message.body
        call = str(fields.get(HeaderFields.interface)), str(fields.get(HeaderFields.member))
        if call in _BEGINS:
            at = _REASON_AT.get(call[0], 1)
            reason = body[at] if len(body) > at and isinstance(body[at], str) else ""
            self._wishes.begun(sender, message.header.serial, reason)
        elif call in _ENDS and body and isinstance(body[0], int):
            self._wishes.ended(sender, body[0])
        elif call == (CAST, "Start"):
            self._see_cast(sender, body)
        elif call == (SESSION, "Close"):
            self._casts.ended(str(fields.get(HeaderFields.path)))

    def _see_cast(self, sender: str, body: tuple[object, ...]) -> None:
        match body:
            case (str(session), _, dict(options)):
                self._casts.begun(sender, session, str(variant(options.get("handle_token")) or ""))

    def _see_signal(self, message: Message) -> None:
        path = str(message.header.fields.get(HeaderFields.path))
        match message.header.fields.get(HeaderFields.member), message.body:
            case "Closed", _:
                self._casts.ended(path)
            case "Response", (int(response), *_):
                self._casts.answered(path, response)

    def _see_answer(self, message: Message) -> None:
        fields = message.header.fields
        match message.body:
            case (int(cookie),) if message.header.message_type is MessageType.method_return:
                found: int | None = cookie
            case _:
                found = None
        self._wishes.answered(
            str(fields.get(HeaderFields.destination)), int(fields.get(HeaderFields.reply_serial, 0)), found
        )

    def _watch_senders(self) -> None:
        """Hear of the leaving of whoever wishes something, and of nobody else's."""
        wanted = self._wishes.senders | self._casts.senders
        for sender in self._watched - wanted:
            self._link.hear_no_more(comes_and_goes(sender))
        for sender in wanted - self._watched:
            self._link.hear(comes_and_goes(sender))
            self._link.ask(message_bus.NameHasOwner(sender), partial(self._check, sender))
        self._watched = wanted

    def _check(self, sender: str, answer: Answer, _: str) -> None:
        if answer == (False,):  # it left before anybody watched
            self._leave(sender)

    def _leave(self, sender: str) -> None:
        self._wishes.left(sender)
        self._casts.left(sender)
