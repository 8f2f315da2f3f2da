# SPDX-License-Identifier: MIT
"""Do real notification services, and stand-ins for what cannot run here, tell when the person would be disturbed?"""

import contextlib
from collections.abc import Iterator

import pytest

from rideau.adapters.linux.attention.bus_sense import BusSense
from rideau.adapters.linux.attention.sense import SenseLostError
from rideau.adapters.linux.attention.session_probes import login_probe, session_probe, wishes_probe
from rideau.adapters.linux.attention.session_senses import open_login_sense, open_session_sense
from rideau.adapters.linux.notifications.gnome_notifications import APPLICATIONS
from rideau.domain.attention import Signals
from rideau.domain.probe import Fitness
from stage.bus import SessionBus
from stage.bus_service import BusService
from stage.desktop import DUNST, XFCE4_NOTIFYD, XFCONF, Daemon, Desktop, Furniture, Home
from stage.senses import until

XFCE_SWITCH = ("xfconf-query", "-c", "xfce4-notifyd", "-p", "/do-not-disturb")
MPRIS = ("/org/mpris/MediaPlayer2", "org.mpris.MediaPlayer2.Player")


@pytest.fixture(name="home")
def fixture_home() -> Iterator[Home]:
    with Home() as home:
        yield home


@pytest.fixture(name="bus")
def fixture_bus(home: Home) -> Iterator[SessionBus]:
    with SessionBus(home.environment, home.folder) as bus:
        home.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.address
        yield bus


@pytest.fixture(name="sense")
def fixture_sense(home: Home, bus: SessionBus) -> Iterator[BusSense]:
    del bus
    with contextlib.closing(open_session_sense(home.environment)) as sense:
        yield sense


@contextlib.contextmanager
def desktop_with(daemon: Daemon) -> Iterator[tuple[Desktop, BusSense]]:
    """Give a desktop with this notification service, and the sense of its bus."""
    furniture = Furniture(notifications=daemon)
    with Desktop(furniture) as desktop, contextlib.closing(open_session_sense(desktop.environment)) as sense:
        yield desktop, sense


def test_dunst_tells_that_it_is_paused() -> None:
    with desktop_with(DUNST) as (desktop, sense):
        until(sense, lambda told: told.do_not_disturb is False)
        desktop.run(["dunstctl", "set-paused", "true"])
        until(sense, lambda told: told.do_not_disturb)
        with contextlib.closing(open_session_sense(desktop.environment)) as later:
            until(later, lambda told: told.do_not_disturb)
        desktop.run(["dunstctl", "set-paused", "false"])
        until(sense, lambda told: told.do_not_disturb is False)
        assert session_probe(desktop.environment).fitness is Fitness.WORKS


def test_xfce_tells_that_nobody_is_to_be_disturbed() -> None:
    with desktop_with(XFCE4_NOTIFYD) as (desktop, sense):
        until(sense, lambda told: told.do_not_disturb is False)  # unset is off
        desktop.run([*XFCE_SWITCH, "-n", "-t", "bool", "-s", "true"])
        until(sense, lambda told: told.do_not_disturb)
        desktop.run([*XFCE_SWITCH, "-s", "false"])
        until(sense, lambda told: told.do_not_disturb is False)
        desktop.run([*XFCE_SWITCH, "-s", "true"])
        until(sense, lambda told: told.do_not_disturb)
        desktop.run([*XFCE_SWITCH, "-r"])
        until(sense, lambda told: told.do_not_disturb is False)
        assert desktop.bus.has(XFCONF)


