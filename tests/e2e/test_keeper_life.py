# SPDX-License-Identifier: MIT
"""Do the real app and its keeper keep each other alive, and leave nothing behind? With the desktop's real settings."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from rideau.adapters.gate_listener import remembered_port
from rideau.adapters.paths import paths_from
from rideau.domain.settings import WEEKDAYS
from stage.desktop import Desktop, Furniture
from stage.keeper import eventually
from stage.linking import answer, kill
from stage.program import marked
from stage.running import Running, command_of, keepers_of, kill_rideau, trays_of

DCONF = "ca.desrt.dconf"
ROOM = 3
"""A machine shared with other jobs may be this many times slower."""
BACK_WITHIN_S, NOT_HUNG_WITHIN_S = 2.0 * ROOM, 5.0 * ROOM
SHOP = """
[networks.shop]
name = "Guild"
sites = ["localhost"]
accounts = [{ name = "City page", use = "professional" }]
"""
CLOSED = f"""version = 1
[hours]
timezone = "UTC"
[hours.week]
monday = []
{SHOP}"""
OPEN = f"""version = 1
[hours]
timezone = "UTC"
[hours.week]
{"".join(f'{day} = ["00:00-24:00"]' + chr(10) for day in WEEKDAYS)}{SHOP}"""
"""Closed by hand, it opens and ends without the wait that closed hours cost."""
GENTLE = OPEN + '[lock]\nlevel = "gentle"\n'


class Town:
    """Hold a desktop with a shop in it that is closed at all hours."""

    def __init__(self, desktop: Desktop) -> None:
        self.desktop = desktop
        self.rideau = Running(desktop)
        self.paths = paths_from(desktop.environment)

    @property
    def database(self) -> Path:
        """Return where the desktop keeps what is set."""
        return self.desktop.config / "dconf/user"

    def settings(self) -> tuple[bytes, int]:
        """Return what is set on this desktop, and when it was written last."""
        if not self.database.exists():
            return b"", 0
        return self.database.read_bytes(), self.database.stat().st_mtime_ns

    def dump(self) -> str:
        return self.desktop.run(["dconf", "dump", "/"]).stdout

    def start(self, settings: str = CLOSED) -> None:
        self.rideau.forget()
        self.rideau.settings.write_text(settings)
        self.rideau.start()
        if settings == CLOSED:
            eventually(self.is_closed)

    def close_by_hand(self) -> None:
        """Be open at all hours but now."""
        self.start(OPEN)
        assert self.rideau.command("close").returncode == 0
        eventually(self.is_closed)

    def is_closed(self) -> bool:
        """Tell whether the gate refuses the shop's site, and browsers are led to the gate."""
        port = remembered_port(self.paths.gate_port_file)
        try:
            return port > 0 and answer(port) == 503 and "autoconfig-url" in self.dump()
        except ConnectionRefusedError:
            return False

    def answers(self) -> bool:
        return self.rideau.command("status").returncode == 0

    def tray(self) -> int:
        return next(iter(trays_of(self.desktop.mark)), 0)

    def keeper(self) -> int:
        return next(iter(keepers_of(self.desktop.mark)), 0)


@pytest.fixture(scope="module", name="desktop")
def fixture_desktop() -> Iterator[Desktop]:
    """Be a GNOME as far as its settings go, in which the person has set something of their own."""
    gnome = {"XDG_CURRENT_DESKTOP": "GNOME"}
    furniture = Furniture(notifications=None, window_manager="", environment=gnome, activatable=(DCONF,))
    with Desktop(furniture) as desktop:
        del desktop.environment["GSETTINGS_BACKEND"]
        assert (
            desktop.run(["dconf", "write", "/org/gnome/system/proxy/ignore-hosts", "['own.example']"]).returncode == 0
        )
        yield desktop


@pytest.fixture(name="town")
def fixture_town(desktop: Desktop) -> Iterator[Town]:
    town = Town(desktop)
    before = town.dump()
    yield town
    kill_rideau(desktop.mark)
    assert town.rideau.command("restore").returncode == 0
    assert town.dump() == before
    town.rideau.leave()


def test_quitting_leaves_nothing_running_and_the_settings_as_they_were(town: Town) -> None:
    before, running = town.dump(), set(marked(town.desktop.mark))
    town.close_by_hand()
    assert town.keeper()
    assert town.dump() != before
    assert town.rideau.command("quit").returncode == 0
    assert town.rideau.app is not None
    assert town.rideau.app.wait() == 0
    eventually(lambda: set(marked(town.desktop.mark)) <= running | dconf_of(town))
    assert town.dump() == before
    assert not town.paths.undo_script.exists()


