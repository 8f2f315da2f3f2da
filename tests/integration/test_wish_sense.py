# SPDX-License-Identifier: MIT
"""Is it seen on a bus that somebody presents, shares their screen or watches a film, and nothing else?"""

import contextlib
import itertools
import select
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import DBusConnection

from rideau.adapters.linux.attention.session_probes import wishes_probe
from rideau.adapters.linux.attention.wish_sense import WishSense
from rideau.domain.attention import Signals
from rideau.domain.probe import Fitness
from stage.bus import BusError, SessionBus, ask
from stage.bus_service import BusService
from stage.desktop import Home
from stage.senses import until

SAVER = DBusAddress("/ScreenSaver", "org.freedesktop.ScreenSaver", "org.freedesktop.ScreenSaver")
POWER = DBusAddress("/", "org.freedesktop.PowerManagement", "org.freedesktop.PowerManagement.Inhibit")
MANAGER = DBusAddress("/org/gnome/SessionManager", "org.gnome.SessionManager", "org.gnome.SessionManager")
PORTAL = "org.freedesktop.portal.Desktop"
CAST = DBusAddress("/org/freedesktop/portal/desktop", PORTAL, "org.freedesktop.portal.ScreenCast")
SESSION = "/org/freedesktop/portal/desktop/session/1_1/s"
NOTHING = Signals()


@pytest.fixture(name="bus")
def fixture_bus(home: Home) -> Iterator[SessionBus]:
    numbers = itertools.count(100)
    keeps_on = {
        "Inhibit": lambda *_: ("u", (next(numbers),)),
        "UnInhibit": lambda _: ("", ()),
        "Uninhibit": lambda _: ("", ()),
    }
    with SessionBus(home.environment, home.folder) as bus:
        home.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.address
        with (
            BusService(bus, "org.freedesktop.ScreenSaver", answers=keeps_on),
            BusService(bus, "org.gnome.SessionManager", answers=keeps_on),
        ):
            yield bus


@pytest.fixture(name="portal")
def fixture_portal(bus: SessionBus) -> Iterator[BusService]:
    shares = {"Start": lambda session, *_: ("o", (session,)), "Close": lambda: ("", ())}
    with BusService(bus, PORTAL, answers=shares) as portal:
        yield portal


@pytest.fixture(name="home")
def fixture_home() -> Iterator[Home]:
    with Home() as home:
        yield home


@pytest.fixture(name="sense")
def fixture_sense(home: Home, bus: SessionBus) -> Iterator[WishSense]:
    del bus
    with contextlib.closing(WishSense(home.environment)) as sense:
        yield sense


@pytest.fixture(name="app")
def fixture_app(bus: SessionBus) -> Iterator[DBusConnection]:
    with bus.connect() as connection:
        yield connection


@pytest.fixture(name="call")
def fixture_call(app: DBusConnection) -> Callable[..., Any]:
    def call(to: DBusAddress, member: str, signature: str, *words: object) -> tuple[Any, ...]:
        return ask(app, new_method_call(to, member, signature, words))

    return call


Call = Callable[..., Any]


def test_a_slide_show_is_seen_until_it_ends_whatever_else_the_app_wishes(sense: WishSense, call: Call) -> None:
    (film,) = call(SAVER, "Inhibit", "ss", "Office", "Playing video")
    (slides,) = call(SAVER, "Inhibit", "ss", "Office", "presentation")
    until(sense, lambda told: told.presenting and told.playing)
    call(SAVER, "UnInhibit", "u", slides)
    until(sense, lambda told: told == NOTHING._replace(playing=True))
    call(SAVER, "UnInhibit", "u", film)
    until(sense, lambda told: told == NOTHING)


def test_what_nobody_is_there_to_grant_is_no_slide_show(sense: WishSense, call: Call) -> None:
    """Small desktops keep no screen on for anybody: the bus itself says no, and the app goes on without."""
    with pytest.raises(BusError):
        call(POWER, "Inhibit", "ss", "Office", "presentation")
    call(SAVER, "Inhibit", "ss", "Office", "Playing video")
    until(sense, lambda told: told.playing)
    assert sense.signals() == NOTHING._replace(playing=True)


def test_a_screen_shared_by_chromium_is_seen_until_it_ends(sense: WishSense, call: Call) -> None:
    (cookie,) = call(MANAGER, "Inhibit", "susu", "Chromium", 0, "Native desktop capture", 8)
    until(sense, lambda told: told.sharing)
    call(MANAGER, "Uninhibit", "u", cookie)
    until(sense, lambda told: told == NOTHING)


@pytest.mark.usefixtures("portal")
def test_whoever_leaves_takes_every_wish_along(sense: WishSense, app: DBusConnection, call: Call) -> None:
    call(SAVER, "Inhibit", "ss", "Office", "presentation")
    call(MANAGER, "Inhibit", "susu", "Chromium", 0, "Native desktop capture", 8)
    call(CAST, "Start", "osa{sv}", SESSION, "", {"handle_token": ("s", "t")})
    until(sense, lambda told: told.presenting and told.sharing)
    app.close()
    until(sense, lambda told: told == NOTHING)


@pytest.mark.usefixtures("portal")
def test_a_cast_is_seen_from_the_choice_to_its_end(sense: WishSense, call: Call) -> None:
    call(CAST, "Start", "osa{sv}", SESSION, "", {"handle_token": ("s", "t")})
    until(sense, lambda told: told.sharing)
    call(DBusAddress(SESSION, PORTAL, "org.freedesktop.portal.Session"), "Close", "")
    until(sense, lambda told: told == NOTHING)


def test_a_cast_that_the_person_refuses_or_the_desktop_ends_is_none(
    sense: WishSense, portal: BusService, app: DBusConnection, call: Call
) -> None:
    name = str(app.unique_name).removeprefix(":").replace(".", "_")
    request = f"/org/freedesktop/portal/desktop/request/{name}/t"
    call(CAST, "Start", "osa{sv}", SESSION, "", {"handle_token": ("s", "t")})
    until(sense, lambda told: told.sharing)
    portal.tell(request, "org.freedesktop.portal.Request", "Response", "ua{sv}", (1, {}))
    until(sense, lambda told: told == NOTHING)
    call(CAST, "Start", "osa{sv}", SESSION, "", {"handle_token": ("s", "t")})
    portal.tell(request, "org.freedesktop.portal.Request", "Response", "ua{sv}", (0, {}))
    until(sense, lambda told: told.sharing)
    portal.tell(SESSION, "org.freedesktop.portal.Session", "Closed", "a{sv}", ({},))
    until(sense, lambda told: told == NOTHING)


def test_of_a_call_no_word_is_kept(sense: WishSense, call: Call) -> None:
    call(SAVER, "Inhibit", "ss", "Private app", "Private film")
    until(sense, lambda told: told.playing)
    assert "Private" not in repr(vars(sense._wishes))


def test_nobody_is_woken_by_other_calls(sense: WishSense, bus: SessionBus) -> None:
    bus.has("org.example.Nobody")  # whatever was said while it joined has come by now
    sense.read()
    for _ in range(20):
        bus.has("org.example.Nobody")
    assert not select.select([sense], [], [], 0)[0]


def test_a_bus_that_lets_nobody_watch_is_said_so(home: Home, bus: SessionBus) -> None:
    assert wishes_probe(home.environment).fitness is Fitness.WORKS
    bus.stop()
    assert wishes_probe(home.environment).fitness is Fitness.NOT_HERE
