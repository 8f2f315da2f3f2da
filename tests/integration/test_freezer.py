# SPDX-License-Identifier: MIT
"""Does a tree of processes stand still and go on, and come back after a crash?"""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from contracts.restorer import Changed, RestorerContract
from fakes.ledger import FakeLedger
from rideau.adapters.linux.apps.app_windows import AppWindows
from rideau.adapters.linux.apps.calls import Calls
from rideau.adapters.linux.apps.freezer import LEASE, Freezer
from rideau.adapters.linux.apps.frozen_process import (
    FrozenProcessRestorer,
    frozen_change,
    goes_on,
    is_stopped,
    rests,
    send,
)
from rideau.adapters.linux.windowing.x11_grab import is_grabbed
from rideau.domain.app import AppRule, Run
from rideau.domain.change import Change, Outcome
from rideau.domain.process import ProcessId
from rideau.keeper.proc import stat_of
from stage.app_watching import FakeLink
from stage.desktop import Home
from stage.keeper import eventually
from stage.screen import Screen

GRAB = """
import ctypes, os
x = ctypes.CDLL("libX11.so.6")
x.XOpenDisplay.restype = ctypes.c_void_p
display = ctypes.c_void_p(x.XOpenDisplay(os.environ["DISPLAY"].encode()))
for act in (x.XGrabServer, x.XUngrabServer):
    act(display)
    x.XSync(display, 0)
    print("done", flush=True)
    input()
"""
"""A client that keeps the X server to itself until it is told to let go."""

Start = Callable[[], ProcessId]


@pytest.fixture
def start() -> Iterator[Start]:
    held: list[subprocess.Popen[bytes]] = []

    def one() -> ProcessId:
        held.append(subprocess.Popen(["sleep", "1000"]))
        stat = stat_of(held[-1].pid)
        assert stat is not None
        return ProcessId(held[-1].pid, stat.start)

    yield one
    for each in held:
        each.kill()
        each.wait()


class Freezing:
    """Hold a freezer with all that it tells."""

    def __init__(self, is_screen_held: Callable[[], bool] = lambda: False) -> None:
        self.ledger, self.link = FakeLedger(), FakeLink()
        self.freezer = Freezer(self.ledger, self.link, is_screen_held)


class TestFrozenProcessRestorer(RestorerContract):
    """Run the contract."""

    @pytest.fixture
    def changed(self, start: Start) -> Changed:
        process = start()
        change = frozen_change((process,))
        send(process, signal.SIGSTOP)
        eventually(lambda: is_stopped(process))

        def undo() -> None:
            send(process, signal.SIGCONT)
            eventually(lambda: not is_stopped(process))

        restorer = _Patient(process)
        return Changed(restorer, change, before=False, look=lambda: is_stopped(process), undo_by_hand=undo)


class _Patient(FrozenProcessRestorer):
    """Wait until a signal has arrived."""

    def __init__(self, process: ProcessId) -> None:
        self._process = process

    def restore(self, change: Change) -> Outcome:
        outcome = super().restore(change)
        if outcome is Outcome.RESTORED:
            eventually(lambda: not is_stopped(self._process))
        return outcome


def test_another_boots_processes_are_gone(start: Start) -> None:
    process = start()
    send(process, signal.SIGSTOP)
    eventually(lambda: is_stopped(process))
    change = frozen_change((process,))
    _, words = change.place.split(" ", 1)
    other = change._replace(place=f"00000000-0000-0000-0000-000000000000 {words}")
    assert FrozenProcessRestorer().restore(other) is Outcome.GONE
    assert is_stopped(process)


def test_what_is_forked_meanwhile_is_stopped_too(start: Start) -> None:
    freezing, one, two = Freezing(), start(), start()
    looks = iter(((one,), (one, two)))
    assert freezing.freezer.freeze("run", lambda: next(looks))
    eventually(lambda: is_stopped(one) and is_stopped(two))
    assert freezing.link.leases[LEASE].processes == (one, two)
    assert len(freezing.ledger.pending()) == 2
    freezing.freezer.thaw("run")
    eventually(lambda: not is_stopped(one) and not is_stopped(two))
    assert freezing.ledger.pending() == ()


def test_the_keeper_holds_one_lease_however_much_is_frozen(start: Start) -> None:
    freezing, one, two = Freezing(), start(), start()
    assert freezing.freezer.freeze("one", lambda: (one,))
    assert freezing.freezer.freeze("two", lambda: (two,))
    assert freezing.link.leases.keys() == {LEASE}
    assert freezing.link.leases[LEASE].processes == (one, two)
    freezing.freezer.thaw("one")
    assert freezing.link.leases[LEASE].processes == (two,)
    freezing.freezer.thaw("two")
    assert freezing.link.leases == {}


