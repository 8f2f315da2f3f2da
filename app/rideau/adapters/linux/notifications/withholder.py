# SPDX-License-Identifier: MIT
"""What is done with each message that the monitor sees? What comes from a muted network is closed and kept.

What a sender wants no answer to is out of reach: its number, which closing takes, is told to nobody. No daemon lists
the numbers it gave, and a guessed one could be a friend's. Such a notification is neither withheld nor counted.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from time import monotonic
from typing import Any

from jeepney import HeaderFields, Message, MessageFlag, MessageType

from rideau.adapters.linux.bus import method_call
from rideau.domain.network import Network
from rideau.domain.notification import Notification, Watchlist
from rideau.domain.waiting import Waiting
from rideau.ports.clock import Clock

NOTIFICATIONS = "org.freedesktop.Notifications"
NOTIFICATIONS_PATH = "/org/freedesktop/Notifications"
GTK_NOTIFICATIONS = "org.gtk.Notifications"
PORTAL = "org.freedesktop.portal.Notification"
PORTAL_BACKEND = "org.freedesktop.impl.portal.Notification"
GNOME_SHELL = "org.gnome.Shell"

RULES = (
    f"type='method_call',path='{NOTIFICATIONS_PATH}',member='Notify'",
    f"type='method_return',sender='{NOTIFICATIONS}'",
    f"type='method_call',interface='{GTK_NOTIFICATIONS}',member='AddNotification'",
    f"type='method_call',interface='{PORTAL}',member='AddNotification'",
    f"type='method_call',interface='{PORTAL_BACKEND}',member='AddNotification'",
    f"type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='{GNOME_SHELL}'",
)
"""What the monitor asks the bus for, and no more: everything else never wakes it."""

PORTAL_REPEATS_WITHIN_S = 1.0
"""How long after the portal's call its backend's is taken for the same one; measured below 0.1 s, with room."""

REMEMBERED = 4096
"""How many calls without an answer, and how many withheld ones, are remembered at most."""


class _Recent(OrderedDict[Hashable, Network]):
    """Remember the latest entries only, so that a flood cannot eat the memory."""

    def remember(self, key: Hashable, network: Network) -> None:
        self[key] = network
        if len(self) > REMEMBERED:
            self.popitem(last=False)


class Withholder:
    """Follow one bus's notifications. One thread; ``watchlist`` may be replaced from another at any moment."""

    def __init__(
        self,
        watchlist: Watchlist,
        send: Callable[[Message], None],
        hold: Callable[[Waiting], None],
        clock: Clock,
    ) -> None:
        """Close what ``watchlist`` mutes through ``send``, and hand it to ``hold`` once."""
        self.watchlist = watchlist
        self.program_of: Callable[[str], tuple[str, str]] = lambda _sender: ("", "")
        """Return the executable and the Flatpak id of a bus client; empty where they cannot be known."""
        self.shell = ""
        """The unique bus name of GNOME Shell; empty on every other desktop."""
        self._send = send
        self._hold = hold
        self._clock = clock
        self._unanswered = _Recent()
        self._to_keep: OrderedDict[Hashable, Waiting] = OrderedDict()
        self._withheld = _Recent()
        self._through_portal = _Recent()
        self._portal_at = 0.0

    def forget(self) -> None:
        """Forget every call and number: another bus gives them out anew."""
        for remembered in (self._unanswered, self._to_keep, self._withheld, self._through_portal):
            remembered.clear()

    def see(self, message: Message) -> None:
        """Act on one message."""
        header = message.header
        if header.message_type is MessageType.method_return:
            self._see_answer(message)
        elif header.message_type is MessageType.signal:
            self._see_signal(message)
        elif _field(message, HeaderFields.member) == "Notify":
            self._see_notify(message)
        else:
            self._see_add(message)

    def _see_signal(self, message: Message) -> None:
        if _field(message, HeaderFields.member) == "NameOwnerChanged":  # becoming a monitor brings a NameLost too
            name, _before, owner = message.body
            if name == GNOME_SHELL:
                self.shell = owner

    def _see_notify(self, message: Message) -> None:
        if _field(message, HeaderFields.signature) != "susssasa{sv}i":
            return
        if _field(message, HeaderFields.destination) in {GNOME_SHELL, self.shell}:
            return  # GNOME's daemon hands every notification on to the shell: the same one a second time
        if message.header.flags & MessageFlag.no_reply_expected:
            return  # nobody is ever told its number, so it cannot be closed
        app_name, replaces, _icon, title, body, _actions, hints, _timeout = message.body
        network = self._came_through_portal(title, body)
        is_known = network is not None
        sender = _field(message, HeaderFields.sender)
        if network is None:
            network = self._network_for(sender, Notification(app_name, _text(hints, "desktop-entry"), "", title, body))
        if network is None:
            return
        call = (sender, message.header.serial)
        self._unanswered.remember(call, network)
        self._to_keep.pop(call, None)
        if not is_known and (sender, replaces) not in self._withheld:
            self._to_keep[call] = self._waiting(network, title, body)
            if len(self._to_keep) > REMEMBERED:
                self._to_keep.popitem(last=False)

    def _see_answer(self, message: Message) -> None:
        caller = _field(message, HeaderFields.destination)
        call = (caller, message.header.fields.get(HeaderFields.reply_serial))
        network, waiting = self._unanswered.pop(call, None), self._to_keep.pop(call, None)
        if network is None or _field(message, HeaderFields.signature) != "u":
            return
        (number,) = message.body
        self._withheld.remember((caller, number), network)
        # GNOME's daemon refuses to close what another client sent; the shell behind it does not (GNOME 43).
        daemon = GNOME_SHELL if self.shell else _field(message, HeaderFields.sender)
        self._act((daemon, NOTIFICATIONS_PATH, NOTIFICATIONS), "CloseNotification", "u", (number,))
        if waiting is not None:  # counted once it is closed: what is told as withheld was withheld
            self._hold(waiting)

    def _see_add(self, message: Message) -> None:
        signature, body = _field(message, HeaderFields.signature), message.body
        if signature not in {"sa{sv}", "ssa{sv}"}:
            return
        app, (number, content) = ("", body) if signature == "sa{sv}" else (body[0], body[1:3])
        sender = _field(message, HeaderFields.sender)
        title, text = _text(content, "title"), _text(content, "body")
        network = self._network_for(sender, Notification("", app, "", title, text))
        if network is None:
            return
        interface = _field(message, HeaderFields.interface)
        if interface == PORTAL:  # its backend shows it in a moment; there it can be closed
            self._through_portal.remember((title, text), network)
            self._portal_at = monotonic()
        else:
            self._remove(message, interface, (app, number))
        if interface == PORTAL_BACKEND and self._came_through_portal(title, text):
            return
        if (interface, app, number) not in self._withheld:
            self._hold(self._waiting(network, title, text))
        if interface != PORTAL:
            self._withheld.remember((interface, app, number), network)

    def _came_through_portal(self, title: str, body: str) -> Network | None:
        """Return whose it is where the portal's own call for it was just seen; the backend repeats it within 100 ms."""
        if monotonic() - self._portal_at > PORTAL_REPEATS_WITHIN_S:
            self._through_portal.clear()
        return self._through_portal.pop((title, body), None)

    def _remove(self, message: Message, interface: str, what: tuple[str, str]) -> None:
        to = (_field(message, HeaderFields.destination), _field(message, HeaderFields.path), interface)
        self._act(to, "RemoveNotification", "ss", what)

    def _network_for(self, sender: str, notification: Notification) -> Network | None:
        watchlist = self.watchlist
        found = watchlist.matcher.network_for(notification)
        if found is None and not notification.is_own and not notification.origin:
            executable, flatpak = self.program_of(sender)
            if executable or flatpak:
                found = watchlist.matcher.network_for(Notification(desktop_entry=flatpak, executable=executable))
        return watchlist.muted_one(found, notification.title)

    def _waiting(self, network: Network, title: str, body: str) -> Waiting:
        text = Notification(title=title, body=body).plain_title
        return Waiting(network.id, text, self._clock.now())

    def _act(self, to: tuple[str, str, str], method: str, signature: str, body: tuple[object, ...]) -> None:
        message = method_call(to, method, signature, body)
        message.header.flags |= MessageFlag.no_reply_expected | MessageFlag.no_auto_start
        self._send(message)


def _field(message: Message, name: HeaderFields) -> str:
    return str(message.header.fields.get(name, ""))


def _text(values: Mapping[str, tuple[str, Any]], name: str) -> str:
    kind, value = values.get(name, ("", ""))
    return value if kind == "s" else ""
