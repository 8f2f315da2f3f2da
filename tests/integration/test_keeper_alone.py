# SPDX-License-Identifier: MIT
"""What does a real keeper do when its tray is killed? Apps run again, the gate holds, and all is put right."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import pytest

from rideau.domain.door import Door, Doors, Profile
from rideau.keeper.dead_man import PAUSES_S
from rideau.keeper.lease_book import MOST_LEASES, MOST_PROCESSES, LeaseBook
from rideau.keeper.message import Lease, Orders, Role, Type, decoded, encoded, lease_fields, orders_fields
from rideau.keeper.proc import ancestors_of, stat_of, uid_of
from stage.keeper import Keeper, Talk, eventually
from stage.program import PATIENCE_S

CLOSED = Orders(
    Doors(
        (Door("linkedin", "LinkedIn", ("linkedin.test",)),),
        MappingProxyType({each: frozenset({"linkedin"}) for each in Profile}),
    )
)
OPENED: dict[str, list[str]] = {each.value: [] for each in Profile}
SHUT = {each.value: ["linkedin"] for each in Profile}

TRAY = """
import socket, sys, time
connection = socket.socket(socket.AF_UNIX)
connection.connect(sys.argv[1])
connection.sendall(open(sys.argv[2], "rb").read())
said = b""
while b"pong" not in said:
    said += connection.recv(65536)
print(flush=True)
while connection.recv(65536):
    pass