def test_gnomes_settings_tell_and_what_rideau_switches_off_app_by_app_does_not_count() -> None:
    environment = {"XDG_CURRENT_DESKTOP": "ubuntu:GNOME", "GSETTINGS_BACKEND": "dconf"}
    furniture = Furniture(notifications=None, environment=environment, activatable=("ca.desrt.dconf",))
    with Desktop(furniture) as desktop, contextlib.closing(open_session_sense(desktop.environment)) as sense:
        settings = ["gsettings", "set", "org.gnome.desktop.notifications", "show-banners"]
        assert sense.signals().do_not_disturb is False
        one_app = [f"org.gnome.desktop.notifications.application:{APPLICATIONS}slack/", "enable", "false"]
        desktop.run(["gsettings", "set", *one_app])
        sense.look()
        assert sense.signals().do_not_disturb is False
        desktop.run([*settings, "false"])
        until(sense, lambda told: told.do_not_disturb)
        desktop.run([*settings, "true"])
        until(sense, lambda told: told.do_not_disturb is False)


def test_plasma_and_swaync_tell(bus: SessionBus, sense: BusSense) -> None:
    assert sense.signals() == Signals(), "nobody is there"
    inhibited = {"Get": lambda _, name: ("v", (("b", {"Inhibited": True}[name]),))}
    with BusService(bus, "org.freedesktop.Notifications", answers=inhibited) as plasma:
        until(sense, lambda told: told.do_not_disturb)
        path, interface = "/org/freedesktop/Notifications", "org.freedesktop.Notifications"
        plasma.tell_changed(path, interface, "Inhibited", "b", value=False)
        until(sense, lambda told: told.do_not_disturb is False)
    until(sense, lambda told: told.do_not_disturb is None)
    swaync = "org.erikreider.swaync.cc"
    with BusService(bus, swaync, answers={"GetDnd": lambda: ("b", (True,))}) as service:
        until(sense, lambda told: told.do_not_disturb)
        service.tell("/org/erikreider/swaync/cc", swaync, "Subscribe", "ubb", (0, False, False))
        until(sense, lambda told: told.do_not_disturb is False)
        service.tell("/org/erikreider/swaync/cc", swaync, "SubscribeV2", "ubbb", (0, True, False, False))
        until(sense, lambda told: told.do_not_disturb)


def test_mako_is_asked_when_somebody_looks(home: Home, bus: SessionBus) -> None:
    modes: list[str] = ["default"]
    mako = BusService(bus, "org.freedesktop.Notifications", answers={"ListModes": lambda: ("as", (modes,))})
    with mako, contextlib.closing(open_session_sense(home.environment)) as sense:
        until(sense, lambda told: told.do_not_disturb is False)
        modes.append("do-not-disturb")
        assert sense.signals().do_not_disturb is False, "this one does not tell"
        sense.look()
        until(sense, lambda told: told.do_not_disturb)
        mako.tell_changed("/fr/emersion/Mako", "fr.emersion.Mako", "Modes", "as", ["default"])
        until(sense, lambda told: told.do_not_disturb is False)


@pytest.mark.parametrize("name", ["org.gnome.ScreenSaver", "org.freedesktop.ScreenSaver", "org.xfce.ScreenSaver"])
def test_screen_savers_tell_that_the_screen_is_locked(home: Home, bus: SessionBus, name: str) -> None:
    path = "/" + name.replace(".", "/")
    service = BusService(bus, name, answers={"GetActive": lambda: ("b", (True,))})
    with contextlib.closing(open_session_sense(home.environment)) as sense:
        assert sense.signals().locked is None
        with service:
            until(sense, lambda told: told.locked)
            service.tell(path, name, "ActiveChanged", "b", (False,))
            until(sense, lambda told: told.locked is False)
            service.tell(path, name, "ActiveChanged", "b", (True,))
            until(sense, lambda told: told.locked)
        until(sense, lambda told: told.locked is None)


def test_players_tell_that_something_plays_until_the_last_one_rests_or_leaves(home: Home, bus: SessionBus) -> None:
    first = BusService(
        bus, "org.mpris.MediaPlayer2.chromium.instance7", answers={"Get": lambda *_: ("v", (("s", "Playing"),))}
    )
    said = ["Stopped"]
    second = BusService(bus, "org.mpris.MediaPlayer2.vlc", answers={"Get": lambda *_: ("v", (("s", said[-1]),))})
    with first, contextlib.closing(open_session_sense(home.environment)) as sense:
        until(sense, lambda told: told.playing)
        with second:
            said.append("Playing")
            second.tell_changed(*MPRIS, "PlaybackStatus", "s", "Playing")
            first.tell_changed(*MPRIS, "Metadata", "a{sv}", {"xesam:title": ("s", "A private title")})
            first.tell_changed(*MPRIS, "PlaybackStatus", "s", "Paused")
            bus.call(("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus"), "GetId")
            sense.look()
            assert sense.signals().playing, "the other one does"
            kept = repr([vars(each) for each in sense._listeners])
            assert "private" not in kept
        until(sense, lambda told: told.playing is False)


