# SPDX-License-Identifier: MIT
"""Does the ledger on disk survive what machines do to files?"""

import logging
import resource
import stat
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from contracts.ledger import HIDE, MUTE, LedgerContract
from rideau.adapters.ledger_file import LedgerFile
from rideau.domain.change import Change
from rideau.domain.error import StorageError


class TestLedgerFile(LedgerContract):
    @pytest.fixture
    def ledger(self, tmp_path: Path) -> LedgerFile:
        return LedgerFile(tmp_path / "state" / "ledger")


def test_another_process_finds_what_was_recorded(tmp_path: Path) -> None:
    number = LedgerFile(tmp_path / "ledger").record(MUTE)
    assert LedgerFile(tmp_path / "ledger").pending() == ((number, MUTE),)


def test_it_is_for_its_owner_alone_and_not_there_before_it_is_needed(tmp_path: Path) -> None:
    path = tmp_path / "state" / "ledger"
    ledger = LedgerFile(path)
    assert ledger.pending() == ()
    assert not path.parent.exists()
    ledger.record(MUTE)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_it_does_not_grow_once_everything_is_put_back(tmp_path: Path) -> None:
    ledger = LedgerFile(tmp_path / "ledger")
    for _ in range(30):
        ledger.settle(ledger.record(MUTE))
    assert (tmp_path / "ledger").read_bytes().count(b"\n") == 1


@pytest.mark.parametrize("garbage", [b"\0" * 900, b"garbage\n" * 9, bytes(range(256)) * 40, b'{"record": 1}\n'])
def test_a_damaged_ledger_is_set_aside_and_what_is_readable_carried_over(
    tmp_path: Path, garbage: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "ledger"
    ledger = LedgerFile(path)
    first, second = ledger.record(MUTE), ledger.record(HIDE)
    lines = path.read_bytes().splitlines(keepends=True)
    damaged = lines[0] + garbage + b"\n" + lines[1]
    path.write_bytes(damaged)
    assert ledger.pending() == ((first, MUTE), (second, HIDE))
    assert (tmp_path / "ledger.damaged-1").read_bytes() == damaged
    assert "ledger.damaged-1" in caplog.text
    assert ledger.record(MUTE) == second + 1
    assert not (tmp_path / "ledger.damaged-2").exists()


def test_a_folder_in_its_place_is_set_aside(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "ledger").mkdir()
    ledger = LedgerFile(tmp_path / "ledger")
    assert ledger.pending() == ()
    assert (tmp_path / "ledger.damaged-1").is_dir()
    number = ledger.record(MUTE)
    assert ledger.pending() == ((number, MUTE),)
    assert "set aside" in caplog.text


def test_a_full_disk_refuses_the_change_and_keeps_the_rest(tmp_path: Path) -> None:
    ledger = LedgerFile(tmp_path / "ledger")
    number = ledger.record(MUTE)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, ((tmp_path / "ledger").stat().st_size + 40, hard))
    try:
        with pytest.raises(StorageError):
            ledger.record(HIDE)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert ledger.pending() == ((number, MUTE),)


def test_a_place_where_nothing_can_be_written_refuses_to_record_and_has_nothing_pending(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    ledger = LedgerFile(tmp_path / "state" / "ledger")
    with pytest.raises(StorageError):
        ledger.record(MUTE)
    assert ledger.pending() == ()
    assert caplog.records == []


RECORD_MANY = """
import pathlib, sys
from rideau.adapters.ledger_file import LedgerFile
from rideau.domain.change import Change
ledger = LedgerFile(pathlib.Path(sys.argv[1]))
for number in range(20):
    ledger.record(Change(sys.argv[2], str(number), None, None))
"""


def test_two_processes_take_turns(tmp_path: Path) -> None:
    commands = [[sys.executable, "-c", RECORD_MANY, str(tmp_path / "ledger"), name] for name in ("app", "restore")]
    workers = [subprocess.Popen(command) for command in commands]
    assert [worker.wait(30) for worker in workers] == [0, 0]
    pending = LedgerFile(tmp_path / "ledger").pending()
    assert len(pending) == 40
    assert len({number for number, _ in pending}) == 40


def test_recording_says_how_long_it_takes(tmp_path: Path) -> None:
    ledger = LedgerFile(tmp_path / "ledger")
    took = []
    for _ in range(100):
        start = perf_counter()
        ledger.record(MUTE)
        took.append(perf_counter() - start)
    took.sort()
    print(f"ledger record: median {took[50] * 1e3:.2f} ms, p95 {took[95] * 1e3:.2f} ms")
    assert took[50] < 0.1


Pending = tuple[tuple[int, Change], ...]


class LedgerMachine(RuleBasedStateMachine):
    """Record, settle and cut the power at any byte: what is pending is always a state that once was."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self.path = Path(self._folder.name) / "ledger"
        self.ledger = LedgerFile(self.path)
        self.history: list[tuple[int, Pending]] = [(0, ())]
        self.replaced_size = 0

    @property
    def latest(self) -> Pending:
        return self.history[-1][1]

    def teardown(self) -> None:
        self._folder.cleanup()

    @rule(place=st.text(max_size=12), before=st.none() | st.text(max_size=6))
    def record(self, place: str, before: str | None) -> None:
        change = Change("kind", place, before, "after")
        number = self.ledger.record(change)
        assert number not in dict(self.latest)
        self._now((*self.latest, (number, change)))

    @precondition(lambda self: self.latest)
    @rule(data=st.data())
    def settle(self, data: st.DataObject) -> None:
        pair = data.draw(st.sampled_from(self.latest))
        self.ledger.settle(pair[0])
        self._now(tuple(other for other in self.latest if other != pair))

    @precondition(lambda self: self.path.exists())
    @rule(data=st.data(), tail=st.binary(max_size=3).filter(lambda raw: b"\n" not in raw))
    def cut_the_power(self, data: st.DataObject, tail: bytes) -> None:
        content = self.path.read_bytes()
        cut = data.draw(st.integers(self.replaced_size, len(content)))
        torn = content[:cut] + tail
        self.path.write_bytes(torn)
        self.ledger = LedgerFile(self.path)
        after = self.ledger.pending()
        kept = [(size, state) for size, state in self.history if size <= cut]
        luckily = [state for size, state in self.history if cut < size <= cut + len(tail) + 1]  # but for its line's end
        assert after in [kept[-1][1], *luckily]
        self.history = [*kept, (cut, after)]
        if self.path.read_bytes() != torn:  # mended: replaced whole, so no power cut can reach into what is there now
            self.replaced_size = self.path.stat().st_size
            self.history = [(self.replaced_size, after)]

    @invariant()
    def what_is_pending_is_the_latest_state(self) -> None:
        assert self.ledger.pending() == self.latest

    def _now(self, state: Pending) -> None:
        size = self.path.stat().st_size
        if not state:  # replaced by its first line, whole or not at all
            self.history, self.replaced_size = [(0, ())], 0
        self.history.append((size, state))


TestLedgerMachine = LedgerMachine.TestCase
TestLedgerMachine.settings = settings(max_examples=40, stateful_step_count=20, deadline=None)


@pytest.fixture(autouse=True)
def _heard(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
