# SPDX-License-Identifier: MIT
"""Do GNOME, sway and KWin tell, without X, when somebody pauses, is not to be disturbed, or shares their screen?"""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from jeepney import DBusAddress, new_method_call

from contracts.window_source import start_app
from rideau.adapters.linux.attention.cast_sense import cast_probe, open_cast_sense
from rideau.adapters.linux.attention.session_probes import session_probe
from rideau.adapters.linux.attention.session_senses import open_session_sense
from rideau.adapters.linux.attention.wayland_sense import WaylandSense, open_wayland_sense, wayland_probe
from rideau.domain.attention import Presence
from rideau.domain.probe import Fitness
from stage.bus import ask
from stage.desktop import Home
from stage.kwin import KWin
from stage.large import MAKO, SWAYNC, Gnome, Sway
from stage.senses import until
from stage.sound import accepts
from stage.sound import until as until_there

pytestmark = pytest.mark.desktop

REMOTE = "org.gnome.Mutter.RemoteDesktop"
CAST = "org.gnome.Mutter.ScreenCast"
LETTER = 0x61


@pytest.fixture(name="gnome")
def fixture_gnome() -> Iterator[Gnome]:
    with Gnome() as gnome:
        yield gnome


@pytest.fixture(name="sway")
def fixture_sway() -> Iterator[Sway]:
    with Sway(MAKO) as sway:
        (socket,) = Path(sway.environment["XDG_RUNTIME_DIR"]).glob("sway-ipc.*.sock")
        sway.environment |= {"SWAYSOCK": str(socket), "QT_QPA_PLATFORM": "wayland"}
        yield sway


@contextlib.contextmanager
def opened(home: Home) -> Iterator[WaylandSense]:
    """Give the sense of the compositor of ``home``."""
    sense = open_wayland_sense(home.environment)
    assert sense is not None
    with contextlib.closing(sense):
        yield sense


def keyboard(gnome: Gnome) -> tuple[contextlib.ExitStack, Callable[[], None]]:
    """Return what types a letter on GNOME, and what is to be closed afterwards."""
    exits = contextlib.ExitStack()
    connection = exits.enter_context(gnome.bus.connect())
    desk = DBusAddress("/" + REMOTE.replace(".", "/"), REMOTE, REMOTE)
    (path,) = ask(connection, new_method_call(desk, "CreateSession"))
    session = DBusAddress(path, REMOTE, f"{REMOTE}.Session")
    ask(connection, new_method_call(session, "Start"))

    def type_letter() -> None:
        for is_down in (True, False):
            ask(connection, new_method_call(session, "NotifyKeyboardKeysym", "ub", (LETTER, is_down)))

    return exits, type_letter


def test_gnome_tells_pauses_and_that_somebody_is_back(gnome: Gnome) -> None:
    exits, type_letter = keyboard(gnome)
    with exits, contextlib.closing(open_session_sense(gnome.environment)) as sense:
        until(sense, lambda told: told.typing is False)
        type_letter()
        until(sense, lambda told: told.typing)
        assert sense.signals().presence is Presence.ACTIVE
        until(sense, lambda told: told.typing is False)
        type_letter()
        until(sense, lambda told: told.typing and told.presence is Presence.ACTIVE)
        assert session_probe(gnome.environment).fitness is Fitness.WORKS


def test_a_cast_of_gnomes_screen_is_told_from_begin_to_end(gnome: Gnome) -> None:
    gnome.start(["pipewire"])
    socket = Path(gnome.environment["XDG_RUNTIME_DIR"], "pipewire-0")
    until_there(lambda: accepts(socket), lambda: "no PipeWire")
    gnome.start(["wireplumber"])
    assert cast_probe(gnome.environment).fitness is Fitness.WORKS
    sense = open_cast_sense(gnome.environment)
    assert sense is not None
    with contextlib.closing(sense), gnome.bus.connect() as connection:
        desk = DBusAddress("/" + CAST.replace(".", "/"), CAST, CAST)
        (path,) = ask(connection, new_method_call(desk, "CreateSession", "a{sv}", ({},)))
        session = DBusAddress(path, CAST, f"{CAST}.Session")
        ask(connection, new_method_call(session, "RecordMonitor", "sa{sv}", ("", {})))
        assert not sense.signals().sharing
        ask(connection, new_method_call(session, "Start"))
        until(sense, lambda told: told.sharing)
        ask(connection, new_method_call(session, "Stop"))
        until(sense, lambda told: not told.sharing)


def test_sway_tells_pauses_and_what_fills_the_screen(sway: Sway) -> None:
    assert wayland_probe(sway.environment).fitness is Fitness.WORKS
    with opened(sway) as sense:
        until(sense, lambda told: told.typing is False)
        sway.run(["swaymsg", "seat", "-", "cursor", "move", "10", "10"])
        until(sense, lambda told: told.typing and told.presence is Presence.ACTIVE)
        start_app(sway, "Film")
        until(sense, lambda told: told.active)
        told = sense.signals()
        assert told.active is not None
        assert (told.active.app_class, told.active.title) == ("org.example.Ledger", "")
        assert (told.full_screen, told.meeting) == (False, False)
        sway.run(["swaymsg", '[title="Film"]', "fullscreen", "enable"])
        until(sense, lambda told: told.full_screen)
        sway.run(["swaymsg", '[title="Film"]', "fullscreen", "disable"])
        until(sense, lambda told: told.full_screen is False)
        sway.run(["swaymsg", '[title="Film"]', "kill"])
        until(sense, lambda told: told.active is None)


def test_mako_is_asked_in_the_last_moment(sway: Sway) -> None:
    with contextlib.closing(open_session_sense(sway.environment)) as sense:
        until(sense, lambda told: told.do_not_disturb is False)
        for change, is_quiet in (("-a", True), ("-r", False)):
            sway.run(["makoctl", "mode", change, "do-not-disturb"])
            sense.look()
            until(sense, lambda told, is_quiet=is_quiet: told.do_not_disturb is is_quiet)  # type: ignore[misc]  # bound at once


def test_swaync_tells_by_itself() -> None:
    with Sway(SWAYNC) as sway, contextlib.closing(open_session_sense(sway.environment)) as sense:
        until(sense, lambda told: told.do_not_disturb is False)
        sway.run(["swaync-client", "-dn", "-sw"])
        until(sense, lambda told: told.do_not_disturb)
        sway.run(["swaync-client", "-df", "-sw"])
        until(sense, lambda told: told.do_not_disturb is False)


def test_kwin_tells_pauses_in_the_newer_way() -> None:
    with KWin() as kwin, opened(kwin) as sense:
        assert "ext_idle_notifier_v1" in sense._wire.offers
        until(sense, lambda told: told.typing is False)
        assert sense.signals().presence is Presence.ACTIVE
        assert sense.signals().full_screen is None, "it tells of no windows in this way"


def test_a_compositor_that_ends_is_lost(sway: Sway) -> None:
    from rideau.adapters.linux.attention.sense import SenseLostError  # noqa: PLC0415 - here alone

    with opened(sway) as sense:
        sway.run(["swaymsg", "exit"])
        with pytest.raises(SenseLostError):
            until(sense, lambda told: told.sharing)
    with pytest.raises(SenseLostError):
        open_wayland_sense(sway.environment)
    assert wayland_probe(sway.environment).fitness is Fitness.MISSING
