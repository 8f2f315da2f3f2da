# SPDX-License-Identifier: MIT
"""Is a resume, an unlock or another time zone noticed, with and without a system bus?"""

import shutil
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from jeepney import DBusAddress, message_bus, new_signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rideau.adapters.qt.system_signals import SystemSignals
from rideau.domain.probe import Fitness
from stage.bus import SessionBus, ask
from stage.desktop import Home
from stage.sender import unreadable

LOGIND = "org.freedesktop.login1"
TIMEDATED = "org.freedesktop.timedate1"
SESSION = "/org/freedesktop/login1/session/_31"
PROPERTIES = "org.freedesktop.DBus.Properties"
NOBODY = "unix:path=/nonexistent/bus"
ENOUGH_MS = 2000

Signal = tuple[str, str, str, str, tuple[Any, ...]]


def changed(interface: str, values: dict[str, tuple[str, Any]], *outdated: str) -> Signal:
    return SESSION, PROPERTIES, "PropertiesChanged", "sa{sv}as", (interface, values, list(outdated))


def has_come(heard: list[float], count: int) -> bool:
    return len(heard) >= count


NEWS: dict[str, Signal] = {
    "resume": ("/org/freedesktop/login1", f"{LOGIND}.Manager", "PrepareForSleep", "b", (False,)),
    "unlock request": (SESSION, f"{LOGIND}.Session", "Unlock", "", ()),
    "unlocked": changed(f"{LOGIND}.Session", {"LockedHint": ("b", False)}),
    "zone": changed(TIMEDATED, {"Timezone": ("s", "Asia/Tokyo")}),
    "zone, unsaid which": changed(TIMEDATED, {}, "Timezone"),
}
NO_NEWS: dict[str, Signal] = {
    "going to sleep": ("/org/freedesktop/login1", f"{LOGIND}.Manager", "PrepareForSleep", "b", (True,)),
    "locked": changed(f"{LOGIND}.Session", {"LockedHint": ("b", True)}),
    "idle": changed(f"{LOGIND}.Session", {"IdleHint": ("b", True)}),
    "time synchronised": changed(TIMEDATED, {"NTPSynchronized": ("b", True)}),
    "somebody else": changed("org.example.Other", {"Timezone": ("s", "Asia/Tokyo")}),
    "odd": ("/org/freedesktop/login1", f"{LOGIND}.Manager", "PrepareForSleep", "", ()),
}
SCREEN_SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.xfce.ScreenSaver")


class Daemon:
    """Play logind, timedated or a screen saver on a private bus."""

    def __init__(self, bus: SessionBus) -> None:
        """Own both names."""
        self._connection = bus.connect()
        for name in (LOGIND, TIMEDATED):
            ask(self._connection, message_bus.RequestName(name))

    def says(self, signal: Signal) -> None:
        """Broadcast ``signal``."""
        path, interface, member, signature, body = signal
        self._connection.send(new_signal(DBusAddress(path, interface=interface), member, signature or None, body))

    def close(self) -> None:
        """Leave the bus."""
        self._connection.close()


@pytest.fixture(scope="module")
def bus() -> Iterator[SessionBus]:
    """A bus that stands in for the system's and the session's."""
    with Home() as home, SessionBus(home.environment, home.folder) as bus:
        yield bus


@pytest.fixture
def daemon(bus: SessionBus) -> Iterator[Daemon]:
    daemon = Daemon(bus)
    yield daemon
    daemon.close()


@pytest.fixture
def etc(tmp_path: Path) -> Path:
    """A folder with the files that name the zone."""
    folder = tmp_path / "etc"
    folder.mkdir()
    (folder / "localtime").symlink_to("/usr/share/zoneinfo/Europe/Paris")
    (folder / "timezone").write_text("Europe/Paris\n")
    return folder


@pytest.fixture
def heard() -> list[float]:
    """When each news came."""
    return []


@pytest.fixture
def signals(qapp: QApplication, bus: SessionBus, etc: Path, heard: list[float]) -> Iterator[SystemSignals]:
    del qapp
    signals = SystemSignals(
        lambda: heard.append(time.monotonic()), system_bus=bus.address, session_bus=bus.address, etc=etc
    )
    yield signals
    signals.close()


@pytest.fixture
def deaf(qapp: QApplication, etc: Path, heard: list[float]) -> Iterator[SystemSignals]:
    """Listening where there is neither a system bus nor a session bus."""
    del qapp
    signals = SystemSignals(lambda: heard.append(time.monotonic()), system_bus=NOBODY, session_bus=NOBODY, etc=etc)
    yield signals
    signals.close()


@pytest.mark.parametrize("news", NEWS)
@pytest.mark.usefixtures("signals")
def test_news_of_the_system_are_heard_once_and_soon(
    daemon: Daemon, heard: list[float], qtbot: QtBot, news: str
) -> None:
    said = time.monotonic()
    daemon.says(NEWS[news])
    qtbot.waitUntil(lambda: bool(heard), timeout=ENOUGH_MS)
    print(f"{news}: heard after {(heard[0] - said) * 1000:.1f} ms")
    qtbot.wait(50)
    assert len(heard) == 1