def dconf_of(town: Town) -> set[int]:
    """Return the desktop's own service for settings, which comes and goes by itself."""
    return {pid for pid in marked(town.desktop.mark) if "dconf-service" in command_of(pid)[0]}


def test_transitions_write_nothing_to_the_desktop(town: Town) -> None:
    town.close_by_hand()
    settings, port = town.settings(), remembered_port(town.paths.gate_port_file)
    for _ in range(3):
        assert town.rideau.command("resume").returncode == 0
        eventually(lambda: answer(port) != 503)
        assert town.rideau.command("close").returncode == 0
        eventually(lambda: answer(port) == 503)
    assert town.settings() == settings


def test_a_tray_that_was_killed_is_started_again_and_the_gate_stays_closed(town: Town) -> None:
    town.start()
    settings, port = town.settings(), remembered_port(town.paths.gate_port_file)
    tray, keeper = town.tray(), town.keeper()
    kill(tray)
    assert answer(port) == 503
    eventually(lambda: town.tray() not in {0, tray} and town.answers())
    assert answer(port) == 503
    assert town.keeper() == keeper, "the keeper lived on"
    assert town.settings() == settings, "browsers were led to the gate all the while"
    sites = next(each for each in town.rideau.document("status")["enforced"] if each["by"] == "sites")
    assert "shop" in sites["networks"]


@pytest.mark.parametrize(
    ("number", "within_s"),
    [(signal.SIGKILL, BACK_WITHIN_S), (signal.SIGSTOP, NOT_HUNG_WITHIN_S)],
    ids=["killed", "stopped"],
)
def test_a_keeper_that_fails_is_replaced_in_time(town: Town, number: int, within_s: float) -> None:
    town.start()
    port, keeper = remembered_port(town.paths.gate_port_file), town.keeper()
    began = time.monotonic()
    os.kill(keeper, number)
    eventually(lambda: answer(port) == 503)
    assert time.monotonic() - began < within_s
    assert town.keeper() not in {0, keeper}


def test_after_both_were_killed_the_next_start_goes_on_where_they_were(town: Town) -> None:
    town.start()
    settings, port = town.settings(), remembered_port(town.paths.gate_port_file)
    kill_rideau(town.desktop.mark)
    assert town.settings() == settings
    assert town.rideau.app is not None
    town.rideau.app.wait()
    town.rideau.start()
    eventually(town.is_closed)
    assert remembered_port(town.paths.gate_port_file) == port
    assert town.settings() == settings


def test_a_running_app_restores_and_then_leads_browsers_to_the_gate_again(town: Town) -> None:
    town.close_by_hand()
    assert town.rideau.document("restore")["restored"] > 0
    eventually(town.is_closed)


def test_what_was_installed_stays_unless_everything_is_to_be_put_back(town: Town) -> None:
    assert town.rideau.command("browsers", "install", "chromium").returncode == 0
    town.close_by_hand()
    assert town.rideau.document("restore", "--keep-installed")["restored"] > 0
    assert town.rideau.document("restore")["restored"] > 1
    assert town.rideau.document("quit") is None
    assert town.rideau.document("restore")["restored"] == 0


@pytest.mark.parametrize("command", ["quit", "restore"])
def test_a_keeper_whose_tray_is_gone_ends_with_whoever_puts_things_back(town: Town, command: str) -> None:
    before = town.dump()
    town.start()
    os.kill(town.tray(), signal.SIGKILL)
    eventually(lambda: not town.answers())
    town.rideau.command(command)
    eventually(lambda: not town.keeper() and not town.tray())
    assert town.dump() == before


def test_at_the_gentle_level_nothing_is_led_anywhere_and_no_keeper_runs(town: Town) -> None:
    before = town.dump()
    town.start(OPEN)
    eventually(town.keeper)
    town.rideau.settings.write_text(GENTLE)
    eventually(lambda: not town.keeper())
    assert town.rideau.command("close").returncode == 0
    assert town.dump() == before
    town.rideau.settings.write_text(OPEN)
    eventually(town.is_closed)


def test_doctor_tells_of_the_gate_the_way_to_it_and_each_browser(town: Town) -> None:
    town.start()
    told = {each["name"]: each["fitness"] for each in town.rideau.document("doctor")["mechanisms"]}
    assert (told["sites"], told["routing"]) == ("works", "works")
    assert "sites-chromium" in told
    assert any(name.startswith("sites-firefox") for name in told)