def test_logind_tells_of_the_lock_and_of_somebody_else_in_front(home: Home) -> None:
    said = {"LockedHint": False, "Active": True}
    login, of_any = "org.freedesktop.login1", ("/org/freedesktop/login1/session/_32", "org.freedesktop.login1.Session")
    with SessionBus(home.environment, home.folder, kind="system") as bus:
        home.environment["DBUS_SYSTEM_BUS_ADDRESS"] = bus.address
        assert login_probe(home.environment).fitness is Fitness.NOT_HERE
        service = BusService(bus, login, answers={"Get": lambda _, name: ("v", (("b", said[name]),))})
        with service, contextlib.closing(open_login_sense(home.environment)) as sense:
            until(sense, lambda told: told == Signals(locked=False))
            said["LockedHint"] = True
            service.tell_changed(*of_any, "LockedHint", "b", value=True)
            until(sense, lambda told: told.locked)
            said |= {"LockedHint": False, "Active": False}
            service.tell_changed(*of_any, "Active", "b", value=False)
            until(sense, lambda told: told.locked)
            said["Active"] = True
            service.tell_changed(*of_any, "Active", "b", value=True)
            until(sense, lambda told: told.locked is False)
            assert login_probe(home.environment).fitness is Fitness.WORKS


def test_gnomes_session_manager_tells_why_the_screen_stays_on(home: Home, bus: SessionBus) -> None:
    manager = "org.gnome.SessionManager"
    reasons = iter(["presentation", "Native desktop capture", "Playing audio"])
    answers = {"GetInhibitors": lambda: ("ao", (["/i/1"],)), "GetReason": lambda: ("s", (next(reasons),))}
    service = BusService(bus, manager, answers=answers)
    with service, contextlib.closing(open_session_sense(home.environment)) as sense:
        until(sense, lambda told: told.presenting)  # what began before
        service.tell("/org/gnome/SessionManager", manager, "InhibitorAdded", "o", ("/i/2",))
        until(sense, lambda told: told.sharing)
        service.tell("/org/gnome/SessionManager", manager, "InhibitorRemoved", "o", ("/i/1",))
        until(sense, lambda told: not told.presenting)
        service.tell("/org/gnome/SessionManager", manager, "InhibitorAdded", "o", ("/i/3",))
        until(sense, lambda told: told.playing)
        service.tell("/org/gnome/SessionManager", manager, "InhibitorRemoved", "o", ("/i/2",))
        until(sense, lambda told: not told.sharing)


def test_a_bus_that_ends_is_lost_and_without_one_there_is_no_sense(home: Home, bus: SessionBus) -> None:
    with contextlib.closing(open_session_sense(home.environment)) as sense:
        bus.stop()
        with pytest.raises(SenseLostError):
            until(sense, lambda told: told.locked)
    with pytest.raises(SenseLostError):
        open_session_sense(home.environment)
    assert session_probe(home.environment).fitness is Fitness.MISSING
    assert wishes_probe(home.environment).fitness is Fitness.NOT_HERE


def test_nobody_is_woken_by_what_strangers_say(bus: SessionBus, sense: BusSense) -> None:
    with BusService(bus, "org.example.Stranger") as service:
        for _ in range(20):
            service.tell("/org/example", "org.example.Stranger", "Changed", "s", ("words",))
            service.tell_changed("/org/example", "org.example.Stranger", "Title", "s", "words")
        bus.call(("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus"), "GetId")
    assert not list(sense._link.messages())
