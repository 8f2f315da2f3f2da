# SPDX-License-Identifier: MIT
"""Does ``rideau apps`` list what is installed with the network of each, with nothing running and no display?"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

SETTINGS = """
version = 1
[networks.crew]
name = "The crew"
sites = ["crew.example"]
apps = { linux = ["crew-chat", "bash"] }
"""
ENTRIES: Mapping[str, tuple[str, ...]] = {
    "slack": ("Exec=slack %U", "Name=Slack", "Icon=slack"),
    "abacus": ("Exec=abacus", "Name=Abacus", "Name[fr]=Boulier"),
    "crew-web": ("Exec=chromium --app=https://chat.crew.example/room", "Name=Crew in the browser"),
    "odd-web": ("Exec=chromium --app=http://[::/", "Name=Odd"),
}

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(name="rideau")
def fixture_rideau(tmp_path: Path) -> Run:
    """Return a way to run ``rideau apps`` on a machine with a menu of its own."""
    menu, programs, config = tmp_path / "share/applications", tmp_path / "bin", tmp_path / "config/rideau"
    for folder in (menu, programs, config):
        folder.mkdir(parents=True)
    for name in ("slack", "abacus", "crew-chat", "bash", "chromium"):
        (programs / name).write_bytes(b"\x7fELF")
        (programs / name).chmod(0o755)
    for name, lines in ENTRIES.items():
        (menu / f"{name}.desktop").write_text("\n".join(["[Desktop Entry]", "Type=Application", *lines, ""]))
    (config / "config.toml").write_text(SETTINGS)

    def run(*arguments: str, **extra: str) -> "subprocess.CompletedProcess[str]":
        environment = {
            "HOME": str(tmp_path),
            "PATH": str(programs),
            "XDG_CONFIG_HOME": str(tmp_path / "config"),
            "XDG_STATE_HOME": str(tmp_path / "state"),
            "XDG_RUNTIME_DIR": str(tmp_path / "run"),
            "XDG_DATA_DIRS": str(tmp_path / "share"),
            "LANG": "C.UTF-8",
            **extra,
        }
        command = [sys.executable, "-m", "rideau", "apps", *arguments]
        return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)

    return run


def test_apps_of_networks_come_first_and_each_says_its_network(rideau: Run, tmp_path: Path) -> None:
    done = rideau("--json")
    assert (done.returncode, done.stderr) == (0, "")
    said = json.loads(done.stdout)["apps"]
    assert [(each["id"], each["network"]) for each in said] == [
        ("slack", "slack"),
        (str(tmp_path / "bin/bash"), "crew"),
        ("crew-web", "crew"),
        (str(tmp_path / "bin/crew-chat"), "crew"),
        ("abacus", None),
        ("odd-web", None),
    ]
    assert (said[0]["name"], said[0]["icon"], said[0]["left_aside"]) == ("Slack", "slack", None)
    assert "“bash”" in said[1]["left_aside"]


def test_the_list_is_read_by_people_too_in_their_language(rideau: Run) -> None:
    done = rideau(LANG="fr_FR.UTF-8")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0].split() == ["Application", "Réseau", "Id"]
    assert lines[1].split() == ["Slack", "Slack", "slack"]
    assert any(line.split() == ["Boulier", "aucun", "abacus"] for line in lines)
    assert "laissée de côté" in lines[-1]


def test_a_machine_without_a_menu_says_so(rideau: Run, tmp_path: Path) -> None:
    empty = {"PATH": str(tmp_path / "nothing"), "XDG_DATA_DIRS": str(tmp_path / "nothing")}
    done = rideau(**empty)
    assert (done.returncode, done.stdout) == (0, "No app is installed here that your menu knows.\n")
    assert json.loads(rideau("--json", **empty).stdout) == {"apps": []}


def test_nothing_that_costs_a_start_is_loaded(rideau: Run) -> None:
    done = rideau(PYTHONPROFILEIMPORTTIME="1")
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines() if "|" in line}
    assert "rideau" in loaded
    assert not loaded & {"PySide6", "keyring", "plyer", "tomlkit", "asyncio", "holidays", "pulsectl"}


def test_the_list_of_this_very_machine_can_be_had(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "rideau", "apps", "--json"],
        env={"HOME": str(tmp_path), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert {"apps"} == json.loads(done.stdout).keys()
