# SPDX-License-Identifier: MIT
"""Do files that are opened, processes that start and processes that end tell of themselves?"""

import os
import queue
import select
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from rideau.adapters.linux.apps.app_probes import launch_probe
from rideau.adapters.linux.apps.exec_watch import ExecWatch
from rideau.adapters.linux.apps.exit_watch import ExitWatch, opened
from rideau.adapters.linux.apps.launch_watch import LaunchWatch
from rideau.adapters.linux.apps.lookout import Lookout, Source
from rideau.adapters.linux.apps.pid_scan import PidScan
from rideau.adapters.linux.apps.proc_connector import ProcConnector
from rideau.domain.app import AppRule
from rideau.domain.probe import Fitness
from rideau.domain.process import ProcessId
from rideau.keeper.proc import stat_of
from stage.program import PATIENCE_S


def look_until(source: Source, is_so: Callable[[], object]) -> None:
    """Look at ``source`` whenever it calls, until ``is_so``."""
    while not is_so():
        assert select.select([source], [], [], PATIENCE_S)[0], "nothing came"
        source.look()


def is_silent(source: Source) -> bool:
    return not select.select([source], [], [], 0)[0]


@pytest.fixture
def sleeper() -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(["sleep", "1000"]) as process:
        yield process
        process.kill()


def id_of(pid: int) -> ProcessId:
    stat = stat_of(pid)
    assert stat is not None
    return ProcessId(pid, stat.start)


class TestExecWatch:
    """Watch files."""

    @pytest.fixture
    def told(self) -> list[frozenset[str]]:
        return []

    @pytest.fixture
    def watch(self, told: list[frozenset[str]]) -> Iterator[ExecWatch]:
        with closing(ExecWatch(told.append)) as watch:
            yield watch

    def test_a_program_that_runs_is_told(self, watch: ExecWatch, told: list[frozenset[str]], tmp_path: Path) -> None:
        program = _program(tmp_path / "app")
        watch.watch([str(program)])
        subprocess.run([program], check=True)
        look_until(watch, lambda: told)
        assert told[0] == {str(program)}
        assert watch.missed == frozenset()

    def test_its_neighbours_tell_nothing(self, watch: ExecWatch, tmp_path: Path) -> None:
        program, other = _program(tmp_path / "app"), _program(tmp_path / "other")
        watch.watch([str(program)])
        subprocess.run([other], check=True)
        assert is_silent(watch)

    def test_one_that_replaces_it_is_told(self, watch: ExecWatch, told: list[frozenset[str]], tmp_path: Path) -> None:
        program = _program(tmp_path / "app")
        watch.watch([str(program)])
        _program(tmp_path / "new").replace(program)
        look_until(watch, lambda: told)
        told.clear()
        subprocess.run([program], check=True)
        look_until(watch, lambda: told)

    def test_one_that_comes_later_in_a_folder_that_comes_later_is_told(
        self, watch: ExecWatch, told: list[frozenset[str]], tmp_path: Path
    ) -> None:
        program = tmp_path / "opt/app/bin/app"
        watch.watch([str(program)])
        for folder in (tmp_path / "opt", tmp_path / "opt/app", tmp_path / "opt/app/bin"):
            folder.mkdir()
            select.select([watch], [], [], PATIENCE_S)
            watch.look()
        _program(program)
        look_until(watch, lambda: told)

    def test_a_link_that_leads_elsewhere_is_followed(
        self, watch: ExecWatch, told: list[frozenset[str]], tmp_path: Path
    ) -> None:
        for version in ("1", "2"):
            (tmp_path / version).mkdir()
            _program(tmp_path / version / "app")
        current, new = tmp_path / "current", tmp_path / "new"
        current.symlink_to(tmp_path / "1")
        new.symlink_to(tmp_path / "2")
        watch.watch([str(current / "app")])
        new.replace(current)
        look_until(watch, lambda: told)
        told.clear()
        subprocess.run([current / "app"], check=True)
        look_until(watch, lambda: told)

    def test_what_is_watched_no_more_is_silent(self, watch: ExecWatch, tmp_path: Path) -> None:
        program = _program(tmp_path / "app")
        watch.watch([str(program)])
        watch.watch([])
        while not is_silent(watch):
            watch.look()
        subprocess.run([program], check=True)
        assert is_silent(watch)

    def test_closed_twice_is_closed(self, watch: ExecWatch) -> None:
        watch.close()
        watch.close()
        assert watch.fileno() < 0
        watch.watch(["/bin/sh"])
        assert watch.missed == {"/bin/sh"}


class TestExitWatch:
    """Watch processes end."""

    def test_an_end_is_told_once(self, sleeper: subprocess.Popen[bytes]) -> None:
        told: list[frozenset[ProcessId]] = []
        process = id_of(sleeper.pid)
        with closing(ExitWatch(told.append)) as watch:
            watch.watch([process])
            assert watch.pids == {sleeper.pid}
            sleeper.kill()
            look_until(watch, lambda: told)
            assert told == [{process}]
            assert is_silent(watch)

    def test_another_process_of_the_same_number_is_nobody(self, sleeper: subprocess.Popen[bytes]) -> None:
        other = id_of(sleeper.pid)._replace(start=1)
        with pytest.raises(ProcessLookupError):
            opened(other)
        with closing(ExitWatch(lambda _: None)) as watch:
            watch.add([other])
            assert watch.pids == frozenset()

    def test_one_that_is_watched_no_more_is_not_told(self, sleeper: subprocess.Popen[bytes]) -> None:
        with closing(ExitWatch(lambda _: None)) as watch:
            watch.watch([id_of(sleeper.pid)])
            watch.watch([])
            sleeper.kill()
            sleeper.wait()
            assert is_silent(watch)
        watch.close()


