# SPDX-License-Identifier: MIT
"""Does everything come back when Rideau is deleted without being uninstalled? The installation is really deleted."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import rideau
from contracts.in_force import BARE
from rideau.adapters.in_force_file import InForceFile
from rideau.adapters.linux.sites.launcher_override import KIND as LAUNCHER
from rideau.adapters.linux.sites.undo_script import UndoableLedger, UndoScript
from rideau.adapters.paths import paths_from
from rideau.domain.change import Change
from stage.proxy_settings import ProxyHome

SITES = ("linkedin.com", "slack.com")
OWN = {"mode": "none", "autoconfig-url": 'http://old.example/it\'s "so" é\\n'}

HOLD_UNTIL_KILLED = """
import os, signal, sys
from rideau.adapters.ledger_file import LedgerFile
from rideau.adapters.linux.sites.routing import DesktopRouting
from rideau.adapters.paths import paths_from
paths = paths_from(os.environ)
routing = DesktopRouting(os.environ, LedgerFile(paths.ledger_file), paths.undo_script, lambda: True)
state = routing.hold(("linkedin.com", "slack.com"), 4321)
assert state.is_in_place, state
os.kill(os.getpid(), signal.SIGKILL)
"""


class Installation:
    """Be a copy of Rideau in a folder of its own, with its launcher."""

    def __init__(self, home: ProxyHome) -> None:
        self._home = home
        self.folder = home.folder / "in stalled; here's Rideau"
        shutil.copytree(Path(rideau.__file__).parent, self.folder / "rideau")
        resources = Path(rideau.__file__).parents[2] / "resources"
        shutil.copytree(resources, self.folder / "rideau/resources")
        self.python = self.folder / "bin/python"
        self.python.parent.mkdir()
        packages = [entry for entry in sys.path if entry.endswith("site-packages")]
        path = shlex.quote(":".join([str(self.folder), *packages]))
        self.python.write_text(f'#!/bin/sh\nPYTHONPATH={path} exec {sys.executable} "$@"\n')
        launcher = self.folder / "bin/rideau"
        launcher.write_text(f'#!/bin/sh\nexec {shlex.quote(str(self.python))} -m rideau "$@"\n')
        for file in (self.python, launcher):
            file.chmod(0o755)

    def hold_and_die(self) -> None:
        """Lead the sites to the gate, and be killed."""
        program = HOLD_UNTIL_KILLED.replace(
            "import os,", f"import sys; sys.executable = {str(self.python)!r}\nimport os,"
        )
        done = subprocess.run(
            [self.python, "-c", program], env=self._home.environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == -9, done.stderr

    def start_at_login(self) -> None:
        """Have it start at login, as a person who uses it does."""
        subprocess.run([self.folder / "bin/rideau", "autostart", "on"], env=self._home.environment, check=True)

    def delete(self) -> None:
        """Delete it, as with a file manager."""
        shutil.rmtree(self.folder)


@pytest.fixture(params=["GNOME", "KDE", "XFCE"])
def home(request: pytest.FixtureRequest) -> Iterator[ProxyHome]:
    with ProxyHome(request.param) as home:
        yield home


def log_in(home: ProxyHome) -> int:
    """Do as the desktop does at login: start what the autostart folder says; return how it ended."""
    (entry,) = (home.config / "autostart").glob("rideau-undo.desktop")
    (command,) = (line.removeprefix("Exec=") for line in entry.read_text().splitlines() if line.startswith("Exec="))
    done = home.run(shlex.split(command))
    assert done.stdout == ""
    return done.returncode


def everything(home: ProxyHome) -> dict[Path, bytes]:
    """Return every file of the home but the ledger, which is nobody's any more, and dconf's own lock."""
    places = (place for place in home.folder.joinpath("home").rglob("*") if place.is_file())
    return {place: place.read_bytes() for place in places if not place.name.startswith("ledger")}


def test_a_rideau_that_does_not_start_at_login_is_asked_to_put_back_what_a_crash_left(home: ProxyHome) -> None:
    dump, before = home.dump(), everything(home)
    installation = Installation(home)
    installation.hold_and_die()
    assert home.get("mode") == "'auto'"
    assert log_in(home) == 0
    assert home.dump() == dump
    own = (home.folder / "home/.local/state", home.config / "dconf")
    assert not before
    assert not [place for place in everything(home) if not any(place.is_relative_to(each) for each in own)]


def test_everything_comes_back_at_the_next_login_once_rideau_is_deleted(home: ProxyHome) -> None:
    for key, value in OWN.items():
        home.set(key, value)
    kde = home.config / "kioslaverc"
    kde.write_text("[Proxy Settings][$e]\nx=1\n\n[Proxy Settings]\nNoProxyFor=a,b\nProxyType=0\n")
    dump, before = home.dump(), everything(home)
    installation = Installation(home)
    installation.start_at_login()
    installation.hold_and_die()
    held = everything(home)
    assert home.get("mode") == "'auto'"
    assert ("ProxyType=2" in kde.read_text()) == (home.environment["XDG_CURRENT_DESKTOP"] == "KDE")

    assert log_in(home) == 0
    assert everything(home) == held, "Rideau is there: it sees to it itself"

    installation.delete()
    assert log_in(home) == 0
    assert home.dump() == dump
    (home.config / "autostart/rideau.desktop").unlink()
    assert everything(home) == before


def test_what_the_person_set_since_stays(home: ProxyHome) -> None:
    installation = Installation(home)
    installation.hold_and_die()
    installation.delete()
    home.set("autoconfig-url", "http://mine.example/")
    dump = home.dump()
    assert log_in(home) == 0
    assert home.dump() == dump
    assert not home.paths.undo_script.exists()


def test_without_a_bus_it_stays_for_the_next_login(home: ProxyHome) -> None:
    dump = home.dump()
    installation = Installation(home)
    installation.hold_and_die()
    installation.delete()
    home.bus.stop()
    assert log_in(home) == 1
    home.bus.start()
    assert log_in(home) == 0
    assert home.dump() == dump
    assert not home.paths.undo_script.exists()


def test_where_kde_wrote_its_file_since_the_two_lines_alone_go_back() -> None:
    with ProxyHome("KDE") as home:
        file = home.config / "kioslaverc"
        file.write_text("[Proxy Settings]\nProxyType=0\n")
        installation = Installation(home)
        installation.hold_and_die()
        installation.delete()
        file.write_text("[New]\nx=1\n\n" + file.read_text() + "Mine=1\n")
        assert log_in(home) == 0
        assert file.read_text() == "[New]\nx=1\n\n[Proxy Settings]\nProxyType=0\nMine=1\n"


def test_with_gsettings_alone_it_comes_back_too() -> None:
    with ProxyHome() as home:
        home.set("autoconfig-url", "http://old.example/")
        database = home.database()
        installation = Installation(home)
        installation.hold_and_die()
        installation.delete()
        tools = home.folder / "tools"
        tools.mkdir()
        for name in ("gsettings", "sh", "rm", "cmp", "cat"):
            (tools / name).symlink_to(str(shutil.which(name)))
        home.environment["PATH"] = str(tools)
        (entry,) = (home.config / "autostart").glob("rideau-undo.desktop")
        assert entry.exists()
        done = subprocess.run([tools / "sh", home.paths.undo_script], env=home.environment, check=False)
        assert done.returncode == 0
        assert home.database() == database
        assert not entry.exists()


def test_a_launcher_comes_back_and_one_that_the_person_changed_stays(tmp_path: Path) -> None:
    script = tmp_path / "state/undo.sh"
    undo = UndoScript({"XDG_CONFIG_HOME": str(tmp_path / "config")}, script, ("/nowhere/rideau",))
    files = {name: tmp_path / f"{name} it's.desktop" for name in ("own", "made", "changed", "deleted")}
    changes = [
        Change(LAUNCHER, str(files["own"]), "theirs\n\udcff", "ours"),
        Change(LAUNCHER, str(files["made"]), None, "ours"),
        Change(LAUNCHER, str(files["changed"]), "theirs", "ours"),
        Change(LAUNCHER, str(files["deleted"]), "theirs", "ours"),
    ]
    undo.keep(changes)
    for name in ("own", "made"):
        files[name].write_text("ours")
    files["changed"].write_text("mine")
    done = subprocess.run(["sh", script], env=os.environ, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert files["own"].read_bytes() == b"theirs\n\xff"
    assert files["changed"].read_text() == "mine"
    assert not files["made"].exists()
    assert not files["deleted"].exists()
    assert not undo.is_there()
    assert list((tmp_path / "state").iterdir()) == []


@pytest.mark.parametrize("was_there", [False, True])
@pytest.mark.parametrize("by_itself", [False, True])
def test_an_autostart_folder_that_was_made_for_it_goes_with_it(
    tmp_path: Path, *, was_there: bool, by_itself: bool
) -> None:
    """Whoever takes it away; one that was there stays, empty or not."""
    script, folder = tmp_path / "state/undo.sh", tmp_path / "config/autostart"
    if was_there:
        folder.mkdir(parents=True)
    undo = UndoScript({"XDG_CONFIG_HOME": str(tmp_path / "config")}, script, ("/nowhere/rideau",))
    for before in ("theirs", "others"):
        undo.keep([Change(LAUNCHER, str(tmp_path / "a.desktop"), before, "ours")])
    assert (folder / "rideau-undo.desktop").exists()
    if by_itself:
        assert subprocess.run(["sh", script], env=os.environ, check=False).returncode == 0
    else:
        undo.remove()
    assert not undo.is_there()
    assert folder.exists() == was_there


def test_an_autostart_folder_that_holds_more_by_now_stays(tmp_path: Path) -> None:
    script, other = tmp_path / "state/undo.sh", tmp_path / "config/autostart/other.desktop"
    undo = UndoScript({"XDG_CONFIG_HOME": str(tmp_path / "config")}, script, ("/nowhere/rideau",))
    undo.keep([Change(LAUNCHER, str(tmp_path / "a.desktop"), "theirs", "ours")])
    other.write_text("[Desktop Entry]\n")
    undo.remove()
    assert list(other.parent.iterdir()) == [other]


def test_it_follows_the_ledger_and_goes_with_the_last_change(tmp_path: Path) -> None:
    with ProxyHome() as home:
        script = home.paths.undo_script
        undo = UndoScript(home.environment, script, ("/nowhere/rideau",))
        ledger = UndoableLedger(home.ledger, undo, script)
        numbers = [ledger.record(Change(LAUNCHER, str(tmp_path / f"{each}.desktop"), "b", "a")) for each in range(2)]
        assert "1.desktop" in script.read_text()
        saved = script.with_name("undo.sh.d")
        assert len(list(saved.iterdir())) == 4
        ledger.settle(numbers[1])
        assert "1.desktop" not in script.read_text()
        assert len(list(saved.iterdir())) == 2
        script.unlink()
        ledger.mend()
        assert script.exists()
        ledger.settle(numbers[0])
        assert not undo.is_there()
        assert not saved.exists()
        assert ledger.pending() == ()


def test_the_script_is_plain_sh(home: ProxyHome) -> None:
    home.routing().hold(SITES, 4321)
    for shell in ("sh", "bash", "dash"):
        if shutil.which(shell):
            assert home.run([shell, "-n", str(home.paths.undo_script)]).returncode == 0
    assert "[[" not in home.paths.undo_script.read_text()


STAND_IN = """#!/bin/sh
echo "$*" >>"$0.calls"
[ "$1" = autostart ] && echo '{"autostart": false}'
[ -n "$1" ] || exit STARTS
"""


@pytest.mark.parametrize(
    ("hours", "starts", "calls"),
    [
        (10, 0, [""]),
        (10, 1, ["", "restore --keep-installed"]),
        (-10, 0, ["restore --keep-installed"]),
        (None, 0, ["restore --keep-installed"]),
    ],
)
def test_while_something_is_kept_closed_it_is_rideau_that_comes_back_at_login(
    tmp_path: Path, hours: int | None, starts: int, calls: list[str]
) -> None:
    """Also where somebody switched its autostart off meanwhile; where it does not start, all is put back."""
    program = tmp_path / "rideau"
    program.write_text(STAND_IN.replace("STARTS", str(starts)))
    program.chmod(0o755)
    paths = paths_from({"HOME": str(tmp_path)})
    if hours is not None:
        until = int((datetime.now(UTC) + timedelta(hours=hours)).timestamp())
        InForceFile(paths.in_force_file, tmp_path).save(BARE._replace(closed_until=until))
    undo = UndoScript({"HOME": str(tmp_path)}, paths.undo_script, (str(program),))
    undo.keep([Change(LAUNCHER, str(tmp_path / "own.desktop"), "theirs", "ours")])
    subprocess.run(["sh", paths.undo_script], env=os.environ, check=False)
    assert Path(f"{program}.calls").read_text().splitlines() == ["--version", "autostart status --json", *calls]
