# SPDX-License-Identifier: MIT
"""Is every process read as it is, and nothing guessed of what may not be known?"""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rideau.adapters.linux.apps.process_list import ProcessList, environment_holds, file_ids
from rideau.keeper.proc import stat_of
from stage.program import PATIENCE_S, require


@pytest.fixture
def sleeper(tmp_path: Path) -> Path:
    """Return an executable of the test's own that sleeps."""
    program = tmp_path / "sleeper (1)"
    shutil.copy(os.path.realpath(require("sleep")), program)
    return program


@pytest.fixture
def start() -> Iterator[Callable[..., "subprocess.Popen[bytes]"]]:
    """Return what starts a program that is ended after the test."""
    started: list[subprocess.Popen[bytes]] = []

    def started_now(*argv: str | Path, **more: str) -> "subprocess.Popen[bytes]":
        started.append(subprocess.Popen(argv, env={**os.environ, **more}, start_new_session=True))
        program = os.path.realpath(argv[0])
        _wait(lambda: os.path.realpath(f"/proc/{started[-1].pid}/exe") == program)
        return started[-1]

    yield started_now
    for each in started:
        each.kill()
        each.wait()


def _wait(until: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not until():
        assert time.monotonic() < deadline, "it never came to pass"
        time.sleep(0.005)


def test_a_process_is_read_whole(sleeper: Path, start: Callable[..., "subprocess.Popen[bytes]"]) -> None:
    child = start(sleeper, "600")
    found = ProcessList().table().by_pid[child.pid]
    stat = stat_of(child.pid)
    assert stat is not None
    assert (found.id.start, found.parent, found.uid, found.name) == (
        stat.start,
        os.getpid(),
        os.getuid(),
        "sleeper (1)",
    )
    assert (found.program, found.argv) == (str(sleeper), (str(sleeper), "600"))
    assert found.program_id in file_ids([str(sleeper)])
    assert (found.session, found.terminal, found.flatpak) == (child.pid, 0, "")


def test_a_program_is_found_by_its_file_and_not_by_its_name(
    sleeper: Path, start: Callable[..., "subprocess.Popen[bytes]"]
) -> None:
    twin = sleeper.parent / "elsewhere" / sleeper.name
    twin.parent.mkdir()
    shutil.copy(sleeper, twin)
    linked = sleeper.parent / "another-name"
    linked.hardlink_to(sleeper)
    one, _, three = start(sleeper, "600"), start(twin, "600"), start(linked, "600")
    found = ProcessList().running(file_ids([str(sleeper)]))
    assert {each.pid for each in found} == {one.pid, three.pid}
    assert all(each.start == getattr(stat_of(each.pid), "start", None) for each in found)
    assert ProcessList().running(frozenset()) == ()


def test_a_program_that_was_replaced_is_known_by_where_it_was(
    sleeper: Path, start: Callable[..., "subprocess.Popen[bytes]"]
) -> None:
    child = start(sleeper, "600")
    sleeper.unlink()
    assert ProcessList().table().by_pid[child.pid].program == str(sleeper)


def test_a_controlling_terminal_is_known(start: Callable[..., "subprocess.Popen[bytes]"]) -> None:
    parent = start(sys.executable, "-c", "import pty; pty.spawn(['sleep', '600'])")
    _wait(lambda: any(each.name == "sleep" for each in ProcessList().around([parent.pid])))
    table = ProcessList().around([parent.pid])
    (child,) = table.children(parent.pid)
    assert table.by_pid[parent.pid].terminal == 0
    assert table.by_pid[child].terminal != 0


def test_who_has_ended_is_no_process_any_more(start: Callable[..., "subprocess.Popen[bytes]"]) -> None:
    child = start(sys.executable, "-c", "input()")
    os.kill(child.pid, signal.SIGKILL)
    _wait(lambda: b") Z " in Path(f"/proc/{child.pid}/stat").read_bytes())
    assert child.pid not in ProcessList().table().by_pid
    assert environment_holds(child.pid, "PATH=") is False


def test_the_tree_around_a_process_is_read_and_nobody_else(
    sleeper: Path, start: Callable[..., "subprocess.Popen[bytes]"]
) -> None:
    parent = start(require("sh"), "-c", f'"{sleeper}" 600 & wait')
    stranger = start(sleeper, "600")
    _wait(lambda: len(ProcessList().running(file_ids([str(sleeper)]))) == 2)
    table = ProcessList().around([parent.pid])
    (child,) = table.children(parent.pid)
    assert table.by_pid[child].program == str(sleeper)
    assert {child, parent.pid, os.getpid()} <= table.by_pid.keys()
    assert stranger.pid not in table.by_pid
    assert set(table.ancestors(child)) == table.by_pid.keys() - {child}
    assert len(ProcessList().around([])) == 0
    os.kill(child, signal.SIGKILL)


def test_nobody_else_than_those_that_are_accepted_is_looked_at(
    sleeper: Path, start: Callable[..., "subprocess.Popen[bytes]"]
) -> None:
    marked, _ = start(sleeper, "600", RIDEAU_TEST="one two"), start(sleeper, "600")
    _wait(lambda: environment_holds(marked.pid, "RIDEAU_TEST=one two"))
    processes = ProcessList(lambda pid: environment_holds(pid, "RIDEAU_TEST=one two"))
    assert [each.pid for each in processes.table()] == [marked.pid]
    assert [each.pid for each in processes.running(file_ids([str(sleeper)]))] == [marked.pid]
    assert [each.pid for each in processes.around([marked.pid, os.getpid()])] == [marked.pid]


def test_this_very_process_and_the_first_one_are_there() -> None:
    table = ProcessList().table()
    assert table.by_pid[os.getpid()].argv
    assert 1 in table.by_pid
    unit = Path("/proc/self/cgroup").read_text(encoding="utf-8").splitlines()[-1].rpartition("/")[2]
    assert table.by_pid[os.getpid()].unit in {unit, ""}


def test_a_file_that_is_not_there_is_no_file() -> None:
    assert file_ids(["/nowhere/at/all", "/dev/null/x", "a\0b"]) == frozenset()
