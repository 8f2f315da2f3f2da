# SPDX-License-Identifier: MIT
"""Is nothing lost where several hands write the settings file at the same moment: windows, commands, an editor?"""

import os
import subprocess
import sys
import tomllib
from pathlib import Path
from threading import Thread

import pytest

from rideau.adapters.atomic_file import NotARegularFileError, read_limited, replace_file
from rideau.adapters.file_lock import taking_turns
from rideau.adapters.settings_file import SettingsFile
from rideau.domain.error import StorageError
from rideau.domain.settings import Settings
from rideau.services.settings_edits import edits_between

ROUNDS = 12
WRITER = """
import sys
from pathlib import Path
from rideau.adapters.settings_file import SettingsFile

store = SettingsFile(Path(sys.argv[1]))
for value in range(1, int(sys.argv[3]) + 1):
    store.write({sys.argv[2]: value})
"""
KEYS = ("limits.personal_minutes_per_day", "wind_down.minutes")


@pytest.fixture(name="file")
def fixture_file(tmp_path: Path) -> Path:
    return tmp_path / "settings" / "config.toml"


class EditorInBetween(SettingsFile):
    """Have an editor save after the file was read and before it is written, ``times`` times."""

    def __init__(self, file: Path, times: int) -> None:
        super().__init__(file)
        self.times = times
        self.saved = 0

    def _read(self, text: str | None) -> Settings:
        if text is not None and self.saved < self.times:
            self.saved += 1
            self.file.write_text(f'# saved {self.saved}\n[lock]\nlevel = "gentle"\n')
        return super()._read(text)


def test_two_processes_that_set_different_keys_lose_nothing(file: Path) -> None:
    words = [[sys.executable, "-c", WRITER, str(file), key, str(ROUNDS)] for key in KEYS]
    writers = [subprocess.Popen(each) for each in words]
    assert [each.wait(60) for each in writers] == [0, 0]
    found = SettingsFile(file).load()
    assert (found.limits.personal_minutes_per_day, found.wind_down.minutes) == (ROUNDS, ROUNDS)
    assert [each.name for each in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize("times", [1, 3])
def test_what_an_editor_saves_while_a_change_is_written_stays(file: Path, times: int) -> None:
    replace_file(file, b"version = 1\n")
    settings = EditorInBetween(file, times).write({"wind_down.minutes": 5})
    assert tomllib.loads(file.read_text()) == {"lock": {"level": "gentle"}, "wind_down": {"minutes": 5}}
    assert file.read_text().startswith(f"# saved {times}\n")
    assert not edits_between(settings, SettingsFile(file).load())


def test_an_editor_that_never_stops_saving_loses_nothing_and_holds_up_nobody_for_good(file: Path) -> None:
    replace_file(file, b"version = 1\n")
    editor = EditorInBetween(file, 10_000)
    with pytest.raises(StorageError):
        editor.write({"wind_down.minutes": 5})
    assert file.read_text().startswith(f"# saved {editor.saved}\n")
    assert [each.name for each in file.parent.iterdir()] == [file.name]


def test_a_writer_waits_for_the_one_before_it(file: Path) -> None:
    replace_file(file, b"version = 1\n")
    later = Thread(target=SettingsFile(file).write, args=({"wind_down.minutes": 5},))
    with taking_turns(file):
        later.start()
        later.join(0.2)
        assert read_limited(file) == b"version = 1\n"
    later.join(30)
    assert SettingsFile(file).load().wind_down.minutes == 5


def test_what_is_no_file_is_refused_and_nothing_stays_open(tmp_path: Path) -> None:
    before = lowest_free_descriptor()
    with pytest.raises(NotARegularFileError):
        read_limited(tmp_path)
    assert lowest_free_descriptor() == before


def lowest_free_descriptor() -> int:
    found = os.open(os.devnull, os.O_RDONLY)
    os.close(found)
    return found
