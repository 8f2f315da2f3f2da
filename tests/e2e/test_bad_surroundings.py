# SPDX-License-Identifier: MIT
"""Does Rideau live through a world that fails? A full disk, no bus, damaged files, strangers at the socket, a crowd."""

import os
import socket
import sqlite3
import subprocess
from pathlib import Path

import pytest

from stage.desktop import Desktop
from stage.program import Program
from stage.running import RIDEAU, Running

SETTINGS = 'version = 1\n[hours]\ntimezone = "Asia/Tokyo"\n[hours.week]\nmonday = []\n[lock]\nlevel = "gentle"\n'
"""Gentle, so that opening and quitting cost no wait."""
NOWHERE = "unix:path=/nowhere/at/all"
WITH_A_MOUNT = (
    ("unshare", "--mount")
    if os.getuid() == 0
    else ("unshare", "--user", "--map-current-user", "--keep-caps", "--mount")
)
FULL = """
for folder in "$@"; do
  [ "$folder" = -- ] && break
  mkdir -p "$folder"
  mount -t tmpfs -o size=32k full "$folder" || exit 9
  [ -e "$folder.kept" ] && cp -R "$folder.kept/." "$folder"
  cat /dev/zero >"$folder/filler" 2>/dev/null
  shift
done
shift
exec "$@"
"""
"""Mounts a disk of 32 kB on each folder up to ``--``, fills it to the last byte, and runs the rest there."""


@pytest.fixture(name="rideau")
def fixture_rideau(rideau: Running) -> Running:
    rideau.settings.write_text(SETTINGS)
    return rideau


def is_calm(rideau: Running) -> bool:
    """Tell whether the app said nothing to the person but in words."""
    assert rideau.app is not None
    return "Traceback" not in rideau.app.output()


def on_full_disks(*folders: Path) -> tuple[str, ...]:
    return (*WITH_A_MOUNT, "sh", "-c", FULL, "sh", *map(str, folders), "--")


def shows_a_window(rideau: Running) -> bool:
    found = rideau.home.run(["xdotool", "search", "--onlyvisible", "--name", "^Rideau$"])
    return bool(found.stdout.strip())


def test_a_full_disk_under_the_state_is_said_and_lived_with(rideau: Running) -> None:
    aside = rideau.home.folder / "log-elsewhere"
    aside.mkdir(exist_ok=True)
    kept = rideau.state.with_name("rideau.kept")
    kept.mkdir(parents=True, exist_ok=True)
    if not (kept / "log").exists():
        (kept / "log").symlink_to(aside)  # the disk is full, the log is on another: what is said there can be read
    app = rideau.start(through=on_full_disks(rideau.state))
    assert rideau.document("status")["timezone"] == "Asia/Tokyo"
    refused = rideau.command("open", "--reason", "x")
    assert refused.returncode == 1
    assert "full" in refused.stderr
    assert refused.stderr.count("\n") == 1
    assert rideau.document("status")["phase"] == "quiet"
    assert rideau.document("doctor")["mechanisms"]
    assert rideau.command("quit").returncode == 0
    assert app.wait() == 0
    said = (aside / "rideau.log").read_text()
    assert "journal" in said
    assert "memory" in said
    assert "Traceback" not in said
    assert is_calm(rideau)
    assert rideau.settings.read_text() == SETTINGS


def test_a_full_disk_under_the_settings_is_no_reason_not_to_start(rideau: Running) -> None:
    rideau.settings.unlink()
    app = rideau.start(through=on_full_disks(rideau.folder))
    assert rideau.document("status")["phase"]
    assert "full" in rideau.log()
    assert rideau.command("quit").returncode == 0
    assert app.wait() == 0
    assert is_calm(rideau)


def test_a_state_folder_that_only_allows_reading_is_lived_with(rideau: Running) -> None:
    rideau.state.mkdir(parents=True)
    mount = f'mount -t tmpfs -o ro none "{rideau.state}" && exec "$@"'
    app = rideau.start(through=(*WITH_A_MOUNT, "sh", "-c", mount, "sh"))
    assert rideau.document("status")["timezone"] == "Asia/Tokyo"
    assert rideau.command("open", "--reason", "x").returncode == 1
    assert rideau.command("quit").returncode == 0
    assert app.wait() == 0
    assert is_calm(rideau)


def test_a_state_folder_that_is_a_file_is_said_in_one_line_or_lived_with(rideau: Running) -> None:
    rideau.state.parent.mkdir(parents=True, exist_ok=True)
    rideau.state.write_text("in the way")
    app = rideau.start()
    assert rideau.document("status")["timezone"] == "Asia/Tokyo"
    assert rideau.command("quit").returncode == 0
    assert app.wait() == 0
    assert is_calm(rideau)
    assert rideau.state.read_text() == "in the way"
    rideau.state.unlink()


def test_a_bus_that_goes_away_takes_nothing_with_it(rideau: Running, desktop: Desktop) -> None:
    app = rideau.start()
    desktop.bus.stop()
    try:
        assert rideau.document("status")["timezone"] == "Asia/Tokyo"
        assert rideau.document("open", "--reason", "x")["phase"] == "work"
        assert rideau.document("close")["phase"] == "quiet"
        rideau.document("doctor")
        assert rideau.command("quit").returncode == 0
        assert app.wait() == 0
    finally:
        desktop.bus.start()
    assert "Traceback" not in app.output() + rideau.log()


