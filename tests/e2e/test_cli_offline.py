# SPDX-License-Identifier: MIT
"""Do the offline commands keep the contract, as processes, with nothing running and whatever is typed?"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from contracts.in_force import BARE
from rideau.adapters.in_force_file import InForceFile
from rideau.adapters.paths import paths_from

SETTINGS = """
version = 1
[hours]
timezone = "Europe/Paris"
[hours.week]
monday = ["09:00-12:30", "14:00-18:00"]
[hours.holidays]
country = "FR"
[networks.slack]
accounts = [{ name = "Team", use = "professional" }]
"""

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(name="home")
def fixture_home(tmp_path: Path) -> Path:
    folder = tmp_path / "config" / "rideau"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text(SETTINGS)
    return tmp_path


@pytest.fixture(name="rideau")
def fixture_rideau(home: Path) -> Run:
    """Return a way to run the command with nothing of the person's own around: no display, no bus."""

    def run(*arguments: str, **extra: str) -> "subprocess.CompletedProcess[str]":
        environment = {
            "HOME": str(home),
            "PATH": os.environ["PATH"],
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_STATE_HOME": str(home / "state"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "XDG_RUNTIME_DIR": str(home / "run"),
            "LANG": "C.UTF-8",
            **extra,
        }
        command = [sys.executable, "-m", "rideau", *arguments]
        return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)

    return run


def document(done: "subprocess.CompletedProcess[str]") -> Any:
    assert done.returncode == 0, done.stderr
    assert not done.stderr
    return json.loads(done.stdout)


def is_one_line(done: "subprocess.CompletedProcess[str]") -> bool:
    return done.stderr.startswith("rideau: ") and done.stderr.count("\n") == 1


def test_schedule_gives_phases_without_gaps_in_order(rideau: Run) -> None:
    said = document(rideau("schedule", "--from", "2026-03-27", "--to", "2026-03-31T10:00", "--json"))
    assert said["timezone"] == "Europe/Paris"
    intervals = said["intervals"]
    assert intervals[0]["start"] == "2026-03-27T00:00:00+01:00"
    assert intervals[-1]["end"] == "2026-03-31T10:00:00+02:00"
    assert [each["end"] for each in intervals[:-1]] == [each["start"] for each in intervals[1:]]
    assert [each["phase"] for each in intervals] == ["quiet", "work", "quiet", "work", "wind-down", "quiet"]
    assert all({"start", "end", "phase", "why"} <= set(each) for each in intervals)


def test_schedule_knows_the_holidays_of_years_far_from_now(rideau: Run) -> None:
    said = document(rideau("schedule", "--from", "2031-07-13", "--to", "2040-07-15", "--json"))
    away = {each["start"][:10] for each in said["intervals"] if each["phase"] == "away"}
    assert {f"{year}-07-14" for year in range(2031, 2041)} <= away
    intervals = said["intervals"]
    assert [each["end"] for each in intervals[:-1]] == [each["start"] for each in intervals[1:]]
    assert all(
        (one["phase"], one["why"]) != (next_one["phase"], next_one["why"]) for one, next_one in pairwise(intervals)
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ("schedule",),
        ("schedule", "--from", "2026-01-01"),
        ("schedule", "--from", "2026-01-02", "--to", "2026-01-01"),
        ("schedule", "--from", "2026-01-01", "--to", "2026-01-01"),
        ("schedule", "--from", "yesterday", "--to", "2026-01-01"),
        ("schedule", "--from", "0001-01-01", "--to", "2026-01-01"),
        ("schedule", "--from", "9999-12-31T23:59:59-14:00", "--to", "9999-12-31T23:59:59"),
        ("schedule", "--from", "1900-01-01", "--to", "2026-01-01"),
        ("schedule", "--from", "\x1b[31m", "--to", "2026-01-01"),
        ("check",),
        ("check", ""),
        ("check", "http://["),
        ("check", "a" * 5000 + ".example"),
        ("check", "slack.com", "--at", "noon"),
        ("check", "slack.com", "--profile", "other"),
        ("log", "--since", "2026-13-01"),
        ("autostart",),
        ("autostart", "perhaps"),
        ("validate", "/nowhere/at/all.toml"),
        ("validate", "/"),
        ("open", "--reason", "x", "--for", "10"),
        ("open", "--reason", "x", "--for", "-5m"),
        ("open", "--reason", "x", "--for", ""),
        ("open", "--reason", "x", "--for", "9" * 400 + "h"),
        ("open",),
        ("focus", "soon"),
        ("close", "--until", "25:00"),
        ("nonsense",),
        ("--nonsense",),
        ("--config",),
        ("status", "more"),
    ],
)
def test_what_is_used_wrongly_is_told_in_one_line(rideau: Run, arguments: tuple[str, ...]) -> None:
    done = rideau(*arguments)
    assert done.returncode == 2
    assert is_one_line(done) or arguments == ("validate", "/")
    assert "Traceback" not in done.stderr
    assert "\x1b" not in done.stderr + done.stdout


