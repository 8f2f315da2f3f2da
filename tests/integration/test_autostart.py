# SPDX-License-Identifier: MIT
"""Does a real desktop start Rideau at login when it is switched on, and leave it when it is off?"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from contracts.autostart import AutostartContract
from rideau.adapters.linux.autostart import XdgAutostart, config_folders, launch_command
from rideau.domain.error import StorageError
from rideau.domain.probe import Fitness
from stage.desktop import Desktop, Furniture

HERE = (sys.executable, "-m", "rideau")


class TestXdgAutostart(AutostartContract):
    """The entry in the person's configuration folder."""

    @pytest.fixture
    def autostart(self, tmp_path: Path) -> XdgAutostart:
        return XdgAutostart((tmp_path / "own", tmp_path / "shared"), HERE)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Where the person's own entry lies."""
    return tmp_path / "own/autostart/rideau.desktop"


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """Where the system's entry would lie."""
    return tmp_path / "shared/autostart/rideau.desktop"


def switched(tmp_path: Path, *, command: tuple[str, ...] = HERE, desktop: str = "XFCE") -> XdgAutostart:
    return XdgAutostart((tmp_path / "own", tmp_path / "shared"), command, desktop)


def write(file: Path, *lines: str) -> None:
    file.parent.mkdir(parents=True)
    file.write_text("\n".join(("[Desktop Entry]", "Type=Application", "Name=Rideau", *lines)) + "\n", "utf-8")


def test_the_entry_is_one_that_desktops_accept(tmp_path: Path, own: Path) -> None:
    switched(tmp_path).switch(on=True)
    subprocess.run(["desktop-file-validate", str(own)], check=True)
    assert "X-GNOME-Autostart-enabled" not in own.read_text("utf-8")


def test_off_is_said_with_hidden_and_nothing_else_of_the_entry_changes(tmp_path: Path, own: Path) -> None:
    autostart = switched(tmp_path)
    autostart.switch(on=True)
    on = own.read_text("utf-8")
    autostart.switch(on=False)
    assert own.read_text("utf-8") == on + "Hidden=true\n"
    autostart.switch(on=True)
    assert own.read_text("utf-8") == on


def test_what_a_person_wrote_into_the_entry_stays(tmp_path: Path, own: Path) -> None:
    edited = ("# mine", "Exec=true --config '~/été.toml'", "X-Mine=1", "Hidden=true", "", "[Other]", "Hidden=false")
    write(own, *edited)
    switched(tmp_path).switch(on=True)
    kept = [line for line in edited if line != "Hidden=true"]
    assert own.read_text("utf-8").splitlines()[3:] == kept


def test_switching_to_what_it_is_already_leaves_the_file_alone(tmp_path: Path, own: Path) -> None:
    write(own, "Exec=true")
    before = own.stat().st_mtime_ns, own.stat().st_ino
    switched(tmp_path).switch(on=True)
    assert (own.stat().st_mtime_ns, own.stat().st_ino) == before


def test_off_before_any_entry_writes_none(tmp_path: Path, own: Path) -> None:
    switched(tmp_path).switch(on=False)
    assert not own.exists()


def test_an_entry_of_the_systems_counts_and_is_overruled_by_the_persons_own(
    tmp_path: Path, own: Path, shared: Path
) -> None:
    write(shared, "Exec=true", "X-Fleet=yes")
    autostart = switched(tmp_path)
    assert autostart.is_on()
    autostart.switch(on=False)
    assert not autostart.is_on()
    assert "X-Fleet=yes" in own.read_text("utf-8")
    assert "Hidden" not in shared.read_text("utf-8")


@pytest.mark.parametrize(
    ("line", "starts"),
    [
        ("TryExec=/nowhere/rideau", False),
        ("TryExec=sh", True),
        ("Hidden=false", True),
        ("X-GNOME-Autostart-enabled=false", True),
        ("OnlyShowIn=GNOME;KDE;", False),
        ("OnlyShowIn=GNOME;XFCE;", True),
        ("NotShowIn=XFCE;", False),
        ("NotShowIn=KDE;", True),
    ],
)
def test_an_entry_is_read_as_desktops_read_it(tmp_path: Path, own: Path, line: str, *, starts: bool) -> None:
    write(own, "Exec=true", line)
    autostart = switched(tmp_path)
    assert autostart.is_on() is starts
    autostart.switch(on=True)
    assert autostart.is_on()


def test_an_entry_without_a_command_starts_nothing(tmp_path: Path, own: Path) -> None:
    write(own)
    assert not switched(tmp_path).is_on()


def test_an_entry_whose_program_is_gone_is_led_to_the_one_that_runs(tmp_path: Path, own: Path) -> None:
    write(own, "Exec=/gone/rideau", "TryExec=/gone/rideau")
    switched(tmp_path).switch(on=True)
    assert f"Exec={sys.executable} -m rideau" in own.read_text("utf-8").splitlines()