def test_what_somebody_else_stopped_stays_so(start: Start) -> None:
    freezing, mine, theirs = Freezing(), start(), start()
    send(theirs, signal.SIGSTOP)
    eventually(lambda: is_stopped(theirs))
    freezing.freezer.freeze("run", lambda: (mine, theirs))
    freezing.freezer.thaw_all()
    eventually(lambda: not is_stopped(mine))
    assert is_stopped(theirs)


def test_it_is_noticed_that_somebody_else_lets_a_run_go_on(start: Start) -> None:
    freezing, one, two = Freezing(), start(), start()
    assert freezing.freezer.freeze("run", lambda: (one, two))
    eventually(lambda: is_stopped(one) and is_stopped(two))
    assert not freezing.freezer.is_woken("run")
    assert not freezing.freezer.is_woken("another")
    send(two, signal.SIGCONT)
    eventually(lambda: freezing.freezer.is_woken("run"))


def test_a_process_that_is_about_to_stop_does_not_go_on(start: Start) -> None:
    process = start()
    assert goes_on(process)
    assert not goes_on(process._replace(start=process.start + 1))
    assert not goes_on(ProcessId(2**22 + 1, 0))
    send(process, signal.SIGSTOP)
    assert not goes_on(process)


def test_another_process_of_the_same_number_is_left_alone(start: Start) -> None:
    freezing, process = Freezing(), start()
    other = process._replace(start=process.start - 1)
    freezing.freezer.freeze("run", lambda: (other,))
    freezing.freezer.kill("run")
    assert not rests(process)


def test_nothing_is_stopped_that_cannot_be_written_down(start: Start) -> None:
    freezing, process = Freezing(), start()
    freezing.ledger.is_full = True
    assert not freezing.freezer.freeze("run", lambda: (process,))
    assert not is_stopped(process)
    assert freezing.link.leases == {}


def test_who_keeps_the_screen_to_itself_is_let_go_of_it_first() -> None:
    """The client that holds a grab holds a socket, too."""
    answers = iter((True, False))
    freezing = Freezing(lambda: next(answers))
    with _connected() as process:
        assert freezing.freezer.freeze("run", lambda: (process,))
        eventually(lambda: is_stopped(process))
        freezing.freezer.kill("run")


def test_who_never_lets_go_of_the_screen_is_not_frozen() -> None:
    freezing = Freezing(lambda: True)
    with _connected() as process:
        assert not freezing.freezer.freeze("run", lambda: (process,))
        eventually(lambda: not is_stopped(process))
    assert freezing.link.leases == {}
    assert freezing.ledger.pending() == ()


def test_without_an_x_server_no_screen_is_held() -> None:
    assert not is_grabbed({})
    assert not is_grabbed({"DISPLAY": "wayland"})
    assert not is_grabbed({"DISPLAY": ":54321"})


def test_a_client_that_keeps_the_screen_to_itself_is_noticed() -> None:
    with Home() as home, Screen(home.environment, home.folder) as screen:
        environment = {**home.environment, "DISPLAY": screen.display}
        words = [sys.executable, "-c", GRAB]
        pipe = subprocess.PIPE
        with subprocess.Popen(words, env=environment, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL) as client:
            assert client.stdin is not None
            assert client.stdout is not None
            client.stdout.readline()
            assert is_grabbed(environment)
            client.stdin.write(b"let go\n")
            client.stdin.flush()
            client.stdout.readline()
            assert not is_grabbed(environment)
            client.stdin.close()


def test_what_has_ended_is_held_no_more(start: Start) -> None:
    freezing, process = Freezing(), start()
    freezing.freezer.freeze("run", lambda: (process,))
    freezing.freezer.forget((process,))
    assert freezing.freezer.frozen() == {}
    assert freezing.link.leases == {}


def test_who_has_a_camera_open_is_in_a_call(tmp_path: Path) -> None:
    run = Run("run", AppRule("a/a", "a", "A"), (ProcessId(os.getpid(), 0),))
    windows = AppWindows({}, lambda: None)
    with (tmp_path / "video0").open("wb"):
        assert Calls(frozenset, windows, f"{tmp_path}/video").is_in_call(run)
    assert not Calls(frozenset, windows, f"{tmp_path}/video").is_in_call(run)


@contextmanager
def _connected() -> Iterator[ProcessId]:
    """Run a process that holds a socket."""
    words = [sys.executable, "-c", "import socket, time; s = socket.socket(); print('!', flush=True); time.sleep(1000)"]
    with subprocess.Popen(words, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        stat = stat_of(process.pid)
        assert stat is not None
        yield ProcessId(process.pid, stat.start)
        process.kill()