@pytest.mark.parametrize(
    "command",
    [
        ("status",),
        ("open", "--reason", "x"),
        ("close",),
        ("resume",),
        ("focus", "1 h 30 m"),
        ("focus", "stop"),
        ("quit",),
    ],
)
def test_what_needs_an_app_says_that_none_runs(rideau: Run, command: tuple[str, ...]) -> None:
    done = rideau(*command)
    assert done.returncode == 3
    assert is_one_line(done)
    assert not done.stdout


def test_check_tells_network_side_phase_action_and_until(rideau: Run) -> None:
    said = document(rideau("check", "https://app.SLACK.com./x", "--at", "2026-11-21T12:00", "--json"))
    assert {key: said[key] for key in ("target", "network", "side", "phase", "action", "until")} == {
        "target": "https://app.SLACK.com./x",
        "network": "slack",
        "side": "work",
        "phase": "quiet",
        "action": "block",
        "until": "2026-11-23T09:00:00+01:00",
    }
    assert said["why"] == "Outside your work hours."


def test_what_belongs_to_no_network_is_allowed(rideau: Run) -> None:
    said = document(rideau("check", "slack.com.example", "--at", "2026-11-21T12:00+09:00", "--json"))
    assert (said["network"], said["side"], said["action"]) == (None, None, "allow")


def test_networks_are_the_catalogue_with_the_persons_own(rideau: Run, home: Path) -> None:
    with (home / "config/rideau/config.toml").open("a") as file:
        file.write('[networks.forum]\nname = "Client forum"\nsites = ["forum.client.example"]\n')
    known = {each["id"]: each for each in document(rideau("networks", "--json"))["networks"]}
    assert len(known) > 60
    assert known["forum"]["sites"] == ["forum.client.example"]
    assert known["slack"]["accounts"] == [{"name": "Team", "use": "professional"}]
    assert "Client forum" in rideau("networks").stdout


def test_an_empty_journal_is_an_empty_array(rideau: Run) -> None:
    assert document(rideau("log", "--json")) == []
    assert not rideau("log").stdout


def test_autostart_that_goes_while_something_is_kept_closed_holds_from_the_opening(rideau: Run, home: Path) -> None:
    paths = paths_from({"HOME": str(home), "XDG_STATE_HOME": str(home / "state")})
    for hours, lines in ((1, 2), (-1, 1)):
        until = int((datetime.now(UTC) + timedelta(hours=hours)).timestamp())
        InForceFile(paths.in_force_file, paths.last_good_folder).save(BARE._replace(closed_until=until))
        paths.undo_script.write_text("")
        assert len(rideau("autostart", "off").stdout.splitlines()) == lines
    paths.undo_script.unlink()
    assert len(rideau("autostart", "off").stdout.splitlines()) == 1


def test_autostart_is_switched_and_told(rideau: Run, home: Path) -> None:
    assert document(rideau("autostart", "status", "--json")) == {"autostart": False}
    assert document(rideau("autostart", "on", "--json")) == {"autostart": True}
    assert document(rideau("autostart", "status", "--json")) == {"autostart": True}
    assert "rideau" in (home / "config/autostart/rideau.desktop").read_text()
    assert document(rideau("autostart", "off", "--json")) == {"autostart": False}
    assert document(rideau("autostart", "status", "--json")) == {"autostart": False}