"""
"""Says what is in a file, and waits until it is killed."""


@pytest.fixture(name="folder")
def fixture_folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="r-") as folder:
        yield Path(folder)


def tray_words(keeper: Keeper, orders: Orders, *leases: Lease) -> tuple[str, ...]:
    """Return the command of a tray that says hello, gives ``orders`` and holds ``leases``."""
    file = keeper.log.with_name(f"said-{len(list(keeper.log.parent.iterdir()))}")
    lines = [
        encoded(Type.HELLO, {"role": Role.TRAY.value, "pid": 1}),
        encoded(Type.ORDERS, orders_fields(orders)),
        *(encoded(Type.LEASE, lease_fields(lease)) for lease in leases),
        encoded(Type.PING, {"id": 1}),
    ]
    file.write_bytes(b"".join(lines))
    return (sys.executable, "-c", TRAY, str(keeper.path), str(file))


@contextmanager
def tray_of(keeper: Keeper, orders: Orders, *leases: Lease) -> Iterator["subprocess.Popen[str]"]:
    """Start such a tray, and wait until it was heard."""
    with subprocess.Popen(tray_words(keeper, orders, *leases), stdout=subprocess.PIPE, text=True) as tray:
        assert tray.stdout is not None
        assert tray.stdout.readline() == "\n"
        yield tray
        tray.kill()


@contextmanager
def frozen(count: int) -> Iterator[list[int]]:
    """Have ``count`` processes that are stopped."""
    sleepers = [subprocess.Popen(["sleep", "60"]) for _ in range(count)]
    try:
        for each in sleepers:
            each.send_signal(signal.SIGSTOP)
        eventually(lambda: all(_is_stopped(each.pid) for each in sleepers))
        yield [each.pid for each in sleepers]
    finally:
        for each in sleepers:
            each.kill()
            each.wait(PATIENCE_S)


def _is_stopped(pid: int) -> bool:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "T"


def lease_of(pids: Sequence[int], lease_id: str = "apps") -> Lease:
    stats = {pid: stat_of(pid) for pid in pids}
    return Lease(lease_id, tuple((pid, stat.start) for pid, stat in stats.items() if stat is not None))


def test_frozen_apps_run_within_200_ms_of_the_kill_of_the_tray(folder: Path) -> None:
    with Keeper(folder) as keeper, frozen(20) as pids:
        with tray_of(keeper, CLOSED, lease_of(pids[:10]), lease_of(pids[10:], "more")) as tray:
            assert all(_is_stopped(pid) for pid in pids)
            began_at = time.monotonic()
            os.kill(tray.pid, signal.SIGKILL)
            eventually(lambda: not any(_is_stopped(pid) for pid in pids))
            took_s = time.monotonic() - began_at
        print(f"{took_s * 1000:.0f} ms from the kill to the last of 20 running")
        assert took_s < 0.2


def test_what_was_released_or_is_somebody_elses_stays_as_it_is(folder: Path) -> None:
    with Keeper(folder) as keeper, frozen(4) as (released, replaced, other_start, held):
        start = lease_of([other_start]).processes[0][1]
        tray = keeper.tray(CLOSED)
        for lease in (
            lease_of([released], "released"),
            lease_of([replaced], "held"),
            lease_of([held], "held"),
            Lease("other", ((other_start, start + 1),)),
        ):
            tray.say(Type.LEASE, lease_fields(lease))
        tray.say(Type.RELEASE, {"id": "released"})
        tray.ping()
        tray.close()
        eventually(lambda: not _is_stopped(held))
        assert [_is_stopped(each) for each in (released, replaced, other_start)] == [True] * 3


def test_at_a_goodbye_apps_run_and_the_keeper_ends_without_a_word(folder: Path) -> None:
    mark = folder / "started"
    touch = ("touch", str(mark))
    with Keeper(folder) as keeper, frozen(1) as pids:
        tray = keeper.tray(CLOSED._replace(restart=touch, restore=touch))
        host = keeper.host()
        tray.say(Type.LEASE, lease_fields(lease_of(pids)))
        tray.say(Type.GOODBYE, {})
        tray.until_hung_up()
        *_, last = host.until_hung_up().splitlines()
        kind, fields = decoded(last)
        assert (kind, fields["closed"]) == (Type.STATE, {profile.value: [] for profile in Profile})
        assert keeper.wait() == 0
        eventually(lambda: not _is_stopped(pids[0]))
        assert not keeper.path.exists()
    assert not mark.exists()


def test_a_tray_that_was_killed_is_started_again_and_found_by_the_same_keeper(folder: Path) -> None:
    with Keeper(folder) as keeper:
        host = keeper.host()
        again = tray_words(keeper, CLOSED)
        with tray_of(keeper, CLOSED._replace(restart=again)) as tray:
            os.kill(tray.pid, signal.SIGKILL)
            began_at = time.monotonic()
            eventually(lambda: keeper.log.read_text().count("A tray is here") == 2)
            took_s = time.monotonic() - began_at
        assert PAUSES_S[0] - 0.1 < took_s < 10
        host.ping()
        keeper.tray().say(Type.GOODBYE, {})
        assert keeper.wait() == 0


def test_a_keeper_whose_socket_was_deleted_is_found_again_by_the_tray_it_starts(folder: Path) -> None:
    with Keeper(folder) as keeper:
        with tray_of(keeper, CLOSED._replace(restart=tray_words(keeper, CLOSED))):
            shutil.rmtree(keeper.path.parent)
        eventually(lambda: keeper.log.read_text().count("A tray is here") == 2)
        keeper.tray().say(Type.GOODBYE, {})
        assert keeper.wait() == 0
        assert not keeper.path.exists()


def test_a_keeper_that_another_one_replaced_starts_and_restores_nothing_when_its_tray_is_gone(folder: Path) -> None:
    with Keeper(folder) as keeper:
        earlier = keeper.process
        with tray_of(keeper, CLOSED._replace(restart=_writing("restart", 1), restore=_writing("restore", 0))):
            keeper.start()
        assert earlier.wait(PATIENCE_S) == 0
        assert "was started" not in keeper.log.read_text()
        keeper.tray().ping()


def test_a_started_tray_outlives_its_keeper_and_has_nothing_of_it(folder: Path) -> None:
    told = folder / "told"
    script = f"readlink /proc/self/fd/0 > {told}.new; ulimit -n >> {told}.new; mv {told}.new {told}; exec sleep 30"
    with Keeper(folder) as keeper:
        with tray_of(keeper, CLOSED._replace(restart=("sh", "-c", script))):
            pass
        eventually(told.exists)
        pid = int(keeper.log.read_text().rpartition("Process ")[2].split()[0])
        limit = subprocess.run(["sh", "-c", "ulimit -n"], capture_output=True, text=True, check=True).stdout.strip()
        assert told.read_text().split() == ["/dev/null", limit]
        assert os.getsid(pid) == pid
        keeper.process.terminate()
        assert keeper.wait() == 0
        assert stat_of(pid) is not None
        os.kill(pid, signal.SIGKILL)


def test_a_keeper_hears_how_programs_end_though_whoever_started_it_did_not_want_to(folder: Path) -> None:
    program = (
        "import os, signal, sys; signal.signal(signal.SIGCHLD, signal.SIG_IGN); os.execv(sys.argv[1], sys.argv[1:])"
    )
    ignoring = (sys.executable, "-c", program)
    with Keeper(folder, through=ignoring) as keeper:
        with tray_of(keeper, CLOSED._replace(restart=("sh", "-c", "exit 7"))):
            pass
        eventually(lambda: "ended with" in keeper.log.read_text())
        assert "ended with 7" in keeper.log.read_text()


class Left(NamedTuple):
    """Hold what became of a keeper whose tray was killed for good."""

    ran: list[str]
    """Which programs it ran."""
    closed: list[object]
    """What a browser's host was told to be closed, one after the other."""
    took_s: float


