# SPDX-License-Identifier: MIT
"""Is what comes through the portal kept once, closed at its backend, and nothing else touched?"""

from datetime import UTC, datetime

import pytest
from jeepney import DBusAddress, HeaderFields, Message, MessageFlag, new_method_call, new_method_return

from contracts.enforcer import SLACK
from fakes.clock import FakeClock
from rideau.adapters.linux.notifications.withholder import (
    NOTIFICATIONS,
    NOTIFICATIONS_PATH,
    PORTAL,
    PORTAL_BACKEND,
    Withholder,
)
from rideau.domain.network import Network
from rideau.domain.notification import NotificationMatcher, Watchlist
from rideau.domain.waiting import Waiting

CANVAS = Network("canvas", "Canvas", sites=("canvas.slack.com",))
CONTENT = {"title": ("s", "Deadline"), "body": ("s", "now")}


class _Bus:
    """Feed a withholder by hand and keep what it sends and holds."""

    def __init__(self) -> None:
        self.sent: list[Message] = []
        self.held: list[Waiting] = []
        watchlist = Watchlist(NotificationMatcher((SLACK, CANVAS), str), frozenset({"slack"}))
        self.withholder = Withholder(
            watchlist, self.sent.append, self.held.append, FakeClock(datetime(2026, 1, 5, tzinfo=UTC))
        )
        self._serial = 0

    def call(self, sender: str, interface: str, method: str, signature: str, *body: object) -> int:
        path = NOTIFICATIONS_PATH if interface == NOTIFICATIONS else "/org/freedesktop/portal/desktop"
        message = new_method_call(DBusAddress(path, "the.service", interface), method, signature, body)
        return self._see(message, sender)

    def notify(self, sender: str, app_name: str, title: str, body: str, *, to: str = "") -> Message:
        values: tuple[object, ...] = (app_name, 0, "", title, body, [], {}, -1)
        address = DBusAddress(NOTIFICATIONS_PATH, to or NOTIFICATIONS, NOTIFICATIONS)
        message = new_method_call(address, "Notify", "susssasa{sv}i", values)
        self._see(message, sender)
        return message

    def answer(self, call: Message, number: int) -> None:
        reply = new_method_return(call, "u", (number,))
        reply.header.fields[HeaderFields.reply_serial] = call.header.serial
        self._see(reply, ":1.13")

    def _see(self, message: Message, sender: str) -> int:
        self._serial += 1
        message.header.serial = self._serial
        message.header.fields[HeaderFields.sender] = sender
        self.withholder.see(message)
        return self._serial

    @property
    def done(self) -> list[str]:
        return [str(message.header.fields[HeaderFields.member]) for message in self.sent]


@pytest.fixture
def bus() -> _Bus:
    return _Bus()


def test_a_portal_notification_is_kept_once_and_closed_when_its_backend_shows_it(bus: _Bus) -> None:
    bus.withholder.program_of = lambda sender: ("/usr/bin/slack", "") if sender == ":1.11" else ("", "")
    bus.call(":1.11", PORTAL, "AddNotification", "sa{sv}", "one", CONTENT)
    shown = bus.notify(":1.12", "", "Deadline", "now")
    bus.answer(shown, 7)
    assert [waiting.title for waiting in bus.held] == ["Deadline"]
    assert bus.done == ["CloseNotification"]
    assert bus.sent[0].body == (7,)


def test_a_flatpak_app_is_removed_at_the_portals_backend(bus: _Bus) -> None:
    bus.call(":1.12", PORTAL_BACKEND, "AddNotification", "ssa{sv}", "slack", "one", CONTENT)
    bus.call(":1.12", PORTAL_BACKEND, "AddNotification", "ssa{sv}", "org.friend", "two", CONTENT)
    assert [waiting.network for waiting in bus.held] == ["slack"]
    assert bus.done == ["RemoveNotification"]
    assert bus.sent[0].body == ("slack", "one")


def test_what_gnome_hands_on_to_its_shell_is_not_counted_again(bus: _Bus) -> None:
    first = bus.notify(":1.11", "Slack", "Deadline", "")
    bus.notify(":1.13", "Slack", "Deadline", "", to="org.gnome.Shell")
    bus.withholder.shell = ":1.14"
    bus.answer(first, 3)
    assert len(bus.held) == 1
    assert bus.sent[0].header.fields[HeaderFields.destination] == "org.gnome.Shell"


def test_an_answer_to_somebody_elses_call_closes_nothing(bus: _Bus) -> None:
    work = bus.notify(":1.11", "Slack", "Deadline", "")
    friend = bus.notify(":1.15", "Friend", "Dinner?", "")
    bus.answer(friend, 4)
    assert bus.sent == []
    bus.answer(work, 5)
    assert bus.sent[0].body == (5,)
    assert bus.sent[0].header.flags & MessageFlag.no_reply_expected


def test_what_belongs_to_a_network_that_is_not_muted_passes_even_below_a_muted_ones_domain(bus: _Bus) -> None:
    bus.withholder.program_of = lambda _sender: ("/usr/bin/slack", "")
    bus.answer(bus.notify(":1.11", "Canvas", "Drawn", ""), 1)
    bus.answer(bus.notify(":1.16", "Chromium", "Drawn", "canvas.slack.com\n\nnew"), 2)
    assert bus.sent == []
    bus.answer(bus.notify(":1.16", "Chromium", "Deadline", "app.slack.com\n\nnew"), 3)
    assert [waiting.title for waiting in bus.held] == ["Deadline"]
