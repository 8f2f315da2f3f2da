# SPDX-License-Identifier: MIT
"""Do the commands that need a running app keep the contract, with the real app on a real desktop?"""

import json
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from stage.desktop import Desktop, Furniture
from stage.keeper import eventually
from stage.program import Program
from stage.running import kill_rideau

RIDEAU = [sys.executable, "-m", "rideau"]
CLOSED = 'version = 1\n[hours]\ntimezone = "Europe/Paris"\n[hours.week]\nmonday = []\n'
OPEN = """version = 1
[hours]
timezone = "Europe/Paris"
[hours.week]
""" + "\n".join(
    f'{day} = ["00:00-24:00"]' for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
)

GENTLE = '\n[lock]\nlevel = "gentle"\n'
LOCKED = '\n[lock]\nlevel = "locked"\n'


class House:
    """Hold a desktop with a running Rideau, and type its commands."""

    def __init__(self, desktop: Desktop) -> None:
        self.desktop = desktop
        self.app: Program | None = None

    def settle(self, settings: str) -> None:
        """Write the settings and start the app anew, with nothing of its past."""
        self.leave()
        shutil.rmtree(self.desktop.state / "rideau", ignore_errors=True)
        folder = self.desktop.config / "rideau"
        folder.mkdir(exist_ok=True)
        (folder / "config.toml").write_text(settings)
        self.app = self.desktop.start(RIDEAU, log="rideau.log")
        deadline = time.monotonic() + 20
        while self.run("status").returncode != 0:
            assert time.monotonic() < deadline, self.app.output()

    def leave(self) -> None:
        kill_rideau(self.desktop.mark)
        if self.app is not None:
            self.app.kill()
            self.app = None

    def run(self, *words: str) -> "subprocess.CompletedProcess[str]":
        return self.desktop.run([*RIDEAU, *words])

    def document(self, *words: str) -> Any:
        done = self.run(*words, "--json")
        assert done.returncode == 0, done.stderr
        assert not done.stderr
        return json.loads(done.stdout)


@pytest.fixture(scope="module", name="desktop")
def fixture_desktop() -> Iterator[Desktop]:
    with Desktop(Furniture(notifications=None, window_manager="openbox")) as desktop:
        yield desktop


@pytest.fixture(name="house")
def fixture_house(desktop: Desktop) -> Iterator[House]:
    house = House(desktop)
    yield house
    house.leave()


def is_refusal(done: "subprocess.CompletedProcess[str]", code: int) -> bool:
    return done.returncode == code and done.stderr.startswith("rideau: ") and done.stderr.count("\n") == 1


def test_opening_closing_and_resuming_by_hand(house: House) -> None:
    house.settle(CLOSED + GENTLE)
    said = house.document("status")
    assert (said["phase"], said["lock_level"], said["timezone"]) == ("quiet", "gentle", "Europe/Paris")
    assert {"since", "until", "why", "next_phase", "enforced", "not_covered"} <= set(said)

    said = house.document("open", "--reason", "  a launch\u2026\ttonight ")
    assert (said["phase"], said["next_phase"]) == ("work", "quiet")
    assert said["overrides"][0]["reason"] == "a launch… tonight"
    assert "a launch… tonight" in said["why"]
    length = datetime.fromisoformat(said["until"]) - datetime.fromisoformat(said["since"])
    assert length == timedelta(minutes=10)
    assert datetime.fromisoformat(said["until"]).utcoffset() is not None
    assert house.run("open", "--for", "5m", "--reason", "again").stdout.startswith("Work until ")

    assert house.document("close")["phase"] == "quiet"
    assert house.document("resume")["phase"] == "quiet"
    assert house.run("open", "--for", "20m", "--reason", "x").stdout == (
        "Open for 20 minutes. The curtain comes back by itself.\n"
    )
    kinds = [each["kind"] for each in json.loads(house.run("log", "--json").stdout)]
    assert [kind for kind in kinds if kind in {"opened", "closed", "resumed"}] == [
        "opened",
        "closed",
        "resumed",
        "opened",
    ]