@pytest.fixture(name="left", scope="module")
def fixture_left() -> Iterator[dict[str, Left]]:
    """Leave three keepers alone, at the same time: each takes seven seconds to give up."""
    with tempfile.TemporaryDirectory(prefix="r-") as folder, ExitStack() as stack:
        fails = _writing("restart", 1)
        gone = ("/nowhere/rideau",)
        cases = {
            "restored": CLOSED._replace(restart=fails, restore=_writing("restore", 0)),
            "unrestored": CLOSED._replace(restart=fails, restore=_writing("restore", 1)),
            "deleted": CLOSED._replace(restart=gone, restore=gone),
        }
        began_at = time.monotonic()
        hosts = {name: _leave_alone(stack, Path(folder, name), orders) for name, orders in cases.items()}
        yield {name: _left(Path(folder, name), keeper, host, began_at) for name, (keeper, host) in hosts.items()}


def _writing(word: str, code: int) -> tuple[str, ...]:
    return ("sh", "-c", f'echo {word} >> "$TOLD"; exit {code}')


def _leave_alone(stack: ExitStack, folder: Path, orders: Orders) -> tuple[Keeper, Talk]:
    folder.mkdir()
    keeper = stack.enter_context(Keeper(folder, {**os.environ, "TOLD": str(folder / "told")}))
    undo = folder / "undo.sh"
    undo.write_text('echo undo >> "$TOLD"\n')
    host = keeper.host()
    with tray_of(keeper, orders._replace(undo=str(undo))):
        pass
    return keeper, host


def _left(folder: Path, keeper: Keeper, host: Talk, began_at: float) -> Left:
    assert keeper.wait() == 0
    assert "Traceback" not in keeper.log.read_text()
    told = [decoded(line) for line in host.until_hung_up().splitlines()]
    closed = [fields["closed"] for kind, fields in told if kind is Type.STATE]
    return Left((folder / "told").read_text().split(), closed, time.monotonic() - began_at)


def test_a_tray_that_does_not_start_is_tried_three_times_then_everything_is_restored(left: dict[str, Left]) -> None:
    assert left["restored"].ran == ["restart", "restart", "restart", "restore"]
    assert left["restored"].took_s > sum(PAUSES_S)


def test_where_the_restore_fails_the_undo_script_runs(left: dict[str, Left]) -> None:
    assert left["unrestored"].ran == ["restart", "restart", "restart", "restore", "undo"]


