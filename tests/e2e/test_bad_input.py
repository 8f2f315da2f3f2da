# SPDX-License-Identifier: MIT
"""Does Rideau keep its countenance with settings that do not hold? Real commands, the real app, a real bus."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from stage.running import Running

GOOD = """version = 1
[hours]
timezone = "Asia/Tokyo"
[hours.week]
monday = ["09:00-12:30"]
[networks.slack] # my own words
treat_as = "work"
[lock]
level = "gentle"
"""
TAKEN_UP_WITHIN_S = 2.0
NOT_EVEN_ROOT = ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if os.getuid() == 0 else ()
"""Who runs the tests as root may read everything; this takes that away, so that an unreadable file is unreadable."""

PERIOD = ("--from", "2026-01-01", "--to", "2026-01-02")
Breaker = Callable[[Path], None]


def written(content: bytes | str) -> Breaker:
    """Return what writes ``content`` in place of the settings."""
    raw = content.encode() if isinstance(content, str) else content
    return lambda file: (file.write_bytes(raw), None)[1]


def unreadable(file: Path) -> None:
    file.write_text(GOOD)
    file.chmod(0)


def dangling(file: Path) -> None:
    file.symlink_to(file.with_name("gone.toml"))


GARBAGE = bytes(index * 7919 % 251 for index in range(1_000_000))
BROKEN: dict[str, tuple[Breaker, str]] = {
    "broken TOML": (written("version = 1\n[hours\n"), "line 2"),
    "a wrong type": (written("version = 1\n[hours.week]\nmonday = 9\n"), "hours.week.monday"),
    "a table for a word": (written('version = 1\nlanguage = { is = "en" }\n'), "language"),
    "an impossible time": (written('version = 1\n[hours.week]\nmonday = ["09:00-25:00"]\n'), "hours.week.monday[0]"),
    "an impossible date": (written("version = 1\n[[hours.leave]]\nfrom = 2026-02-30\n"), "line 3"),
    "an unknown zone": (written('version = 1\n[hours]\ntimezone = "Mars/Olympus"\n'), "hours.timezone"),
    "overlapping ranges": (
        written('version = 1\n[hours.week]\nfriday = ["09:00-12:30", "12:00-18:00"]\n'),
        "hours.week.friday",
    ),
    "an unknown country": (written('version = 1\n[hours.holidays]\ncountry = "XX"\n'), "hours.holidays"),
    "a later version": (written("version = 99\n"), "version"),
    "a megabyte of garbage": (written(GARBAGE), "line "),
    "a megabyte of brackets": (written(b"a = " + b"[" * 1_000_000), ""),
    "bytes that are no text": (written(b"version = 1\n\xff\xfe"), "line 2"),
    "a folder": (lambda file: file.mkdir(), ""),
    "an unreadable file": (unreadable, ""),
    "a pipe": (os.mkfifo, ""),
    "a dangling link": (dangling, ""),
    "a device": (lambda file: file.symlink_to("/dev/zero"), ""),
    "a link to itself": (lambda file: file.symlink_to(file), ""),
}


def remove(file: Path) -> None:
    if file.is_dir() and not file.is_symlink():
        file.rmdir()
    else:
        file.unlink(missing_ok=True)


def in_one_line(done: subprocess.CompletedProcess[str], code: int) -> str:
    """Return what a command that failed said; it must be one line, and no traceback."""
    assert done.returncode == code, (done.stdout, done.stderr)
    assert done.stderr.startswith("rideau: "), done.stderr
    assert done.stderr.count("\n") == 1, done.stderr
    assert len(done.stderr) < 1000
    return done.stderr


@pytest.mark.parametrize("what", BROKEN)
def test_a_command_names_file_and_place_in_one_line(rideau: Running, what: str) -> None:
    break_it, place = BROKEN[what]
    break_it(rideau.settings)
    said = in_one_line(rideau.command("schedule", *PERIOD, through=NOT_EVEN_ROOT), 2)
    assert rideau.settings.name in said
    assert place in said
    checked = rideau.command("validate", through=NOT_EVEN_ROOT)
    assert checked.returncode == 2
    assert rideau.settings.name in checked.stdout
    assert "Traceback" not in checked.stdout + checked.stderr


def test_a_running_app_goes_on_with_the_last_good_settings_and_takes_up_mended_ones(rideau: Running) -> None:
    rideau.settings.write_text(GOOD)
    app = rideau.start(through=NOT_EVEN_ROOT)

    def problems() -> list[dict[str, str]]:
        said: list[dict[str, str]] = rideau.document("status")["settings_problems"]
        return said

    for what, (break_it, place) in BROKEN.items():
        remove(rideau.settings)
        break_it(rideau.settings)
        assert rideau.seconds_until(problems) < TAKEN_UP_WITHIN_S + 1, what  # asking alone takes a while
        said = rideau.document("status")
        assert said["timezone"] == "Asia/Tokyo", what
        found = said["settings_problems"][0]
        assert Path(found["file"]).name == rideau.settings.name
        assert place in f"{found['place']} {found['message']}", what
        printed = rideau.command("status").stdout
        assert rideau.settings.name in printed, what
        remove(rideau.settings)
        rideau.settings.write_text(GOOD.replace("Tokyo", "Seoul"))
        assert rideau.seconds_until(lambda: not problems()) < TAKEN_UP_WITHIN_S + 1, what
        assert rideau.document("status")["timezone"] == "Asia/Seoul", what
        rideau.settings.write_text(GOOD)
        rideau.seconds_until(lambda: rideau.document("status")["timezone"] == "Asia/Tokyo")
    assert rideau.settings.read_text() == GOOD
    assert "Traceback" not in app.output() + rideau.log()
    assert app.is_running


@pytest.mark.parametrize("what", ["broken TOML", "a folder", "an unreadable file", "a pipe", "a link to itself"])
def test_a_restart_with_a_broken_file_goes_on_with_the_last_good_settings(rideau: Running, what: str) -> None:
    rideau.settings.write_text(GOOD)
    rideau.start(through=NOT_EVEN_ROOT)
    assert rideau.command("quit").returncode == 0
    remove(rideau.settings)
    BROKEN[what][0](rideau.settings)
    before = rideau.settings.lstat()
    app = rideau.start(through=NOT_EVEN_ROOT)
    said = rideau.document("status")
    assert said["timezone"] == "Asia/Tokyo"
    assert said["settings_problems"]
    after = rideau.settings.lstat()
    assert (after.st_ino, after.st_mode, after.st_mtime_ns) == (before.st_ino, before.st_mode, before.st_mtime_ns)
    assert "Traceback" not in app.output() + rideau.log()


def test_a_first_start_with_a_broken_file_has_the_defaults_and_keeps_the_file(rideau: Running) -> None:
    rideau.settings.write_text("[hours")
    rideau.start()
    assert rideau.document("status")["settings_problems"]
    assert rideau.settings.read_text() == "[hours"


def test_a_deleted_file_means_defaults_and_not_a_problem(rideau: Running) -> None:
    rideau.settings.write_text(GOOD)
    rideau.start()
    shutil.rmtree(rideau.folder)
    rideau.seconds_until(lambda: rideau.document("status")["timezone"] != "Asia/Tokyo")
    assert not rideau.document("status")["settings_problems"]
    rideau.folder.mkdir()
    rideau.settings.write_text(GOOD)

    def is_taken_up() -> bool:
        """Tell so; outside the default hours, which are firm, other hours are said to wait for the opening."""
        said = rideau.document("status")
        return said["timezone"] == "Asia/Tokyo" or bool(said["held"])

    waited = rideau.seconds_until(is_taken_up)
    assert waited < TAKEN_UP_WITHIN_S + 1


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "xx_YY.bogus"},
        {"LANG": "\x1b[31m/../../etc", "LANGUAGE": "../../..:" + "x" * 5000},
        {"TZ": "nonsense"},
        {"TZ": ":/etc/passwd"},
        {"HOME": ""},
        {"HOME": "relative/home"},
        {"XDG_CONFIG_HOME": "relative/config", "XDG_STATE_HOME": ""},
        {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"},
    ],
)
def test_a_strange_environment_is_no_reason_to_fail(rideau: Running, environment: dict[str, str]) -> None:
    rideau.environment |= {"HOME": str(rideau.home.folder / "home"), **environment}
    for words in (("status",), ("check", "slack.com"), ("schedule", *PERIOD), ("doctor",), ("--help",)):
        done = rideau.command(*words)
        assert done.returncode == (3 if words == ("status",) else 0), (words, done.stderr)
        assert "Traceback" not in done.stderr
    app = rideau.start()
    assert rideau.document("status")["phase"]
    assert rideau.command("quit").returncode == 0
    assert app.wait() == 0
    assert "Traceback" not in app.output() + rideau.log()
    assert not Path("relative").exists(), "a folder that depends on where one stands is nobody's home"


def test_without_a_home_the_password_file_says_where_it_is(rideau: Running) -> None:
    for name in ("HOME", "USER"):
        rideau.environment.pop(name, None)
    rideau.settings.write_text(GOOD)
    assert rideau.document("schedule", *PERIOD)["timezone"] == "Asia/Tokyo"
    rideau.start()
    assert rideau.document("status")["timezone"] == "Asia/Tokyo"