@pytest.mark.parametrize("address", [NOWHERE, None, "", "nonsense:,;=\x01", "unix:path=/dev/null"])
def test_without_a_bus_the_window_stands_in_and_doctor_says_so(rideau: Running, address: str | None) -> None:
    rideau.environment.pop("DBUS_SESSION_BUS_ADDRESS")
    if address is not None:
        rideau.environment["DBUS_SESSION_BUS_ADDRESS"] = address
    app = rideau.start()
    rideau.seconds_until(lambda: shows_a_window(rideau))
    found = {each["name"]: each for each in rideau.document("doctor")["mechanisms"]}
    assert found["notifications"]["fitness"] == "missing"
    assert "D-Bus" in found["notifications"]["reason"]
    assert rideau.document("open", "--reason", "x")["phase"] == "work"
    assert rideau.document("resume")["phase"] == "quiet"
    assert rideau.command("quit").returncode == 0
    assert app.wait() == 0
    assert "Traceback" not in app.output() + rideau.log()


HOSTILE = (
    b"",
    b"\n",
    b"\0" * 5000 + b"\n",
    b"\xff\xfe\n",
    b"null\n",
    b"[" * 60_000 + b"\n",
    b'{"version": 1, "command": "quit\n',
    b'{"version": 1, "command": ["quit"]}\n',
    b'{"version": 1, "command": "open", "seconds": 1e999, "reason": {}}\n',
    b'{"version": 1, "command": "open", "seconds": -5, "reason": "x"}\n',
    b'{"version": 99, "command": "quit"}\n',
    b'{"version": 1, "command": "close", "until": "9999-99-99"}\n',
    b"9" * 60_000 + b"\n",
    b"x" * 1_000_000,
    b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
)


def test_hostile_clients_get_nothing_and_break_nothing(rideau: Running) -> None:
    app = rideau.start()
    path = Path(rideau.environment["XDG_RUNTIME_DIR"]) / "rideau/control"
    for said in HOSTILE:
        with socket.socket(socket.AF_UNIX) as client:
            client.settimeout(10)
            client.connect(str(path))
            try:
                client.sendall(said)
                client.shutdown(socket.SHUT_WR)
                while client.recv(65536):
                    pass
            except (BrokenPipeError, ConnectionResetError):
                continue
    silent = [socket.socket(socket.AF_UNIX) for _ in range(40)]
    for client in silent:
        client.settimeout(0)
        client.connect_ex(str(path))
    rideau.seconds_until(lambda: rideau.command("status").returncode == 0, 20)
    for client in silent:
        client.close()
    assert rideau.document("status")["phase"] == "quiet"
    assert app.is_running
    assert "Traceback" not in app.output() + rideau.log()


def test_what_is_damaged_on_disk_is_set_aside_and_said(rideau: Running) -> None:
    rideau.start()
    rideau.document("open", "--reason", "x")
    assert rideau.command("quit").returncode == 0
    damage = b"\x00\xff damaged" * 1000
    for name in ("journal.sqlite", "ledger", "overrides.json"):
        (rideau.state / name).write_bytes(damage)
    assert rideau.command("log").returncode == 1
    assert rideau.command("log").stderr.count("\n") == 1
    app = rideau.start()
    assert rideau.document("status")["phase"] == "quiet"
    rideau.document("open", "--reason", "again")
    kinds = [each["kind"] for each in rideau.document("log")]
    assert "opened" in kinds
    for name in ("journal", "ledger", "overrides"):
        (aside,) = rideau.state.glob(f"{name}.damaged-*")
        assert damage in aside.read_bytes(), name
        assert aside.name in rideau.log(), name
    assert "Traceback" not in app.output() + rideau.log()


def test_a_journal_of_another_shape_is_set_aside(rideau: Running) -> None:
    rideau.state.mkdir(parents=True)
    with sqlite3.connect(rideau.state / "journal.sqlite") as other:
        other.execute("create table event (mine text)")
    other.close()
    rideau.start()
    assert rideau.document("log")
    assert list(rideau.state.glob("journal.damaged-*"))


def test_folders_where_files_belong_are_set_aside_or_lived_with(rideau: Running) -> None:
    for name in ("journal.sqlite", "ledger", "overrides.json", "last-good/config.toml"):
        (rideau.state / name).mkdir(parents=True)
    app = rideau.start()
    rideau.document("open", "--reason", "x")
    assert [each["kind"] for each in rideau.document("log")]
    assert "Traceback" not in app.output() + rideau.log()


def test_of_three_started_at_one_moment_one_runs_and_the_others_show_it(rideau: Running) -> None:
    for _ in range(3):
        logs = [rideau.home.folder / f"crowd-{number}.log" for number in range(3)]
        crowd = [Program(RIDEAU, rideau.environment, log) for log in logs]
        rideau.seconds_until(lambda: sum(each.is_running for each in crowd) == 1)  # noqa: B023 - used at once
        (first,) = (each for each in crowd if each.is_running)
        rideau.app = first
        assert [each.wait() for each in crowd if each is not first] == [0, 0]
        rideau.seconds_until(lambda: shows_a_window(rideau))
        assert rideau.command("quit").returncode == 0
        assert first.wait() == 0
        assert not "".join(log.read_text() for log in logs)
        for log in logs:
            log.unlink()


def test_another_users_socket_folder_is_refused_in_one_line(rideau: Running) -> None:
    folder = rideau.home.folder / "taken"
    folder.mkdir()
    (folder / "rideau").symlink_to("/tmp")  # noqa: S108 - a stranger's trap
    rideau.environment["XDG_RUNTIME_DIR"] = str(folder)
    done: subprocess.CompletedProcess[str] = rideau.command()
    assert done.returncode == 1
    assert done.stderr.startswith("rideau: ")
    assert done.stderr.count("\n") == 1