def test_where_the_program_is_gone_the_undo_script_runs(left: dict[str, Left]) -> None:
    assert left["deleted"].ran == ["undo"]


def test_before_a_keeper_ends_it_opens_what_was_closed_in_browsers(left: dict[str, Left]) -> None:
    assert {name: each.closed for name, each in left.items()} == {name: [SHUT, OPENED] for name in left}


def test_without_a_tray_what_is_closed_opens_when_its_phase_is_over(folder: Path) -> None:
    """It opens by the way that the last orders name: through the person's own proxy."""
    with Keeper(folder) as keeper, socket.create_server(("127.0.0.1", 0)) as proxy:
        proxy.settimeout(PATIENCE_S)
        host = keeper.host()
        until = time.time() + 0.7
        upstream = f"127.0.0.1:{proxy.getsockname()[1]}"
        with tray_of(keeper, CLOSED._replace(until=until, upstream=upstream, restart=("sleep", "30"))):
            assert host.hear(Type.STATE)["closed"] == SHUT
        told = host.hear(Type.STATE)
        assert (told["closed"], told["until"], told["signs"]) == (OPENED, None, {})
        assert time.time() >= until
        with socket.create_connection(("127.0.0.1", keeper.port), timeout=PATIENCE_S) as visitor:
            visitor.sendall(b"CONNECT linkedin.test:443 HTTP/1.1\r\nHost: linkedin.test:443\r\n\r\n")
            onward, _ = proxy.accept()
            with onward:
                assert onward.recv(4096).startswith(b"CONNECT linkedin.test:443")


def test_a_tray_that_is_back_decides_itself_when_its_phase_is_over(folder: Path) -> None:
    with Keeper(folder) as keeper:
        host = keeper.host()
        until = time.time() + 1
        with tray_of(keeper, CLOSED._replace(until=until, restart=("sleep", "30"))):
            pass
        keeper.tray().close()
        tray = keeper.tray(CLOSED._replace(until=until))
        eventually(lambda: time.time() > until + 0.1)
        tray.order(CLOSED._replace(board={"tip": "The last."}))
        told = [host.hear(Type.STATE) for _ in range(3)]
        assert [each["closed"] for each in told] == [SHUT] * 3
        assert told[-1]["board"] == {"tip": "The last."}


def test_a_lease_book_is_bounded_and_closes_what_it_opened() -> None:
    before = len(list(Path("/proc/self/fd").iterdir()))
    book = LeaseBook()
    with frozen(1) as pids:
        mine = lease_of(pids).processes
        book.take(Lease("many", mine * (MOST_PROCESSES + 5)))
        assert len(book) == MOST_PROCESSES
        book.take(Lease("many", mine))
        for number in range(MOST_LEASES + 5):
            book.take(Lease(str(number), mine))
        assert len(book) == MOST_LEASES
        book.continue_all()
        assert not _is_stopped(pids[0])
    assert len(book) == 0
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_a_process_that_is_not_to_be_frozen_is_not_held() -> None:
    book = LeaseBook()
    book.take(lease_of([1, os.getpid()]))
    with frozen(1) as pids:
        book.take(lease_of(pids, "gone"))
    book.continue_all()
    assert len(book) == 0


def test_a_process_is_known_whatever_it_calls_itself(folder: Path) -> None:
    program = folder / ") S 1 (a b"
    shutil.copy("/bin/sleep", program)
    with subprocess.Popen([program, "60"]) as process:
        stat = stat_of(process.pid)
        assert stat is not None
        assert stat.parent == os.getpid()
        assert uid_of(process.pid) == os.getuid()
        assert list(ancestors_of(process.pid))[:2] == [process.pid, os.getpid()]
        process.kill()
    assert stat_of(process.pid) is None
    assert uid_of(process.pid) is None
    assert list(ancestors_of(process.pid)) == []