def test_the_lock_level_refuses_with_4(house: House) -> None:
    house.settle(CLOSED)
    assert is_refusal(house.run("open", "--for", "2h", "--reason", "x"), 4)
    assert is_refusal(house.run("open", "--for", "4m", "--reason", "x"), 4)
    house.settle(CLOSED + LOCKED)
    for command in (("open", "--reason", "x"), ("quit",), ("restore",)):
        done = house.run(*command)
        assert is_refusal(done, 4), command
        assert "rideau open --emergency" in done.stderr
    assert house.document("status")["phase"] == "quiet"


def test_the_emergency_exit_takes_ten_minutes_and_ctrl_c_calls_it_off(house: House) -> None:
    house.settle(CLOSED + LOCKED)
    waiting = house.desktop.start([*RIDEAU, "open", "--emergency"], log="emergency.log")
    eventually(waiting.output)
    key = house.document("status")["key"]
    assert (key["exit"], key["wait_seconds"], key["opens_for_seconds"]) == ("emergency", 600, 1800)
    waiting.process.send_signal(signal.SIGINT)
    assert waiting.process.wait(30) == 130
    assert waiting.output().startswith("Opens in 10 minutes. ")
    said = house.document("status")
    assert (said["phase"], said["key"], said["keys_used"]) == ("quiet", None, 0)


def test_a_key_costs_a_wait_that_grows_and_ctrl_c_leaves_it_closed(house: House) -> None:
    house.settle(CLOSED)
    waiting = house.desktop.start([*RIDEAU, "open", "--reason", "no matter"], log="key.log")
    eventually(waiting.output)
    assert house.document("status")["key"]["reason"] == "no matter"
    waiting.process.send_signal(signal.SIGINT)
    assert waiting.process.wait(30) == 130
    begging, calm = waiting.output().splitlines()
    assert (begging, "no key was used" in calm) == ("Opens in 10 seconds. Ctrl+C leaves it as it is.", True)
    said = house.document("status")
    assert (said["phase"], said["key"], said["keys_used"]) == ("quiet", None, 0)

    began = time.monotonic()
    assert house.document("open", "--for", "5m", "--reason", "the press called")["phase"] == "work"
    assert time.monotonic() - began >= 10
    assert house.document("resume")["keys_used"] == 1
    assert "One used since closing; the next one waits 20 seconds." in house.run("status").stdout
    (used,) = (each["details"] for each in house.document("log") if each["kind"] == "key")
    assert used == {"minutes": 5, "reason": "the press called", "wait_s": 10, "exit": "key"}


def test_ending_the_app_while_closed_costs_the_wait_of_a_key(house: House) -> None:
    house.settle(CLOSED)
    assert house.app is not None
    began = time.monotonic()
    done = house.run("quit")
    assert (done.returncode, done.stderr) == (0, "Rideau ends in 10 seconds. Ctrl+C leaves it as it is.\n")
    assert time.monotonic() - began >= 10
    assert house.app.process.wait(10) == 0
    (used,) = (each["details"] for each in house.document("log") if each["kind"] == "key")
    assert (used["exit"], used["wait_s"]) == ("quit", 10)


def test_without_a_keyring_a_passphrase_is_not_kept_and_that_is_said(house: House) -> None:
    house.settle(OPEN)
    assert "keyring" in house.run("passphrase", "status").stderr.lower()
    assert house.run("passphrase", "status").returncode == 1


def test_a_lock_for_good_is_said_twice(house: House) -> None:
    house.settle(OPEN + LOCKED)
    done = house.run("close", "--until", "2100-01-01")
    assert is_refusal(done, 4)
    assert "Say it again within 10 minutes" in done.stderr
    assert house.run("close", "--until", "2100-01-01").returncode == 0
    assert house.run("resume").returncode == 4


