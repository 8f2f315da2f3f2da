# SPDX-License-Identifier: MIT
"""Does the notebook survive on disk, and does nothing hostile in it come further than its folder?"""

import json
import resource
import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest

from contracts.notebook import FULL, NotebookContract
from rideau.adapters.notebook_file import NotebookFile
from rideau.adapters.notebook_json import notes_to_json
from rideau.domain.error import StorageError
from rideau.domain.notebook import LONGEST, MOST, Notes, Thought

GOOD: Final = json.loads(notes_to_json(FULL))
NOW: Final = datetime(2026, 11, 20, 17, tzinfo=UTC)


class TestNotebookFile(NotebookContract):
    @pytest.fixture
    def notebook(self, tmp_path: Path) -> NotebookFile:
        return NotebookFile(tmp_path / "state" / "notebook.json")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notebook.json"


def test_it_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "state" / "notebook.json"
    NotebookFile(path).change(lambda _: FULL)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def _with(**fields: object) -> bytes:
    return json.dumps({**GOOD, **fields}).encode()


HOSTILE: Final = [
    b"",
    b"\xff\xfe",
    b"[]",
    b"null",
    b"7",
    b"[" * 100_000,
    b'{"version": ' + b"9" * 5000 + b"}",
    _with(version=2),
    _with(version=True),
    _with(tasks={}),
    _with(tasks=[7]),
    _with(tasks=[{"where": "no what"}]),
    _with(tasks=[{"what": "x", "is_done": 1}]),
    _with(tonight=[None]),
    _with(tonight=["x" * (LONGEST + 1)]),
    _with(tonight=["x"] * (MOST + 1)),
    _with(tonight=["\0"]),
    _with(tonight=["\ud800"]),
    _with(thoughts=[{"text": "x", "parked_at": "2026-11-20T17:00:00"}]),
    _with(thoughts=[{"text": "x", "parked_at": "0001-01-01T00:00:00+14:00"}]),
    _with(thoughts=[{"text": "x", "parked_at": "soon"}]),
    _with(wins=[{"text": "x", "on": "9999-12-31"}]),
    _with(wins=[{"text": "x", "on": 7}]),
    _with(check_ins=[{"on": "2026-11-20", "energy": 6}]),
    _with(check_ins=[{"on": "2026-11-20", "energy": True}]),
    _with(buddy=[]),
    _with(buddy={"name": 7}),
]


@pytest.mark.parametrize("content", HOSTILE, ids=range(len(HOSTILE)))
def test_what_can_not_be_read_is_set_aside(path: Path, content: bytes, caplog: pytest.LogCaptureFixture) -> None:
    path.write_bytes(content)
    assert NotebookFile(path).load() == Notes()
    assert (path.parent / "notebook.damaged-1.json").read_bytes() == content
    assert "notebook.damaged-1.json" in caplog.text


def test_a_change_sets_aside_what_can_not_be_read_and_begins_anew(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path.write_bytes(b"{")
    NotebookFile(path).change(lambda _: FULL)
    assert NotebookFile(path).load() == FULL
    assert (path.parent / "notebook.damaged-1.json").read_bytes() == b"{"
    assert "set aside" in caplog.text


def test_what_a_newer_rideau_added_is_no_damage(path: Path) -> None:
    path.write_bytes(_with(moods=["fine"]))
    assert NotebookFile(path).load() == FULL


def test_one_that_cannot_even_be_set_aside_is_nothing_to_fail_for(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    notebook = NotebookFile(tmp_path / ("x" * 255 + ".json"))
    assert notebook.load() == Notes()
    assert "nor set aside" in caplog.text
    with pytest.raises(StorageError):
        notebook.change(lambda _: FULL)


@pytest.mark.parametrize("text", ["x" * (LONGEST + 1), "a\0b", "\udfff"])
def test_what_could_not_be_read_back_is_not_written(path: Path, text: str) -> None:
    notebook = NotebookFile(path)
    notebook.change(lambda _: FULL)
    with pytest.raises(StorageError):
        notebook.change(lambda notes: notes._replace(tonight=(text,)))
    assert notebook.load() == FULL


def test_more_than_a_file_may_hold_is_not_written(path: Path) -> None:
    with pytest.raises(StorageError):
        NotebookFile(path).change(lambda _: Notes(thoughts=(Thought("é" * LONGEST, NOW),) * MOST))
    assert NotebookFile(path).load() == Notes()


def test_the_longest_that_is_kept_is_read_back(path: Path) -> None:
    most = Notes(thoughts=(Thought("é" * LONGEST, NOW),) * 50)
    assert NotebookFile(path).change(lambda _: most) == NotebookFile(path).load() == most


def test_a_full_disk_keeps_what_was_there(path: Path) -> None:
    notebook = NotebookFile(path)
    notebook.change(lambda _: FULL)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20, hard))
    try:
        with pytest.raises(StorageError):
            notebook.change(lambda notes: notes._replace(tonight=("x" * 500,)))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert notebook.load() == FULL
    assert [file.name for file in path.parent.iterdir()] == ["notebook.json"]


def test_processes_that_write_at_once_lose_nothing(path: Path) -> None:
    """A window and the tray both put something down."""
    script = (
        "import sys; from pathlib import Path; from rideau.adapters.notebook_file import NotebookFile\n"
        "book = NotebookFile(Path(sys.argv[1]))\n"
        "for n in range(20): book.change(lambda notes: notes._replace(tonight=(*notes.tonight, f'{sys.argv[2]}{n}')))"
    )
    writers = [subprocess.Popen([sys.executable, "-c", script, str(path), name]) for name in "ab"]
    assert [each.wait() for each in writers] == [0, 0]
    assert sorted(NotebookFile(path).load().tonight) == sorted(f"{name}{n}" for name in "ab" for n in range(20))
