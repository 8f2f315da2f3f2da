# SPDX-License-Identifier: MIT
"""Can a person take everything with them, bring it back and have it gone, and is none of it a way around the lock?"""

import json
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from stage.running import Running, kill_rideau

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ALWAYS = '["00:00-24:00"]'


def settings(day: str, level: str) -> str:
    week = "\n".join(f"{each} = {day}" for each in DAYS)
    return f'version = 1\n[lock]\nlevel = "{level}"\n[hours]\ntimezone = "UTC"\n[hours.week]\n{week}\n'


@pytest.fixture(name="file")
def fixture_file(tmp_path: Path) -> Path:
    return tmp_path / "mine.zip"


def test_everything_travels_through_a_file(rideau: Running, file: Path) -> None:
    rideau.settings.write_text(settings(ALWAYS, "gentle"))
    (rideau.folder / "networks.d").mkdir()
    (rideau.folder / "networks.d" / "own.toml").write_text("[forum]\nsites = ['a.example']\n")
    rideau.start()
    exported = rideau.document("export", str(file))
    assert exported["contents"]["settings"]
    assert (exported["contents"]["networks"], exported["contents"]["problems"]) == (1, [])
    assert rideau.command("quit").returncode == 0
    happened = rideau.document("log")
    rideau.forget()
    imported = rideau.document("import", str(file))
    assert imported["contents"] == exported["contents"]
    assert Path(imported["kept"]).parent == rideau.state
    assert rideau.settings.read_text() == settings(ALWAYS, "gentle")
    assert rideau.document("log") == happened[: len(rideau.document("log"))]
    assert any(each["id"] == "forum" for each in rideau.document("networks")["networks"])
    assert rideau.command("import", imported["kept"]).returncode == 0
    assert not rideau.settings.exists()


def test_what_is_no_archive_changes_nothing_and_says_so_in_one_line(rideau: Running, file: Path) -> None:
    rideau.settings.write_text(settings(ALWAYS, "gentle"))
    file.write_text("no archive")
    done = rideau.command("import", str(file))
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert rideau.command("export", str(file)).returncode == 2
    assert file.read_text() == "no archive"
    file.unlink()
    manifest = {"format": "rideau", "version": 1, "made_at": "2026-11-21T10:00:00+00:00"}
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("manifest.json", json.dumps(manifest))
        archive.writestr("config.toml", '[lock]\nlevel = "iron"\n')
    done = rideau.command("import", str(file), "--json")
    assert done.returncode == 2
    assert [each["place"] for each in json.loads(done.stdout)["contents"]["problems"]] == ["lock.level"]
    assert rideau.settings.read_text() == settings(ALWAYS, "gentle")


def test_erasing_asks_first_ends_the_app_and_leaves_nothing(rideau: Running) -> None:
    rideau.settings.write_text(settings(ALWAYS, "firm"))
    app = rideau.start()
    assert rideau.document("autostart", "on")["autostart"]
    done = rideau.command("erase")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert rideau.command("status").returncode == 0
    assert rideau.document("erase", "--yes") == {"left": []}
    assert not app.is_running
    assert not rideau.folder.exists()
    assert not rideau.state.exists()
    assert not (rideau.home.folder / "cache" / "rideau").exists()
    assert not rideau.document("autostart", "status")["autostart"]


def test_erasing_is_no_way_around_the_lock(rideau: Running) -> None:
    opening = datetime.now(UTC) + timedelta(days=3)
    some_day = f'[[hours.exceptions]]\ndate = {opening.date()}\nhours = ["09:00-10:00"]\n'
    rideau.settings.write_text(settings("[]", "locked") + some_day)
    rideau.start()
    for words in (("erase", "--yes", "--at-once"), ("erase", "--yes")):
        done = rideau.command(*words)
        assert (done.returncode, done.stderr.count("\n")) == (4, 1)
        assert rideau.settings.exists()
        assert rideau.document("status")["lock_level"] == "locked"


def test_where_leaving_takes_a_wait_erasing_at_once_is_refused_and_costs_nothing(rideau: Running) -> None:
    rideau.settings.write_text(settings("[]", "firm"))
    rideau.start()
    done = rideau.command("erase", "--yes", "--at-once")
    assert (done.returncode, done.stderr.count("\n")) == (4, 1)
    status = rideau.document("status")
    assert status["phase"] == "quiet"
    assert status.get("key") is None
    kill_rideau(rideau.home.mark)
    done = rideau.command("erase", "--yes")
    assert (done.returncode, done.stderr.count("\n")) == (4, 1)
    assert rideau.settings.exists()


def test_an_import_opens_nothing_before_the_opening(rideau: Running, file: Path) -> None:
    rideau.settings.write_text(settings(ALWAYS, "gentle"))
    assert rideau.command("export", str(file)).returncode == 0
    rideau.settings.write_text(settings("[]", "firm"))
    rideau.start()
    assert rideau.document("import", str(file))["kept"]
    assert rideau.settings.read_text() == settings(ALWAYS, "gentle")
    rideau.seconds_until(lambda: rideau.document("status")["held"])
    assert rideau.document("status")["phase"] == "quiet"
