# SPDX-License-Identifier: MIT
"""Does Rideau speak up through a real notification daemon, and hear its button?"""

import queue
import threading
import time
from collections.abc import Callable, Iterator

import pytest
from jeepney import DBusAddress, HeaderFields, message_bus, new_method_return, new_signal
from jeepney.io.blocking import DBusConnection

from contracts.announcer import AnnouncerContract
from rideau.adapters.linux.notifications.announcer import NotificationAnnouncer
from rideau.adapters.plyer_announcer import PlyerAnnouncer
from rideau.ports.desktop import Notice
from stage.bus import ask
from stage.desktop import Desktop, Furniture
from stage.program import PATIENCE_S
from stage.sender import unreadable
from stage.windows import WindowWatch

SIGNALS = DBusAddress("/org/freedesktop/Notifications", interface="org.freedesktop.Notifications")


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    with Desktop() as furnished:
        yield furnished


@pytest.fixture
def wait_until_shown(desktop: Desktop) -> Callable[[int], bool]:
    def wait(count: int) -> bool:
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            if sum(_count(desktop, each) for each in ("displayed", "waiting", "history")) >= count:
                return True
            time.sleep(0.02)  # dunst tells nobody what it shows: it has to be asked
        return False

    return wait


def _count(desktop: Desktop, what: str) -> int:
    return int(desktop.run(["dunstctl", "count", what]).stdout)


class TestNotificationAnnouncer(AnnouncerContract):
    """Run the contract on a real bus with dunst."""

    @pytest.fixture
    def announcer(self, desktop: Desktop) -> NotificationAnnouncer:
        return NotificationAnnouncer(desktop.environment, lambda call: call())