def test_what_makes_no_sense_now_is_refused_with_2(house: House) -> None:
    house.settle(CLOSED)
    for command in (
        ("open", "--reason", "  "),
        ("open", "--reason", "x" * 501),
        ("open", "--for", "25h", "--reason", "x"),
        ("close", "--until", "2001-01-01"),
        ("close", "--until", "9000-01-01"),
        ("focus",),
    ):
        assert is_refusal(house.run(*command), 2), command


def test_focus_starts_inside_work_hours_and_stops(house: House) -> None:
    house.settle(OPEN)
    said = house.document("focus", "1h 30m")
    assert said["phase"] == "focus"
    length = datetime.fromisoformat(said["until"]) - datetime.fromisoformat(said["since"])
    assert length == timedelta(minutes=90)
    resting = house.document("focus", "pause")
    assert (resting["phase"], resting["rule"]) == ("work", "focus-pause")
    assert house.document("focus", "resume")["phase"] == "focus"
    assert house.document("focus", "stop")["phase"] == "work"
    assert house.document("close", "--until", "2030-01-01")["phase"] == "quiet"
    assert house.document("resume")["phase"] == "work"


def test_answers_are_in_the_language_of_the_app(house: House) -> None:
    house.settle('language = "fr"\n' + CLOSED + GENTLE)
    assert house.run("open", "--reason", "x").stdout == "Ouvert dix minutes. Le rideau redescendra tout seul.\n"
    assert house.run("focus").returncode == 0
    house.run("close")
    assert "boutique est fermée" in house.run("focus").stderr


def test_doctor_tells_each_mechanism_with_and_without_the_app(house: House) -> None:
    house.settle(CLOSED)
    told = [house.document("doctor")]
    house.leave()
    told.append(house.document("doctor"))
    for each in told:
        assert {"notifications", "sound", "apps", "sites"} <= {one["name"] for one in each["mechanisms"]}
        assert all(one["fitness"] in {"works", "missing", "not-here"} for one in each["mechanisms"])
        assert all(one["reason"] for one in each["mechanisms"])


def test_restore_is_done_by_the_running_app(house: House) -> None:
    house.settle(OPEN)
    assert house.document("restore")["restored"] == 0
    assert house.document("status")["phase"] == "work"


def test_a_second_start_ends_at_once_and_leaves_the_first(house: House) -> None:
    house.settle(CLOSED)
    assert house.run().returncode == 0
    assert house.document("status")["phase"] == "quiet"
    assert house.app is not None
    assert house.app.process.poll() is None


def test_quit_returns_when_the_app_is_gone(house: House) -> None:
    house.settle(OPEN)
    assert house.app is not None
    done = house.run("quit")
    assert (done.returncode, done.stderr) == (0, "")
    assert house.app.process.wait(1) == 0
    assert house.run("status").returncode == 3
    assert house.run("quit").returncode == 3


def test_after_a_kill_no_app_is_running_and_the_next_start_takes_over(house: House) -> None:
    house.settle(CLOSED)
    house.leave()
    assert house.run("status").returncode == 3
    house.settle(CLOSED)
    assert datetime.fromisoformat(house.document("status")["at"]) <= datetime.now(UTC)


def test_self_test_says_what_is_there(house: House) -> None:
    done = house.run("self-test", "--json")
    found = {each["name"]: each["fitness"] for each in json.loads(done.stdout)["mechanisms"]}
    assert set(found) == {"resources", "translations", "keyring", "display", "tray", "notifications"}
    assert found["resources"] == found["translations"] == found["display"] == "works"
    assert found["tray"] == "not-here"
    assert found["notifications"] == "missing"
    assert done.returncode == 0


def test_self_test_fails_without_a_display(house: House) -> None:
    environment = {name: value for name, value in house.desktop.environment.items() if name != "DISPLAY"}
    command = [*RIDEAU, "self-test"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert "There is no display here" in " ".join(done.stdout.split())
