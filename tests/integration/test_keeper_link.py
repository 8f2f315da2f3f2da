# SPDX-License-Identifier: MIT
"""Does the tray always have a keeper, whatever happens to either? Against the real one, started and killed for real."""

import os
import shutil
import signal
import socket
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from rideau.adapters.gate_listener import open_listener, remembered_port
from rideau.adapters.keeper_link import AT_ONCE, KeeperLink
from rideau.adapters.keeper_process import LARGEST_LOG
from rideau.domain.door import Profile
from rideau.keeper.message import Lease, Role
from rideau.services.attempts import Attempt
from stage.keeper import Talk, eventually
from stage.linking import CLOSED, OPEN, House, answer, kill, lives, state_of

ROOM = 3
"""A machine shared with other jobs may be this many times slower."""
BACK_WITHIN_S, NOT_HUNG_WITHIN_S = 2.0 * ROOM, 5.0 * ROOM

OLD_KEEPER = """
import os, socket, sys
path, port_file = sys.argv[1:]
gate = socket.create_server(("127.0.0.1", int(open(port_file).read())))
listener = socket.socket(socket.AF_UNIX)
listener.bind(path)
listener.listen()
print(os.getpid(), flush=True)
while True:
    connection, _ = listener.accept()
    connection.recv(65536)
    connection.sendall(b'{"version":0,"type":"error","message":"version 0 is spoken here"}\\n')
"""


@pytest.fixture(name="house")
def fixture_house() -> Iterator[House]:
    folder = Path(tempfile.mkdtemp(prefix="rideau-link-"))
    house = House(folder)
    yield house
    house.clear()
    shutil.rmtree(folder)


@pytest.fixture(name="link")
def fixture_link(house: House) -> KeeperLink:
    """Return a link with a keeper that closes."""
    link = house.link()
    link.open()
    link.hold(CLOSED)
    eventually(lambda: link.port)
    assert answer(link.port) == 503
    return link


def seconds_until_closed(port: int) -> float:
    """Return after how long the gate says that the site is closed; who stood at a dead keeper's door asks again."""
    start = time.monotonic()
    eventually(lambda: is_closed(port))
    return time.monotonic() - start


def is_closed(port: int) -> bool:
    """Tell whether the gate says so; a browser that finds nobody there is not let in either, and asks again."""
    with suppress(ConnectionRefusedError):
        return answer(port) == 503
    return False


def test_the_gate_is_there_at_once_and_closes_what_it_was_told(house: House) -> None:
    link = house.link()
    began = time.monotonic()
    link.open()
    link.hold(CLOSED)
    assert time.monotonic() - began < 0.1 * ROOM
    eventually(lambda: link.port)
    assert answer(link.port) == 503, "who came before the keeper waited for it"
    assert link.problem is None
    eventually(lambda: house.attempts == [Attempt("slack", "localhost", "gate", "http")])


def test_nobody_but_this_computer_reaches_the_gate(house: House) -> None:
    with open_listener(house.paths.gate_port_file) as listener:
        assert listener.getsockname()[0] == "127.0.0.1"


def test_the_port_is_the_same_at_every_start(house: House, link: KeeperLink) -> None:
    port = link.port
    link.end()
    assert house.link().open() == port


def test_a_port_that_another_program_took_is_given_up_and_the_new_one_is_remembered(
    house: House, link: KeeperLink
) -> None:
    port = link.port
    link.end()
    with socket.create_server(("127.0.0.1", port)):
        second = house.link()
        other = second.open()
        second.hold(CLOSED)
        assert other != port
        assert answer(other) == 503
        second.end()
    assert remembered_port(house.paths.gate_port_file) == other


@pytest.mark.parametrize("note", ["", "none", "22", "99999", "-1", "1" * 5000])
def test_a_port_that_was_never_ours_is_not_believed(house: House, note: str) -> None:
    house.paths.gate_port_file.parent.mkdir(parents=True)
    house.paths.gate_port_file.write_text(note)
    assert remembered_port(house.paths.gate_port_file) == 0
    with open_listener(house.paths.gate_port_file) as listener:
        assert remembered_port(house.paths.gate_port_file) == listener.getsockname()[1]