@pytest.mark.usefixtures("signals")
def test_a_signal_that_cannot_be_read_is_passed_over(bus: SessionBus, heard: list[float], qtbot: QtBot) -> None:
    path, interface, member, _, _ = NEWS["resume"]
    odd = new_signal(DBusAddress(path, interface=interface), member, "u", (0,))
    news = new_signal(DBusAddress(path, interface=interface), member, "b", (False,))
    with bus.connect() as connection:
        connection.sock.sendall(unreadable(connection, odd))
        connection.send(news)
        qtbot.waitUntil(lambda: has_come(heard, 1), timeout=ENOUGH_MS)


@pytest.mark.parametrize("interface", SCREEN_SAVERS)
@pytest.mark.usefixtures("signals")
def test_a_screen_saver_that_ends_is_an_unlock(
    daemon: Daemon, heard: list[float], qtbot: QtBot, interface: str
) -> None:
    daemon.says(("/any/path", interface, "ActiveChanged", "b", (True,)))
    daemon.says(("/any/path", interface, "ActiveChanged", "b", (False,)))
    qtbot.waitUntil(lambda: bool(heard), timeout=ENOUGH_MS)
    qtbot.wait(50)
    assert len(heard) == 1


@pytest.mark.usefixtures("signals")
def test_what_changes_nothing_is_not_passed_on(daemon: Daemon, heard: list[float], qtbot: QtBot) -> None:
    """A resume told last tells that all before it came through."""
    for signal in NO_NEWS.values():
        daemon.says(signal)
    daemon.says(NEWS["resume"])
    qtbot.waitUntil(lambda: bool(heard), timeout=ENOUGH_MS)
    qtbot.wait(50)
    assert len(heard) == 1


def test_another_zone_is_noticed_without_any_bus(
    deaf: SystemSignals, etc: Path, heard: list[float], qtbot: QtBot
) -> None:
    """As timedatectl does it, and again, since a replaced file must be watched anew."""
    assert deaf.probe().fitness is Fitness.NOT_HERE
    for count, zone in enumerate(("Asia/Tokyo", "America/Lima"), start=1):
        (etc / "new").symlink_to(f"/usr/share/zoneinfo/{zone}")
        (etc / "new").replace(etc / "localtime")
        qtbot.waitUntil(partial(has_come, heard, count), timeout=ENOUGH_MS)


@pytest.mark.usefixtures("deaf")
def test_a_zone_file_written_in_place_is_noticed(etc: Path, heard: list[float], qtbot: QtBot) -> None:
    for zone in ("Asia/Tokyo", "America/Lima"):
        heard.clear()
        (etc / "timezone").write_text(f"{zone}\n")
        qtbot.waitUntil(lambda: bool(heard), timeout=ENOUGH_MS)


@pytest.mark.usefixtures("deaf")
def test_a_zone_file_that_is_copied_over_is_noticed(etc: Path, heard: list[float], qtbot: QtBot) -> None:
    (etc / "localtime").unlink()
    qtbot.waitUntil(lambda: bool(heard), timeout=ENOUGH_MS)
    heard.clear()
    shutil.copyfile("/usr/share/zoneinfo/Asia/Tokyo", etc / "localtime")
    qtbot.waitUntil(lambda: bool(heard), timeout=ENOUGH_MS)


@pytest.mark.usefixtures("deaf")
def test_other_files_beside_the_zones_wake_nobody(etc: Path, heard: list[float], qtbot: QtBot) -> None:
    (etc / "passwd").write_text("changed")
    qtbot.wait(200)
    assert heard == []


def test_with_a_system_bus_it_says_that_it_works(signals: SystemSignals) -> None:
    assert signals.probe().fitness is Fitness.WORKS


def test_a_bus_that_goes_away_ends_nothing_else(
    qapp: QApplication, etc: Path, heard: list[float], qtbot: QtBot
) -> None:
    del qapp
    with Home() as home:
        with SessionBus(home.environment, home.folder) as bus:
            signals = SystemSignals(
                lambda: heard.append(time.monotonic()), system_bus=bus.address, session_bus=bus.address, etc=etc
            )
        qtbot.wait(100)
        (etc / "timezone").write_text("Asia/Tokyo\n")
        qtbot.waitUntil(lambda: bool(heard), timeout=ENOUGH_MS)
        signals.close()
        signals.close()


@pytest.mark.parametrize("address", [NOBODY, "", "rubbish", "tcp:host=localhost,port=1"])
def test_an_address_of_any_kind_is_survived(qapp: QApplication, tmp_path: Path, address: str) -> None:
    del qapp
    signals = SystemSignals(lambda: None, system_bus=address, session_bus=address, etc=tmp_path / "none")
    assert signals.probe().fitness is Fitness.NOT_HERE
    signals.close()