def test_garbage_in_the_entrys_place_is_off_and_can_be_switched_on(tmp_path: Path, own: Path) -> None:
    own.parent.mkdir(parents=True)
    own.write_bytes(b"\xff\x00 no entry at all\n")
    autostart = switched(tmp_path)
    assert not autostart.is_on()
    autostart.switch(on=True)
    assert autostart.is_on()


def test_an_entry_that_is_a_link_stays_one(tmp_path: Path, own: Path) -> None:
    target = tmp_path / "dotfiles/rideau.desktop"
    write(target, "Exec=true", "Hidden=true")
    own.parent.mkdir(parents=True)
    own.symlink_to(target)
    switched(tmp_path).switch(on=True)
    assert own.is_symlink()
    assert "Hidden" not in target.read_text("utf-8")


def test_a_folder_in_the_entrys_place_is_told_in_words(tmp_path: Path, own: Path) -> None:
    own.mkdir(parents=True)
    autostart = switched(tmp_path)
    assert not autostart.is_on()
    with pytest.raises(StorageError, match=r"rideau\.desktop"):
        autostart.switch(on=True)


def test_a_file_in_the_folders_place_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "own").write_text("")
    with pytest.raises(StorageError, match=r"rideau\.desktop"):
        switched(tmp_path).switch(on=True)


def test_desktops_that_start_nothing_at_login_say_so_and_how_to_help(tmp_path: Path) -> None:
    probe = switched(tmp_path, desktop="sway").probe()
    assert probe.fitness is Fitness.NOT_HERE
    assert probe.remedy is not None
    assert "-m rideau" in str(probe.remedy)
    assert switched(tmp_path, desktop="ubuntu:GNOME").probe().fitness is Fitness.WORKS


def test_an_entry_is_named_only_where_it_starts_rideau(tmp_path: Path) -> None:
    autostart = switched(tmp_path)
    assert str(autostart.probe().reason) == "It is off."
    assert str(autostart.probe().remedy) == "“rideau autostart on” switches it on."
    autostart.switch(on=True)
    assert "rideau.desktop" in str(autostart.probe().reason)
    autostart.switch(on=False)
    assert "It is off" in str(autostart.probe().reason), "though the entry is there, hidden"


def test_the_folders_are_those_of_the_base_directory_specification() -> None:
    assert config_folders({"HOME": "/home/a"}) == (Path("/home/a/.config"), Path("/etc/xdg"))
    environment = {"HOME": "/home/a", "XDG_CONFIG_HOME": "/c", "XDG_CONFIG_DIRS": "/x:relative:/y"}
    assert config_folders(environment) == (Path("/c"), Path("/x"), Path("/y"))


def test_what_is_started_at_login_is_the_rideau_that_runs() -> None:
    command = launch_command()
    assert os.access(command[0], os.X_OK)
    assert Path(command[0]).parent == Path(sys.executable).parent


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    """A screen and a bus; the session brings the rest."""
    furniture = Furniture(notifications=None, window_manager="", activatable=("org.xfce.Xfconf",))
    with Desktop(furniture) as desktop:
        yield desktop


@pytest.mark.parametrize("program", ["rideau", 'odd $name "here" %f \\ é'])
def test_xfce_starts_it_at_login_when_on_and_not_when_off(desktop: Desktop, tmp_path: Path, program: str) -> None:
    """A second entry of another program tells that the session has come to the autostart folder, both times."""
    started, arrived = tmp_path / "started", tmp_path / "arrived"
    stand_in = tmp_path / program
    stand_in.write_text(f'#!/bin/sh\necho "$@" > "{started}"\n')
    stand_in.chmod(0o755)
    folder = desktop.config / "autostart"
    autostart = XdgAutostart((desktop.config,), (str(stand_in), "two words", "100%"), "XFCE")
    autostart.switch(on=True)
    (folder / "zz-last.desktop").write_text(f"[Desktop Entry]\nType=Application\nName=Last\nExec=touch {arrived}\n")
    log_in(desktop, arrived)
    assert started.read_text() == "two words 100%\n"
    started.unlink()
    arrived.unlink()
    autostart.switch(on=False)
    log_in(desktop, arrived)
    assert not started.exists()
    (folder / "rideau.desktop").unlink()


def log_in(desktop: Desktop, arrived: Path) -> None:
    """Start a session, wait until its autostart folder was gone through, and end it."""
    session = desktop.start(["xfce4-session"], XDG_CURRENT_DESKTOP="XFCE")
    watch = subprocess.run(
        ["timeout", "30", "sh", "-c", f'while [ ! -e "{arrived}" ]; do sleep 0.1; done; sleep 1'], check=False
    )
    session.stop()
    assert watch.returncode == 0, session.output()