@pytest.mark.filterwarnings("ignore:The Python dbus package")
class TestPlyerAnnouncer(AnnouncerContract):
    """Run the contract through notify-send, as plyer does on a Linux without a D-Bus package for Python."""

    @pytest.fixture
    def announcer(self, desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> PlyerAnnouncer:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", desktop.bus.address)
        return PlyerAnnouncer()


@pytest.mark.filterwarnings("ignore:The Python dbus package")
def test_plyer_with_nobody_to_show_a_notice_raises_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    with Desktop(Furniture(notifications=None)) as desktop:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", desktop.bus.address)
        PlyerAnnouncer().announce(Notice("nobody hears", "this"), lambda: None)


def test_a_notice_is_shown_and_its_button_reaches_the_main_thread(desktop: Desktop) -> None:
    posted: queue.Queue[Callable[[], None]] = queue.Queue()
    pressed: list[str] = []
    announcer = NotificationAnnouncer(desktop.environment, posted.put)
    with WindowWatch(desktop.environment) as windows:
        announcer.announce(Notice("14 waited", "a < b & c", "Read them", "digest"), lambda: pressed.append("read"))
        assert windows.wait("map")
        assert desktop.run(["dunstctl", "action", "0"]).returncode == 0
        posted.get(timeout=10)()
        assert pressed == ["read"]


def test_a_second_button_is_offered_and_its_press_is_told(desktop: Desktop) -> None:
    posted: queue.Queue[Callable[[], None]] = queue.Queue()
    pressed: list[object] = []
    announcer = NotificationAnnouncer(desktop.environment, posted.put)
    with WindowWatch(desktop.environment) as windows, desktop.bus.connect() as daemon:
        notice = Notice("A glass of water?", "", "Pouring one", "card", "Not now")
        announcer.announce(notice, lambda: pressed.append("yes"), lambda: pressed.append("no"), pressed.append)
        assert windows.wait("map")
        for number in range(1, 4):  # whichever number dunst gave it
            daemon.send(new_signal(SIGNALS, "ActionInvoked", "us", (number, "second")))
            daemon.send(new_signal(SIGNALS, "NotificationClosed", "uu", (number, 2)))
        posted.get(timeout=30)()
        ask(daemon, message_bus.GetId())
        assert pressed == ["no"]
        assert posted.empty()


def test_one_that_is_put_away_is_told_and_one_that_is_taken_back_is_not(desktop: Desktop) -> None:
    posted: queue.Queue[Callable[[], None]] = queue.Queue()
    left: list[bool] = []
    announcer = NotificationAnnouncer(desktop.environment, posted.put)
    with WindowWatch(desktop.environment) as windows:
        announcer.announce(Notice("one", replaces="card"), None, None, left.append)
        assert windows.wait("map")
        assert desktop.run(["dunstctl", "close"]).returncode == 0
        posted.get(timeout=30)()
        assert left == [True]
        assert windows.settle()
        windows.clear()
        announcer.announce(Notice("two", replaces="card"), None, None, left.append)
        assert windows.wait("map")
        announcer.take_back("card")
        assert windows.wait("unmap")
        announcer.announce(Notice("three", replaces="card"), None, None, left.append)
        announcer.take_back("card")  # before the daemon gave it a number
        announcer.announce(Notice("four", replaces="other"), None, None, left.append)
        assert desktop.run(["dunstctl", "close-all"]).returncode == 0
        announcer.take_back("nobody")
        assert left == [True]


@pytest.mark.parametrize("signature", ["as", "u", "us", "s", "h"])
def test_signals_that_make_no_sense_are_passed_over(desktop: Desktop, signature: str) -> None:
    bodies: dict[str, tuple[object, ...]] = {"as": (["x"],), "u": (2**32 - 1,), "us": (1, "x"), "s": ("1",)}
    posted: queue.Queue[Callable[[], None]] = queue.Queue()
    announcer = NotificationAnnouncer(desktop.environment, posted.put)
    with WindowWatch(desktop.environment) as windows, desktop.bus.connect() as stranger:
        announcer.announce(Notice("14 waited", "", "Read them", "digest"), lambda: None)
        assert windows.wait("map")
        for member in ("ActionInvoked", "NotificationClosed"):
            body = bodies.get(signature, (0,))
            odd = new_signal(SIGNALS, f"{member}", signature.replace("h", "u"), body)
            if signature == "h":
                stranger.sock.sendall(unreadable(stranger, odd))
            elif (signature, member) != ("us", "ActionInvoked"):
                stranger.send(odd)
        ask(stranger, message_bus.GetId())
        assert desktop.run(["dunstctl", "action", "0"]).returncode == 0
        assert posted.get(timeout=10) is not None


def test_a_number_of_a_daemon_that_went_is_never_asked_of_the_next_one() -> None:
    name = "org.freedesktop.Notifications"
    with Desktop(Furniture(notifications=None)) as desktop:
        announcer = NotificationAnnouncer(desktop.environment, lambda _call: None)
        asked: list[int] = []
        for _ in range(2):
            with desktop.bus.connect() as daemon:
                ask(daemon, message_bus.RequestName(name))
                for title in ("one", "two"):
                    announcer.announce(Notice(title, replaces="digest"))
                    asked.append(_answered(daemon, 7))
            desktop.bus.wait_until_gone(name)
    assert asked == [0, 7, 0, 7]


def _answered(daemon: DBusConnection, number: int) -> int:
    """Answer the next Notify with ``number``; return the number that it was to replace."""
    while (call := daemon.receive(timeout=PATIENCE_S)).header.fields.get(HeaderFields.member) != "Notify":
        pass
    daemon.send(new_method_return(call, "u", (number,)))
    return int(call.body[1])


def test_notices_of_one_name_take_each_others_place(desktop: Desktop) -> None:
    announcer = NotificationAnnouncer(desktop.environment, lambda _call: None)
    desktop.run(["dunstctl", "set-paused", "true"])
    for number in range(5):
        announcer.announce(Notice(f"notice {number}", replaces="one"))
    announcer.announce(Notice("another", replaces="two"))
    with WindowWatch(desktop.environment) as windows:
        desktop.run(["dunstctl", "set-paused", "false"])
        assert windows.wait("map")
        assert desktop.run(["dunstctl", "count", "displayed"]).stdout.strip() == "2"


def test_without_a_bus_a_notice_is_logged_and_nothing_is_raised(caplog: pytest.LogCaptureFixture) -> None:
    announcer = NotificationAnnouncer({}, lambda _call: None)
    announcer.announce(Notice("nobody hears"))
    for thread in threading.enumerate():
        if thread.name == "announcer":
            thread.join(5)
    assert "A notice could not be shown" in caplog.text