def test_validate_prints_every_problem_with_its_place(rideau: Run, tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text('version = 1\nlanguage = "de"\n[hours.week]\nmonday = ["09:00-25:00"]\ntuesday = 5\n')
    done = rideau("validate", str(bad))
    assert done.returncode == 2
    lines = done.stdout.splitlines()
    assert len(lines) == 3
    assert all(line.startswith(f"{bad}: ") for line in lines)
    assert any("hours.week.monday" in line for line in lines)
    said = json.loads(rideau("validate", str(bad), "--json").stdout)
    assert not said["valid"]
    assert {each["place"] for each in said["problems"]} >= {"language", "hours.week.tuesday"}


def test_validate_reads_the_persons_own_tips_too(rideau: Run, home: Path) -> None:
    folder = home / "config/rideau/tips.d"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text('[[tips]]\ntheme = "moove"\n[tips.en]\nsentence = "Dance."\n')
    done = rideau("validate")
    assert done.returncode == 2
    assert "mine.toml: tips[0].theme: " in done.stdout
    (folder / "mine.toml").write_text('[[tips]]\ntheme = "move"\n[tips.en]\nsentence = "Dance."\n')
    assert rideau("validate").returncode == 0


def test_validate_asks_the_holidays_too(rideau: Run, tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text('version = 1\n[hours.holidays]\ncountry = "FR"\nsubdivision = "Atlantis"\n')
    done = rideau("validate", str(bad))
    assert done.returncode == 2
    assert "Atlantis" in done.stdout
    assert rideau("validate").returncode == 0


def test_settings_that_do_not_hold_stop_what_needs_them_and_nothing_else(rideau: Run, home: Path) -> None:
    (home / "config/rideau/config.toml").write_bytes(b"\xff\x00[[[")
    for command in (("schedule", "--from", "2026-01-01", "--to", "2026-01-02"), ("check", "x.example"), ("networks",)):
        done = rideau(*command)
        assert (done.returncode, done.stdout) == (2, "")
        assert is_one_line(done)
    for command in (("log",), ("restore",), ("autostart", "status"), ("--version",), ("--help",)):
        assert rideau(*command).returncode == 0
    assert rideau("status").returncode == 3


def test_config_reads_settings_from_elsewhere_before_or_after_the_command(rideau: Run, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text('version = 1\nlanguage = "fr"\n[hours]\ntimezone = "Asia/Tokyo"\n')
    period = ("--from", "2026-01-01", "--to", "2026-01-02", "--json")
    for arguments in (
        ("--config", str(other), "schedule", *period),
        ("schedule", *period, "--config", str(other)),
        (f"--config={other}", "schedule", *period),
    ):
        assert document(rideau(*arguments))["timezone"] == "Asia/Tokyo"
    assert "Garde vos horaires" in rideau("--config", str(other), "--help").stdout


def test_restore_has_nothing_to_do_any_number_of_times(rideau: Run) -> None:
    for _ in range(3):
        assert document(rideau("restore", "--json")) == {"restored": 0, "left": 0, "gone": 0, "failed": []}


def test_help_and_errors_are_in_the_persons_language(rideau: Run) -> None:
    assert "Keeps your working hours" in rideau("--help").stdout
    french = {"LANG": "fr_FR.UTF-8"}
    for command in ((), ("open",), ("schedule",), ("self-test",)):
        assert "afficher cette aide" in rideau(*command, "--help", **french).stdout
    assert rideau("schedule", **french).stderr == (
        "rideau: il manque\u202f: --from, --to. «\u202frideau schedule --help\u202f» dit ce qui peut être demandé.\n"
    )
    assert "raison" in rideau("open", **french).stderr
    assert rideau("status", **french).stderr == (
        "rideau: Rideau n’est pas lancé. Lancez-le avec «\u202frideau\u202f».\n"
    )


def test_the_persons_language_is_printed_whatever_the_terminals_encoding(rideau: Run) -> None:
    done = rideau("status", LANGUAGE="fr", LC_ALL="en_US.ISO-8859-1", PYTHONIOENCODING="ascii")
    assert done.returncode == 3
    assert is_one_line(done)
    period = ("--from", "2026-01-01", "--to", "2026-01-02")
    done = rideau("schedule", *period, LANGUAGE="fr", LC_ALL="en_US.ISO-8859-1", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "f?ri?" in rideau("schedule", *period, LC_ALL="fr_FR", PYTHONIOENCODING="ascii").stdout
    said = rideau("schedule", *period, "--json", LC_ALL="fr_FR", PYTHONIOENCODING="ascii").stdout
    assert "férié" in json.loads(said)["intervals"][0]["why"]


def test_the_version_is_told(rideau: Run) -> None:
    assert rideau("--version").stdout.startswith("rideau 0.")


@pytest.mark.parametrize(
    "command",
    [
        ("schedule", "--from", "2026-01-01", "--to", "2026-01-02"),
        ("check", "slack.com"),
        ("networks",),
        ("log",),
        ("autostart", "status"),
        ("validate",),
        ("restore",),
        ("status",),
        ("--help",),
    ],
)
def test_no_offline_command_loads_qt_or_what_costs_a_start(rideau: Run, home: Path, command: tuple[str, ...]) -> None:
    rideau("check", "slack.com")  # the years' holidays are looked up once and kept
    done = rideau(*command, PYTHONPROFILEIMPORTTIME="1")
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines() if "|" in line}
    assert "rideau" in loaded
    assert not loaded & {"PySide6", "keyring", "plyer", "tomlkit", "asyncio", "holidays"} - (
        {"holidays"} if command == ("validate",) else set()
    )
    assert home.exists()


def test_a_reader_that_has_enough_is_no_error_to_tell(home: Path) -> None:
    command = f"'{sys.executable}' -m rideau networks --json | head -c 10"
    done = subprocess.run(
        ["sh", "-c", command],
        env={"HOME": str(home), "PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout
    assert not done.stderr


def test_a_full_disk_under_the_output_is_one_line(home: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "rideau", "networks"],
            env={"HOME": str(home), "PATH": os.environ["PATH"], "XDG_STATE_HOME": str(home / "state")},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert is_one_line(done)


def test_log_tells_since_when_it_is_asked(rideau: Run, home: Path) -> None:
    from rideau.adapters.journal_sqlite import SqliteJournal  # noqa: PLC0415 - wanted here alone
    from rideau.ports.state import Event, EventKind  # noqa: PLC0415 - as above

    journal = SqliteJournal(home / "state/rideau/journal.sqlite")
    for day in (1, 2):
        at = datetime.fromisoformat(f"2026-01-0{day}T12:00+00:00")
        journal.record(Event(at, EventKind.OPENED, {"minutes": 10, "reason": "\x1b[2J launch"}))
    journal.close()
    said = document(rideau("log", "--since", "2026-01-02", "--json"))
    assert [each["at"] for each in said] == ["2026-01-02T13:00:00+01:00"]
    printed = rideau("log").stdout
    assert "Opened by hand for 10 minutes" in printed
    assert "\x1b" not in printed


def test_warnings_go_to_the_log_and_not_to_the_terminal(rideau: Run, home: Path) -> None:
    (home / "config/rideau/config.toml").unlink()
    done = rideau("check", "slack.com", TZ="Foo/Bar")
    assert (done.returncode, done.stderr) == (0, "")
    assert "time zone" in (home / "state/rideau/log/rideau.log").read_text()


def test_ctrl_c_is_quiet_at_any_moment(home: Path) -> None:
    command = (
        "import _thread, sys, threading;"
        "threading.Timer(float(sys.argv.pop(1)), _thread.interrupt_main).start();"
        "from rideau.cli.main import main; sys.exit(main())"
    )
    for delay in (0.02, 0.05, 0.1, 0.2):
        done = subprocess.run(
            [sys.executable, "-c", command, str(delay), "schedule", "--from", "2020-01-01", "--to", "2029-12-01"],
            env={"HOME": str(home), "PATH": os.environ["PATH"], "XDG_CONFIG_HOME": str(home / "config")},
            capture_output=True,
            text=True,
            check=False,
        )
        assert "Traceback" not in done.stderr
        assert done.returncode in {0, 130}