def test_a_keeper_that_was_killed_is_back_within_two_seconds(link: KeeperLink) -> None:
    port = link.port
    for _ in range(AT_ONCE):
        eventually(lambda: link.keeper_pid)
        pid = link.keeper_pid
        kill(pid)
        assert seconds_until_closed(port) < BACK_WITHIN_S
        assert link.keeper_pid != pid


def test_a_keeper_that_was_stopped_is_replaced_within_five_seconds(link: KeeperLink) -> None:
    pid = link.keeper_pid
    kill(pid, signal.SIGSTOP)
    assert seconds_until_closed(link.port) < NOT_HUNG_WITHIN_S
    assert not lives(pid)


def test_a_keeper_outlives_its_tray_and_the_next_one_takes_it_over(house: House) -> None:
    tray, pid = house.tray()
    port = remembered_port(house.paths.gate_port_file)
    assert answer(port) == 503
    kill(tray.pid)
    tray.wait()
    assert answer(port) == 503, "nobody is let in meanwhile"
    link = house.link()
    assert link.open() == port
    link.hold(OPEN)
    eventually(lambda: link.keeper_pid == pid)
    eventually(lambda: answer(port) != 503)
    link.hold(CLOSED)
    assert seconds_until_closed(port) < 1 * ROOM
    assert link.keeper_pid == pid


def test_a_keeper_taken_over_is_watched_too(house: House) -> None:
    """It is no child of this process: its silence is noticed by who stands at its door."""
    tray, pid = house.tray()
    kill(tray.pid)
    tray.wait()
    link = house.link()
    port = link.open()
    link.hold(CLOSED)
    eventually(lambda: link.keeper_pid == pid)
    assert answer(port) == 503
    kill(pid, signal.SIGSTOP)
    assert seconds_until_closed(port) < NOT_HUNG_WITHIN_S
    assert link.keeper_pid != pid
    pid = link.keeper_pid
    kill(pid)
    assert seconds_until_closed(port) < BACK_WITHIN_S


def test_a_keeper_that_hangs_at_the_start_is_replaced(house: House) -> None:
    tray, pid = house.tray()
    kill(pid, signal.SIGSTOP)
    kill(tray.pid)
    tray.wait()
    link = house.link()
    port = link.open()
    link.hold(CLOSED)
    eventually(lambda: not lives(pid))
    assert seconds_until_closed(port) < NOT_HUNG_WITHIN_S


def test_a_keeper_of_another_version_is_replaced(house: House, link: KeeperLink) -> None:
    link.end()
    _, pid = house.start(OLD_KEEPER, str(house.paths.keeper_socket), str(house.paths.gate_port_file))
    port = remembered_port(house.paths.gate_port_file)
    second = house.link()
    assert second.open() == port
    second.hold(CLOSED)
    assert seconds_until_closed(port) < BACK_WITHIN_S
    assert not lives(pid)


def test_keepers_that_keep_failing_are_started_ever_later_and_it_is_said(house: House) -> None:
    starts = house.folder / "starts"
    link = house.link(("sh", "-c", f"echo started >> {starts}"))
    link.open()
    link.hold(CLOSED)
    eventually(lambda: link.problem is not None)
    assert "does not stay up" in str(link.problem)
    assert house.changes
    counted = len(starts.read_text().splitlines())
    assert counted <= AT_ONCE + 1
    time.sleep(0.4)
    assert len(starts.read_text().splitlines()) == counted, "it rests"
    began = time.monotonic()
    link.end()
    assert time.monotonic() - began < 1 * ROOM


def test_after_the_end_nothing_is_left(house: House, link: KeeperLink) -> None:
    pid, port = link.keeper_pid, link.port
    began = time.monotonic()
    link.end()
    link.end()
    assert time.monotonic() - began < 1 * ROOM
    assert not lives(pid)
    assert not house.paths.keeper_socket.exists()
    with pytest.raises(ConnectionRefusedError):
        answer(port)
    assert link.open() == port, "it can begin again"