def test_the_scan_tells_of_new_pids_alone() -> None:
    told: list[frozenset[int]] = []
    with closing(PidScan(told.append, every_s=0.05)) as scan, subprocess.Popen(["sleep", "1000"]) as process:
        look_until(scan, lambda: any(process.pid in each for each in told))
        process.kill()
        assert not any(os.getpid() in each for each in told)
    scan.close()


def test_the_process_connector_tells_of_execs_or_refuses(sleeper: subprocess.Popen[bytes]) -> None:
    """Kernels before 6.6, and containers, keep silent: then it says so."""
    told: list[frozenset[int]] = []
    connector = None
    with suppress(OSError):
        connector = ProcConnector(told.append)
    if connector is None:
        assert launch_probe().fitness is Fitness.WORKS
        return
    with closing(connector), subprocess.Popen(["true"]) as process:
        look_until(connector, lambda: any(process.pid in each for each in told))
        assert not any(sleeper.pid in each for each in told)
    connector.close()


class TestLaunchWatch:
    """Choose what tells of launches."""

    @pytest.fixture
    def lookout(self) -> Iterator[Lookout]:
        lookout = Lookout()
        yield lookout
        lookout.stop()

    def test_a_rule_with_a_file_needs_no_look_at_pids(self, lookout: Lookout) -> None:
        watch = _launch_watch(lookout)
        assert watch.watch([AppRule("a/a", "a", "A", programs=("/bin/sh",))]) == ()
        assert not watch.is_scanning
        watch.close()

    def test_a_rule_that_only_its_sandbox_names_is_looked_for(self, lookout: Lookout) -> None:
        watch, rule = _launch_watch(lookout), AppRule("a/a", "a", "A", flatpak="a.b.C", units=("app-flatpak-a.b.C-",))
        assert watch.watch([rule]) == (rule,)
        assert watch.is_scanning
        assert watch.watch([]) == ()
        assert not watch.is_scanning

    def test_a_rule_for_windows_alone_is_the_windows_business(self, lookout: Lookout) -> None:
        watch = _launch_watch(lookout)
        assert watch.watch([AppRule("a/web", "a", "A", web_hosts=("a.test",))]) == ()
        assert not watch.is_scanning
        watch.close()


class TestLookout:
    """Wait for sources on one thread."""

    @pytest.fixture
    def lookout(self) -> Iterator[Lookout]:
        lookout = Lookout()
        yield lookout
        lookout.stop()

    def test_it_does_what_it_is_handed_in_order_on_its_own_thread(self, lookout: Lookout) -> None:
        done: queue.SimpleQueue[tuple[int, str]] = queue.SimpleQueue()
        for number in range(3):
            lookout.do(lambda number=number: done.put((number, threading.current_thread().name)))  # type: ignore[misc]
        assert [done.get(timeout=PATIENCE_S) for _ in range(3)] == [(number, "apps") for number in range(3)]

    def test_it_does_later_what_is_for_later(self, lookout: Lookout) -> None:
        done: queue.SimpleQueue[str] = queue.SimpleQueue()
        lookout.after(0.05, lambda: done.put("later"))
        lookout.do(lambda: done.put("now"))
        assert [done.get(timeout=PATIENCE_S) for _ in range(2)] == ["now", "later"]

    def test_it_looks_at_what_calls_until_it_is_dropped(self, lookout: Lookout) -> None:
        source = _Pipe()
        lookout.do(lambda: lookout.add(source))
        source.call()
        assert source.looks.get(timeout=PATIENCE_S)
        lookout.do(lambda: lookout.drop(source))
        lookout.stop()
        source.call()
        assert not lookout.is_running
        source.close()

    def test_what_was_handed_over_is_done_before_it_ends_and_it_begins_again(self, lookout: Lookout) -> None:
        done: list[int] = []
        for number in range(2):
            lookout.do(lambda number=number: done.append(number))  # type: ignore[misc]
            lookout.stop()
            lookout.stop()
        assert done == [0, 1]

    def test_it_can_be_ended_from_its_own_thread(self, lookout: Lookout) -> None:
        ended = threading.Event()
        lookout.do(lookout.stop)
        lookout.do(ended.set)
        assert ended.wait(PATIENCE_S)


class _Pipe:
    """Be a source that a test makes call."""

    def __init__(self) -> None:
        self._out, self._in = os.pipe()
        self.looks: queue.SimpleQueue[bytes] = queue.SimpleQueue()

    def fileno(self) -> int:
        return self._out

    def look(self) -> None:
        self.looks.put(os.read(self._out, 1))

    def call(self) -> None:
        os.write(self._in, b"!")

    def close(self) -> None:
        os.close(self._out)
        os.close(self._in)


def _launch_watch(lookout: Lookout) -> LaunchWatch:
    def refuse(_: object) -> PidScan:
        raise PermissionError

    return LaunchWatch(lookout, threading.RLock(), lambda _: None, lambda _: None, (refuse, PidScan))


def _program(path: Path) -> Path:
    path.write_text("#!/bin/sh\nexit 0\n")
    path.chmod(0o755)
    return path
