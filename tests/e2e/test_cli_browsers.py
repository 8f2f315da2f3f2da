# SPDX-License-Identifier: MIT
"""Does ``rideau browsers`` tell how each browser stands, put the host there and take it away without a trace?"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from stage.lines import Listener
from stage.running import Running

FILE = "app.rideau.host.json"


class Person:
    """Hold a home with two browsers in its ``PATH``, and type commands there."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.environment = {
            "HOME": str(home),
            "PATH": str(home / "bin"),
            "XDG_RUNTIME_DIR": str(home / "run"),
            "XDG_DATA_DIRS": str(home / "share"),
            "LANG": "C.UTF-8",
        }
        for name in ("bin", "run", ".local"):
            (home / name).mkdir()
        for name in ("chromium", "firefox"):
            (home / "bin" / name).write_text("#!/bin/sh\n")
            (home / "bin" / name).chmod(0o755)

    def types(self, *words: str, **environment: str) -> "subprocess.CompletedProcess[str]":
        """Run a command to its end."""
        return subprocess.run(
            [sys.executable, "-m", "rideau", "browsers", *words],
            env={**self.environment, **environment},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def reads(self, *words: str, **environment: str) -> list[str]:
        """Return the lines of a command that succeeds."""
        done = self.types(*words, **environment)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout.splitlines()

    def document(self, *words: str) -> dict[str, Any]:
        """Return, by id, what a command says of each browser."""
        said = json.loads("\n".join(self.reads(*words, "--json")))
        return {each["id"]: each for each in said["browsers"]}

    def files(self) -> Mapping[str, bytes]:
        """Return everything in the home but what Rideau keeps for itself."""
        found = (each for each in self.home.rglob("*") if ".local/state" not in str(each))
        return {str(each): each.read_bytes() if each.is_file() else b"" for each in found}


@pytest.fixture(name="person")
def fixture_person(tmp_path: Path) -> Person:
    home = tmp_path / "home"
    home.mkdir()
    return Person(home)


def test_what_is_missing_is_told_with_what_to_do(person: Person) -> None:
    found = person.document()
    assert list(found) == ["chromium", "firefox"]
    for each in found.values():
        assert each["host"] == "missing"
        assert each["gate"] is None  # no app runs to know
        assert each["extension"]["connected"] is None
        assert each["profiles"] == {"own": "personal", "made": {}}
        assert each["steps"][0] == f"Run “rideau browsers install {each['id']}”."
    assert any("Load unpacked" in step for step in found["chromium"]["steps"])
    assert any("Mozilla has signed" in step for step in found["firefox"]["steps"])


def test_installing_and_removing_leaves_everything_as_it_was(person: Person) -> None:
    before = person.files()
    assert {each["host"] for each in person.document("install").values()} == {"in-place"}
    installed = person.files()
    assert sorted(name for name in installed if name.endswith(FILE)) == [
        str(person.home / ".config/chromium/NativeMessagingHosts" / FILE),
        str(person.home / ".mozilla/native-messaging-hosts" / FILE),
    ]
    person.reads("install")
    assert person.files() == installed
    assert {each["host"] for each in person.document("remove").values()} == {"missing"}
    assert person.files() == before


def test_restoring_takes_away_what_was_installed(person: Person) -> None:
    before = person.files()
    person.reads("install")
    done = subprocess.run(
        [sys.executable, "-m", "rideau", "restore"], env=person.environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert person.files() == before


def test_one_browser_can_be_named(person: Person) -> None:
    assert list(person.document("install", "firefox")) == ["firefox"]
    assert {name: each["host"] for name, each in person.document().items()} == {
        "chromium": "missing",
        "firefox": "in-place",
    }
    assert person.reads("remove", "chromium") == ["Chromium: nothing was there."]
    assert person.reads("remove", "firefox") == ["Firefox: everything is as it was."]


def test_a_browser_nobody_knows_is_a_mistake_that_names_those_there_are(person: Person) -> None:
    done = person.types("install", "lynx")
    assert done.returncode == 2
    assert done.stderr == "rideau: No browser called “lynx” is installed here. Installed are: chromium, firefox.\n"


def test_people_read_it_in_eighty_columns_and_in_french(person: Person) -> None:
    english = person.reads()
    assert english[0] == "Chromium"
    assert "  Host       The extension can't find Rideau yet." in english
    french = person.reads(LANGUAGE="fr", LANG="fr_FR.UTF-8")
    assert any("L’extension ne trouve pas encore Rideau." in line for line in french)
    assert not {line for line in english if line} & {line for line in french if line} - {"Chromium", "Firefox"}
    longest = max(len(line) for line in (*english, *french) if "/" not in line)
    assert longest <= 80


def test_a_machine_without_browsers_says_so(person: Person) -> None:
    assert person.reads(PATH="/nowhere") == ["No browser that Rideau knows is installed here."]


def test_a_profile_that_rideau_made_is_listed(person: Person) -> None:
    made = person.home / ".local/share/rideau/browsers/chromium-work"
    made.mkdir(parents=True)
    found = person.document("install")
    assert found["chromium"]["profiles"] == {"own": "personal", "made": {"work": str(made)}}
    assert (made / "NativeMessagingHosts" / FILE).exists()
    assert any("one made by Rideau (work)" in line for line in person.reads())


def test_what_only_a_running_app_knows_is_asked_of_it(person: Person) -> None:
    app = Listener(person.home / "run/rideau/control")
    known = {
        "gate": [{"id": "chromium", "in_path": False, "reason": "It goes its own way.", "remedy": "Do this."}, 3],
        "extensions": [{"browser": "firefox", "profile": "work", "version": "0.1.0"}],
    }
    command = subprocess.Popen(
        [sys.executable, "-m", "rideau", "browsers", "--json"], env=person.environment, stdout=subprocess.PIPE
    )
    line = app.line()
    assert line.heard() == {"version": 1, "command": "browsers"}
    line.say({"version": 1, "document": known})
    said, _ = command.communicate(timeout=60)
    app.close()
    found = {each["id"]: each for each in json.loads(said)["browsers"]}
    assert found["chromium"]["gate"] == {"in_path": False, "reason": "It goes its own way."}
    assert found["chromium"]["steps"][0] == "Do this."
    assert found["chromium"]["extension"]["connected"] is False
    assert found["firefox"]["gate"] is None
    assert found["firefox"]["extension"] == {"connected": True, "versions": ["0.1.0"], "way": "signed"}
    assert not any("Mozilla" in step for step in found["firefox"]["steps"])


def test_a_running_app_tells_of_every_browser(rideau: Running) -> None:
    rideau.start()
    said = rideau.document("browsers")["browsers"]
    assert {"chromium", "firefox-esr"} <= {each["id"] for each in said}
    assert all(isinstance(each["gate"]["in_path"], bool) and each["gate"]["reason"] for each in said)
    assert all(each["extension"]["connected"] is False for each in said)
    assert os.path.lexists(rideau.state)