def test_a_keeper_that_is_stopped_at_the_end_is_killed(link: KeeperLink) -> None:
    pid = link.keeper_pid
    kill(pid, signal.SIGSTOP)
    link.end()
    assert not lives(pid)


def test_closing_the_gate_ends_the_keeper_without_making_the_main_thread_wait(link: KeeperLink) -> None:
    pid = link.keeper_pid
    began = time.monotonic()
    link.close()
    assert time.monotonic() - began < 0.1 * ROOM
    eventually(lambda: not lives(pid))


def test_a_lease_needs_a_keeper_without_any_gate(house: House) -> None:
    link = house.link()
    link.lease(Lease("frozen", ((os.getpid(), 1),)))
    eventually(lambda: link.keeper_pid)
    link.release("frozen")
    eventually(lambda: not link.keeper_pid)


def test_leased_processes_run_again_when_the_tray_dies_though_the_keeper_died_before(house: House) -> None:
    sleeper, _ = house.start("import os, time; print(os.getpid(), flush=True); time.sleep(600)")
    start = int(Path(f"/proc/{sleeper.pid}/stat").read_text().rpartition(")")[2].split()[19])
    lease = f"from rideau.keeper.message import Lease\nlink.lease(Lease('x', (({sleeper.pid}, {start}),)))"
    tray, keeper = house.tray(lease)
    kill(keeper)
    kill(sleeper.pid, signal.SIGSTOP)
    eventually(lambda: house.paths.keeper_socket.exists() and answer(remembered_port(house.paths.gate_port_file)))
    kill(tray.pid)
    eventually(lambda: state_of(sleeper.pid) != "T")


def test_an_idle_keeper_wakes_nobody(link: KeeperLink) -> None:
    tasks = [each.native_id for each in threading.enumerate() if each.name.startswith("keeper")]
    assert len(tasks) == 2
    time.sleep(1)  # what the visit at the start left to do is done
    before = [wakes(task) for task in tasks]
    time.sleep(3)
    assert [wakes(task) for task in tasks] == before
    assert link.keeper_pid


def wakes(task: int | None) -> int:
    status = Path(f"/proc/self/task/{task}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in status if line.startswith("voluntary_ctxt_switches"))


def test_browsers_that_come_and_go_are_known(house: House, link: KeeperLink) -> None:
    before = house.changes
    talk = Talk(house.paths.keeper_socket)
    talk.hello(Role.BROWSER, browser="chromium", profile="work", extension="0.1.0")
    eventually(lambda: link.browsers)
    assert link.browsers == (("chromium", Profile.WORK, "0.1.0"),)
    talk.close()
    eventually(lambda: not link.browsers)
    assert house.changes >= before + 2


def test_the_keepers_log_is_kept_short(house: House) -> None:
    log = house.paths.keeper_log
    log.parent.mkdir(parents=True)
    log.write_bytes(b"x" * (LARGEST_LOG + 1))
    link = house.link()
    link.open()
    eventually(lambda: link.keeper_pid and log.stat().st_size < LARGEST_LOG)


IGNORING = """
import signal, sys, threading, time
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from stage.linking import CLOSED, House, answer, kill
signal.signal(signal.SIGCHLD, signal.SIG_IGN)
failed = []
threading.excepthook = failed.append
link = House(Path(sys.argv[1])).link()
link.hold(CLOSED)
for _ in range(2):
    while not link.port:
        time.sleep(0.01)
    assert answer(link.port) == 503
    kill(link.keeper_pid)
assert answer(link.port) == 503
link.end()
print(len(failed), flush=True)
"""


def test_a_tray_whose_launcher_ignores_what_becomes_of_children_keeps_a_keeper_all_the_same(house: House) -> None:
    process, failed = house.start(IGNORING, str(house.folder), str(Path(__file__).parents[1]))
    assert (process.wait(), failed) == (0, 0)
